"""The council, its chart, its settings, its backup. Each says what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class UseChart:
    """-> int: how many undecided mentions were walked again."""

    name: str


@dataclass(frozen=True, slots=True)
class UseCouncil:
    """-> str: the council's name. The sample's mentions and sources leave with it."""

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
