"""What is wrong with a chart: loops, dead ends, unreachable boxes, unknown names, shadowed questions."""

from __future__ import annotations

from dataclasses import dataclass

from rules.condition import AnyOf, Condition, Test, tests_in
from rules.facts import VOCABULARY
from rules.flowchart import OUTCOMES, Flowchart, Question


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a chart, at a box; severe: a mention could not get through."""

    box: str
    sentence: str
    severe: bool


def check(chart: Flowchart) -> tuple[Problem, ...]:
    """Every problem, severe ones first."""
    found = [*_names(chart), *_loops(chart), *_unreachable(chart), *_shadowed(chart)]
    return tuple(sorted(found, key=lambda p: not p.severe))


def _names(chart: Flowchart) -> list[Problem]:
    problems = []
    if chart.start not in chart.questions:
        problems.append(Problem(chart.start, "the walk starts at a box that is not there", True))
    for question in chart.questions.values():
        if question.id in OUTCOMES:
            problems.append(Problem(question.id, "has the name of an outcome", True))
        for way, box in (("yes", question.yes), ("no", question.no)):
            if box not in chart.questions and box not in OUTCOMES:
                problems.append(
                    Problem(question.id, f"{way} leads to “{box}”, which is not there", True)
                )
        problems += _conditions(chart, question)
    return problems


def _conditions(chart: Flowchart, question: Question) -> list[Problem]:
    problems = []
    for condition in (question.yes_when, question.no_when):
        for test in tests_in(condition) if condition else ():
            fault = _fault(test, chart)
            if fault:
                problems.append(Problem(question.id, fault, True))
    if question.yes_when is None and question.no_when is None and question.otherwise != "ask":
        problems.append(
            Problem(question.id, f"always answers {question.otherwise}: it never asks", False)
        )
    return problems


def _fault(test: Test, chart: Flowchart) -> str:
    """Why a comparison cannot be asked, or ""."""
    known = VOCABULARY.get(test.fact)
    if known is None:
        return f"asks about “{test.fact}”, which is no fact"
    if test.operator == "has":
        listed = known.type == "list" or test.value in (chart.word_lists or {})
        return "" if listed else f"asks for the word list “{test.value}”, which is not there"
    numeric = test.operator in ("above", "below", "at_least", "at_most")
    if numeric and known.type != "number":
        return f"compares “{test.fact}”, which is not a number"
    if known.choices and not numeric:
        values = test.value if isinstance(test.value, tuple) else (test.value,)
        strange = [str(v) for v in values if v not in known.choices]
        if strange:
            return f"“{test.fact}” can never be “{strange[0]}”"
    if known.type == "yes_no" and test.value not in (True, False):
        return f"“{test.fact}” is either true or false"
    return ""


def _loops(chart: Flowchart) -> list[Problem]:
    """Each box from which the walk can come back to itself, named once a circle."""
    found: dict[frozenset[str], str] = {}
    done: set[str] = set()

    def visit(box: str, path: list[str]) -> None:
        if box in path:
            circle = path[path.index(box) :]
            found.setdefault(frozenset(circle), " → ".join([*circle, box]))
            return
        question = chart.questions.get(box)
        if question is None or box in done:
            return
        for follows in (question.yes, question.no):
            visit(follows, [*path, box])
        done.add(box)

    for box in chart.questions:
        visit(box, [])
    return [
        Problem(sorted(circle)[0], f"the chart runs in a circle: {way}", True)
        for circle, way in found.items()
    ]


def _unreachable(chart: Flowchart) -> list[Problem]:
    reached: set[str] = set()
    waiting = [chart.start]
    while waiting:
        box = waiting.pop()
        question = chart.questions.get(box)
        if question is not None and box not in reached:
            reached.add(box)
            waiting += [question.yes, question.no]
    return [
        Problem(box, "no path leads to this box", False)
        for box in chart.questions
        if box not in reached
    ]


def _shadowed(chart: Flowchart) -> list[Problem]:
    """A question whose answer an earlier one on every path has settled already."""
    problems = []
    for question in chart.questions.values():
        if question.yes_when is None:
            continue
        for earlier, way in _certain_before(chart, question.id).items():
            asked = chart.questions[earlier].yes_when
            if way == "no" and _covers(asked, question.yes_when):
                text = chart.questions[earlier].text
                problems.append(
                    Problem(question.id, f"can never answer yes: “{text}” takes those before", False)
                )
    return problems


def _certain_before(chart: Flowchart, box: str) -> dict[str, str]:
    """The questions that every path to a box passes, with the one way they were left by."""
    common: dict[str, str] | None = None
    waiting: list[tuple[str, dict[str, str]]] = [(chart.start, {})]
    budget = 10_000  # paths of a chart of 17 boxes number some dozens; a hostile chart stops here
    while waiting and budget:
        budget -= 1
        at, path = waiting.pop()
        if at == box:
            common = path if common is None else dict(common.items() & path.items())
            continue
        question = chart.questions.get(at)
        if question is None or at in path:
            continue
        waiting.append((question.yes, {**path, at: "yes"}))
        waiting.append((question.no, {**path, at: "no"}))
    return common or {}


def _covers(earlier: Condition | None, later: Condition) -> bool:
    """Is the earlier condition true whenever the later is? Only the plain cases are seen."""
    if isinstance(earlier, AnyOf):
        return later in earlier.parts
    return earlier is not None and earlier == later
