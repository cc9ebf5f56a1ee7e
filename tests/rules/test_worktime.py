"""Working time and bank holidays, against dates that GOV.UK lists."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from rules.worktime import HOURS, after_working, bank_holidays, hours_of, hours_text

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26"),
        (2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"),
        (2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"),
    ],
)
def test_the_regular_bank_holidays(year: int, days: str) -> None:
    assert bank_holidays(year) == {date.fromisoformat(f"{year}-{d}") for d in days.split()}


@pytest.mark.parametrize(
    ("start", "hours", "ends"),
    [
        ("2026-11-24 09:00", 1, "2026-11-24 10:00"),
        ("2026-11-24 17:00", 1, "2026-11-25 09:00"),
        ("2026-11-24 22:00", 1, "2026-11-25 09:30"),
        ("2026-11-27 17:00", 1, "2026-11-30 09:00"),
        ("2026-12-24 17:00", 1, "2026-12-29 09:00"),  # Christmas, a weekend, Boxing Day's Monday
    ],
)
def test_an_hour_of_working_time(start: str, hours: int, ends: str) -> None:
    at = datetime.fromisoformat(start).replace(tzinfo=LONDON)
    end = after_working(at, timedelta(hours=hours), bank_holidays(2026))
    assert f"{end:%Y-%m-%d %H:%M}" == ends


SATURDAYS = hours_of("off off 10:00-12:00 off off 09:00-13:00 off")


@pytest.mark.parametrize(
    ("start", "hours", "ends"),
    [
        ("2026-11-24 09:00", 1, "2026-11-25 11:00"),
        ("2026-11-25 11:30", 1, "2026-11-28 09:30"),
        ("2026-11-28 12:30", 3, "2026-12-05 09:30"),
    ],
)
def test_the_council_s_own_hours_carry_the_clock(start: str, hours: int, ends: str) -> None:
    at = datetime.fromisoformat(start).replace(tzinfo=LONDON)
    end = after_working(at, timedelta(hours=hours), frozenset(), SATURDAYS)
    assert f"{end:%Y-%m-%d %H:%M}" == ends


def test_hours_come_back_from_their_text() -> None:
    assert hours_of(hours_text(SATURDAYS)) == SATURDAYS
    assert hours_of("") == HOURS


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("08:30-17:30", "seven days"),
        ("off off off off off off off", "at least one day"),
        ("off off 9-17 off off off off", "Wednesday"),
        ("off off off off off 13:00-09:00 off", "Saturday: the office must shut later"),
    ],
)
def test_hours_that_cannot_be_are_said_in_words(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        hours_of(text)
