"""“Until when” as people write it; and the first words of a plain reply."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.answerwords import action_of, kind_of
from rules.until import until_of
from rules.whose import whose_area

NOW = datetime(2026, 11, 24, 9, 5, tzinfo=ZoneInfo("Europe/London"))  # a Tuesday


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("until Friday", "2026-11-27 23:59"), ("next Friday", "2026-12-04 23:59"),
        ("4 December", "2026-12-04 23:59"), ("4th Dec", "2026-12-04 23:59"),
        ("Dec 4th", "2026-12-04 23:59"), ("Monday 7 December", "2026-12-07 23:59"),
        ("04/12", "2026-12-04 23:59"), ("4.12.26", "2026-12-04 23:59"),
        ("2026-12-04", "2026-12-04 23:59"), ("5pm today", "2026-11-24 17:00"),
        ("by 5pm", "2026-11-24 17:00"), ("until noon tomorrow", "2026-11-25 12:00"),
        ("end of the week", "2026-11-27 23:59"), ("end of next week", "2026-12-04 23:59"),
        ("end of month", "2026-11-30 23:59"), ("end of next month", "2026-12-31 23:59"),
        ("in two weeks", "2026-12-08 23:59"),
        ("another 3 days", "2026-11-27 23:59"), ("1 Jan", "2027-01-01 23:59"),
        ("Fri 27/11 4pm", "2026-11-27 16:00"), ("Thursday 26th at 16:30", "2026-11-26 16:30"),
        ("soon", ""), ("until further notice", ""), ("31/02", ""), ("1 Jan 2020", ""), ("", ""),
    ],
)  # fmt: skip
def test_dates_are_read_as_they_are_written_here(said: str, at: str) -> None:
    found = until_of(said, NOW)
    assert (f"{found:%Y-%m-%d %H:%M}" if found else "") == at


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Ours", "ours"), ("Yes, ours", "ours"), ("Hi Amy,\n\nLeave it with me", "ours"),
        ("Thanks Amy, will do.", "ours"), ("Morning all\nOn it.", "ours"),
        ("We'll deal with it, should be done by Friday", "ours"),
        ("Not for us, it's the county's", "not_ours"), ("Wrong team - try waste", "not_ours"),
        ("Hi both\n\nThis isn't one of ours", "not_ours"),
        ("This belongs to Anglian Water", "not_ours"),
        ("Please forward to National Highways", "not_ours"),
        ("in hand until Friday", "in_hand"), ("Already aware, crew on site", "in_hand"),
        ("Signs fixed, the rest is in hand until Friday", "in_hand"),
        ("done", "finished"), ("It has now been repaired", "finished"),
        ("No action needed, the closure is permitted", "finished"),
        ("Is this ours?", None), ("Not fixed yet", None), ("Noted", None), ("", None),
        ("This will be completed on 4th December", None), ("Can you send the photos?", None),
        ("We've fixed the sign; the lights are not ours", None),
    ],
)  # fmt: skip
def test_first_words_are_read_where_they_are_clear(said: str, kind: str | None) -> None:
    assert kind_of(said) == kind


def test_no_action_is_told_from_fixed() -> None:
    assert action_of("No action needed") == "none"
    assert action_of("Fixed at ten") == "fixed"
    assert action_of("see below") == ""


@given(st.text(max_size=600))
def test_no_text_breaks_them(said: str) -> None:
    kind_of(said)
    found = until_of(said, NOW)
    assert found is None or found > NOW


AREAS = {
    "Roads, pavements and lights": ("Highways duty desk", "Potholes", "Street lights"),
    "Waste and recycling": ("Missed bin",), "National Highways": (),
    "Parks": ("Grass cutting",), "Parking": ("Parking",),
}  # fmt: skip


@pytest.mark.parametrize(
    ("said", "area"),
    [
        ("Waste and recycling", "Waste and recycling"), ("one for the Parks team", "Parks"),
        ("it's National Highways'", "National Highways"), ("parking please", "Parking"),
        ("potholes team", "Roads, pavements and lights"), ("Parks or Parking", ""),
        ("the county", ""), ("", ""),
    ],
)  # fmt: skip
def test_whose_it_is_is_found_where_one_area_is_named(said: str, area: str) -> None:
    assert whose_area(said, AREAS) == area
