"""What a heap of posts says: counted by people, against the topic's own past, of many voices."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from listener.councilfile import shipped_council
from listener.understanding import understood
from listener.understanding.quoting import LONG, cut, stretches
from listener.understanding.standing import likelihood
from tests.listener.digests.saying import STORM, USUAL, post, posts

COUNCIL = shipped_council()


def test_the_words_that_stand_out_are_those_of_the_storm_and_not_of_the_topic() -> None:
    words = understood(posts(*STORM), posts(*USUAL * 4), COUNCIL).words
    assert "one lane" in words
    assert "nobody working" in words
    assert not {"roadworks", "Wolverton", "Road"} & set(words)


def test_one_loud_author_makes_no_word_stand_out_and_asks_for_nothing() -> None:
    loud = posts(*(f"Potato potato! Put a sign up, {n}" for n in range(40)), person=7)
    found = understood((*loud, *posts(*USUAL)), posts(*USUAL * 4), COUNCIL)
    assert not [w for w in found.words if "potato" in w.lower()]
    assert found.asks == ()
    assert found.says == ()


def test_what_three_people_ask_for_is_said_with_their_number_and_opens_their_posts() -> None:
    said = posts(*STORM)
    asks = {a.words: a for a in understood(said, (), COUNCIL).asks}
    assert asks["a diversion"].people >= 3
    assert asks["signs with an end date"].people == 3
    chosen = {p.key: p.text for p in said}
    assert all("diversion" in chosen[k] or "round" in chosen[k] for k in asks["a diversion"].keys)


def test_what_two_people_ask_for_is_not_said() -> None:
    found = understood(posts("Put a sign up please", "No signs anywhere!", "So annoying"), ())
    assert found.asks == ()


def test_residents_say_is_made_from_counts() -> None:
    (says,) = understood(posts(*STORM), (), COUNCIL).says
    assert says.startswith("Residents say ")
    assert "the road is down to one lane (3)" in says
    assert "nobody is working on it (3)" in says
    assert "they wait about 40 minutes (4)" in says


def test_a_request_that_no_list_knows_is_grouped_by_its_last_word() -> None:
    found = understood(
        posts("We need a bandstand here", "Bring back the bandstand!", "can we have a bandstand"),
        (),
        COUNCIL,
    )
    assert [(a.words, a.people) for a in found.asks] == [("bandstand", 3)]


def test_the_three_quotes_are_of_three_people_and_say_different_things() -> None:
    same = posts(*["The Wolverton is down to one lane and nobody is working on it today"] * 8)
    found = understood((*same, *posts(*STORM)), (), COUNCIL)
    texts = " ".join(q.text for q in found.quotes)
    assert len({q.key for q in found.quotes}) == len(found.quotes) == 3
    assert sum("one lane" in q.text for q in found.quotes) < 3
    assert "@" not in texts


def test_what_is_private_is_counted_and_no_word_of_it_is_used() -> None:
    secret = posts(*["Zebras everywhere, put a sign up"] * 5, private="it may be about danger")
    found = understood(secret, (), COUNCIL)
    assert found.words == found.quotes == found.asks == found.says == ()
    assert found.sources == (("#Brackenford", 5),)


def test_news_is_neither_counted_nor_quoted() -> None:
    found = understood(posts(*["Long delays on Wolverton Road after works"] * 5, counted=False), ())
    assert found.sources == ()
    assert found.quotes == ()


def test_a_name_in_small_letters_is_not_quoted() -> None:
    text = "nobody working on wolverton road again, ask dave smith at the depot why"
    assert understood(posts(text), (), COUNCIL).quotes == ()


def test_a_long_post_is_quoted_by_its_sentences_and_cut_between_words() -> None:
    long = ". ".join(f"Sentence number {n} about the queue on the road" for n in range(40))
    assert all(len(part) <= LONG for part in stretches(long))
    assert cut("word " * 60).endswith("word…")


def test_who_says_it_less_than_before_weighs_nothing() -> None:
    assert likelihood(1, 10, 20, 20) == 0.0
    assert likelihood(5, 0, 20, 20) > likelihood(2, 0, 20, 20) > 0


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=300), max_size=12))
def test_no_text_makes_it_fall_over(texts: list[str]) -> None:
    found = understood([post(t) for t in texts], [post(t) for t in texts[::2]], COUNCIL)
    assert len(found.quotes) <= 3
    assert all(len(q.text) <= LONG for q in found.quotes)
