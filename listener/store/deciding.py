"""What people do to mentions, each with its way back in a journal that survives a restart."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from listener.clock import LONDON
from listener.errors import Known, NotFound, NothingToUndo
from listener.mention import Correction, Decision, MentionKey
from listener.reading.corrected import DANGERS, danger_moves, in_words
from listener.store import added, backwards, correcting, journal, replies, saving
from listener.store.asking import Asks
from listener.store.coding import dumps, micros, moment
from listener.store.erasing import forget
from listener.store.holds import start_clock, take_back
from listener.store.records import Put, Undone
from listener.store.stacks import leave
from rules.flowchart import OUTCOMES
from rules.takingback import undo_since

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
    urgent: Mapping[str, Any] | None = None,
) -> tuple[Decision, ...]:
    """Records a decision for every member present; later members are not covered.

    service: the category that needs to know, or "", for all or for each key. urgent: what a way
    out of Urgent adds to the journal.
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
        db, now, by, f"{said} taken back for {journal.many(len(keys))}", before, touched,
        also={"urgent": urgent or {}},
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
    if moves == "up":
        start_clock(db, key, now)
    journal.tell(db, [key], now, correction.by, in_words(correction, kept.was))
    said = f"the correction of the {correction.what} taken back"
    journal.write(db, now, correction.by, said, before, corrected=[kept], also=sides)


def star(db: Database, keys: Sequence[MentionKey], on: bool, by: str, now: datetime) -> None:
    """Stars rows or takes the star away."""
    before = journal.before(db, [int(k) for k in keys], OF_STARRING)
    db.conn.executemany("UPDATE triage SET starred = ? WHERE mention = ?", [(on, k) for k in keys])
    journal.write(db, now, by, f"star {'taken back' if on else 'put back'}", before, [])


def undo(db: Database, by: str, now: datetime) -> Undone:
    """Takes the last step back. Raises NothingToUndo."""
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
    if moment(row[3]) < undo_since(now.astimezone(LONDON)):
        raise NothingToUndo(
            f"There is nothing of today to take back. The last thing done was on "
            f"{journal.clock_words(moment(row[3]))}; decide anew what should stand otherwise."
        )
    inverse = json.loads(row[2])
    if inverse["added"]:
        forget(db, inverse["added"])
    if inverse["before"]:
        sets = ", ".join(f"{c} = ?" for c in inverse["columns"])
        db.conn.executemany(
            f"UPDATE triage SET {sets} WHERE mention = ?",
            [(*kept[1:], kept[0]) for kept in inverse["before"]],
        )
    for mention in inverse["decided"]:
        db.execute(
            "UPDATE decision SET undone = 1 WHERE key = (SELECT max(key) FROM decision "
            "WHERE mention = ? AND undone = 0)",
            [mention],
        )
    saving.put_back(db, inverse.get("saved"))
    corrected = [Put(*kept) for kept in inverse.get("corrected", ())]
    for c in corrected:
        correcting.take_back(db, c.correction, c.mention, c.what, c.before)
    replied = replies.take_back(db, inverse.get("reply_steps", ()))
    urgent = inverse.get("urgent", {})
    take_back(db, urgent)
    db.execute("UPDATE journal SET undone = 1 WHERE key = ?", [row[0]])
    more = backwards.put_back(db, inverse, by, now)
    touched = [k[0] for k in inverse["before"]] + [c.mention for c in corrected] + replied
    keys = list(dict.fromkeys(touched + urgent.get("keys", [])))
    journal.tell(db, more.tell if more.tell is not None else keys, now, by, row[1])
    walked = dict.fromkeys([*keys, *more.walk])
    keys_walked = tuple(MentionKey(k) for k in walked)
    retold = added.put_back(db, inverse.get("retold", ()), now)
    return Undone(row[1], keys_walked, more.beyond, retold), int(inverse.get("with", 0))


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
