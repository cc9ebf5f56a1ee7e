"""What is usual for one series: a slow level, the shape of its week, and its spread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

from rules.cycle import DAY, Cycle
from rules.tails import at_least

_NUMBERS = ("level", "doubt", "posts", "exposure", "seen", "today", "fold", "begun")
_DIGITS = 4  # after the point, of what is kept of spans: held as it is kept
_OF_SPANS = ("spread", "squares", "means", "due")


@dataclass(frozen=True, slots=True)
class Usual:
    """What is usual for a span: 8 of 10 such spans have low to high posts."""

    expected: float
    variance: float
    low: int
    high: int

    def at_least(self, count: float) -> float:
        """The chance that a usual span has so many posts or more, in [0, 1]."""
        return at_least(count, self.expected, self.variance)


class Baseline:
    """Learns day by day (bin by bin, where bins are longer) what is usual for spans of bins.

    A day teaches no more than CAP standard deviations above the usual, so that a storm does not
    become the usual. Days of silence are learned in one step.
    """

    HALF_LIFE = 14.0  # days of the level
    LEAST_HALF_LIFE = 40.0  # bins, where they are longer than a day
    LEVEL_POSTS = 0.2  # that are taken as heard, in
    LEVEL_DAYS = 0.01  # days (or bins, if longer), before anything is
    SPREAD = 1.8  # variance over mean, before anything is learned
    SPREAD_LEAN = 40.0  # expected posts that this stands for
    SPREAD_HALF_LIFE = 112.0  # days
    CAP = 2.58  # standard deviations above the usual that a day or a span may teach (Noufaily's)
    RHYTHM = 0.2  # relative error of the usual week, before anything is learned
    RHYTHM_DAYS = 5.0  # that halve its square
    YOUNG = 3.0  # days: in so young a series the day itself counts for the level

    def __init__(self, bin_seconds: int, spans: Sequence[int]) -> None:
        self.fold_seconds = max(DAY, bin_seconds)
        self.cycle = Cycle(bin_seconds)
        self.level = 0.0  # posts in a bin of mean weight
        self.doubt = 0.0  # square of the relative error of what is expected
        self.spread = [self.SPREAD] * len(spans)
        self._bin = bin_seconds
        self._a_fold = self.fold_seconds / bin_seconds
        self._spans = tuple(spans)
        days = self.fold_seconds / DAY
        self._fade = 0.5 ** (1 / max(self.HALF_LIFE / days, self.LEAST_HALF_LIFE))
        half = max(self.SPREAD_HALF_LIFE / days, 4 * self.LEAST_HALF_LIFE)
        self._spread_fade = 0.5 ** (1 / half)
        self._cycle_fade = 0.5 ** (1 / Cycle.HALF_LIFE / len(self.cycle.days))
        self.posts = self.exposure = self.seen = 0.0
        self.squares = [0.0] * len(spans)
        self.means = [0.0] * len(spans)
        self.due = [0.0] * len(spans)  # means that have passed and are in no span learned yet
        self.heard: dict[int, float] = {}
        self.today = 0.0
        self.fold: int | None = None
        self.begun = 0.0  # when the series was first listened to
        self._flat: list[float] = self._square_masses()
        self._stale = True

    def turn_to(self, timestamp: float) -> None:
        """Close the days before a moment's; all that is not closed yet was heard or silent."""
        fold = int(timestamp // self.fold_seconds)
        if self.fold is None:
            self.fold, self.begun = fold, timestamp
            self._measure(timestamp)
        elif fold > self.fold:
            self._close()
            if fold > self.fold + 1:
                self._pass(range(self.fold + 1, fold))
            self.fold = fold
            self._measure(timestamp)

    def ready(self) -> None:
        """Bring shape and spread up to date: called before they are asked for."""
        if not self._stale:
            return
        self._stale = False
        self.cycle.fit()
        self.cycle.shape()
        self._flat = self._square_masses()
        lean = self.SPREAD_LEAN
        self.spread = [
            round(max(1.0, (self.SPREAD * lean + squares) / (lean + means)), _DIGITS)
            for squares, means in zip(self.squares, self.means, strict=True)
        ]

    def hear(self, timestamp: float, count: float) -> None:
        """Take posts as heard in a bin of the running day."""
        slot = self.cycle.slot(timestamp)
        self.heard[slot] = self.heard.get(slot, 0.0) + count
        self.today += count
        if self.exposure < self.YOUNG:
            self._measure(timestamp)

    def learn_span(self, span: int, count: float, mean: float) -> None:
        """Learn the spread from a span that was not silent; the silent ones are learned by day."""
        most = _most(mean, self.variance(span, mean), self.CAP)
        self.squares[span] = round(self.squares[span] + (min(count, most) - mean) ** 2, _DIGITS)
        self.means[span] = round(self.means[span] + mean, _DIGITS)
        self.due[span] = round(self.due[span] - mean, _DIGITS)

    def variance(self, span: int, mean: float) -> float:
        """The variance of the count of a span whose mean count is given."""
        return mean * (self.spread[span] + mean * self.doubt)

    def state(self) -> dict[str, Any]:
        """What was learned, as plain JSON values."""
        self.ready()
        return {
            **{name: getattr(self, name) for name in _NUMBERS},
            **{name: list(getattr(self, name)) for name in _OF_SPANS},
            "heard": [[slot, posts] for slot, posts in self.heard.items()],
            "hours": list(self.cycle.posts),
            "days": list(self.cycle.days),
            "waves": list(self.cycle.waves),
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take a state() back; KeyError or TypeError if it is none."""
        for name in _NUMBERS:
            setattr(self, name, state[name])
        for name in _OF_SPANS:
            if len(state[name]) != len(self._spans):
                raise TypeError("other spans than this one's")
            setattr(self, name, [float(n) for n in state[name]])
        self.heard = {int(slot): float(posts) for slot, posts in state["heard"]}
        if len(state["hours"]) != len(self.cycle.posts):
            raise TypeError("another week than this one's")
        self.cycle.posts = [float(posts) for posts in state["hours"]]
        self.cycle.days = [float(weight) for weight in state["days"]]
        waves = [float(wave) for wave in state.get("waves", ())]
        if len(waves) != len(self.cycle.waves):
            raise TypeError("no year's waves")
        self.cycle.waves = waves
        self._stale = False
        self.cycle.shape()
        self._flat = self._square_masses()

    def _measure(self, timestamp: float) -> None:
        posts = self.posts + self.LEVEL_POSTS
        days = self.exposure + self.LEVEL_DAYS
        if self.exposure < self.YOUNG:
            posts += self.today
            days += self._mass(timestamp)
        self.level = posts / days / self._a_fold
        week = self.RHYTHM**2 / (1 + self.seen / self.RHYTHM_DAYS)
        self.doubt = self.spread[-1] / posts + week + self.cycle.doubt(self.spread[-1])

    def _mass(self, timestamp: float) -> float:
        """The weight, in days, of the running day up to a bin: since it was first listened to."""
        begun = max(self.begun, timestamp // self.fold_seconds * self.fold_seconds)
        bins = round((timestamp - begun) / self._bin) + 1
        return self.cycle.mass(timestamp, max(1, bins)) / self._a_fold

    def _close(self) -> None:
        """End the running day and learn it."""
        assert self.fold is not None
        last = (self.fold + 1) * self.fold_seconds - self._bin
        mass = self._mass(last)
        expected = self.level * mass * self._a_fold
        share = 1.0
        if self.exposure and self.today > expected:
            most = _most(expected, self.variance(len(self._spans) - 1, expected), self.CAP)
            share = min(1.0, most / self.today)
        self._learn_silence(last, mass)
        self._fold_in(self.today * share, mass)
        if self.begun <= self.fold * self.fold_seconds:
            # The hours of a first day that was heard in part would weigh too much.
            self.cycle.fade(self._cycle_fade)
            heard = {slot: n * share for slot, n in self.heard.items()}
            self.cycle.learn(self.fold, heard, 1.0 if self.cycle.weekly else self.level)
        self._stale = self._stale or bool(self.heard)
        self.heard = {}
        self.today = 0.0

    def _pass(self, folds: range) -> None:
        """Learn whole days of silence; after ten years there is nothing left to forget."""
        folds = folds[-3_650:]
        fade = 1.0
        listened = [0.0] * len(self.cycle.days)
        for fold in reversed(folds):
            listened[fold % len(listened)] += fade
            fade *= self._cycle_fade
        self.cycle.fade(fade)
        for day, weight in enumerate(listened):
            self.cycle.learn(day, {}, weight if self.cycle.weekly else weight * self.level)
        squares, means, spread_fade = 0.0, 0.0, 1.0
        for fold in folds:
            begin = float(fold * self.fold_seconds)
            self._measure(begin)
            mass = self._mass(begin + self.fold_seconds - self._bin)
            squares = squares * self._spread_fade + self.level**2 * mass
            means = means * self._spread_fade + self.level * self._a_fold * mass
            spread_fade *= self._spread_fade
            self._fold_in(0.0, mass)
        for at, flat in enumerate(self._flat):
            self.squares[at] = round(self.squares[at] * spread_fade + flat * squares, _DIGITS)
            self.means[at] = round(self.means[at] * spread_fade + means, _DIGITS)

    def _fold_in(self, posts: float, mass: float) -> None:
        self.posts = self.posts * self._fade + posts
        self.exposure = self.exposure * self._fade + mass
        self.seen += 1.0

    def _learn_silence(self, last: float, mass: float) -> None:
        """The means of a day's silent spans, and their squares: all that did not speak."""
        fade = self._spread_fade
        mean = self.level * self._a_fold * mass
        for at, span in enumerate(self._spans):
            # A span that is not over yet is neither silent nor spoken.
            open_mean = self.level * self.cycle.mass(last, span)
            due = self.due[at] + mean
            silent = max(0.0, due - open_mean)
            self.due[at] = round(max(due - silent, -open_mean), _DIGITS)
            square = self.level * self._flat[at] * silent / self._a_fold
            self.squares[at] = round(self.squares[at] * fade + square, _DIGITS)
            self.means[at] = round(self.means[at] * fade + silent, _DIGITS)

    def _square_masses(self) -> list[float]:
        """For each span the sum of squared weights of a mean day's spans."""
        found = []
        sums = self.cycle.sums
        for span in self._spans:
            blocks = [
                sums[min(at + span, len(sums) - 1)] - sums[at]
                for at in range(0, len(sums) - 1, span)
            ]
            found.append(sum(b * b for b in blocks) * self.fold_seconds / self.cycle.length)
        return found


def _most(mean: float, variance: float, deviations: float) -> float:
    """The most that a span teaches."""
    return mean + 1 + deviations * sqrt(variance)
