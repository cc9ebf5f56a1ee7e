"""Where a mention stands, how soon it is needed, and when its clock runs out."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from rules.flowchart import OUTCOMES
from rules.need import due_at, need_of
from rules.views import view_of
from rules.worktime import after_working, is_working_day

LONDON = ZoneInfo("Europe/London")
PLAIN: dict[str, Any] = {
    "status": "open", "outcome": "forward", "guess": "forward", "asks": None, "grade": "none",
    "kind": "report", "faulty": False, "settled": False,
}  # fmt: skip


def view(**changed: Any) -> str:
    return view_of(**{**PLAIN, **changed})


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        ("urgent", "urgent"),
        ("answer", "answer"), ("correct", "answer"), ("join_in", "answer"),
        ("signpost", "answer"), ("neutral_line", "answer"),
        ("forward", "forward"), ("attach", "forward"), ("complaint_route", "forward"),
        ("rights", "forward"), ("consultation", "forward"),
        ("evaluate", "decide"), ("moderate", "decide"),
        ("no_reply", "glance"), ("monitor", "glance"), ("out_of_scope", "glance"),
        ("watch", "watching"),
    ],
)  # fmt: skip
def test_each_outcome_has_its_view(outcome: str, expected: str) -> None:
    assert view(outcome=outcome, guess=outcome) == expected


def test_no_outcome_is_without_a_view_of_its_own() -> None:
    assert {o for o in OUTCOMES if view(outcome=o) == "decide"} == {"evaluate", "moderate"}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"asks": "ours", "outcome": None}, "unsure"),
        ({"asks": "ours", "outcome": None, "status": "snoozed"}, "snoozed"),
        ({"faulty": True, "outcome": "evaluate"}, "decide"),
        ({"kind": "news", "outcome": "no_reply"}, "news"),
        ({"kind": "notice", "outcome": "join_in"}, "news"),
        ({"kind": "news", "outcome": "answer"}, "answer"),
        ({"grade": "person", "outcome": "no_reply"}, "urgent"),
        ({"grade": "hazard", "asks": "ours", "outcome": None}, "urgent"),
        ({"grade": "hazard", "status": "snoozed"}, "urgent"),
        ({"grade": "hazard", "faulty": True, "outcome": "evaluate"}, "urgent"),
        ({"grade": "hazard", "settled": True}, "forward"),
        ({"grade": "words"}, "forward"),
        ({"grade": "person", "status": "done", "settled": True}, "done"),
    ],
)
def test_what_stands_out_goes_before_the_outcome(changed: dict[str, Any], expected: str) -> None:
    assert view(**changed) == expected


MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("start", "hours", "expected"),
    [
        ("2026-11-23 10:00", 1, "2026-11-23 11:00"),
        ("2026-11-23 06:00", 1, "2026-11-23 09:30"),
        ("2026-11-23 17:00", 1, "2026-11-24 09:00"),
        ("2026-11-23 17:30", 1, "2026-11-24 09:30"),
        ("2026-11-27 17:00", 1, "2026-11-30 09:00"),
        ("2026-11-28 12:00", 1, "2026-11-30 09:30"),
        ("2026-11-23 10:00", 9, "2026-11-24 10:00"),
        ("2026-12-24 17:00", 1, "2026-12-29 09:00"),
        ("2026-03-27 17:00", 1, "2026-03-30 09:00"),
    ],
    ids=["in hours", "early", "over night", "at the close", "over the weekend", "saturday",
         "a day", "over Christmas", "over the change of the clocks"],
)  # fmt: skip
def test_working_time_passes_in_working_hours_only(start: str, hours: int, expected: str) -> None:
    holidays = {date(2026, 12, 25), date(2026, 12, 28)}
    at = datetime.fromisoformat(start).replace(tzinfo=LONDON)
    ends = after_working(at, timedelta(hours=hours), holidays)
    assert ends == datetime.fromisoformat(expected).replace(tzinfo=LONDON)


def test_bank_holidays_and_weekends_are_no_working_days() -> None:
    assert is_working_day(date(2026, 11, 23))
    assert not is_working_day(date(2026, 11, 28))
    assert not is_working_day(date(2026, 12, 25), {date(2026, 12, 25)})


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        ("urgent", timedelta(minutes=15)),
        ("unsure", timedelta(hours=1)),
        ("forward", timedelta(hours=1)),
        ("decide", timedelta(hours=1)),
        ("answer", timedelta(days=1)),
    ],
)
def test_clocks_start_when_a_mention_is_heard(view: str, expected: timedelta) -> None:
    assert due_at(view, None, MONDAY) == MONDAY + expected


@pytest.mark.parametrize("view", ["glance", "watching", "news", "snoozed", "done"])
def test_what_nobody_must_do_has_no_clock(view: str) -> None:
    assert due_at(view, None, MONDAY) is None


def test_an_urgent_clock_runs_on_a_sunday_night() -> None:
    night = datetime(2026, 11, 22, 23, 50, tzinfo=LONDON)
    assert due_at("urgent", None, night) == datetime(2026, 11, 23, 0, 5, tzinfo=LONDON)


def test_an_urgent_quarter_hour_is_one_on_the_night_the_clocks_go_back() -> None:
    night = datetime(2026, 10, 25, 1, 50, tzinfo=LONDON)
    due = due_at("urgent", None, night)
    assert due is not None
    assert due.astimezone(UTC) - night.astimezone(UTC) == timedelta(minutes=15)


@pytest.mark.parametrize("view", ["urgent", "answer", "forward"])
def test_what_was_said_more_than_two_days_before_it_was_heard_has_no_clock(view: str) -> None:
    assert due_at(view, MONDAY - timedelta(hours=48, minutes=1), MONDAY) is None
    assert due_at(view, MONDAY - timedelta(hours=47), MONDAY) is not None


def need(
    view: str, grade: str = "none", tone: str = "neutral", after: int = 0, **more: Any
) -> float:
    """The need of a mention heard so many minutes after Monday at ten."""
    heard = MONDAY + timedelta(minutes=after)
    due = due_at(view, more.pop("published", None), heard)
    return need_of(view, grade, tone, due, heard, **more)


IN_ORDER = [
    need("urgent", "person", after=60),
    need("urgent", "hazard"),
    need("answer"),
    need("answer", after=1),
    need("answer", published=MONDAY - timedelta(days=9)),
    need("unsure"),
    need("forward", tone="negative", after=20),
    need("forward"),
    need("decide"),
    need("glance", after=5),
    need("glance"),
    need("news"),
]


def test_need_runs_from_a_person_at_risk_to_old_news() -> None:
    assert sorted(IN_ORDER) == IN_ORDER


def test_more_people_are_sooner_and_a_second_counts() -> None:
    assert need("forward", people=3) < need("forward", people=2) < need("forward")
    assert need("forward", people=0) == need("forward")
    later = MONDAY + timedelta(seconds=1)
    assert need_of("forward", "none", "neutral", MONDAY, MONDAY) < need_of(
        "forward", "none", "neutral", later, MONDAY
    )


def test_dangers_that_we_are_sure_of_come_before_those_we_are_not() -> None:
    order = [
        need_of("urgent", grade, "neutral", MONDAY, MONDAY, sure=sure)
        for sure in (True, False)
        for grade in ("person", "hazard")
    ]
    assert order == sorted(order)
    old = need_of("urgent", "hazard", "neutral", None, MONDAY, sure=True)
    assert old < need_of("urgent", "person", "negative", MONDAY, MONDAY, people=20, sure=False)
