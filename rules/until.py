"""Reads “until when” as people here write it: Friday, 4 December, 04/12, the end of the month."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

END = time(23, 59)
"""Until a day means until that day is over."""
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "couple of": 2, "fortnight": 2,
}  # fmt: skip
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_NTH = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s+(?P<year>\d{4}))?"
_COUNT = rf"(?P<count>\d{{1,2}}|{'|'.join(_NUMBERS)})"
_TIME = re.compile(
    r"\b(?:at|by|until|til+|before|from)?\s*"
    r"(?:(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s?(?P<half>am|pm)\b|(?P<h24>[01]?\d|2[0-3]):"
    r"(?P<m24>\d\d)\b|(?P<word>noon|midday|lunchtime))",
    re.I,
)
_CLOCKS = {"noon": time(12), "midday": time(12), "lunchtime": time(13)}
Way = Callable[[re.Match[str], date], date | None]


def until_of(said: str, now: datetime) -> datetime | None:
    """The first day that these words name, with its time or its end; in the zone of `now`.

    now: aware, local. None where they name none, or one that is past. `04/12` is 4 December.
    """
    text = " ".join(said.split())[:400]
    day, rest = _day(text, now.date())
    clock = _clock(text if rest is None else text[max(0, rest - 40) :])
    if day is None:
        if clock is None or not re.search(r"\b(?:until|til+|by|before)\b", text, re.I):
            return None
        day = now.date()
    at = datetime.combine(day, clock or END, now.tzinfo)
    return at if at > now else None


def _day(text: str, today: date) -> tuple[date | None, int | None]:
    """The day that is named first, and where."""
    found: list[tuple[int, date]] = []
    for pattern, way in _WAYS:
        for match in pattern.finditer(text):
            made = way(match, today)
            if made is not None:
                found.append((match.start(), made))
                break
    if not found:
        return None, None
    # "Monday 7 December": the date says which Monday, and stands a word later.
    first = min(found)
    fuller = [
        f for f in found if 0 <= f[0] - first[0] <= 12 and f[1].weekday() == first[1].weekday()
    ]
    return max(fuller)[1], first[0]


def _clock(text: str) -> time | None:
    match = _TIME.search(text)
    if match is None:
        return None
    if match["word"]:
        return _CLOCKS[match["word"].lower()]
    if match["h24"]:
        return _time(int(match["h24"]), int(match["m24"]))
    hour = int(match["hour"])
    if not 1 <= hour <= 12:
        return None
    return _time(
        hour % 12 + (12 if match["half"].lower() == "pm" else 0), int(match["minute"] or 0)
    )


def _time(hour: int, minute: int) -> time | None:
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _weekday(match: re.Match[str], today: date) -> date:
    ahead = (_DAYS.index(match["name"][:3].lower()) - today.weekday()) % 7
    return today + timedelta(
        days=ahead + (7 if match["next"] and ahead < 7 - today.weekday() else 0)
    )


def _dated(match: re.Match[str], today: date) -> date | None:
    month = _MONTHS.index(match["month"][:3].lower()) + 1
    return _near(today, int(match["day"]), month, match["year"])


def _slashed(match: re.Match[str], today: date) -> date | None:
    return _near(today, int(match["day"]), int(match["month"]), match["year"])


def _near(today: date, day: int, month: int, year: str | None) -> date | None:
    """Without a year, the next such day: in December, 4 January is next year's."""
    try:
        if year:
            return date(int(year) + (2000 if int(year) < 100 else 0), month, day)
        this = date(today.year, month, day)
        return this if this >= today else date(today.year + 1, month, day)
    except ValueError:
        return None


def _iso(match: re.Match[str], today: date) -> date | None:
    try:
        return date.fromisoformat(match[0])
    except ValueError:
        return None


def _ahead(match: re.Match[str], today: date) -> date:
    count = match["count"].lower()
    many = int(count) if count.isdigit() else _NUMBERS[count]
    unit = {"d": 1, "w": 7, "f": 14}[match["unit"][0].lower()]
    return today + timedelta(days=many * unit)


def _end(match: re.Match[str], today: date) -> date:
    following = bool(match["next"])
    if match["what"].lower() == "week":
        return today + timedelta(days=(4 - today.weekday()) % 7 + 7 * following)
    months = today.year * 12 + today.month + following  # the month after the one that is meant
    return date(months // 12, months % 12 + 1, 1) - timedelta(days=1)


_DAY_NAME = r"(?P<name>mon|tues?|wed|thur?s?|fri|sat|sun)(?:day|nesday|sday|urday|rsday)?"
_SLASHES = r"\b(?P<day>\d{1,2})[/.](?P<month>\d{1,2})(?:[/.](?P<year>\d{4}|\d\d))?\b"
_IN = rf"\b(?:in|within|for|another)\s+{_COUNT}\s+(?P<unit>day|week|fortnight)s?\b"
_WAYS: tuple[tuple[re.Pattern[str], Way], ...] = (
    (re.compile(r"\b\d{4}-\d\d-\d\d\b"), _iso),
    (re.compile(_SLASHES), _slashed),
    (re.compile(rf"\b{_NTH}\s+(?:of\s+)?{_MONTH}{_YEAR}\b", re.I), _dated),
    (re.compile(rf"\b{_MONTH}\s+{_NTH}{_YEAR}\b", re.I), _dated),
    (re.compile(rf"\b(?P<next>next\s+)?{_DAY_NAME}\b", re.I), _weekday),
    (re.compile(r"\b(?:today|tonight|cop|close of play|end of (?:the )?day|eod)\b", re.I),
     lambda m, today: today),
    (re.compile(r"\btomorrow\b", re.I), lambda m, today: today + timedelta(days=1)),
    (re.compile(_IN, re.I), _ahead),
    (re.compile(r"\b(?:the )?end of (?:the |this )?(?P<next>next )?(?P<what>week|month)\b", re.I),
     _end),
)  # fmt: skip
