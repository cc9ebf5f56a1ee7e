"""Conditions: what holds, what cannot be told, and the words for both."""

from __future__ import annotations

import pytest

from rules.condition import (
    AllOf,
    AnyOf,
    Comparison,
    Condition,
    ConditionFault,
    Not,
    comparisons_in,
    holds,
    in_words,
)
from rules.facts import Fact, Facts, Value
from tests.rules.making import facts, of

YES, NO, UNKNOWN = (of(name, "is", True) for name in ("fault", "question", "ours"))
KNOWN = facts(fault=True, question=False, ours=None)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (YES, True),
        (NO, False),
        (UNKNOWN, None),
        (Not(YES), False),
        (Not(NO), True),
        (Not(UNKNOWN), None),
        (AllOf((YES, YES)), True),
        (AllOf((YES, NO)), False),
        (AllOf((YES, UNKNOWN)), None),
        (AllOf((UNKNOWN, NO)), False),
        (AnyOf((NO, NO)), False),
        (AnyOf((NO, YES)), True),
        (AnyOf((UNKNOWN, YES)), True),
        (AnyOf((NO, UNKNOWN)), None),
    ],
)
def test_what_is_not_known_stays_in_doubt_unless_the_rest_settles_it(
    condition: Condition, expected: bool | None
) -> None:
    assert holds(condition, KNOWN).value is expected


@pytest.mark.parametrize(
    ("fact", "operator", "value", "expected"),
    [
        (0.3, "above", 0.2, True),
        (0.2, "above", 0.2, False),
        (0.2, "at_least", 0.2, True),
        (0.1, "at_least", 0.2, False),
        (-0.5, "below", -0.2, True),
        (-0.2, "below", -0.2, False),
        (-0.2, "at_most", -0.2, True),
        (-0.1, "at_most", -0.2, False),
        (0.5, "is", 0.5, True),
        (0.5, "is_not", 0.5, False),
    ],
)
def test_numbers_are_compared(fact: float, operator: str, value: float, expected: bool) -> None:
    assert holds(of("tone", operator, value), facts(tone=fact)).value is expected


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        (of("danger", "is_one_of", ("person", "hazard")), True),
        (of("danger", "is_one_of", ("words",)), False),
        (of("danger", "is", "hazard"), True),
        (of("danger", "is_not", "hazard"), False),
        (of("places", "has", "Park Lane"), True),
        (of("places", "has", "Mill Street"), False),
    ],
)
def test_choices_and_lists_are_compared(test: Comparison, expected: bool) -> None:
    known = facts(danger="hazard", places=("Park Lane", "Tipley"))
    assert holds(test, known).value is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The BIN was missed", True),
        ("The cabinet was missed", False),
        ("They can’t find it", True),
        ("a second\n time now", True),
        ("nothing of the kind", False),
    ],
)
def test_word_lists_meet_whole_words_in_any_case(text: str, expected: bool) -> None:
    lists = {"ours": ("bin", "can't", "second time", "  ")}
    assert holds(of("text", "has", "ours"), facts(text=text), lists).value is expected


def test_an_empty_word_list_meets_nothing() -> None:
    assert holds(of("text", "has", "ours"), facts(text="bin"), {"ours": ("",)}).value is False


def test_a_reason_names_the_word_that_was_found_and_its_list() -> None:
    held = holds(of("text", "has", "bin_words"), facts(text="my  BIN"), {"bin_words": ("bin",)})
    assert held.because == "says “BIN” (bin words)"


def test_a_reason_for_a_number_names_it_and_its_limit() -> None:
    many = Facts({"people": Fact(2.0, "told by 2")})
    assert holds(of("people", "at_least", 3.0), many).because == "told by 2; 2 is not at least 3"


def test_what_decided_is_the_reason_and_nothing_else() -> None:
    assert holds(AllOf((YES, NO)), KNOWN).because == "question was read"
    assert holds(AnyOf((NO, YES)), KNOWN).because == "fault was read"


def test_doubt_names_what_is_not_known() -> None:
    held = holds(AllOf((YES, of("venting"))), KNOWN)
    assert held.value is None
    assert held.because == "not known"


@pytest.mark.parametrize(
    ("test", "known", "word"),
    [
        (of("weather"), {}, "weather"),
        (of("text", "has", "no_list"), {"text": "bin"}, "no_list"),
        (of("fault", "has", "bins"), {"fault": True}, "fault"),
        (of("tone", "above", "much"), {"tone": 0.1}, "tone"),
        (of("fault", "above", 0.0), {"fault": True}, "fault"),
        (of("danger", "is_one_of", "person"), {"danger": "none"}, "danger"),
        (of("tone", "roughly", 0.0), {"tone": 0.1}, "roughly"),
    ],
)
def test_what_cannot_be_asked_is_a_fault_that_names_it(
    test: Comparison, known: dict[str, Value], word: str
) -> None:
    with pytest.raises(ConditionFault, match=word):
        holds(test, facts(**known))


def test_a_condition_reads_as_a_sentence_end() -> None:
    condition = AllOf((YES, AnyOf((of("people", "at_least", 3.0), Not(NO)))))
    assert in_words(condition) == (
        "it describes a service problem and "
        "(how many people tell the same story is at least 3 or not (it asks a question))"
    )


def test_every_comparison_of_a_condition_is_found() -> None:
    assert comparisons_in(AllOf((YES, Not(AnyOf((NO, UNKNOWN)))))) == (YES, NO, UNKNOWN)
