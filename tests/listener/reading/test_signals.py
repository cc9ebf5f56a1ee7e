"""The yes and no that a chart asks about: each with its reason, the unsure ones with a leaning."""

from __future__ import annotations

import pytest

from listener.council import Council, Member
from listener.mention import Heard
from listener.reading import MentionReader
from listener.reading.facts import Around, facts_of
from listener.reading.signals import SURE, raised, told
from rules.facts import KINDS, VOCABULARY
from tests.listener.reading.making import Read, reading_by

POSTS = [
    "", "Bins missed again in Mill Street, third week running, I reported it twice",
    "Under the Freedom of Information Act please disclose what the council spent on cones",
    "What time does the leisure centre open on Sunday?", "Thank you for fixing our street light",
    "Vote them out in May, this Labour council has to go", "You are all corrupt scumbags, rot",
    "Road closed in Park Lane from Monday until Friday", "They are selling the library, you watch",
    "Walsbury have gritted every hill and look at their market", "Is this about the planters?",
    "Potholes so big you could fish in them, ha", "ਗੈਸ ਲੀਕ ਹੋ ਰਹੀ ਹੈ", "The gull ate my chips",
]  # fmt: skip


@pytest.mark.parametrize("text", POSTS)
def test_what_is_known_has_a_reason_and_what_is_unknown_leans_too(read: Read, text: str) -> None:
    signals = read(text).signals
    for name, said in signals.items():
        assert said.because.strip(), name
        assert VOCABULARY[name].type == "yes_no"
        assert isinstance(said.leaning if said.value is None else said.value, bool), name
        assert said.value is None or said.leaning is None, name


@pytest.mark.parametrize("text", POSTS)
def test_every_fact_of_a_reading_is_one_that_a_chart_may_ask(read: Read, text: str) -> None:
    facts = facts_of(Heard("1", "", text), read(text), Around(source="Voice"))
    assert {name for name in VOCABULARY if not facts[name].because} == set()
    assert read(text).kind.value in KINDS


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("info_request", POSTS[2]), ("question", POSTS[3]), ("political", POSTS[5]),
        ("second_time", POSTS[1]), ("positive", POSTS[4]), ("about_us", POSTS[1]),
        ("complaint", POSTS[1]), ("fault", "There is a pothole in Park Lane by number 12"),
        ("known_false_claim", "So the library is being sold for flats"),
        ("names_politician", "Ask Osric Pennyfarthing about that"),
        ("names_person", "Ask Osric Pennyfarthing about that"),
    ],
)  # fmt: skip
def test_plain_words_for_a_fact_make_it_so_or_lean_that_way(
    read: Read, name: str, text: str
) -> None:
    said = read(text).signals[name]
    assert said.value is True or said.leaning is True, said


def test_a_phrase_of_the_lists_is_named_in_the_reason(read: Read) -> None:
    assert "“freedom of information”" in read(POSTS[2]).signals["info_request"].because.lower()
    assert "“third week running”" in read(POSTS[1]).signals["second_time"].because


def test_a_neighbour_s_affairs_are_less_ours_than_our_own(read: Read) -> None:
    said = read("The pool in Walsbury is shut").signals["about_us"]
    assert "Walsbury, which is not ours" in said.because
    assert said.value is not True


def test_our_handle_makes_it_ours_and_a_longer_one_does_not(read: Read) -> None:
    post = "{} the gull ate my chips"
    named = read(post.format("@BrackenfordMBC"), channel="x").signals["about_us"].because
    assert "names “@brackenfordmbc”" in named
    for other in ("@BrackenfordMBC_fans", "gull@brackenfordmbc.example"):
        said = read(post.format(other), channel="x").signals["about_us"].because
        assert "names no place of ours" in said


def test_what_a_member_or_a_report_site_wrote_is_about_us(read: Read) -> None:
    member = read("Glad to see it", author_is="member").signals
    report = read("It is broken", channel="report_site", already_routed=True).signals
    assert member["about_us"].value is True
    assert (report["about_us"].value, report["fault"].value) == (True, True)


@pytest.mark.parametrize(
    ("likely", "value", "leaning"),
    [(0.0, False, None), (1 - SURE, False, None), (0.3, None, False), (0.5, None, True),
     (SURE - 0.01, None, True), (SURE, True, None), (1.0, True, None)],
)  # fmt: skip
def test_only_what_is_likely_enough_is_claimed(
    likely: float, value: bool | None, leaning: bool | None
) -> None:
    said = told(likely, "asks something", lambda: "“why”: ")
    assert (said.value, said.leaning) == (value, leaning)
    assert "likely that it asks something" in said.because
    assert (f"{likely:.0%}" in said.because) is (value is not False)


def test_evidence_raises_a_likelihood_and_never_past_certainty() -> None:
    assert 0.5 < raised(0.5, 1.5) < 1
    assert 0 < raised(0.0, 1.5) < 0.01
    assert 0.99 < raised(1.0, 1.5) <= 1


def test_a_possible_danger_comes_before_any_other_kind(read: Read) -> None:
    reading = read("Strong smell of gas outside the library, is it open?")
    assert reading.kind.value == "danger"
    assert reading.kind.because == reading.danger.because


def test_a_member_is_known_by_title_and_surname() -> None:
    council = Council("Netherby Council", "Netherby", members=(Member("Ada Thistlewick"),))
    read = reading_by(MentionReader(council))
    assert read("so cllr thistlewick says no").signals["names_politician"].value is True


@pytest.mark.parametrize(
    "text",
    [
        "Not been gritted",
        "still not gritted Mill Lane",
        "Has anybody seen a gritter on Ridge Lane? Snow and black ice the whole way",
        "Is the hill being gritted tonight? It is lethal out there",
        "Ungritted. Half past six. Minus five. Well done all",
        "our bins not been collected, as per",
    ],
)
def test_a_short_remark_that_says_what_is_wrong_is_no_chatter(read: Read, text: str) -> None:
    kind = read(text).kind
    assert kind.value in ("report", "complaint", "question")
    assert kind.because.strip()


def test_a_remark_on_the_snow_stays_chatter(read: Read) -> None:
    assert read("snowman in the park with a traffic cone for a hat, ha").kind.value == "chatter"
