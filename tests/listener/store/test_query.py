"""What is typed in the search box means what people expect, and what does not is searched."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listener.store.query import (
    LONGEST,
    All,
    Either,
    Holds,
    Is,
    Node,
    Not,
    Query,
    Score,
    Text,
    Tone,
    When,
    parse,
)
from listener.store.search import sought

NOW = datetime(2026, 11, 24, 10, 30, tzinfo=ZoneInfo("Europe/London"))
MIDNIGHT = NOW.replace(hour=0, minute=0)
BIN, LANE, PARK = Text("bin"), Text("lane"), Text("park")


def read(typed: str) -> Query:
    return parse(typed, NOW)


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("bin lane", (BIN, LANE)),
        ("bin OR lane", (Either((BIN, LANE)),)),
        ("bin OR lane OR park", (Either((BIN, LANE, PARK)),)),
        ("bin lane OR park", (BIN, Either((LANE, PARK)))),
        ("(bin lane) OR park", (Either((All((BIN, LANE)), PARK)),)),
        ("bin -lane", (BIN, Not(LANE))),
        ("-(bin lane)", (Not(All((BIN, LANE))),)),
        ('"bin lane"', (Text("bin lane", whole=True),)),
        ('-"bin lane"', (Not(Text("bin lane", whole=True)),)),
        ("area:waste", (Holds("area", "waste"),)),
        ("AREA:Waste", (Holds("area", "Waste"),)),
        ('place:"Mill Lane"', (Holds("place", "Mill Lane"),)),
        ("service:bins", (Holds("category", "bins"),)),
        ("-by:me", (Not(Holds("by", "me")),)),
        ("is:Urgent", (Is("urgent"),)),
        ("tone:annoyed", (Tone("negative"),)),
        ("tone:<-0.3", (Score("<", -0.3),)),
        ("tone:>=.5", (Score(">=", 0.5),)),
        ("tone:<−0.3", (Score("<", -0.3),)),
        ("kind:compl", (Holds("kind", "complaint"),)),
        ("is:starred OR area:parks", (Either((Is("starred"), Holds("area", "parks"))),)),
        ("(is:done bin) OR by:amy", (Either((All((Is("done"), BIN)), Holds("by", "amy"))),)),
        ("area:(waste OR parks)", (Either((Holds("area", "waste"), Holds("area", "parks"))),)),
        ("-is:(done OR open)", (Not(Either((Is("done"), Is("open")))),)),
        ("before:2026-11-01", (When(True, datetime(2026, 11, 1, tzinfo=NOW.tzinfo)),)),
        ("after:1/11/2026", (When(False, datetime(2026, 11, 1, tzinfo=NOW.tzinfo)),)),
        ("after:today", (When(False, MIDNIGHT),)),
        ("after:yesterday", (When(False, MIDNIGHT - timedelta(days=1)),)),
        ("after:7d", (When(False, NOW - timedelta(days=7)),)),
        ("before:36h", (When(True, NOW - timedelta(hours=36)),)),
        ("https://a.example/b", (Text("https://a.example/b"),)),
        ("", ()),
        ("OR", ()),
        ("bin OR", (BIN,)),
        ("OR bin", (BIN,)),
        ("(bin", (BIN,)),
        ("bin) lane", (BIN, LANE)),
        ("() - + 😀", ()),
        ('"bin lane', (Text("bin lane", whole=True),)),
    ],
)
def test_a_search_is_read_as_a_tree(typed: str, parts: tuple[Node, ...]) -> None:
    query = read(typed)
    assert query.tree == All(parts)
    assert query.told == ""


@pytest.mark.parametrize(
    "typed",
    ["is:nothing", "tone:<x", "tone:0.3", "before:soon", "after:31/2/2026", "kind:zebra", "title:x",
     "after:9999-12-31", "area:"],
)  # fmt: skip
def test_what_cannot_be_read_is_searched_as_words_and_said(typed: str) -> None:
    query = read(f"bin {typed}")
    assert query.tree == All((BIN, Text(typed)))
    assert query.told == f"Read as words: {typed}."


def test_a_very_long_search_is_cut_and_says_so() -> None:
    query = read("bin " * (LONGEST + 5))
    assert len(query.tree.of) == LONGEST
    assert "first 100" in query.told


def test_brackets_without_end_are_read_without_end() -> None:
    assert read("(" * 45 + "bin" + ")" * 45) == read("bin")


@given(st.text(alphabet='()-:" <>=.0aORis\u2212tone😀', max_size=60))
def test_nothing_typed_raises_or_reaches_sql(typed: str) -> None:
    asked = sought(read(typed), "Amy")
    assert asked.sql.count("?") == len(asked.given)


def test_words_alone_are_asked_of_the_index_of_words() -> None:
    asked = sought(read("bin (lane OR park) -dog is:open"))
    assert asked.words == '(("bin" *) AND (("lane" *) OR ("park" *))) NOT (("dog" *))'
    assert asked.where == ("t.status = 'open'",)
