"""Counts a reply as the network that it goes to will count it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Way = Literal["plain", "graphemes", "links_23", "weighed"]
LINK = 23  # what X and Mastodon count for any link, however long it is


@dataclass(frozen=True, slots=True)
class Network:
    """Where a reply goes: its name, the most it takes (None: no limit that we know), and how."""

    name: str
    most: int | None
    way: Way
    note: str = ""


NETWORKS = {
    "x": Network("X", 280, "weighed", "a link counts 23, an emoji 2"),
    "bluesky": Network("Bluesky", 300, "graphemes", "a link counts whole"),
    "mastodon": Network("Mastodon", 500, "links_23", "a link counts 23; some servers take more"),
    "facebook_group": Network("Facebook", 8_000, "plain"),  # for a comment; a post takes 63,206
    "nextdoor": Network("Nextdoor", None, "plain"),
    "comment": Network("a comment", None, "plain"),
}
"""By channel (listener.mention.CHANNELS). What is not here is counted as a comment."""

_ALIKE = {"page_comment": "facebook_group"}

_WEB = re.compile(r"https?://[^\s<>\"]*[^\s<>\"'.,;:!?)\]]", re.IGNORECASE)
# X makes a link of a bare name too; these endings are the ones that a council writes.
_BARE = re.compile(
    r"(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:uk|com|org|net|gov|london|wales|cymru|scot|eu|io)\b"
    r"(?:/[^\s<>\"]*[^\s<>\"'.,;:!?)\]])?",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(r"(?<![\w/])(@[\w.-]*\w)@[\w-]+(?:\.[\w-]+)+")
# One letter each on X: from twitter-text's configuration, version 3. All others weigh two.
_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))


@dataclass(frozen=True, slots=True)
class Count:
    """How long a text is for a network, and by how much it is too long (0: it fits)."""

    network: Network
    used: int
    over: int


def network_of(channel: str) -> str:
    """The id of NETWORKS that a reply on a channel is counted for."""
    channel = _ALIKE.get(channel, channel)
    return channel if channel in NETWORKS else "comment"


def counted(text: str, network: str) -> Count:
    """The length of a text on a network (an id of NETWORKS), white space at its ends left out."""
    where = NETWORKS[network]
    used = _length(unicodedata.normalize("NFC", text.strip()), where.way)
    return Count(where, used, max(0, used - where.most) if where.most is not None else 0)


def _length(text: str, way: Way) -> int:
    if way == "plain":
        return len(text)
    if way == "graphemes":
        return sum(1 for _ in graphemes(text))
    if way == "links_23":
        # Of an account on another server only its first part counts.
        rest, links = _WEB.subn("", _ACCOUNT.sub(r"\1", text))
        return LINK * links + sum(1 for _ in graphemes(rest))
    rest, links = _WEB.subn(" ", text)
    rest, bare = _BARE.subn("", rest)
    return LINK * (links + bare) - links + sum(_weight(g) for g in graphemes(rest))


def _weight(grapheme: str) -> int:
    if _pictured(grapheme):
        return 2
    return sum(1 if any(a <= ord(c) <= z for a, z in _LIGHT) else 2 for c in grapheme)


def graphemes(text: str) -> Iterator[str]:
    """What a person sees as one letter, one after the other: an emoji of a family is one.

    After Unicode's annex 29, but for the joining letters of Indic scripts.
    """
    start = 0
    for at in range(1, len(text)):
        if not _joined(text, start, at):
            yield text[start:at]
            start = at
    if text:
        yield text[start:]


def _joined(text: str, start: int, at: int) -> bool:
    """Whether the character at a place belongs to the grapheme that begins at start."""
    before, now = text[at - 1], text[at]
    if before == "\r":
        return now == "\n"
    if before in "\n\t" or now in "\r\n\t":
        return False
    if now == _ZWJ or _extends(now):
        return True
    if before == _ZWJ:
        return _pictured(text[start:at]) and _pictured(now)
    if _flag(now) and _flag(before):
        return (at - start) % 2 == 1
    return _hangul(before, now)


_ZWJ = "\N{ZERO WIDTH JOINER}"


def _extends(character: str) -> bool:
    code = ord(character)
    return (
        0x1F3FB <= code <= 0x1F3FF  # the colour of a skin
        or 0xE0020 <= code <= 0xE007F  # the tags of England's, Scotland's and Wales's flags
        or unicodedata.category(character) in ("Mn", "Me", "Mc")
    )


def _flag(character: str) -> bool:
    return 0x1F1E6 <= ord(character) <= 0x1F1FF


def _pictured(grapheme: str) -> bool:
    """Whether it is an emoji: shown as a picture, or told to be one."""
    code = ord(grapheme[0])
    told = "\N{VARIATION SELECTOR-16}" in grapheme or "\N{COMBINING ENCLOSING KEYCAP}" in grapheme
    return 0x1F000 <= code <= 0x1FAFF or 0x2600 <= code <= 0x27BF or (told and code > 0x22)


def _hangul(before: str, now: str) -> bool:
    """Whether a Korean sign written in parts goes on."""
    a, b = ord(before), ord(now)
    lead, vowel = 0x1100 <= a <= 0x115F, 0x1160 <= b <= 0x11A7
    tail = 0x11A8 <= b <= 0x11FF
    whole = 0xAC00 <= a <= 0xD7A3
    open_ = 0x1160 <= a <= 0x11A7 or (whole and (a - 0xAC00) % 28 == 0)
    return (
        (lead and (0x1100 <= b <= 0x115F or vowel or 0xAC00 <= b <= 0xD7A3))
        or (open_ and (vowel or tail))
        or ((whole or 0x11A8 <= a <= 0x11FF) and tail)
    )
