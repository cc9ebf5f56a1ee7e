"""Turns a mapping (as a chart file holds it) into a Flowchart, and back, without loss."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from rules.condition import OPERATORS, AllOf, AnyOf, Comparison, Condition, Not
from rules.facts import Value
from rules.flowchart import Flowchart, Otherwise, Question

DEEPEST = 20  # a condition that a person can still read is three deep


class ChartFault(Exception):
    """A chart that cannot be built: which box, and what is wrong with it."""

    def __init__(self, box: str, sentence: str) -> None:
        super().__init__(f"{box}: {sentence}" if box else sentence)
        self.box = box
        self.sentence = sentence


def chart_of(mapping: Mapping[str, Any]) -> Flowchart:
    """Builds a chart. Raises ChartFault for the first thing that cannot be read."""
    _known(mapping, {"id", "name", "start", "credit", "words", "question"}, "")
    boxes = mapping.get("question")
    if not isinstance(boxes, Mapping) or not boxes:
        raise ChartFault("", "the chart has no questions")
    start = _text(mapping, "start", "")
    questions = {str(box): _question(str(box), given) for box, given in boxes.items()}
    words = mapping.get("words", {})
    if not isinstance(words, Mapping):
        raise ChartFault("", "the word lists must be a table of lists")
    lists = {str(name): _strings(name, given) for name, given in words.items()}
    return Flowchart(
        id=_text(mapping, "id", ""),
        name=_text(mapping, "name", ""),
        start=start,
        questions=questions,
        credit=str(mapping.get("credit", "")),
        word_lists=lists or None,
    )


def _text(mapping: Mapping[str, Any], key: str, box: str) -> str:
    value = mapping.get(key)
    if not isinstance(value, str) or not value.strip():
        raise ChartFault(box, f"“{key}” is missing")
    return str(value)


def _strings(name: object, given: object) -> tuple[str, ...]:
    if not isinstance(given, list | tuple) or not all(isinstance(w, str) for w in given):
        raise ChartFault("", f"the word list “{name}” must be a list of words")
    return tuple(str(w) for w in given)


def _question(box: str, given: object) -> Question:
    if not isinstance(given, Mapping):
        raise ChartFault(box, "this box is not a table")
    _known(given, {"text", "yes", "no", "yes_when", "no_when", "otherwise", "lean", "help"}, box)
    otherwise = str(given.get("otherwise", "ask"))
    lean = str(given.get("lean", "no"))
    if otherwise not in ("yes", "no", "ask"):
        raise ChartFault(box, f"“otherwise” must be yes, no or ask, not {otherwise}")
    if lean not in ("yes", "no"):
        raise ChartFault(box, f"“lean” must be yes or no, not {lean}")
    return Question(
        id=box,
        text=_text(given, "text", box),
        yes=_text(given, "yes", box),
        no=_text(given, "no", box),
        yes_when=_optional(box, given.get("yes_when")),
        no_when=_optional(box, given.get("no_when")),
        otherwise=cast(Otherwise, otherwise),
        lean="yes" if lean == "yes" else "no",
        help=str(given.get("help", "")),
    )


def _optional(box: str, given: object) -> Condition | None:
    return None if given is None else condition_of(box, given)


def condition_of(box: str, given: object, depth: int = 0) -> Condition:
    """One condition. Forms: {fact, is|above|…}, {all: […]}, {any: […]}, {not: …}."""
    if depth > DEEPEST:
        raise ChartFault(box, f"a condition is nested more than {DEEPEST} deep")
    if not isinstance(given, Mapping):
        raise ChartFault(box, 'a condition must be a table such as { fact = "tone", below = 0 }')
    for word in ("all", "any", "not"):
        if word in given:
            _known(given, {word}, box)
            return _joined(box, word, given[word], depth + 1)
    return _test(box, given)


def _joined(box: str, word: str, parts: object, depth: int) -> Condition:
    if word == "not":
        return Not(condition_of(box, parts, depth))
    if not isinstance(parts, list | tuple) or not parts:
        raise ChartFault(box, f"“{word}” needs a list of conditions")
    built = tuple(condition_of(box, p, depth) for p in parts)
    return AllOf(built) if word == "all" else AnyOf(built)


def _known(given: Mapping[str, Any], known: set[str], box: str) -> None:
    """Nothing unknown is dropped in silence: what we cannot keep, we do not read."""
    unknown = sorted(set(map(str, given)) - known)
    if unknown:
        raise ChartFault(box, f"does not know “{unknown[0]}” (known: {', '.join(sorted(known))})")


def _test(box: str, given: Mapping[str, Any]) -> Comparison:
    fact = _text(given, "fact", box)
    asked = [key for key in given if key != "fact"]
    if len(asked) != 1 or asked[0] not in OPERATORS:
        raise ChartFault(box, f"the condition on “{fact}” needs one of: {', '.join(OPERATORS)}")
    return Comparison(fact, asked[0], _value(box, fact, given[asked[0]]))


def _value(box: str, fact: str, value: object) -> Value:
    match value:
        case bool():
            return bool(value)
        case int() | float():
            return float(value)
        case str():
            return str(value)
        case list() | tuple() if all(isinstance(v, str) for v in value):
            return tuple(str(v) for v in value)
    raise ChartFault(box, f"the condition on “{fact}” has a value that cannot be compared")


def mapping_of(chart: Flowchart) -> dict[str, Any]:
    """The chart as a mapping; chart_of gives the same chart back."""
    mapping: dict[str, Any] = {"id": chart.id, "name": chart.name, "start": chart.start}
    if chart.credit:
        mapping["credit"] = chart.credit
    if chart.word_lists:
        mapping["words"] = {name: list(words) for name, words in chart.word_lists.items()}
    mapping["question"] = {q.id: _question_mapping(q) for q in chart.questions.values()}
    return mapping


def _question_mapping(question: Question) -> dict[str, Any]:
    mapping: dict[str, Any] = {"text": question.text, "yes": question.yes, "no": question.no}
    if question.yes_when is not None:
        mapping["yes_when"] = condition_mapping(question.yes_when)
    if question.no_when is not None:
        mapping["no_when"] = condition_mapping(question.no_when)
    mapping["otherwise"] = question.otherwise
    mapping["lean"] = question.lean
    if question.help:
        mapping["help"] = question.help
    return mapping


def condition_mapping(condition: Condition) -> dict[str, Any]:
    """One condition as a mapping."""
    match condition:
        case AllOf(parts):
            return {"all": [condition_mapping(p) for p in parts]}
        case AnyOf(parts):
            return {"any": [condition_mapping(p) for p in parts]}
        case Not(part):
            return {"not": condition_mapping(part)}
        case Comparison(fact, operator, value):
            return {"fact": fact, operator: _plain(value)}
    raise ChartFault("", f"{condition!r} is no condition")


def _plain(value: Value) -> Any:
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)  # people write 3, not 3.0
    return value
