"""Gathers what a digest is made from: handoffs that wait, spikes, known works, gaps in hearing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from listener.errors import NotFound
from listener.mention import MentionKey
from listener.spike import Spike, SpikeKey
from listener.store import spikeread
from listener.store.asking import Asks
from listener.store.coding import maybe_moment, micros, moment
from listener.store.handoffread import STANDS
from listener.store.health import line
from listener.store.journal import clock_words
from rules.rhythm import Rhythm

PAST = timedelta(days=28)  # the topic's own past, against which words stand out
MOST_PAST = 1_000
GAP = timedelta(minutes=15)  # a shorter pause of listening is a restart
GROUPS = "closed groups (Facebook, Nextdoor, WhatsApp)"
NAMED = 3  # sources named of those that were not heard
_NEW = (
    "NOT EXISTS (SELECT 1 FROM digest_item i JOIN digest g ON g.key = i.digest "
    "WHERE i.area = ? AND i.mention = {mention} AND g.state <> 'dropped' "
    "AND NOT (g.spike IS ? AND {folded}))"
)
# A draft that nobody edited gives way to the next one of the same.
FOLDED = (
    "(g.state = 'draft' AND NOT EXISTS "
    "(SELECT 1 FROM digest_act e WHERE e.digest = g.key AND e.act = 'edited'))"
)


@dataclass(frozen=True, slots=True)
class Said:
    """Whose words stand in a digest, and in which form: a quote, or a row of the table."""

    mention: MentionKey
    form: str
    text: str


def find_spike(db: Asks, identity: str) -> SpikeKey | None:
    """The spike of an id (S1), or None."""
    try:
        return spikeread.find(db, identity)
    except NotFound:
        return None


def spikes_of(db: Asks, area: str, since: datetime, until: datetime) -> tuple[Spike, ...]:
    """The spikes of an area in a time that have no digest of their own, the biggest first."""
    rows = db.execute(
        "SELECT key FROM spike WHERE area = ? AND absorbed_by IS NULL AND began <= ? "
        "AND coalesce(ended, ?) >= ? AND NOT EXISTS (SELECT 1 FROM digest g WHERE "
        "g.spike = spike.key AND g.area = ? AND g.state <> 'dropped') "
        "ORDER BY posts DESC, key LIMIT 3",
        [area, micros(until), micros(until), micros(since), area],
    ).fetchall()
    return tuple(spikeread.spike(db, SpikeKey(key)) for (key,) in rows)


def lead_area(db: Asks, spike: SpikeKey) -> str:
    """The area that a spike was handed to as its lead, or ""."""
    row = db.execute(
        f"SELECT h.area FROM handoff h WHERE {STANDS} AND h.spike = ? "
        "ORDER BY h.role <> 'lead', h.key LIMIT 1",
        [spike],
    ).fetchone()
    return str(row[0]) if row else ""


def new_of_spike(db: Asks, spike: SpikeKey, area: str) -> tuple[MentionKey, ...]:
    """The mentions of a spike of which an area was not told."""
    rows = db.execute(
        "SELECT s.mention FROM spike_mention s WHERE s.spike = ? AND "
        + _NEW.format(mention="s.mention", folded=FOLDED),
        [spike, area, spike],
    ).fetchall()
    return tuple(MentionKey(k) for (k,) in rows)


def new_of_area(db: Asks, area: str) -> tuple[MentionKey, ...]:
    """The mentions that wait for an area: handed over, not held, not finished, not told."""
    rows = db.execute(
        f"SELECT DISTINCT h.mention FROM handoff h WHERE {STANDS} AND h.area = ? "
        "AND h.mention IS NOT NULL AND h.finished = '' AND h.held = '' AND "
        + _NEW.format(mention="h.mention", folded=FOLDED),
        [area, area, None],
    ).fetchall()
    return tuple(MentionKey(k) for (k,) in rows)


def last_told(db: Asks, area: str, spike: SpikeKey | None) -> datetime | None:
    """Until when an area was told, of a spike or of its period; drafts do not count."""
    row = db.execute(
        "SELECT max(g.until) FROM digest g WHERE g.area = ? AND g.spike IS ? "
        f"AND g.state <> 'dropped' AND NOT {FOLDED}",
        [area, spike],
    ).fetchone()
    return maybe_moment(row[0])


def past_of(
    db: Asks, categories: Iterable[str], place: str, before: datetime
) -> tuple[MentionKey, ...]:
    """Mentions of these topics, or of a place where there are none, heard in the four weeks before.

    By when they were heard: that has an index, and is near enough to when they were said.
    """
    named = sorted(filter(None, categories))
    about = f"t.category IN ({', '.join('?' * len(named))})" if named else "instr(t.places, ?)"
    rows = db.execute(
        "SELECT m.key FROM mention m JOIN triage t ON t.mention = m.key WHERE m.heard >= ? "
        f"AND coalesce(m.published, m.heard) < ? AND {about} ORDER BY m.heard DESC LIMIT ?",
        [micros(before - PAST), micros(before), *(named or [place]), MOST_PAST],
    ).fetchall()
    return tuple(MentionKey(k) for (k,) in rows)


def counts_before(
    db: Asks, categories: Iterable[str], since: datetime, until: datetime
) -> tuple[int, tuple[int, ...]]:
    """How many mentions of these topics were heard in a time, and in the same time of each of the
    four weeks before; those weeks are () where we do not listen for so long yet."""
    named = sorted(filter(None, categories))
    marks = ", ".join("?" * len(named))

    def heard(weeks: int) -> int:
        back = timedelta(weeks=weeks)
        return int(
            db.execute(
                "SELECT count(*) FROM mention m JOIN triage t ON t.mention = m.key "
                f"WHERE m.heard >= ? AND m.heard < ? AND t.category IN ({marks})",
                [micros(since - back), micros(until - back), *named],
            ).fetchone()[0]
        )

    first = db.execute("SELECT min(began) FROM span").fetchone()[0]
    long = first is not None and moment(first) <= since - timedelta(weeks=4)
    return heard(0), tuple(heard(w) for w in range(1, 5)) if long else ()


def unheard(db: Asks, since: datetime, until: datetime, every: int) -> tuple[str, ...]:
    """In sentences, what was not heard in a time. every: seconds between polls."""
    rows = db.execute(
        "SELECT name, address, kind, channel, every, paused, status, why, last_heard, next_at, "
        "total, state FROM source WHERE NOT removed AND kind = 'feed' ORDER BY name COLLATE NOCASE"
    ).fetchall()
    lines = [line(row, until, Rhythm("", False), every) for row in rows]
    off = [s.name for s in lines if s.health in ("fault", "stopped", "paused", "new")]
    short = [s.name for s in lines if s.short]
    told = []
    if off:
        told.append(f"{len(off)} of {len(lines)} sources ({_names(off)})")
    if short:
        told.append(f"not all of {_names(short)}, which said more than a feed holds")
    told += _pauses(db, since, until)
    return (*told, GROUPS)


def _names(names: Sequence[str]) -> str:
    more = len(names) - NAMED
    listed = ", ".join(names[:NAMED])
    return listed if more <= 0 else f"{listed} and {more} more"


def _pauses(db: Asks, since: datetime, until: datetime) -> list[str]:
    """When nobody listened: what was said then was heard later, where its source still had it."""
    spans = db.execute(
        "SELECT began, ended FROM span WHERE ended >= ? AND began <= ? ORDER BY began",
        [micros(since), micros(until)],
    ).fetchall()
    if not spans:
        return []
    at, longest, lost = since, (since, since), timedelta()
    for began, ended in [*spans, (micros(until), micros(until))]:
        pause = moment(began) - at
        if pause >= GAP:
            lost += pause
            longest = max(longest, (at, moment(began)), key=lambda p: p[1] - p[0])
        at = max(at, moment(ended))
    if not lost:
        return []
    first, last = map(clock_words, longest)
    return [f"what was said in {_hours(lost)} without listening, at the longest {first} to {last}"]


def _hours(lost: timedelta) -> str:
    minutes = round(lost.total_seconds() / 60)
    return f"{minutes} minutes" if minutes < 90 else f"{round(minutes / 60)} hours"
