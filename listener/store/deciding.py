"""What people do to mentions, each with its way back in a journal that survives a restart."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlite_utils import Database

from listener.errors import Known, NotFound, NothingToUndo
from listener.mention import Correction, Decision, MentionKey
from listener.reading.corrected import DANGERS, danger_moves, in_words
from listener.store import added, correcting, replies
from listener.store.asking import Asks
from listener.store.coding import dumps, micros, moment
from listener.store.erasing import forget
from listener.store.records import Put, Undone
from listener.store.stacks import leave
from rules.flowchart import OUTCOMES

# What each verb changes, and so what taking it back must put right: nothing that came since.
OF_DECIDING = ("status", "view", "decided", "settled", "snoozed_until")
OF_SNOOZING = ("status", "view", "snoozed_until")
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
) -> tuple[Decision, ...]:
    """Records a decision for every member present; later members are not covered.

    service: the category that needs to know, or "", for all or for each key.
    """
    told = service if isinstance(service, Mapping) else dict.fromkeys(keys, service)
    service_of = {m: told.get(key, "") for key in keys for m in members(db, [key])}
    touched = list(service_of)
    before = _before(db, touched, OF_DECIDING)
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
        _tell(db, [mention], now, by, what + (f" ({note})" if note else ""))
    _journal(db, now, by, f"{said} taken back for {_many(len(keys))}", before, touched)
    return tuple(Decision(outcome, service_of[int(key)], by, now, note) for key in keys)


def answer(db: Database, key: MentionKey, question: str, yes: bool, by: str, now: datetime) -> None:
    """Keeps the officer's answer to a question of the chart."""
    before = _before(db, [key], OF_ANSWERING)
    row = db.execute("SELECT answers FROM triage WHERE mention = ?", [key]).fetchone()
    answers = json.loads(row[0]) | {question: [yes, by]}
    db.execute("UPDATE triage SET answers = ? WHERE mention = ?", [dumps(answers), key])
    said = "yes" if yes else "no"
    _tell(db, [key], now, by, f"answered {said} to {question}")
    _journal(db, now, by, f"the answer “{said}” taken back", before, [])


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
    before: Before = ((), [])
    if moves == "up" and status == "snoozed":
        before = _before(db, [key], OF_SNOOZING)
        leave(db, key)
        db.execute(
            "UPDATE triage SET status = 'open', snoozed_until = NULL WHERE mention = ?", [key]
        )
    kept = correcting.put(db, key, correction, now)
    _tell(db, [key], now, correction.by, in_words(correction, kept.was))
    said = f"the correction of the {correction.what} taken back"
    _journal(db, now, correction.by, said, before, [], corrected=[kept])


def snooze(
    db: Database, keys: Sequence[MentionKey], until: datetime, by: str, now: datetime
) -> None:
    """Puts rows away until a time. Raises Known where all are possible dangers or decided."""
    touched = members(db, [k for k in keys if _may_wait(db, k)])
    if not touched:
        raise Known(
            "A possible danger is not put away, and what was decided needs no putting away. "
            "Nothing was changed."
        )
    before = _before(db, touched, OF_SNOOZING)
    db.conn.executemany(
        "UPDATE triage SET status = 'snoozed', view = 'snoozed', snoozed_until = ? "
        "WHERE mention = ?",
        [(micros(until), m) for m in touched],
    )
    _tell(db, touched, now, by, f"snoozed until {until:%Y-%m-%d %H:%M} UTC")
    _journal(db, now, by, f"snooze taken back for {_many(len(keys))}", before, [])


def _may_wait(db: Database, key: MentionKey) -> bool:
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
        "SELECT mention FROM triage WHERE status = 'snoozed' AND snoozed_until <= ? UNION ALL "
        "SELECT m.mention FROM triage l JOIN triage m ON m.lead = l.mention "
        "WHERE l.view = 'snoozed' AND l.lead = l.mention AND l.status = 'open'",
        [micros(now)],
    ).fetchall()
    db.conn.executemany(
        "UPDATE triage SET status = 'open', snoozed_until = NULL WHERE mention = ?", due
    )
    return tuple(MentionKey(m) for (m,) in due)


