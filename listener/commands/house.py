"""The council, its chart, its settings, its copies. Each says what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from listener.council import Council


@dataclass(frozen=True, slots=True)
class UseChart:
    """-> int: how many undecided mentions were walked again."""

    name: str


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
class ImportPlaces:
    """-> int: how many places the council now has."""

    path: Path


@dataclass(frozen=True, slots=True)
class ImportAreas:
    """-> int: how many service categories the council now has."""

    path: Path


@dataclass(frozen=True, slots=True)
class LookOver:
    """-> str: what `doctor` says, and where data and log lie; for IT, without residents' words."""


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
