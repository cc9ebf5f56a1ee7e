"""Makes safe plain text of whatever a source sent: no markup, no tricks, bounded in length."""

from __future__ import annotations

import html
import re
import unicodedata
from urllib.parse import urlsplit

import nh3

TITLE_CAP = 500
TEXT_CAP = 20_000
LINK_CAP = 2_000
MARKS = 4  # combining marks on one letter; more only makes a row taller

_BLOCK = re.compile(r"<(?:br|/p|/div|/li|/tr|/h[1-6]|/blockquote|hr|/ul|/ol|p|div|li)\b[^>]{0,500}>", re.I)
# What lies in a drawing or a formula is dropped whole by the cleaner, with any words after it.
_FOREIGN = re.compile(r"</?(?:svg|math)\b[^<>]{0,2000}>", re.I)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
_BIDI = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_SPACES = re.compile(r"[ \t\u00a0]+")
_LINES = re.compile(r"\s*\n\s*(?:\n\s*)+")
_EDGES = re.compile(r" *\n *")
_MARKUP = re.compile(r"[<&]")


def from_html(markup: str, cap: int = TEXT_CAP) -> str:
    """Plain text of HTML: blocks become lines, scripts and styles go, entities are read once."""
    if not _MARKUP.search(markup):
        return tidy(markup, cap)
    # Ten times the cap holds any honest post; what is longer is cut before it is parsed.
    broken = _BLOCK.sub(lambda m: "\n" + m.group(0), _FOREIGN.sub("", markup[: cap * 10]))
    bare = nh3.clean(broken, tags=set(), clean_content_tags={"script", "style"})
    return tidy(html.unescape(bare), cap)


def one_line(markup: str, cap: int = TITLE_CAP) -> str:
    """A title or a name: plain text on one line."""
    return " ".join(from_html(markup, cap).split())


def tidy(text: str, cap: int = TEXT_CAP) -> str:
    """Text without control characters and overrides, with few blank lines, cut at `cap` with …"""
    text = text[: cap * 4].replace("\r\n", "\n").replace("\r", "\n")
    text = _BIDI.sub("", _CONTROL.sub("", text))
    if not text.isascii():
        text = _calm(text)
    text = _EDGES.sub("\n", _SPACES.sub(" ", text))
    text = _LINES.sub("\n\n", text).strip()
    return text if len(text) <= cap else text[: cap - 1].rstrip() + "…"


def _calm(text: str) -> str:
    """At most a few combining marks in a row: two thousand on one letter blot out the list."""
    if not any("\u0300" <= c <= "\u036f" or "\u20d0" <= c <= "\u20ff" for c in text):
        return text
    kept: list[str] = []
    run = 0
    for char in text:
        run = run + 1 if unicodedata.combining(char) else 0
        if run <= MARKS:
            kept.append(char)
    return "".join(kept)


def safe_link(link: str) -> str:
    """An http or https address without control characters, else ""."""
    link = _BIDI.sub("", _CONTROL.sub("", link)).strip()
    if len(link) > LINK_CAP or any(c.isspace() for c in link):
        return ""
    try:
        parts = urlsplit(link)
    except ValueError:
        return ""
    return link if parts.scheme.lower() in ("http", "https") and parts.hostname else ""
