"""How a mention sounds: a score, a label, the words that made it and where they stand."""

from __future__ import annotations

import pytest

from listener.reading.normal import plain_of
from listener.reading.tone import mood_of
from tests.listener.reading.making import Read, words_of


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Third week without a collection, this is an absolute disgrace", "negative"),
        ("The gardeners have made the beds by the station look lovely, thank you", "positive"),
        ("Well done to whoever fixed our lights so fast, brilliant service", "positive"),
        ("Useless. Nobody rings back and the site is a shambles", "negative"),
        ("The planning committee meets on Thursday at 6pm in the Civic Hall", "neutral"),
    ],
)
def test_plain_words_of_mood_give_the_tone_that_they_sound_of(
    read: Read, text: str, label: str
) -> None:
    assert read(text).tone.label == label


def test_the_score_lies_between_minus_one_and_one_and_agrees_with_the_label(read: Read) -> None:
    cross = read("Disgusting, filthy, appalling, a total shambles!!!").tone
    glad = read("Lovely, brilliant, spotless, well done and thank you all!!!").tone
    assert -1 <= cross.score < -0.3 < 0.3 < glad.score <= 1


def test_one_part_pleased_and_another_annoyed_is_mixed_and_says_so(read: Read) -> None:
    tone = read(
        "Thank you so much, the new park is wonderful and the staff are lovely. "
        "But the toilets are disgusting and the path to it is an awful disgrace."
    ).tone
    assert tone.label == "mixed"
    assert "one part sounds pleased, another annoyed" in tone.because


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Mae'r biniau heb gael eu casglu ers tair wythnos ac mae'n warthus", "cy"),
        ("Śmieci nie były odbierane od trzech tygodni, to jest skandal", "pl"),
        ("گھر کے باہر کوڑا تین ہفتوں سے پڑا ہے کوئی نہیں اٹھاتا", "ur"),
    ],
)
def test_another_language_is_said_to_be_not_read_rather_than_guessed(
    read: Read, text: str, code: str
) -> None:
    tone = read(text).tone
    assert (tone.score, tone.label) == (0.0, "not_read")
    assert code in tone.because


def test_the_reason_names_the_words_and_how_sure_it_is(read: Read) -> None:
    because = read("What a shambles, the whole estate is filthy").tone.because
    assert "“shambles”, “filthy”" in because
    assert because.endswith("% sure")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("", "The message about the mess was useless"),
        ("Awful state of the park", "Lovely benches.\nFilthy paths! A disgrace…"),
        ("Bins", "Good👍 but the bins / tip are “awful” — I’m fuming"),
        ("Bins", "See https://awful.example/shambles then @shambles: it is a shambles"),
    ],
)
def test_each_word_stands_where_it_is_said_to_stand(read: Read, title: str, text: str) -> None:
    whole = f"{title}\n{text}"
    words = [w for w in read(text, title).tone.words if w.start >= 0]
    assert words
    for word in words:
        assert whole[word.start : word.end] == word.word
        assert not whole[word.start - 1 : word.start].isalnum()
        assert not whole[word.end : word.end + 1].isalnum()
        assert "example" not in whole[word.start - 16 : word.start]


def test_words_of_a_text_with_entities_are_named_without_a_place(read: Read) -> None:
    reading = read("Mill Street &amp; Park Lane: filthy, potholes, and I smell gas, on fire")
    words = list(words_of(reading))
    assert len(words) > 4
    assert {(w.start, w.end) for w in words} == {(-1, -1)}


def test_a_handle_and_a_link_carry_no_mood() -> None:
    plain = plain_of(
        "", "@awful_dave @evil.hate.example.social HTTPS://X.example/awful www.hate.uk"
    )
    assert mood_of(plain).words == ()


def test_council_words_without_mood_carry_none() -> None:
    assert mood_of(plain_of("", "Garden waste and refuse charges, parking fine")).sentences == ()


def test_emoji_that_residents_use_move_the_mood() -> None:
    assert (
        mood_of(plain_of("", "the bins today 🤬")).score
        < 0
        < mood_of(plain_of("", "bins 👏")).score
    )
