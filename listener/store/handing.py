"""Keeps what is handed to an area: it follows a decision, moves with one, and is undone with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlite_utils import Database

from listener.clock import Clock
from listener.errors import Known
from listener.handoff import DigestKey, Role
from listener.mention import MentionKey
from listener.spike import SpikeKey
from listener.store import journal
from listener.store.coding import dumps, micros, moment
from listener.store.deciding import members
from listener.store.handoffread import STANDS, TOLD
from rules.routing import Destination

BY_HAND = "added by hand"
"""How the reason of a handoff begins that an officer made beside the lead: it does not move."""
_SAID = "\x1f"


class Heard(NamedTuple):
    """What routing needs of one mention that a decision covers."""

    mention: int
    text: str
    already_routed: bool
    places: tuple[str, ...]
    category: str  # as it was read


@dataclass(frozen=True, slots=True)
class HandoffShelf:
    """Used on the engine's thread. Each verb is one transaction, or a part of the open one."""

    _writing: Callable[[], AbstractContextManager[Database]]
    _clock: Clock

    def covered(self, key: MentionKey) -> tuple[Heard, ...]:
        """The mentions that the row of a key speaks for. Raises NotFound."""
        with self._writing() as db:
            keys = dumps(members(db, [key]))
            rows = db.execute(
                "SELECT m.key, m.title || ' ' || m.text, m.already_routed, t.places, t.category "
                "FROM mention m JOIN triage t ON t.mention = m.key "
                "WHERE m.key IN (SELECT value FROM json_each(?))",
                [keys],
            ).fetchall()
        return tuple(
            Heard(k, text, bool(routed), tuple(filter(None, places.split(_SAID))), category)
            for k, text, routed, places, category in rows
        )

    def follow(self, went: Mapping[int, Sequence[Destination]], by: str, second: str = "") -> int:
        """What was just written down in the journal sends mentions there; how many moved.

        What stood for another lead moves to the new one; what stands there already stays. Where a
        mention goes nowhere now, what no area was told of yet is dropped.
        """
        with self._writing() as db:
            now = self._clock()
            done = _Done([], [])
            for mention, to in went.items():
                _lead_on(db, mention, to, second, by, now, done)
            if done.made or done.ended:
                journal.add(db, "handoffs", done._asdict())
            return len(done.made) + len(done.ended)

    def leads(self, key: MentionKey) -> tuple[str, ...]:
        """The areas that the row of a mention was handed to as leads, while that stands."""
        with self._writing() as db:
            rows = db.execute(
                f"SELECT DISTINCT h.area FROM handoff h WHERE {STANDS} AND h.role = 'lead' "
                "AND h.mention IN (SELECT value FROM json_each(?))",
                [dumps(members(db, [key]))],
            ).fetchall()
        return tuple(area for (area,) in rows)

    def add(self, went: Mapping[int, Destination], second: str, by: str, said: str) -> int:
        """One more area for mentions; how many were new to it. Raises Known where none was."""
        with self._writing() as db:
            now = self._clock()
            fresh = {m: d for m, d in went.items() if not _stands(db, m, d.area)}
            if not fresh:
                area = next(iter(went.values())).area
                raise Known(f"{area} has it already. Nothing was changed.")
            made = [_insert(db, m, None, d, by, now, second) for m, d in fresh.items()]
            for mention, to in fresh.items():
                journal.tell(db, [mention], now, by, _words(to, second))
            journal.write(db, now, by, said, also={"handoffs": {"made": made, "ended": []}})
            return len(made)

    def add_spike(self, spike: SpikeKey, to: Destination, second: str, by: str, said: str) -> int:
        """A spike goes to an area. Raises Known where it went there already."""
        with self._writing() as db:
            now = self._clock()
            there = f"SELECT 1 FROM handoff h WHERE {STANDS} AND h.spike = ? AND h.area = ?"
            if db.execute(there, [spike, to.area]).fetchone():
                raise Known(f"{to.area} has this spike already. Nothing was changed.")
            made = _insert(db, None, spike, to, by, now, second)
            db.execute(
                "INSERT INTO spike_act (spike, at, by, what) VALUES (?, ?, ?, ?)",
                [spike, micros(now), by, _words(to, second)],
            )
            journal.write(db, now, by, said, also={"handoffs": {"made": [made], "ended": []}})
            return 1

    def sent(self, digest: DigestKey, by: str) -> bool:
        """The spike of a digest that goes out is with its area from then on; whether it is anew.

        No journal: what was sent is not taken back. It counts as told by this very digest.
        """
        with self._writing() as db:
            row = db.execute(
                "SELECT g.spike, g.area, g.at, s.category FROM digest g "
                "JOIN spike s ON s.key = g.spike WHERE g.key = ?",
                [digest],
            ).fetchone()
            if row is None:
                return False
            spike, area, at, category = row
            there = (
                f"SELECT max(h.area = ?) FROM handoff h WHERE {STANDS} AND h.spike = ? "
                "AND h.finished = ''"
            )
            with_it = db.execute(there, [area, spike]).fetchone()[0]
            if with_it:
                return False
            role: Role = "lead" if with_it is None else "information"
            to = Destination(area, role, category, "its digest was forwarded", "")
            _insert(db, None, spike, to, by, moment(at), "")
            return True

    def held_by(self, key: MentionKey) -> tuple[str, ...]:
        """Who handed over what waits for a second reader, of a mention's row."""
        with self._writing() as db:
            rows = _held(db, [key])
        return tuple(dict.fromkeys(by for _, by, _, _ in rows))

    def release(self, keys: Sequence[MentionKey], by: str) -> int:
        """Somebody else has read them: they may be told. Raises Known where nothing waits."""
        with self._writing() as db:
            now, rows = self._clock(), _held(db, keys)
            if not rows:
                raise Known("Nothing here waits for a second reader. Nothing was changed.")
            db.conn.executemany(
                "UPDATE handoff SET held = '', second = ? WHERE key = ?",
                [(by, key) for key, _, _, _ in rows],
            )
            touched = list(dict.fromkeys(m for _, _, m, _ in rows))
            journal.tell(db, touched, now, by, "read it besides: it may go to the service")
            was = [[key, held] for key, _, _, held in rows]
            said = "it waits for a second reader again"
            journal.write(db, now, by, said, also={"held_handoffs": was})
            return len(rows)

    def finish(self, keys: Sequence[int], how: str) -> None:
        """These handoffs are finished, or open again with "". For what writes its own history."""
        with self._writing() as db:
            db.conn.executemany(
                "UPDATE handoff SET finished = ? WHERE key = ?", [(how, k) for k in keys]
            )


