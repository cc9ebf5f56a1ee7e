"""Turns what a feed sent us into mentions, in plain text. The one door to feedparser."""

from __future__ import annotations

import calendar
import io
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin
from xml.sax import SAXException

import feedparser

from listener.mention import Heard
from listener.sources import jsonfeed, quick, reportsite
from listener.sources.dates import UNREAD, judged, read_date
from listener.sources.parsed import NotAFeed, Parsed
from listener.sources.plain import TITLE_CAP, from_html, one_line, safe_link, tidy
from listener.sources.scan import refuse_traps

PASSED = ("content-type", "content-location", "content-language")
# What feedparser was seen to let through over 5,323 files and 171 hostile answers.
FAILS = (
    UnicodeError, AssertionError, ValueError, KeyError, IndexError, TypeError, AttributeError,
    LookupError, RecursionError, OverflowError, SAXException,
)  # fmt: skip
_ENDS = re.compile(rb"</(?:rss|feed|rdf:RDF|RDF|channel)\s*>\s*(?:<!--.*?-->\s*)*$", re.I | re.S)
_PERIODS = {"hourly": 3600, "daily": 86400, "weekly": 604_800, "monthly": 2_592_000}


def parse(
    body: bytes, headers: Mapping[str, str], address: str, now: datetime, channel: str = ""
) -> Parsed:
    """Reads a feed of any kind. Raises NotAFeed, in words, for anything else."""
    if not body.strip():
        raise NotAFeed("The site sent an empty answer.")
    if jsonfeed.is_json(body):
        return jsonfeed.parse(body, now, channel)
    refuse_traps(body)
    found = quick.parsed(body, headers)
    if found is not None:
        feed = _feed(found, body, address, now, channel)
        if not any(m.date_fault.endswith(UNREAD) for m in feed.mentions):
            return feed
    return _feed(_parsed(body, headers), body, address, now, channel)


def _feed(found: Any, body: bytes, address: str, now: datetime, channel: str) -> Parsed:
    """The feed as both of its readers give it: a mapping with version, feed and entries."""
    entries = list(found.get("entries", ()))
    if not entries and not found.get("version"):
        raise NotAFeed(_instead(body))
    cut = bool(found.get("bozo")) and not _ENDS.search(body[-2000:])
    if cut and len(entries) > 1 and not _last_is_whole(body):
        entries.pop()
    head = found.get("feed", {})
    base = safe_link(str(head.get("link", ""))) or address
    where = channel or _channel(address, str(head.get("title", "")))
    plain = str(found.get("version", "")).startswith("atom")
    mentions = [_heard(e, base, now, where, plain) for e in entries]
    if reportsite.is_one(body, address):
        mentions = [reportsite.marked(m, e) for m, e in zip(mentions, entries, strict=True)]
    return Parsed(
        title=one_line(str(head.get("title", ""))),
        site=safe_link(str(head.get("link", ""))),
        mentions=tuple(mentions),
        min_interval=_interval(head),
        notes=("the feed was cut off; what came whole is kept",) if cut else (),
        cut=cut,
    )


def _parsed(body: bytes, headers: Mapping[str, str]) -> Any:
    sent = {name: headers[name] for name in PASSED if name in headers}
    try:
        return feedparser.parse(
            io.BytesIO(body),
            response_headers=sent,
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except FAILS as fault:
        raise NotAFeed(f"The feed is too broken to read ({type(fault).__name__}).") from fault


def _instead(body: bytes) -> str:
    start = body[:2000].lower()
    if b"<html" in start or b"<!doctype html" in start:
        return "The site sent a web page instead of a feed; it may want a log-in, or have moved."
    return "The answer is no feed that we can read."


def _last_is_whole(body: bytes) -> bool:
    opened = max(body.rfind(b"<item"), body.rfind(b"<entry"))
    return b"</item" in body[opened:] or b"</entry" in body[opened:]


def _heard(entry: Any, base: str, now: datetime, channel: str, plain: bool) -> Heard:
    published, fault = _published(entry, now)
    return Heard(
        id=_given(entry, "id")[:500],
        title=_line(_given(entry, "title"), _given(entry, "title_detail"), plain),
        text=_body(entry, plain),
        url=_link(entry, base),
        author=one_line(_given(entry, "author"), 120),
        published=published,
        date_fault=fault,
        thread=_thread(entry),
        channel=channel,
    )


def _given(entry: Any, key: str) -> Any:
    # Past feedparser's own look-up, which tries old names for new ones at ten times the cost.
    return dict.get(entry, key) or ""


def _line(text: str, detail: Any, plain: bool) -> str:
    """A title. plain: Atom says so itself where it is no HTML; in RSS nobody can know."""
    if plain and detail and detail.get("type") == "text/plain":
        return " ".join(tidy(text, TITLE_CAP).split())
    return one_line(text)


def _body(entry: Any, plain: bool) -> str:
    """The longest body that the entry offers."""
    offered = [(c.get("value") or "", c.get("type")) for c in _given(entry, "content")]
    detail = _given(entry, "summary_detail") or {}
    offered.append((_given(entry, "summary"), detail.get("type")))
    text, kind = max(offered, key=lambda pair: len(pair[0]))
    return tidy(text) if plain and kind == "text/plain" else from_html(text)


def _link(entry: Any, base: str) -> str:
    given = str(_given(entry, "link"))
    if not given:
        return ""
    try:
        return safe_link(given if "://" in given[:12] else urljoin(base, given))
    except ValueError:
        return ""


def _thread(entry: Any) -> str:
    """What it answers: the post that a comment belongs to, or where its own comments are."""
    replies = _given(entry, "thr_in-reply-to") or _given(entry, "in-reply-to")
    answered = (replies.get("href") or replies.get("ref")) if isinstance(replies, dict) else ""
    return safe_link(str(answered or _given(entry, "comments"))) or str(answered or "")[:500]


def _published(entry: Any, now: datetime) -> tuple[datetime | None, str]:
    given = _given(entry, "published") or _given(entry, "updated") or _given(entry, "created")
    found, fault = read_date(str(given), now)
    if found is None and fault.endswith(UNREAD):
        struct = _given(entry, "published_parsed") or _given(entry, "updated_parsed")
        if struct:
            return judged(datetime.fromtimestamp(calendar.timegm(struct), UTC), "", now)
    return found, fault


def _channel(address: str, title: str) -> str:
    if "/comments/" in address or title.lower().startswith(("comments on", "comments for")):
        return "comment"
    return "news_feed"


def _interval(head: Any) -> int:
    """Seconds between polls that the feed asks for, at most a day, or 0."""
    wanted = 0
    ttl = str(head.get("ttl", "")).strip()
    if ttl.isdigit():
        wanted = int(ttl[:6]) * 60
    period = str(head.get("sy_updateperiod", "")).strip().lower()
    times = str(head.get("sy_updatefrequency", "1")).strip()
    if period in _PERIODS:
        often = int(times) if times.isdigit() and int(times[:4]) > 0 else 1
        wanted = max(wanted, _PERIODS[period] // often)
    return min(wanted, 86400)
