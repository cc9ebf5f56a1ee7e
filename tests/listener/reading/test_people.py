"""Whether a person is named: titles and likely pairs are, places are nobody."""

from __future__ import annotations

import pytest

from listener.council import Council, Member, NamedPlace
from listener.reading import MentionReader
from tests.listener.reading.making import Read, reading_by


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("I spoke to Mr Hollis about it", "Mr Hollis"), ("ask Mrs. O'Neill", "Mrs. O'Neill"),
        ("the nurse, Sister Okafor, was kind", "Sister Okafor"), ("PC Hart came", "PC Hart"),
        ("so Sarah Whitlock told us no", "Sarah Whitlock"), ("Dave Smith was rude", "Dave Smith"),
        ("It was rude. Karen Bright hung up", "Karen Bright"),
        ("by John McDonald", "John McDonald"),
        ("by Sean O'Brien", "Sean O'Brien"), ("by Jane Lloyd-Jones", "Jane Lloyd-Jones"),
    ],
)  # fmt: skip
def test_a_title_or_a_likely_pair_names_a_person(read: Read, text: str, who: str) -> None:
    said = read(text).signals["names_person"]
    assert said.value is True
    assert f"“{who}”" in said.because


def test_a_name_that_begins_the_title_counts(read: Read) -> None:
    assert read("He was rude", "Dave Smith at the tip").signals["names_person"].value is True


@pytest.mark.parametrize(
    "text",
    ["Swings in Victoria Park are broken", "Queues in Lewis Road and Grace Avenue",
     "mr whippy came", "the miss school bus",
     "Will Labour fix it? Grant Money is short. Mark My words",
     "The bins in Park Lane", "Council Tax and Blue Badge"],
)  # fmt: skip
def test_places_and_other_words_are_nobody(read: Read, text: str) -> None:
    assert read(text).signals["names_person"].value is False


def test_a_place_of_the_council_is_nobody_whatever_it_is_called() -> None:
    council = Council("Netherby", "Netherby", places=(NamedPlace("Thomas Tallow", "place"),))
    read = reading_by(MentionReader(council))
    assert read("Broken slabs by Thomas Tallow").signals["names_person"].value is False


def test_members_and_the_words_for_staff_are_persons() -> None:
    council = Council(
        "Netherby", "Netherby", members=(Member("Ada Thistlewick"),), staff_words=("the leader",)
    )
    read = reading_by(MentionReader(council))
    assert "“Ada Thistlewick”" in read("ask ada thistlewick").signals["names_person"].because
    assert "“the leader”" in read("ask the leader").signals["names_person"].because
