"""Charts and facts for the tests of the rules, in one line each."""

from __future__ import annotations

from rules.condition import Comparison
from rules.facts import Fact, Facts, Value
from rules.flowchart import Flowchart, Question

QUIET: dict[str, Value] = {
    "danger": "none", "kind": "chatter", "tone": 0.0, "tone_label": "neutral", "about_us": True,
    "info_request": False, "abusive": False, "political": False, "names_politician": False,
    "pre_election": False, "consultation": False, "positive": False, "invites_reply": False,
    "notice": False, "doubtful_claim": False, "known_false_claim": False, "question": False,
    "fault": False, "complaint": False, "second_time": False, "venting": False, "ours": None,
    "already_routed": False, "open_issue": False, "stack_size": 1.0, "people": 1.0,
}  # fmt: skip
"""A mention about us in which nothing was found."""


def facts(**known: Value) -> Facts:
    """Just these facts, each with the reason “<its name> was read”."""
    return Facts({name: Fact(value, f"{name} was read") for name, value in known.items()})


def mention(**known: Value) -> Facts:
    """A quiet mention about us, but for what is given."""
    return facts(**{**QUIET, **known})


def chart(*questions: Question, **words: tuple[str, ...]) -> Flowchart:
    """A chart that starts at its first question."""
    return Flowchart(
        id="ours",
        name="Ours",
        start=questions[0].id,
        questions={q.id: q for q in questions},
        word_lists=words or None,
    )


def of(fact: str, operator: str = "is", value: Value = True) -> Comparison:
    """One comparison, also one that no chart file could hold."""
    return Comparison(fact, operator, value)  # type: ignore[arg-type]
