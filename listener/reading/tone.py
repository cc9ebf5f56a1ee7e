"""How a mention sounds, with the words that made it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from listener.mention import Tone, ToneLabel, Word
from listener.reading import vader
from listener.reading.model import Weighed
from listener.reading.normal import Plain, placed, whole_word
from listener.reading.words import council_valences, emoji_valences

LOOKS = 600  # characters of a text whose mood is read
SENTENCES = 5  # of them, some 10 µs each: a bound on cost
KEPT = 16  # words kept for the marks
MIXED = 0.4  # a sentence this pleased beside one this annoyed
EACH = 0.3  # how likely both must be before we call a text mixed
# As r"(?<=[.!?…])\s+|\n+"; a space first lets the search skip to one.
_END = re.compile(r"\s(?:(?<=[.!?…]\s)\s*|(?<=\n)\n*)")
STEPS = (-0.6, -0.3, -0.1, 0.1, 0.3, 0.6)


class Mood(NamedTuple):
    """What VADER says under the council layer: the mean of the sentences that carry a mood."""

    score: float  # -1 to 1
    sentences: tuple[float, ...]
    words: tuple[Word, ...]


def mood_of(plain: Plain) -> Mood:
    """The mood of a text, sentence by sentence: the mean of many beats the whole (r .63 to .53)."""
    scores: list[float] = []
    words: list[Word] = []
    begin = 0
    valences = council_valences()
    for part in _END.split(plain.text[:LOOKS], SENTENCES)[:SENTENCES]:
        if not part or part.isspace():
            continue
        at = plain.text.find(part, begin)
        begin = at + len(part)
        scored = vader.score(part, valences)
        emoji = _emoji(part)
        if scored.hits or emoji:
            scores.append(max(-1.0, min(1.0, scored.compound + emoji / 4)))
            words += _placed(scored, part, at, plain.exact)
    score = round(sum(scores) / len(scores), 4) if scores else 0.0
    return Mood(score, tuple(scores), tuple(words[:KEPT]))


def mood_token(mood: Mood) -> str:
    """The mood as a word of its own, for the model to weigh."""
    if not mood.sentences:
        return "@mood none"
    return f"@mood {sum(mood.score > step for step in STEPS)}"


def tone_of(mood: Mood, weighed: Weighed, language: str, plain: Plain) -> Tone:
    """The tone of a text in English; anything else is said to be not read rather than guessed."""
    if language not in ("en", ""):
        return Tone(0.0, "not_read", f"written in another language ({language}); please read it")
    likely = weighed.likely("tone")
    low, high = likely["neg"], likely["pos"]
    best = max(likely, key=likely.__getitem__)
    label = _label(mood, likely, best)
    score = round(max(-1.0, min(1.0, high - low)), 4)
    words = mood.words
    moved = [w for w in words if w.weight * score > 0]
    if not moved and label != "neutral":
        moved = [Word(w, score, *placed(plain, w)) for w in weighed.because("tone", best)]
        words = (*words, *moved)
    said = ", ".join(f"“{w}”" for w in dict.fromkeys(w.word for w in moved[:3]))
    sure = f"{likely[best]:.0%} sure"
    because = f"{said}: {sure}" if said else sure
    if label == "mixed":
        because = f"one part sounds pleased, another annoyed ({because})"
    return Tone(score, label, because, words)


def _label(mood: Mood, likely: Mapping[str, float], best: str) -> ToneLabel:
    both = min(likely["neg"], likely["pos"]) >= EACH
    if both and mood.sentences and min(mood.sentences) <= -MIXED and max(mood.sentences) >= MIXED:
        return "mixed"
    return NAMES[best]


NAMES: Mapping[str, ToneLabel] = {"neg": "negative", "neu": "neutral", "pos": "positive"}


def _emoji(part: str) -> float:
    if part.isascii():
        return 0.0
    return sum(v for e, v in emoji_valences().items() if e in part)


def _placed(scored: vader.Scored, part: str, at: int, exact: bool) -> list[Word]:
    found = []
    cursor = 0
    for _, word, weight in scored.hits:
        where = whole_word(part, word, cursor)
        if where >= 0:
            cursor = where + len(word)
        place = at + where if exact and where >= 0 else -1
        end = place + len(word) if place >= 0 else -1
        found.append(Word(word, round(weight, 2), place, end))
    return found
