"""Silences threads: what comes in them is kept and watched, never shown as something to do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlite_utils import Database

from listener.errors import Known, NotFound
from listener.mention import MentionKey
from listener.store import journal
from listener.store.asideschema import names_of
from listener.store.asking import Asks
from listener.store.coding import dumps, maybe_micros, micros, moment
from rules.asleep import Shelf

# Whatever shares a name with a muted thread, and whatever stands in a stack with its mention.
_BY_NAME = (
    "SELECT o.mention, m.key FROM mute m JOIN mute_name n ON n.mute = m.key "
    "JOIN thread_of o ON o.name = n.name"
)
_BY_STACK = (
    "SELECT s.mention, m.key FROM mute m JOIN triage t ON t.mention = m.mention "
    "JOIN triage s ON s.stack = t.stack"
)


def mute(
    db: Database,
    keys: Sequence[MentionKey],
    until: datetime | None,
    why: str,
    by: str,
    now: datetime,
) -> tuple[int, ...]:
    """Silences the threads and stacks of these mentions; gives what is to be walked again."""
    made: list[int] = []
    for key in keys:
        if db.execute("SELECT 1 FROM triage WHERE mention = ?", [key]).fetchone() is None:
            raise NotFound(f"There is no mention {key}. Nothing was changed.")
        row = db.execute(
            "INSERT INTO mute (mention, at, by, why, until) VALUES (?, ?, ?, ?, ?)",
            [key, micros(now), by, why, maybe_micros(until)],
        )
        made.append(int(row.lastrowid or 0))
        db.conn.executemany(
            "INSERT INTO mute_name VALUES (?, ?)", [(made[-1], n) for n in names_of(db, key)]
        )
    what = f"muted this thread {until_words(until)}{f': {why}' if why else ''}"
    journal.tell(db, keys, now, by, what)
    said = f"the mute of {journal.many(len(keys), 'thread')} taken back"
    journal.write(db, now, by, said, also={"muted": made})
    return covered(db, made)


def unmute(db: Database, keys: Sequence[MentionKey], by: str, now: datetime) -> tuple[int, ...]:
    """Ends every mute that covers these mentions. Raises Known where none does."""
    ended = sorted(mutes_of(db, keys))
    if not ended:
        raise Known("This thread is not muted. Nothing was changed.")
    end(db, ended, by, now)
    journal.tell(db, keys, now, by, "unmuted this thread")
    said = f"{journal.many(len(ended), 'thread')} muted again"
    journal.write(db, now, by, said, also={"unmuted": ended})
    return covered(db, ended)


def end(db: Database, mutes: Sequence[int], by: str, now: datetime) -> None:
    """These mutes hold no longer."""
    db.conn.executemany(
        "UPDATE mute SET ended = ?, ended_by = ? WHERE key = ?",
        [(micros(now), by, m) for m in mutes],
    )


def hold_again(db: Database, mutes: Sequence[int]) -> None:
    """These mutes hold as before; those whose time has passed end at the next beat."""
    db.conn.executemany(
        "UPDATE mute SET ended = NULL, ended_by = '' WHERE key = ?", [(m,) for m in mutes]
    )


def expire(db: Database, now: datetime) -> tuple[int, ...]:
    """Ends the mutes whose time has come; gives what is to be walked again."""
    over = db.execute(
        "SELECT key, mention FROM mute WHERE ended IS NULL AND until <= ?", [micros(now)]
    ).fetchall()
    if not over:
        return ()
    keys = [k for k, _ in over]
    end(db, keys, journal.LISTENER, now)
    said = "the mute of this thread ended"
    journal.tell(db, [m for _, m in over], now, journal.LISTENER, said)
    return covered(db, keys)


def covered(db: Asks, mutes: Sequence[int]) -> tuple[int, ...]:
    """The undecided mentions of these muted threads."""
    chosen = "m.key IN (SELECT value FROM json_each(?))"
    given = dumps(list(mutes))
    rows = db.execute(
        f"SELECT c.mention FROM ({_BY_NAME} WHERE {chosen} UNION {_BY_STACK} WHERE {chosen}) c "
        "JOIN triage t ON t.mention = c.mention WHERE t.status <> 'done' "
        "GROUP BY c.mention ORDER BY c.mention",
        [given, given],
    )
    return tuple(int(m) for (m,) in rows)


def mutes_of(db: Asks, keys: Sequence[int]) -> set[int]:
    """The mutes that hold and cover any of these mentions."""
    return {mute for _, mute in _holding(db, keys)}


def _holding(db: Asks, keys: Sequence[int]) -> list[tuple[int, int]]:
    if db.execute("SELECT 1 FROM mute WHERE ended IS NULL LIMIT 1").fetchone() is None:
        return []
    given = dumps([int(k) for k in keys])
    among = "IN (SELECT value FROM json_each(?))"
    return db.execute(
        f"{_BY_NAME} AND o.mention {among} WHERE m.ended IS NULL UNION "
        f"{_BY_STACK} WHERE m.ended IS NULL AND s.mention {among}",
        [given, given],
    ).fetchall()


def shelves(db: Asks, keys: Sequence[int]) -> dict[int, Shelf]:
    """Which of these mentions stand elsewhere than the chart says, and why; a mute goes first."""
    follows = db.execute(
        "SELECT f.mention FROM follow f JOIN decision d ON d.key = f.decision "
        "WHERE d.undone = 0 AND f.mention IN (SELECT value FROM json_each(?))",
        [dumps([int(k) for k in keys])],
    ).fetchall()
    found: dict[int, Shelf] = {m: "follows" for (m,) in follows}
    found.update((m, "muted") for m, _ in _holding(db, keys))
    return found


def until_words(until: datetime | None) -> str:
    """How long a mute lasts."""
    return f"until {journal.clock_words(until)}" if until else "until it is unmuted"


def quietly(db: Database, keys: Sequence[int], now: datetime) -> list[int]:
    """Which of these new mentions are of muted threads; says so in their histories."""
    quiet: dict[int, None] = {}
    for mention, mute_key in _holding(db, keys):
        if mention in quiet or not _may_be_quiet(db, mention):
            continue
        quiet[mention] = None
        by, until = db.execute("SELECT by, until FROM mute WHERE key = ?", [mute_key]).fetchone()
        last = until_words(None if until is None else moment(until))
        said = f"put in Watching: {by} muted this thread {last}"
        journal.tell(db, [mention], now, journal.LISTENER, said)
    return list(quiet)


def _may_be_quiet(db: Asks, mention: int) -> bool:
    row = db.execute(
        "SELECT status = 'open' AND grade = 'none' AND view <> 'urgent' FROM triage "
        "WHERE mention = ?",
        [mention],
    ).fetchone()
    return bool(row and row[0])
