"""The walk: its steps, where it stops, what the officer says, and what a broken chart does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rules.condition import Not
from rules.facts import Facts
from rules.flowchart import OUTCOMES, Answer, Flowchart, Question, walk
from tests.rules.making import chart, facts, of

ASK = Question("ask", "A question?", "answer", "fault", yes_when=of("question"),
               no_when=of("question", "is", False), lean="yes")  # fmt: skip
FAULT = Question("fault", "A fault?", "forward", "monitor", yes_when=of("fault"),
                 no_when=of("fault", "is", False), lean="yes")  # fmt: skip
TWO = chart(ASK, FAULT)


def test_each_step_has_its_reason_and_the_branch_not_taken() -> None:
    verdict = walk(TWO, facts(question=False, fault=True))
    assert verdict.outcome == verdict.guess == "forward"
    assert [(s.question, s.answer, s.leads_to, s.not_taken) for s in verdict.steps] == [
        ("ask", Answer.NO, "fault", "answer"),
        ("fault", Answer.YES, "forward", "monitor"),
    ]
    assert verdict.steps[1].because == "fault was read"
    assert {s.by for s in verdict.steps} == {"chart"}
    assert verdict.chart == "ours"


def test_a_walk_stops_at_what_it_cannot_answer_and_says_where_both_ways_lead() -> None:
    verdict = walk(TWO, facts(fault=False))
    assert (verdict.outcome, verdict.asks) == (None, "ask")
    assert (verdict.yes_leads, verdict.no_leads) == ("answer", "monitor")
    assert verdict.guess == "answer"
    assert verdict.steps[-1].answer is Answer.UNSURE


def test_the_guess_leans_where_further_questions_are_open_too() -> None:
    verdict = walk(chart(replace(ASK, lean="no"), FAULT), facts())
    assert verdict.guess == verdict.no_leads == "forward"


def test_an_officers_answer_takes_precedence_and_carries_the_name() -> None:
    verdict = walk(TWO, facts(question=True, fault=True), {"ask": (False, "Sam Reed")})
    assert verdict.outcome == "forward"
    assert verdict.steps[0].by == "Sam Reed"
    assert verdict.steps[0].because == "Sam Reed said no"


def test_the_walk_goes_on_from_the_officers_answer_to_the_next_open_question() -> None:
    assert walk(TWO, facts(), {"ask": (False, "Sam Reed")}).asks == "fault"


def test_an_answer_to_a_question_that_is_not_asked_changes_nothing() -> None:
    known = facts(question=True)
    assert walk(TWO, known, {"elsewhere": (True, "Sam Reed")}) == walk(TWO, known)


@pytest.mark.parametrize("otherwise", ["yes", "no"])
def test_otherwise_answers_where_no_condition_held(otherwise: str) -> None:
    question = replace(FAULT, otherwise=otherwise)  # type: ignore[arg-type]
    verdict = walk(chart(question), facts())
    assert verdict.outcome == ("forward" if otherwise == "yes" else "monitor")


def test_a_question_without_conditions_asks_the_officer() -> None:
    verdict = walk(chart(Question("only", "Well?", "answer", "watch")), facts())
    assert verdict.asks == "only"
    assert verdict.steps[0].because == "the chart does not say when"


def test_the_yes_when_is_asked_before_the_no_when() -> None:
    both = replace(FAULT, no_when=of("fault"))
    assert walk(chart(both), facts(fault=True)).outcome == "forward"


BROKEN: list[tuple[str, Flowchart, str]] = [
    ("a box that is not there", chart(replace(FAULT, yes="nowhere")), "nowhere"),
    ("a start that is not there", replace(TWO, start="gone"), "gone"),
    ("a circle", chart(replace(FAULT, yes="fault")), "circle"),
    (
        "an unknown fact",
        chart(replace(FAULT, yes_when=of("weather"))),
        "weather",
    ),
    ("an unknown list", chart(replace(FAULT, yes_when=of("text", "has", "gone"))), "gone"),
    (
        "words for a number",
        chart(replace(FAULT, yes_when=of("tone", "above", "much"))),
        "tone",
    ),
    ("no condition", chart(replace(FAULT, yes_when=Not("nonsense"))), "nonsense"),  # type: ignore[arg-type]
]


@pytest.mark.parametrize(("what", "broken", "named"), BROKEN, ids=[b[0] for b in BROKEN])
def test_a_broken_chart_gives_the_mention_to_the_officer_and_says_why(
    what: str, broken: Flowchart, named: str
) -> None:
    verdict = walk(broken, facts(fault=True, text="bin", tone=0.5))
    assert (verdict.outcome, verdict.guess, verdict.asks) == ("evaluate", "evaluate", None)
    assert named in verdict.fault


def test_a_fault_keeps_the_steps_that_led_to_it_and_names_its_box() -> None:
    broken = chart(ASK, replace(FAULT, yes_when=of("weather")))
    verdict = walk(broken, facts(question=False))
    assert [s.question for s in verdict.steps] == ["ask"]
    assert "“A fault?” (fault)" in verdict.fault


def test_a_fault_behind_an_open_question_makes_the_guess_the_officers() -> None:
    broken = chart(replace(ASK, lean="no"), replace(FAULT, yes_when=of("weather")))
    verdict = walk(broken, facts())
    assert (verdict.asks, verdict.guess, verdict.yes_leads) == ("ask", "evaluate", "answer")


def test_there_are_seventeen_outcomes() -> None:
    assert len(OUTCOMES) == 17


def test_a_fact_outside_the_vocabulary_is_refused() -> None:
    with pytest.raises(KeyError, match="weather"):
        Facts({"weather": facts(fault=True)["fault"]})
