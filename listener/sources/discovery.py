"""Finds the feeds of whatever address a person pastes: its posts and its comments."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from html.parser import HTMLParser
from typing import Literal
from urllib.parse import urljoin, urlsplit

from listener.addresses import WebFault
from listener.sources.parsed import NotAFeed, Parsed
from listener.web import Answer

Fetch = Callable[[str], Answer]
Parse = Callable[[Answer], Parsed]
GUESSES = ("/feed/", "/comments/feed/", "/rss", "/atom.xml", "/index.xml", "/latest.rss")
TYPES = ("rss", "atom", "feed+json", "rdf")
MOST = 8  # a page that names more is listing other people's feeds
_LINK = re.compile(r"<([^>]+)>\s*;([^,]*)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A feed that was found, with up to three of its titles."""

    address: str
    title: str
    kind: Literal["posts", "comments"]
    channel: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The feeds found, and in words how, or why there are none."""

    feeds: tuple[Candidate, ...]
    because: str


def find_feeds(address: str, fetch: Fetch, parse: Parse) -> Found:
    """Looks at the address itself, then at what the page names, then at six usual places."""
    fault = "there is nothing at this address"
    for asked in _whole(address):
        try:
            answer = fetch(asked)
        except WebFault as came:
            fault = came.sentence()
            continue
        if answer.status != 200:
            fault = f"the site answered with status {answer.status}"
            continue
        return _from(answer, fetch, parse)
    return Found((), fault)


def _whole(address: str) -> tuple[str, ...]:
    """A bare name is asked by https first, then by http."""
    address = address.strip()
    if "://" in address:
        return (address,)
    return (f"https://{address}", f"http://{address}")


def _from(answer: Answer, fetch: Fetch, parse: Parse) -> Found:
    try:
        feed = parse(answer)
    except NotAFeed as fault:
        said = fault.sentence()
    else:
        return Found((_candidate(answer.address, feed),), "the address is a feed itself")
    named = _named(answer)
    found = _try(named[:MOST], fetch, parse)
    if found:
        return Found(tuple(found), f"the page names {len(found)} feed(s)")
    root = "{0.scheme}://{0.netloc}".format(urlsplit(answer.address))
    found = _try([urljoin(root, g) for g in GUESSES], fetch, parse)
    if found:
        return Found(tuple(found), "the page names no feed, but one lies in a usual place")
    return Found((), f"{said} The page names no feed, and none lies in the usual places.")


def _try(addresses: Iterable[str], fetch: Fetch, parse: Parse) -> list[Candidate]:
    found: list[Candidate] = []
    for address in dict.fromkeys(addresses):
        try:
            answer = fetch(address)
            if answer.status == 200:
                found.append(_candidate(address, parse(answer)))
        except (WebFault, NotAFeed):
            continue  # one of several guesses; what was found is shown, with its titles
    return found


def _candidate(address: str, feed: Parsed) -> Candidate:
    comments = "/comments" in address or feed.title.lower().startswith("comments")
    titles = [m.title or m.text[:80] for m in feed.mentions[:3]]
    channel = feed.mentions[0].channel if feed.mentions else ("comment" if comments else "news_feed")
    title = feed.title or urlsplit(address).netloc
    return Candidate(address, title, "comments" if comments else "posts", channel, tuple(titles))


def _named(answer: Answer) -> list[str]:
    """The feeds that a page names, in its head or in its Link header."""
    page = _Links()
    try:
        page.feed(answer.body[:500_000].decode("utf-8", "replace"))
    except AssertionError:
        pass  # the standard parser raises it on <![><img …; what came before still counts
    links = page.found
    for target, rest in _LINK.findall(answer.headers.get("link", "")):
        if "alternate" in rest and any(t in rest for t in TYPES):
            links.append(target)
    return [urljoin(answer.address, link) for link in links]


class _Links(HTMLParser):
    """Gathers <link rel="alternate"> of the types that feeds have."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "link":
            return
        given = {name: value or "" for name, value in attrs}
        kind = given.get("type", "").lower()
        rel = given.get("rel", "").lower().split()
        if "alternate" in rel and any(t in kind for t in TYPES) and given.get("href"):
            if "oembed" not in kind:
                self.found.append(given["href"])
