"""How the counts of a series are shared out over the usual week.

Counts of weeks and longer have no hours; theirs is the round of a year of 52 bins.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

HOUR = 3_600
WEEK = 604_800
_YEAR = 52  # bins


class Cycle:
    """The shape of a week in slots of an hour (or of a bin, if longer), shrunk towards flat.

    What is learned is faded; shape() gives weights with a mean of 1. A slot leans on its hour of
    the day and its weekday, and these on flat, until it has been heard often enough.
    """

    SLOT_LEAN = 24.0  # weeks that the hour of the day and the weekday stand for in a slot
    DAY_LEAN = 8.0  # posts that flat stands for in an hour of the day and in a weekday
    YEAR_LEAN = 3.0
    HALF_LIFE = 14.0  # weeks

    def __init__(self, bin_seconds: int) -> None:
        self.weekly = bin_seconds < WEEK
        self.bin = bin_seconds
        self.length = WEEK if self.weekly else _YEAR * bin_seconds
        self.slot_seconds = max(HOUR, bin_seconds)
        self.bins = self.length // bin_seconds
        slots = self.length // self.slot_seconds
        self.posts = [0.0] * slots
        self.weight = 0.0
        self.sums = [float(at) for at in range(self.bins + 1)]

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
        self.weight *= share
        self.posts = [round(n * share, 4) if n else 0.0 for n in self.posts]

    def learn(self, heard: Mapping[int, float], weight: float) -> None:
        """Learn posts by slot, of this much of a cycle."""
        self.weight += weight
        for slot, posts in heard.items():
            self.posts[slot] += posts

    def shape(self) -> None:
        """Make the weights anew from what was learned."""
        total = sum(self.posts)
        if not total:
            return
        weights = self._of_year() if not self.weekly else self._of_week(total)
        scale = len(weights) / sum(weights)
        each = self.slot_seconds // self.bin
        sums = [0.0]
        at = 0.0
        for weight in weights:
            for _ in range(each):
                at += weight * scale
                sums.append(at)
        self.sums = sums

    def _of_week(self, total: float) -> list[float]:
        posts = self.posts
        slots = len(posts)
        a_day = slots // 7
        lean = self.DAY_LEAN
        heard = [sum(posts[at::a_day]) for at in range(a_day)]
        if a_day > 2:
            heard = _smooth(heard)
        hours = [(n + lean) / (total / a_day + lean) for n in heard]
        days = [
            (sum(posts[at : at + a_day]) + lean) / (total / 7 + lean)
            for at in range(0, slots, a_day)
        ]
        flat = total / slots
        lean = self.SLOT_LEAN
        weight = self.weight
        return [
            (posts[day * a_day + hour] * weight / flat + lean * days[day] * hours[hour])
            / (weight + lean)
            for day in range(7)
            for hour in range(a_day)
        ]

    def _of_year(self) -> list[float]:
        return [1.0] * len(self.posts)


def _smooth(values: Sequence[float]) -> list[float]:
    """Each value with half of its neighbours' weight, round the circle."""
    size = len(values)
    return [values[at - 1] / 4 + values[at] / 2 + values[(at + 1) % size] / 4 for at in range(size)]
