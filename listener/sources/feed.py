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
from listener.sources import jsonfeed, reportsite
from listener.sources.dates import read_date
from listener.sources.parsed import NotAFeed, Parsed
from listener.sources.plain import from_html, one_line, safe_link
from listener.sources.scan import refuse_traps

PASSED = ("content-type", "content-location", "content-language")
# What feedparser was seen to let through over 5,323 files and 171 hostile answers.
FAILS = (
    UnicodeError, AssertionError, ValueError, KeyError, IndexError, TypeError, AttributeError,
    LookupError, RecursionError, OverflowError, SAXException,
)  # fmt: skip
_ENDS = re.compile(rb"</(?:rss|feed|rdf:RDF|RDF|channel)\s*>\s*(?:<!--.*?-->\s*)*$", re.I | re.S)
_PERIODS = {"hourly": 3600, "daily": 86400, "weekly": 604800, "monthly": 2592000, "yearly": 31536000}


def parse(
    body: bytes, headers: Mapping[str, str], address: str, now: datetime, channel: str = ""
) -> Parsed:
    """Reads a feed of any kind. Raises NotAFeed, in words, for anything else."""
    if not body.strip():
        raise NotAFeed("The site sent an empty answer.")
    if jsonfeed.is_json(body):
        return jsonfeed.parse(body, now, channel)
    refuse_traps(body)
    found = _parsed(body, headers)
    entries = list(found.get("entries", ()))
    if not entries and not found.get("version"):
        raise NotAFeed(_instead(body))
    cut = bool(found.get("bozo")) and not _ENDS.search(body[-2000:])
    if cut and len(entries) > 1 and not _last_is_whole(body):
        entries.pop()
    head = found.get("feed", {})
    base = safe_link(str(head.get("link", ""))) or address
    where = channel or _channel(address, str(head.get("title", "")))
    report_site = reportsite.is_one(body, address)
    mentions = (_heard(e, base, now, where) for e in entries)
    if report_site:
        mentions = (reportsite.marked(m, e) for m, e in zip(mentions, entries, strict=True))
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


def _heard(entry: Any, base: str, now: datetime, channel: str) -> Heard:
    link = _link(entry, base)
    published, fault = _published(entry, now)
    return Heard(
        id=str(entry.get("id", ""))[:500],
        title=one_line(str(entry.get("title", ""))),
        text=from_html(_markup(entry)),
        url=link,
        author=one_line(str(entry.get("author", "")), 120),
        published=published,
        date_fault=fault,
        thread=_thread(entry),
        channel=channel,
    )


def _markup(entry: Any) -> str:
    """The longest body that the entry offers."""
    offered = [str(c.get("value", "")) for c in entry.get("content", ())]
    offered.append(str(entry.get("summary", "")))
    return max(offered, key=len)


def _link(entry: Any, base: str) -> str:
    given = str(entry.get("link", ""))
    if not given:
        return ""
    try:
        return safe_link(given if "://" in given[:12] else urljoin(base, given))
    except ValueError:
        return ""


def _thread(entry: Any) -> str:
    replies = entry.get("thr_in-reply-to") or entry.get("in-reply-to") or {}
    answered = replies.get("href") or replies.get("ref") if isinstance(replies, dict) else ""
    return safe_link(str(answered or entry.get("comments", ""))) or str(answered or "")[:500]


def _published(entry: Any, now: datetime) -> tuple[datetime | None, str]:
    raw = str(entry.get("published") or entry.get("updated") or entry.get("created") or "")
    found, fault = read_date(raw, now)
    if found is None and fault.endswith("cannot be read"):
        struct = entry.get("published_parsed") or entry.get("updated_parsed")
        if struct:
            at = datetime.fromtimestamp(calendar.timegm(struct), UTC)
            return (at, "") if at <= now else (None, f"the date “{raw[:80]}” lies in the future")
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
