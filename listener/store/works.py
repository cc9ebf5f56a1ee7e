"""Known works and events: kept, changed by their reference, taken off, looked for by place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from listener.clock import Clock
from listener.council import Council
from listener.errors import NotFound
from listener.spike import KnownWork, WorkKey, WorkRow
from listener.store import journal
from listener.store.asking import Asks
from listener.store.coding import micros, moment
from rules.works import AFTER, BEFORE, About, Explains, Names, explains, names_of

_COLUMNS = "key, kind, reference, promoter, street, description, starts, ends, traffic, by"


@dataclass(frozen=True, slots=True)
class WorkShelf:
    """Every verb is one transaction with its way back in the journal; on the engine's thread."""

    _writing: Callable[[], AbstractContextManager[Database]]
    _clock: Clock

    def begin_with(self, works: Iterable[KnownWork], by: str) -> None:
        """A town's works as it comes with them: nobody brought them in, and nothing undoes it."""
        with self._writing() as db:
            for work in works:
                _write(db, replace(work, by=by), self._clock())

    def judged(self, rows: Sequence[WorkRow]) -> tuple[WorkRow, ...]:
        """The rows against what is kept: new, changed or the same; nothing is changed."""
        with self._writing() as db:
            return tuple(_each(db, rows, lambda work: work))

    def keep(self, rows: Sequence[WorkRow], by: str) -> tuple[WorkRow, ...]:
        """Keeps the rows that are understood, and says what became of each."""
        with self._writing() as db:
            now = self._clock()
            before: list[list[object]] = []

            def kept(work: KnownWork) -> KnownWork:
                old = _row(db, int(work.key)) if work.key else None
                made = _write(db, replace(work, by=by), now)
                before.append([int(made.key), old])
                return made

            judged = tuple(_each(db, rows, kept))
            if before:
                many = journal.many(len(before), "known work")
                journal.tell(db, [0], now, by, f"brought in {many}")
                journal.write(db, now, by, f"{many} as before", also={"works": before})
            return judged

    def set(self, work: KnownWork, by: str) -> KnownWork:
        """Adds or changes one. Raises NotFound."""
        with self._writing() as db:
            now = self._clock()
            old = _row(db, int(work.key)) if work.key else None
            if work.key and old is None:
                raise NotFound("That is not on the calendar any more. Nothing was changed.")
            made = _write(db, replace(work, by=by), now)
            said = f"{old[4]} is what it was" if old else f"{work.street} taken off again"
            journal.tell(db, [0], now, by, f"known works: {made.street}, {made.sentence}")
            journal.write(db, now, by, said, also={"works": [[int(made.key), old]]})
            return made

    def remove(self, key: WorkKey, by: str) -> None:
        """Takes one off. Raises NotFound."""
        with self._writing() as db:
            old = _row(db, int(key))
            if old is None:
                raise NotFound("That is not on the calendar any more. Nothing was changed.")
            now = self._clock()
            db.execute("UPDATE known_work SET removed = 1 WHERE key = ?", [key])
            street = str(old[4])
            journal.tell(db, [0], now, by, f"took known works off the calendar: {street}")
            said = f"{street} is on the calendar again"
            journal.write(db, now, by, said, also={"works": [[int(key), old]]})


def works(db: Asks, at: datetime | None) -> tuple[KnownWork, ...]:
    """What is on the calendar, the first to begin first; at: only what goes on then."""
    sql = f"SELECT {_COLUMNS} FROM known_work WHERE NOT removed"
    given: list[int] = []
    if at is not None:
        sql += " AND starts <= ? AND ends >= ?"
        given = [micros(at), micros(at)]
    return tuple(_work(r) for r in db.execute(f"{sql} ORDER BY starts, key", given))


def works_near(db: Asks, council: Council, about: About) -> tuple[tuple[KnownWork, Explains], ...]:
    """What is known to go on there then, with how far it explains what is said; most first."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM known_work WHERE NOT removed AND starts <= ? AND ends >= ? "
        "ORDER BY starts, key",
        [micros(about.until + BEFORE), micros(about.since - AFTER)],
    ).fetchall()
    if not rows:
        return ()
    names = _names_for(council, about)
    found = ((w, e) for w in map(_work, rows) if (e := explains(w, about, names)) is not None)
    return tuple(sorted(found, key=lambda f: ("all", "part", "may").index(f[1].how_far)))


def _names_for(council: Council, about: About) -> Names:
    """The names that matter: all of some thousand streets would take 0.1 s.

    Those whose names hold one of the places too: Old Mill Street is not Mill Street.
    """
    return names_of(
        (p.name, p.kind, p.nicknames)
        for p in council.places
        if any(named in p.name for named in about.places)
    )


def place_names(council: Council) -> Names:
    """The council's places by all their names, for rules.works."""
    return names_of((p.name, p.kind, p.nicknames) for p in council.places)


def put_back(db: Database, before: Sequence[Sequence[Any]]) -> None:
    """The calendar as it was; what was changed twice has its first state again."""
    for key, old in reversed(before):
        db.execute("DELETE FROM known_work WHERE key = ?", [key])
        if old is not None:
            marks = ", ".join("?" * len(old))
            db.execute(f"INSERT INTO known_work VALUES ({marks})", list(old))


def _work(row: Sequence[Any]) -> KnownWork:
    key, kind, reference, promoter, street, description, starts, ends, traffic, by = row
    return KnownWork(
        WorkKey(key), kind, reference, promoter, street, description, moment(starts), moment(ends),
        traffic, by,
    )  # fmt: skip


def _row(db: Database, key: int) -> list[Any] | None:
    row = db.execute("SELECT * FROM known_work WHERE key = ? AND NOT removed", [key]).fetchone()
    return None if row is None else list(row)


def _write(db: Database, work: KnownWork, now: datetime) -> KnownWork:
    """Keeps a work; a new one gets its number."""
    cells = [
        work.kind, work.reference, work.promoter, work.street, work.description,
        micros(work.starts), micros(work.ends), work.traffic, micros(now), work.by,
    ]  # fmt: skip
    made = db.execute(
        "INSERT OR REPLACE INTO known_work (key, kind, reference, promoter, street, description, "
        "starts, ends, traffic, at, by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [int(work.key) or None, *cells],
    )
    return replace(work, key=WorkKey(int(made.lastrowid or 0)))


def _each(
    db: Database, rows: Sequence[WorkRow], keep: Callable[[KnownWork], KnownWork]
) -> Iterable[WorkRow]:
    """Each row by what is kept of it, as `keep` keeps it: one that stands twice is known then."""
    kept = {_mark(w): w for w in works(db, None)}
    for row in rows:
        if row.work is None:
            yield row
            continue
        judged = _judged(row, row.work, kept.get(_mark(row.work)))
        if judged.work is not None and judged.state != "same":
            kept[_mark(judged.work)] = keep(judged.work)
        yield judged


def _mark(work: KnownWork) -> tuple[object, ...]:
    """What a work is known by: its reference, else its street, start and description."""
    if work.reference:
        return (work.reference.casefold(),)
    return work.street.casefold(), micros(work.starts), work.description.casefold()


def _judged(row: WorkRow, work: KnownWork, known: KnownWork | None) -> WorkRow:
    """A row by what is kept of it; its work has the number of what it changes."""
    if known is None:
        return row
    made = replace(work, key=known.key, by=known.by)
    return replace(row, state="same" if made == known else "changed", work=made)
