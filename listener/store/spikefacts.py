"""What a spike amounts to: its figures and its words, from what was counted."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from listener.clock import LONDON
from listener.sources.state import from_json
from listener.store.asking import Asks
from listener.store.coding import dumps, moment
from listener.store.counting import heard_since, said_of
from listener.store.swells import Gathered, Stretch, utc_of
from rules.heeding import Said, people_by_quarter, posts_and_people, posts_of
from rules.spikewords import mix_words, span_words, sureness, usual_of, weekday
from rules.swelling import HOUR, Episode, Watch
from rules.topic import Topic

BEFORE = 15  # hours that the card's bars show before it began
AHEAD = 12  # hours for which the usual range is worked out in advance


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything of a spike that follows from its counts. Times are aware UTC."""

    topic: Topic
    area: str
    began: datetime
    noticed: datetime
    ends: datetime
    last: int
    posts: int
    people: int
    at_least: bool
    loud: int  # posts that came neither with a first fetch nor with an import
    usual: tuple[int, int]
    usual_words: str
    sureness: str
    rising: bool
    short: bool
    mentions: frozenset[int]
    data: Mapping[str, Any]


def facts_of(
    db: Asks,
    one: Gathered,
    stretches: Sequence[Stretch],
    episodes: Sequence[Episode],
    before: Mapping[str, Any],
) -> Facts:
    """The facts of a spike that is made of these times; one: the affair that it is now.

    before: its data as it was kept.
    """
    said = said_in(db, stretches)
    counted = [s for s in said if s.counted]
    posts, people, at_least = posts_and_people(said)
    last = max(s.last for s in stretches)
    began = min(s.began for s in stretches)
    topic = one.affair.topic
    usual, usual_words = usual_of(episodes or [one.episode])
    keys = dumps([s.mention for s in said])
    began_utc = _first(db, said, began)
    return Facts(
        topic=topic,
        area=_area(db, topic, dumps([s.mention for s in counted])),
        began=began_utc,
        noticed=utc_of(one.episode.noticed + 1),
        ends=utc_of(last + 1),
        last=last,
        posts=posts,
        people=people,
        at_least=at_least,
        loud=posts_and_people([s for s in said if not s.quiet])[0],
        usual=usual,
        usual_words=usual_words,
        sureness=sureness(one.episode),
        rising=_rising(counted, last),
        short=_short(db, keys, began_utc),
        mentions=frozenset(s.mention for s in said),
        data={
            "stretches": list(stretches),
            "last": last,
            "mix": _kinds(db, [s.mention for s in posts_of(said)]),
            "beside": _kinds(db, [s.mention for s in said if not s.counted]),
            "absorbed": list(one.affair.absorbed),
            "figures": _figures(db, one, posts, people, counted),
            "series": one.stretch.series,
            "hours": _hours(db, one.stretch.series, began, last, before),
            "peak": _peak(counted),
        },
    )


def said_in(db: Asks, stretches: Sequence[Stretch]) -> list[Said]:
    """What was said in a spike's times, in its order, each mention once."""
    found: dict[int, Said] = {}
    for s in stretches:
        for said in said_of(db, s.series, s.began, s.last):
            found.setdefault(said.mention, said)
    return sorted(found.values())


def _first(db: Asks, said: Sequence[Said], began: int) -> datetime:
    """When the first of it was said."""
    keys = [s.mention for s in said if s.counted and s.quarter == began]
    row = db.execute(
        "SELECT min(coalesce(published, heard)) FROM mention "
        "WHERE key IN (SELECT value FROM json_each(?))",
        [dumps(keys)],
    ).fetchone()
    return utc_of(began) if row[0] is None else moment(row[0])


def _area(db: Asks, topic: Topic, keys: str) -> str:
    """The service area that most of its posts are for; "" where no area has half of them."""
    row = db.execute(
        "SELECT area, count(*) FROM triage WHERE mention IN (SELECT value FROM json_each(?1)) "
        "AND (?2 = '' OR category = ?2) GROUP BY area ORDER BY 2 DESC, 1 LIMIT 1",
        [keys, topic.category],
    ).fetchone()
    if row is None:
        return ""
    return str(row[0]) if topic.category or row[1] * 2 >= len(json.loads(keys)) else ""


