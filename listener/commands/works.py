"""The calendar of known works and events. Each says what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from listener.spike import KnownWork, WorkKey, WorkKind


@dataclass(frozen=True, slots=True)
class ReadWorks:
    """-> WorksRead: what is understood of a table, row by row. Nothing is kept.

    columns: our column and theirs, where it is not matched by itself; theirs "" for none.
    """

    path: Path
    columns: tuple[tuple[str, str], ...] = ()
    kind: WorkKind = "works"


@dataclass(frozen=True, slots=True)
class ImportWorks:
    """-> WorksRead: the rows that are understood are kept, in one step that can be taken back.

    The same reference again changes what is kept and never doubles it; what is not in the file
    stays.
    """

    path: Path
    columns: tuple[tuple[str, str], ...] = ()
    kind: WorkKind = "works"
    by: str = ""


@dataclass(frozen=True, slots=True)
class SetWork:
    """-> KnownWork: added where its key is 0, else changed. Raises NotUnderstood, NotFound."""

    work: KnownWork
    by: str = ""


@dataclass(frozen=True, slots=True)
class RemoveWork:
    """-> None: off the calendar. Raises NotFound."""

    key: WorkKey
    by: str = ""
