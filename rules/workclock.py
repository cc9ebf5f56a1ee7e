"""How much working time lies between two moments: what a clock shows when the office is shut."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from rules.worktime import HOURS, Hours, is_working_day

LONGEST = 60  # days counted; whoever is later than that needs no minutes


@dataclass(frozen=True, slots=True)
class Office:
    """When the council works: its hours, and the days on which it is shut."""

    hours: Hours = HOURS
    holidays: frozenset[date] = frozenset()

    @property
    def day(self) -> timedelta:
        """How long it works on an ordinary day: the mean of its working days."""
        spans = [_between(*d) for d in self.hours if d is not None]
        return sum(spans, timedelta()) / len(spans)


OFFICE = Office()
"""As it is shipped: Monday to Friday 08:30 to 17:30, no day off known."""


def working_between(
    start: datetime,
    end: datetime,
    holidays: Set[date] = frozenset(),
    hours: Hours = HOURS,
) -> timedelta:
    """The working time from start to end (local, aware); nothing where the end is before it."""
    counted = timedelta()
    day = start.date()
    for _ in range(LONGEST):
        if day > end.date():
            break
        open_ = hours[day.weekday()]
        if open_ is not None and is_working_day(day, holidays, hours):
            opens, shuts = (datetime.combine(day, t, start.tzinfo) for t in open_)
            counted += max(min(end, shuts) - max(start, opens), timedelta())
        day += timedelta(days=1)
    return counted


def _between(opens: time, shuts: time) -> timedelta:
    day = date(2000, 1, 3)
    return datetime.combine(day, shuts) - datetime.combine(day, opens)
