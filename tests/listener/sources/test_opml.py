"""Lists of feeds come in from any reader, and go out again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from listener.errors import NotUnderstood
from listener.sources.opml import OpmlFeed, read, write

ONE = '<outline text="Tipley Talk" type="rss" xmlUrl="https://tipley.example/feed/"/>'
TIPLEY = OpmlFeed("Tipley Talk", "https://tipley.example/feed/")


def listed(body: str, head: str = "") -> bytes:
    return f'{head}<opml version="2.0"><body>{body}</body></opml>'.encode()


def test_what_is_written_is_read_again_folders_and_all() -> None:
    feeds = (
        TIPLEY,
        OpmlFeed('Bins & "roads" <new>', "https://x.example/?a=1&b=2", "News"),
        OpmlFeed("Ward", "https://ward.example/rss", "News/Wards"),
    )
    written = write("Our list", feeds)
    assert read(written.encode()).feeds == feeds


def test_nested_folders_are_kept() -> None:
    body = f'<outline text="News"><outline text="Wards">{ONE}</outline></outline>{ONE}'
    assert read(listed(body)).feeds == (
        OpmlFeed("Tipley Talk", "https://tipley.example/feed/", "News/Wards"),
    )


def test_an_entry_without_a_web_address_is_named_and_the_rest_is_taken() -> None:
    came = read(listed(f'<outline text="Odd" xmlUrl="javascript:alert(1)"/>{ONE}'))
    assert came.feeds == (TIPLEY,)
    assert came.faults == ("Odd has no web address",)


def test_a_list_within_a_list_is_named() -> None:
    came = read(
        listed(f'<outline type="include" text="More" url="https://x.example/o.opml"/>{ONE}')
    )
    assert came.feeds == (TIPLEY,)
    assert "More is a list of its own" in came.faults[0]


@pytest.mark.parametrize(
    "address", ["feed://tipley.example/feed/", "feed:http://tipley.example/feed/"]
)
def test_the_old_feed_scheme_is_http(address: str) -> None:
    came = read(listed(f'<outline text="x" xmlUrl="{address}"/>'))
    assert came.feeds[0].address == "http://tipley.example/feed/"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252", "iso-8859-1"])
def test_titles_come_right_in_any_encoding(encoding: str) -> None:
    said = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{said}"?><opml><body>{ONE}</body></opml>'
    came = read(text.replace("Talk", "Café").encode(encoding))
    assert came.feeds[0].title == "Tipley Café"


def test_bare_html_in_a_description_spoils_neither_its_feed_nor_its_folder() -> None:
    odd = ONE[:-2] + ' description="By <a href="https://x.example/" title="x">Ann</a>."/>'
    came = read(listed(f'<outline text="News">{odd}</outline>{ONE.replace("tipley", "hale")}'))
    assert [(f.title, f.folder) for f in came.feeds] == [
        ("Tipley Talk", "News"),
        ("Tipley Talk", ""),
    ]


def test_a_list_cut_off_in_the_middle_gives_what_came() -> None:
    assert read(listed(ONE + ONE)[:150]).feeds == (TIPLEY,)


def test_entities_are_never_followed() -> None:
    bomb = '<!DOCTYPE opml [<!ENTITY a "x"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    came = read(listed(ONE.replace("Tipley", "&b;&f;"), bomb))
    assert came.feeds[0].title == "&b;&f; Talk"


def test_a_list_of_folders_in_folders_is_refused() -> None:
    with pytest.raises(NotUnderstood, match="50 deep"):
        read(listed('<outline text="f">' * 60_000 + ONE))


def test_a_text_that_begins_with_an_address_is_never_fetched() -> None:
    with pytest.raises(NotUnderstood, match="lists no feeds"):
        read(b"http://127.0.0.1:9/list.opml")


@pytest.mark.parametrize(
    "data", [b"", b"<html><body>Hello</body></html>", bytes(range(256)) * 50, b" " * 10_000_001]
)
def test_what_lists_no_feeds_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(NotUnderstood, match=r"Nothing was added\."):
        read(data)


def test_a_list_without_end_is_cut_and_says_so() -> None:
    many = "".join(f'<outline text="f" xmlUrl="https://x.example/{n}"/>' for n in range(5_100))
    came = read(listed(many))
    assert len(came.feeds) == 5_000
    assert "holds 5100 feeds" in came.faults[0]


def test_every_address_of_the_lists_at_hand_is_found(shared: Path) -> None:
    files = sorted((shared / "data" / "opml").rglob("*.opml"))
    assert len(files) > 100
    for file in files:
        data = file.read_bytes()
        wanted = set(re.findall(rb'xmlUrl="([^"]+)"', data))
        came = read(data)
        assert len(came.feeds) == len(wanted), (file.name, came.faults)
