"""Chart files: what we ship is sound, faults have their line, and writing keeps the comments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from listener import charts
from listener.errors import NotFound
from rules.check import check
from rules.condition import Comparison
from rules.facts import Fact, Facts, Value
from rules.flowchart import OUTCOMES, Answer, Flowchart, Question, walk

SMALL = """# What the team agreed in May.
id = "small"
name = "Small"
start = "fault"

[words]
bins = ["bin", "wheelie"]  # as residents say it

# The one question that we ask.
[question.fault]
text = "A fault?"
yes = "forward"
no = "monitor"
yes_when = { fact = "text", has = "bins" }  # only bins for now
otherwise = "no"
lean = "no"
"""


def small() -> Flowchart:
    chart = charts.read_chart(SMALL).chart
    assert chart is not None
    return chart


def test_three_charts_come_with_the_app() -> None:
    assert charts.shipped() == ("classic", "council", "emergency")


@pytest.mark.parametrize("name", charts.shipped())
def test_a_shipped_chart_is_sound_and_credited(name: str) -> None:
    chart = charts.load(name)
    assert check(chart) == ()
    assert chart.credit
    assert chart.id == name


@pytest.mark.parametrize("name", charts.shipped())
def test_a_shipped_chart_is_the_same_after_writing_and_reading(name: str) -> None:
    chart = charts.load(name)
    assert charts.read_chart(charts.write_chart(chart)).chart == chart


def test_a_chart_that_we_do_not_ship_is_refused_by_name() -> None:
    with pytest.raises(NotFound, match="There is no chart winter"):
        charts.load("winter")


@pytest.mark.parametrize("name", charts.shipped())
@pytest.mark.parametrize("unkind", ["malicious", "rant", "victimis", "misguided", "troll"])
def test_no_screen_word_of_a_chart_is_unkind(name: str, unkind: str) -> None:
    said = " ".join(q.text + q.help for q in charts.load(name).questions.values()).lower()
    assert unkind not in said


def test_comments_and_order_stay_when_a_chart_is_written_over_its_file() -> None:
    assert charts.write_chart(small(), SMALL) == SMALL


def test_only_what_changed_is_rewritten() -> None:
    chart = small()
    changed = replace(chart.questions["fault"], yes="answer", help="Look twice.")
    written = charts.write_chart(replace(chart, questions={"fault": changed}), SMALL)
    assert "# What the team agreed in May." in written
    assert "# The one question that we ask." in written
    assert "# as residents say it" in written
    assert "# only bins for now" in written
    assert charts.read_chart(written).chart == replace(chart, questions={"fault": changed})


def test_boxes_are_added_and_taken_away() -> None:
    chart = small()
    thanked = Comparison("positive", "is", True)
    second = Question("second", "Thanks?", "join_in", "no_reply", thanked)
    both = {"fault": replace(chart.questions["fault"], no="second"), "second": second}
    two = replace(chart, questions=both, word_lists={"bins": ("bin",), "kind": ("ta",)})
    written = charts.write_chart(two, SMALL)
    assert charts.read_chart(written).chart == two
    assert charts.read_chart(charts.write_chart(chart, written)).chart == chart


def test_a_box_with_an_odd_name_survives() -> None:
    odd = replace(small().questions["fault"], id="is it “ours”. now?")
    chart = replace(small(), start=odd.id, questions={odd.id: odd})
    assert charts.read_chart(charts.write_chart(chart)).chart == chart
    assert charts.read_chart(charts.write_chart(chart, SMALL)).chart == chart


FAULTS = [
    ('yes = "forward"', "yes = forward", 12, "", "is not TOML"),
    ('yes = "forward"', 'yes = "forwards"', 10, "fault", "forwards"),
    ('yes = "forward"', "", 10, "fault", "“yes” is missing"),
    ('has = "bins"', 'has = "tins"', 10, "fault", "tins"),
    ('fact = "text"', 'fact = "rain"', 10, "fault", "rain"),
    ('lean = "no"', 'lean = "maybe"', 10, "fault", "“lean”"),
    ('start = "fault"', 'start = "first"', 0, "first", "starts at a box"),
    ("[question.fault]", "[questions.fault]", 0, "", "“questions”"),
]


@pytest.mark.parametrize(("was", "now", "line", "box", "said"), FAULTS)
def test_a_fault_has_its_line_and_box(was: str, now: str, line: int, box: str, said: str) -> None:
    read = charts.read_chart(SMALL.replace(was, now, 1))
    assert not read.sound
    first = read.faults[0]
    assert (first.line, first.box) == (line, box)
    assert said in first.sentence


@pytest.mark.parametrize(
    "text", ["", "\x00", "a = " + "[" * 5000, "[question]\nfault = 3", 'id = "a"\nid = "b"', "="]
)
def test_no_file_raises(text: str) -> None:
    read = charts.read_chart(text)
    assert read.chart is None
    assert read.faults


def test_a_mark_at_the_start_and_windows_line_ends_are_read() -> None:
    assert charts.read_chart("\ufeff" + SMALL.replace("\n", "\r\n")).chart == small()


# The Council chart, box by box, over a mention about us in which nothing else was found.

QUIET: dict[str, Value] = {
    "danger": "none", "about_us": True, "info_request": False, "abusive": False,
    "political": False, "names_politician": False, "pre_election": False, "consultation": False,
    "positive": False, "invites_reply": False, "notice": False, "doubtful_claim": False,
    "known_false_claim": False, "question": False, "fault": False, "complaint": False,
    "second_time": False, "venting": False, "ours": None, "already_routed": False,
    "open_issue": False, "people": 1.0, "certainty": 0.0,
    "channel": "facebook_group",
}  # fmt: skip
FAULT = {"fault": True, "complaint": True, "ours": True, "certainty": 0.8}


def outcome(chart: str, **known: Value) -> str:
    """The outcome's id, or “asks <question>: <guess>” where the officer is asked."""
    facts = Facts({n: Fact(v, f"{n} was read") for n, v in {**QUIET, **known}.items()})
    verdict = walk(charts.load(chart), facts)
    assert verdict.fault == ""
    assert verdict.guess in OUTCOMES
    return verdict.outcome or f"asks {verdict.asks}: {verdict.guess}"


