"""Takes the last thing done back: what stands in the journal is put back, also after a restart."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlite_utils import Database

from listener.clock import LONDON
from listener.errors import Known, NothingToUndo
from listener.mention import MentionKey
from listener.store import (
    added,
    answersback,
    areas,
    correcting,
    digests,
    handing,
    holding,
    holds,
    journal,
    lines,
    muting,
    replies,
    saving,
    spikeshelf,
    works,
)
from listener.store.coding import moment
from listener.store.erasing import forget
from listener.store.records import Put, Undone
from listener.store.stacking import mend
from rules.takingback import undo_since


class Back(NamedTuple):
    """What one part put back: whose history says so (0: the profile's), what is walked again
    besides, what lies beyond mentions, and what has another text again.
    """

    tell: Sequence[int] = ()
    walk: Sequence[int] = ()
    beyond: str = ""
    retold: Sequence[MentionKey] = ()


Way = Callable[[Database, Any, str, datetime], Back]


def undo(db: Database, by: str, now: datetime) -> Undone:
    """Takes the last step back. Raises NothingToUndo, and Known where something cannot be."""
    undone, others = _undo(db, by, now)
    for _ in range(others):
        more, _ = _undo(db, by, now)
        keys = tuple(dict.fromkeys((*undone.keys, *more.keys)))
        retold = tuple(dict.fromkeys((*undone.retold, *more.retold)))
        beyond = undone.beyond | more.beyond
        undone = Undone(f"{undone.said}; {more.said}", keys, beyond, retold)
    return undone


def _undo(db: Database, by: str, now: datetime) -> tuple[Undone, int]:
    """Takes one line of the journal back; how many before it belong to the same step."""
    row = db.execute(
        "SELECT key, said, inverse, at FROM journal WHERE undone = 0 ORDER BY key DESC LIMIT 1"
    ).fetchone()
    if row is None:
        raise NothingToUndo("There is nothing to take back.")
    key, said, text, at = row
    if moment(at) < undo_since(now.astimezone(LONDON)):
        raise NothingToUndo(
            f"There is nothing of today to take back. The last thing done was on "
            f"{journal.clock_words(moment(at))}; decide anew what should stand otherwise."
        )
    inverse = json.loads(text)
    db.execute("UPDATE journal SET undone = 1 WHERE key = ?", [key])
    parts = [_rows(db, inverse)]
    parts += [way(db, inverse[part], by, now) for part, way in WAYS.items() if part in inverse]
    parts.append(_mended(db, inverse))
    told = list(dict.fromkeys(k for p in parts for k in p.tell))
    journal.tell(db, told, now, by, said)
    walked = dict.fromkeys((*filter(None, told), *(k for p in parts for k in p.walk)))
    beyond = frozenset(p.beyond for p in parts if p.beyond)
    retold = tuple(k for p in parts for k in p.retold)
    undone = Undone(said, tuple(map(MentionKey, walked)), beyond, retold)
    return undone, int(inverse.get("with", 0))


def _rows(db: Database, inverse: Mapping[str, Any]) -> Back:
    """The rows of triage as they were."""
    if inverse["before"]:
        sets = ", ".join(f"{c} = ?" for c in inverse["columns"])
        db.conn.executemany(
            f"UPDATE triage SET {sets} WHERE mention = ?",
            [(*kept[1:], kept[0]) for kept in inverse["before"]],
        )
    return Back(tell=[int(kept[0]) for kept in inverse["before"]])


def _mended(db: Database, inverse: Mapping[str, Any]) -> Back:
    """Rows stand under others as they can by now, once all else is put back; what came stays."""
    if not {"status", "lead"} & set(inverse["columns"]):
        return Back()
    return Back(walk=mend(db, [int(kept[0]) for kept in inverse["before"]]))


def _added(db: Database, keys: Sequence[int], by: str, now: datetime) -> Back:
    forget(db, keys)
    return Back()


def _decided(db: Database, mentions: Sequence[int], by: str, now: datetime) -> Back:
    """Later posts in threads that were answered so are walked again."""
    followers: list[int] = []
    for mention in mentions:
        db.execute(
            "UPDATE decision SET undone = 1 WHERE key = (SELECT max(key) FROM decision "
            "WHERE mention = ? AND undone = 0)",
            [mention],
        )
        found = db.execute("SELECT mention FROM follow WHERE answered = ?", [mention])
        followers += [int(m) for (m,) in found.fetchall()]
    return Back(walk=followers)


def _corrected(db: Database, puts: Sequence[Sequence[Any]], by: str, now: datetime) -> Back:
    corrected = [Put(*kept) for kept in puts]
    for c in corrected:
        correcting.take_back(db, c.correction, c.mention, c.what, c.before)
    return Back(tell=[c.mention for c in corrected])


def _saved(db: Database, rows: Sequence[Sequence[Any]], by: str, now: datetime) -> Back:
    saving.put_back(db, rows)
    return Back()


def _replied(db: Database, steps: Sequence[int], by: str, now: datetime) -> Back:
    return Back(tell=replies.take_back(db, steps))


def _answered(db: Database, done: Mapping[str, Any], by: str, now: datetime) -> Back:
    return Back(tell=answersback.take_back(db, done, by, now), beyond="responses")


def _lined(db: Database, done: Mapping[str, Any], by: str, now: datetime) -> Back:
    lines.take_back(db, done, by, now)
    return Back(beyond="responses")


def _line_uses(db: Database, uses: Sequence[Sequence[int]], by: str, now: datetime) -> Back:
    return Back(tell=lines.take_back_uses(db, uses), beyond="responses")


def _urgent(db: Database, done: Mapping[str, Sequence[int]], by: str, now: datetime) -> Back:
    return Back(tell=holds.take_back(db, done))


def _noted(db: Database, notes: Sequence[int], by: str, now: datetime) -> Back:
    db.conn.executemany("UPDATE note SET undone = 1 WHERE key = ?", [(n,) for n in notes])
    return Back(tell=_mentions_of(db, "note", notes))


def _muted(db: Database, mutes: Sequence[int], by: str, now: datetime) -> Back:
    muting.end(db, mutes, by, now)
    return Back(tell=_mentions_of(db, "mute", mutes), walk=muting.covered(db, mutes))


def _unmuted(db: Database, mutes: Sequence[int], by: str, now: datetime) -> Back:
    muting.hold_again(db, mutes)
    return Back(tell=_mentions_of(db, "mute", mutes), walk=muting.covered(db, mutes))


def _mentions_of(db: Database, table: str, keys: Sequence[int]) -> list[int]:
    rows = (db.execute(f"SELECT mention FROM {table} WHERE key = ?", [k]).fetchone() for k in keys)
    return [int(r[0]) for r in rows if r is not None]


def _sides(
    db: Database, sides: Mapping[str, Sequence[Sequence[Any]]], by: str, now: datetime
) -> Back:
    for table in sides.keys() & set(journal.SIDES):
        _side_rows(db, table, *sides[table])
    return Back()


def _side_rows(
    db: Database, table: str, mentions: Sequence[int], rows: Sequence[Sequence[object]]
) -> None:
    """Gives a small table, with one row a mention, back the rows that it had for these."""
    db.conn.executemany(f"DELETE FROM {table} WHERE mention = ?", [(m,) for m in mentions])
    for row in rows:
        marks = ", ".join("?" * len(row))
        db.execute(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", list(row))


def _held(db: Database, held: Sequence[int], by: str, now: datetime) -> Back:
    holding.put_back(db, held, (), by, now)
    return Back(tell=[holding.PROFILE], beyond="publicity")


def _unheld(db: Database, held: Sequence[int], by: str, now: datetime) -> Back:
    holding.put_back(db, (), held, by, now)
    return Back(tell=[holding.PROFILE], beyond="publicity")


def _retold(db: Database, texts: Sequence[Sequence[Any]], by: str, now: datetime) -> Back:
    return Back(retold=added.put_back(db, texts, now))


def _areas(db: Database, before: Sequence[Sequence[Any]], by: str, now: datetime) -> Back:
    areas.put_back(db, before)
    return Back(tell=[holding.PROFILE], beyond="areas")


def _handoffs(db: Database, done: Mapping[str, Sequence[Any]], by: str, now: datetime) -> Back:
    handing.put_back(db, done)
    return Back(beyond="areas")


def _held_handoffs(db: Database, was: Sequence[Sequence[Any]], by: str, now: datetime) -> Back:
    return Back(tell=handing.hold_again(db, was), beyond="areas")


def _works(db: Database, before: Sequence[Sequence[Any]], by: str, now: datetime) -> Back:
    works.put_back(db, before)
    return Back(tell=[holding.PROFILE], beyond="areas")


def _digest(db: Database, done: Mapping[str, Any], by: str, now: datetime) -> Back:
    digests.take_back(db, done, by, now)
    return Back(tell=[holding.PROFILE], beyond="digests")


def _sources(db: Database, sources: Sequence[Sequence[object]], by: str, now: datetime) -> Back:
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
    return Back(tell=[holding.PROFILE], beyond="sources")


def _spikes(db: Database, rows: Sequence[Sequence[Any]], by: str, now: datetime) -> Back:
    spikeshelf.put_back(db, rows, by, now)
    return Back(beyond="spikes")


def _silences(db: Database, rows: Sequence[Sequence[Any]], by: str, now: datetime) -> Back:
    spikeshelf.put_back_silences(db, rows, by, now)
    return Back(tell=[holding.PROFILE], beyond="spikes")


WAYS: Mapping[str, Way] = {
    "added": _added,
    "decided": _decided,
    "corrected": _corrected,
    "saved": _saved,
    "reply_steps": _replied,
    "answered": _answered,
    "lined": _lined,
    "line_uses": _line_uses,
    "urgent": _urgent,
    "notes": _noted,
    "muted": _muted,
    "unmuted": _unmuted,
    "sides": _sides,
    "held": _held,
    "unheld": _unheld,
    "sources": _sources,
    "retold": _retold,
    "areas": _areas,
    "spikes": _spikes,
    "silences": _silences,
    "handoffs": _handoffs,
    "held_handoffs": _held_handoffs,
    "works": _works,
    "digest": _digest,
}
"""How each part of a line of the journal is put back, in this order."""
