"""Reads and writes lists of feeds. The one door to listparser."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

import listparser

from listener.errors import NotUnderstood
from listener.sources.encoding import decoded
from listener.sources.plain import plain_line, safe_link

CAP = 10_000_000
MOST = 5_000
DEPTH = 50  # folders in folders; listparser copies the whole path for every feed
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.-]{1,40})["']""")
_PIECE = re.compile(r"(?=<outline\b|</outline\b|</body\b|<!--)", re.I)
_NEEDED = re.compile(
    r"""(?<![\w-])(text|title|type|xmlUrl|url|category)\s*=\s*("[^"<]*"|'[^'<]*')""", re.I
)
_OLD = re.compile(r"^feed:(?://)?", re.I)


@dataclass(frozen=True, slots=True)
class OpmlFeed:
    """One feed of a list; folder is its path, with / between, or ""."""

    title: str
    address: str
    folder: str = ""


@dataclass(frozen=True, slots=True)
class OpmlRead:
    """A list as read; faults name what could not be taken."""

    feeds: tuple[OpmlFeed, ...]
    faults: tuple[str, ...]


def read(data: bytes) -> OpmlRead:
    """The feeds of an OPML file. Raises NotUnderstood where it holds none at all.

    Entities are never followed. An address that stands in two folders is one feed, in the first.
    """
    if len(data) > CAP:
        raise NotUnderstood("The list is larger than 10 MB. Nothing was added.")
    declared = _DECLARED.match(data[:300].lstrip())
    text = _mended(decoded(data, declared[1].decode() if declared else "")[0])
    try:
        _Depth().feed(text)
        # Bytes, always: a text that begins with http:// would be fetched.
        found = listparser.parse(text.encode("utf-8", "replace"))
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError) as fault:
        raise NotUnderstood("The file cannot be read as OPML. Nothing was added.") from fault
    return _taken(found)


def _mended(text: str) -> str:
    """The list with entries that hold bare HTML cut down to what we need of them.

    Three of 119 public lists have <a href="…"> in a description, quotation marks and all.
    """
    return "".join(_entry(piece) for piece in _PIECE.split(text))


def _entry(piece: str) -> str:
    if piece[:8].lower() != "<outline" or "<" not in piece[1:]:
        return piece
    needed: dict[str, str] = {}
    for name, value in _NEEDED.findall(piece):
        needed.setdefault(name.lower(), value)
    end = "/>" if piece.rstrip().endswith("/>") else ">"
    return f"<outline {' '.join(f'{n}={v}' for n, v in needed.items())}{end}"


def _taken(found: Mapping[str, Any]) -> OpmlRead:
    feeds: dict[str, OpmlFeed] = {}
    faults: list[str] = []
    listed = list(found.get("feeds", ()))
    for item in listed[:MOST]:
        title = plain_line(str(item.get("title", "")), 120)
        address = _address(str(item.get("url", "")))
        if address:
            feeds.setdefault(address, OpmlFeed(title, address, _folder(item)))
        else:
            faults.append(f"{title or 'an entry'} has no web address")
    if len(listed) > MOST:
        faults.append(f"the list holds {len(listed)} feeds; the first {MOST} were taken")
    for item in list(found.get("lists", ()))[:MOST]:
        name = plain_line(str(item.get("title", "")), 120) or "an entry"
        faults.append(f"{name} is a list of its own; save it and import it by itself")
    if not feeds and not faults:
        raise NotUnderstood("The file lists no feeds. Nothing was added.")
    return OpmlRead(tuple(feeds.values()), tuple(faults))


def _address(given: str) -> str:
    """A web address; feed:// is an old way to write http."""
    bare = _OLD.sub("", given.strip())
    return safe_link(bare if bare == given.strip() or "://" in bare else f"http://{bare}")


def _folder(item: Mapping[str, Any]) -> str:
    categories: list[list[object]] = item.get("categories") or []
    parts = [plain_line(str(part), 80).replace("/", "-") for part in (categories or [[]])[0]]
    return "/".join(part for part in parts if part)


def write(title: str, feeds: Iterable[OpmlFeed]) -> str:
    """The feeds as OPML 2.0, in their folders."""
    root = Element("opml", version="2.0")
    SubElement(SubElement(root, "head"), "title").text = plain_line(title)
    folders: dict[str, Element] = {"": SubElement(root, "body")}
    for feed in feeds:
        name = plain_line(feed.title)
        inside = _folder_for(feed.folder, folders)
        SubElement(inside, "outline", type="rss", text=name, title=name, xmlUrl=feed.address)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _folder_for(path: str, folders: dict[str, Element]) -> Element:
    if path not in folders:
        above, _, name = path.rpartition("/")
        folders[path] = SubElement(_folder_for(above, folders), "outline", text=name, title=name)
    return folders[path]


class _Depth(HTMLParser):
    """Counts how deep folders lie, with the same reader that listparser uses."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._depth += tag.endswith("outline")
        if self._depth > DEPTH:
            raise NotUnderstood(
                f"The list nests its folders more than {DEPTH} deep. Nothing was added."
            )

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An entry that closes itself is no deeper than what it stands in."""

    def handle_endtag(self, tag: str) -> None:
        if tag.endswith("outline"):
            self._depth = max(0, self._depth - 1)
