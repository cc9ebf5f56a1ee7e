"""Whether we may reply, who reads it first, and what is still to be filled in."""

from __future__ import annotations

import pytest

from rules.replying import (
    Template,
    filled,
    fitting,
    may_read,
    may_reply,
    officers_of,
    second_reader,
    seen_in,
    unfilled,
)


def test_an_ordinary_mention_may_be_answered() -> None:
    assert may_reply(outcome="answer") == ""


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"urgent": True}, "pass it on first"),
        ({"threat": True}, "Threats get no reply"),
        ({"flag": "safeguarding"}, "no case is spoken of in public"),
        ({"hold": "Not now: publicity is held."}, "Not now: publicity is held."),
    ],
)
def test_why_no_reply_is_written_is_said(given: dict[str, object], said: str) -> None:
    assert said in may_reply(outcome="join_in", **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("outcome", "flag", "needed"),
    [
        ("answer", "normal", False),
        ("answer", "sensitive", True),
        ("join_in", "political", True),
        ("answer", "legal", True),
        ("answer", "vulnerable", False),
        ("correct", "vulnerable", True),
        ("correct", "normal", False),
        ("moderate", "police", True),
        ("moderate", "normal", False),
        ("neutral_line", "normal", True),
    ],
)
def test_a_second_person_reads_what_is_delicate(outcome: str, flag: str, needed: bool) -> None:
    assert bool(second_reader(outcome, flag)) is needed


def test_the_second_reader_is_another_officer() -> None:
    assert "somebody else" in may_read("Amy  Ash", "amy ash", ())
    assert "who has read it" in may_read(" ", "Amy", ())
    assert "not among the officers" in may_read("Bob", "Amy", ("Amy", "Cas"))
    assert may_read("cas", "Amy", ("Amy", "Cas")) == ""
    assert may_read("Bob", "Amy", ()) == ""


def test_officers_are_a_list_of_names() -> None:
    assert officers_of("Amy, Bob;Cas\nAmy,,") == ("Amy", "Bob", "Cas")
    assert officers_of("") == ()


def test_fields_are_filled_in_and_what_is_left_is_known() -> None:
    text = filled(
        "{service} at {place}: {link}. {link} {Odd} {}", {"service": "Bins", "place": " "}
    )
    assert text == "Bins at {place}: {link}. {link} {Odd} {}"
    assert unfilled(text) == ("place", "link")


def test_what_fits_best_comes_first_and_nothing_is_left_out() -> None:
    made = [
        Template("thanks", ("join_in",), "pleased", ""),
        Template("plain", ("answer",), "any", ""),
        Template("sorry", ("answer",), "annoyed", ""),
    ]
    order = [t.name for t in fitting(tuple(made), "answer", "negative")]
    assert order == ["sorry", "plain", "thanks"]
    assert fitting(tuple(made), "answer", "neutral")[0].name == "plain"


def test_a_draft_shows_who_writes_and_what_it_rests_on() -> None:
    names = ("Brackenford Council", "Amy Ash", " ")
    assert seen_in("Hello from brackenford  council", "name", names)
    assert not seen_in("Hello from us", "name", names)
    assert seen_in("see https://b.example/x", "link", names)
    assert not seen_in("see {link}", "link", names)
    assert not seen_in("anything", "", names)
