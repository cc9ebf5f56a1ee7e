"""Keeps what is done about possible dangers: who looks, who was told, the ways out, the holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from listener.clock import Clock
from listener.errors import Known, NotFound
from listener.mention import Correction, Decision, MentionKey
from listener.store import correcting, deciding, journal
from listener.store.coding import dumps, maybe_micros, micros
from listener.store.holds import start_clock
from listener.store.records import Put
from listener.store.stacks import leave
from rules.urgent import REVIEW, WayOut

Service = str | Mapping[MentionKey, str]  # for all, or for each
OF_RAISING = ("status", "view", "decided", "settled", "snoozed_until")
PASSED_ON_HOLD = "passed on: kept as it was read until this is reviewed"


@dataclass(frozen=True, slots=True)
class UrgentShelf:
    """Every verb is one transaction with its way back in the journal; on the engine's thread."""

    _writing: Callable[[], AbstractContextManager[Database]]
    _clock: Clock

    def raise_(self, keys: Sequence[MentionKey], by: str) -> None:
        """Makes mentions urgent, whatever was read or decided before.

        They get a fresh clock, but for those whose clock runs already.
        """
        with self._writing() as db:
            _raise(db, keys, by, self._clock())

    def let_out(
        self, keys: Sequence[MentionKey], way: WayOut, note: str, service: Service, outcome: str
    ) -> tuple[Decision, ...]:
        """Decides mentions by one of the two ways out of Urgent, and keeps which way it was."""
        with self._writing() as db:
            return _let_out(db, keys, way, note, service, outcome, self._clock())

    def among(self, keys: Sequence[MentionKey]) -> tuple[MentionKey, ...]:
        """Those of the mentions that stand in Urgent, or under a row that does."""
        with self._writing() as db:
            rows = db.execute(
                "SELECT t.mention FROM triage t JOIN triage l ON l.mention = t.lead "
                "WHERE l.view = 'urgent' AND t.mention IN (SELECT value FROM json_each(?))",
                [dumps([int(k) for k in keys])],
            ).fetchall()
        urgent = {m for (m,) in rows}
        return tuple(k for k in keys if k in urgent)

    def note(self, keys: Sequence[MentionKey], kind: str, by: str, what: str) -> None:
        """Keeps that somebody looks, rang, copied the reply or chose silence."""
        with self._writing() as db:
            now = self._clock()
            touched = deciding.members(db, keys) if kind == "looking" else [int(k) for k in keys]
            for key in touched:
                _present(db, key)
            made = [_noted(db, key, kind, by, what, now) for key in touched]
            journal.tell(db, touched, now, by, what)
            said = f"“{what}” taken back"
            journal.write(db, now, by, said, also={"urgent": {"act": made, "keys": touched}})

    def gave(self, key: MentionKey, by: str, what: str) -> None:
        """Keeps what was given to whom and why; what left the house is not taken back."""
        with self._writing() as db:
            _present(db, key)
            _noted(db, key, "gave", by, what, self._clock())
            journal.tell(db, [key], self._clock(), by, what)

    def hold(self, keys: Sequence[MentionKey], why: str, by: str) -> None:
        """Keeps mentions as they are; held ones are held on for seven more days."""
        with self._writing() as db:
            now = self._clock()
            ended = [k for key in keys for k in _end(db, key, now)]
            made = [_hold(db, key, why, by, now) for key in keys]
            journal.tell(db, keys, now, by, f"put on hold: {why}")
            inverse = {"hold": made, "ended": ended, "keys": [int(k) for k in keys]}
            journal.write(db, now, by, "the hold taken back", also={"urgent": inverse})

    def end_hold(self, keys: Sequence[MentionKey], why: str, by: str) -> None:
        """Ends holds. Raises Known where nothing is held."""
        with self._writing() as db:
            now = self._clock()
            ended = [k for key in keys for k in _end(db, key, now)]
            if not ended:
                raise Known("This mention is not on hold. Nothing was changed.")
            journal.tell(db, keys, now, by, f"hold ended: {why}")
            inverse = {"ended": ended, "keys": [int(k) for k in keys]}
            journal.write(db, now, by, "the end of the hold taken back", also={"urgent": inverse})


def _present(db: Database, key: int) -> None:
    if db.execute("SELECT 1 FROM triage WHERE mention = ?", [key]).fetchone() is None:
        raise NotFound(f"There is no mention {key}. Nothing was changed.")


def _raise(db: Database, keys: Sequence[MentionKey], by: str, now: datetime) -> None:
    before = journal.before(db, [int(k) for k in keys], OF_RAISING)
    sides = journal.side(db, "alarm", keys)
    puts: list[Put] = []
    for key, (_, _, view, *_) in zip(keys, before[1], strict=True):
        if view != "urgent":
            start_clock(db, key, now)
        leave(db, key)
        puts.append(correcting.put(db, key, Correction("danger", "person", by), now))
    db.conn.executemany(
        "UPDATE triage SET status = 'open', view = 'urgent', decided = '', settled = 0, "
        "snoozed_until = NULL WHERE mention = ?",
        [(k,) for k in keys],
    )
    journal.tell(db, keys, now, by, "made urgent")
    many = "" if len(keys) == 1 else f" ({len(keys)} mentions)"
    journal.write(db, now, by, f"made urgent{many}: taken back", before, corrected=puts, also=sides)


def _let_out(
    db: Database,
    keys: Sequence[MentionKey],
    way: WayOut,
    note: str,
    service: Service,
    outcome: str,
    now: datetime,
) -> tuple[Decision, ...]:
    touched = deciding.members(db, keys)
    made = []
    for key in touched:
        row = db.execute(
            "INSERT INTO way_out (mention, way, by, at, whom, how, told_at, reference, reason, "
            "outcome) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [key, way.way, way.by, micros(now), way.whom, way.how, maybe_micros(way.told_at),
             way.reference, way.reason, outcome],
        )  # fmt: skip
        made.append(int(row.lastrowid or 0))
    held = []
    if way.way == "passed_on":
        held = [_hold(db, k, PASSED_ON_HOLD, way.by, now) for k in touched if not _held(db, k)]
    also = {"urgent": {"way": made, "hold": held}}
    return deciding.decide(db, keys, outcome, service, note, way.by, now, also)


def _noted(db: Database, key: int, kind: str, by: str, what: str, now: datetime) -> int:
    made = db.execute(
        "INSERT INTO urgent_act (mention, kind, by, at, what) VALUES (?, ?, ?, ?, ?)",
        [key, kind, by, micros(now), what],
    )
    return int(made.lastrowid or 0)


def _held(db: Database, key: int) -> bool:
    sql = "SELECT 1 FROM hold WHERE mention = ? AND ended IS NULL"
    return db.execute(sql, [key]).fetchone() is not None


def _hold(db: Database, key: int, why: str, by: str, now: datetime) -> int:
    _present(db, key)
    made = db.execute(
        "INSERT INTO hold (mention, at, by, why, review) VALUES (?, ?, ?, ?, ?)",
        [key, micros(now), by, why, micros(now + REVIEW)],
    )
    return int(made.lastrowid or 0)


def _end(db: Database, key: int, now: datetime) -> list[int]:
    _present(db, key)
    rows = db.execute("SELECT key FROM hold WHERE mention = ? AND ended IS NULL", [key]).fetchall()
    db.execute("UPDATE hold SET ended = ? WHERE mention = ? AND ended IS NULL", [micros(now), key])
    return [int(k) for (k,) in rows]
