"""How often officers agreed with a step."""

from __future__ import annotations

from rules.agreement import agreements
from rules.flowchart import Answer, Step, Verdict


def walked(outcome: str, *steps: Step) -> Verdict:
    return Verdict(outcome, outcome, None, steps, chart="council")


ASK = Step("ask", "Does it ask?", Answer.NO, "no question mark", "service", "answer")


def test_a_share_is_told_from_ten_decisions_up() -> None:
    few = [(walked("forward", ASK), "forward")] * 9
    assert agreements(few) == {}
    found = agreements([*few, (walked("forward", ASK), "no_reply")])
    assert found[("council", "ask", "no")].agreed == 9
    assert found[("council", "ask", "no")].percent == 90


def test_what_an_officer_answered_says_nothing_of_the_chart() -> None:
    by_hand = ASK._replace(by="Amy")
    assert agreements([(walked("forward", by_hand), "forward")] * 20) == {}


def test_yes_and_no_are_two_ways() -> None:
    yes = ASK._replace(answer=Answer.YES)
    both = [(walked("forward", ASK), "forward")] * 10 + [(walked("answer", yes), "watch")] * 10
    found = agreements(both)
    assert (found[("council", "ask", "no")].percent, found[("council", "ask", "yes")].percent) == (
        100,
        0,
    )
