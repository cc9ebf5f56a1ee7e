"""Reads what goes on around a mention, and everything that is put away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from listener.mention import HistoryLine
from listener.store.asideschema import names_of
from listener.store.asking import Asks
from listener.store.coding import dumps, maybe_moment, moment
from listener.store.muting import covered, mutes_of
from rules.asleep import Afoot, Asleep, Followed, Mute, Sleep

FIRST_WORDS = 90  # characters by which a person knows a mention again


def afoot(db: Asks, key: int) -> Afoot:
    """What goes on around one mention."""
    mutes = sorted(mutes_of(db, [key]))
    later = db.execute(
        "SELECT f.mention FROM follow f JOIN triage t ON t.mention = f.mention JOIN decision d "
        "ON d.key = f.decision WHERE f.answered = ? AND t.status <> 'done' AND d.undone = 0 "
        "ORDER BY f.mention DESC LIMIT 1",
        [key],
    ).fetchone()
    return Afoot(
        mute=_mute(db, mutes[-1]) if mutes else None,
        sleep=_sleep(db, key),
        follows=_follows(db, key),
        followed_by=later[0] if later else 0,
        apart=db.execute("SELECT 1 FROM apart WHERE mention = ?", [key]).fetchone() is not None,
    )


def asleep(db: Asks) -> Asleep:
    """Everything that is put away, the mutes in the order in which they were made."""
    mutes = db.execute("SELECT key FROM mute WHERE ended IS NULL ORDER BY key").fetchall()
    grow, answer, every, first = db.execute(
        "SELECT sum(w.grows > 0), sum(w.answer > 0), count(*), min(t.snoozed_until) FROM triage t "
        "LEFT JOIN waking w ON w.mention = t.mention WHERE t.status = 'snoozed' "
        "AND t.lead = t.mention"
    ).fetchone()
    both = db.execute(
        "SELECT count(*) FROM waking w JOIN triage t ON t.mention = w.mention "
        "WHERE t.status = 'snoozed' AND t.lead = t.mention AND (w.grows > 0 OR w.answer > 0)"
    ).fetchone()[0]
    return Asleep(
        tuple(_mute(db, k) for (k,) in mutes), every - both, grow or 0, answer or 0,
        maybe_moment(first),
    )  # fmt: skip


def quietens(db: Asks, keys: Sequence[int]) -> int:
    """How many other mentions would go to Watching if the threads of these were muted."""
    names = [n for k in keys for n in names_of(db, k)]
    chosen = dumps([int(k) for k in keys])
    among = "IN (SELECT value FROM json_each(?))"
    return int(
        db.execute(
            "SELECT count(*) FROM triage t WHERE t.mention IN ("
            f"SELECT mention FROM thread_of WHERE name {among} UNION "
            "SELECT s.mention FROM triage o JOIN triage s ON s.stack = o.stack "
            f"WHERE o.mention {among}) AND t.mention NOT {among} AND t.status = 'open' "
            "AND t.grade = 'none' AND t.view NOT IN ('urgent', 'watching')",
            [dumps(names), chosen, chosen],
        ).fetchone()[0]
    )


def notes(db: Asks, key: int) -> list[HistoryLine]:
    """The notes at a mention that were not taken back, as lines of its history."""
    rows = db.execute(
        "SELECT at, by, text FROM note WHERE mention = ? AND undone = 0 ORDER BY key", [key]
    )
    return [HistoryLine(moment(at), by, f"note: {text}") for at, by, text in rows]


def with_notes(done: Sequence[HistoryLine], noted: Sequence[HistoryLine]) -> list[HistoryLine]:
    """A history and its notes, in order of time."""
    return sorted([*done, *noted], key=_at)


def _at(line: HistoryLine) -> datetime:
    return line.at


def _mute(db: Asks, key: int) -> Mute:
    mention, by, at, until, why, text = db.execute(
        "SELECT m.mention, m.by, m.at, m.until, m.why, "
        "substr(CASE WHEN o.title <> '' THEN o.title ELSE o.text END, 1, 300) "
        "FROM mute m JOIN mention o ON o.key = m.mention WHERE m.key = ?",
        [key],
    ).fetchone()
    about = " ".join(text.split())
    about = about if len(about) <= FIRST_WORDS else about[: FIRST_WORDS - 1] + "…"
    return Mute(mention, about, by, moment(at), maybe_moment(until), why, _quiet(db, key))


def _quiet(db: Asks, mute: int) -> int:
    rows: list[Any] = db.execute(
        "SELECT count(*) FROM triage WHERE view = 'watching' AND status = 'open' "
        "AND mention IN (SELECT value FROM json_each(?))",
        [dumps(list(covered(db, [mute])))],
    ).fetchall()
    return int(rows[0][0])


def _sleep(db: Asks, key: int) -> Sleep | None:
    row = db.execute(
        "SELECT t.snoozed_until, w.grows, w.was, w.answer FROM triage t LEFT JOIN waking w "
        "ON w.mention = t.mention WHERE t.mention = ? AND t.status = 'snoozed'",
        [key],
    ).fetchone()
    if row is None:
        return None
    return Sleep(maybe_moment(row[0]), row[1] or 0, row[2] or 0, bool(row[3]))


def _follows(db: Asks, key: int) -> Followed | None:
    row = db.execute(
        "SELECT f.answered, d.outcome, d.by, d.at FROM follow f JOIN decision d "
        "ON d.key = f.decision WHERE f.mention = ? AND d.undone = 0",
        [key],
    ).fetchone()
    return None if row is None else Followed(row[0], row[1], row[2], moment(row[3]))
