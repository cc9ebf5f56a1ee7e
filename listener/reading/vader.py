"""VADER's score of a text, exact and linear. The one door to vaderSentiment."""

from __future__ import annotations

import heapq
import math
import string
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from vaderSentiment.vaderSentiment import BOOSTER_DICT, C_INCR, N_SCALAR, NEGATE, SPECIAL_CASES

DENIALS = frozenset(NEGATE)
BOOSTERS: Mapping[str, float] = BOOSTER_DICT
SPECIAL: Mapping[str, float] = SPECIAL_CASES
CAPS: float = C_INCR
FLIP: float = N_SCALAR
# Where none of these is near a word, nothing changes its valence: every other word that our rules
# ask for, and of each idiom the longest word, for it cannot match without that one.
_STIRS = frozenset(
    {"no", "least", "never", "so", "this", "without"}
    | DENIALS
    | {max(phrase.split(), key=len) for phrase in (*BOOSTERS, *SPECIAL)}
)


class Scored(NamedTuple):
    """The compound score from -1 to 1, and the words that carried a valence, by their place."""

    compound: float
    hits: tuple[tuple[int, str, float], ...]


_NOTHING = Scored(0.0, ())


@cache
def lexicon() -> Mapping[str, float]:
    """VADER's word list, as the library of the pinned version holds it."""
    found: dict[str, float] = {}
    for line in _file("vader_lexicon.txt").rstrip("\n").split("\n"):
        if line:
            word, measure = line.strip().split("\t")[0:2]
            found[word] = float(measure)
    return found


@cache
def emojis() -> Mapping[str, str]:
    """VADER's emoji, each with the words that stand for it."""
    found = {}
    for line in _file("emoji_utf8_lexicon.txt").rstrip("\n").split("\n"):
        emoji, description = line.strip().split("\t")[0:2]
        found[emoji] = description
    return found


def _file(name: str) -> str:
    return (files("vaderSentiment") / name).read_bytes().decode("utf-8")


def score(text: str, words: Mapping[str, float] | None = None) -> Scored:
    """The library's compound score of a text, to the last digit, in linear time.

    words: another word list, such as VADER's with the council's layer over it.
    """
    valences = words if words is not None else lexicon()
    text = _without_emoji(text)
    lowers = list(map(_BARE.__getitem__, text.lower().split()))
    if valences.keys().isdisjoint(lowers):
        return _NOTHING
    tokens = text.split()
    if not text.isascii():
        lowers = [_BARE[t].lower() for t in tokens]  # a letter may grow in lower case, or split one
    shouting = _some_shout(tokens)
    sums: list[float] = [0.0] * len(tokens)
    hits = []
    for i in [n for n, low in enumerate(lowers) if low in valences]:
        if lowers[i] not in BOOSTERS and not _kind_of(lowers, i):
            sums[i] = _valence(tokens, lowers, i, valences, shouting)
            hits.append(i)
    if "but" in lowers:
        _but(sums, lowers.index("but"))
    return Scored(
        _compound(sums, text), tuple([(i, _BARE[tokens[i]], sums[i]) for i in hits if sums[i]])
    )


def _without_emoji(text: str) -> str:
    if text.isascii():
        return text.strip()
    known = emojis()
    parts: list[str] = []
    after_space = True
    for char in text:
        if char in known:
            if not after_space:
                parts.append(" ")
            parts.append(known[char])
            after_space = False
        else:
            parts.append(char)
            after_space = char == " "
    return "".join(parts).strip()


class _Bare(dict[str, str]):
    """Tokens without punctuation round them, unless two characters or fewer would be left: an
    emoticon. Remembered, for a town's words are few and stripping them was a fifth of the score.
    """

    def __missing__(self, token: str) -> str:
        bare = token.strip(string.punctuation)
        if len(bare) <= 2:
            bare = token
        if len(token) <= 40:  # what a hostile post brings is not kept
            if len(self) >= 8_000:
                self.clear()
            self[token] = bare
        return bare


_BARE = _Bare()


def _some_shout(tokens: list[str]) -> bool:
    loud = sum(map(str.isupper, tokens))
    return 0 < len(tokens) - loud < len(tokens)


def _kind_of(lowers: list[str], i: int) -> bool:
    return lowers[i] == "kind" and i < len(lowers) - 1 and lowers[i + 1] == "of"


