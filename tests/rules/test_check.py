"""What the check of a chart finds, and what it leaves alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rules.check import check
from rules.condition import AllOf, AnyOf, Condition
from rules.flowchart import Flowchart, Question
from tests.rules.making import chart, of

FIRST = Question("first", "First?", "answer", "second", yes_when=of("question"))
SECOND = Question("second", "Second?", "forward", "monitor", yes_when=of("fault"))
SOUND = chart(FIRST, SECOND)

PROBLEMS: list[tuple[str, Flowchart, str, str, bool]] = [
    ("start", replace(SOUND, start="gone"), "gone", "starts at a box that is not there", True),
    ("dead end", chart(replace(FIRST, no="gone"), SECOND), "first", "no leads to “gone”", True),
    ("outcome id", chart(replace(FIRST, yes="reply"), SECOND), "first", "yes leads to “re", True),
    ("circle", chart(FIRST, replace(SECOND, no="first")), "first", "first → second → fi", True),
    ("itself", chart(FIRST, replace(SECOND, no="second")), "second", "second → second", True),
    ("alone", chart(replace(FIRST, no="watch"), SECOND), "second", "no path leads to", False),
    ("name", chart(replace(FIRST, id="answer"), SECOND), "answer", "the name of an outc", True),
    ("fact", chart(FIRST, replace(SECOND, no_when=of("rain"))), "second", "“rain”", True),
    ("list", chart(FIRST, replace(SECOND, no_when=of("text", "has", "x"))), "second", "“x”", True),
    ("same", chart(FIRST, replace(SECOND, no="forward")), "second", "both lead to “forw", False),
    (
        "only yes",
        chart(FIRST, replace(SECOND, otherwise="yes")),
        "second",
        "never answer no",
        False,
    ),
    (
        "only no",
        chart(FIRST, replace(SECOND, yes_when=None, otherwise="no")),
        "second",
        "never answer yes",
        False,
    ),
    (
        "own shadow",
        chart(FIRST, replace(SECOND, no_when=AllOf((of("fault"), of("ours"))))),
        "second",
        "no-when can never hold",
        False,
    ),
]


@pytest.mark.parametrize(
    ("what", "broken", "box", "said", "severe"), PROBLEMS, ids=[p[0] for p in PROBLEMS]
)
def test_a_problem_is_found_at_its_box(
    what: str, broken: Flowchart, box: str, said: str, severe: bool
) -> None:
    hits = [p for p in check(broken) if p.box == box and said in p.sentence]
    assert [p.severe for p in hits] == [severe]


def test_a_sound_chart_has_no_problem() -> None:
    assert check(SOUND) == ()


def test_severe_problems_come_first() -> None:
    broken = chart(replace(FIRST, no="gone"), SECOND)
    assert [p.severe for p in check(broken)] == [True, False]


@pytest.mark.parametrize(
    "condition",
    [
        of("fault", "above", 0.0),
        of("tone", "above", "much"),
        of("tone", "is", "low"),
        of("danger", "is", "grave"),
        of("danger", "is_one_of", ("person", "grave")),
        of("danger", "is_one_of", "person"),
        of("fault", "is", "true"),
        of("category", "is", 3.0),
        of("places", "is", "Park Lane"),
        of("people", "has", "three"),
        of("tone", "roughly", 0.0),
    ],
)
def test_a_comparison_that_could_never_hold_is_severe(condition: Condition) -> None:
    problems = check(chart(FIRST, replace(SECOND, yes_when=condition)))
    assert [(p.box, p.severe) for p in problems] == [("second", True)]


SHADOWS: list[tuple[Condition, Condition]] = [
    (of("fault"), of("fault")),
    (AnyOf((of("fault"), of("complaint"))), of("complaint")),
    (of("fault"), AllOf((of("complaint"), of("fault")))),
    (AnyOf((of("fault"), of("venting"))), AnyOf((of("venting"), of("fault")))),
    (of("danger", "is_one_of", ("person", "hazard")), of("danger", "is", "hazard")),
    (of("people", "at_least", 2.0), of("people", "above", 2.0)),
    (of("tone", "below", 0.0), of("tone", "below", -0.5)),
]
CLEAR: list[tuple[Condition, Condition]] = [
    (AllOf((of("fault"), of("complaint"))), of("fault")),
    (of("fault"), AnyOf((of("fault"), of("complaint")))),
    (of("danger", "is", "hazard"), of("danger", "is_one_of", ("person", "hazard"))),
    (of("people", "above", 2.0), of("people", "at_least", 2.0)),
    (of("tone", "below", -0.5), of("tone", "below", 0.0)),
    (of("fault"), of("fault", "is", False)),
]


@pytest.mark.parametrize(("earlier", "later"), SHADOWS)
def test_a_question_that_an_earlier_one_empties_is_named(
    earlier: Condition, later: Condition
) -> None:
    broken = chart(replace(FIRST, yes_when=earlier), replace(SECOND, yes_when=later))
    assert [(p.box, "“First?”" in p.sentence) for p in check(broken)] == [("second", True)]


@pytest.mark.parametrize(("earlier", "later"), CLEAR)
def test_a_question_with_something_left_to_ask_is_not_named(
    earlier: Condition, later: Condition
) -> None:
    assert check(chart(replace(FIRST, yes_when=earlier), replace(SECOND, yes_when=later))) == ()


def test_a_question_reached_by_another_way_too_is_not_shadowed() -> None:
    fork = Question("fork", "Fork?", "first", "second", yes_when=of("complaint"))
    second = replace(SECOND, yes_when=of("question"))
    assert check(chart(fork, FIRST, second)) == ()


def test_a_chart_of_two_thousand_boxes_in_a_circle_is_checked() -> None:
    boxes = [
        Question(f"q{n}", f"{n}?", f"q{(n + 1) % 2000}", "watch", yes_when=of("fault"))
        for n in range(2000)
    ]
    assert any("circle" in p.sentence for p in check(chart(*boxes)))


def test_forty_forks_in_a_row_are_checked() -> None:
    forks = []
    for n in range(40):
        forks.append(Question(f"a{n}", f"{n}?", f"b{n}", f"c{n}", yes_when=of("tone", "is", n / 1)))
        for side in "bc":
            forks.append(
                Question(
                    f"{side}{n}", "?", f"a{n + 1}", "watch", yes_when=of("people", "is", n / 1)
                )
            )
    forks.append(Question("a40", "end?", "watch", "monitor", yes_when=of("fault")))
    assert check(chart(*forks)) == ()
