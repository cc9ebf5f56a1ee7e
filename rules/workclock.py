"""How much working time lies between two moments: what a clock shows when the office is shut."""

from __future__ import annotations

from collections.abc import Set
from datetime import date, datetime, timedelta

from rules.worktime import OPENS, SHUTS, is_working_day

LONGEST = 60  # days counted; whoever is later than that needs no minutes


def working_between(start: datetime, end: datetime, holidays: Set[date] = frozenset()) -> timedelta:
    """The working time from start to end (local, aware); nothing where the end is before it."""
    counted = timedelta()
    day = start.date()
    for _ in range(LONGEST):
        if day > end.date():
            break
        if is_working_day(day, holidays):
            opens = datetime.combine(day, OPENS, start.tzinfo)
            shuts = datetime.combine(day, SHUTS, start.tzinfo)
            counted += max(min(end, shuts) - max(start, opens), timedelta())
        day += timedelta(days=1)
    return counted
