"""Reads JSON Feed 1.x, which feedparser does not."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from listener.mention import Heard
from listener.sources.dates import read_date
from listener.sources.parsed import NotAFeed, Parsed
from listener.sources.plain import TITLE_CAP, from_html, one_line, safe_link, tidy
from listener.sources.scan import ITEMS

MARK = "jsonfeed.org/version/"


def is_json(body: bytes) -> bool:
    """Does it look like JSON at all? Decided by content, not by what the server calls it."""
    return body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")


def parse(body: bytes, now: datetime, channel: str) -> Parsed:
    """Reads a JSON Feed. Raises NotAFeed for any other JSON."""
    try:
        feed = json.loads(body.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as fault:
        raise NotAFeed("The site sent broken JSON instead of a feed.") from fault
    if not isinstance(feed, dict) or MARK not in str(feed.get("version", "")):
        raise NotAFeed("The site sent JSON that is no feed, often an error message.")
    items = feed.get("items")
    if isinstance(items, list) and len(items) > ITEMS:
        raise NotAFeed(f"The feed holds {len(items)} items at once; {ITEMS} are the most we take.")
    entries = [i for i in items if isinstance(i, dict)] if isinstance(items, list) else []
    return Parsed(
        title=one_line(_text(feed, "title")),
        site=safe_link(_text(feed, "home_page_url")),
        mentions=tuple(_heard(item, now, channel) for item in entries),
    )


def _heard(item: dict[str, Any], now: datetime, channel: str) -> Heard:
    link = safe_link(_text(item, "url")) or safe_link(_text(item, "external_url"))
    published, fault = read_date(_text(item, "date_published") or _text(item, "date_modified"), now)
    markup = _text(item, "content_html")
    text = from_html(markup) if markup else tidy(_text(item, "content_text"))
    title = " ".join(tidy(_text(item, "title"), TITLE_CAP).split())  # JSON Feed: plain text
    return Heard(
        id=_text(item, "id")[:500],
        title=title,
        text=text or tidy(_text(item, "summary")),
        url=link,
        author=_author(item),
        published=published,
        date_fault=fault,
        channel=channel or "news_feed",
    )


def _author(item: dict[str, Any]) -> str:
    authors = item.get("authors") or [item.get("author")]
    for author in authors if isinstance(authors, list) else ():
        if isinstance(author, dict) and author.get("name"):
            return " ".join(tidy(str(author["name"]), 120).split())
    return ""


def _text(mapping: dict[str, Any], key: str) -> str:
    value = mapping.get(key)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value)