def star(db: Database, keys: Sequence[MentionKey], on: bool, by: str, now: datetime) -> None:
    """Stars rows or takes the star away."""
    before = _before(db, [int(k) for k in keys], OF_STARRING)
    db.conn.executemany("UPDATE triage SET starred = ? WHERE mention = ?", [(on, k) for k in keys])
    _journal(db, now, by, f"star {'taken back' if on else 'put back'}", before, [])


def undo(db: Database, by: str, now: datetime) -> Undone:
    """Takes the last thing back. Raises NothingToUndo."""
    row = db.execute(
        "SELECT key, said, inverse FROM journal WHERE undone = 0 ORDER BY key DESC LIMIT 1"
    ).fetchone()
    if row is None:
        raise NothingToUndo("There is nothing to take back.")
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
    corrected = [Put(*kept) for kept in inverse.get("corrected", ())]
    for c in corrected:
        correcting.take_back(db, c.correction, c.mention, c.what, c.before)
    replied = replies.take_back(db, inverse.get("reply_steps", ()))
    db.execute("UPDATE journal SET undone = 1 WHERE key = ?", [row[0]])
    touched = [k[0] for k in inverse["before"]] + [c.mention for c in corrected] + replied
    keys = list(dict.fromkeys(touched))
    _tell(db, keys, now, by, row[1])
    retold = added.put_back(db, inverse.get("retold", ()), now)
    return Undone(row[1], tuple(MentionKey(k) for k in keys), retold)


def last_decision(db: Asks, key: int) -> Decision | None:
    """What stands decided for a mention, or None."""
    row = db.execute(
        "SELECT outcome, service, by, at, note FROM decision WHERE mention = ? AND undone = 0 "
        "ORDER BY key DESC LIMIT 1",
        [key],
    ).fetchone()
    return None if row is None else Decision(row[0], row[1], row[2], moment(row[3]), row[4])


Before = tuple[tuple[str, ...], list[list[object]]]


def journal(db: Database, now: datetime, by: str, said: str) -> None:
    """Notes something that can be taken back and changed nothing in triage."""
    _journal(db, now, by, said, ((), []), [])


def tell(db: Database, keys: Sequence[int], now: datetime, by: str, what: str) -> None:
    """A line in the history of mentions."""
    _tell(db, keys, now, by, what)


def _before(db: Database, keys: Sequence[int], columns: tuple[str, ...]) -> Before:
    rows: list[list[object]] = []
    for key in keys:
        row = db.execute(
            f"SELECT mention, {', '.join(columns)} FROM triage WHERE mention = ?", [key]
        ).fetchone()
        if row is None:
            raise NotFound(f"There is no mention {key}. Nothing was changed.")
        rows.append(list(row))
    return columns, rows


def note_added(db: Database, keys: Sequence[int], by: str, now: datetime) -> None:
    """Mentions that a person added can be taken back."""
    said = f"{_many(len(keys))} added by hand taken away again"
    _journal(db, now, by, said, ((), []), [], keys)


def _journal(
    db: Database,
    now: datetime,
    by: str,
    said: str,
    before: Before,
    decided: Sequence[int],
    added: Sequence[int] = (),
    corrected: Sequence[Put] = (),
) -> None:
    inverse = dumps(
        {"columns": before[0], "before": before[1], "decided": list(decided), "added": list(added),
         "corrected": corrected}
    )  # fmt: skip
    db.execute(
        "INSERT INTO journal (at, by, said, inverse) VALUES (?, ?, ?, ?)",
        [micros(now), by, said, inverse],
    )


def _tell(db: Database, keys: Sequence[int], now: datetime, by: str, what: str) -> None:
    db.conn.executemany(
        "INSERT INTO history (mention, at, by, what) VALUES (?, ?, ?, ?)",
        [(k, micros(now), by, what) for k in keys],
    )


def _many(n: int) -> str:
    return "1 mention" if n == 1 else f"{n} mentions"
