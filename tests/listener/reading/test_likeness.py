"""The same story told twice is found; stories that are merely similar stay apart."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.likeness import CHANGES, altered, joined, written
from listener.reading.likeness import BANDS, SHORTEST_CUT, alike, bands, levelled

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
        f"{STORY[:120]}…", STORY.replace("weeks", "wks"), STORY.upper(), STORY.replace(" ", "\n"),
        f"{STORY} UPDATE: still nobody.", STORY.replace("Mill Lane", "#MillLane, Mill Lane"),
    ],
)  # fmt: skip
def test_a_copy_is_placed_with_the_story(copy: str) -> None:
    assert joined(STORY, copy)
    found = alike(STORY, copy)
    assert found.same
    assert found.because.endswith(("of 100 alike", "begins like the other"))


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


def test_each_of_a_notice_and_its_copy_may_lack_what_the_other_cut_off() -> None:
    said = "Four lanes of the bypass are shut after a lorry shed its load of 12 tonnes of gravel"
    assert joined(f"{said} near Foundry Lane, says Sergeant Hill.", f"{said} near Fou…")
    assert alike(f"{said} near Foundry Lane.", f"{said} ne…").because.startswith("the one is cut")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Road closed: Mill Street, for works on the gas main, until Friday at noon. Sorry.",
         "Road closed: Chapel Street, for works on the gas main, until Friday at noon. Sorry."),
        ("Road closed: Mill Street from nine", "Road closed: Chapel Lane from nine"),
        ("there is a burst pipe again in mill lane and the water runs down to the school gates",
         "there is a burst pipe again in kiln lane and the water runs down to the school gates"),
        ("Collections in Brackenford are a day late this week because of the ice on the hills.",
         "Collections in Oakhampton are a day late this week because of the ice on the hills."),
        ("Fire at the old mill: four people are in hospital, the fire service said this evening.",
         "Fire at the old mill: six people are in hospital, the fire service said this evening."),
        ("River Wend gauge 2.41 m and rising slowly, the next reading is expected by noon",
         "River Wend gauge 1.97 m and rising slowly, the next reading is expected by noon"),
        ("The number of homes without power in the valley since the storm of last night is 1",
         "The number of homes without power in the valley since the storm of last night is 14"),
        ("Road closed until Friday for works on the gas main - Mill Street",
         "Road closed until Friday for works on the gas main - Chapel Lane"),
        ("The library is shut on monday because of the strike", "The library is shut on tuesday "
         "because of the strike"),
        ("Broken lamp cover on the path", "Broken lamp glass on the path"),
        ("Hole at the edge of the pavement", "Holes at the edge of a pavement"),
        ("Litter and a mattress on the green", "Litter and a mattress on the green by the shops "
         "and the pub"),
        ("My best wishes go out to all at the flood", "best wishes to all those in the floods"),
    ],
)  # fmt: skip
def test_texts_of_one_mould_stay_apart(one: str, other: str) -> None:
    assert not alike(one, other).same
    assert not alike(other, one).same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Broken lamp cover on the path", "Broken lamp cover on the foot path"),
        ("Broken lamp cover on the path", "RT @jo: Broken lamp cover on the…"),
        ("Broken lamp cover on the path", "Broken lamp cover on... https://t.example/1 #lamp"),
        ("The pool shuts at 10am on Sundays and nobody at the desk was told of it beforehand.",
         "The pool shuts at 10 am on Sundays and nobody at the desk was told of it before hand."),
        ("Council backs plan for the old mill despite a petition by neighbours",
         "Wendvale News: Council backs plan for the old mill despite a petition by neighbours"),
        ("Council backs plan for the old mill despite a petition by neighbours",
         "Council backs plan for the old mill despite a petition by neighbours: Councillors voted "
         "nine to four last night after"),
    ],
)  # fmt: skip
def test_a_short_text_told_again_is_placed_with_it(one: str, other: str) -> None:
    assert joined(one, other)
    assert joined(other, one)


@pytest.mark.parametrize(
    "ending", ["", " - BBC News", " | The Wendvale Echo", " – Oakham Live #news"]
)
def test_a_headline_is_one_story_whichever_paper_prints_it(ending: str) -> None:
    told = "Swimming pool to open again after a winter of repairs"
    assert joined(f"{told} - Brackenford Gazette", f"{told}{ending}")
    assert not alike(f"{told} - Brackenford", f"{told} - Oakham").same


def test_the_reason_names_what_differs() -> None:
    mould = "The library in {} will be shut for {} weeks while the roof is mended, says the council"
    told = alike(mould.format("Mill Lane", "two"), mould.format("Mill Lane", "ten"))
    assert told.because.endswith("of 100 alike, but the one says two, the other ten")
    told = alike(mould.format("Mill Lane", "two"), mould.format("Kiln Lane", "two"))
    assert told.because.endswith("of 100 alike, but the one says Mill, the other Kiln")


def by_one(bare: str) -> tuple[int, ...]:
    """The bands by the plain definition: each shingle for itself."""
    data = bare.encode("utf-8", "replace")
    least = [0xFFFFFFFF] * 32
    for at in range(len(data) - 3):
        hashed = int.from_bytes(data[at : at + 4], "little") * 0x9E3779B1 % 2**32
        least[hashed >> 27] = min(least[hashed >> 27], hashed)
    threes = [(n, least[n], least[n + 1], least[n + 2]) for n in range(0, 30, 3)]
    return tuple(
        (n << 57) ^ (one << 26) ^ (two << 13) ^ three
        for n, one, two, three in threes
        if (one, two, three) != (0xFFFFFFFF,) * 3
    )


@given(st.text(min_size=SHORTEST_CUT, max_size=400))
def test_bands_are_those_of_the_plain_definition(text: str) -> None:
    bare = levelled(text)
    assert bands("", text) == (by_one(bare) if len(bare) >= SHORTEST_CUT else ())


@given(st.integers(0, 2**32))
def test_bands_of_posts_are_those_of_the_plain_definition(seed: int) -> None:
    text = written(random.Random(seed))
    assert bands("", text) == by_one(levelled(text))


@given(st.text(alphabet="aéhpstvira RT:/@#_.!\n…ſK", max_size=60))
def test_levelled_text_is_that_of_the_plain_pattern(text: str) -> None:
    plain = re.compile(r"https?://\S+|\brt\b|\bvia\b|[@#]\w+|[^\w\s]|_", re.I)
    assert levelled(text) == " ".join(plain.sub(" ", text).lower().split())


@given(st.text(max_size=80), st.text(max_size=80))
def test_likeness_is_the_same_both_ways(one: str, other: str) -> None:
    assert alike(one, other).same == alike(other, one).same
