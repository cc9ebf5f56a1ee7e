"""The council's working time: what an hour means when the office is shut."""

from __future__ import annotations

from collections.abc import Set
from datetime import date, datetime, time, timedelta
from functools import cache

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


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """The regular bank holidays of England and Wales, with their substitute days.

    By the Banking and Financial Dealings Act 1971 and custom; a day proclaimed for one year only
    (a coronation, say) is not known here.
    """
    easter = _easter(year)
    days = {easter - timedelta(days=2), easter + timedelta(days=1)}
    days |= {_monday(date(year, 5, 1)), _monday(date(year, 5, 25)), _monday(date(year, 8, 25))}
    for fixed in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        while fixed.weekday() > 4 or fixed in days:
            fixed += timedelta(days=1)
        days.add(fixed)
    return frozenset(days)


def _monday(day: date) -> date:
    """The first Monday on or after a day."""
    return day + timedelta(days=-day.weekday() % 7)


def _easter(year: int) -> date:
    """Easter Sunday, by the Gregorian computus of Meeus, Jones and Butcher (Nature, 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
