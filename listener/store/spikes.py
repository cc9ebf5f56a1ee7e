"""Keeps spikes: makes them of the affairs of a time, goes on with them, ends them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from listener.clock import LONDON
from listener.store.asking import Asks
from listener.store.coding import dumps, maybe_moment, micros, moment
from listener.store.counting import episode_of
from listener.store.spikefacts import Facts, facts_of
from listener.store.swells import Gathered, Stretch, Window, utc_of
from rules.heeding import QUARTER, quarter_of
from rules.raising import (
    RETURNS,
    Floors,
    Raised,
    Silence,
    grown,
    opened_again,
    same_spike,
)
from rules.swelling import QUIET, Episode
from rules.topic import Topic, covers

_BACK = int(RETURNS.total_seconds()) // QUARTER
COLUMNS = (
    "key, category, place, status, began, ended, told_at, told_posts, acknowledged, noticed, data, "
    "posts"
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A spike as the database has it."""

    raised: Raised
    posts: int
    acknowledged: str
    ended: datetime | None
    data: Mapping[str, Any]

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """The times that it is made of."""
        return tuple(Stretch(*s) for s in self.data.get("stretches", ()))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a window came to: the spikes touched, and mentions that belong to an open one now."""

    touched: tuple[int, ...] = ()
    joined: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Now:
    """What a window is judged against. now: aware UTC."""

    now: datetime
    floors: Floors
    silences: Sequence[Silence] = ()

    @property
    def quarter(self) -> int:
        """The quarter of the wall clock that it is."""
        return quarter_of(self.now.astimezone(LONDON))

    def silence_of(self, topic: Topic) -> Silence | None:
        """The silence that holds for a topic, or None."""
        return next((s for s in self.silences if covers(s.topic, topic)), None)


def kept_of(db: Asks, row: Sequence[Any]) -> Kept:
    """The spike of a row of COLUMNS."""
    (key, category, place, status, began, ended, told_at, told_posts, acknowledged, noticed, data,
     posts) = row  # fmt: skip
    read = json.loads(data)
    found = db.execute("SELECT mention FROM spike_mention WHERE spike = ?", [key])
    raised = Raised(
        key,
        Topic(category, place),
        status,
        moment(began),
        utc_of(read.get("last", 0)),
        frozenset(m for (m,) in found),
        maybe_moment(told_at),
        told_posts,
        read.get("seen_posts") or 0,
        bool(read.get("dismissed")),
        moment(noticed),
    )
    return Kept(raised, posts, acknowledged, maybe_moment(ended), read)


def near(db: Asks, window: Window) -> list[Kept]:
    """Spikes that lie in or about a window, as far as one may be back."""
    first, last = (
        micros(utc_of(window.first - _BACK)), micros(utc_of(window.last + _BACK + 1)),
    )  # fmt: skip
    rows = db.execute(
        f"SELECT {COLUMNS} FROM spike WHERE absorbed_by IS NULL AND began <= ? "
        "AND coalesce(ended, ?) >= ? ORDER BY key",
        [last, last, first],
    ).fetchall()
    return [kept_of(db, row) for row in rows]


def keep_window(db: Database, window: Window, gathered: Sequence[Gathered], ground: Now) -> Outcome:
    """Makes the spikes of a window what its affairs are, and marks its episodes as gathered."""
    kept = near(db, window)
    free = {k.raised.key: k for k in kept}
    touched: list[int] = []
    joined: list[int] = []
    for one in gathered:
        lead = one.affair.lead
        began, last = utc_of(one.stretch.began), utc_of(one.stretch.last)
        found = same_spike(
            one.affair.topic, began, last, lead.mentions, [k.raised for k in free.values()]
        )
        same = [free.pop(r.key) for r in found]
        key, new = _go_on(db, window, one, same, ground)
        touched.append(key)
        joined += new
    for lost in free.values():
        touched += _lose(db, window, lost, ground)
    db.execute("DELETE FROM episode WHERE fresh = 2 AND last >= ? AND began <= ?", window)
    db.execute("UPDATE episode SET fresh = 0 WHERE fresh = 1 AND last >= ? AND began <= ?", window)
    return Outcome(tuple(dict.fromkeys(touched)), tuple(joined))


def _outside(window: Window, stretches: Sequence[Stretch]) -> list[Stretch]:
    return [s for s in stretches if s.last < window.first or s.began > window.last]


def _episodes(db: Asks, stretches: Sequence[Stretch]) -> list[Episode]:
    found = []
    for s in stretches:
        row = db.execute(
            "SELECT data FROM episode WHERE series = ? AND began = ? AND fresh < 2",
            [s.series, s.began],
        ).fetchone()
        if row is not None:
            found.append(episode_of(row[0]))
    return found


def _go_on(
    db: Database, window: Window, one: Gathered, same: Sequence[Kept], ground: Now
) -> tuple[int, list[int]]:
    """Writes one spike: a new one, or the first of those that it is; the others are part of it."""
    before = same[0] if same else None
    stretches = sorted(
        {*(s for k in same for s in _outside(window, k.stretches)), one.stretch},
        key=lambda s: (s.began, s.series),
    )
    stood = before.data if before else {}
    facts = facts_of(db, one, stretches, _episodes(db, stretches), stood)
    status, why = _status(before, facts, ground)
    silence = ground.silence_of(facts.topic)
    key = before.raised.key if before else _made(db, facts, status, ground, silence)
    if before is not None:
        _rewrite(db, before, facts, status, why, ground, silence)
    for other in same[1:]:
        db.execute(
            "UPDATE spike SET absorbed_by = ?, status = 'ended', ended = coalesce(ended, ?) "
            "WHERE key = ?",
            [key, micros(ground.now), other.raised.key],
        )
        tell(db, other.raised.key, ground.now, "", f"became part of {facts.topic.title}")
    had = {m for (m,) in db.execute("SELECT mention FROM spike_mention WHERE spike = ?", [key])}
    now = facts.mentions
    db.conn.executemany(
        "DELETE FROM spike_mention WHERE spike = ? AND mention = ?", [(key, m) for m in had - now]
    )
    db.conn.executemany("INSERT INTO spike_mention VALUES (?, ?)", [(key, m) for m in now - had])
    return key, sorted(now - had) if status in ("open", "acknowledged") else []


def _status(before: Kept | None, facts: Facts, ground: Now) -> tuple[str, str]:
    """The status of a spike by now, and why it is open again."""
    alive = ground.quarter - facts.last <= QUIET
    was = before.raised.status if before else ""
    if before is not None and before.raised.dismissed:
        return "ended", ""
    if not alive:
        return ("ended" if was in ("open", "acknowledged", "ended") else "past"), ""
    if ground.silence_of(facts.topic) is not None:
        return "acknowledged", ""
    if before is None or was == "past":
        return ("open" if facts.loud >= ground.floors.posts else "past"), ""
    why = opened_again(before.raised, facts.posts, _is_back(before, facts))
    if why:
        return "open", why
    return was, ""


def _is_back(before: Kept, facts: Facts) -> bool:
    """Whether a spike that was over is busy again: anew, or far more than when it was ended."""
    if before.raised.status != "ended" or before.ended is None:
        return False
    over = quarter_of(before.ended.astimezone(LONDON))
    anew = any(s.began >= over for s in map(Stretch._make, facts.data["stretches"]))
    more = facts.last >= over and grown(facts.posts, before.raised.seen_posts)
    return anew or more


def _made(db: Database, facts: Facts, status: str, ground: Now, silence: Silence | None) -> int:
    made = db.execute(
        "INSERT INTO spike (id, title, category, area, place, status, began, noticed, posts, "
        "people, at_least, usual_low, usual_high, usual_words, sureness) "
        "VALUES ('', ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, '', '')",
        [facts.topic.title, facts.topic.category, facts.area, facts.topic.place, status,
         micros(facts.began), micros(facts.noticed if status == "past" else ground.now)],
    )  # fmt: skip
    key = int(made.lastrowid or 0)
    db.execute("UPDATE spike SET id = ? WHERE key = ?", [f"S{key}", key])
    said = "found in what was heard later than it was said" if status == "past" else "noticed"
    tell(db, key, ground.now if status != "past" else facts.noticed, "", said)
    _write(db, key, facts, status, {}, silenced(silence) if status == "acknowledged" else "")
    return key


def _rewrite(
    db: Database,
    before: Kept,
    facts: Facts,
    status: str,
    why: str,
    ground: Now,
    silence: Silence | None,
) -> None:
    key, data = before.raised.key, dict(before.data)
    acknowledged = before.acknowledged if status != "open" else ""
    if status == "acknowledged" and not acknowledged:
        acknowledged = silenced(silence)
    if why:
        tell(db, key, ground.now, "", f"open again: {why}")
        db.execute("UPDATE spike SET told_at = NULL, noticed = ? WHERE key = ?",
                   [micros(ground.now), key])  # fmt: skip
        data["back"], data["again"] = micros(ground.now), why
    if status == "open" and before.raised.status == "past":
        tell(db, key, ground.now, "", "it goes on")
        db.execute("UPDATE spike SET noticed = ? WHERE key = ?", [micros(ground.now), key])
    if facts.topic != before.raised.topic:
        tell(db, key, ground.now, "", f"is about {facts.topic.title} now")
    _write(db, key, facts, status, data, acknowledged)


def silenced(silence: Silence | None) -> str:
    """Who silenced it, until when and why, in words."""
    if silence is None:
        return ""
    until = silence.until.astimezone(LONDON)
    return f"silenced by {silence.by} until {until:%a} {until.day} {until:%b %H:%M}: {silence.why}"


def _write(
    db: Database,
    key: int,
    facts: Facts,
    status: str,
    data: Mapping[str, Any],
    acknowledged: str,
) -> None:
    ended = micros(facts.ends) if status in ("ended", "past") else None
    db.execute(
        "UPDATE spike SET title = ?, category = ?, area = ?, place = ?, status = ?, began = ?, "
        "ended = ?, posts = ?, people = ?, at_least = ?, usual_low = ?, usual_high = ?, "
        "usual_words = ?, sureness = ?, rising = ?, short = ?, acknowledged = ?, data = ? "
        "WHERE key = ?",
        [
            facts.topic.title, facts.topic.category, facts.area, facts.topic.place, status,
            micros(facts.began), ended, facts.posts, facts.people, facts.at_least,
            *facts.usual, facts.usual_words, facts.sureness,
            facts.rising and status in ("open", "acknowledged"), facts.short, acknowledged,
            dumps({**data, **facts.data}), key,
        ],
    )  # fmt: skip


def _lose(db: Database, window: Window, lost: Kept, ground: Now) -> list[int]:
    """A spike of which nothing is left in this window: its posts turned out to be others."""
    left = _outside(window, lost.stretches)
    if len(left) == len(lost.stretches):
        return []
    key = lost.raised.key
    if left:
        data = {**lost.data, "stretches": left, "last": max(s.last for s in left)}
        db.execute("UPDATE spike SET data = ? WHERE key = ?", [dumps(data), key])
        return [key]
    acted = db.execute("SELECT 1 FROM spike_act WHERE spike = ? AND by <> ''", [key]).fetchone()
    if acted is None and lost.raised.told_at is None:
        db.execute("DELETE FROM spike WHERE key = ?", [key])
        db.execute("DELETE FROM spike_mention WHERE spike = ?", [key])
        db.execute("DELETE FROM spike_act WHERE spike = ?", [key])
        return [key]
    data = {**lost.data, "stretches": [], "dismissed": "its posts turned out to be no spike"}
    db.execute(
        "UPDATE spike SET status = 'ended', ended = coalesce(ended, ?), data = ? WHERE key = ?",
        [micros(ground.now), dumps(data), key],
    )
    tell(db, key, ground.now, "", "ended: its posts turned out to be no spike")
    return [key]


def tell(db: Database, key: int, now: datetime, by: str, what: str) -> None:
    """A line in the history of a spike; by: "" for the listener."""
    db.execute(
        "INSERT INTO spike_act (spike, at, by, what) VALUES (?, ?, ?, ?)",
        [key, micros(now), by, what],
    )


def end_quiet(db: Database, ground: Now) -> tuple[int, ...]:
    """Ends the spikes of which nothing was heard for hours."""
    over = []
    rows = db.execute(
        f"SELECT {COLUMNS} FROM spike WHERE status IN ('open', 'acknowledged') "
        "AND json_extract(data, '$.last') < ?",
        [ground.quarter - QUIET],
    ).fetchall()
    for row in rows:
        kept = kept_of(db, row)
        key = kept.raised.key
        ends = utc_of(kept.data["last"] + 1)
        db.execute(
            "UPDATE spike SET status = 'ended', ended = ?, rising = 0 WHERE key = ?",
            [micros(ends), key],
        )
        hours = QUIET * QUARTER // 3600
        tell(db, key, ground.now, "", f"ended: nothing unusual was heard for {hours} hours")
        over.append(key)
    return tuple(over)
