"""A mention that a person adds keeps what may be kept."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from listener.errors import NotUnderstood
from listener.sources.byhand import mention_of

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)


def test_a_public_mention_keeps_link_and_author() -> None:
    one = mention_of(
        text="No bins  again", link="https://x.example/1", author="Ann <3", where="Tipley page",
        channel="page_comment", now=NOW,
    )  # fmt: skip
    assert (one.text, one.url, one.author) == ("No bins  again", "https://x.example/1", "Ann <3")
    assert (one.seen_at, one.channel, one.published) == ("Tipley page", "page_comment", NOW)


def test_a_private_mention_keeps_neither_author_nor_link() -> None:
    one = mention_of(
        text="People say the lights are out", link="https://x.example/1", author="Ann",
        where="Tipley Mums", channel="facebook_group", public=False, tally=300, now=NOW,
    )  # fmt: skip
    assert (one.author, one.url, one.public, one.tally) == ("", "", False, 300)
    assert "x.example" not in one.text


def test_a_link_alone_will_do_in_public_only() -> None:
    assert mention_of(text="", link="https://x.example/1", now=NOW).text == "https://x.example/1"
    with pytest.raises(NotUnderstood, match="in your own words"):
        mention_of(text=" ", link="https://x.example/1", public=False, now=NOW)


@pytest.mark.parametrize(
    ("text", "link", "tally"),
    [("", "", 1), ("Bins", "javascript:alert(1)", 1), ("Bins", "", 0), ("Bins", "", 100_001)],
)
def test_what_cannot_be_kept_is_refused_in_words(text: str, link: str, tally: int) -> None:
    with pytest.raises(NotUnderstood, match=r"\.$"):
        mention_of(text=text, link=link, tally=tally, now=NOW)


def test_an_unknown_channel_is_other() -> None:
    assert mention_of(text="Bins", channel="pigeon", now=NOW).channel == "other"
