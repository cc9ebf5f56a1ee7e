"""The whole reader: any text is read, nothing raises, and what it says can be carried and shown."""

from __future__ import annotations

import json
import pickle
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listener.councilfile import shipped_council
from listener.mention import CHANNELS, Heard
from listener.reading import MentionReader
from listener.reading.facts import Around, facts_of
from tests.listener.reading.making import Read, reasons_of, words_of

READER = MentionReader(shipped_council())
PIECES = st.sampled_from(
    ["Mill Street", "bins", "smell of gas", "&amp;", "&#128169;", "@jo.bloggs", "#bins", "A1(M) J3",
     "https://x.example/y", "WS1 1AA", "😡", "I'm fuming!!", "İ", "ß", "\u200b", "\ud800", "\x00",
     "Mr Hollis", "“", "…", "\n", "reported it", "vote for", "ਗੈਸ", "'", "kill * mood", "M5"]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(st.one_of(PIECES, st.text(max_size=5))).map(" ".join)
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(TEXTS, TEXTS, st.sampled_from(CHANNELS), TEXTS)
def test_any_text_is_read_walked_and_carried(
    title: str, text: str, channel: str, other: str
) -> None:
    heard = Heard("1", title, text, channel=channel, place=other[:9], category=other[:9])
    reading = READER.read(heard)
    facts_of(heard, reading, Around())
    assert pickle.loads(pickle.dumps(reading)) == reading
    assert all(reason for reason in reasons_of(reading))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(TEXTS, TEXTS)
def test_every_word_with_a_place_stands_in_the_text_as_heard(title: str, text: str) -> None:
    whole = f"{title}\n{text}"
    for word in words_of(READER.read(Heard("1", title, text))):
        assert (word.start, word.end) == (-1, -1) or 0 <= word.start < word.end <= len(whole)
        first = word.word.partition(" * ")[0].lower().replace("’", "'")
        if word.start >= 0 and first.isascii() and whole.isascii():
            there = re.sub(r"[/#\t\r`]", " ", whole[word.start : word.end]).lower()
            assert there.startswith(re.sub(r"[/#]", " ", first))


def test_a_post_of_five_thousand_characters_is_read(read: Read) -> None:
    text = ("The bins in Mill Street were missed again. Thank you for nothing! " * 90)[:5_000]
    reading = read(text, "Bins")
    assert reading.tone.label != "not_read"
    assert reading.best is not None
    assert len(reading.tone.words) <= 16


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\x00" * 99, "😀" * 4_000, "a" * 20_000, "@" * 999, "&" * 999 + ";"]
)
def test_what_is_hardly_a_text_is_read(read: Read, text: str) -> None:
    assert all(reasons_of(read(text, text[:500])))


def test_the_same_post_is_read_alike_twice(read: Read) -> None:
    text = "Potholes in Mill Street again, I rang twice, what a shambles"
    assert read(text) == read(text)


def test_a_reader_of_its_own_reads_the_same(read: Read) -> None:
    text = "Potholes in Mill Street again, I rang twice, what a shambles"
    assert read(text) == MentionReader(shipped_council()).read(
        Heard("1", "", text, channel="facebook_group")
    )


@pytest.mark.parametrize(
    "noise",
    ["@shambles_murder", "@pothole-fan", "@gasleak.fire.example", "@dave@disgusting.example",
     "https://filthy.example/pothole", "HTTPS://FILTHY.EXAMPLE/POTHOLE", "www.stabbing.example/gas",
     "WWW.stabbing.example", "&#64;shambles", ".@shambles_murder", "jo.shambles@filthy.example"],
)  # fmt: skip
def test_nothing_of_a_handle_or_a_link_is_a_reason(read: Read, noise: str) -> None:
    reading = read(f"{noise} could somebody look at this please {noise}")
    said = " ".join([*reasons_of(reading), *(w.word for w in words_of(reading))]).lower()
    parts = set(re.findall(r"[a-z]{3,}", noise.lower())) - {"example", "amp"}
    assert not [part for part in parts if re.search(rf"“[^”]*{part}", said)]
    assert "@" not in said


def test_a_sentence_that_follows_a_handle_at_once_is_kept(read: Read) -> None:
    assert read("Ask @council.Potholes everywhere").services[0].because == "names “pothole”"


def test_where_it_was_said_is_no_reason(read: Read) -> None:
    for channel in CHANNELS:
        reading = read("It is what it is", "Well", channel=channel)
        assert not [r for r in reasons_of(reading) if "@" in r]


def test_the_naughty_strings_are_read(shared: Path) -> None:
    payloads = json.loads((shared / "data/hostile/payloads.json").read_text(encoding="utf-8"))
    for payload in payloads:
        text = str(payload["payload"])
        reading = READER.read(Heard("1", text[:500], text))
        assert pickle.loads(pickle.dumps(reading)) == reading