COUNCIL: list[tuple[str, Mapping[str, Value], str]] = [
    ("a person at risk", {"danger": "person"}, "urgent"),
    ("a hazard", {"danger": "hazard", "positive": True}, "urgent"),
    ("danger words only", {"danger": "words", **FAULT}, "forward"),
    ("perhaps a danger", {"danger": None, **FAULT}, "asks g_risk: forward"),
    ("another town", {"about_us": False}, "out_of_scope"),
    ("no town named", {"about_us": None}, "asks g_scope: evaluate"),
    ("a request for information", {"info_request": True}, "rights"),
    ("abuse", {"abusive": True}, "moderate"),
    ("a party's words", {"political": True}, "neutral_line"),
    ("a member, before an election", {"names_politician": True, "pre_election": True},
     "neutral_line"),
    ("a fault, before an election", {"pre_election": True, **FAULT}, "forward"),
    ("a member, at any other time", {"names_politician": True, **FAULT}, "forward"),
    ("a view on a proposal", {"consultation": True, "positive": True}, "consultation"),
    ("praise", {"positive": True}, "no_reply"),
    ("thanks", {"positive": True, "invites_reply": True}, "join_in"),
    ("news", {"notice": True}, "no_reply"),
    ("a doubtful claim", {"doubtful_claim": True}, "watch"),
    ("a doubtful claim of three", {"doubtful_claim": True, "people": 3.0}, "correct"),
    ("a known false claim", {"known_false_claim": True}, "correct"),
    ("a question", {"question": True}, "answer"),
    ("a first report", {**FAULT, "complaint": False}, "forward"),
    ("a second time of asking", {**FAULT, "second_time": True}, "complaint_route"),
    ("perhaps a second time", {**FAULT, "second_time": None}, "asks complaint: forward"),
    ("another body's fault", {**FAULT, "ours": False}, "signpost"),
    ("nobody knows whose fault", {**FAULT, "ours": None}, "asks ours: forward"),
    ("on a report site, in words we do not know", {"channel": "report_site"}, "forward"),
    ("on a report site, another body's",
     {"channel": "report_site", "ours": False, "certainty": 0.8}, "signpost"),
    ("covered by an open issue", {**FAULT, "open_issue": True}, "attach"),
    ("with the service already", {**FAULT, "already_routed": True}, "attach"),
    ("unhappy with nothing we know", {"complaint": True}, "asks service: forward"),
    ("letting off steam", {"venting": True}, "monitor"),
    ("letting off steam, unhappy", {"venting": True, "complaint": True}, "monitor"),
    ("nothing at all", {}, "evaluate"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "known", "expected"), COUNCIL, ids=[c[0] for c in COUNCIL])
def test_the_council_chart(what: str, known: Mapping[str, Value], expected: str) -> None:
    assert outcome("council", **known) == expected


