"""What one key sends, what needs a second reader, what is never quoted; who hears besides."""

from __future__ import annotations

import pytest

from listener.councilfile import shipped_council
from listener.informing import information
from rules.forwarding import forward_rule
from rules.routing import Also, Destination, destinations

FLOOD = Destination("Emergencies", "lead", "Flooding", "Flooding fits best")
RULES = (
    Also("Flooding", "road", "Highways", "the water stands on a road"),
    Also("Flooding", "", "Emergencies", "it is theirs already"),
    Also("Flooding", "", "water company", "sewers"),
    Also("Missed bins", "", "Street scene", "it ends on the street"),
)
OURS = ("Emergencies", "Highways", "Street scene")


@pytest.mark.parametrize(
    ("flag", "how", "quotes", "place"),
    [
        ("normal", "one_key", True, "street"),
        ("hazard", "one_key", True, "street"),
        ("urgent", "one_key", True, "street"),
        ("weather", "one_key", True, "street"),
        ("vulnerable", "one_key", False, "ward"),
        ("police", "one_key", False, "street"),
        ("legal", "one_key", False, "street"),
        ("safeguarding", "second_reader", False, "ward"),
        ("sensitive", "second_reader", False, "ward"),
    ],
)
def test_the_flag_of_a_service_says_how_it_goes(
    flag: str, how: str, quotes: bool, place: str
) -> None:
    rule = forward_rule(flag)
    assert (rule.how, rule.quotes, rule.place) == (how, quotes, place)
    assert bool(rule.why) == (not quotes)
    assert bool(rule.held) == (how == "second_reader")


def test_an_allegation_or_a_sensitive_area_needs_a_second_reader_whatever_the_flag() -> None:
    assert forward_rule("normal", allegation="it names somebody").how == "second_reader"
    assert forward_rule("normal", sensitive_area=True).why == "the area is marked as sensitive"
    assert forward_rule("vulnerable", sensitive_area=True).held.startswith("it waits for a second")


def test_encampments_and_safeguarding_are_never_sent_by_one_key() -> None:
    flags = {s.category: s.flag for s in shipped_council().services}
    for category in ("Unauthorised encampments", "Child safeguarding", "Adult safeguarding"):
        assert forward_rule(flags[category]).how == "second_reader"


def test_flooding_on_a_road_is_told_to_highways_for_information() -> None:
    lead, besides = destinations(FLOOD, RULES, {"road"}, OURS)
    assert lead == FLOOD
    assert besides == Destination(
        "Highways", "information", "Flooding", "the water stands on a road"
    )


def test_without_a_road_nobody_else_is_told() -> None:
    assert destinations(FLOOD, RULES, {"ward"}, OURS) == (FLOOD,)


def test_what_the_service_has_already_goes_to_others_alone() -> None:
    found = destinations(FLOOD, RULES, {"road"}, OURS, already_routed=True)
    assert [d.area for d in found] == ["Highways"]


def test_another_body_gets_nothing_and_no_service_goes_nowhere() -> None:
    water = Destination("water company", "lead", "Leaks", "Leaks fits best")
    assert destinations(water, RULES, (), OURS) == ()
    assert destinations(None, RULES, {"road"}, OURS) == ()


def test_our_own_rules_name_categories_areas_and_kinds_that_there_are() -> None:
    services = shipped_council().services
    categories, areas = {s.category for s in services}, {s.area for s in services}
    assert information()
    for rule in information():
        assert rule.category in categories
        assert rule.area in areas
        assert rule.where in ("", "road", "place", "ward", "junction")
        assert rule.because
