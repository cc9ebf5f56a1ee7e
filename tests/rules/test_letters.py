"""A reply is counted as its network counts it."""

from __future__ import annotations

import pytest

from rules.letters import counted, graphemes, network_of

FAMILY = "👨\u200d👩\u200d👧"
ENGLAND = "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
LONG = "https://www.brackenford.example/bins/when-is-my-collection-and-what-if-it-was-missed"


@pytest.mark.parametrize(
    ("text", "network", "used"),
    [
        ("  Hello  ", "x", 5),
        ("café", "x", 4),
        ("cafe\u0301", "x", 4),
        (FAMILY, "x", 2),
        (FAMILY, "bluesky", 1),
        (FAMILY, "comment", 5),
        (f"see {LONG}", "x", 27),
        (f"see {LONG}.", "x", 28),
        (f"see {LONG}", "mastodon", 27),
        (f"see {LONG}", "bluesky", 4 + len(LONG)),
        ("see brackenford.gov.uk/bins today", "x", 33),
        ("see brackenford.gov.uk/bins today", "mastodon", 33),
        ("mail clerk@brackenford.gov.uk", "x", 29),
        ("ask @bins@social.example", "mastodon", 9),
        ("日本", "x", 4),
        ("日本", "bluesky", 2),
        ("1\ufe0f\u20e3", "x", 2),
    ],
)
def test_each_network_counts_in_its_own_way(text: str, network: str, used: int) -> None:
    assert counted(text, network).used == used


@pytest.mark.parametrize(
    ("text", "many"),
    [("", 0), ("🇬🇧🇬🇧", 2), ("🇬🇧🇬", 2), (ENGLAND, 1), ("👍🏽", 1), ("a\r\nb", 3), ("각", 1),
     ("\u1100\u1161\u11a8", 1), ("\n\u0301", 2)],
)  # fmt: skip
def test_what_looks_like_one_letter_is_one(text: str, many: int) -> None:
    assert len(list(graphemes(text))) == many
    assert "".join(graphemes(text)) == text


def test_what_is_too_long_says_by_how_much() -> None:
    assert counted("a" * 301, "bluesky").over == 1
    assert counted("a" * 300, "bluesky").over == 0
    assert counted("a" * 100_000, "nextdoor").over == 0


def test_a_channel_is_counted_for_its_network() -> None:
    assert network_of("page_comment") == "facebook_group"
    assert network_of("x") == "x"
    assert network_of("hyperlocal") == "comment"
