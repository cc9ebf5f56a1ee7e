"""Known works explain what people say: all, part, or perhaps; and nothing elsewhere or long ago."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from listener.spike import KnownWork, WorkKey
from rules.works import About, Explains, calmer, explained, explains, named_in, names_of, plain

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)
NAMES = names_of(
    [
        ("Wolverton Road", "road", ("the Wolverton", "Wolverton Rd", "A4123")),
        ("Mill Street", "road", ("Mill St",)),
        ("Tollgate island", "junction", ("the Tollgate",)),
        ("St Oswald's", "ward", ("St Oswalds",)),
        ("Brackenford town centre", "ward", ("town centre", "Brackenford")),
        ("Civic Hall", "place", ()),
    ]
)
GAS = KnownWork(
    WorkKey(1), "works", "BR1", "Brackengas", "WOLVERTON RD", "Gas main renewal", NOW - 7 * DAY,
    NOW + 18 * DAY, "two-way lights",
)  # fmt: skip
SWITCH_ON = replace(
    GAS, kind="event", street="Civic Hall", description="Christmas lantern switch-on evening"
)
ROADWORKS = "Roadworks and closures"


def about(*places: str, category: str = ROADWORKS, days: float = 0, words: str = "") -> About:
    at = NOW + days * DAY
    return About(places, category, at - timedelta(hours=2), at, (words,))


@pytest.mark.parametrize(
    ("said", "how_far", "why"),
    [
        (about("Wolverton Road"), "all", "it is on Wolverton Road, and no other place is named"),
        (about("Wolverton Road", "Mill Street"), "part", "Mill Street is named too"),
        (about("Wolverton Road", "Brackenford town centre"), "all", "no other place is named"),
        (about("Wolverton Road", category="Missed collections"), "may", "may suffer by it"),
        (about("Wolverton Road", category=""), "may", "no service is named"),
        (about("Wolverton Road", days=20), "may", "it ended just before"),
        (about("Wolverton Road", days=-7.5), "may", "it begins the day after"),
        (about("Wolverton Road", category="Dog fouling"), None, ""),
        (about("Mill Street"), None, ""),
        (about("Wolverton Road", days=30), None, ""),
        (about("Wolverton Road", days=-9), None, ""),
        (about(), None, ""),
    ],
)
def test_how_far_works_explain_what_is_said(said: About, how_far: str | None, why: str) -> None:
    found = explains(GAS, said, NAMES)
    assert (found.how_far if found else None) == how_far
    assert why in (found.why if found else "")


@pytest.mark.parametrize("street", ["the Wolverton", "A4123 nr. Old Hale", "Wolverton Road (part)"])
def test_a_street_is_known_by_any_of_its_names(street: str) -> None:
    assert explains(replace(GAS, street=street), about("Wolverton Road"), NAMES) is not None


def test_a_street_that_is_on_no_list_is_compared_as_it_is_written() -> None:
    found = explains(replace(GAS, street="Quarl Ln, Larkford"), about("Quarl Lane"), NAMES)
    assert found is not None
    assert found.how_far == "all"


def test_the_same_ward_is_only_perhaps() -> None:
    found = explains(replace(GAS, street="Brackenford"), about("Brackenford town centre"), NAMES)
    assert found == Explains("may", "it lies in Brackenford town centre")


def test_an_event_is_known_by_its_own_words_where_no_place_is_named() -> None:
    said = about(category="Noise nuisance", words="stuck for the lantern switch, no parking")
    found = explains(SWITCH_ON, said, NAMES)
    assert found == Explains("may", "people say “lantern” and “switch”")
    assert explains(SWITCH_ON, about(words="the lantern is nice"), NAMES) is None


def test_an_event_explains_litter_and_parking_at_its_place() -> None:
    found = explains(SWITCH_ON, about("Civic Hall", category="Litter and street cleaning"), NAMES)
    assert found is not None
    assert found.sentence == (
        "explains all of it: it is at Civic Hall, and no other place is named"
    )


def test_names_are_found_whole_and_the_longest_first() -> None:
    assert [n.name for n in named_in("Mill St., off the Tollgate; St Oswald’s", NAMES)] == [
        "Mill Street",
        "Tollgate island",
        "St Oswald's",
    ]
    assert plain("The  Mill Street") == "mill st"
    assert plain("St Oswald's") == "st oswalds"


def test_a_spike_says_what_explains_it_most() -> None:
    may, part = Explains("may", "it lies in Tipley"), Explains("part", "it is on Mill Street")
    assert explained([("Gas main", may), ("Market", part)]) == (
        "Market: explains part of it: it is on Mill Street"
    )
    assert explained([]) == ""


def test_only_what_is_explained_whole_is_calm_and_only_where_that_is_wished() -> None:
    whole, part = Explains("all", "no other place is named"), Explains("part", "")
    assert calmer([part, whole], True).startswith("calm: something known explains all of it")
    assert calmer([whole], False) == calmer([part], True) == calmer([], True) == ""
