"""How the counts of a series are shared out over the usual week (for weekly counts: the year)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from math import cos, exp, pi, sin
from operator import mul

HOUR = 3_600
DAY = 86_400
WEEK = 7 * DAY
_YEAR = 52  # bins of a week
_STEP = 0.5  # of a wave in a week, at most
_NIGHT = 6  # o'clock at which people wake


class Cycle:
    """The weights of the bins of a week, with a mean of 1: by hour, or by bin if that is longer.

    An hour of the week leans on its hour of the day and its weekday, and these on a day with a
    quiet night, until the series has been heard often enough. What is learned fades.
    """

    SLOT_LEAN = 24.0  # weeks that hour of the day and weekday stand for in an hour of the week
    LEAN = 8.0  # posts that the start stands for in an hour of the day and in a weekday,
    HOUR_DAYS = 3.0  # and days,
    DAY_WEEKS = 1.0  # and weeks
    QUIET = 0.3  # weight of an hour of the night, at the start
    WAVES = 2  # a year's shape has so many: one of a year, one of half a year
    YEAR_LEAN = 20.0  # posts that flat stands for in each wave
    HALF_LIFE = 14.0  # weeks (years, for weekly counts)

    def __init__(self, bin_seconds: int) -> None:
        self.bin = bin_seconds
        self.weekly = bin_seconds <= DAY
        self.length = WEEK if self.weekly else _YEAR * bin_seconds
        self.slot_seconds = max(HOUR, bin_seconds)
        self.bins = self.length // bin_seconds
        self.posts = [0.0] * (self.length // self.slot_seconds)
        # How often each has been listened to (for a week of the year: the posts of a flat year).
        self.days = [0.0] * (7 if self.weekly else _YEAR)
        self.waves = [] if self.weekly else [0.0] * (2 * self.WAVES)
        self.sums: list[float] = []
        self.shape()

    def slot(self, timestamp: float) -> int:
        """The slot of a moment."""
        return int(timestamp % self.length // self.slot_seconds)

    def mass(self, timestamp: float, bins: int) -> float:
        """The weight of so many bins, at most a cycle's; the last of them begins then."""
        high = int(timestamp % self.length // self.bin) + 1
        low = high - bins
        sums = self.sums
        if low >= 0:
            return sums[high] - sums[low]
        return sums[high] + sums[-1] - sums[low + self.bins]

    def fade(self, share: float) -> None:
        """Let what was learned fade to a share of itself."""
        self.posts = [round(n * share, 3) for n in self.posts]
        self.days = [n * share for n in self.days]

    def learn(self, day: int, heard: Mapping[int, float], weight: float = 1.0) -> None:
        """Learn the posts, by slot, of a day counted from the epoch (a week, for weekly counts)."""
        self.days[day % len(self.days)] += weight
        for slot, posts in heard.items():
            self.posts[slot] = round(self.posts[slot] + posts, 3)

    def shape(self) -> None:
        """Make the weights anew from what was learned."""
        weights = self._of_week() if self.weekly else self._of_year()
        scale = len(weights) / sum(weights)
        each = self.slot_seconds // self.bin
        sums = [0.0]
        at = 0.0
        for weight in weights:
            for _ in range(each):
                at += weight * scale
                sums.append(at)
        self.sums = sums

    def _of_week(self) -> list[float]:
        posts, listened = self.posts, self.days
        a_day = len(posts) // 7
        total, days = sum(posts), sum(listened)
        flat = total / a_day / days if days else 0.0  # posts of a slot
        heard = [sum(posts[at::a_day]) for at in range(a_day)]
        if a_day > 2:
            heard = _smooth(heard)
        lean = self.LEAN + self.HOUR_DAYS * flat
        hours = [
            (n + lean * start) / (flat * days + lean)
            for n, start in zip(heard, _start(a_day), strict=True)
        ]
        lean = self.LEAN + self.DAY_WEEKS * flat * a_day
        of_day = [sum(posts[day * a_day : (day + 1) * a_day]) for day in range(7)]
        weekdays = [
            (n + lean) / (flat * a_day * weeks + lean)
            for n, weeks in zip(of_day, listened, strict=True)
        ]
        lean = self.SLOT_LEAN
        return [
            (posts[day * a_day + hour] / (flat or 1.0) + lean * weekdays[day] * hours[hour])
            / (listened[day] + lean)
            for day in range(7)
            for hour in range(a_day)
        ]

    def doubt(self, spread: float) -> float:
        """The square of the relative error of a year's weights; 0 for a week's."""
        return self.WAVES * spread / (sum(self.posts) / 2 + self.YEAR_LEAN) if self.waves else 0.0

    def fit(self) -> None:
        """Fit the waves of a year to what was learned; a week has none.

        One step of Newton's for each wave, from where it was last week. Waves that multiply are how
        seasons are modelled in surveillance (Noufaily and others, Statistics in Medicine 32, 2013).
        Until a year is complete it is flat.
        """
        if not (self.waves and all(self.days) and any(self.posts)):
            return
        for n, wave in enumerate(_waves(self.WAVES)):
            at = self.waves[n]
            means = self._year_means()
            slope = sum((p - m) * x for p, m, x in zip(self.posts, means, wave, strict=True))
            bend = sum(m * x * x for m, x in zip(means, wave, strict=True))
            step = (slope - self.YEAR_LEAN * at) / (bend + self.YEAR_LEAN)
            self.waves[n] = at + max(-_STEP, min(_STEP, step))

    def _of_year(self) -> list[float]:
        waves = _waves(self.WAVES)
        return [exp(sum(map(mul, self.waves, at))) for at in zip(*waves, strict=True)]

    def _year_means(self) -> list[float]:
        means = [w * y for w, y in zip(self._of_year(), self.days, strict=True)]
        scale = sum(self.posts) / sum(means)
        return [m * scale for m in means]


@cache
def _waves(count: int) -> tuple[tuple[float, ...], ...]:
    """Cosine and sine over the year, then over half of it, and so on."""
    angles = [2 * pi * n / _YEAR for n in range(_YEAR)]
    return tuple(
        tuple(turn(each * angle) for angle in angles)
        for each in range(1, count + 1)
        for turn in (cos, sin)
    )


def _start(a_day: int) -> list[float]:
    """A day as it is taken before one is known: people sleep. Mean 1."""
    hours = [Cycle.QUIET if at < _NIGHT else 1.0 for at in range(24)]
    each = 24 // a_day if a_day else 24
    slots = [sum(hours[at * each : (at + 1) * each]) for at in range(a_day)]
    return [n * a_day / sum(slots) for n in slots]


def _smooth(values: Sequence[float]) -> list[float]:
    """Each value with half of its neighbours' weight, round the circle."""
    size = len(values)
    return [values[at - 1] / 4 + values[at] / 2 + values[(at + 1) % size] / 4 for at in range(size)]
