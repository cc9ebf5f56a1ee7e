"""Puts back what a verb changed outside the rows of triage: notes, mutes, sleep, stacks, holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from listener.errors import Known
from listener.store import holding, muting
from listener.store.journal import SIDES
from listener.store.stacking import mend


@dataclass(frozen=True, slots=True)
class PutBack:
    """What was put back: whom to tell (None: as always), what to walk again, what lies beyond."""

    tell: tuple[int, ...] | None
    walk: tuple[int, ...]
    beyond: frozenset[str]


def put_back(db: Database, inverse: Mapping[str, Any], by: str, now: datetime) -> PutBack:
    """Puts back all that a line of the journal names, once triage itself is put back.

    What came since stays. Raises Known where that cannot be.
    """
    tell: list[int] | None = None
    walk: list[int] = []
    if notes := inverse.get("notes"):
        tell = _notes(db, notes)
    for mutes, again in ((inverse.get("muted"), False), (inverse.get("unmuted"), True)):
        if mutes:
            tell = [*(tell or []), *_mutes(db, mutes, again, by, now)]
            walk += muting.covered(db, mutes)
    for table, (mentions, rows) in inverse.get("sides", {}).items():
        _side_rows(db, table, mentions, rows)
    touched = [int(kept[0]) for kept in inverse["before"]]
    if {"status", "lead"} & set(inverse["columns"]):
        walk += mend(db, touched)
        walk += _followers(db, inverse["decided"])
    holding.put_back(db, inverse.get("held", ()), inverse.get("unheld", ()), by, now)
    _sources(db, inverse.get("sources", ()))
    beyond = {"publicity"} if inverse.get("held") or inverse.get("unheld") else set()
    beyond |= {"sources"} if inverse.get("sources") else set()
    if beyond:
        tell = [*(tell or []), 0]
    return PutBack(None if tell is None else tuple(tell), tuple(walk), frozenset(beyond))


def _notes(db: Database, notes: Sequence[int]) -> list[int]:
    db.conn.executemany("UPDATE note SET undone = 1 WHERE key = ?", [(n,) for n in notes])
    rows = (db.execute("SELECT mention FROM note WHERE key = ?", [n]).fetchone() for n in notes)
    return [int(r[0]) for r in rows if r is not None]


def _mutes(db: Database, mutes: Sequence[int], again: bool, by: str, now: datetime) -> list[int]:
    if again:
        muting.hold_again(db, mutes)
    else:
        muting.end(db, mutes, by, now)
    rows = (db.execute("SELECT mention FROM mute WHERE key = ?", [m]).fetchone() for m in mutes)
    return [int(r[0]) for r in rows if r is not None]


def _side_rows(
    db: Database, table: str, mentions: Sequence[int], rows: Sequence[Sequence[object]]
) -> None:
    """Gives a small table, with one row a mention, back the rows that it had for these."""
    assert table in SIDES
    db.conn.executemany(f"DELETE FROM {table} WHERE mention = ?", [(m,) for m in mentions])
    for row in rows:
        marks = ", ".join("?" * len(row))
        db.execute(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", list(row))


def _followers(db: Database, decided: Sequence[int]) -> list[int]:
    """Later posts in threads that we answered, where the answer was taken back."""
    rows = (
        db.execute("SELECT mention FROM follow WHERE answered = ?", [m]).fetchall() for m in decided
    )
    return [int(m) for found in rows for (m,) in found]


def _sources(db: Database, sources: Sequence[Sequence[object]]) -> None:
    for key, column, value in sources:
        if column not in ("paused", "removed"):
            continue
        try:
            db.execute(f"UPDATE source SET {column} = ? WHERE key = ?", [value, key])
        except sqlite3.IntegrityError as fault:
            raise Known(
                "It cannot be taken back: another source has that name by now. Rename or remove "
                "that one first. Nothing was changed."
            ) from fault