def _kinds(db: Asks, keys: Sequence[int]) -> dict[str, int]:
    rows = db.execute(
        "SELECT kind, count(*) FROM triage WHERE mention IN (SELECT value FROM json_each(?)) "
        "GROUP BY kind",
        [dumps(list(keys))],
    ).fetchall()
    return {str(kind): int(n) for kind, n in rows}


def _rising(counted: Sequence[Said], last: int) -> bool:
    """Whether the last hour had more than the hour before."""
    lately = sum(1 for s in counted if s.quarter > last - HOUR)
    before = sum(1 for s in counted if last - 2 * HOUR < s.quarter <= last - HOUR)
    return lately > before


def _peak(counted: Sequence[Said]) -> int:
    """The most posts in one hour."""
    return max(Counter(s.quarter // HOUR for s in counted).values(), default=0)


def _short(db: Asks, keys: str, began: datetime) -> bool:
    """Whether a source of it said more meanwhile than its window still showed."""
    rows = db.execute(
        "SELECT state FROM source WHERE key IN (SELECT source FROM mention WHERE key IN "
        "(SELECT value FROM json_each(?))) AND state LIKE '%short_at%'",
        [keys],
    ).fetchall()
    found = (from_json(state).short_at for (state,) in rows)
    return any(at is not None and at >= began for at in found)


def _hours(
    db: Asks, series: int, began: int, last: int, before: Mapping[str, Any]
) -> dict[str, Any]:
    """The usual range of each hour that the card's bars show, as it was judged before it began."""
    first = (began // HOUR - BEFORE) * HOUR
    hours = min(last // HOUR - first // HOUR + 1, 7 * 24)
    kept: dict[str, Any] = before.get("hours", {})
    same = before.get("series") == series and kept.get("first") == first
    if same and len(kept["ranges"]) >= hours:
        return kept
    hours = min(hours + AHEAD, 7 * 24)
    row = db.execute(
        "SELECT state FROM checkpoint WHERE series = ? AND quarter <= ? "
        "ORDER BY quarter DESC LIMIT 1",
        [series, began],
    ).fetchone()
    watch = Watch(json.loads(row[0]) if row is not None else None, heard_since(db))
    if row is None:
        watch.over(people_by_quarter(said_of(db, series, 0, began - 1)))
    return {"first": first, "ranges": watch.hours(first, hours)}


def _figures(
    db: Asks, one: Gathered, posts: int, people: int, counted: Sequence[Said]
) -> list[tuple[str, str]]:
    e = one.episode
    began, last = utc_of(e.began).astimezone(LONDON), utc_of(e.last + 1).astimezone(LONDON)
    copies = len(counted) - posts
    times = f"{began:%a} {began.day} {began:%b %H:%M} to {last:%H:%M}"
    found = [
        ("Counted", f"{posts:,} posts from {people:,} people; for judging what is unusual, each "
                    "person counts once a day"),
        ("This time", f"{e.people:,} people from {times}; usual are {e.mean:.1f} "
                      f"({span_words(e.low, e.high)} in 8 of 10 such times)"),
        ("That day", f"{e.today:,} people from midnight on; a usual {weekday(e.last)} has "
                     f"{span_words(e.day_low, e.day_high)} by then"),
        ("How rare", f"so many by then come once in about {_number(e.rarely)} such days"),
        ("Strength", f"{e.evidence:.1f} times what is asked for before anybody is told"),
        ("Judged from", f"{max(1, round(e.seen))} days of listening to this topic"),
    ]  # fmt: skip
    if copies:
        found.append(("Copies", f"{copies} copies of a text without names of their own left out"))
    if one.affair.parts:
        found.append(("Part of it", "; ".join(one.affair.absorbed)))
    lead, topic = one.affair.lead, one.affair.topic
    if topic != lead.topic:
        at = max(len(p.mentions & lead.mentions) for p in one.affair.parts if p.topic == topic)
        found.append(
            ("Place", f"{at:,} of the {lead.placed:,} posts that name any place name {topic.place}")
        )
    mix = _kinds(db, [s.mention for s in posts_of(counted)])
    found.append(("Kinds", mix_words(mix)))
    return found


def _number(rarely: float) -> str:
    return f"{round(10**rarely):,}" if rarely < 6 else "a million or more"
