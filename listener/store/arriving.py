"""What new mentions mean for what was put away before: for muted, sleeping and answered threads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlite_utils import Database

from listener.mention import Heard
from listener.store import journal, muting, sleeping
from listener.store.coding import dumps, maybe_micros, micros, moment
from listener.threads import thread_names
from rules.flowchart import OUTCOMES
from rules.replying import REPLIES

LATEST = 32  # posts of one thread that are looked at: an address may be shared by thousands


class Arrival(NamedTuple):
    """A new mention: its key, when it was published, and the names of its thread."""

    key: int
    published: datetime | None
    names: tuple[int, ...]


def remember(db: Database, source: int, kept: Sequence[tuple[int, Heard]]) -> list[Arrival]:
    """Notes of which threads new mentions are posts."""
    new = [
        Arrival(key, h.published, thread_names(source, h.id, h.url, h.thread)) for key, h in kept
    ]
    db.conn.executemany(
        "INSERT OR IGNORE INTO thread_of VALUES (?, ?)",
        [(name, one.key) for one in new for name in one.names],
    )
    return new


def arrived(db: Database, new: Sequence[Arrival], now: datetime) -> tuple[int, ...]:
    """Once new mentions stand in their stacks: which mentions, old and new, are to be walked again.

    A later post in a thread that we answered is not hidden in what we answered: it stands in
    Answer by itself, tied to the answer, so that the officer reads the new words and what was
    decided stays decided.
    """
    again: dict[int, None] = dict.fromkeys(muting.quietly(db, [one.key for one in new], now))
    sleeps = db.execute("SELECT 1 FROM waking LIMIT 1").fetchone() is not None
    shared = _shared(db, new)
    for key, published, every in new:
        names = [n for n in every if n in shared]
        said = maybe_micros(published) or micros(now)
        if sleeps:
            again.update(dict.fromkeys(sleeping.grow(db, key, now)))
        if sleeps and names:
            again.update(dict.fromkeys(sleeping.answered(db, key, names, said, now)))
        if names and _follows(db, key, names, said, now):
            again[key] = None
    return tuple(again)


def _shared(db: Database, new: Sequence[Arrival]) -> set[int]:
    """Those names of new mentions that another mention has too: most have none."""
    rows = db.execute(
        "SELECT value FROM json_each(?) WHERE (SELECT mention FROM thread_of WHERE name = value "
        "ORDER BY mention DESC LIMIT 1 OFFSET 1) IS NOT NULL",
        [dumps([n for one in new for n in one.names])],
    )
    return {int(n) for (n,) in rows}


def _follows(db: Database, key: int, names: Sequence[int], said: int, now: datetime) -> bool:
    """Ties a later post to what we answered in its thread. said: microseconds.

    The same story told again elsewhere is no reply: it is in the same stack.
    """
    others: dict[int, None] = {}
    for name in names:
        found = db.execute(
            "SELECT mention FROM thread_of WHERE name = ? AND mention <> ? "
            "ORDER BY mention DESC LIMIT ?",
            [name, key, LATEST],
        )
        others.update((m, None) for (m,) in found)
    if not others:
        return False
    marks, replies = ",".join("?" * len(others)), ",".join("?" * len(REPLIES))
    row = db.execute(
        "SELECT d.key, d.mention, d.outcome, d.by, d.at FROM triage t "
        "JOIN triage n ON n.mention = ? JOIN decision d ON d.mention = t.mention "
        f"WHERE t.mention IN ({marks}) AND t.decided IN ({replies}) AND t.stack <> n.stack "
        "AND d.undone = 0 AND d.outcome = t.decided AND d.at < ? ORDER BY d.key DESC LIMIT 1",
        [key, *others, *REPLIES, said],
    ).fetchone()
    if row is None:
        return False
    decision, answered, outcome, by, at = row
    db.execute(
        "INSERT OR REPLACE INTO follow VALUES (?, ?, ?, ?)", [key, answered, decision, micros(now)]
    )
    when = journal.clock_words(moment(at))
    what = f"a later post in a thread where {by} decided “{OUTCOMES[outcome]}” on {when}"
    journal.tell(db, [key], now, journal.LISTENER, what)
    said_there = "its thread is open again: a later post came"
    journal.tell(db, [answered], now, journal.LISTENER, said_there)
    return True
