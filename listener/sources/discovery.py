"""Finds the feeds of whatever address a person pastes: its posts and its comments."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Literal
from urllib.parse import urljoin, urlsplit

from listener.addresses import WebFault
from listener.errors import Known
from listener.sources.parsed import NotAFeed, Parsed
from listener.web import Answer

Fetch = Callable[[str], Answer]
Parse = Callable[[Answer], Parsed]
GUESSES = ("/feed/", "/comments/feed/", "/rss", "/atom.xml", "/index.xml", "/latest.rss")
TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")
ALSO = ("application/rdf+xml", "text/rss", "text/atom")  # seen on older sites
MOST = 8  # a page that names more is listing other people's feeds
HEAD = 1_000_000  # bytes of a page that are searched; some carry 600 kB of script before the link
_LINK = re.compile(r"<([^<>]{1,2000})>\s*;([^,<]{0,500})")


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
    """Looks at the address itself, then at what the page names, then at six usual places.

    fetch returns an answer or raises WebFault; parse raises NotAFeed where an answer is none.
    Never raises for what the site did: `because` says it.
    """
    address = address.strip()
    wrong = _no_address(address)
    if wrong:
        return Found((), wrong)
    fault = "there is nothing at this address"
    for asked in _whole(address):
        try:
            answer = fetch(asked)
        except WebFault as came:
            fault = came.sentence()
            continue
        if answer.status == 200:
            return _from(asked, answer, fetch, parse)
        fault = f"the site answered with status {answer.status}"
    return Found((), fault)


def _no_address(text: str) -> str:
    """Why some pasted text can be no web address, or ""."""
    if not text:
        return "there is nothing to look for: paste a web address"
    if text.startswith("#"):
        return f"a tag needs its server: write {text.split()[0]}@ and the server's name"
    if text.startswith("@"):
        return f"an account needs its server: write {text.split()[0]}@ and the server's name"
    if re.search(r"\s", text) or ("." not in text and ":" not in text and text != "localhost"):
        return f"this is no web address; to hear the news about it, write news: {text[:80]}"
    return ""


def _whole(address: str) -> tuple[str, ...]:
    """A bare name is asked by https first, then by http; feed:// is an old way to write http."""
    address = re.sub(r"^feed:(?://)?(?=https?://)", "", address, flags=re.I)
    address = re.sub(r"^feed://", "", address, flags=re.I)
    return (address,) if "://" in address else (f"https://{address}", f"http://{address}")


def _from(asked: str, answer: Answer, fetch: Fetch, parse: Parse) -> Found:
    """What a good answer leads to."""
    try:
        feed = parse(answer)
    except NotAFeed as fault:
        said = fault.sentence()
    except Known as fault:  # it took the reader too long, or too much memory
        return Found((), fault.sentence())
    else:
        candidate = _candidate(answer.moved_to or asked, feed)
        return Found((candidate,), "the address is a feed itself")
    named = _named(answer)
    found = _tried(named[:MOST], fetch, parse)
    if found:
        if all(c.kind == "posts" for c in found):
            found += _tried(_comments_of(answer, found), fetch, parse)
        return Found(tuple(found), f"the page names {len(found)} feed{'s' * (len(found) != 1)}")
    found = _tried(_guesses(answer.address), fetch, parse)
    if found:
        return Found(tuple(found), "the page names no feed, but there is one in a usual place")
    instead = "What it names is no feed." if named else "It names no feed."
    return Found((), f"{said} {instead} None is in the usual places either.")


def _guesses(address: str) -> list[str]:
    """Six usual places at most: for a folder its own posts and comments first, then the site's."""
    parts = urlsplit(address)
    root = f"{parts.scheme}://{parts.netloc}"
    folder = parts.path.rstrip("/") if parts.path.endswith("/") else ""
    own = [f"{root}{folder}{guess}" for guess in GUESSES[:2]] if folder else []
    return [*own, *(root + guess for guess in GUESSES)][: len(GUESSES)]


def _comments_of(answer: Answer, found: Iterable[Candidate]) -> list[str]:
    """Where a WordPress keeps its comments when its page names the posts alone."""
    wordpress = "api.w.org" in answer.headers.get("link", "")
    feeds = [c.address for c in found if re.search(r"/feed/?$", urlsplit(c.address).path)]
    if not feeds or not (wordpress or feeds[0].endswith("/feed/")):
        return []
    return [re.sub(r"/feed/?$", "/comments/feed/", feeds[0])]


def _tried(addresses: Iterable[str], fetch: Fetch, parse: Parse) -> list[Candidate]:
    """The feeds among some addresses; the same feed in another form is left out."""
    found: list[Candidate] = []
    seen: set[object] = set()
    for address in dict.fromkeys(addresses):
        try:
            answer = fetch(address)
            feed = parse(answer) if answer.status == 200 else None
        except Known:
            continue  # one of several guesses; what was found is shown, with its titles
        if feed is None:
            continue
        candidate = _candidate(answer.moved_to or address, feed)
        items = tuple((m.title, m.url) for m in feed.mentions)
        same = (candidate.kind, items) if items else candidate.address
        if same not in seen and answer.address not in seen:
            found.append(candidate)
        seen |= {same, answer.address}
    return found


def _candidate(address: str, feed: Parsed) -> Candidate:
    title = feed.title or urlsplit(address).netloc
    comments = bool(
        re.search(r"/comments(?:[/.?]|$)|comments-rss2|/feeds/comments", address.lower())
        or re.match(r"comments (?:on|for|to)\b|comments:", title.lower())
    )
    titles = [m.title or m.text[:80] for m in feed.mentions[:3]]
    given = feed.mentions[0].channel if feed.mentions else "news_feed"
    channel = "comment" if comments and given == "news_feed" else given
    return Candidate(address, title, "comments" if comments else "posts", channel, tuple(titles))


def _named(answer: Answer) -> list[str]:
    """The feeds that a page names, in its head or in its Link header."""
    page = _Links()
    with contextlib.suppress(AssertionError):
        # The standard parser raises it on <![><img …; what came before still counts.
        page.feed(answer.body[:HEAD].decode("utf-8", "replace"))
    base = _joined(answer.address, page.base) or answer.address
    addresses = [_joined(base, link) for link in page.found]
    addresses += [_joined(answer.address, link) for link in _of_header(answer.headers)]
    return [a for a in dict.fromkeys(addresses) if a.startswith(("http://", "https://"))]


def _of_header(headers: Mapping[str, str]) -> Iterator[str]:
    for target, rest in _LINK.findall(headers.get("link", "")[:8_000]):
        rel = re.search(r"\brel\s*=\s*\"?([^\";]*)", rest, re.I)
        kind = re.search(r"\btype\s*=\s*\"?([^\";]*)", rest, re.I)
        if rel and kind and _is_feed(rel[1], kind[1]):
            yield target


def _is_feed(rel: str, kind: str) -> bool:
    """rel may hold more words than `alternate`, as Discourse's does."""
    return "alternate" in rel.lower().split() and kind.strip().lower().startswith((*TYPES, *ALSO))


def _joined(base: str, link: str) -> str:
    try:
        return urljoin(base, link.strip())
    except ValueError:
        return ""  # such as http://[


class _Links(HTMLParser):
    """Gathers <link rel="alternate"> of the types that feeds have, and the page's <base>."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.base = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("link", "base", "a"):
            return
        given = {name: value or "" for name, value in attrs}
        href = given.get("href", "")
        if tag == "base":
            self.base = self.base or href
        elif href and _is_feed(given.get("rel", ""), given.get("type", "")):
            self.found.append(href)
