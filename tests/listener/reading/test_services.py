"""Which service: phrases and the model, each with a reason, several where several may be meant."""

from __future__ import annotations

import pytest

from listener.council import Service
from listener.councilfile import shipped_council
from listener.mention import Reading
from tests.listener.reading.making import Read, read_for

OWL = Service("Parks", "Owl boxes", "district/unitary", ("owl box", "nest box"))
GARDEN = Service(
    "Waste and recycling",
    "Garden waste",
    "district/unitary",
    ("green bin",),
    not_phrases=("party",),
)
TIP = Service("Waste and recycling", "Recycling centres and tips", "all", ("the tip", "green bin"))


def candidates(reading: Reading) -> list[str]:
    return [s.category for s in reading.services]


@pytest.mark.parametrize(
    ("text", "category", "phrase"),
    [
        ("There is a pothole outside the chemist again", "Potholes and road surface", "pothole"),
        ("When will the street light by the church work?", "Street lighting", "street light"),
        ("Dog mess all over the verge", "Dog fouling", "dog mess"),
        ("My council tax bill has gone up", "Council tax bills and payments", "council tax bill"),
    ],
)
def test_a_phrase_of_the_council_finds_its_service_and_is_named_in_the_reason(
    read: Read, text: str, category: str, phrase: str
) -> None:
    best = read(text).best
    assert best is not None
    assert best.category == category
    assert f"“{phrase}”" in best.because
    named = next(w for w in best.words if w.word == phrase)
    assert f"\n{text}"[named.start : named.end].lower() == phrase


def test_the_words_that_weighed_are_named_where_no_phrase_was_found(read: Read) -> None:
    text = "Nobody came to empty ours on Monday though we put it out by six"
    best = read(text).services[0]
    assert best.because.startswith("reads like it: “")
    assert all(part in text.lower() for w in best.words for part in w.word.split())


def test_a_phrase_that_speaks_against_a_service_takes_its_phrases_away() -> None:
    read = read_for(services=(GARDEN, OWL))
    assert "names “green bin”" in [s.because for s in read("About the green bin").services]
    told = [s.because for s in read("The Green party on the green bin: a party").services]
    assert "names “green bin”" not in told


def test_the_longest_phrase_wins_over_one_inside_it() -> None:
    read = read_for(services=(OWL, Service("Parks", "Boxing", "all", ("box",))))
    told = {s.category: s.because for s in read("About the owl box by the weir").services}
    assert told["Owl boxes"] == "names “owl box”"
    assert "box" not in told.get("Boxing", "")


def test_phrases_of_a_council_may_have_curly_quotes_and_slashes() -> None:
    mary = Service("Parks", "St Mary’s drop-in/advice", "all", ("St Mary’s", "drop-in/advice"))
    read = read_for(services=(mary,))
    assert read("Who runs St Mary's now?").services[0].because == "names “St Mary’s”"
    assert read("Is there a drop–in/advice hour?").services[0].because == "names “drop-in/advice”"


@pytest.mark.parametrize("category", [s.category for s in shipped_council().services])
def test_the_category_of_a_report_site_wins_and_is_the_reason(read: Read, category: str) -> None:
    post = "The street light and the bins and the park and a dog"
    best = read(post, channel="report_site", category=category).best
    assert best is not None
    assert best.category == category
    assert best.because == f"the report site says “{category}”"


def test_the_category_of_a_report_site_may_be_one_of_our_phrases() -> None:
    read = read_for(services=(GARDEN, OWL))
    best = read("It has come off the tree", category="Nest box").best
    assert best is not None
    assert (best.category, best.because) == ("Owl boxes", "the report site says “Nest box”")


def test_a_category_outranks_the_same_words_as_a_phrase_of_another() -> None:
    other = Service("Highways", "Road signs", "all", ("owl boxes",))
    best = read_for(services=(other, OWL))("It fell down", category="Owl boxes").best
    assert best is not None
    assert best.category == "Owl boxes"


def test_a_category_that_the_model_never_learned_is_found_by_its_phrases() -> None:
    best = read_for(services=(GARDEN, OWL))("The owl box, our nest box, needs a new lid").best
    assert best is not None
    assert best.category == "Owl boxes"
    assert best.because == "names “owl box”, “nest box”"


def test_several_services_are_offered_where_several_are_named(read: Read) -> None:
    reading = read("Potholes all along Park Lane, and two street lights out as well")
    assert {"Potholes and road surface", "Street lighting"} <= set(candidates(reading))


@pytest.mark.parametrize(
    "text",
    ["", "Lovely sunset over the canal tonight", "Potholes, bins, street lights, dog mess, damp",
     "Where do I get a blue badge?", "12345", "ਗੈਸ ਲੀਕ ਹੋ ਰਹੀ ਹੈ"],
)  # fmt: skip
def test_certainties_are_shares_of_one_best_first(read: Read, text: str) -> None:
    reading = read(text)
    sure = [s.certainty for s in reading.services]
    assert all(0 <= c <= 1 for c in [*sure, reading.no_service])
    assert sum(sure) + reading.no_service <= 1.003  # each is rounded
    assert sure == sorted(sure, reverse=True)
    assert 1 <= len(sure) <= 4


def test_no_service_is_best_where_none_is_likelier(read: Read) -> None:
    reading = read("Happy birthday to my nan, ninety today!")
    assert reading.services
    assert reading.no_service > reading.services[0].certainty
    assert reading.best is None


def test_another_body_s_service_is_said_not_to_be_ours(read: Read) -> None:
    best = read("Who do I tell about the burglary? Where are the police").best
    assert best is not None
    assert not best.ours


def test_a_council_without_services_has_no_candidates() -> None:
    reading = read_for()("There is a pothole in Mill Lane")
    assert reading.services == ()
    assert reading.best is None


@pytest.mark.parametrize("said", ["the road is now closed", "Road at the top closed"])
def test_a_phrase_may_have_words_between(said: str) -> None:
    closed = Service("Mud", "Closed roads", "all", ("road closed",))
    (guess,) = read_for(services=(closed,))(said).services
    assert guess.because == "names “road closed”"
    word = guess.words[0]
    assert f"\n{said}"[word.start : word.end].lower().startswith("road")
    assert f"\n{said}"[word.start : word.end].lower().endswith("closed")
