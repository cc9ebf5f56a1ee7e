"""What is wrong with a chart: circles, dead ends, boxes nobody reaches, unknown names, shadows."""

from __future__ import annotations

from dataclasses import dataclass

from rules.condition import NUMERIC, OPERATORS, AllOf, AnyOf, Comparison, Condition, comparisons_in
from rules.facts import VOCABULARY, FactDef, Value
from rules.flowchart import OUTCOMES, Flowchart, Question


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a chart, at a box; severe: a mention could not get through."""

    box: str
    sentence: str
    severe: bool


def check(chart: Flowchart) -> tuple[Problem, ...]:
    """Every problem, severe ones first. Only the plain cases of a shadowed question are seen."""
    found = [*_names(chart), *_circles(chart), *_unreachable(chart), *_shadowed(chart)]
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
                said = f"{way} leads to “{box}”, which is neither a question here nor an outcome"
                problems.append(Problem(question.id, said, True))
        problems += [Problem(question.id, said, True) for said in _faults(question, chart)]
        problems += [Problem(question.id, said, False) for said in _pointless(question)]
    return problems


def _faults(question: Question, chart: Flowchart) -> list[str]:
    conditions = [c for c in (question.yes_when, question.no_when) if c is not None]
    faults = [_fault(test, chart) for c in conditions for test in comparisons_in(c)]
    return list(dict.fromkeys(filter(None, faults)))


def _pointless(question: Question) -> list[str]:
    """Why a question need not be asked: it has one answer only, or both lead to the same box."""
    said = []
    if question.yes == question.no:
        said.append(f"yes and no both lead to “{question.yes}”")
    yes, no = question.yes_when, question.no_when
    if no is None and question.otherwise == "yes":
        said.append("can never answer no")
    elif yes is None and question.otherwise == "no":
        said.append("can never answer yes")
    elif yes is not None and no is not None and _covers(yes, no):
        said.append("its no-when can never hold: the yes-when takes those mentions first")
    return said


def _fault(test: Comparison, chart: Flowchart) -> str:
    """Why a comparison cannot be asked, or ""."""
    known = VOCABULARY.get(test.fact)
    if known is None:
        return f"asks about “{test.fact}”, which is no fact"
    if test.operator not in OPERATORS:
        return f"“{test.operator}” is no way to compare"
    if test.operator == "has":
        return _has_fault(test, known, chart)
    if test.operator in NUMERIC:
        whole = known.type == "number" and _type_of(test.value) == "number"
        return "" if whole else f"compares “{test.fact}” as a number, which it is not"
    if test.operator == "is_one_of" and not isinstance(test.value, tuple):
        return f"“{test.fact}” must be compared with a list of words"
    return _value_fault(test, known)


def _has_fault(test: Comparison, known: FactDef, chart: Flowchart) -> str:
    if known.type == "list":
        return ""
    if known.type != "text":
        return f"looks for words in “{test.fact}”, which has none"
    lists = chart.word_lists or {}
    return (
        "" if test.value in lists else f"asks for the word list “{test.value}”, which is not there"
    )


def _value_fault(test: Comparison, known: FactDef) -> str:
    for value in test.value if isinstance(test.value, tuple) else (test.value,):
        if known.choices and value not in known.choices:
            return f"“{test.fact}” can never be “{value}”"
        if known.type == "yes_no" and not isinstance(value, bool):
            return f"“{test.fact}” is either true or false, never “{value}”"
        if known.type in ("number", "text") and _type_of(value) != known.type:
            return f"“{test.fact}” is a {known.type} and can never be “{value}”"
        if known.type == "list":
            return f"“{test.fact}” is a list: ask whether it has something"
    return ""


def _type_of(value: Value) -> str:
    if isinstance(value, bool):
        return "yes_no"
    return "number" if isinstance(value, int | float) else "text"


def _follows(chart: Flowchart, box: str) -> tuple[str, ...]:
    """The questions that a box leads to."""
    question = chart.questions.get(box)
    ways = () if question is None else (question.yes, question.no)
    return tuple(b for b in dict.fromkeys(ways) if b in chart.questions)


def _circles(chart: Flowchart) -> list[Problem]:
    """The circles of a chart: from each box that is in none yet, the shortest way back to it."""
    problems = []
    named: set[str] = set()
    for box in chart.questions:
        way = () if box in named else _way_back(chart, box)
        if way:
            named.update(way)
            problems.append(Problem(box, f"the chart runs in a circle: {' → '.join(way)}", True))
    return problems


def _way_back(chart: Flowchart, box: str) -> tuple[str, ...]:
    """The shortest way from a box to itself, both ends named; () where there is none."""
    came_from: dict[str, str] = {}
    waiting = [box]
    for at in waiting:  # grows while it is read: breadth first
        for follows in _follows(chart, at):
            if follows == box:
                way = [at]
                while way[-1] != box:
                    way.append(came_from[way[-1]])
                return (*reversed(way), box)
            if follows not in came_from:
                came_from[follows] = at
                waiting.append(follows)
    return ()


def _unreachable(chart: Flowchart) -> list[Problem]:
    reached = {chart.start}
    waiting = [chart.start]
    for box in waiting:
        new = [b for b in _follows(chart, box) if b not in reached]
        reached.update(new)
        waiting += new
    return [
        Problem(box, "no path leads to this box", False)
        for box in chart.questions
        if box not in reached
    ]


def _shadowed(chart: Flowchart) -> list[Problem]:
    """Questions that can never answer yes, for an earlier one on every path took those mentions."""
    problems = []
    before = _certain_before(chart)
    for question in chart.questions.values():
        if question.yes_when is None:
            continue
        for earlier, way in before.get(question.id, frozenset()):
            asked = chart.questions[earlier]
            if way == "no" and asked.yes_when and _covers(asked.yes_when, question.yes_when):
                said = f"its yes-when can never hold: “{asked.text}” takes those mentions before"
                problems.append(Problem(question.id, said, False))
    return problems


Passed = frozenset[tuple[str, str]]


def _certain_before(chart: Flowchart) -> dict[str, Passed]:
    """For each box, the questions that every path to it passes, with the way they were left by."""
    passed: dict[str, Passed] = {chart.start: frozenset()}
    waiting = [chart.start]
    while waiting:  # each round only takes away, so it ends, in a circle too
        box = waiting.pop()
        for follows in _follows(chart, box):
            question = chart.questions[box]
            ways = {w for w, b in (("yes", question.yes), ("no", question.no)) if b == follows}
            here = passed[box] | ({(box, ways.pop())} if len(ways) == 1 else set())
            have = passed.get(follows)
            kept = here if have is None else have & here
            if kept != have:
                passed[follows] = kept
                waiting.append(follows)
    return passed


def _covers(earlier: Condition, later: Condition) -> bool:
    """Does the earlier condition surely hold whenever the later one does?"""
    if earlier == later:
        return True
    if isinstance(later, AnyOf):
        return all(_covers(earlier, part) for part in later.parts)
    if isinstance(earlier, AllOf):
        return all(_covers(part, later) for part in earlier.parts)
    if isinstance(later, AllOf) and any(_covers(earlier, part) for part in later.parts):
        return True
    if isinstance(earlier, AnyOf):
        return any(_covers(part, later) for part in earlier.parts)
    if isinstance(earlier, Comparison) and isinstance(later, Comparison):
        return earlier.fact == later.fact and _values_cover(earlier, later)
    return False


def _values_cover(earlier: Comparison, later: Comparison) -> bool:
    one, other = earlier.value, later.value
    if earlier.operator == "is_one_of" and isinstance(one, tuple):
        values = other if isinstance(other, tuple) else (other,)
        return later.operator in ("is", "is_one_of") and set(values) <= set(one)
    if isinstance(one, str | tuple | None) or isinstance(other, str | tuple | None):
        return False
    match earlier.operator, later.operator:
        case ("above", "above") | ("at_least", "at_least" | "above"):
            return other >= one
        case ("above", "at_least"):
            return other > one
        case ("below", "below") | ("at_most", "at_most" | "below"):
            return other <= one
        case ("below", "at_most"):
            return other < one
    return False
