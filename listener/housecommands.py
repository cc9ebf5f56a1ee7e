"""What a person may ask about the house: its sources, its council, its settings, its copies."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from listener.council import Council
from listener.mention import MentionKey


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
class PutBackSource:
    """-> None. A source that was removed is heard again, as it was set."""

    name: str


@dataclass(frozen=True, slots=True)
class ChangeSource:
    """-> None. Another name, or another interval in seconds (None: the usual one)."""

    name: str
    new_name: str
    every: int | None


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


@dataclass(frozen=True, slots=True)
class UseCouncil:
    """-> str: the council's name. The sample's mentions and sources leave with it."""

    path: Path


@dataclass(frozen=True, slots=True)
class SetUpCouncil:
    """-> str: the council's name. As typed in; what is undecided is read again behind it.

    Where the council is none of ours, the sample's mentions and sources leave with it.
    """

    council: Council


@dataclass(frozen=True, slots=True)
class ReadTable:
    """-> TableRead: what is understood of a file, or of a pasted list. Nothing is kept."""

    which: Literal["places", "services", "members"]
    path: Path | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class WriteTable:
    """-> int: how many places, services or members were written to a file."""

    which: Literal["places", "services", "members"]
    path: Path


@dataclass(frozen=True, slots=True)
class LookOver:
    """-> str: what `doctor` says, and where data and log lie; for IT, without residents' words."""


@dataclass(frozen=True, slots=True)
class ImportPlaces:
    """-> int: how many places the council now has."""

    path: Path


@dataclass(frozen=True, slots=True)
class ImportAreas:
    """-> int: how many service categories the council now has."""

    path: Path


@dataclass(frozen=True, slots=True)
class Change:
    """-> None: one setting by name (listener.settings.Settings) to a new value."""

    name: str
    value: str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Backup:
    """-> Path: a whole copy of the database, made while we work."""

    path: Path


@dataclass(frozen=True, slots=True)
class LogExport:
    """-> None: notes that names left the profile, and why."""

    what: str
    by: str = ""
