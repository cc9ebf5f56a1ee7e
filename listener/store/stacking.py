"""Puts stacks right by hand: takes a mention out of one, or makes two stories one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlite_utils import Database

from listener.errors import Known, NotFound
from listener.mention import MentionKey
from listener.store import journal
from listener.store.coding import micros
from listener.store.stacks import leave, regroup, stand

OF_STACKING = ("stack", "lead")


def split(db: Database, key: MentionKey, by: str, now: datetime) -> tuple[int, ...]:
    """Takes a mention out of its stack for good; gives what is to be walked again. Raises Known."""
    stack = _stack(db, key)
    members = _members(db, stack)
    if len(members) < 2:
        raise Known("It stands alone: there is no stack to take it out of. Nothing was changed.")
    stood = journal.before(db, members, OF_STACKING)
    sides = journal.side(db, "apart", [key])
    leave(db, key)
    db.execute("UPDATE triage SET stack = ? WHERE mention = ?", [_free(db, key), key])
    db.execute("INSERT OR REPLACE INTO apart VALUES (?, ?, ?, ?)", [key, stack, micros(now), by])
    others = journal.many(len(members) - 1, "other")
    journal.tell(db, [key], now, by, f"taken out of its stack with {others}; it stays out")
    journal.write(db, now, by, "put back into its stack", stood, also=sides)
    return (int(key), *_open_rows(db, stack))


def join(
    db: Database, keys: Sequence[MentionKey], other: MentionKey, by: str, now: datetime
) -> tuple[int, ...]:
    """Makes the stories of these mentions one with another's; gives what is to be walked again."""
    stack = _stack(db, other)
    stacks = list(dict.fromkeys(s for k in keys if (s := _stack(db, k)) != stack))
    moving = [m for s in stacks for m in _members(db, s)]
    if not moving:
        raise Known("They stand in one stack already. Nothing was changed.")
    stood = journal.before(db, [*moving, *_members(db, stack)], OF_STACKING)
    sides = journal.side(db, "apart", moving)
    db.conn.executemany("DELETE FROM apart WHERE mention = ?", [(m,) for m in moving])
    db.conn.executemany(
        "UPDATE triage SET stack = ? WHERE mention = ?", [(stack, m) for m in moving]
    )
    stand_anew(db, moving)
    journal.tell(db, moving, now, by, "joined by hand to a stack that tells the same")
    journal.tell(db, [other], now, by, f"{journal.many(len(moving))} joined to its stack by hand")
    said = f"{journal.many(len(moving))} taken out of the stack again"
    journal.write(db, now, by, said, stood, also=sides)
    return _open_rows(db, stack)


def stand_anew(db: Database, keys: Sequence[int]) -> None:
    """Finds the rows of these mentions again, where they are undecided and awake."""
    rows = [
        db.execute(
            "SELECT mention, stack, need FROM triage WHERE mention = ? AND status = 'open'", [k]
        ).fetchone()
        for k in keys
    ]
    loose = sorted((r for r in rows if r is not None), key=lambda r: (r[2], r[0]))
    db.conn.executemany(
        "UPDATE triage SET lead = mention WHERE mention = ?", [(r[0],) for r in loose]
    )
    for mention, stack, _ in loose:
        stand(db, mention, stack)


def mend(db: Database, keys: Sequence[int]) -> list[int]:
    """Puts rows right after something was taken back: no member is left under a row of another
    stack, under one that speaks no longer, or asleep under one that is awake; gives those moved.
    """
    stacks = dict.fromkeys(
        r[0]
        for k in keys
        if (r := db.execute("SELECT stack FROM triage WHERE mention = ?", [k]).fetchone())
    )
    lost = [
        m
        for s in stacks
        for (m,) in db.execute(
            "SELECT t.mention FROM triage t LEFT JOIN triage l ON l.mention = t.lead "
            "WHERE t.stack = ? AND (l.mention IS NULL OR l.stack <> t.stack OR l.lead <> l.mention "
            "OR l.status <> t.status)",
            [s],
        ).fetchall()
    ]
    db.conn.executemany(
        "UPDATE triage SET lead = mention, "
        "snoozed_until = CASE WHEN status = 'snoozed' THEN NULL ELSE snoozed_until END, "
        "status = CASE WHEN status = 'snoozed' THEN 'open' ELSE status END WHERE mention = ?",
        [(m,) for m in lost],
    )
    stand_anew(db, lost)
    regroup(db, keys)  # read anew since, a member may have come to say more than its row
    return lost


def _stack(db: Database, key: int) -> int:
    row = db.execute("SELECT stack FROM triage WHERE mention = ?", [key]).fetchone()
    if row is None:
        raise NotFound(f"There is no mention {key}. Nothing was changed.")
    return int(row[0])


def _members(db: Database, stack: int) -> list[int]:
    rows = db.execute("SELECT mention FROM triage WHERE stack = ? ORDER BY mention", [stack])
    return [int(m) for (m,) in rows]


def _open_rows(db: Database, stack: int) -> tuple[int, ...]:
    rows = db.execute(
        "SELECT mention FROM triage WHERE stack = ? AND status = 'open' ORDER BY mention", [stack]
    )
    return tuple(int(m) for (m,) in rows)


def _free(db: Database, key: int) -> int:
    """A number for a stack that no other has: its founder leaves the old one to the others."""
    for wanted in (key, -key):
        if not db.execute(
            "SELECT 1 FROM triage WHERE stack = ? AND mention <> ?", [wanted, key]
        ).fetchone():
            return wanted
    least = db.execute("SELECT min(stack) FROM triage").fetchone()[0]
    return int(min(least, 0)) - 1
