"""Urgent clocks in real time, whose number comes first, what is hidden and what is restricted."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from rules.urgent import (
    DangerCard,
    Duty,
    Guide,
    Hold,
    Line,
    Role,
    WayOut,
    clock_words,
    hours_fault,
    missing_contacts,
    open_now,
    restricted_because,
    review_words,
    to_ring,
    way_words,
)
from rules.workclock import Office
from rules.worktime import hours_of

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
CARD = DangerCard("gas", "Gas", "hazard", ("999", "gas"), ("emergency", "water"), (), (), ())
SELF_HARM = DangerCard("self_harm", "Self-harm", "person", ("999",), (), (), (), (), "always")
ANY = DangerCard("person", "Somebody", "person", ("999",), (), (), (), ())
HAZARD = DangerCard("hazard", "Something", "hazard", ("999",), (), (), (), ())
GUIDE = Guide(
    (Line("gas", "Gas", "0800 111 999", "smell"), Line("999", "Police", "999", "now", False)),
    (Role("emergency", "Emergency planning", "floods"), Role("water", "Water company", "mains")),
    (CARD, SELF_HARM, ANY, HAZARD),
    ("dead body",),
    ("bribe", "drunk"),
    ("traffic warden",),
    "take care",
)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(660, "11 min left"), (659, "11 min left"), (30, "1 min left"), (0, "due now"),
     (-59, "due now"), (-240, "late 4 min"), (-7500, "late 2 h 5 min"), (-7200, "late 2 h"),
     (-3 * 86400, "late 3 days")],
)  # fmt: skip
def test_the_clock_says_how_it_stands(seconds: int, said: str) -> None:
    assert clock_words(NOW + timedelta(seconds=seconds), NOW) == said


@pytest.mark.parametrize(
    ("hours", "at", "answers"),
    [
        ("", "2026-11-24T08:29", False), ("", "2026-11-24T08:30", True),
        ("", "2026-11-24T17:30", False), ("", "2026-11-28T10:00", False),
        ("", "2026-12-25T10:00", False), ("always", "2026-12-25T03:00", True),
        ("07:00-19:00", "2026-11-24T18:59", True), ("07:00-19:00", "2026-11-28T10:00", False),
        ("Mon-Sat 07:00-19:00", "2026-11-28T10:00", True),
        ("Mon–Sat 07:00–19:00", "2026-11-29T10:00", False),
        ("Sat-Mon 07:00-19:00", "2026-11-23T10:00", True),
        ("monday - friday 9:00-16:30", "2026-11-24T16:29", True),
    ],
)  # fmt: skip
def test_a_desk_answers_in_its_hours(hours: str, at: str, answers: bool) -> None:
    local = datetime.fromisoformat(at).replace(tzinfo=LONDON)
    assert open_now(hours, local, Office(holidays=frozenset({date(2026, 12, 25)}))) is answers


@pytest.mark.parametrize(
    ("hours", "at", "answers"),
    [
        ("", "2026-11-28T10:00", True), ("", "2026-11-28T13:00", False),
        ("", "2026-11-24T10:00", False), ("08:00-18:00", "2026-11-28T17:00", True),
        ("08:00-18:00", "2026-11-24T10:00", False),
        ("Mon-Fri 08:00-18:00", "2026-11-24T10:00", True),
    ],
)  # fmt: skip
def test_office_hours_are_those_of_this_council(hours: str, at: str, answers: bool) -> None:
    saturdays = Office(hours_of("off off off off off 09:00-13:00 off"))
    local = datetime.fromisoformat(at).replace(tzinfo=LONDON)
    assert open_now(hours, local, saturdays) is answers


@pytest.mark.parametrize("hours", ["9 to 5", "25:00-26:00", "17:00-09:00", "weekdays", "08:00"])
def test_hours_that_cannot_be_read_are_said(hours: str) -> None:
    assert hours in hours_fault(hours)
    assert not hours_fault("Mon-Fri 08:30-17:00")


DUTY = (Duty("emergency", "desk", "01632 960105", "", "07700 900105"),)


@pytest.mark.parametrize(
    ("at", "first", "second"),
    [("2026-11-24T10:00", "01632 960105", "07700 900105"),
     ("2026-11-24T22:00", "07700 900105", "01632 960105")],
)  # fmt: skip
def test_out_of_hours_the_out_of_hours_number_comes_first(at: str, first: str, second: str) -> None:
    local = datetime.fromisoformat(at).replace(tzinfo=LONDON)
    rings = to_ring(GUIDE, CARD, DUTY, local)
    numbers = [r.number for r in rings]
    assert numbers == ["999", first, second, "", "0800 111 999"]
    assert [r.now for r in rings] == [True, True, False, True, True]
    assert [r.who for r in rings if r.missing] == ["Water company"]
    assert [r.check for r in rings] == [False, False, False, False, True]


def test_a_desk_with_one_number_is_rung_at_any_hour() -> None:
    local = datetime(2026, 11, 24, 3, 0, tzinfo=LONDON)
    duty = (Duty("emergency", "", "1", "always"), Duty("water", "", "2", "", "2"))
    numbers = [(r.number, r.note) for r in to_ring(GUIDE, CARD, duty, local) if r.note]
    assert numbers == [("1", "at any hour"), ("2", "at any hour")]


def test_what_is_not_filled_in_is_named() -> None:
    roles = GUIDE.roles
    assert missing_contacts(roles, ()) == ("Emergency planning", "Water company")
    assert missing_contacts(roles, DUTY) == ("Water company",)
    half = (*DUTY, Duty("water", phone="1"))
    assert missing_contacts(roles, half) == ("Water company (out of hours)",)
    night = (*DUTY, Duty("water", out_of_hours="1"))
    assert missing_contacts(roles, night) == ("Water company (in hours)",)
    assert missing_contacts(roles, (*DUTY, Duty("water", phone="1", hours="always"))) == ()


def test_an_unknown_danger_has_the_card_of_its_grade() -> None:
    assert GUIDE.card("self harm") is SELF_HARM
    assert GUIDE.card("", "person") is ANY
    assert GUIDE.card("other", "hazard") is HAZARD


def test_what_may_distress_is_hidden_by_its_kind_or_its_words() -> None:
    assert GUIDE.hides("self harm", "anything", sure=False)
    assert GUIDE.hides("", "They found a dead body!")
    assert not GUIDE.hides("gas", "a dead bodyguard")


@pytest.mark.parametrize(
    ("text", "sensitive", "named"),
    [
        ("Cllr Thistlewick took a bribe", "", "Ada Thistlewick"),
        ("the traffic warden was drunk", "", "traffic warden"),
        ("that traffic warden again", "Adult safeguarding", ""),
        ("@ada came by", "Adult safeguarding", "Ada Thistlewick"),
        ("the traffic warden was lovely", "", ""),
        ("somebody was drunk on the bus", "", ""),
    ],
)
def test_an_allegation_about_somebody_identifiable_goes_into_no_digest(
    text: str, sensitive: str, named: str
) -> None:
    members = {"Thistlewick": "Ada Thistlewick", "@ada": "Ada Thistlewick"}
    because = restricted_because(GUIDE, text, members, (), sensitive)
    assert because.startswith("Restricted: not for service digests") is bool(named)


def test_a_hold_is_reviewed_after_seven_days() -> None:
    hold = Hold("Amy", NOW, "a threat", NOW + timedelta(days=7))
    assert review_words(hold, NOW) == "Reviewed in 7 days."
    assert review_words(hold, NOW + timedelta(days=6, hours=1)) == "Reviewed in 1 day."
    assert "On hold for 8 days" in review_words(hold, NOW + timedelta(days=8))


def test_a_way_out_is_told_in_one_sentence() -> None:
    told = WayOut("passed_on", "Amy", NOW, "the duty engineer", "telephone", NOW, "H-1")
    said = "Passed on to the duty engineer by telephone, Tue 09:00, reference H-1"
    assert way_words(told, "Tue 09:00") == said
    read = WayOut("nobody_at_risk", "Amy", NOW, reason="a play")
    assert way_words(read, "") == "Read, nobody at risk: a play"
