"""The council's working time: what an hour means when the office is shut."""

from __future__ import annotations

from collections.abc import Set
from datetime import date, datetime, time, timedelta
from functools import cache

OPENS = time(8, 30)
SHUTS = time(17, 30)  # Monday to Friday 08:30 to 17:30, as Southend keeps
Hours = tuple[tuple[time, time] | None, ...]
"""From Monday to Sunday: when the office opens and shuts, or None on a day that is off."""
HOURS: Hours = ((OPENS, SHUTS),) * 5 + (None, None)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def hours_of(text: str) -> Hours:
    """Working hours from their text: seven of `08:30-17:30` or `off`, Monday first.

    An empty text means the hours we ship. Raises ValueError with a sentence.
    """
    if not text.strip():
        return HOURS
    parts = text.split()
    if len(parts) != 7:
        raise ValueError("Working hours need seven days, from Monday to Sunday")
    hours = tuple(_day(name, part) for name, part in zip(DAYS, parts, strict=True))
    if not any(hours):
        raise ValueError("The council needs at least one day on which it works")
    return hours


def _day(name: str, part: str) -> tuple[time, time] | None:
    if part == "off":
        return None
    opens, _, shuts = part.partition("-")
    try:
        day = time.fromisoformat(opens), time.fromisoformat(shuts)
    except ValueError as fault:
        raise ValueError(f"{name}: “{part}” is no pair of times such as 08:30-17:30") from fault
    if day[0] >= day[1]:
        raise ValueError(f"{name}: the office must shut later than it opens")
    return day


def hours_text(hours: Hours) -> str:
    """The text that hours_of reads."""
    return " ".join(f"{d[0]:%H:%M}-{d[1]:%H:%M}" if d else "off" for d in hours)


def is_working_day(day: date, holidays: Set[date] = frozenset(), hours: Hours = HOURS) -> bool:
    """A day with working hours that is no holiday."""
    return hours[day.weekday()] is not None and day not in holidays


def after_working(
    start: datetime,
    length: timedelta,
    holidays: Set[date] = frozenset(),
    hours: Hours = HOURS,
) -> datetime:
    """The moment when `length` of working time has passed since `start` (local time, aware)."""
    at, left = start, length
    for _ in range(400):  # a year of days is longer than any clock here
        day = hours[at.weekday()]
        if day is not None and at.date() not in holidays:
            opens, shuts = (datetime.combine(at.date(), t, at.tzinfo) for t in day)
            at = max(at, opens)
            if at < shuts:
                if at + left <= shuts:
                    return at + left
                left -= shuts - at
        at = datetime.combine(at.date() + timedelta(days=1), time(), at.tzinfo)
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
