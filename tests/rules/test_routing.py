"""The service hears of a mention whatever we reply, unless it has it or it is not ours."""

from __future__ import annotations

import pytest

from rules.flowchart import OUTCOMES
from rules.routing import Choice, handoff_for

BINS = Choice("Missed bins", "Waste", 0.8)
ROADS = Choice("Potholes", "Highways", 0.2)
WATER = Choice("Water and sewers", "Others", 0.7, ours=False)


@pytest.mark.parametrize("outcome", sorted(set(OUTCOMES) - {"out_of_scope"}))
def test_a_missed_bin_is_a_missed_bin_whatever_the_outcome(outcome: str) -> None:
    handoff = handoff_for(outcome, [BINS])
    assert handoff is not None
    assert (handoff.category, handoff.area, handoff.sure) == ("Missed bins", "Waste", True)
    assert handoff.because == "Missed bins fits best"


def test_a_weak_guess_waits_for_a_person() -> None:
    handoff = handoff_for("forward", [ROADS])
    assert handoff is not None
    assert not handoff.sure
    assert handoff.because == "Potholes is our best guess"


def test_what_the_service_has_already_is_not_sent_again() -> None:
    assert handoff_for("attach", [BINS], already_routed=True) is None


def test_what_another_body_does_is_not_handed_over() -> None:
    assert handoff_for("signpost", [WATER]) is None
    assert handoff_for("signpost", [WATER, ROADS]) is None


def test_a_service_of_ours_behind_another_bodys_waits_for_a_person() -> None:
    handoff = handoff_for("signpost", [WATER, BINS])
    assert handoff is not None
    assert (handoff.category, handoff.sure) == ("Missed bins", False)


def test_what_is_not_about_us_or_about_no_service_goes_nowhere() -> None:
    assert handoff_for("out_of_scope", [BINS]) is None
    assert handoff_for("forward", []) is None
