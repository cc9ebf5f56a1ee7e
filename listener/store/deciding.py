"""What people do to mentions, each with its way back in the journal."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlite_utils import Database

from listener.errors import Known, NotFound
from listener.mention import Correction, Decision, MentionKey
from listener.reading.corrected import DANGERS, danger_moves, in_words
from listener.store import correcting, journal
from listener.store.asking import Asks
from listener.store.coding import dumps, micros, moment
from listener.store.holds import start_clock
from listener.store.stacks import leave
from rules.flowchart import OUTCOMES

# What each verb changes, and so what taking it back must put right: nothing that came since.
OF_DECIDING = ("status", "view", "decided", "settled", "snoozed_until")
OF_ANSWERING = ("answers",)
OF_STARRING = ("starred",)


def members(db: Database, keys: Sequence[MentionKey]) -> list[int]:
    """The mentions that the rows of these keys speak for."""
    found: dict[int, None] = {}
    for key in keys:
        row = db.execute("SELECT lead FROM triage WHERE mention = ?", [key]).fetchone()
        if row is None:
            raise NotFound(f"There is no mention {key}. Nothing was changed.")
        same = db.execute("SELECT mention FROM triage WHERE lead = ? ORDER BY mention", row)
        found.update((int(m), None) for (m,) in same)
    return list(found)


def decide(
    db: Database,
    keys: Sequence[MentionKey],
    outcome: str,
    service: str | Mapping[MentionKey, str],
    note: str,
    by: str,
    now: datetime,
    also: Mapping[str, object] | None = None,
    with_it: str = "",
) -> tuple[Decision, ...]:
    """Records a decision for every member present; later members are not covered.

    service: the category that needs to know, or "", for all or for each key. also: what is
    taken back with it, by listener.store.backwards; with_it: in words, for the journal.
    """
    told = service if isinstance(service, Mapping) else dict.fromkeys(keys, service)
    service_of = {m: told.get(key, "") for key in keys for m in members(db, [key])}
    touched = list(service_of)
    before = journal.before(db, touched, OF_DECIDING)
    db.conn.executemany(
        "INSERT INTO decision (mention, outcome, service, by, at, note) VALUES (?, ?, ?, ?, ?, ?)",
        [(m, outcome, s, by, micros(now), note) for m, s in service_of.items()],
    )
    db.conn.executemany(
        "UPDATE triage SET status = 'done', view = 'done', decided = ?, settled = 1, "
        "snoozed_until = NULL WHERE mention = ?",
        [(outcome, m) for m in touched],
    )
    said = OUTCOMES.get(outcome, outcome)
    for mention, area in service_of.items():
        what = f"decided: {said}{' · ' + area if area else ''}"
        journal.tell(db, [mention], now, by, what + (f" ({note})" if note else ""))
    journal.write(
        db, now, by, f"{said} taken back for {journal.many(len(keys))}{with_it}", before, touched,
        also=also,
    )  # fmt: skip
    return tuple(Decision(outcome, service_of[int(key)], by, now, note) for key in keys)


def answer(db: Database, key: MentionKey, question: str, yes: bool, by: str, now: datetime) -> None:
    """Keeps the officer's answer to a question of the chart."""
    before = journal.before(db, [key], OF_ANSWERING)
    row = db.execute("SELECT answers FROM triage WHERE mention = ?", [key]).fetchone()
    answers = json.loads(row[0]) | {question: [yes, by]}
    db.execute("UPDATE triage SET answers = ? WHERE mention = ?", [dumps(answers), key])
    said = "yes" if yes else "no"
    journal.tell(db, [key], now, by, f"answered {said} to {question}")
    journal.write(db, now, by, f"the answer “{said}” taken back", before, [])


def correct(db: Database, key: MentionKey, correction: Correction, now: datetime) -> None:
    """Keeps what an officer put right in a reading. Raises Known: no danger is corrected away."""
    row = db.execute("SELECT view, grade, status FROM triage WHERE mention = ?", [key]).fetchone()
    if row is None:
        raise NotFound(f"There is no mention {key}. Nothing was changed.")
    view, grade, status = row
    moves = danger_moves(correction)
    if moves == "down" and status != "done" and (view == "urgent" or grade in DANGERS):
        raise Known(
            "A possible danger leaves Urgent only by being passed on, or read by somebody who "
            "says that nobody is at risk. Nothing was changed."
        )
    before = journal.NOTHING
    if moves == "up" and status == "snoozed":
        before = journal.before(db, [key], journal.OF_SNOOZING)
        leave(db, key)
        db.execute(
            "UPDATE triage SET status = 'open', snoozed_until = NULL WHERE mention = ?", [key]
        )
    sides = journal.side(db, "alarm", [key])
    kept = correcting.put(db, key, correction, now)
    if moves == "up" and view != "urgent":  # no correction buys time where a clock runs already
        start_clock(db, key, now)
    journal.tell(db, [key], now, correction.by, in_words(correction, kept.was))
    said = f"the correction of the {correction.what} taken back"
    journal.write(db, now, correction.by, said, before, corrected=[kept], also=sides)


def star(db: Database, keys: Sequence[MentionKey], on: bool, by: str, now: datetime) -> None:
    """Stars rows or takes the star away."""
    before = journal.before(db, [int(k) for k in keys], OF_STARRING)
    db.conn.executemany("UPDATE triage SET starred = ? WHERE mention = ?", [(on, k) for k in keys])
    journal.write(db, now, by, f"star {'taken back' if on else 'put back'}", before, [])


def last_decision(db: Asks, key: int) -> Decision | None:
    """What stands decided for a mention, or None."""
    row = db.execute(
        "SELECT outcome, service, by, at, note FROM decision WHERE mention = ? AND undone = 0 "
        "ORDER BY key DESC LIMIT 1",
        [key],
    ).fetchone()
    return None if row is None else Decision(row[0], row[1], row[2], moment(row[3]), row[4])


def note_added(db: Database, keys: Sequence[int], by: str, now: datetime) -> None:
    """Mentions that a person added can be taken back."""
    said = f"{journal.many(len(keys))} added by hand taken away again"
    journal.write(db, now, by, said, ((), []), [], keys)


def note_source(
    db: Database, key: int, column: str, said: str, now: datetime, was: bool = False
) -> None:
    """A source that was paused, resumed or removed can be put back."""
    journal.write(db, now, "", said, also={"sources": [[key, column, was]]})
