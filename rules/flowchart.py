"""The flowchart, and the walk of one mention through it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from rules.condition import Condition
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


@dataclass(frozen=True, slots=True)
class Step:
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
    """Where the walk ended. outcome is None exactly while asks is set; guess is always an outcome."""

    outcome: str | None
    guess: str
    asks: str | None
    steps: tuple[Step, ...]
    yes_leads: str = ""  # outcome reached if the officer says yes (best guess); "" where firm
    no_leads: str = ""
    chart: str = ""
    fault: str = ""  # in words, where the chart itself failed: the outcome is then evaluate


def walk(chart: Flowchart, facts: Facts, answers: Mapping[str, tuple[bool, str]] | None = None) -> Verdict:
    """Walks a mention through the chart. answers: question id -> (yes?, officer's name)."""
    raise NotImplementedError
