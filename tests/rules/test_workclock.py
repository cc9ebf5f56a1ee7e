"""Working time between two moments."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.workclock import working_between
from rules.worktime import after_working, bank_holidays

LONDON = ZoneInfo("Europe/London")
TUESDAY = datetime(2026, 11, 24, 9, 0, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        ("2026-11-24 09:00", "2026-11-24 09:40", 40),
        ("2026-11-24 06:00", "2026-11-24 09:00", 30),
        ("2026-11-24 17:00", "2026-11-25 09:00", 60),
        ("2026-11-27 17:00", "2026-11-30 09:00", 60),  # over a weekend
        ("2026-12-24 17:00", "2026-12-29 09:00", 60),  # over Christmas and Boxing Day's substitute
        ("2026-11-28 10:00", "2026-11-29 10:00", 0),
        ("2026-11-24 10:00", "2026-11-24 09:00", 0),
    ],
)
def test_only_working_time_counts(start: str, end: str, minutes: int) -> None:
    one, other = (datetime.fromisoformat(t).replace(tzinfo=LONDON) for t in (start, end))
    assert working_between(one, other, bank_holidays(2026)) == timedelta(minutes=minutes)


@given(st.integers(0, 60 * 24 * 30), st.integers(1, 60 * 20))
def test_it_measures_what_after_working_adds(minutes: int, length: int) -> None:
    start = TUESDAY + timedelta(minutes=minutes)
    wanted = timedelta(minutes=length)
    holidays = bank_holidays(2026)
    assert working_between(start, after_working(start, wanted, holidays), holidays) == wanted
