"""What sleeps, what grows, what is muted, what is held: decided by plain values."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from rules.asleep import Shelf, grown, placed, too_long
from rules.publicity import PublicityHold, refusal, stopped
from rules.takingback import undo_since
from rules.views import View

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("was", "now", "by", "grew"),
    [(1, 1, 3, False), (1, 2, 3, False), (1, 3, 3, False), (1, 4, 3, True), (2, 3, 3, False),
     (2, 4, 3, True), (10, 12, 3, False), (10, 13, 3, True), (10, 40, 0, False), (5, 3, 3, False)],
)  # fmt: skip
def test_a_stack_has_grown_by_so_many_people_or_when_it_has_doubled(
    was: int, now: int, by: int, grew: bool
) -> None:
    why = grown(was, now, by)
    assert bool(why) is grew
    assert why in ("", f"it has grown from {was} to {now} people")


@pytest.mark.parametrize(
    ("view", "shelf", "grade", "where"),
    [("forward", "muted", "none", "watching"), ("answer", "muted", "words", "answer"),
     ("urgent", "muted", "person", "urgent"), ("urgent", "muted", "none", "urgent"),
     ("done", "muted", "none", "done"), ("snoozed", "muted", "none", "snoozed"),
     ("glance", "follows", "none", "answer"), ("news", "follows", "none", "answer"),
     ("forward", "follows", "none", "forward"), ("urgent", "follows", "person", "urgent"),
     ("glance", "", "none", "glance")],
)  # fmt: skip
def test_a_mute_quietens_but_no_danger_and_a_later_post_comes_to_answer(
    view: View, shelf: Shelf, grade: str, where: View
) -> None:
    assert placed(view, shelf, grade) == where


@pytest.mark.parametrize(
    ("days", "for_something", "word"),
    [(-1, False, "past"), (0, False, "past"), (1, False, ""), (30, False, ""), (100, False, "92"),
     (14, True, ""), (15, True, "14 days")],
)  # fmt: skip
def test_nothing_sleeps_for_ever(days: int, for_something: bool, word: str) -> None:
    refused = too_long(NOW + timedelta(days=days), NOW, for_something)
    assert bool(refused) is bool(word)
    assert word in refused


HOLD = PublicityHold("Amy", "a death in the council", NOW, NOW + timedelta(days=1))


@pytest.mark.parametrize(
    ("outcome", "how"),
    [("join_in", "no"), ("neutral_line", "no"), ("answer", "ask"), ("correct", "ask"),
     ("signpost", "ask"), ("forward", None), ("no_reply", None), ("urgent", None)],
)  # fmt: skip
def test_a_hold_stops_publicity_and_asks_before_a_reply(outcome: str, how: str | None) -> None:
    held = stopped(outcome, HOLD, "Wed 25 Nov 09:00")
    assert (held.how if held else None) == how
    if held:
        assert "a death in the council" in held.why
        assert "Wed 25 Nov 09:00" in held.why
        assert "Amy" in held.why
    assert stopped(outcome, None, "") is None


def test_a_hold_wants_a_reason_and_an_end_within_reach() -> None:
    assert "why" in refusal("  ", NOW + timedelta(days=1), NOW)
    assert "past" in refusal("storm", NOW, NOW)
    assert "6 weeks" in refusal("storm", NOW + timedelta(days=43), NOW)
    assert refusal("storm", NOW + timedelta(days=42), NOW) == ""


def test_undo_reaches_back_to_midnight_and_over_it_after_an_evening() -> None:
    assert undo_since(NOW.replace(hour=16)) == NOW.replace(hour=0)
    assert undo_since(NOW.replace(hour=1)) == NOW.replace(hour=1) - timedelta(hours=12)
