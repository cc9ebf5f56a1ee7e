"""Reads and writes lists of feeds. The one door to listparser."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

import listparser

from listener.errors import NotUnderstood
from listener.sources.plain import one_line, safe_link

CAP = 10_000_000
MOST = 5_000


@dataclass(frozen=True, slots=True)
class OpmlFeed:
    """One feed of a list."""

    title: str
    address: str
    folder: str = ""


@dataclass(frozen=True, slots=True)
class OpmlRead:
    """A list as read; faults name what could not be taken."""

    feeds: tuple[OpmlFeed, ...]
    faults: tuple[str, ...]


def read(data: bytes) -> OpmlRead:
    """The feeds of an OPML file. Raises NotUnderstood where it holds none at all."""
    if len(data) > CAP:
        raise NotUnderstood("The list is larger than 10 MB. Nothing was added.")
    try:
        found = listparser.parse(data)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as fault:
        raise NotUnderstood("The file cannot be read as OPML. Nothing was added.") from fault
    feeds: list[OpmlFeed] = []
    faults: list[str] = []
    listed = [*found.get("feeds", ()), *found.get("lists", ())]
    for item in listed[:MOST]:
        title = one_line(str(item.get("title", "")), 120)
        address = safe_link(str(item.get("url", "")))
        if address:
            feeds.append(OpmlFeed(title, address, _folder(item)))
        else:
            faults.append(f"{title or 'an entry'} has no web address")
    if len(listed) > MOST:
        faults.append(f"the list holds {len(listed)} feeds; the first {MOST} were taken")
    if not feeds and not faults:
        raise NotUnderstood("The file lists no feeds. Nothing was added.")
    return OpmlRead(tuple(feeds), tuple(faults))


def _folder(item: Mapping[str, Any]) -> str:
    categories: list[list[object]] = item.get("categories") or []
    return "/".join(str(part) for part in categories[0]) if categories else ""


def write(title: str, feeds: Iterable[OpmlFeed]) -> str:
    """The feeds as OPML 2.0."""
    root = Element("opml", version="2.0")
    SubElement(SubElement(root, "head"), "title").text = title
    body = SubElement(root, "body")
    for feed in feeds:
        SubElement(
            body, "outline", type="rss", text=feed.title, title=feed.title, xmlUrl=feed.address
        )
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"
