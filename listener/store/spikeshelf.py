"""The store's door for counting and spikes: each verb is one transaction, on one thread."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from listener.clock import Clock
from listener.errors import Known, NotFound
from listener.mention import MentionKey
from listener.store import counting, journal, spikes
from listener.store.coding import dumps, maybe_micros, micros
from listener.store.explained import explain
from listener.store.newsources import new_source_of
from listener.store.spikeread import standing_silences
from listener.store.swells import gather, next_window
from rules.raising import Floors, Pace, Sensitivity, Silence, tell_now
from rules.topic import Topic, covers

Writing = Callable[[], AbstractContextManager[Database]]
STANDING = ("open", "acknowledged")
SAVED = ("status", "ended", "acknowledged")
DECIDED = ("seen_posts", "dismissed")  # what people decided, of a spike's data


@dataclass(frozen=True, slots=True)
class Told:
    """A spike of which people are told now."""

    key: int
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class Judging:
    """How a council wants to be told: what a spike has at least, and how the telling is spaced."""

    floors: Floors = field(default_factory=Floors)
    sensitivity: Sensitivity = "usual"
    pace: Pace = field(default_factory=Pace)
    works_calm: bool = False  # a spike that known works explain whole calls nobody


@dataclass(frozen=True, slots=True)
class SpikeShelf:
    """Lives in the store."""

    _writing: Writing
    _clock: Clock
    _db: Database

    def pending(self) -> bool:
        """Whether anything is to be counted, gone through or gathered."""
        return counting.pending(self._db)

    def changes(self) -> int:
        """How many rows were changed since the database was opened."""
        return int(self._db.conn.total_changes)

    def undecided(self, keys: Sequence[MentionKey]) -> tuple[MentionKey, ...]:
        """Those of the mentions that nobody has decided."""
        with self._writing() as db:
            rows = db.execute(
                "SELECT mention FROM triage WHERE status <> 'done' AND lead > 0 "
                "AND mention IN (SELECT value FROM json_each(?))",
                [dumps([int(k) for k in keys])],
            ).fetchall()
        return tuple(MentionKey(k) for (k,) in rows)

    def count_some(self, most: int) -> bool:
        """Counts the next few mentions; whether there were any."""
        with self._writing() as db:
            return counting.count_some(db, most)

    def go_through_some(self, most: int, seconds: float = 1.0) -> bool:
        """Goes through a few topics whose counts changed, one at least; whether there were any."""
        until = time.monotonic() + seconds
        with self._writing() as db:
            found = counting.dirty_series(db, most)
            for series in found:
                counting.go_through(db, series)
                if time.monotonic() > until:
                    break
            return bool(found)

    def gather_some(self, judging: Judging) -> spikes.Outcome | None:
        """Makes the spikes of one window of busy times; None where none waits."""
        with self._writing() as db:
            window = next_window(db)
            if window is None:
                return None
            ground = self._ground(db, judging)
            found = gather(
                db, window, judging.floors, judging.sensitivity,
                lambda swell: new_source_of(db, swell, ground.now),
            )  # fmt: skip
            return spikes.keep_window(db, window, found, ground)

    def _ground(self, db: Database, judging: Judging) -> spikes.Now:
        now = self._clock()
        return spikes.Now(now, judging.floors, standing_silences(db, now))

    def look_after(
        self, judging: Judging, tells: bool = True
    ) -> tuple[tuple[int, ...], list[Told], datetime | None]:
        """Ends what is over: the spikes touched, those told of now, and when to look again.

        tells: False where nobody is there to be told; then it is told of the next time.
        """
        with self._writing() as db:
            ground = self._ground(db, judging)
            touched = [*spikes.end_quiet(db, ground), *_unsilenced(db, ground)]
            touched += explain(db, judging.works_calm, ground.now)
            told: list[Told] = []
            again: list[datetime] = [s.until for s in ground.silences]
            for kept in _open(db) if tells else ():
                if kept.data.get("calm"):
                    continue
                silent = ground.silence_of(kept.raised.topic) is not None
                now, due, said = tell_now(kept.raised, kept.posts, ground.now, judging.pace, silent)
                again += [due] if due else []
                # Open again is no news of something new: it is told for what opened it.
                why = kept.data.get("again") or said if kept.raised.told_at is None else said
                if now:
                    told.append(Told(kept.raised.key, kept.raised.topic.title, why))
                    _told(db, kept, ground.now, why)
            return tuple(touched), told, min(again, default=None)

    # What people do

    def acknowledge(self, key: int, by: str, to: str) -> None:
        """Somebody looks after it, until it ends, grows or returns. Raises Known, NotFound."""
        with self._writing() as db:
            kept = _standing(db, key)
            now = self._clock()
            went = f", to {to}" if to else ""
            words = f"{by}, {journal.clock_words(now)}{went}"
            data = {**kept.data, "seen_posts": kept.posts}
            self._change(
                db, key, by, f"acknowledged{went}", "the acknowledgement taken back",
                status="acknowledged", acknowledged=words, data=dumps(data),
            )  # fmt: skip

    def dismiss(self, key: int, why: str, by: str) -> None:
        """It is no spike: it ends, and is not opened again. Raises Known, NotFound."""
        with self._writing() as db:
            kept = _found(db, key)
            if kept.raised.dismissed:
                raise Known("That is known not to be a spike already. Nothing was changed.")
            data = {**kept.data, "dismissed": why or "no reason given"}
            ended = micros(kept.ended or self._clock())
            said = f"not a spike: {why}" if why else "not a spike"
            self._change(
                db, key, by, said, "it is a spike again",
                status="ended" if kept.raised.status != "past" else "past", ended=ended,
                data=dumps(data),
            )  # fmt: skip

    def end(self, key: int, by: str, why: str = "") -> None:
        """It is over. Raises Known where it is already, NotFound."""
        with self._writing() as db:
            kept = _standing(db, key)
            data = {**kept.data, "seen_posts": kept.posts}
            said = f"ended: {why}" if why else "ended"
            self._change(
                db, key, by, said, "the spike is not ended", status="ended",
                ended=micros(self._clock()), data=dumps(data),
            )  # fmt: skip

    def _change(
        self, db: Database, key: int, by: str, what: str, back: str, **columns: object
    ) -> None:
        now = self._clock()
        kept = _found(db, key)
        stood: list[object] = [kept.raised.status, maybe_micros(kept.ended), kept.acknowledged]
        stood += [kept.data.get(name) for name in DECIDED]
        sets = ", ".join(f"{c} = ?" for c in columns)
        db.execute(f"UPDATE spike SET {sets} WHERE key = ?", [*columns.values(), key])
        spikes.tell(db, key, now, by, what)
        journal.write(db, now, by, back, also={"spikes": [[key, back, *stood]]})

    def silence(self, topic: Topic, until: datetime, why: str, by: str) -> int:
        """Nobody is told of a topic until then (UTC). Raises Known where it is silenced already."""
        with self._writing() as db:
            now = self._clock()
            if any(s.topic == topic for s in standing_silences(db, now)):
                raise Known(f"{topic.title} is silenced already. End that first.")
            made = db.execute(
                "INSERT INTO silence (category, place, at, by, why, until) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                [*topic, micros(now), by, why, micros(until)],
            )
            key = int(made.lastrowid or 0)
            words = spikes.silenced(Silence(topic, until, why, by))
            for kept in _open(db):
                if covers(topic, kept.raised.topic):
                    db.execute(
                        "UPDATE spike SET status = 'acknowledged', acknowledged = ? WHERE key = ?",
                        [words, kept.raised.key],
                    )
                    spikes.tell(db, kept.raised.key, now, by, words)
            said = f"silenced {topic.title} until {journal.clock_words(until)}: {why}"
            journal.tell(db, [0], now, by, said)
            journal.write(
                db, now, by, f"the silence about {topic.title} taken back",
                also={"silences": [[key, True]]},
            )  # fmt: skip
            return key

    def end_silence(self, key: int, by: str) -> None:
        """People are told of a topic again. Raises Known where it is not silenced, NotFound."""
        with self._writing() as db:
            now = self._clock()
            row = db.execute(
                "SELECT category, place, until, ended FROM silence WHERE key = ?", [key]
            ).fetchone()
            if row is None:
                raise NotFound(f"There is no silence {key}. Nothing was changed.")
            if row[3] is not None or row[2] <= micros(now):
                raise Known("That silence is over already. Nothing was changed.")
            db.execute(
                "UPDATE silence SET ended = ?, ended_by = ? WHERE key = ?", [micros(now), by, key]
            )
            title = Topic(row[0], row[1]).title
            journal.tell(db, [0], now, by, f"ended the silence about {title}")
            journal.write(db, now, by, f"{title} silenced again", also={"silences": [[key, False]]})


def _found(db: Database, key: int) -> spikes.Kept:
    row = db.execute(f"SELECT {spikes.COLUMNS} FROM spike WHERE key = ?", [key]).fetchone()
    if row is None:
        raise NotFound(f"There is no spike {key}. Nothing was changed.")
    return spikes.kept_of(db, row)


def _standing(db: Database, key: int) -> spikes.Kept:
    kept = _found(db, key)
    if kept.raised.status not in STANDING:
        raise Known("That spike is over. Nothing was changed.")
    return kept


def _open(db: Database) -> list[spikes.Kept]:
    rows = db.execute(
        f"SELECT {spikes.COLUMNS} FROM spike WHERE status = 'open' AND absorbed_by IS NULL"
    ).fetchall()
    return [spikes.kept_of(db, row) for row in rows]


def _told(db: Database, kept: spikes.Kept, now: datetime, why: str) -> None:
    db.execute(
        "UPDATE spike SET told_at = ?, told_posts = ? WHERE key = ?",
        [micros(now), kept.posts, kept.raised.key],
    )
    spikes.tell(db, kept.raised.key, now, "", f"told of it: {why}")


def _unsilenced(db: Database, ground: spikes.Now) -> list[int]:
    """Spikes that go on after their silence has ended are open again."""
    rows = db.execute(
        f"SELECT {spikes.COLUMNS} FROM spike WHERE status = 'acknowledged' "
        "AND acknowledged LIKE 'silenced by %'"
    ).fetchall()
    found = []
    for row in rows:
        kept = spikes.kept_of(db, row)
        if ground.silence_of(kept.raised.topic) is None:
            key = kept.raised.key
            db.execute("UPDATE spike SET status = 'open', acknowledged = '' WHERE key = ?", [key])
            spikes.tell(db, key, ground.now, "", "open: its silence has ended")
            found.append(key)
    return found


def put_back(db: Database, rows: Sequence[Sequence[Any]], by: str, now: datetime) -> None:
    """Gives spikes the status that they had; what was counted since stays."""
    sets = ", ".join(f"{c} = ?" for c in SAVED)
    decided = ", ".join(f"'$.{name}', ?" for name in DECIDED)
    for key, said, *values in rows:
        db.execute(
            f"UPDATE spike SET {sets}, data = json_set(data, {decided}) WHERE key = ?",
            [*values, key],
        )
        spikes.tell(db, key, now, by, said)


def put_back_silences(db: Database, rows: Sequence[Sequence[Any]], by: str, now: datetime) -> None:
    """Ends silences that were made, and lets go on those that were ended."""
    for key, made in rows:
        values: Mapping[str, object] = {"ended": micros(now) if made else None,
                                        "ended_by": by if made else ""}  # fmt: skip
        db.execute(
            "UPDATE silence SET ended = ?, ended_by = ? WHERE key = ?", [*values.values(), key]
        )
