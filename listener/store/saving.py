"""Saved searches: a small table, kept in order, whose every change can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from listener.clock import Clock
from listener.errors import Known, NotFound
from listener.mention import SavedSearch
from listener.store import journal
from listener.store.coding import micros

AT_MOST = 40  # more would be no list to choose from
_ALL = "SELECT key, name, typed, place, by, at, reason FROM saved_search ORDER BY place, key"


@dataclass(frozen=True, slots=True)
class SearchShelf:
    """Every verb is one transaction with its way back in the journal; on the engine's thread."""

    _writing: Callable[[], AbstractContextManager[Database]]
    _clock: Clock

    def save(self, key: int, name: str, typed: str, by: str, reason: str) -> SavedSearch:
        """Keeps a search under a name, or changes that of this key. Raises Known, NotFound."""
        with self._writing() as db:
            return save(db, key, name, typed, by, reason, self._clock())

    def drop(self, key: int, by: str) -> None:
        """Takes a saved search away. Raises NotFound."""
        with self._writing() as db:
            drop(db, key, by, self._clock())

    def move(self, key: int, steps: int, by: str) -> None:
        """Moves a saved search by so many places. Raises NotFound."""
        with self._writing() as db:
            move(db, key, steps, by, self._clock())


def save(
    db: Database, key: int, name: str, typed: str, by: str, reason: str, now: datetime
) -> SavedSearch:
    """Keeps a search at the end of the list, or changes the one of this key.

    Raises Known where there is one of that name, or too many; NotFound for an unknown key.
    """
    before = _rows(db)
    if any(row[1].casefold() == name.casefold() and row[0] != key for row in before):
        raise Known(f"There is a saved search called {name} already. Nothing was saved.")
    if key:
        old = _one(before, key)
        db.execute(
            "UPDATE saved_search SET name = ?, typed = ?, by = ?, at = ?, reason = ? WHERE key = ?",
            [name, typed, by, micros(now), reason, key],
        )
        said = f"the saved search is called {old[1]} again"
        _journal(db, now, by, said if old[1] != name else f"{name} is what it was", before)
        return SavedSearch(key, name, typed, by, reason)
    if len(before) >= AT_MOST:
        raise Known(f"There are {AT_MOST} saved searches already. Take one away first.")
    made = db.execute(
        "INSERT INTO saved_search (name, typed, place, by, at, reason) VALUES (?, ?, ?, ?, ?, ?)",
        [name, typed, before[-1][3] + 1 if before else 0, by, micros(now), reason],
    )
    _journal(db, now, by, f"the saved search {name} taken away again", before)
    return SavedSearch(int(made.lastrowid or 0), name, typed, by, reason)


def drop(db: Database, key: int, by: str, now: datetime) -> None:
    """Takes a saved search away. Raises NotFound."""
    before = _rows(db)
    name = _one(before, key)[1]
    db.execute("DELETE FROM saved_search WHERE key = ?", [key])
    _journal(db, now, by, f"the saved search {name} is back", before)


def move(db: Database, key: int, steps: int, by: str, now: datetime) -> None:
    """Moves a saved search by so many places, negative towards the top. Raises NotFound."""
    before = _rows(db)
    name = _one(before, key)[1]
    order = [row[0] for row in before]
    at = order.index(key)
    to = max(0, min(len(order) - 1, at + steps))
    if to == at:
        return
    order.insert(to, order.pop(at))
    db.conn.executemany(
        "UPDATE saved_search SET place = ? WHERE key = ?", [(n, k) for n, k in enumerate(order)]
    )
    _journal(db, now, by, f"the saved search {name} stands where it stood", before)


def put_back(db: Database, rows: Sequence[Sequence[Any]]) -> None:
    """The saved searches as they were."""
    db.execute("DELETE FROM saved_search")
    db.conn.executemany(
        "INSERT INTO saved_search (key, name, typed, place, by, at, reason) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        [tuple(row) for row in rows],
    )


def _rows(db: Database) -> list[tuple[Any, ...]]:
    return db.execute(_ALL).fetchall()


def _one(rows: Sequence[tuple[Any, ...]], key: int) -> tuple[Any, ...]:
    for row in rows:
        if row[0] == key:
            return row
    raise NotFound("That saved search is not there any more. Nothing was changed.")


def _journal(
    db: Database, now: datetime, by: str, said: str, before: Sequence[tuple[Any, ...]]
) -> None:
    journal.write(db, now, by, said, also={"saved": before})
