"""Possible danger: grave words are flagged, figures of speech are not, and nothing is promised."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from listener.mention import Danger, Heard
from listener.reading import danger
from listener.reading.facts import Around, facts_of
from listener.reading.model import Weighed
from listener.reading.normal import plain_of
from listener.reading.phrases import Hit
from listener.reading.words import dangers
from tests.listener.reading.making import Read

EXPLICIT = [
    ("self harm", "person", "I cannot see a way out any more, I want to die", "want to die"),
    ("child", "person", "There is a toddler alone in the street outside number 9", "toddler alone"),
    ("adult", "person", "My neighbour has not been seen for days, curtains shut",
     "not been seen for days"),
    ("staff", "person", "He threatened the warden and spat at her by the shops",
     "threatened the warden"),
    ("threat", "person", "A man with a machete is outside the library", "machete"),
    ("gas", "hazard", "Strong smell of gas by the shops on Mill Street", "smell of gas"),
    ("electric", "hazard", "Exposed cables sparking on the corner", "exposed cables"),
    ("fire", "hazard", "Somebody set fire to the hut in the park", "set fire"),
    ("water", "hazard", "The river has burst its banks and is at our doors", "river has burst"),
    ("collapse", "hazard", "That wall has collapsed onto the footpath", "wall has collapsed"),
    ("road", "hazard", "Manhole cover missing in the middle of Park Lane", "manhole cover missing"),
    ("needles", "hazard", "Used syringes left on the path to the nursery", "syringes"),
    ("hate", "person", "They were racially abused on the 14 bus", "racially abused"),
]  # fmt: skip
FIGURES = [
    "I could kill for a proper cup of tea in that café",
    "My feet are killing me after the walk to the tip",
    "Bored to death by the budget meeting",
    "Whoever designed this junction should be shot",
    "The post room looks like a bomb hit it",
    "The new app is murder on my thumbs",
]
HARMLESS = [
    "When does the garden waste collection start again?",
    "Thank you for the lovely flower beds outside the station",
    "The library is now open on Sundays from ten",
]


def test_there_is_a_sentence_for_each_grave_type_of_the_lists() -> None:
    grave = {name.replace("_", " ") for name, grade, _ in dangers() if grade != "words"}
    assert {kind for kind, *_ in EXPLICIT} == grave


@pytest.mark.parametrize(("kind", "grade", "text", "phrase"), EXPLICIT)
def test_an_explicit_phrase_is_flagged_with_its_words_as_the_reason(
    read: Read, kind: str, grade: str, text: str, phrase: str
) -> None:
    found = read(text).danger
    assert (found.grade, found.type) == (grade, kind)
    assert f"“{phrase}”" in found.because
    first = next(w for w in found.words if w.word == phrase)
    assert f"\n{text}"[first.start : first.end].lower() == phrase


@pytest.mark.parametrize("text", FIGURES)
def test_a_figure_of_speech_is_no_danger_and_is_called_one(read: Read, text: str) -> None:
    found = read(text).danger
    assert (found.grade, found.type) == ("words", "figure")
    assert "figure of speech; you judge" in found.because


@pytest.mark.parametrize("text", HARMLESS)
def test_a_harmless_text_is_not_said_to_be_safe(read: Read, text: str) -> None:
    assert read(text).danger == Danger("none", danger.NOTHING)


@pytest.mark.parametrize("text", ["ਗੈਸ ਲੀਕ ਹੋ ਰਹੀ ਹੈ ਸਕੂਲ ਦੇ ਬਾਹਰ", "گھر میں آگ لگی ہے مدد کریں"])
def test_a_text_in_letters_that_we_do_not_read_is_said_to_be_so(read: Read, text: str) -> None:
    found = read(text).danger
    assert found.grade == "none"
    assert "letters that we do not read; you judge" in found.because


def test_a_danger_phrase_counts_among_letters_that_we_do_not_read(read: Read) -> None:
    assert (
        read("گھر کے باہر gas leak smell of gas مدد کریں براہ کرم جلدی کریں").danger.grade != "none"
    )


def test_mild_words_alone_are_named_and_left_to_the_officer(read: Read) -> None:
    found = read("Is the hospital bus running on Sunday?").danger
    assert (found.grade, found.because) == ("words", "danger words only: “hospital”; you judge")


class FakeWeighed:
    """A text that lies so far beyond the border of gas, and of nothing else."""

    def __init__(self, beyond: float) -> None:
        self._beyond = beyond

    def labels(self, _task: str) -> tuple[str, ...]:
        return ("none", "hazard:gas", "person:child")

    def scores(self, _task: str) -> list[float]:
        return [1.0, self._beyond, -3.0]

    def because(self, _task: str, label: str, _most: int) -> tuple[str, ...]:
        return (f"words of {label}",)


@pytest.mark.parametrize(
    ("beyond", "grade", "sure", "likely"),
    [(danger.SURE, "hazard", True, True), (danger.LIKELY, "hazard", False, True),
     (danger.FLAGGED, "hazard", False, False), (danger.FLAGGED - 0.01, "none", True, True)],
)  # fmt: skip
def test_the_further_beyond_the_border_the_surer(
    beyond: float, grade: str, sure: bool, likely: bool
) -> None:
    found = judged(beyond)
    assert (found.grade, found.sure, found.likely) == (grade, sure, likely)
    assert ("we are not sure" in found.because) == (not sure)
    assert ("“words of hazard:gas”" in found.because) == (grade == "hazard")


def test_a_listed_phrase_lifts_and_a_figure_of_speech_lowers() -> None:
    just_under = danger.FLAGGED - 0.01
    assert judged(just_under, {"danger:gas": [Hit("gas leak", 1, 9)]}).grade == "hazard"
    assert judged(danger.SURE, {"figure": [Hit("killing me", 1, 11)]}).type == "figure"


def test_a_phrase_inside_a_figure_of_speech_is_no_phrase() -> None:
    hits = {"danger:threat": [Hit("kill them", 1, 10)], "figure": [Hit("kill them softly", 1, 17)]}
    assert judged(danger.FLAGGED - 0.01, hits).type == "figure"


def judged(beyond: float, hits: dict[str, list[Hit]] | None = None) -> Danger:
    weighed = cast(Weighed, FakeWeighed(beyond))
    return danger.danger_of(hits or {}, weighed, plain_of("", "Some words"))


@pytest.mark.parametrize(
    ("sure", "likely", "value", "leaning"),
    [(True, True, "hazard", None), (False, True, None, "hazard"), (False, False, None, "words")],
)
def test_only_a_sure_danger_is_a_fact_and_the_others_lean(
    read: Read, sure: bool, likely: bool, value: str | None, leaning: str | None
) -> None:
    found = Danger("hazard", "why", "gas", (), sure, likely)
    reading = replace(read("Anything"), danger=found)
    fact = facts_of(Heard("1", "", "Anything"), reading, Around())["danger"]
    assert (fact.value, fact.leaning) == (value, leaning)


ROAD = ["hazard:road", "person:child"]


class FakeRoad(FakeWeighed):
    """A text that lies beyond the border of a road's dangers, or of one of a person's."""

    def __init__(self, road: float, person: float = -3.0) -> None:
        self._of = [1.0, road, person]

    def labels(self, _task: str) -> tuple[str, ...]:
        return ("none", *ROAD)

    def scores(self, _task: str) -> list[float]:
        return self._of


UNTREATED = {"untreated": [Hit("not been treated", 1, 17)]}


def of_road(road: FakeRoad, hits: dict[str, list[Hit]]) -> Danger:
    return danger.danger_of(hits, cast(Weighed, road), plain_of("", "Some words"))


def test_an_untreated_road_in_general_is_for_the_service_and_the_reason_says_so() -> None:
    found = of_road(FakeRoad(danger.SURE), UNTREATED)
    assert (found.grade, found.type) == ("words", "untreated")
    assert "for the service" in found.because
    assert [w.word for w in found.words] == ["not been treated"]


@pytest.mark.parametrize(
    "more",
    [{"worse": [Hit("fell", 20, 24)]}, {"danger:road": [Hit("oil spill", 20, 29)]}],
)
def test_an_untreated_road_where_somebody_fell_is_a_hazard(more: dict[str, list[Hit]]) -> None:
    assert of_road(FakeRoad(danger.SURE), UNTREATED | more).grade == "hazard"


def test_no_person_at_risk_is_let_go_for_a_road_that_was_not_treated() -> None:
    named = {"somebody": [Hit("grandad", 20, 27)]}
    assert of_road(FakeRoad(-3.0, danger.FLAGGED), UNTREATED | named).grade == "person"
    assert of_road(FakeRoad(-3.0, danger.SURE), UNTREATED).grade == "person"
    assert of_road(FakeRoad(-3.0, danger.FLAGGED), UNTREATED).grade == "words"


def test_the_graver_of_the_list_and_the_model_stands() -> None:
    listed = {"danger:road": [Hit("knocked off", 5, 16)]}
    assert of_road(FakeRoad(-3.0, danger.SURE), listed).grade == "person"
    assert of_road(FakeRoad(danger.SURE), listed).grade == "hazard"
    beside = {
        "danger:road": [Hit("knocked off", 5, 16)],
        "danger:child": [Hit("baby left", 20, 29)],
    }
    assert of_road(FakeRoad(danger.SURE), beside).grade == "person"


@pytest.mark.parametrize(
    "text",
    [
        "Ridge Lane has not been gritted, cars slithering everywhere",
        "The top road is a skating rink and nobody has been near it with salt, untreated again",
        "Not been gritted",
        "Sheet ice on the estate, no salt down",
    ],
)
def test_reports_of_the_winter_service_stay_out_of_urgent(read: Read, text: str) -> None:
    assert read(text).danger.grade in ("none", "words")


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        (
            "Black ice on Ridge Lane not gritted, two cars in the wall and more sliding down",
            "hazard",
        ),
        ("Not gritted and the bus has slid sideways, people stuck on it", "hazard"),
        ("Ungritted hill, ambulance can't get up to my dad who has chest pains", "person"),
        ("Old man has fallen on the ice outside the bank and can't get up", "person"),
        ("Stuck in a snow drift on the moor road with a baby and no heat", "person"),
    ],
)
def test_what_happened_in_the_snow_stays_in_urgent(read: Read, text: str, grade: str) -> None:
    assert read(text).danger.grade == grade


def test_whoever_cannot_get_up_is_a_person_at_risk(read: Read) -> None:
    text = "My neighbour slipped on Bilston Lane and cannot get up, I think her hip is broken"
    assert read(text).danger.grade == "person"
