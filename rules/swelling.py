"""Goes through the counts of one topic and finds the times in which it was busier than is usual."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from math import log10
from typing import Any

from rules.heeding import A_DAY, QUARTER
from rules.raising import BARS
from rules.spike import SpikeDetector
from rules.usual import Usual

RECENT = 12  # quarters: what is said no more for three hours no longer keeps a spike up
QUIET = 24  # quarters without anything unusual that end it: six hours
FIRST = 48  # quarters of listening, half a day, before anything can stand out
LONGEST = 7 * A_DAY  # quarters for which the detector says what is usual
HOUR = 3600 // QUARTER
LOWEST = min(BARS.values())
LEAST = 1e-99  # a chance smaller than this is no smaller


def times_over(score: float) -> float:
    """How many times the detector's own threshold there is evidence for."""
    bar = SpikeDetector.threshold
    return score * (1 - bar) / (bar * max(1 - score, 1e-9))


@dataclass(frozen=True, slots=True)
class Episode:
    """A time in which a topic was busy. began and last: quarters, both included."""

    began: int
    last: int
    noticed: int  # the quarter in which it first stood out
    evidence: float  # times the detector's threshold, at its height
    people: int
    mean: float = 0.0  # how many people are usual in that time
    low: int = 0
    high: int = 0
    day_low: int = 0  # usual from midnight until its last quarter
    day_high: int = 0
    rarely: float = 0.0  # log10 of how rarely a day has so many by then
    seen: float = 0.0  # days of listening that this is judged from
    today: int = 0  # people from midnight until its last quarter

    @property
    def excess(self) -> float:
        """How many people more than usual."""
        return max(0.0, self.people - self.mean)


class Watch:
    """A topic's detector with what it is in the middle of; goes on from where a state was kept."""

    def __init__(self, state: Mapping[str, Any] | None, since: int) -> None:
        """since: the quarter from which on anything was listened to; for a topic without state."""
        kept = state or {}
        if kept:
            self._detector = SpikeDetector.from_state(kept["detector"])
        else:
            self._detector = SpikeDetector(QUARTER)
            self._detector.update((since - 1) * QUARTER, 0)
        self._since = int(kept.get("since", since))
        self._open = Episode(**kept["open"]) if kept.get("open") else None
        self._last: list[tuple[int, int]] = [(q, n) for q, n in kept.get("last", ())]
        # What is usual is judged as it was when the episode was noticed: a storm teaches.
        self._before: dict[str, Any] | None = kept.get("before")
        self._done = int(kept.get("done", -1))  # the last quarter of the episode before

    def state(self) -> dict[str, Any]:
        """All of it as plain JSON."""
        return {
            "detector": self._detector.state(),
            "open": asdict(self._open) if self._open else None,
            "last": self._last,
            "since": self._since,
            "before": self._before if self._open else None,
            "done": self._done,
        }

    def over(self, counts: Iterable[tuple[int, int]]) -> list[Episode]:
        """The episodes that ended, once these (quarter, people) in their order are counted."""
        ended = []
        for quarter, people in counts:
            if self._open is not None and quarter - self._open.last > QUIET:
                ended.append(self._told(self._open))
                self._done = self._open.last
                self._open = None
            self._count(quarter, people)
        return ended

    def standing(self) -> Episode | None:
        """The episode that nothing has ended yet."""
        return None if self._open is None else self._told(self._open)

    def a_day(self) -> float:
        """How many people a day are usual."""
        at = self._last[-1][0] if self._last else self._since
        return _usual(self._detector, at - LONGEST + 1, at).expected / 7

    def hours(self, first: int, many: int) -> list[tuple[int, int]]:
        """The usual range of so many hours from this quarter on, as it is judged now."""
        hours = range(first, first + many * HOUR, HOUR)
        found = (_usual(self._detector, at, at + HOUR - 1) for at in hours)
        return [(u.low, u.high) for u in found]

    def _count(self, quarter: int, people: int) -> None:
        score = self._detector.update(quarter * QUARTER, people)
        self._last = [(q, n) for q, n in self._last if quarter - q < A_DAY]
        self._last.append((quarter, people))
        found = times_over(score)
        young = quarter - self._since < FIRST
        if young or found < LOWEST or not self._lively(quarter):
            return
        one = self._open
        if one is None:
            began, found = self._beginning(quarter, found)
            if found < LOWEST:
                return
            one = Episode(began, quarter, quarter, found, self._heard_since(began))
            self._before = self._detector.state()
        else:
            more = self._heard_since(one.last + 1)
            one = replace(
                one, last=quarter, evidence=max(found, one.evidence), people=one.people + more
            )
        self._open = one

    def _heard_since(self, quarter: int) -> int:
        return sum(n for q, n in self._last if q >= quarter)

    def _lively(self, quarter: int) -> bool:
        """Whether what was said just now is unusual too, and not only what was said this day."""
        usual = _usual(self._detector, quarter - RECENT + 1, quarter)
        many = self._heard_since(quarter - RECENT + 1)
        return many >= 2 and many > usual.expected + 1.5 * usual.variance**0.5

    def _beginning(self, quarter: int, over: float) -> tuple[int, float]:
        """The quarter of the first post of the span that stood out, and the evidence for it.

        What belongs to the episode before is no evidence for another: then only what was said
        since it ended is.
        """
        found = self._detector.finding()
        if found is None:
            return quarter, 0.0
        began = min(quarter, int(found.began) // QUARTER)
        if began > self._done:
            return began, over
        began = min(q for q, _ in self._last if q > self._done)
        usual = _usual(self._detector, began, quarter)
        rare = -log10(max(usual.at_least(self._heard_since(began)), LEAST))
        return began, over * rare / found.surprise

    def _told(self, episode: Episode) -> Episode:
        """The episode with what is usual for it, as it was judged when it was noticed."""
        detector = SpikeDetector.from_state(self._before) if self._before else self._detector
        stretch = _usual(detector, episode.began, episode.last)
        midnight = episode.last - episode.last % A_DAY
        day = _usual(detector, midnight, episode.last)
        today = sum(n for q, n in self._last if midnight <= q <= episode.last)
        longer = max(1.0, (episode.last - episode.began + 1) / LONGEST)
        return replace(
            episode,
            evidence=round(episode.evidence, 3),
            mean=round(stretch.expected * longer, 3),
            low=round(stretch.low * longer),
            high=round(stretch.high * longer),
            day_low=day.low,
            day_high=day.high,
            rarely=round(-log10(max(day.at_least(today), LEAST)), 2),
            seen=round((episode.last - self._since) / A_DAY, 2),
            today=today,
        )


def _usual(detector: SpikeDetector, first: int, last: int) -> Usual:
    """What is usual from one quarter to another, both included; the last week of more."""
    first = max(first, last - LONGEST + 1)
    return detector.usual(first * QUARTER, (last + 1) * QUARTER)
