"""What people do to mentions, each with its way back in a journal that survives a restart."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from sqlite_utils import Database

from listener.errors import NotFound, NothingToUndo
from listener.mention import Decision, MentionKey
from listener.store.asking import Asks
from listener.store.coding import dumps, micros, moment
from listener.store.records import Undone
from rules.flowchart import OUTCOMES

KEPT = "mention, status, view, decided, settled, starred, snoozed_until, answers, lead"


def members(db: Database, keys: Sequence[MentionKey]) -> list[int]:
    """The mentions that the rows of these keys speak for, the undecided ones and the keys themselves."""
    found: dict[int, None] = {}
    for key in keys:
        row = db.execute("SELECT lead FROM triage WHERE mention = ?", [key]).fetchone()
        if row is None:
            raise NotFound(f"There is no mention {key}. Nothing was changed.")
        found[int(key)] = None
        same = db.execute(
            "SELECT mention FROM triage WHERE lead = ? AND status <> 'done' ORDER BY mention", row
        )
        found.update((int(m), None) for (m,) in same)
    return list(found)


def decide(
    db: Database,
    keys: Sequence[MentionKey],
    outcome: str,
    service: str,
    note: str,
    by: str,
    now: datetime,
) -> tuple[Decision, ...]:
    """Records a decision for every member present; later members are not covered."""
    touched = members(db, keys)
    said = f"{OUTCOMES.get(outcome, outcome)}{' · ' + service if service else ''}"
    before = _before(db, touched)
    db.conn.executemany(
        "INSERT INTO decision (mention, outcome, service, by, at, note) VALUES (?, ?, ?, ?, ?, ?)",
        [(m, outcome, service, by, micros(now), note) for m in touched],
    )
    db.conn.executemany(
        "UPDATE triage SET status = 'done', view = 'done', decided = ?, settled = 1, "
        "snoozed_until = NULL WHERE mention = ?",
        [(outcome, m) for m in touched],
    )
    _tell(db, touched, now, by, f"decided: {said}" + (f" ({note})" if note else ""))
    _journal(db, now, by, f"{said} taken back for {_many(len(keys))}", before, touched)
    return tuple(Decision(outcome, service, by, now, note) for _ in keys)


def answer(
    db: Database, key: MentionKey, question: str, yes: bool, by: str, now: datetime
) -> None:
    """Keeps the officer's answer to a question of the chart."""
    before = _before(db, [key])
    row = db.execute("SELECT answers FROM triage WHERE mention = ?", [key]).fetchone()
    answers = json.loads(row[0]) | {question: [yes, by]}
    db.execute("UPDATE triage SET answers = ? WHERE mention = ?", [dumps(answers), key])
    said = "yes" if yes else "no"
    _tell(db, [key], now, by, f"answered {said} to {question}")
    _journal(db, now, by, f"the answer “{said}” taken back", before, [])


def snooze(
    db: Database, keys: Sequence[MentionKey], until: datetime, by: str, now: datetime
) -> None:
    """Puts rows away until a time. A possible danger stays where it is."""
    touched = members(db, keys)
    before = _before(db, touched)
    db.conn.executemany(
        "UPDATE triage SET status = 'snoozed', view = 'snoozed', snoozed_until = ? "
        "WHERE mention = ? AND view <> 'urgent'",
        [(micros(until), m) for m in touched],
    )
    _tell(db, touched, now, by, f"snoozed until {until:%Y-%m-%d %H:%M} UTC")
    _journal(db, now, by, f"snooze taken back for {_many(len(keys))}", before, [])


def wake(db: Database, now: datetime) -> tuple[MentionKey, ...]:
    """Opens the snoozed whose time has come; the caller walks them again."""
    due = db.execute(
        "SELECT mention FROM triage WHERE status = 'snoozed' AND snoozed_until <= ?", [micros(now)]
    ).fetchall()
    db.conn.executemany(
        "UPDATE triage SET status = 'open', snoozed_until = NULL WHERE mention = ?", due
    )
    return tuple(MentionKey(m) for (m,) in due)


def star(db: Database, keys: Sequence[MentionKey], on: bool, by: str, now: datetime) -> None:
    """Stars rows or takes the star away."""
    before = _before(db, [int(k) for k in keys])
    db.conn.executemany(
        "UPDATE triage SET starred = ? WHERE mention = ?", [(on, k) for k in keys]
    )
    _journal(db, now, by, f"star {'taken back' if on else 'put back'}", before, [])


def undo(db: Database, by: str, now: datetime) -> Undone:
    """Takes the last thing back. Raises NothingToUndo."""
    row = db.execute(
        "SELECT key, said, inverse FROM journal WHERE undone = 0 ORDER BY key DESC LIMIT 1"
    ).fetchone()
    if row is None:
        raise NothingToUndo("There is nothing to take back.")
    inverse = json.loads(row[2])
    columns = [c.strip() for c in KEPT.split(",")][1:]
    sets = ", ".join(f"{c} = ?" for c in columns)
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
    db.execute("UPDATE journal SET undone = 1 WHERE key = ?", [row[0]])
    keys = [kept[0] for kept in inverse["before"]]
    _tell(db, keys, now, by, row[1])
    return Undone(row[1], tuple(MentionKey(k) for k in keys))


def last_decision(db: Asks, key: int) -> Decision | None:
    """What stands decided for a mention, or None."""
    row = db.execute(
        "SELECT outcome, service, by, at, note FROM decision WHERE mention = ? AND undone = 0 "
        "ORDER BY key DESC LIMIT 1",
        [key],
    ).fetchone()
    return None if row is None else Decision(row[0], row[1], row[2], moment(row[3]), row[4])


def _before(db: Database, keys: Sequence[int]) -> list[list[object]]:
    rows: list[list[object]] = []
    for key in keys:
        row = db.execute(f"SELECT {KEPT} FROM triage WHERE mention = ?", [key]).fetchone()
        if row is None:
            raise NotFound(f"There is no mention {key}. Nothing was changed.")
        rows.append(list(row))
    return rows


def _journal(
    db: Database,
    now: datetime,
    by: str,
    said: str,
    before: list[list[object]],
    decided: Sequence[int],
) -> None:
    inverse = dumps({"before": before, "decided": list(decided)})
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