SWALLOWED: list[tuple[str, Mapping[str, Value], str]] = [
    ("a rights request in a busy thread",
     {"info_request": True, "open_issue": True, "people": 40.0, **FAULT}, "rights"),
    ("a rights request that names no place",
     {"info_request": True, "about_us": False}, "asks g_scope: rights"),
    ("abuse in a question", {"abusive": True, "question": True}, "moderate"),
    ("a false claim that names a service", {"known_false_claim": True, **FAULT}, "correct"),
    ("a false claim, told as news", {"known_false_claim": True, "notice": True}, "correct"),
    ("a false claim, told as good news", {"known_false_claim": True, "positive": True}, "correct"),
    ("a question in a thank you", {"positive": True, "question": True}, "answer"),
    ("a fault in a thank you", {"positive": True, **FAULT}, "forward"),
    ("a fault that names no place", {"about_us": False, **FAULT}, "asks g_scope: forward"),
    ("a vague word of a fault, elsewhere",
     {"about_us": False, **FAULT, "certainty": 0.4}, "out_of_scope"),
    ("a fault in a joke", {"venting": True, **FAULT}, "forward"),
    ("danger in a request for information", {"danger": "person", "info_request": True}, "urgent"),
    ("danger in another town", {"danger": "person", "about_us": False}, "urgent"),
    ("a rights request in abuse", {"info_request": True, "abusive": True}, "rights"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "known", "expected"), SWALLOWED, ids=[s[0] for s in SWALLOWED])
def test_no_box_swallows_what_another_is_for(
    what: str, known: Mapping[str, Value], expected: str
) -> None:
    assert outcome("council", **known) == expected


EMERGENCY: list[tuple[str, Mapping[str, Value], str]] = [
    ("a person at risk", {"danger": "person"}, "urgent"),
    ("another town", {"about_us": False}, "out_of_scope"),
    ("no town named", {"about_us": None, **FAULT}, "forward"),
    ("a request for information", {"info_request": True, "open_issue": True}, "rights"),
    ("abuse", {"abusive": True}, "moderate"),
    ("a doubtful claim", {"doubtful_claim": True}, "watch"),
    ("a doubtful claim of two", {"doubtful_claim": True, "people": 2.0}, "correct"),
    ("a question that the line answers", {"question": True, "open_issue": True}, "attach"),
    ("a fault that the line answers", {**FAULT, "open_issue": True}, "attach"),
    ("thanks beside an open issue", {"positive": True, "open_issue": True}, "evaluate"),
    ("a new question", {"question": True}, "answer"),
    ("a new fault", FAULT, "forward"),
    ("another body's fault", {**FAULT, "ours": False}, "signpost"),
    ("nothing at all", {}, "evaluate"),
]


@pytest.mark.parametrize(("what", "known", "expected"), EMERGENCY, ids=[e[0] for e in EMERGENCY])
def test_the_emergency_chart(what: str, known: Mapping[str, Value], expected: str) -> None:
    assert outcome("emergency", **known) == expected


CLASSIC: list[tuple[str, Mapping[str, Value], str]] = [
    ("thanks", {"positive": True, "invites_reply": True}, "join_in"),
    ("praise", {"positive": True}, "no_reply"),
    ("written to attack", {"abusive": True}, "monitor"),
    ("letting off steam", {"venting": True, **FAULT}, "monitor"),
    ("wrong facts", {"doubtful_claim": True}, "correct"),
    ("unhappy", {"complaint": True}, "forward"),
    ("nothing at all", {}, "evaluate"),
]


@pytest.mark.parametrize(("what", "known", "expected"), CLASSIC, ids=[c[0] for c in CLASSIC])
def test_the_classic_chart(what: str, known: Mapping[str, Value], expected: str) -> None:
    assert outcome("classic", **known) == expected


def test_the_classic_chart_has_six_questions_and_six_outcomes() -> None:
    questions = charts.load("classic").questions
    ends = {b for q in questions.values() for b in (q.yes, q.no)} - set(questions)
    assert len(questions) == 6
    assert ends == {"join_in", "no_reply", "monitor", "correct", "forward", "evaluate"}


GRAPH = """g_risk urgent g_scope|g_scope g_legal out_of_scope|g_legal rights abuse|
abuse moderate g_political|g_political neutral_line consult|consult consultation positive|
positive reply_pos notice|notice reply_pos wrong|reply_pos join_in no_reply|
wrong wrong_spread ask|wrong_spread correct watch|ask answer service|service ours ranting|
ours complaint signpost|complaint complaint_route g_dupe|g_dupe attach forward|
ranting monitor evaluate"""


def test_the_council_chart_has_the_seventeen_boxes_in_order_and_every_outcome() -> None:
    chart = charts.load("council")
    drawn = [tuple(line.split()) for line in GRAPH.split("|")]
    assert [(q.id, q.yes, q.no) for q in chart.questions.values()] == drawn
    assert {b for _, *ends in drawn for b in ends} - set(chart.questions) == set(OUTCOMES)


def test_no_danger_found_is_never_a_flat_no() -> None:
    because = "none of our danger words found; you judge"
    facts = Facts({"danger": Fact("none", because), "about_us": Fact(True, "names us")})
    first = walk(charts.load("council"), facts).steps[0]
    assert (first.question, first.answer, first.because) == ("g_risk", Answer.NO, because)
