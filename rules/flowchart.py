"""The flowchart, and the walk of one mention through it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple

from rules.condition import Condition, ConditionFault, Held, WordLists, holds, joined
from rules.facts import Facts

OUTCOMES: Mapping[str, str] = {
    "urgent": "Escalate now",
    "out_of_scope": "Not about us",
    "attach": "Attach to the open issue",
    "rights": "Hand to information rights",
    "neutral_line": "Neutral line or log only",
    "no_reply": "No reply needed",
    "join_in": "Thank or join in",
    "moderate": "House rules",
    "answer": "Answer",
    "correct": "Correct with a source",
    "watch": "Watch",
    "forward": "Forward to the service",
    "signpost": "Point to the right body",
    "complaint_route": "Offer the complaint route",
    "consultation": "Pass to the consultation",
    "monitor": "Letting off steam",
    "evaluate": "Officer decides",
}
"""Outcome ids and their words on screen."""

Otherwise = Literal["yes", "no", "ask"]


class Answer(StrEnum):
    """How a question was answered; UNSURE is where the walk stops and asks the officer."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Question:
    """One box that asks. yes and no name the next box, a question's or an outcome's id."""

    id: str
    text: str
    yes: str
    no: str
    yes_when: Condition | None = None
    no_when: Condition | None = None
    otherwise: Otherwise = "ask"
    lean: Literal["yes", "no"] = "no"  # the best guess where the officer must be asked
    help: str = ""


@dataclass(frozen=True, slots=True)
class Flowchart:
    """A chart: its questions by id, in the author's order, and where the walk begins."""

    id: str
    name: str
    start: str
    questions: Mapping[str, Question]
    credit: str = ""
    word_lists: Mapping[str, tuple[str, ...]] | None = None


# A named tuple: a walk makes up to seventeen, and a frozen dataclass of seven fields takes three
# times as long to make, which was half of the walk.
class Step(NamedTuple):
    """One question on the path: how it was answered, by whom, why, and the branch not taken."""

    question: str
    text: str
    answer: Answer
    because: str
    leads_to: str  # the box taken; "" where unsure
    not_taken: str  # the box that the other answer leads to; "" where unsure
    by: str = "chart"  # or the officer's name


@dataclass(frozen=True, slots=True)
class Verdict:
    """Where the walk ended: outcome is None just while asks is set; guess is always an outcome."""

    outcome: str | None
    guess: str
    asks: str | None
    steps: tuple[Step, ...]
    yes_leads: str = ""  # outcome reached if the officer says yes (best guess); "" where firm
    no_leads: str = ""
    chart: str = ""
    fault: str = ""  # in words, where the chart itself failed: the outcome is then evaluate


Answers = Mapping[str, tuple[bool, str]]
"""What the officer answered: question id -> (yes?, the officer's name)."""


def walk(chart: Flowchart, facts: Facts, answers: Answers | None = None) -> Verdict:
    """Walks a mention through the chart; stops at the question that it cannot answer.

    Deterministic. A fault of the chart never raises: the outcome is then `evaluate`, with the
    fault and its box in words.
    """
    given = answers or {}
    steps: list[Step] = []
    passed: set[str] = set()
    box = chart.start
    try:
        while box not in OUTCOMES:
            question = _question(chart, box, passed)
            step = _step(question, facts, given, chart.word_lists)
            steps.append(step)
            if step.answer is Answer.UNSURE:
                return _stopped(chart, facts, given, question, tuple(steps))
            box = step.leads_to
    except _ChartFails as fault:
        return Verdict("evaluate", "evaluate", None, tuple(steps), chart=chart.id, fault=str(fault))
    return Verdict(box, box, None, tuple(steps), chart=chart.id)


class _ChartFails(Exception):
    """The chart cannot be walked: its words say at which box and why."""


def _question(chart: Flowchart, box: str, passed: set[str]) -> Question:
    """The question of a box, noted as passed."""
    question = chart.questions.get(box)
    if question is None:
        raise _ChartFails(f"the chart leads to a box “{box}” that it does not have")
    if box in passed:
        raise _ChartFails(f"the chart runs in a circle at “{question.text}” ({box})")
    passed.add(box)
    return question


def _step(question: Question, facts: Facts, answers: Answers, lists: WordLists | None) -> Step:
    if question.id in answers:
        yes, name = answers[question.id]
        return _stepped(question, yes, f"{name} said {'yes' if yes else 'no'}", name)
    yes_held = _ask(question, question.yes_when, facts, lists)
    if yes_held is not None and yes_held.value:
        return _stepped(question, True, yes_held.because)
    no_held = _ask(question, question.no_when, facts, lists)
    if no_held is not None and no_held.value:
        return _stepped(question, False, no_held.because)
    because = joined([h.because for h in (yes_held, no_held) if h is not None])
    because = because or "the chart does not say when"
    if question.otherwise == "ask":
        return Step(question.id, question.text, Answer.UNSURE, because, "", "")
    return _stepped(question, question.otherwise == "yes", because)


def _ask(
    question: Question, condition: Condition | None, facts: Facts, lists: WordLists | None
) -> Held | None:
    if condition is None:
        return None
    try:
        return holds(condition, facts, lists)
    except ConditionFault as fault:
        where = f"“{question.text}” ({question.id})"
        raise _ChartFails(f"the question {where} cannot be asked: {fault}") from fault


def _stepped(question: Question, yes: bool, because: str, by: str = "chart") -> Step:
    taken, other = (question.yes, question.no) if yes else (question.no, question.yes)
    answer = Answer.YES if yes else Answer.NO
    return Step(question.id, question.text, answer, because, taken, other, by)


def _stopped(
    chart: Flowchart, facts: Facts, answers: Answers, asked: Question, steps: tuple[Step, ...]
) -> Verdict:
    """The verdict where the officer is asked: what either answer would lead to, and our guess."""
    before = {s.question for s in steps}
    likely = facts.leaning()
    yes = _guess(chart, likely, answers, asked.yes, set(before))
    no = _guess(chart, likely, answers, asked.no, set(before))
    leans = _leans(chart, likely, answers, asked)
    return Verdict(None, yes if leans else no, asked.id, steps, yes, no, chart.id)


def _leans(chart: Flowchart, likely: Facts, answers: Answers, question: Question) -> bool:
    """How a question would most likely be answered; the chart's own leaning where facts have none.

    likely: the facts, leaning. Raises _ChartFails.
    """
    step = _step(question, likely, answers, chart.word_lists)
    return question.lean == "yes" if step.answer is Answer.UNSURE else step.answer is Answer.YES


def _guess(chart: Flowchart, likely: Facts, answers: Answers, box: str, passed: set[str]) -> str:
    """Where a box leads in the end, leaning where further questions are open."""
    try:
        while box not in OUTCOMES:
            question = _question(chart, box, passed)
            box = question.yes if _leans(chart, likely, answers, question) else question.no
    except _ChartFails:
        return "evaluate"
    return box