class _Done(NamedTuple):
    """What was made, and what was ended with what stood there before; for the journal."""

    made: list[int]
    ended: list[list[object]]


def _lead_on(
    db: Database,
    mention: int,
    to: Sequence[Destination],
    second: str,
    by: str,
    now: datetime,
    done: _Done,
) -> None:
    """Where a mention goes now against where it went."""
    rows = db.execute(
        f"SELECT h.key, h.area, h.role, h.because, {TOLD} FROM handoff h "
        f"WHERE {STANDS} AND h.finished = '' AND h.mention = ?",
        [mention],
    ).fetchall()
    wanted = {d.area for d in to}
    lead = next((d.area for d in to if d.role == "lead"), "")
    for key, area, role, because, told in rows:
        stays = area in wanted or because.startswith(BY_HAND) or (told and not lead)
        if stays or (role == "information" and told):
            continue
        moved = lead if role == "lead" else ""
        db.execute(
            "UPDATE handoff SET moved = ?, ended = ? WHERE key = ?", [moved, micros(now), key]
        )
        done.ended.append([key])
        if moved:
            journal.tell(db, [mention], now, by, f"moved from {area} to {moved}")
    there = {area for _, area, *_ in rows}
    for destination in (d for d in to if d.area not in there):
        done.made.append(_insert(db, mention, None, destination, by, now, second))
        if destination.role == "information" or destination.held or second:
            journal.tell(db, [mention], now, by, _words(destination, second))


def _insert(
    db: Database,
    mention: int | None,
    spike: int | None,
    to: Destination,
    by: str,
    now: datetime,
    second: str,
) -> int:
    made = db.execute(
        "INSERT INTO handoff (area, role, category, mention, spike, because, at, by, held, second) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [to.area, to.role, to.category, mention, spike, to.because, micros(now), by, to.held,
         second],
    )  # fmt: skip
    return int(made.lastrowid or 0)


def _words(to: Destination, second: str) -> str:
    what = "for information to" if to.role == "information" else "handed to"
    read = f"; {second} read it besides" if second else ""
    return f"{what} {to.area}: {to.held or to.because}{read}"


def _stands(db: Database, mention: int, area: str) -> bool:
    sql = f"SELECT 1 FROM handoff h WHERE {STANDS} AND h.mention = ? AND h.area = ?"
    return db.execute(sql, [mention, area]).fetchone() is not None


def _held(db: Database, keys: Sequence[MentionKey]) -> list[tuple[int, str, int, str]]:
    """Key, who handed it over, mention, and why it waits."""
    return db.execute(
        f"SELECT h.key, h.by, h.mention, h.held FROM handoff h WHERE {STANDS} AND h.held <> '' "
        "AND h.mention IN (SELECT value FROM json_each(?))",
        [dumps(members(db, keys))],
    ).fetchall()


def put_back(db: Database, done: Mapping[str, Sequence[Any]]) -> list[int]:
    """What was made is undone, what was ended stands again; the mentions it was about."""
    made = [int(k) for k in done["made"]]
    ended = [int(k) for k, *_ in done["ended"]]
    db.conn.executemany("UPDATE handoff SET undone = 1 WHERE key = ?", [(k,) for k in made])
    db.conn.executemany(
        "UPDATE handoff SET moved = '', ended = NULL WHERE key = ?", [(k,) for k in ended]
    )
    return _mentions(db, [*made, *ended])


def hold_again(db: Database, was: Sequence[Sequence[Any]]) -> list[int]:
    """What was read by a second person waits for one again; the mentions it is about."""
    db.conn.executemany(
        "UPDATE handoff SET held = ?, second = '' WHERE key = ?", [(why, k) for k, why in was]
    )
    return _mentions(db, [int(k) for k, _ in was])


def _mentions(db: Database, keys: Sequence[int]) -> list[int]:
    rows = (db.execute("SELECT mention FROM handoff WHERE key = ?", [k]).fetchone() for k in keys)
    return [int(r[0]) for r in rows if r is not None and r[0] is not None]
