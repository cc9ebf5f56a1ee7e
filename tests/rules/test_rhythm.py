"""How often a source speaks, and when its silence is worth a look."""

from __future__ import annotations

import pytest

from rules.rhythm import rhythm_of

DAILY = dict.fromkeys(range(100, 128), 3)


def test_a_daily_source_is_missed_within_a_week() -> None:
    assert rhythm_of(DAILY, 127).says == "usually 3 a day"
    after = rhythm_of(DAILY, 132)
    assert (after.says, after.silent) == ("usually 3 a day, silent 5 days", True)
    assert not rhythm_of(DAILY, 128).silent


def test_one_that_speaks_once_a_month_may_be_silent_for_weeks() -> None:
    monthly = {100: 1, 128: 1}
    assert rhythm_of(monthly, 140).says == "usually 1 a month, silent 12 days"
    assert not rhythm_of(monthly, 140).silent


def test_a_weekly_one_reads_in_weeks() -> None:
    assert rhythm_of({100: 2, 107: 2, 114: 2, 121: 2}, 121).says == "usually 2 a week"


@pytest.mark.parametrize("days", [{}, {200: 4}])
def test_nothing_heard_yet_has_no_rhythm(days: dict[int, int]) -> None:
    assert rhythm_of(days, 120) == rhythm_of({}, 1)


def test_a_few_days_tell_no_rhythm_but_a_silence_is_still_said() -> None:
    assert rhythm_of({100: 4, 101: 2}, 110).says == "silent 9 days"
    assert not rhythm_of({100: 4, 101: 2}, 110).silent
