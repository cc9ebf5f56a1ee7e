"""Conditions over facts, as data; each can say in words why it held, failed or cannot be told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from rules.facts import VOCABULARY, Fact, Facts, Value

WordLists = Mapping[str, tuple[str, ...]]
Operator = Literal["is", "is_not", "is_one_of", "above", "below", "at_least", "at_most", "has"]
OPERATORS: tuple[Operator, ...] = (
    "is", "is_not", "is_one_of", "above", "below", "at_least", "at_most", "has",
)  # fmt: skip
WORDS: Mapping[str, str] = {
    "is": "is", "is_not": "is not", "is_one_of": "is one of", "above": "is above",
    "below": "is below", "at_least": "is at least", "at_most": "is at most", "has": "has",
}  # fmt: skip
NUMERIC = ("above", "below", "at_least", "at_most")


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison of a fact; `has` looks for a word list's words, or a list's item."""

    fact: str
    operator: Operator
    value: Value


@dataclass(frozen=True, slots=True)
class AllOf:
    """Holds when every part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Holds when one part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Holds when its part fails."""

    part: Condition


Condition = Comparison | AllOf | AnyOf | Not


# A named tuple: it is made for every comparison of every walk, and a frozen dataclass takes
# three times as long to make.
class Held(NamedTuple):
    """Whether a condition held (None: cannot be told), and why, in an officer's words."""

    value: bool | None
    because: str


class ConditionFault(Exception):
    """A condition that cannot be asked: an unknown fact or list, or a value of the wrong type."""


def holds(condition: Condition, facts: Facts, lists: WordLists | None = None) -> Held:
    """Asks a condition of the facts. Raises ConditionFault where it cannot be asked at all."""
    if isinstance(condition, Comparison):
        return _test(condition, facts, lists or {})
    if isinstance(condition, Not):
        held = holds(condition.part, facts, lists)
        return Held(None if held.value is None else not held.value, held.because)
    if isinstance(condition, AllOf):
        return _gather(condition.parts, facts, lists, deciding=False)
    if isinstance(condition, AnyOf):
        return _gather(condition.parts, facts, lists, deciding=True)
    raise ConditionFault(f"{condition!r} is no condition")


def _gather(
    parts: tuple[Condition, ...], facts: Facts, lists: WordLists | None, deciding: bool
) -> Held:
    """Three-valued and/or (Kleene): one part of the deciding value settles it, else doubt stays."""
    reasons: list[str] = []
    doubts: list[str] = []
    for part in parts:
        held = holds(part, facts, lists)
        if held.value is deciding:
            return held
        (doubts if held.value is None else reasons).append(held.because)
    return Held(None, joined(doubts)) if doubts else Held(not deciding, joined(reasons))


def joined(reasons: list[str]) -> str:
    """Reasons as one line: each once, in order, empty ones left out."""
    if len(reasons) == 1:
        return reasons[0]
    return "; ".join(dict.fromkeys(filter(None, reasons)))


def _test(test: Comparison, facts: Facts, lists: WordLists) -> Held:
    try:
        fact = facts[test.fact]
    except KeyError as fault:
        raise ConditionFault(f"there is no fact called “{test.fact}”") from fault
    if fact.value is None:
        return Held(None, fact.because or f"not known: {VOCABULARY[test.fact].label}")
    operator = test.operator
    if operator == "is":
        return Held(fact.value == test.value, fact.because)
    if operator == "is_not":
        return Held(fact.value != test.value, fact.because)
    if operator == "is_one_of":
        if not isinstance(test.value, tuple):
            raise ConditionFault(f"“{test.fact}” is compared with a list that is no list")
        return Held(fact.value in test.value, fact.because)
    if operator == "has":
        return _has(test, fact, lists)
    return _compare(test, fact)


def _compare(test: Comparison, fact: Fact) -> Held:
    one, other = fact.value, test.value
    if isinstance(one, bool | str | tuple | None) or isinstance(other, bool | str | tuple | None):
        raise ConditionFault(f"“{test.fact}” {WORDS.get(test.operator, '')} needs two numbers")
    match test.operator:
        case "above":
            held = one > other
        case "below":
            held = one < other
        case "at_least":
            held = one >= other
        case "at_most":
            held = one <= other
        case _:
            raise ConditionFault(f"“{test.operator}” is no way to compare")
    said = WORDS[test.operator] if held else WORDS[test.operator].replace("is", "is not", 1)
    return Held(held, joined([fact.because, f"{one:g} {said} {other:g}"]))


def _has(test: Comparison, fact: Fact, lists: WordLists) -> Held:
    if isinstance(fact.value, tuple):
        return Held(test.value in fact.value, fact.because)
    if not isinstance(fact.value, str):
        raise ConditionFault(f"“{test.fact}” has no words to look through")
    if not isinstance(test.value, str) or test.value not in lists:
        raise ConditionFault(f"there is no word list called “{test.value}”")
    found = _words_of(lists[test.value]).search(fact.value)
    name = test.value.replace("_", " ")
    if found is None:
        return Held(False, f"says none of the words in “{name}”")
    return Held(True, f"says “{' '.join(found.group(0).split())}” ({name})")


@lru_cache(maxsize=64)
def _words_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Whole words, longest first, in any case; an empty list matches nothing.

    Blanks in a phrase meet any white space, and a straight apostrophe meets a curly one: phones
    write the curly one, word lists the straight one.
    """
    phrases = sorted({w.strip() for w in words} - {""}, key=lambda w: (-len(w), w))
    if not phrases:
        return re.compile(r"(?!)")
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_phrase, phrases))})(?!\w)", re.IGNORECASE)


def _phrase(phrase: str) -> str:
    parts = [re.sub("['’]", "['’]", re.escape(part)) for part in phrase.split()]
    return r"\s+".join(parts)


def in_words(condition: Condition) -> str:
    """The condition as a sentence's end, for the form and for `chart show`."""
    match condition:
        case Comparison():
            return _test_in_words(condition)
        case Not(part):
            return f"not ({in_words(part)})"
        case AllOf(parts):
            return " and ".join(map(_bracketed, parts))
        case AnyOf(parts):
            return " or ".join(map(_bracketed, parts))
    raise ConditionFault(f"{condition!r} is no condition")


def _bracketed(condition: Condition) -> str:
    said = in_words(condition)
    return f"({said})" if isinstance(condition, AllOf | AnyOf) else said


def _test_in_words(test: Comparison) -> str:
    label = VOCABULARY[test.fact].label if test.fact in VOCABULARY else test.fact
    if test.operator == "is" and isinstance(test.value, bool):
        return label if test.value else f"not: {label}"
    if isinstance(test.value, tuple):
        said = ", ".join(map(str, test.value))
    elif isinstance(test.value, float | int) and not isinstance(test.value, bool):
        said = f"{test.value:g}"
    else:
        said = str(test.value)
    return f"{label} {WORDS[test.operator]} {said}"


def comparisons_in(condition: Condition) -> tuple[Comparison, ...]:
    """Every comparison inside a condition, in order."""
    match condition:
        case Comparison():
            return (condition,)
        case Not(part):
            return comparisons_in(part)
        case AllOf(parts) | AnyOf(parts):
            return tuple(t for p in parts for t in comparisons_in(p))
    raise ConditionFault(f"{condition!r} is no condition")
