"""Is this hour unlike the others? A scan of one series of counts for a sudden surge.

The counts of the last bin, the last two, and so on to the last 24 hours are each held against what
is usual for those hours of those days, as a negative binomial count. The score is the mean surprise
of the few spans that stand out most: a storm is seen in several, a fluke in one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite, log
from typing import Any, ClassVar

from rules.cycle import DAY, HOUR, WEEK
from rules.tails import log_at_least, quantile
from rules.usual import Baseline, Usual

_STRIDE = 1.3  # each span is so much longer than the one before
_GATE = 1.5  # standard deviations above the mean, below which a span is not looked at
_MOST = 1e9  # posts in a bin: more is a fault
_LEAST = 3  # posts that a span has, to be looked at: two are never a spike
_SEEN_IN = 4  # spans that are taken into the score
_SCALE = 5.0  # the surprise that scores a half
_TURNED_BACK = 7_200  # seconds that local time may go back, when summer time ends
_LOG_TEN = log(10)
_FORM = 1  # of the state


@dataclass(frozen=True, slots=True)
class Finding:
    """The span that stands out most: from began to ended, in seconds as they were given.

    surprise is −log10 of the chance of so many posts or more, which never underflows.
    """

    began: float
    ended: float
    count: float
    surprise: float
    usual: Usual

    @property
    def chance(self) -> float:
        """The chance of so many posts or more in a usual span, in [0, 1]."""
        return float(10**-self.surprise)


def spans_of(bin_seconds: int) -> tuple[int, ...]:
    """How many bins the spans have that are looked at: from one to the longer of 24 h and 3."""
    longest = max(DAY // bin_seconds, 3)
    found = [1]
    at = _STRIDE
    while round(at) < longest:
        if round(at) > found[-1]:
            found.append(round(at))
        at *= _STRIDE
    return (*found, longest)


class SpikeDetector:
    """One series of counts. Timestamps are local wall time in seconds: each a bin's beginning.

    A bin is told once it is complete, and in order; bins left out were silent and are passed in
    one step. The first bin told begins the series: if it was listened to before, pass_silence()
    goes first, or the storm that made it known is taken for its usual.
    """

    threshold: ClassVar[float] = 0.406

    def __init__(self, bin_seconds: int) -> None:
        """bin_seconds: a whole part of an hour, some hours that make a day, or weeks."""
        if bin_seconds <= 0 or (DAY % bin_seconds and bin_seconds % WEEK):
            raise ValueError(f"no day or week is made of bins of {bin_seconds} seconds")
        if (bin_seconds > HOUR and bin_seconds % HOUR) or (
            bin_seconds < HOUR and HOUR % bin_seconds
        ):
            raise ValueError(f"no hour is made of bins of {bin_seconds} seconds")
        self._bin = bin_seconds
        self._spans = spans_of(bin_seconds)
        self._usual = Baseline(bin_seconds, self._spans)
        self._last: float | None = None
        self._index = 0  # bins passed
        self._ring = [0.0] * self._spans[-1]
        self._counts = [0.0] * len(self._spans)  # the posts of each span
        self._best = 0
        self._surprise = 0.0

    def update(self, timestamp: float, count: float) -> float:
        """How unusual the series is once this bin is complete, in [0, 1]; a spike >= threshold.

        Where local time goes back in autumn the repeated hour is told again; further back, a
        negative count or one that is no number is refused with ValueError.
        """
        if not (0 <= count <= _MOST and isfinite(timestamp)):
            raise ValueError(f"{count} posts at {timestamp} is no count")
        if self._last is not None and timestamp < self._last - _TURNED_BACK:
            raise ValueError("a bin is told before one that was told already")
        self.pass_silence(timestamp)
        self._last = timestamp
        self._step(count)
        if count:
            self._usual.ready()
            self._usual.hear(timestamp, count)
        if not self._counts[-1]:
            self._best, self._surprise = 0, 0.0
            return 0.0
        score = self._scan(timestamp)
        return score / (score + _SCALE)

    def pass_silence(self, until: float) -> None:
        """Pass the bins from the last one told up to the one that begins then: all were silent.

        On a new series it begins the listening: the silence from then on counts.
        """
        if self._last is not None:
            bins = max(0, int((until - self._last) // self._bin) - 1)
            if bins:
                self._best, self._surprise = 0, 0.0
            # A silent day empties the spans; after it, silence changes nothing in them.
            one_by_one = min(bins, len(self._ring)) if self._counts[-1] else 0
            self._silent_bins(one_by_one)
            self._index += bins - one_by_one
            self._last += (bins - one_by_one) * self._bin
        self._usual.turn_to(until)

    def finding(self) -> Finding | None:
        """The span that stood out most when last told, be it a spike or not; None: none does."""
        if self._last is None or not self._surprise:
            return None
        ended = self._last + self._bin
        span = self._spans[self._best]
        # The span begins with its first post: the silence before it is not part of what is seen.
        at, size = self._index, len(self._ring)
        while span > 1 and not self._ring[(at - span) % size]:
            span -= 1
        began = ended - span * self._bin
        return Finding(
            began, ended, self._counts[self._best], self._surprise, self.usual(began, ended)
        )

    def usual(self, began: float, ended: float) -> Usual:
        """What is usual for the hours from began to ended, which need not have passed.

        The series as it is now is asked, what it has heard today left out. The span is at most a
        week (52 bins, for bins of a week); a longer one is refused with ValueError.
        """
        bins = round((ended - began) / self._bin)
        if not 0 < bins <= self._usual.cycle.bins:
            raise ValueError("a usual span has at least one bin, and at most a week")
        self._usual.ready()
        mean = self._usual.level * self._usual.cycle.mass(ended - self._bin, bins)
        nearest = min(range(len(self._spans)), key=lambda n: abs(self._spans[n] - bins))
        variance = self._usual.variance(nearest, mean)
        low, high = (quantile(share, mean, variance) for share in (0.1, 0.9))
        return Usual(mean, variance, low, high)

    def state(self) -> dict[str, Any]:
        """The series as plain JSON values, from which from_state() makes it again."""
        size = len(self._ring)
        back = {n: self._ring[(self._index - n) % size] for n in range(1, size + 1)}
        return {
            "form": _FORM,
            "bin": self._bin,
            "last": self._last,
            "index": self._index,
            "recent": [[n, count] for n, count in back.items() if count],
            "best": self._best,
            "surprise": self._surprise,
            "usual": self._usual.state(),
        }

    @classmethod
    def from_state(cls, state: Mapping[str, Any]) -> SpikeDetector:
        """The series of a state(); ValueError if it is none, or of a form not known."""
        if state.get("form") != _FORM:
            raise ValueError(f"the state of a series has a form not known: {state.get('form')}")
        try:
            made = cls(int(state["bin"]))
            made._restore(state)
        except (KeyError, TypeError, IndexError) as fault:
            raise ValueError(f"no state of a series: {fault!r}") from fault
        return made

    def _restore(self, state: Mapping[str, Any]) -> None:
        self._last = state["last"]
        self._index = int(state["index"])
        self._best = int(state["best"])
        self._surprise = float(state["surprise"])
        for back, count in state["recent"]:
            self._ring[(self._index - back) % len(self._ring)] = float(count)
            for n, span in enumerate(self._spans):
                self._counts[n] += count if back <= span else 0.0
        self._usual.restore(state["usual"])

    def _silent_bins(self, bins: int) -> None:
        assert self._last is not None
        for _ in range(bins):
            self._last += self._bin
            self._usual.turn_to(self._last)
            self._step(0.0)
            self._learn_spans(self._last)

    def _step(self, count: float) -> None:
        """Move every span on by one bin."""
        ring, at, counts = self._ring, self._index, self._counts
        size = len(ring)
        for n, span in enumerate(self._spans):
            counts[n] += count - ring[(at - span) % size]
        ring[at % size] = count
        self._index = at + 1

    def _scan(self, timestamp: float) -> float:
        """Find the most surprising span, learn those that end here; the mean surprise."""
        usual = self._usual
        level, doubt, spread, mass = usual.level, usual.doubt, usual.spread, usual.cycle.mass
        best, most = 0, 0.0
        found = []
        for n, span in enumerate(self._spans):
            count = self._counts[n]
            if count < _LEAST:
                continue
            mean = level * mass(timestamp, span)
            over = count - mean
            if over <= 0:
                continue
            variance = mean * (spread[n] + mean * doubt)
            if over * over < _GATE * _GATE * variance:
                continue
            surprise = -log_at_least(count, mean, variance)
            found.append(surprise)
            if surprise > most:
                best, most = n, surprise
        found.sort()
        self._best, self._surprise = best, most / _LOG_TEN
        self._learn_spans(timestamp)
        return sum(found[-_SEEN_IN:]) / min(_SEEN_IN, len(self._spans)) / _LOG_TEN

    def _learn_spans(self, timestamp: float) -> None:
        """Learn the spread from the spans that end with this bin."""
        usual, at = self._usual, self._index
        for n, span in enumerate(self._spans):
            if at % span == 0 and self._counts[n]:
                usual.learn_span(
                    n, self._counts[n], usual.level * usual.cycle.mass(timestamp, span)
                )
