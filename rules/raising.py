"""Makes one spike out of many busy topics: what is one affair, what it is called, who is told."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from rules.topic import ALL, Topic

SHARED = 0.5  # of the smaller one's posts: then two busy topics are one affair
SAYS_IT = 0.6  # of what is unusual in the wider one: then the narrower topic says it best
NAMES_IT = 0.7  # of the posts that name any place: then an affair is called by that place
PLACED = 0.25  # of all its posts name a place at least, else a few speak for where it is
AT_ONCE = 3  # more affairs than this at once have something behind them all
GROWN = 1.5  # times as many posts as when people were last told or looked
GROWN_BY = 5  # and at least so many more
RETURNS = timedelta(hours=48)  # a topic that is busy again so soon after is the same spike
Sensitivity = Literal["calm", "usual", "watchful"]
BARS: dict[Sensitivity, float] = {"calm": 1.6, "usual": 1.0, "watchful": 0.8}
"""How many times the detector's own evidence is asked for."""
ALL_TIMES = 4  # the floors of a topic, for everything heard (judgement)
FROM_NEW = 3.0  # times the evidence where most of it comes from a source that is new


@dataclass(frozen=True, slots=True)
class Floors:
    """What a spike has at least, whatever is usual."""

    posts: int = 5
    people: int = 4


@dataclass(frozen=True, slots=True)
class Swell:
    """One topic that was busier than is usual. began and last are quarters by the wall clock."""

    topic: Topic
    began: int
    last: int
    evidence: float  # times the detector's own threshold
    excess: float  # people more than usual
    mentions: frozenset[int]
    posts: int
    people: int
    key: int = 0
    placed: int | None = None  # how many of its mentions name any place; None: not asked


@dataclass(frozen=True, slots=True)
class Affair:
    """What is told as one spike: the topic that says it best, and those that are part of it."""

    lead: Swell
    parts: tuple[Swell, ...] = ()

    @property
    def topic(self) -> Topic:
        """What it is called: its lead's topic, with the place that nearly all name who name any."""
        at = max(
            (p for p in self.parts if names_it(p, self.lead)),
            key=lambda p: (len(p.mentions), p.topic), default=None,
        )  # fmt: skip
        return self.lead.topic if at is None else at.topic

    @property
    def excess(self) -> float:
        """How many people more than usual, by whichever of its topics has the most."""
        return max(s.excess for s in (self.lead, *self.parts))

    @property
    def absorbed(self) -> tuple[str, ...]:
        """The titles of its parts, the largest first."""
        ordered = sorted(self.parts, key=lambda p: (-p.posts, p.topic))
        called = self.topic
        return tuple(dict.fromkeys(p.topic.title for p in ordered if p.topic != called))


def too_small(
    swell: Swell,
    floors: Floors,
    sensitivity: Sensitivity,
    new_source: str = "",
) -> str:
    """Why a busy topic is no spike, in words, or "". new_source: that most of it comes from one.

    Everything heard needs more: a lively morning of unlike things gives nobody anything to do.
    """
    times = ALL_TIMES if swell.topic == ALL else 1
    if swell.posts < floors.posts * times:
        return f"only {swell.posts} posts; a spike has at least {floors.posts * times}"
    if swell.people < floors.people * times:
        return f"only {swell.people} people; a spike has at least {floors.people * times}"
    asked = BARS[sensitivity]
    if swell.evidence < asked:
        return f"not unusual enough: the listener is set to {sensitivity}"
    if new_source and swell.evidence < asked * FROM_NEW:
        return f"not unusual enough: {new_source}"
    return ""


def overlap(one: Swell, other: Swell) -> bool:
    """Whether two busy topics share so many posts that they are one affair."""
    least = min(len(one.mentions), len(other.mentions))
    return least > 0 and len(one.mentions & other.mentions) >= SHARED * least


def says_it_best(narrow: Swell, wide: Swell) -> bool:
    """Whether the narrower of two topics holds most of what is unusual in the wider."""
    return narrow.topic.refines(wide.topic) and narrow.excess >= SAYS_IT * wide.excess


def names_it(narrow: Swell, wide: Swell) -> bool:
    """Whether of a service's posts that name any place nearly all name the narrower topic's.

    The posts without a place are part of the affair still, and count; they name no other place.
    """
    if not wide.topic.category or wide.topic.place or not narrow.topic.refines(wide.topic):
        return False
    shared, placed = len(narrow.mentions & wide.mentions), wide.placed or 0
    return placed >= PLACED * len(wide.mentions) and 0 < NAMES_IT * placed <= shared


def affairs(swells: Sequence[Swell]) -> tuple[Affair, ...]:
    """Busy topics as the affairs that they are, the largest first.

    The bigger absorbs the smaller, unless a narrower topic says nearly all of it: Roadworks at one
    road rather than all roadworks, but snow rather than each of ten roads. Everything heard is told
    of only where no one affair, nor a few at once, makes it busy.
    """
    found: list[Affair] = []
    everything = [s for s in swells if s.topic == ALL]
    rest = [s for s in swells if s.topic != ALL]
    for swell in sorted(rest, key=lambda s: (-len(s.mentions), s.topic)):
        at = next((n for n, a in enumerate(found) if overlap(a.lead, swell)), None)
        if at is None:
            found.append(Affair(swell))
            continue
        one = found[at]
        if says_it_best(swell, one.lead) and not names_it(swell, one.lead):
            found[at] = Affair(swell, (*one.parts, one.lead))
        else:
            found[at] = Affair(one.lead, (*one.parts, swell))
    for swell in everything:
        found = _under_everything(swell, found)
    return tuple(sorted(found, key=lambda a: (-a.lead.posts, a.lead.topic)))


