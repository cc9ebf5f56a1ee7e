"""Conditions over facts, as data; each can say in words why it held, failed or cannot be told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

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


@dataclass(frozen=True, slots=True)
class Test:
    """One comparison of a fact; `has` looks for a word list's words, or a list's item."""

    fact: str
    operator: Operator
    value: Value


@dataclass(frozen=True, slots=True)
class All:
    """Holds when every part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Any_:
    """Holds when one part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Holds when its part fails."""

    part: Condition


Condition = Test | All | Any_ | Not


@dataclass(frozen=True, slots=True)
class Held:
    """Whether a condition held (None: cannot be told), and why, in an officer's words."""

    value: bool | None
    because: str


class ConditionFault(Exception):
    """A condition that cannot be asked: an unknown fact or list, or a value of the wrong type."""


def holds(condition: Condition, facts: Facts, lists: WordLists | None = None) -> Held:
    """Asks a condition of the facts. Raises ConditionFault where it cannot be asked at all."""
    match condition:
        case Test():
            return _test(condition, facts, lists or {})
        case Not(part):
            held = holds(part, facts, lists)
            return Held(None if held.value is None else not held.value, held.because)
        case All(parts):
            return _gather([holds(p, facts, lists) for p in parts], deciding=False)
        case Any_(parts):
            return _gather([holds(p, facts, lists) for p in parts], deciding=True)
    raise ConditionFault(f"{condition!r} is no condition")


def _gather(held: list[Held], deciding: bool) -> Held:
    """Three-valued and/or (Kleene): one part of the deciding value settles it, else doubt stays."""
    for part in held:
        if part.value is deciding:
            return part
    reasons = "; ".join(dict.fromkeys(p.because for p in held if p.because))
    if any(p.value is None for p in held):
        doubts = "; ".join(dict.fromkeys(p.because for p in held if p.value is None))
        return Held(None, doubts)
    return Held(not deciding, reasons)


def _test(test: Test, facts: Facts, lists: WordLists) -> Held:
    try:
        fact = facts[test.fact]
    except KeyError as fault:
        raise ConditionFault(f"there is no fact called {test.fact}") from fault
    if fact.value is None:
        return Held(None, fact.because)
    if test.operator == "has":
        return _has(test, fact, lists)
    if test.operator in ("is", "is_not", "is_one_of"):
        return _is(test, fact)
    return _compare(test, fact)


def _is(test: Test, fact: Fact) -> Held:
    if test.operator == "is_one_of":
        if not isinstance(test.value, tuple):
            raise ConditionFault(f"{test.fact}: 'is one of' needs a list")
        return Held(fact.value in test.value, fact.because)
    same = fact.value == test.value
    return Held(same if test.operator == "is" else not same, fact.because)


def _compare(test: Test, fact: Fact) -> Held:
    one, other = fact.value, test.value
    if not _number(one) or not _number(other):
        raise ConditionFault(f"{test.fact} {WORDS[test.operator]}: both sides must be numbers")
    one, other = float(one), float(other)  # type: ignore[arg-type]
    held = {
        "above": one > other,
        "below": one < other,
        "at_least": one >= other,
        "at_most": one <= other,
    }[test.operator]
    return Held(held, f"{fact.because} ({one:+.2f}, threshold {other:+.2f})")


def _number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _has(test: Test, fact: Fact, lists: WordLists) -> Held:
    if isinstance(fact.value, tuple):
        return Held(test.value in fact.value, fact.because)
    if not isinstance(test.value, str) or test.value not in lists:
        raise ConditionFault(f"there is no word list called {test.value}")
    found = _words_of(lists[test.value]).search(str(fact.value))
    name = test.value.replace("_", " ")
    if found is None:
        return Held(False, f"none of the {name} words")
    return Held(True, f"says “{found.group(0)}” ({name})")


@lru_cache(maxsize=64)
def _words_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Whole words, longest first, in any case; an empty list matches nothing."""
    if not words:
        return re.compile(r"(?!)")
    longest = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", re.IGNORECASE)


def in_words(condition: Condition) -> str:
    """The condition as a sentence's end, for the form and for `chart show`."""
    match condition:
        case Test(fact, operator, value):
            label = VOCABULARY[fact].label if fact in VOCABULARY else fact
            if value is True and operator == "is":
                return label
            if value is False and operator == "is":
                return f"not: {label}"
            said = ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
            return f"{label} {WORDS[operator]} {said}"
        case Not(part):
            return f"not ({in_words(part)})"
        case All(parts):
            return " and ".join(f"({in_words(p)})" for p in parts)
        case Any_(parts):
            return " or ".join(f"({in_words(p)})" for p in parts)
    raise ConditionFault(f"{condition!r} is no condition")


def facts_in(condition: Condition) -> tuple[Test, ...]:
    """Every comparison inside a condition, in order."""
    match condition:
        case Test():
            return (condition,)
        case Not(part):
            return facts_in(part)
        case All(parts) | Any_(parts):
            return tuple(t for p in parts for t in facts_in(p))
    raise ConditionFault(f"{condition!r} is no condition")
