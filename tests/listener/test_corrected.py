"""What officers corrected, laid over what was read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from listener.correcting import correction_of
from listener.council import Council, NamedPlace, Service
from listener.errors import NotUnderstood
from listener.mention import (
    CHOICES,
    Correction,
    Danger,
    Grade,
    Place,
    Reading,
    Said,
    ServiceGuess,
    Tone,
    What,
    Word,
)
from listener.reading.corrected import FOLLOWS, in_words, laid_over, still, was
from rules.facts import KINDS, VOCABULARY

READ = Reading(
    tone=Tone(0.2, "neutral", "nothing weighs", (Word("fine", 0.2, 1, 5),)),
    services=(ServiceGuess("Garden waste", "Waste", 0.7, "“brown bin”"),),
    places=(Place("Mill Lane", "road", "named"),),
    danger=Danger("none", "no danger words found"),
    language=Said("en", "its words"),
    kind=Said("opinion", "55% likely"),
    signals={
        "question": Said(None, "55% likely", True),
        "about_us": Said(None, "names no place of ours", False),
        "second_time": Said(True, "“again”"),
    },
    no_service=0.2,
)
COUNCIL = Council(
    "Larkford District Council",
    "Larkford",
    places=(NamedPlace("Mill Street", "road", ("the Mill",)),),
    services=(
        Service("Waste", "Missed collections", "all", ()),
        Service("Other bodies", "Water and sewers", "other: Anglian Water", ()),
    ),
)


def by_amy(what: What, value: str, more: str = "", ours: bool = True) -> Correction:
    return Correction(what, value, "Amy", more, ours)


def test_without_corrections_a_reading_is_what_it_was() -> None:
    assert laid_over(READ, ()) == READ


@pytest.mark.parametrize(
    ("label", "score"), [("negative", -0.6), ("neutral", 0), ("positive", 0.6)]
)
def test_a_corrected_tone_has_its_score_and_who_says_so(label: str, score: float) -> None:
    tone = laid_over(READ, [by_amy("tone", label)]).tone
    assert (tone.label, tone.score, tone.because, tone.words) == (label, score, "Amy says so", ())


def test_a_corrected_service_comes_first_and_is_certain() -> None:
    reading = laid_over(READ, [by_amy("service", "Missed collections", "Waste")])
    assert [s.category for s in reading.services] == ["Missed collections", "Garden waste"]
    best = reading.best
    assert best is not None
    assert (best.certainty, best.because, best.area) == (1.0, "Amy says so", "Waste")
    assert reading.no_service == 0
    assert reading.signals["about_us"] == reading.signals["ours"] == Said(True, "Amy says so")


def test_a_service_that_was_guessed_too_stands_once_and_another_body_s_is_not_ours() -> None:
    reading = laid_over(READ, [by_amy("service", "Garden waste", "Waste", ours=False)])
    assert [(s.category, s.certainty, s.ours) for s in reading.services] == [
        ("Garden waste", 1.0, False)
    ]
    assert reading.signals["ours"].value is False


def test_places_are_added_to_those_that_were_read() -> None:
    given = [by_amy("place", "Park Lane", "road"), by_amy("place", "the old mill")]
    places = laid_over(READ, given).places
    assert [(p.name, p.kind) for p in places] == [
        ("Mill Lane", "road"), ("Park Lane", "road"), ("the old mill", "place"),
    ]  # fmt: skip
    again = laid_over(READ, [by_amy("place", "Mill Lane", "road")]).places
    assert [(p.name, p.because) for p in again] == [("Mill Lane", "Amy says so")]


FACTS = {
    "complaint": {"complaint", "fault"}, "report": {"fault"}, "question": {"question"},
    "praise": {"positive"}, "thanks": {"positive"}, "news": {"notice"}, "notice": {"notice"},
    "opinion": {"venting"}, "chatter": {"venting"}, "rumour": {"doubtful_claim"},
    "abuse": {"abusive"}, "infoaccess": {"info_request"}, "political": {"political"},
}  # fmt: skip


@pytest.mark.parametrize("kind", sorted(FACTS))
def test_a_corrected_kind_brings_its_facts_and_no_other_kind_s(kind: str) -> None:
    reading = laid_over(READ, [by_amy("kind", kind)])
    assert reading.kind == Said(kind, "Amy says so")
    group = set().union(*FACTS.values())
    assert {f for f in group if reading.signals[f].value is True} == FACTS[kind]
    assert {f for f in group if reading.signals[f].value is False} == group - FACTS[kind]
    assert reading.signals["second_time"] == READ.signals["second_time"]


def test_every_kind_but_danger_can_be_said_and_every_fact_is_one_of_the_charts() -> None:
    assert set(CHOICES["kind"]) == set(FOLLOWS) == set(KINDS) - {"danger"}
    assert {fact for facts in FOLLOWS.values() for fact in facts} <= set(VOCABULARY)


@pytest.mark.parametrize("grade", ["person", "hazard"])
def test_a_danger_that_an_officer_sees_is_sure(grade: Grade) -> None:
    doubtful = replace(READ, danger=Danger("words", "“live”", "electric", sure=False, likely=False))
    reading = laid_over(doubtful, [by_amy("danger", grade)])
    assert reading.danger == Danger(grade, "Amy says so", "electric")
    assert reading.kind.value == "danger"
    said_too = laid_over(doubtful, [by_amy("kind", "report"), by_amy("danger", grade)])
    assert said_too.kind.value == "report"


def test_no_danger_leaves_no_words_of_danger_behind() -> None:
    words = replace(READ, danger=Danger("words", "“dead”", "adult", (Word("dead"),), sure=False))
    assert laid_over(words, [by_amy("danger", "none")]).danger == Danger("none", "Amy says so")


def test_what_was_is_told_in_words() -> None:
    service = by_amy("service", "Missed collections", "Waste")
    assert in_words(service, was(READ, "service")) == (
        "corrected the service: Missed collections, was Garden waste"
    )
    nothing = replace(READ, services=())
    assert in_words(service, was(nothing, "service")).endswith(", was none")
    assert in_words(by_amy("tone", "negative"), was(READ, "tone")) == (
        "corrected the tone: annoyed, was neutral"
    )
    assert in_words(by_amy("place", "Park Lane"), was(READ, "place")) == (
        "corrected the place: Park Lane added"
    )
    assert in_words(by_amy("danger", "person"), was(READ, "danger")) == (
        "corrected the danger: a person at risk, was no danger"
    )


@pytest.mark.parametrize(
    ("said", "old", "new", "stands"),
    [("none", "none", "person", False), ("none", "none", "words", True),
     ("words", "none", "hazard", False), ("hazard", "none", "person", False),
     ("person", "none", "hazard", True), ("none", "person", "person", True)],
)  # fmt: skip
def test_no_word_of_an_old_text_hides_a_danger_that_a_new_text_names(
    said: str, old: Grade, new: Grade, stands: bool
) -> None:
    tone, danger = by_amy("tone", "negative"), by_amy("danger", said)
    assert still([tone, danger], old, new) == ((tone, danger) if stands else (tone,))


def test_corrections_are_understood_by_id_by_words_and_by_nickname() -> None:
    def made(what: str, value: str) -> Correction:
        return correction_of(what, value, "Amy", COUNCIL)

    assert made("tone", "Annoyed") == made("tone", "negative") == by_amy("tone", "negative")
    assert made("service", "missed collections") == by_amy("service", "Missed collections", "Waste")
    assert not made("service", "Water and sewers").ours
    assert made("place", " the  mill ") == by_amy("place", "Mill Street", "road")
    assert made("place", "behind the chapel") == by_amy("place", "behind the chapel", "place")


@pytest.mark.parametrize(
    ("what", "value", "known"),
    [("tone", "furious", "negative, neutral, positive"), ("kind", "danger", "infoaccess"),
     ("danger", "high", "person, hazard, words, none"),
     ("service", "Dragons", "Missed collections, Water and sewers"),
     ("place", " ", "A place is a name"), ("place", "x" * 101, "A place is a name"),
     ("mood", "blue", "tone, service, place, kind, danger")],
)  # fmt: skip
def test_what_is_not_known_is_refused_with_what_is(what: str, value: str, known: str) -> None:
    with pytest.raises(NotUnderstood, match=known):
        correction_of(what, value, "Amy", COUNCIL)
