"""Sources, files, and what a person adds. Each says what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from listener.mention import Heard


@dataclass(frozen=True, slots=True)
class Poll:
    """-> tuple[PollReport, ...]. everything: ignore interval and back-off, never Retry-After."""

    everything: bool = False
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Discover:
    """-> Found (listener.sources.discovery): feeds at an address, each with sample titles."""

    address: str
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class AddSource:
    """-> tuple[SourceLine, ...] of what was added. Raises Known with the reason, if none."""

    address: str
    name: str = ""
    every: int | None = None  # seconds
    allow_private: bool = False
    unchecked: bool = False
    channel: str = ""


@dataclass(frozen=True, slots=True)
class RemoveSource:
    """-> None. What it said is kept."""

    name: str


@dataclass(frozen=True, slots=True)
class PauseSource:
    """-> None. Stops or resumes polling one source."""

    name: str
    paused: bool


@dataclass(frozen=True, slots=True)
class ImportSources:
    """-> tuple[ImportedFeed, ...]: an OPML file, with a result per feed."""

    path: Path
    allow_private: bool = False
    unchecked: bool = False


@dataclass(frozen=True, slots=True)
class ExportSources:
    """-> int: how many feeds were written to an OPML file."""

    path: Path


@dataclass(frozen=True, slots=True)
class ImportFile:
    """-> ImportReport: rows from .csv .tsv .jsonl .eml, with a result per row."""

    path: Path
    source: str = ""


@dataclass(frozen=True, slots=True)
class AddMention:
    """-> MentionKey: one mention added by hand. Without `public` no author is kept."""

    heard: Heard
    where: str = "Added by hand"
