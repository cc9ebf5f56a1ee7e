"""The same story told twice is found; stories that are merely similar stay apart."""

from __future__ import annotations

import random

import pytest

from benchmarks.likeness import CHANGES, altered, joined, written
from listener.reading.likeness import BANDS, alike, bands, levelled

STORY = (
    "The bins in Mill Lane have not been emptied for three weeks and the rats are back, "
    "I rang twice and nobody at the depot could tell me when they will come."
)


def test_altered_copies_are_found() -> None:
    chance = random.Random(500)
    copies = [(text := written(chance), *altered(text, chance)) for _ in range(500)]
    missed = [change for text, change, copy in copies if not joined(text, copy)]
    assert {change for _, change, _ in copies} == set(CHANGES)
    assert 1 - len(missed) / 500 >= 0.98, missed


def test_unrelated_texts_stay_apart() -> None:
    chance = random.Random(3)
    texts = [written(chance) for _ in range(200)]
    pairs = [(a, b) for n, a in enumerate(texts) for b in texts[:n]]
    assert sum(joined(a, b) for a, b in pairs) <= 2


@pytest.mark.parametrize(
    "copy",
    [
        f"RT @jo.bloggs: {STORY}", f"{STORY} https://t.example/x1", f"{STORY} #bins @Brackenford",
        f"{STORY[:120]}…", STORY.replace("three", "four"), STORY.upper(), STORY.replace(" ", "\n"),
        f"{STORY} UPDATE: still nobody.", STORY.replace("Mill Lane", "#MillLane, Mill Lane"),
    ],
)  # fmt: skip
def test_a_copy_is_placed_with_the_story(copy: str) -> None:
    assert joined(STORY, copy)
    found = alike(STORY, copy)
    assert found.same
    assert found.because.endswith("of 100 alike")


@pytest.mark.parametrize(
    "other",
    [
        "The street lights in Mill Lane have been out for three weeks and it is pitch dark, I "
        "wrote twice and nobody at the council could tell me who mends them.",
        "There is a pothole in Mill Lane outside the school, three weeks now, and I rang twice.",
        "Mill Lane is shut for three weeks for works on the gas main. Diversions are signed.",
        "We had the loveliest afternoon by the canal; whoever painted the bridge, thank you.",
    ],
)
def test_another_fault_in_the_same_street_is_another_story(other: str) -> None:
    assert not joined(STORY, other)
    assert not alike(STORY, other).same


@pytest.mark.parametrize("title", ["", STORY, STORY[:60], f"{STORY[:60]}…", f"{STORY[:60]}..."])
def test_a_title_that_repeats_the_text_changes_nothing(title: str) -> None:
    assert set(bands(title, STORY)) == set(bands("", STORY))
    assert alike(f"{title}\n{STORY}" if title else STORY, STORY).because == "100 of 100 alike"


def test_a_title_of_its_own_counts() -> None:
    assert bands("A word on the depot and its rats", STORY) != bands("", STORY)


@pytest.mark.parametrize("text", ["", "Bins!", "Bins again https://example.org/a/very/long/link"])
def test_a_text_too_short_is_like_nothing(text: str) -> None:
    assert bands("", text) == ()
    assert not alike(text, text).same


def test_bands_are_whole_numbers_that_a_database_takes() -> None:
    found = bands("", STORY)
    assert len(found) == BANDS == len(set(found))
    assert all(0 <= band < 2**63 for band in found)


def test_half_letters_and_emoji_floods_are_levelled_too() -> None:
    assert isinstance(bands("\ud800", "\udfff the bins in the lane again 😀" * 30), tuple)
    assert alike("\ud800 the bins in the lane were missed", "the bins in the lane were missed").same


def test_levelled_words_are_bare() -> None:
    assert levelled("RT @Jo_B: Bins, #Again!! via https://x.example/y_z") == "bins"
