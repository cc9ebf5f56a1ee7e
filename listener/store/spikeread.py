"""What is kept of spikes, for looking at."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from listener.clock import LONDON
from listener.errors import NotFound
from listener.mention import MentionKey
from listener.spike import Bar, Drop, Silenced, Spike, SpikeKey, SpikeStatus
from listener.store.asking import Asks
from listener.store.coding import dumps, maybe_moment, micros, moment
from listener.store.counting import said_of
from listener.store.swells import Stretch, utc_of
from rules.heeding import A_DAY, QUARTER, quarter_of
from rules.raising import Silence, silent_topic
from rules.topic import Topic, covers

HOUR = 3600 // QUARTER
_SPIKE = (
    "key, id, title, category, area, place, began, noticed, ended, posts, people, at_least, "
    "usual_low, usual_high, usual_words, sureness, status, rising, short, acknowledged, data"
)
STATUSES: tuple[SpikeStatus, ...] = ("open", "acknowledged", "ended", "past")


def spikes(db: Asks, statuses: Sequence[SpikeStatus], most: int) -> tuple[Spike, ...]:
    """Spikes of these statuses: the open first, then the newest."""
    chosen = [s for s in STATUSES if not statuses or s in statuses]
    rows = db.execute(
        f"SELECT {_SPIKE} FROM spike WHERE absorbed_by IS NULL "
        f"AND status IN ({', '.join('?' * len(chosen))}) "
        "ORDER BY status <> 'open', status <> 'acknowledged', began DESC, key DESC LIMIT ?",
        [*chosen, most],
    ).fetchall()
    return tuple(_spike(row) for row in rows)


def spike(db: Asks, key: int) -> Spike:
    """One spike. Raises NotFound."""
    row = db.execute(f"SELECT {_SPIKE} FROM spike WHERE key = ?", [key]).fetchone()
    if row is None:
        raise NotFound(f"There is no spike {key}.")
    return _spike(row)


def _spike(row: Sequence[Any]) -> Spike:
    (key, id_, title, category, area, place, began, noticed, ended, posts, people, at_least, low,
     high, usual_words, sureness, status, rising, short, acknowledged, kept) = row  # fmt: skip
    data = json.loads(kept)
    return Spike(
        key=SpikeKey(key),
        id=id_,
        title=title,
        category=category,
        area=area,
        place=place,
        began=moment(began),
        noticed=moment(noticed),
        ended=maybe_moment(ended),
        posts=posts,
        people=people,
        at_least=bool(at_least),
        usual=(low, high),
        usual_words=usual_words,
        sureness=sureness,
        status=status,
        rising=bool(rising),
        short=bool(short),
        mix=data.get("mix", {}),
        beside=data.get("beside", {}),
        absorbed=tuple(data.get("absorbed", ())),
        explained=data.get("explained", ""),
        acknowledged=acknowledged,
    )


def counts(db: Asks) -> dict[str, int]:
    """How many spikes have each status."""
    rows = db.execute(
        "SELECT status, count(*) FROM spike WHERE absorbed_by IS NULL GROUP BY status"
    ).fetchall()
    return {s: dict(rows).get(s, 0) for s in STATUSES}


def find(db: Asks, identity: str) -> SpikeKey:
    """The spike of an id (S1). Raises NotFound."""
    row = db.execute(
        "SELECT coalesce(absorbed_by, key) FROM spike WHERE id = ?", [identity.upper()]
    ).fetchone()
    if row is None:
        raise NotFound(f"There is no spike {identity}.")
    return SpikeKey(row[0])


def _data(db: Asks, key: int) -> dict[str, Any]:
    row = db.execute("SELECT data FROM spike WHERE key = ?", [key]).fetchone()
    if row is None:
        raise NotFound(f"There is no spike {key}.")
    made: dict[str, Any] = json.loads(row[0])
    return made


def bars(db: Asks, key: int, now: datetime) -> tuple[Bar, ...]:
    """Each hour from some before it began until it ended, or until now; at most a week."""
    data = _data(db, key)
    hours = data.get("hours")
    if not hours or not data["stretches"]:
        return ()
    ended = db.execute("SELECT ended FROM spike WHERE key = ?", [key]).fetchone()[0]
    end = quarter_of((now if ended is None else moment(ended)).astimezone(LONDON))
    stretches = [Stretch(*s) for s in data["stretches"]]
    first, ranges = hours["first"], hours["ranges"]
    many = max(1, min((end - first) // HOUR + 1, 7 * 24))
    last = first + many * HOUR - 1
    # Where a spike moved from one topic to another, its last topic is drawn.
    said = {s.mention: s for s in said_of(db, data["series"], first, last) if s.counted}
    counted = Counter((s.quarter - first) // HOUR for s in said.values())
    return tuple(
        Bar(
            at=utc_of(first + hour * HOUR),
            posts=counted[hour],
            low=float(ranges[hour % len(ranges)][0]),
            high=float(ranges[hour % len(ranges)][1]),
            part=any(
                s.began < first + (hour + 1) * HOUR and s.last >= first + hour * HOUR
                for s in stretches
            ),
        )
        for hour in range(many)
    )


def figures(db: Asks, key: int) -> tuple[tuple[str, str], ...]:
    """How it is worked out: a label and a figure in words, for each."""
    return tuple((label, text) for label, text in _data(db, key).get("figures", ()))


def keys(db: Asks, key: int) -> tuple[MentionKey, ...]:
    """Its mentions in the order in which they were said, those beside among them."""
    rows = db.execute(
        "SELECT m.key FROM spike_mention s JOIN mention m ON m.key = s.mention "
        "WHERE s.spike = ? ORDER BY coalesce(m.published, m.heard), m.key",
        [key],
    ).fetchall()
    return tuple(MentionKey(k) for (k,) in rows)


def identities(db: Asks, keys: Sequence[MentionKey]) -> list[str]:
    """The ids of mentions, in this order; `source:id` where several sources have one."""
    rows = db.execute(
        "SELECT m.key, m.id, s.name, EXISTS (SELECT 1 FROM mention o WHERE o.id = m.id "
        "AND o.key <> m.key) FROM mention m JOIN source s ON s.key = m.source "
        "WHERE m.key IN (SELECT value FROM json_each(?))",
        [dumps([int(k) for k in keys])],
    ).fetchall()
    named = {key: f"{source}:{id_}" if twice else id_ for key, id_, source, twice in rows}
    return [named[k] for k in keys if k in named]


def history(db: Asks, key: int) -> tuple[tuple[datetime, str, str], ...]:
    """What was done about it, oldest first: when (UTC), who, what."""
    rows = db.execute("SELECT at, by, what FROM spike_act WHERE spike = ? ORDER BY key", [key])
    return tuple((moment(at), by or "the listener", what) for at, by, what in rows)


def open_spike(db: Asks, mention: int) -> tuple[SpikeKey, str] | None:
    """The open spike that a mention belongs to, with its title, or None."""
    row = db.execute(
        "SELECT k.key, k.title FROM spike_mention s JOIN spike k ON k.key = s.spike "
        "WHERE s.mention = ? AND k.status IN ('open', 'acknowledged') "
        "AND k.absorbed_by IS NULL ORDER BY k.key DESC LIMIT 1",
        [mention],
    ).fetchone()
    return None if row is None else (SpikeKey(row[0]), row[1])


def standing_silences(db: Asks, now: datetime) -> tuple[Silence, ...]:
    """The silences that hold now."""
    rows = db.execute(
        "SELECT key, category, place, at, by, why, until FROM silence "
        "WHERE ended IS NULL AND until > ? AND at <= ? ORDER BY until, key",
        [micros(now), micros(now)],
    )
    return tuple(
        Silence(Topic(category, place), moment(until), why, by, key, moment(at))
        for key, category, place, at, by, why, until in rows
    )


def silences(db: Asks, now: datetime) -> tuple[Silenced, ...]:
    """The silences that hold now, each with the spikes of which nobody was told for it."""
    return tuple(
        Silenced(
            key=s.key,
            title=s.topic.title,
            category=s.topic.category,
            place=s.topic.place,
            at=s.at or now,
            by=s.by,
            why=s.why,
            until=s.until,
            hides=tuple(
                x for x in _since(db, s.at or now) if covers(s.topic, Topic(x.category, x.place))
            ),
        )
        for s in standing_silences(db, now)
    )


def _since(db: Asks, since: datetime) -> tuple[Spike, ...]:
    rows = db.execute(
        f"SELECT {_SPIKE} FROM spike WHERE absorbed_by IS NULL "
        "AND (ended IS NULL OR ended >= ?) ORDER BY began DESC LIMIT 200",
        [micros(since)],
    ).fetchall()
    return tuple(_spike(row) for row in rows)


def would_hide(
    db: Asks, category: str, place: str, until: datetime, now: datetime
) -> tuple[Spike, ...]:
    """What a silence until then would hide: what is open of it, and what the last such time had."""
    since = now - (until - now)
    topic = Topic(category, place)
    return tuple(s for s in _since(db, since) if covers(topic, Topic(s.category, s.place)))


def drops(db: Asks, now: datetime) -> tuple[Drop, ...]:
    """Topics that are strangely silent, the busiest first."""
    quarter = quarter_of(now.astimezone(LONDON))
    rows = db.execute(
        "SELECT category, place, last, rate, coalesce(since, last) FROM series "
        "WHERE rate >= 1 AND last IS NOT NULL "
        "ORDER BY rate DESC"
    ).fetchall()
    return tuple(
        Drop(Topic(category, place).title, category, place, utc_of(last), rate)
        for category, place, last, rate, first in rows
        if silent_topic(rate, (quarter - last) / A_DAY, (last - first) / A_DAY)
    )
