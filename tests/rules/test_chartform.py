"""A chart as a mapping and back: nothing is lost, and what cannot be kept is not read."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.chartform import ChartFault, chart_of, condition_mapping, condition_of, mapping_of
from rules.condition import AllOf, AnyOf, Condition, Not
from rules.facts import VOCABULARY
from tests.rules.making import of

BOX = {"text": "A fault?", "yes": "forward", "no": "monitor"}
CHART = {"id": "ours", "name": "Ours", "start": "fault", "question": {"fault": BOX}}

names = st.sampled_from(sorted(VOCABULARY))
comparisons = st.one_of(
    st.builds(of, names, st.sampled_from(["is", "is_not"]), st.booleans() | st.text(max_size=9)),
    st.builds(of, names, st.sampled_from(["above", "at_most"]), st.floats(-9, 9)),
    st.builds(of, names, st.just("is_one_of"), st.lists(st.text(max_size=9)).map(tuple)),
    st.builds(of, names, st.just("has"), st.text(max_size=9)),
)
conditions: st.SearchStrategy[Condition] = st.recursive(
    comparisons,
    lambda parts: (
        st.builds(Not, parts)
        | st.lists(parts, min_size=1, max_size=3).map(lambda p: AllOf(tuple(p)))
        | st.lists(parts, min_size=1, max_size=3).map(lambda p: AnyOf(tuple(p)))
    ),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None, database=None)
@given(conditions)
def test_any_condition_survives_the_way_there_and_back(condition: Condition) -> None:
    assert condition_of("box", condition_mapping(condition)) == condition


def test_a_full_chart_survives_the_way_there_and_back() -> None:
    full: dict[str, Any] = {
        **CHART,
        "credit": "Own wording.",
        "words": {"bins": ["bin", "wheelie"]},
        "question": {
            "fault": {
                **BOX,
                "yes_when": {"fact": "text", "has": "bins"},
                "no_when": {"fact": "people", "at_least": 3},
                "otherwise": "no",
                "lean": "yes",
                "help": "Look twice.",
            }
        },
    }
    assert mapping_of(chart_of(full)) == full


def test_a_question_asks_and_leans_no_unless_told() -> None:
    question = chart_of(CHART).questions["fault"]
    assert (question.otherwise, question.lean) == ("ask", "no")


FAULTS: list[tuple[dict[str, Any], str, str]] = [
    ({**CHART, "question": {}}, "", "no questions"),
    ({**CHART, "question": {"fault": 3}}, "fault", "not a table"),
    ({k: v for k, v in CHART.items() if k != "start"}, "", "“start” is missing"),
    ({**CHART, "colour": "red"}, "", "“colour”"),
    ({**CHART, "words": ["bin"]}, "", "word lists"),
    ({**CHART, "words": {"bins": "bin"}}, "", "“bins”"),
    ({**CHART, "words": {"bins": [1]}}, "", "“bins”"),
]
BOX_FAULTS: list[tuple[dict[str, Any], str]] = [
    ({"text": ""}, "“text” is missing"),
    ({"yes": 3}, "“yes” is missing"),
    ({"maybe": "watch"}, "“maybe”"),
    ({"otherwise": "perhaps"}, "“otherwise” must be"),
    ({"lean": "ask"}, "“lean” must be"),
    ({"yes_when": "fault"}, "must be a table"),
    ({"yes_when": {"is": True}}, "“fact” is missing"),
    ({"yes_when": {"fact": "fault"}}, "needs one of"),
    ({"yes_when": {"fact": "fault", "equals": True}}, "needs one of"),
    ({"yes_when": {"fact": "tone", "above": 0, "below": 1}}, "needs one of"),
    ({"yes_when": {"fact": "tone", "is": None}}, "cannot be compared"),
    ({"yes_when": {"fact": "danger", "is_one_of": [1, 2]}}, "cannot be compared"),
    ({"yes_when": {"any": []}}, "need"),
    ({"yes_when": {"all": [{"fact": "fault", "is": True}], "fact": "tone"}}, "“fact”"),
    ({"yes_when": {"all": [], "any": []}}, "“any”"),
]


@pytest.mark.parametrize(("mapping", "box", "said"), FAULTS)
def test_a_chart_that_cannot_be_kept_whole_is_not_read(
    mapping: dict[str, Any], box: str, said: str
) -> None:
    with pytest.raises(ChartFault) as fault:
        chart_of(mapping)
    assert fault.value.box == box
    assert said in fault.value.sentence


@pytest.mark.parametrize(("changed", "said"), BOX_FAULTS)
def test_a_box_that_cannot_be_kept_whole_is_named(changed: dict[str, Any], said: str) -> None:
    with pytest.raises(ChartFault) as fault:
        chart_of({**CHART, "question": {"fault": {**BOX, **changed}}})
    assert fault.value.box == "fault"
    assert said in fault.value.sentence


def test_a_condition_nested_too_deep_is_refused() -> None:
    deep: dict[str, Any] = {"fact": "fault", "is": True}
    for _ in range(5000):
        deep = {"not": deep}
    with pytest.raises(ChartFault, match="nested more than 20 deep"):
        condition_of("fault", deep)
