"""The days on which the council is shut."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from listener.errors import NotUnderstood
from listener.holidays import changes, days_off, holidays, shipped
from listener.settings import Settings
from rules.worktime import bank_holidays


@pytest.mark.parametrize("year", [2025, 2026, 2027, 2028])
def test_what_we_ship_is_what_the_rule_works_out(year: int) -> None:
    assert {h.day for h in shipped() if h.day.year == year} == bank_holidays(year)


def test_after_our_list_the_rule_goes_on() -> None:
    assert {h.day for h in holidays(Settings(), 2030, 2030)} == bank_holidays(2030)


def test_a_council_adds_a_day_and_works_on_another() -> None:
    ours = replace(Settings(), holidays="+2026-06-15 -2026-12-28")
    found = days_off(ours, 2026)
    assert date(2026, 6, 15) in found
    assert date(2026, 12, 28) not in found
    assert date(2027, 1, 1) in found


def test_a_change_that_is_none_is_said_in_words() -> None:
    with pytest.raises(NotUnderstood, match="“june” is no change"):
        changes("+2026-06-15 june")
