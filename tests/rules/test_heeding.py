"""Who counts, for whom, and when."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from rules.heeding import (
    A_DAY,
    Said,
    counts,
    most_in_a_day,
    name_of,
    nameless,
    people_by_quarter,
    posts_and_people,
    posts_of,
    quarter_of,
    wall,
)

LONDON = ZoneInfo("Europe/London")


def said(quarter: int, person: int, mention: int = 0, counted: bool = True) -> Said:
    return Said(quarter, mention or quarter * 1000 + person, person, counted, False)


@pytest.mark.parametrize("kind", ["complaint", "report", "question", "rumour", "opinion", "abuse"])
def test_what_residents_say_counts(kind: str) -> None:
    assert counts(kind, "none", "resident")
    assert not counts(kind, "none", "press")


@pytest.mark.parametrize("kind", ["news", "notice", "praise", "thanks", "chatter"])
def test_the_rest_is_beside_unless_it_may_be_a_danger(kind: str) -> None:
    assert not counts(kind, "words", "resident")
    assert counts(kind, "hazard", "resident")


def test_a_quarter_is_of_the_clock_on_the_wall_in_winter_and_in_summer() -> None:
    summer = datetime(2026, 7, 1, 7, 40, tzinfo=LONDON)
    assert wall(quarter_of(summer)) == datetime(2026, 7, 1, 7, 30)
    winter = datetime(2026, 12, 1, 7, 40, tzinfo=LONDON)
    assert quarter_of(winter) % A_DAY == quarter_of(summer) % A_DAY


def test_both_hours_of_the_night_in_which_clocks_go_back_are_one() -> None:
    first = datetime(2026, 10, 25, 1, 20, tzinfo=LONDON)
    assert quarter_of(first) == quarter_of(first.replace(fold=1))


def test_each_person_counts_once_a_day() -> None:
    loud = [said(q, 7) for q in range(10)]
    assert people_by_quarter(loud) == [(0, 1)]
    assert people_by_quarter([*loud, said(A_DAY, 7)]) == [(0, 1), (A_DAY, 1)]
    assert people_by_quarter([said(3, 1), said(3, 2), said(4, 1, counted=False)]) == [(3, 2)]


def test_copies_without_a_name_of_their_own_count_once() -> None:
    copies = [said(n, nameless(5)) for n in range(5)]
    assert posts_and_people(copies) == (1, 1, True)
    assert posts_and_people([*copies, said(9, 1), said(10, 1)]) == (3, 2, True)
    assert nameless(5) != nameless(-5)
    assert nameless(0) < 0


def test_who_copies_as_the_press_does_is_no_one_by_name() -> None:
    assert name_of("The Paper", "resident", "news_feed") == ""
    assert name_of("Jo", "press", "x") == ""
    assert name_of("  @Jo  Resident ", "resident", "x") == "jo resident"


def test_the_most_people_of_any_day_are_found_wherever_midnight_lies() -> None:
    assert most_in_a_day([]) == 0
    assert most_in_a_day([(90, 2), (100, 2), (300, 3)]) == 4
    assert most_in_a_day([(0, 2), (A_DAY, 2)]) == 2


def test_the_posts_that_are_told_by_kind_are_those_that_are_counted() -> None:
    mixed = [*(said(n, nameless(5)) for n in range(3)), said(4, 1), said(5, 1, counted=False)]
    assert posts_of(mixed) == [mixed[0], mixed[3]]
    assert len(posts_of(mixed)) == posts_and_people(mixed)[0]
