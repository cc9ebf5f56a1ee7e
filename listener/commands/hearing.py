"""Sources, files, and what a person adds. Each says what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from listener.mention import Heard, MentionKey


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
    """-> tuple[SourceRecord, ...] of what was added; taken back as one step.

    Raises Known with the reason, if none.
    """

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
class PutBackSource:
    """-> None. A source that was removed is heard again, as it was set."""

    name: str


@dataclass(frozen=True, slots=True)
class PauseSource:
    """-> None. Stops or resumes polling one source."""

    name: str
    paused: bool


@dataclass(frozen=True, slots=True)
class ChangeSource:
    """-> None. Another name, or another interval in seconds (None: the usual one)."""

    name: str
    new_name: str
    every: int | None


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


@dataclass(frozen=True, slots=True)
class CorrectAdded:
    """-> None: what a person added was wrong; text, link and place as they should be.

    The text before is kept as a version. Raises Known where nobody added it by hand.
    """

    key: MentionKey
    text: str
    url: str
    seen_at: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Withdraw:
    """-> None: what a person added by hand leaves all lists; it is kept, with the reason."""

    key: MentionKey
    reason: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class BringBack:
    """-> None: what was withdrawn stands in its list again."""

    key: MentionKey
    by: str = ""
