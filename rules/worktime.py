"""The council's working time: what an hour means when the office is shut."""

from __future__ import annotations

from collections.abc import Set
from datetime import date, datetime, time, timedelta

OPENS = time(8, 30)
SHUTS = time(17, 30)  # Monday to Friday 08:30 to 17:30, as Southend keeps


def is_working_day(day: date, holidays: Set[date] = frozenset()) -> bool:
    """Monday to Friday, bank holidays off."""
    return day.weekday() < 5 and day not in holidays


def after_working(
    start: datetime, length: timedelta, holidays: Set[date] = frozenset()
) -> datetime:
    """The moment when `length` of working time has passed since `start` (local time, aware)."""
    at, left = start, length
    for _ in range(400):  # a year of days is longer than any clock here
        opens = at.replace(hour=OPENS.hour, minute=OPENS.minute, second=0, microsecond=0)
        shuts = at.replace(hour=SHUTS.hour, minute=SHUTS.minute, second=0, microsecond=0)
        at = max(at, opens)
        if is_working_day(at.date(), holidays) and at < shuts:
            if at + left <= shuts:
                return at + left
            left -= shuts - at
        at = opens + timedelta(days=1)
    return at
