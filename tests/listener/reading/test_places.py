"""Places of the council in a text: names, nicknames, postcodes and junctions; no paper sizes."""

from __future__ import annotations

import pytest

from listener.council import NamedPlace
from tests.listener.reading.making import Read, read_for

TOWN = (
    NamedPlace("Mill Street", "road", ("Mill St", "the Mill")),
    NamedPlace("Mill Street North", "road"),
    NamedPlace("Victoria Park Tipley", "place", ("Vicky Park",)),
    NamedPlace("Victoria Gardens", "place", ("Vicky Park",)),
    NamedPlace("St Mary’s Row", "road"),
    NamedPlace("A1", "road"),
    NamedPlace("A1(M)", "road"),
    NamedPlace("M6 junction 9", "junction", ("M6 J9",)),
)


@pytest.fixture(scope="module")
def town() -> Read:
    return read_for(places=TOWN)


def named(read: Read, text: str, **more: object) -> list[tuple[str, str]]:
    return [(p.name, p.kind) for p in read(text, **more).places]


@pytest.mark.parametrize(
    ("text", "name", "because"),
    [
        ("Potholes in mill street", "Mill Street", "names “Mill Street”"),
        ("Potholes in Mill St again", "Mill Street", "names “Mill St”, which is Mill Street"),
        ("potholes by THE MILL", "Mill Street", "names “the Mill”, which is Mill Street"),
        ("Parking in St Mary's Row", "St Mary’s Row", "names “St Mary’s Row”"),
    ],
)
def test_a_place_is_found_by_its_name_or_a_nickname(
    town: Read, text: str, name: str, because: str
) -> None:
    (place,) = town(text).places
    assert (place.name, place.because) == (name, because)
    assert f"\n{text}"[place.words[0].start : place.words[0].end].replace("'", "’").lower() in (
        place.words[0].word.lower()
    )


def test_a_nickname_of_two_places_says_that_it_may_be_the_other(town: Read) -> None:
    because = [p.because for p in town("Swings broken in Vicky Park").places]
    assert because == [
        "names “Vicky Park”, which is Victoria Park Tipley; may also be Victoria Gardens",
        "names “Vicky Park”, which is Victoria Gardens; may also be Victoria Park Tipley",
    ]


def test_the_longer_name_is_the_place(town: Read) -> None:
    assert named(town, "Cones in Mill Street North") == [("Mill Street North", "road")]


def test_a_name_inside_a_word_is_no_place(town: Read) -> None:
    assert named(town, "The windmill streets of the millstreeters") == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Flooded at WS1 1AA now", "WS1 1AA"), ("we are in dy21xz, help", "DY2 1XZ"),
        ("EC1A 1BB and no other", "EC1A 1BB"), ("b1 1th", ""), ("B1 1TF.", "B1 1TF"),
        ("WS1 1ST is ours", "WS1 1ST"),
    ],
)  # fmt: skip
def test_a_full_postcode_is_a_place(town: Read, text: str, code: str) -> None:
    assert named(town, text) == ([(code, "postcode")] if code else [])


@pytest.mark.parametrize(
    "text",
    ["Queues on the M6 7pm tonight", "take the A38 2nd exit", "WS1 is a mess", "a B12 6ft hole",
     "print it on A4 paper", "an A5 flyer and an A3 poster", "the B66 bus", "in the M25 3rd lane"],
)  # fmt: skip
def test_times_sizes_bare_districts_and_ordinals_are_no_places(town: Read, text: str) -> None:
    assert named(town, text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("crash at M5 J2", "M5 junction 2"), ("crash at M5, junction 2", "M5 junction 2"),
        ("m42 j3a shut", "M42 junction 3A"), ("A1(M) J63 is shut", "A1(M) junction 63"),
    ],
)  # fmt: skip
def test_a_junction_is_a_place(town: Read, text: str, name: str) -> None:
    assert (name, "junction") in named(town, text)


def test_a_listed_junction_is_named_once(town: Read) -> None:
    assert named(town, "crash at M6 J9 now") == [("M6 junction 9", "junction")]


def test_the_motorway_is_another_road_than_its_namesake(town: Read) -> None:
    assert named(town, "queues on the A1(M) north") == [("A1(M)", "road")]
    assert named(town, "queues on the A1 north") == [("A1", "road")]
    assert named(read_for(places=(TOWN[5],)), "queues on the A1(M) north") == []


def test_a_listed_a4_is_a_road() -> None:
    read = read_for(places=(NamedPlace("A4", "road"),))
    assert named(read, "queues on the A4") == [("A4", "road")]


def test_places_come_in_the_order_in_which_they_are_named(town: Read) -> None:
    found = named(town, "From WS1 1AA along St Mary’s Row to Mill Street")
    assert [name for name, _ in found] == ["WS1 1AA", "St Mary’s Row", "Mill Street"]


def test_the_place_of_the_source_counts_where_the_text_names_none(town: Read) -> None:
    (place,) = town("It is broken", place="Tipley").places
    assert (place.name, place.because) == ("Tipley", "the source names it")
    assert named(town, "Broken in Mill St", place="Tipley") == [("Mill Street", "road")]
