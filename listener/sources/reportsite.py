"""Reports made on a FixMyStreet: place and category are kept; the service has them already."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from listener.mention import Heard
from listener.sources.plain import from_html

# FixMyStreet's own feeds lie at these paths and carry a point with each report.
_PATHS = ("/rss/l/", "/rss/pc/", "/rss/reports/", "/rss/area/", "/rss/n/")
_TAIL = re.compile(r"\s*Report(?:ed)? (?:on|via|using) \S[^\n]{0,80}$", re.I)
_NEAR = re.compile(r"(?:,| near| at| on)\s+(?P<place>[A-Z][^,\n]{2,60})")


def is_one(body: bytes, address: str) -> bool:
    """Is this the feed of a report site?"""
    path = urlsplit(address).path
    return b"georss" in body and (any(p in path for p in _PATHS) or b"/report/" in body)


def marked(heard: Heard, entry: Any) -> Heard:
    """The same report with its place and category, marked as already with the service."""
    # Its descriptions are escaped twice: what looks like text is still markup.
    text = _TAIL.sub("", from_html(html.unescape(heard.text))).strip()
    tags = [str(t.get("term", "")) for t in entry.get("tags", ())]
    category = str(entry.get("category", "")) or (tags[0] if tags else "")
    near = _NEAR.search(heard.title)
    return replace(
        heard,
        text=text,
        place=near.group("place") if near else _point(entry),
        category=category[:120],
        already_routed=True,
        channel="report_site",
        author="",
    )


def _point(entry: Any) -> str:
    """Latitude and longitude as the report site wrote them, or "" (feedparser turns them round)."""
    found = entry.get("where") or {}
    where: Any = found.get("coordinates") or ()
    if found.get("type") != "Point" or len(where) != 2:
        return ""
    return f"{where[1]} {where[0]}"
