"""Whom to tell now: the desk, who is named for out of hours, the deputy; each with its reason."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from listener.clock import LONDON
from listener.handoff import AreaContact
from rules.telling import Urgency, clock_of, is_address, next_digest, told_now

DESK, DEPUTY, NIGHT = "desk@b.example", "deputy@b.example", "night@b.example"
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=LONDON)  # a Tuesday
LATE = datetime(2026, 11, 24, 22, 0, tzinfo=LONDON)
FULL = AreaContact(
    "Highways",
    addresses=(DESK,),
    name="Highways duty desk",
    deputy=DEPUTY,
    hours="Mon-Fri 08:30-17:00",
    out_of_hours="01632 960196",
    phone="01632 960106",
)
NO_NIGHT = AreaContact("Parks", (DESK,), deputy=DEPUTY, hours="Mon-Fri 08:30-17:00")
BY_MAIL = AreaContact("Waste", (DESK,), hours="Mon-Fri 08:30-17:00", out_of_hours=NIGHT)
BARE = AreaContact("Corporate")


@pytest.mark.parametrize(
    ("contact", "at", "urgency", "bounced", "to", "ring", "why"),
    [
        (FULL, NOON, "at_once", (), (DESK,), "", "Highways duty desk is told"),
        (FULL, NOON, "hazard", (), (DESK,), "01632 960106", "and rung: it is a hazard"),
        (FULL, LATE, "at_once", (), (), "01632 960196", "the out-of-hours number is rung"),
        (FULL, LATE, "hazard", (), (), "01632 960196", "shut now (Mon-Fri 08:30-17:00)"),
        (FULL, LATE, "digest", (), (DESK,), "", "the desk is shut, it reads this when it opens"),
        (FULL, NOON, "digest", (DESK,), (DEPUTY,), "", "the deputy is told: mail to the desk came"),
        (FULL, NOON, "digest", (DESK, DEPUTY), (), "01632 960106", "is rung"),
        (BY_MAIL, LATE, "at_once", (), (NIGHT,), "", "the out-of-hours contact is told"),
        (BY_MAIL, LATE, "at_once", (NIGHT,), (DESK,), "", "came back"),
        (NO_NIGHT, LATE, "at_once", (), (DEPUTY,), "", "as nobody is named for that"),
        (NO_NIGHT, LATE, "at_once", (DEPUTY,), (DESK,), "", "nobody is named for that"),
        (BARE, NOON, "digest", (), (), "", "nobody can be told: the desk has no address"),
        (BARE, NOON, "hazard", (), (), "", "has no number to ring"),
    ],
)
def test_who_is_told_now_and_why(
    contact: AreaContact,
    at: datetime,
    urgency: Urgency,
    bounced: tuple[str, ...],
    to: tuple[str, ...],
    ring: str,
    why: str,
) -> None:
    told = told_now(contact, at, urgency, bounced)
    assert (told.to, told.ring) == (to, ring)
    assert why in told.because
    assert told.reached == bool(to or ring)


def test_who_has_left_is_written_to_no_more() -> None:
    gone = AreaContact("Parks", (DESK, NIGHT), deputy=DEPUTY, left=(DESK.upper(),))
    assert told_now(gone, NOON).to == (NIGHT,)


def test_no_hours_given_means_that_the_desk_is_always_open() -> None:
    assert told_now(AreaContact("Flood", (DESK,)), LATE, "at_once").to == (DESK,)


def test_on_a_bank_holiday_the_desk_is_shut() -> None:
    assert told_now(FULL, NOON, "at_once", holidays={date(2026, 11, 24)}).ring == "01632 960196"


@pytest.mark.parametrize(
    ("times", "at", "due"),
    [
        (("14:00", "09:00"), NOON, "2026-11-24 14:00"),
        (("09:00",), NOON, "2026-11-25 09:00"),
        (("09:00",), datetime(2026, 11, 27, 9, 0, tzinfo=LONDON), "2026-11-30 09:00"),
        (("soon", "7:30"), NOON, "2026-11-25 07:30"),
    ],
)
def test_the_next_digest_falls_on_a_working_day(
    times: tuple[str, ...], at: datetime, due: str
) -> None:
    found = next_digest(times, at)
    assert found is not None
    assert f"{found:%Y-%m-%d %H:%M}" == due


def test_an_area_without_times_has_no_digest() -> None:
    assert next_digest((), NOON) is None


@pytest.mark.parametrize(
    ("text", "is_one"),
    [(DESK, True), ("01632 960106", False), ("a b@c.example", False), ("@b.example", False)],
)
def test_what_is_no_address_is_rung(text: str, is_one: bool) -> None:
    assert is_address(text) is is_one


@pytest.mark.parametrize("text", ["25:00", "09.00", "9", "", "09:60", "09:0"])
def test_a_time_that_cannot_be_read_is_none(text: str) -> None:
    assert clock_of(text) is None
