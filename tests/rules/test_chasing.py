"""Who has not answered is reminded once, then the deputy is told once, and never by guesswork."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from rules.chasing import Asked, chase

LONDON = ZoneInfo("Europe/London")
SENT = datetime(2026, 11, 24, 9, 5, tzinfo=LONDON)  # a Tuesday
ASKED = Asked(SENT, within=9, deputy=True)  # nine working hours: the same time tomorrow


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("asked", "now", "step", "says"),
    [
        (ASKED, at(24, 17), "wait", "if there is no answer by Wed 25 Nov 09:05"),
        (ASKED, at(25, 9, 5), "remind", "There is no answer by Wed 25 Nov 09:05"),
        (replace(ASKED, reminded=at(25, 9, 5)), at(25, 17), "wait", "The deputy is told at Thu"),
        (replace(ASKED, reminded=at(25, 9, 5)), at(26, 9, 5), "deputy", "the deputy is told"),
        (replace(ASKED, reminded=at(25, 9, 5), deputy=False), at(25, 10), "tell", "no deputy"),
        (replace(ASKED, reminded=at(25, 9), deputised=at(26, 9)), at(27, 9), "tell", "ring them"),
        (replace(ASKED, sent=None), at(30, 9), "wait", "not known whether this mail went"),
        (replace(ASKED, answer="ours"), at(30, 9), "done", "answered"),
        (replace(ASKED, unread=True), at(30, 9), "wait", "say what it means"),
        (replace(ASKED, answer="in_hand"), at(30, 9), "done", "answered"),
        (replace(ASKED, answer="in_hand", until=at(27, 23, 59)), at(27, 12), "wait", "Mon 30 Nov"),
        (replace(ASKED, answer="in_hand", until=at(27, 23, 59)), at(30, 8, 30), "remind",
         "What was in hand until Fri 27 Nov is not finished"),
        (replace(ASKED, sent=None, answer="ours"), at(30, 9), "done", "answered"),
    ],
)  # fmt: skip
def test_what_follows_and_why(asked: Asked, now: datetime, step: str, says: str) -> None:
    found = chase(asked, now)
    assert found.step == step
    assert says in found.because


def test_a_digest_of_friday_evening_is_not_late_on_sunday() -> None:
    asked = Asked(at(27, 17), within=4, deputy=True)
    assert chase(asked, at(29, 12)).step == "wait"
    assert chase(asked, at(30, 12)).step == "remind"
    holiday = frozenset({at(30, 0).date()})
    assert chase(asked, at(30, 12), holiday).step == "wait"


def test_there_are_never_more_than_two_mails() -> None:
    asked, now, steps = ASKED, SENT, []
    for _ in range(24 * 60):
        found = chase(asked, now)
        if found.step == "remind":
            steps.append("remind")
            asked = replace(asked, reminded=now)
        elif found.step == "deputy":
            steps.append("deputy")
            asked = replace(asked, deputised=now)
        now += timedelta(hours=1)
    assert steps == ["remind", "deputy"]
