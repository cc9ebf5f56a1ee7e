"""Puts mentions away until a time, until they grow or until an answer, and wakes them again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlite_utils import Database

from listener.errors import Known, NotFound
from listener.mention import MentionKey
from listener.store import journal
from listener.store.asking import Asks
from listener.store.coding import micros
from rules.asleep import grown


def snooze(
    db: Database,
    keys: Sequence[MentionKey],
    touched: Sequence[int],
    until: datetime,
    by: str,
    now: datetime,
    grows: int = 0,
    answer: bool = False,
) -> None:
    """Puts rows away. touched: all that these keys speak for and that may wait. Raises Known."""
    if not touched:
        raise Known(
            "A possible danger is not put away, and what was decided needs no putting away. "
            "Nothing was changed."
        )
    stood = journal.before(db, touched, journal.OF_SNOOZING)
    sides = journal.side(db, "waking", touched)
    db.conn.executemany(
        "UPDATE triage SET status = 'snoozed', view = 'snoozed', snoozed_until = ? "
        "WHERE mention = ?",
        [(micros(until), m) for m in touched],
    )
    db.conn.executemany("DELETE FROM waking WHERE mention = ?", [(m,) for m in touched])
    if grows or answer:
        db.conn.executemany(
            "INSERT INTO waking VALUES (?, ?, ?, ?, ?)",
            [(m, micros(now), grows, was, answer) for m, was in _voices(db, touched)],
        )
    at = journal.clock_words(until)
    journal.tell(db, touched, now, by, f"snoozed until {_until(at, grows, answer)}")
    said = f"snooze taken back for {journal.many(len(keys))}"
    journal.write(db, now, by, said, stood, also=sides)


def _until(at: str, grows: int, answer: bool) -> str:
    wanted = [f"{grows} more people tell it (or twice as many)"] if grows else []
    wanted += ["somebody answers in its thread"] if answer else []
    return f"{' or '.join(wanted)}, at the latest {at}" if wanted else at


def may_wait(db: Database, key: MentionKey) -> bool:
    """Whether the row that speaks for a mention is undecided and no possible danger."""
    row = db.execute(
        "SELECT l.view, l.status FROM triage t JOIN triage l ON l.mention = t.lead "
        "WHERE t.mention = ?",
        [key],
    ).fetchone()
    if row is None:
        raise NotFound(f"There is no mention {key}. Nothing was changed.")
    return bool(row[0] != "urgent" and row[1] != "done")


def wake(db: Database, now: datetime) -> tuple[MentionKey, ...]:
    """Opens the snoozed whose time has come; the caller walks them again."""
    # Those opened before by a program that was killed before it had walked them come too.
    due = db.execute(
        "SELECT mention, 1 FROM triage WHERE status = 'snoozed' AND snoozed_until <= ? UNION ALL "
        "SELECT m.mention, 0 FROM triage l JOIN triage m ON m.lead = l.mention "
        "WHERE l.view = 'snoozed' AND l.lead = l.mention AND l.status = 'open'",
        [micros(now)],
    ).fetchall()
    for mention, sleeping in due:
        if sleeping:
            why = _in_vain(db, mention)
            journal.tell(db, [mention], now, journal.LISTENER, f"came back: {why}")
    db.conn.executemany(
        "UPDATE triage SET status = 'open', snoozed_until = NULL WHERE mention = ?",
        [(m,) for m, _ in due],
    )
    return tuple(MentionKey(m) for m, _ in due)


def _in_vain(db: Database, mention: int) -> str:
    row = db.execute("SELECT grows, answer FROM waking WHERE mention = ?", [mention]).fetchone()
    if row is None:
        return "the time had come"
    missing = [w for w, on in (("it had not grown", row[0]), ("nobody had answered", row[1])) if on]
    return f"the time had come, and {' and '.join(missing)}"


def rouse(db: Database, lead: int, why: str, now: datetime) -> list[int]:
    """Opens a sleeping row before its time; the caller walks again what this gives."""
    keys = [
        m
        for (m,) in db.execute(
            "SELECT mention FROM triage WHERE lead = ? AND status = 'snoozed'", [lead]
        ).fetchall()
    ]
    db.conn.executemany(
        "UPDATE triage SET status = 'open', snoozed_until = NULL WHERE mention = ?",
        [(k,) for k in keys],
    )
    journal.tell(db, keys, now, journal.LISTENER, f"came back: {why}")
    return keys


def wake_now(db: Database, touched: Sequence[int], by: str, now: datetime) -> tuple[int, ...]:
    """Opens sleeping mentions because a person wants them. Raises Known where none sleeps."""
    asleep = [
        m
        for m in touched
        if db.execute(
            "SELECT 1 FROM triage WHERE mention = ? AND status = 'snoozed'", [m]
        ).fetchone()
    ]
    if not asleep:
        raise Known("It is not snoozed. Nothing was changed.")
    stood = journal.before(db, asleep, journal.OF_SNOOZING)
    db.conn.executemany(
        "UPDATE triage SET status = 'open', snoozed_until = NULL WHERE mention = ?",
        [(m,) for m in asleep],
    )
    journal.tell(db, asleep, now, by, "woken by hand")
    journal.write(db, now, by, f"{journal.many(len(asleep))} snoozed again", stood)
    return tuple(asleep)


def grow(db: Database, key: int, now: datetime) -> list[int]:
    """What a new mention means for a row of its stack that sleeps until it grows.

    It sleeps with it, where it says nothing more and names no danger; and it may wake it.
    """
    mine = db.execute(
        "SELECT stack, lead, status, grade, places, question FROM triage WHERE mention = ?", [key]
    ).fetchone()
    stack, lead, status, grade, places, question = mine
    row = db.execute(
        "SELECT t.mention, t.places, t.question, t.snoozed_until, w.was, w.grows FROM triage t "
        "JOIN waking w ON w.mention = t.mention WHERE t.stack = ? AND t.lead = t.mention "
        "AND t.status = 'snoozed' AND w.grows > 0 ORDER BY t.mention LIMIT 1",
        [stack],
    ).fetchone()
    if row is None or grade != "none":
        return []
    other, told, asked, until, was, by = row
    if status == "open" and lead == key and _places(places) <= _places(told) and question <= asked:
        db.execute(
            "UPDATE triage SET lead = ?, status = 'snoozed', view = 'snoozed', snoozed_until = ? "
            "WHERE lead = ?",
            [other, until, key],
        )
        said = "the same was told before, and sleeps until it grows"
        journal.tell(db, [key], now, journal.LISTENER, said)
    why = grown(was, voices(db, other), by)
    return rouse(db, other, why, now) if why else []


def _places(kept: str) -> set[str]:
    return {p for p in kept.split("\x1f") if p}


def answered(
    db: Database, key: int, names: Sequence[int], said_at: int, now: datetime
) -> list[int]:
    """Wakes what sleeps until an answer in a thread of these names. said_at: microseconds."""
    marks = ",".join("?" * len(names))
    leads = db.execute(
        "SELECT DISTINCT t.lead FROM waking w JOIN triage t ON t.mention = w.mention "
        "JOIN triage n ON n.mention = ? WHERE w.answer AND w.at < ? AND t.status = 'snoozed' "
        "AND t.stack <> n.stack AND EXISTS (SELECT 1 FROM thread_of o "
        f"WHERE o.name IN ({marks}) AND o.mention = w.mention)",
        [key, said_at, *names],
    ).fetchall()
    return [k for (lead,) in leads for k in rouse(db, lead, "somebody answered in its thread", now)]


def voices(db: Asks, mention: int) -> int:
    """From how many people the stack of a mention is; each post without a name counts as one.

    Rather woken too early than too late: who has no name may be another person each time.
    """
    named, nameless = db.execute(
        "SELECT count(DISTINCT a.name), sum(a.name IS NULL) FROM triage t LEFT JOIN author a "
        "ON a.mention = t.mention AND a.name <> '' "
        "WHERE t.stack = (SELECT stack FROM triage WHERE mention = ?)",
        [mention],
    ).fetchone()
    return int(named) + int(nameless or 0)


def _voices(db: Asks, mentions: Sequence[int]) -> list[tuple[int, int]]:
    """The same for many, each stack counted once."""
    counted: dict[int, int] = {}
    found = []
    for mention in mentions:
        row = db.execute("SELECT stack FROM triage WHERE mention = ?", [mention]).fetchone()
        if row[0] not in counted:
            counted[row[0]] = voices(db, mention)
        found.append((mention, counted[row[0]]))
    return found