def _valence(
    tokens: list[str], lowers: list[str], i: int, valences: Mapping[str, float], shouting: bool
) -> float:
    value = base = valences[lowers[i]]
    near = lowers[max(i - 3, 0) : i + 3]
    if _STIRS.isdisjoint(near) and "n't" not in " ".join(near):  # as with most words
        return _louder(base) if shouting and tokens[i].isupper() else base
    if lowers[i] == "no" and i != len(lowers) - 1 and lowers[i + 1] in valences:
        value = 0.0
    if (
        (i > 0 and lowers[i - 1] == "no")
        or (i > 1 and lowers[i - 2] == "no")
        or (i > 2 and lowers[i - 3] == "no" and lowers[i - 1] in ("or", "nor"))
    ):
        value = base * FLIP
    if shouting and tokens[i].isupper():
        value = _louder(value)
    for back in range(3):
        if i > back and lowers[i - back - 1] not in valences:
            step = _boost(tokens[i - back - 1], lowers[i - back - 1], value, shouting)
            if step:
                step *= (1.0, 0.95, 0.9)[back]
            value = _negated(value + step, lowers, back, i)
            if back == 2:
                value = _idioms(value, lowers, i)
    return _least(value, lowers, i, valences)


def _louder(value: float) -> float:
    return value + CAPS if value > 0 else value - CAPS


def _boost(token: str, low: str, value: float, shouting: bool) -> float:
    step = BOOSTERS.get(low)
    if step is None:
        return 0.0
    if value < 0:
        step *= -1
    if shouting and token.isupper():
        step = step + CAPS if value > 0 else step - CAPS
    return step


def _negates(low: str) -> bool:
    return low in DENIALS or "n't" in low


def _negated(value: float, lowers: list[str], back: int, i: int) -> float:
    if back == 0:
        return value * FLIP if _negates(lowers[i - 1]) else value
    if back == 1:
        if lowers[i - 2] == "never" and lowers[i - 1] in ("so", "this"):
            return value * 1.25
        if lowers[i - 2] == "without" and lowers[i - 1] == "doubt":
            return value
        return value * FLIP if _negates(lowers[i - 2]) else value
    # The library's own precedence: "so" or "this" just before counts even without "never".
    if (lowers[i - 3] == "never" and lowers[i - 2] in ("so", "this")) or lowers[i - 1] in (
        "so",
        "this",
    ):
        return value * 1.25
    if lowers[i - 3] == "without" and "doubt" in (lowers[i - 2], lowers[i - 1]):
        return value
    return value * FLIP if _negates(lowers[i - 3]) else value


def _idioms(value: float, lowers: list[str], i: int) -> float:
    three, two, one, zero = lowers[i - 3], lowers[i - 2], lowers[i - 1], lowers[i]
    before = (f"{three} {two} {one}", f"{three} {two}", f"{two} {one}")
    for words in (f"{one} {zero}", f"{two} {one} {zero}", before[2], before[0], before[1]):
        if words in SPECIAL:
            value = SPECIAL[words]
            break
    if len(lowers) - 1 > i:
        value = SPECIAL.get(f"{zero} {lowers[i + 1]}", value)
    if len(lowers) - 1 > i + 1:
        value = SPECIAL.get(f"{zero} {lowers[i + 1]} {lowers[i + 2]}", value)
    for words in before:
        value += BOOSTERS.get(words, 0.0)
    return value


def _least(value: float, lowers: list[str], i: int, valences: Mapping[str, float]) -> float:
    if i > 0 and lowers[i - 1] == "least" and "least" not in valences:
        if i > 1 and lowers[i - 2] in ("at", "very"):
            return value
        return value * FLIP
    return value


def _but(sums: list[float], at: int) -> None:
    """What stands before "but" counts half, what follows half as much again.

    The library looks each value up by its first equal, in place: on repeated values it halves the
    same one again. That quirk is kept, or scores differ; a heap per value keeps it linear.
    """
    first: dict[float, list[int]] = {}
    for n, value in enumerate(sums):
        first.setdefault(value, []).append(n)
    for n in range(len(sums)):
        value = sums[n]
        heap = first[value]
        while sums[heap[0]] != value:
            heapq.heappop(heap)
        k = heap[0]
        if k != at:
            sums[k] = value * 0.5 if k < at else value * 1.5
            heapq.heappush(first.setdefault(sums[k], []), k)


def _compound(sums: list[float], text: str) -> float:
    if not sums:
        return 0.0
    total = float(sum(sums))
    questions = text.count("?")
    emphasis = min(text.count("!"), 4) * 0.292
    if questions > 1:
        emphasis += questions * 0.18 if questions <= 3 else 0.96
    if total > 0:
        total += emphasis
    elif total < 0:
        total -= emphasis
    return round(max(-1.0, min(1.0, total / math.sqrt(total * total + 15))), 4)
