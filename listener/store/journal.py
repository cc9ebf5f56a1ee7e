"""The journal of what people do, with what takes it back; and each mention's history."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime

from sqlite_utils import Database

from listener.clock import LONDON
from listener.errors import NotFound
from listener.store.coding import dumps, micros
from listener.store.records import Put

LISTENER = "the listener"
"""Who did it, in a history, where no person did."""

OF_SNOOZING = ("status", "view", "snoozed_until")
"""What putting away changes, and so what taking it back must put right."""

SIDES = ("waking", "apart", "alarm")
"""Small tables with one row a mention, which a verb may change beside triage."""

Before = tuple[tuple[str, ...], list[list[object]]]
NOTHING: Before = ((), [])


def before(db: Database, keys: Sequence[int], columns: tuple[str, ...]) -> Before:
    """What stands in these columns of triage, to be put back. Raises NotFound."""
    rows: list[list[object]] = []
    for key in keys:
        row = db.execute(
            f"SELECT mention, {', '.join(columns)} FROM triage WHERE mention = ?", [key]
        ).fetchone()
        if row is None:
            raise NotFound(f"There is no mention {key}. Nothing was changed.")
        rows.append(list(row))
    return columns, rows


def side(
    db: Database, table: str, keys: Sequence[int]
) -> dict[str, dict[str, list[Sequence[object]]]]:
    """What stands of these mentions in one of SIDES, for `also` of write: to be put back."""
    rows = [
        row
        for key in keys
        if (row := db.execute(f"SELECT * FROM {table} WHERE mention = ?", [key]).fetchone())
    ]
    return {"sides": {table: [[int(k) for k in keys], rows]}}


def write(
    db: Database,
    now: datetime,
    by: str,
    said: str,
    stood: Before = NOTHING,
    decided: Sequence[int] = (),
    added: Sequence[int] = (),
    corrected: Sequence[Put] = (),
    also: Mapping[str, object] | None = None,
) -> None:
    """Writes down what was done. also: what listener.store.backwards puts back."""
    inverse = {
        "columns": stood[0], "before": stood[1], "decided": list(decided), "added": list(added),
        "corrected": corrected,
    } | dict(also or {})  # fmt: skip
    db.execute(
        "INSERT INTO journal (at, by, said, inverse) VALUES (?, ?, ?, ?)",
        [micros(now), by, said, dumps(inverse)],
    )


def add(db: Database, part: str, what: object) -> None:
    """Something more is taken back with what was written down last."""
    db.execute(
        "UPDATE journal SET inverse = json_set(inverse, '$.' || ?, json(?)) "
        "WHERE key = (SELECT max(key) FROM journal)",
        [part, dumps(what)],
    )


@contextmanager
def one_step(db: Database) -> Iterator[None]:
    """All that is written down within is taken back together."""
    newest = "SELECT coalesce(max(key), 0) FROM journal"
    before = db.execute(newest).fetchone()[0]
    yield
    db.execute(
        "UPDATE journal SET inverse = json_set(inverse, '$.with', key - ? - 1) "
        f"WHERE key > ? AND key = ({newest})",
        [before, before + 1],
    )


def tell(db: Database, keys: Sequence[int], now: datetime, by: str, what: str) -> None:
    """A line in the history of each mention; 0 is the history of the whole profile."""
    db.conn.executemany(
        "INSERT INTO history (mention, at, by, what) VALUES (?, ?, ?, ?)",
        [(k, micros(now), by, what) for k in keys],
    )


def many(n: int, one: str = "mention") -> str:
    """`1 mention`, `3 mentions`."""
    return f"1 {one}" if n == 1 else f"{n} {one}s"


def clock_words(at: datetime) -> str:
    """A time in a history line: `Tue 24 Nov 08:51`, in London."""
    local = at.astimezone(LONDON)
    return f"{local:%a} {local.day} {local:%b %H:%M}"