def _under_everything(whole: Swell, found: list[Affair]) -> list[Affair]:
    """What becomes of affairs in a time in which everything heard was busy."""
    within = [a for a in found if a.lead.mentions & whole.mentions]
    outside = [a for a in found if a not in within]
    excess = sorted((a.excess for a in within), reverse=True)
    says_it = SAYS_IT * whole.excess
    first = max(within, key=lambda a: a.excess, default=None)
    if first is not None and len(within) <= AT_ONCE and sum(excess) >= says_it:
        return [replace(a, parts=(*a.parts, whole)) if a is first else a for a in within] + outside
    parts = tuple(s for a in within for s in (a.lead, *a.parts))
    if first is not None and excess[0] >= says_it:  # snow, and all that comes with it
        return [Affair(first.lead, (*(p for p in parts if p != first.lead), whole)), *outside]
    return [Affair(whole, parts), *outside]


@dataclass(frozen=True, slots=True)
class Raised:
    """A spike as it was kept, as far as what comes next depends on it. Times are aware UTC."""

    key: int
    topic: Topic
    status: str
    began: datetime
    last: datetime
    mentions: frozenset[int]
    told_at: datetime | None = None
    told_posts: int = 0
    seen_posts: int = 0  # when somebody acknowledged it
    dismissed: bool = False
    noticed: datetime | None = None


def same_spike(
    topic: Topic,
    began: datetime,
    last: datetime,
    mentions: Collection[int],
    kept: Sequence[Raised],
) -> tuple[Raised, ...]:
    """The kept spikes that this affair is, the oldest first: it goes on, or is back."""
    found = [r for r in kept if _same(topic, began, last, mentions, r)]
    return tuple(sorted(found, key=lambda r: (r.told_at is None, r.began, r.key)))


def _same(
    topic: Topic, began: datetime, last: datetime, mentions: Collection[int], kept: Raised
) -> bool:
    shared = len(kept.mentions.intersection(mentions))
    if shared and shared >= SHARED * min(len(kept.mentions), len(mentions)):
        return True
    near = began - kept.last <= RETURNS and kept.began - last <= RETURNS
    kin = topic == kept.topic or (
        topic != ALL != kept.topic
        and (topic.refines(kept.topic) or kept.topic.refines(topic))
        and bool(topic.place) == bool(kept.topic.place)
    )
    return near and kin


def grown(posts: int, before: int) -> bool:
    """Whether there are so many more posts that it is worth telling again."""
    return posts >= max(before * GROWN, before + GROWN_BY)


@dataclass(frozen=True, slots=True)
class Pace:
    """How the telling is spaced: first a hold, so that what belongs together is told as one."""

    hold: timedelta = timedelta(minutes=10)
    repeat: timedelta = timedelta(hours=2)


def tell_now(
    spike: Raised, posts: int, now: datetime, pace: Pace, silenced: bool
) -> tuple[bool, datetime | None, str]:
    """Whether people are told of an open spike now, when to look again, and why."""
    if silenced or spike.dismissed:
        return False, None, "silenced" if silenced else "somebody said that it is no spike"
    if spike.told_at is None:
        due = (spike.noticed or now) + pace.hold
        if now < due:
            return False, due, "held for a moment, so that what belongs together is told as one"
        return True, None, "it is new"
    if not grown(posts, spike.told_posts):
        return False, None, "told already, and it has not grown much since"
    due = spike.told_at + pace.repeat
    if now < due:
        return False, due, "told a short while ago"
    return True, None, f"it has grown: {posts} posts, {spike.told_posts} when last told"


def opened_again(spike: Raised, posts: int, back: bool) -> str:
    """Why an acknowledged or ended spike is open again, or ""."""
    if spike.dismissed:
        return ""
    if back:
        return "it is back"
    if spike.status == "acknowledged" and grown(posts, spike.seen_posts):
        return f"it has grown: {posts} posts, {spike.seen_posts} when it was acknowledged"
    return ""


@dataclass(frozen=True, slots=True)
class Silence:
    """A topic of which nobody is told until a time (aware UTC)."""

    topic: Topic
    until: datetime
    why: str = ""
    by: str = ""
    key: int = 0
    at: datetime | None = None


def silent_topic(rate: float, days: float, known: float) -> bool:
    """Whether a topic with this many people a day is strangely silent after so many days.

    known: over how many days it was heard before that: a week at least tells what is usual. After
    four weeks nobody needs to be told again.
    So long a silence comes once in a thousand where each day is as likely as the next; four times
    as long is asked for, because days differ.
    """
    told = 1.0 <= days <= 28.0 and known >= 7.0
    return told and rate >= 1.0 and rate * days >= 4 * 6.9
