"""`sources` and `poll`: statuses, reasons and exit codes as scripts rely on them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.listener.cli.conftest import Ask
from tests.listener.hearing.town import Town, http, town_of

FEED = (
    b'<rss version="2.0"><channel><title>Tipley Talk</title>'
    b"<item><guid>1</guid><title>Bins</title><link>http://t.example/1</link>"
    b"<description>No lorry again</description></item>"
    b"<item><guid>2</guid><title>Lights</title><link>http://t.example/2</link>"
    b"<description>Dark on Mill Street</description></item></channel></rss>"
)
SITE = (
    b'<html><head><title>Tipley</title><link rel="alternate" type="application/rss+xml" '
    b'title="Posts" href="/feed"><link rel="alternate" type="application/rss+xml" '
    b'title="Comments" href="/comments/feed"></head><body>Hello</body></html>'
)
RSS = "Content-Type: application/rss+xml"


@pytest.fixture
def town() -> Iterator[Town]:
    pages = {
        "/feed": http(FEED, "200 OK", RSS, 'ETag: "one"'),
        "/comments/feed": http(FEED.replace(b"Tipley Talk", b"Comments"), "200 OK", RSS),
        "/": http(SITE, "200 OK", "Content-Type: text/html"),
        "/gone": http(b"", "410 Gone"),
        "/busy": http(b"", "503 Busy", "Retry-After: 3600"),
        "/page": http(b"<html><body>Log in</body></html>", "200 OK", "Content-Type: text/html"),
    }
    with town_of(pages) as served:
        yield served


def names(ask: Ask) -> set[str]:
    return {s["name"] for s in ask("sources", "list", "--json").json if "127.0.0.1" in s["address"]}


def test_a_feed_is_added_heard_and_then_waits(ask: Ask, town: Town) -> None:
    added = ask(
        "sources", "add", f"{town.base}/feed", "--name", "Talk", "--allow-private", "--json"
    )
    assert added.status == 0
    assert added.json == [{"name": "Talk", "address": f"{town.base}/feed"}]
    first = {r["source"]: r for r in ask("poll", "--json").json}["Talk"]
    assert (first["status"], first["new"], first["error"]) == ("new", 2, None)
    assert first["next_at"].endswith("Z")
    again = {r["source"]: r for r in ask("poll", "--json").json}["Talk"]
    assert (again["status"], again["new"]) == ("waiting", 0)
    assert "next asked at" in again["why"]
    forced = {r["source"]: r for r in ask("poll", "--all", "--json").json}["Talk"]
    assert forced["status"] == "unchanged"


def test_every_feed_of_a_site_is_added_and_listed(ask: Ask, town: Town) -> None:
    came = ask("sources", "add", f"{town.base}/", "--allow-private", "--json")
    assert came.status == 0
    assert {a["address"] for a in came.json} >= {f"{town.base}/feed", f"{town.base}/comments/feed"}


def test_what_is_neither_feed_nor_site_with_one_is_not_added(ask: Ask, town: Town) -> None:
    before = ask("sources", "list", "--json").json
    came = ask("sources", "add", f"{town.base}/page", "--allow-private")
    assert came.status == 1
    assert "was not added" in came.err
    assert len(ask("sources", "list", "--json").json) == len(before)


def test_unchecked_adds_without_asking_and_the_poll_says_what_it_is(ask: Ask, town: Town) -> None:
    came = ask(
        "sources", "add", f"{town.base}/page", "--name", "P", "--allow-private", "--unchecked"
    )
    assert came.status == 0
    report = {r["source"]: r for r in ask("poll", "--json").json}["P"]
    assert report["status"] == "error"
    assert report["new"] == 0
    assert "feed" in report["error"]


def test_a_name_for_several_addresses_is_a_usage_fault(ask: Ask, town: Town) -> None:
    assert ask("sources", "add", "http://a.example", "http://b.example", "--name", "X").status == 2


def test_a_private_address_needs_leave(ask: Ask, town: Town) -> None:
    came = ask("sources", "add", f"{town.base}/feed")
    assert came.status == 1
    assert town.asked == []


def test_all_obeys_retry_after_and_gone(ask: Ask, town: Town) -> None:
    add = ("sources", "add", "--allow-private", "--unchecked", "--name")
    ask(*add, "Busy", f"{town.base}/busy")
    ask(*add, "Gone", f"{town.base}/gone")
    ask("poll")
    asked = len(town.asked)
    reports = {r["source"]: r for r in ask("poll", "--all", "--json").json}
    assert reports["Busy"]["status"] == "waiting"
    assert reports["Gone"]["status"] == "stopped"
    assert len(town.asked) == asked


def test_check_ends_with_1_for_a_broken_source(ask: Ask, town: Town) -> None:
    ask("sources", "add", f"{town.base}/page", "--name", "P", "--allow-private", "--unchecked")
    assert ask("sources", "check", "P").status == 1
    assert ask("sources", "check", "nobody").status == 1


def test_removing_keeps_what_it_said(ask: Ask, town: Town) -> None:
    ask("sources", "add", f"{town.base}/feed", "--name", "Talk", "--allow-private")
    ask("poll")
    assert ask("sources", "remove", "Talk").status == 0
    assert "Talk" not in names(ask)
    assert ask("explain", "Talk:1").status == 0
    assert ask("sources", "remove", "Talk").status == 1


def test_a_list_goes_out_and_comes_in_again(ask: Ask, town: Town, tmp_path: Path) -> None:
    ask("sources", "add", f"{town.base}/feed", "--name", "Talk & more", "--allow-private")
    out = tmp_path / "feeds.opml"
    assert ask("sources", "export", str(out)).status == 0
    ask("sources", "remove", "Talk & more")
    came = ask("sources", "import", str(out), "--allow-private", "--json")
    assert came.status == 0
    assert {r["title"]: r["status"] for r in came.json}["Talk & more"] == "added"
    assert "Talk & more" in names(ask)


def test_every_sets_the_interval(ask: Ask, town: Town) -> None:
    ask("sources", "add", f"{town.base}/feed", "--name", "T", "--allow-private", "--every", "90")
    found = {s["name"]: s for s in ask("--json", "sources", "list").json}["T"]
    assert found["every_seconds"] == 90
    assert ask("sources", "add", f"{town.base}/feed", "--every", "0").status == 2
