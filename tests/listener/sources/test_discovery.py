"""Whatever address is pasted, its feeds are found, or it is said why there are none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from listener.addresses import WebFault
from listener.errors import Known
from listener.sources.discovery import Found, find_feeds
from listener.sources.feed import parse
from listener.sources.parsed import Parsed
from listener.web import Answer

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)


def rss(title: str, *items: str) -> bytes:
    entries = "".join(
        f"<item><title>{t}</title><link>https://town.example/{t.split()[0]}</link></item>"
        for t in items
    )
    return f'<rss version="2.0"><channel><title>{title}</title>{entries}</channel></rss>'.encode()


POSTS = rss("Town", "Lights out", "Bins late", "Road shut", "Market on")
COMMENTS = rss("Comments for Town", "By Ann")


def page(*links: str, base: str = "") -> bytes:
    return (
        f"<!doctype html><html><head>{base}{''.join(links)}</head><body>Hi</body></html>".encode()
    )


def link(href: str, kind: str = "application/rss+xml", rel: str = "alternate") -> str:
    return f'<link rel="{rel}" type="{kind}" href="{href}">'


@dataclass
class Town:
    """Answers what it was given and remembers what it was asked."""

    pages: Mapping[str, bytes]
    headers: Mapping[str, str] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def fetch(self, address: str) -> Answer:
        self.asked.append(address)
        if address not in self.pages:
            if "://town.example" not in address:
                raise WebFault("dns", "There is no such site.")
            return Answer(404, address, "", {}, b"")
        body = self.pages[address]
        return Answer(200, address, self.moved.get(address, ""), self.headers, body)

    def parse(self, answer: Answer) -> Parsed:
        return parse(answer.body, answer.headers, answer.address, NOW)

    def found(self, address: str) -> Found:
        return find_feeds(address, self.fetch, self.parse)


def test_the_address_itself_may_be_a_feed() -> None:
    town = Town({"https://town.example/feed/": POSTS})
    found = town.found("https://town.example/feed/")
    assert [c.address for c in found.feeds] == ["https://town.example/feed/"]
    assert found.feeds[0].samples == ("Lights out", "Bins late", "Road shut")
    assert len(town.asked) == 1


def test_a_feed_that_moved_for_good_is_offered_where_it_is_now() -> None:
    old, new = "https://town.example/old", "https://town.example/new"
    found = Town({old: POSTS}, moved={old: new}).found(old)
    assert found.feeds[0].address == new


def test_posts_and_comments_that_a_page_names_are_both_offered() -> None:
    head = page(link("/feed/"), link("/comments/feed/"))
    site = "https://town.example/"
    found = Town({site: head, f"{site}feed/": POSTS, f"{site}comments/feed/": COMMENTS}).found(site)
    assert [(c.kind, c.channel) for c in found.feeds] == [
        ("posts", "news_feed"),
        ("comments", "comment"),
    ]
    assert found.because == "the page names 2 feeds"


def test_a_wordpress_that_names_its_posts_alone_is_asked_for_its_comments() -> None:
    site = "https://town.example/"
    pages = {site: page(link("/feed/")), f"{site}feed/": POSTS, f"{site}comments/feed/": COMMENTS}
    assert [c.kind for c in Town(pages).found(site).feeds] == ["posts", "comments"]


@pytest.mark.parametrize(
    "head",
    [
        link("news.atom", "application/atom+xml; charset=utf-8", "alternate nofollow"),
        link("https://town.example/news.atom", "application/feed+json", "ALTERNATE"),
        '<base href="https://town.example/"><LINK HREF=news.atom REL=alternate TYPE=text/rss>',
        "<![><img src=x>" + link("news.atom"),
    ],
)
def test_links_are_found_however_they_are_written(head: str) -> None:
    site = "https://town.example/"
    pages = {site: page(head) if not head.startswith("<!") else page(link("news.atom"), head)}
    found = Town({**pages, f"{site}news.atom": POSTS}).found(site)
    assert [c.address for c in found.feeds] == [f"{site}news.atom"]


def test_a_link_header_names_feeds_too() -> None:
    site = "https://town.example/"
    header = (
        '<https://town.example/wp-json/>; rel="https://api.w.org/", '
        '</x>; rel="alternate"; type="application/atom+xml"'
    )
    found = Town({site: page(), f"{site}x": POSTS}, headers={"link": header}).found(site)
    assert [c.address for c in found.feeds] == [f"{site}x"]


def test_other_alternates_are_no_feeds() -> None:
    site = "https://town.example/"
    town = Town({site: page(link("/json", "application/json+oembed"), link("/m", "text/html"))})
    assert town.found(site).feeds == ()
    assert f"{site}json" not in town.asked


def test_six_usual_places_are_tried_and_no_more() -> None:
    site = "https://town.example/"
    town = Town({site: page(), f"{site}latest.rss": POSTS})
    assert [c.address for c in town.found(site).feeds] == [f"{site}latest.rss"]
    assert len(town.asked) == 7


def test_a_site_in_a_folder_is_looked_for_in_its_folder() -> None:
    site = "https://town.example/blog/"
    assert Town({site: page(), f"{site}feed/": POSTS}).found(site).feeds[0].title == "Town"


def test_the_same_feed_in_two_forms_is_offered_once() -> None:
    site = "https://town.example/"
    pages = {site: page(link("/rss"), link("/atom")), f"{site}rss": POSTS, f"{site}atom": POSTS}
    assert [c.address for c in Town(pages).found(site).feeds] == [f"{site}rss"]


def test_a_bare_name_is_asked_by_https_and_then_by_http() -> None:
    town = Town({"http://town.example": POSTS})
    assert town.found("town.example").feeds[0].address == "http://town.example"
    assert town.asked == ["https://town.example", "http://town.example"]


def test_an_empty_feed_is_a_feed() -> None:
    found = Town({"https://town.example/f": rss("Quiet")}).found("https://town.example/f")
    assert [(c.title, c.samples) for c in found.feeds] == [("Quiet", ())]


@pytest.mark.parametrize(
    ("pasted", "because"),
    [
        ("https://town.example/gone", "status 404"), ("https://nowhere.example", "no such site"),
        ("#bins", "write #bins@"), ("@ann", "write @ann@"), ("road works", "news: road works"),
        ("bins", "news: bins"), ("", "paste a web address"),
    ],
)  # fmt: skip
def test_where_nothing_is_found_it_is_said_why(pasted: str, because: str) -> None:
    found = Town({}).found(pasted)
    assert found.feeds == ()
    assert because in found.because


def test_a_site_without_feeds_says_so() -> None:
    found = Town({"https://town.example/": page()}).found("https://town.example/")
    assert "names no feed" in found.because.lower()


def test_a_named_feed_that_takes_too_long_to_read_costs_only_itself() -> None:
    site = "https://town.example/"
    town = Town(
        {site: page(link("/slow"), link("/feed/")), f"{site}slow": b"slow", f"{site}feed/": POSTS}
    )

    def parse(answer: Answer) -> Parsed:
        if answer.body == b"slow":
            raise Known("It took too long.")
        return town.parse(answer)

    assert [c.address for c in find_feeds(site, town.fetch, parse).feeds] == [f"{site}feed/"]


def test_a_page_with_broken_addresses_raises_nothing() -> None:
    site = "https://town.example/"
    town = Town(
        {site: page(link("http://["), link("javascript:alert(1)"), base='<base href="http://[">')}
    )
    assert town.found(site).feeds == ()
    assert all(address.startswith("https://town.example/") for address in town.asked)
