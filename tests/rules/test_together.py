"""Two posts about one thing to make safe, and everything that keeps them apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from rules.together import Hazard, one_hazard

AT = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
GRITTING = "Gritting and winter service"
ICE = Hazard("hazard", "road", GRITTING, frozenset({("Mill Lane", "road")}), AT)


def test_the_same_hazard_at_the_same_place_is_one_and_the_reason_says_what_and_where() -> None:
    because = one_hazard(ICE, replace(ICE, said=AT + timedelta(hours=3)))
    assert because == (
        "the same type of hazard (road), Gritting and winter service, at Mill Lane within 12 hours"
    )


@pytest.mark.parametrize(
    "other",
    [
        replace(ICE, grade="person"),
        replace(ICE, grade="words"),
        replace(ICE, type="collapse"),
        replace(ICE, service="Drains, gullies and highway flooding"),
        replace(ICE, places=frozenset({("Park Lane", "road")})),
        replace(ICE, places=ICE.places | {("Park Lane", "road")}),
        replace(ICE, said=AT + timedelta(hours=12, minutes=1)),
        replace(ICE, said=AT - timedelta(hours=13)),
    ],
)
def test_whatever_differs_stands_for_itself(other: Hazard) -> None:
    assert one_hazard(ICE, other) == one_hazard(other, ICE) == ""


@pytest.mark.parametrize(
    "unknown",
    [
        replace(ICE, type=""),
        replace(ICE, service=""),
        replace(ICE, places=frozenset()),
        replace(ICE, places=frozenset({("Old Hale", "ward")})),
        replace(ICE, grade="person"),
    ],
)
def test_two_alike_in_what_is_not_known_are_not_one(unknown: Hazard) -> None:
    assert one_hazard(unknown, unknown) == ""
