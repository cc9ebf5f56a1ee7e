"""Our scorer says what VADER says, to the last digit, however the text is made, in linear time."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from listener.reading import vader

LIBRARY = SentimentIntensityAnalyzer()
WORDS = list(vader.lexicon())
MOODS = [w for w in WORDS if w.isalpha()]
EMOTICONS = [w for w in WORDS if not any(c.isalnum() for c in w)]
EMOJI = list(vader.emojis())
DULL = "the council bins road was it of to kind least at very so this doubt or nor is tip".split()  # noqa: SIM905
IDIOMS = [*vader.SPECIAL, "never so", "never this", "without doubt", "at least", "very least",
          "kind of", "sort of", "yeah right", "no good", "no fun or"]  # fmt: skip
GRIPES = ["but", "But", "BUT", "no", "No", "not", "isn't", "didnt", "least"]
ENDS = ["", "", "", "", "!", "!!!", "?", "??", "????", "...", ",", ".", ":", '"', ")", "!?"]
SPACES = [" ", " ", " ", "\n", "  ", "\t", "\u00a0", ""]
KINDS: list[list[str]] = [
    MOODS, MOODS, MOODS, DULL, DULL, list(vader.BOOSTERS), sorted(vader.DENIALS), IDIOMS, GRIPES,
    EMOTICONS, EMOJI, WORDS,
]  # fmt: skip


def made(chance: random.Random) -> str:
    """A text of what VADER looks at, in any order."""
    parts: list[str] = []
    for _ in range(chance.randint(1, 24)):
        word = chance.choice(chance.choice(KINDS))
        shape = chance.random()
        word = word.upper() if shape < 0.12 else word.title() if shape < 0.2 else word
        parts += (word, chance.choice(ENDS), chance.choice(SPACES))
    return "".join(parts)


def differing(texts: list[str]) -> list[str]:
    return [t for t in texts if vader.score(t).compound != theirs(t)]


def theirs(text: str) -> float:
    return float(LIBRARY.polarity_scores(text)["compound"])


def test_two_thousand_made_texts_score_as_the_library_says() -> None:
    chance = random.Random(20261124)
    texts = [made(chance) for _ in range(2_000)]
    assert differing(texts) == []
    assert sum(theirs(t) != 0 for t in texts) > 1_500


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_fifty_thousand_made_texts_score_as_the_library_says() -> None:
    chance = random.Random(4)
    assert differing([made(chance) for _ in range(50_000)]) == []


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(max_size=120))
def test_any_unicode_scores_as_the_library_says(text: str) -> None:
    assert differing([text]) == []


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(st.one_of(st.sampled_from(MOODS + GRIPES + IDIOMS + EMOJI), st.text(max_size=6))))
def test_words_with_a_mood_among_any_unicode_score_as_the_library_says(parts: list[str]) -> None:
    assert differing([" ".join(parts), "".join(parts)]) == []


@pytest.mark.parametrize(
    "text",
    ["", " ", "but", "good but", "but good but bad but good", "good good good but good good",
     "no", "no good", "never so good", "it is the least good", "at least good", "kind of good",
     "kind", "GOOD", "GOOD bad", "Ⅷ GOOD", "ﬁne İt is good", "ΑΣ good", "STRAẞE good", ":)",
     ":) :(", "good!!!!!!", "bad?????", "isn’t good", "isn't good", "😀😀😀", "good😀bad",
     "\x1fgood\x1fbad"],
)  # fmt: skip
def test_a_known_corner_scores_as_the_library_says(text: str) -> None:
    assert differing([text]) == []


def test_the_naughty_strings_score_as_the_library_says(shared: Path) -> None:
    payloads = json.loads((shared / "data/hostile/payloads.json").read_text(encoding="utf-8"))
    texts = [str(p["payload"])[:2_000] for p in payloads]
    assert differing(texts) == []
    assert differing([f"good {t} but awful" for t in texts]) == []


def test_a_long_text_scores_as_the_library_says() -> None:
    chance = random.Random(6)
    text = " ".join(chance.choice(chance.choice([DULL, MOODS, GRIPES])) for _ in range(700))
    assert differing([text]) == []


def growth(text: Callable[[int], str], many: int) -> float:
    """How many times longer eight times as much takes; 8 for what is linear, 64 for squares."""

    def took(text: str) -> float:
        rounds = []
        for _ in range(5):
            began = time.process_time()
            vader.score(text)
            rounds.append(time.process_time() - began)
        return max(min(rounds), 1e-5)

    return took(text(8 * many)) / took(text(many))


@pytest.mark.parametrize("part", ["😀", "😀 ", "good 😀but ", "good but bad ", "not very GOOD! "])
def test_eight_times_the_text_takes_some_eight_times_as_long(part: str) -> None:
    assert growth(lambda many: part * (many // len(part)), 5_000) < 24


def test_the_words_that_carried_a_mood_are_given_with_their_place() -> None:
    scored = vader.score("The staff were helpful but the site is awful")
    assert [(place, word) for place, word, _ in scored.hits] == [(3, "helpful"), (8, "awful")]
    assert [weight > 0 for _, _, weight in scored.hits] == [True, False]


def test_another_word_list_gives_another_score() -> None:
    assert vader.score("waste").compound < 0
    assert vader.score("waste", {"good": 1.9}).compound == 0
