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
BUSY = 2_000  # tags in one text; nh3 takes 2 s over 20,000 that are nested

_SILENT = {"script", "style"}
_NAMES = r"(?:br|/p|/div|/li|/tr|/h[1-6]|/blockquote|hr|/ul|/ol|p|div|li)\b"
_BLOCKS = re.compile(f"<{_NAMES}", re.I)
_BLOCK = re.compile(f"<{_NAMES}[^>]{{0,500}}>", re.I)
# The cleaner drops a drawing or a formula with all in it: after an unclosed <mtext>, everything.
_FOREIGN = re.compile(r"</?(?:svg|m[a-z]+|annotation(?:-xml)?|desc|template)\b[^<>]{0,2000}>", re.I)
# Usual tags: without them the text is what the cleaner leaves, at a third of the cost.
_PLAIN_TAG = re.compile(
    r"<(?:/?(?:a|abbr|b|cite|code|em|figcaption|figure|i|img|q|s|small|span|strong|sub|sup|u)\b)"
    r"(?:\s+[\w:-]++(?:=(?:\"[^\"<>]*\"|'[^'<>]*'))?)*+\s*+/?>",
    re.I | re.A,
)
_TELLING = re.compile(r"[<\r\0\ufeff]")  # another tag is left, or what the cleaner changes
_TORN = re.compile(r"&#?\w*<")  # a character's name may end before a tag, and not go on behind it
_TAG = re.compile(r"<(script|style)\b.*?</\1[^<>]*>|<[a-z/!?][^<>]*>", re.I | re.S)
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029"
    r"\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
_BIDI = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_MARKS = r"\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_HEAP = re.compile(f"[{_MARKS}]{{{MARKS + 1}}}")
_ODD = re.compile(  # one look tells that a text has none of what has to be tamed
    rf"[\x00-\x08\x0b-\x1f\x7f-\xa0{_MARKS}\u2028-\u202f\u2066-\u2069"
    r"\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
_PLAIN_SPACE = {0xA0: " ", 0x202F: " "}
_SPACES = re.compile("  +")
_SPACE = re.compile(r"\s")
_USUAL_LINK = re.compile(
    r"https?://[A-Za-z0-9][A-Za-z0-9.-]*(?::[0-9]{1,5})?(?:[/?#][\x21-\x7e]*)?"
)
_LINES = re.compile(r"\n{3,}")


def from_html(markup: str, cap: int = TEXT_CAP) -> str:
    """Plain text of HTML: blocks become lines, scripts and styles go, entities are read once."""
    if "<" in markup:
        # Ten times the cap holds any honest post; what is longer is cut before it is parsed.
        markup = markup[: cap * 10]
        if _BLOCKS.search(markup):
            markup = _BLOCK.sub("\n", markup)
        bare = _PLAIN_TAG.sub("", markup)
        if not _TELLING.search(bare) and not ("&" in bare and _TORN.search(markup)):
            markup = bare
        elif markup.count("<") > BUSY:
            markup = _TAG.sub("", markup)
        else:
            markup = nh3.clean(_FOREIGN.sub("", markup), tags=set(), clean_content_tags=_SILENT)
    if "&" in markup:
        markup = html.unescape(markup[: cap * 10])
    return tidy(markup, cap)


def one_line(markup: str, cap: int = TITLE_CAP) -> str:
    """A title or a name, given as HTML, on one line of plain text."""
    return " ".join(from_html(markup, cap).split())


def tidy(text: str, cap: int = TEXT_CAP) -> str:
    """Text without control characters and overrides, with few blank lines, cut at `cap` with …"""
    if len(text) > cap * 4:
        text = text[: cap * 4]
    if _odd(text):
        text = _tamed(text)
    text = text.replace("\t", " ")
    if "  " in text:
        text = _SPACES.sub(" ", text)
    if "\n" in text:
        text = "\n".join([line.strip(" ") for line in text.split("\n")])
        text = _LINES.sub("\n\n", text) if "\n\n\n" in text else text
    text = text.strip()
    return text if len(text) <= cap else text[: cap - 1].rstrip() + "…"


def verbatim(text: str, cap: int = TEXT_CAP) -> str:
    """Text that was plain already, with its own spaces and lines, without control characters."""
    text = text[: cap * 4]
    text = (_tamed(text) if _odd(text) else text).strip()
    return text if len(text) <= cap else text[: cap - 1].rstrip() + "…"


def plain_line(text: str, cap: int = TITLE_CAP) -> str:
    """A title or a name that is no HTML, on one line: what stands between < and > is kept."""
    return " ".join(verbatim(text, cap).split())


def _odd(text: str) -> bool:
    """Whether there is anything to be tamed; for plain English at a tenth of the search's cost."""
    if not text.isascii():
        try:
            text.encode("cp1252")  # whose letters and signs hold nothing odd that could be printed
        except UnicodeEncodeError:
            return _ODD.search(text) is not None
    elif text.isprintable():
        return False
    return not text.replace("\n", "").replace("\t", "").isprintable()


def _tamed(text: str) -> str:
    """Without control characters, overrides, odd spaces and heaps of combining marks."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _BIDI.sub("", _CONTROL.sub("", text)).translate(_PLAIN_SPACE)
    if not _HEAP.search(text):
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
    link = link.strip()
    if len(link) <= LINK_CAP and _USUAL_LINK.fullmatch(link):
        return link
    if _odd(link):
        link = _BIDI.sub("", _CONTROL.sub("", link))
    if len(link) > LINK_CAP or _SPACE.search(link):
        return ""
    try:
        parts = urlsplit(link)
    except ValueError:
        return ""
    return link if parts.scheme.lower() in ("http", "https") and parts.hostname else ""
