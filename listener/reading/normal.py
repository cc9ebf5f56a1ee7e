"""Levels a text for reading, character by character: every place in it stays where it was."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

CAP = 2_500  # characters read of one mention; more weighs nothing on its tone, and costs
_LEVEL = str.maketrans(
    dict.fromkeys(range(0xD800, 0xE000), "\ufffd")  # half a letter: no library takes it
    | {
        "‘": "'", "’": "'", "‛": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"',
        "–": "-", "—": "-", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "/": " ", "#": " ",
        "\t": " ", "\r": " ",
    }
)  # fmt: skip
# A handle may be a name on a server or, on Bluesky, a domain; "@council.Fix it" ends a sentence.
_NOISE = re.compile(
    r"(?i:https?://|www\.)\S+"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # a mail address
    r"|(?<!\w)@\w[\w-]*(?:\.[a-z\d][\w-]*)*(?:@[\w.-]+)?"
)
_INVISIBLE = re.compile(r"[\u200b-\u200f\u00ad\u2060\ufeff\ufe0e\ufe0f]")


class Plain(NamedTuple):
    """A text made level. exact: places in `text` are places in title + newline + text as heard."""

    text: str
    lower: str
    exact: bool
    cut: bool  # more was said than was read

    @property
    def readable(self) -> bool:
        """Is it written in the letters of our word lists?"""
        begins = self.lower[:200]
        if begins.isascii():
            return True
        letters = [c for c in begins if c.isalpha()]
        return 2 * sum(c < "\u0250" for c in letters) >= len(letters)


def levelled(phrase: str) -> str:
    """A phrase of a list, level as the texts are in which it is looked for."""
    return phrase.translate(_LEVEL)


def plain_of(title: str, text: str) -> Plain:
    """Straight quotes; no links, addresses, handles, # or invisible letters; case kept in text."""
    whole = f"{title}\n{text}"
    cut = len(whole) > CAP
    whole = whole[:CAP]
    exact = True
    if "&" in whole and ";" in whole:
        opened = html.unescape(whole)
        exact, whole = opened == whole, opened
    if not whole.isascii():
        seen = _INVISIBLE.sub("", whole)
        exact, whole = exact and seen == whole, seen
    level = whole.translate(_LEVEL)
    lower = level.lower()
    if "@" in level or "http" in lower or "www" in lower:
        blanked = _NOISE.sub(lambda m: " " * len(m.group()), whole)
        level = blanked.translate(_LEVEL)
        lower = level.lower()
    if len(lower) != len(level):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in level)
    return Plain(level, lower, exact, cut)


def whole_word(part: str, word: str, start: int) -> int:
    """Where a word stands as a whole one, or -1: the mess of a message is none."""
    where = part.find(word, start)
    while where >= 0:
        end = where + len(word)
        if not (part[where - 1 : where].isalnum() or part[end : end + 1].isalnum()):
            return where
        where = part.find(word, where + 1)
    return -1


def placed(plain: Plain, said: str) -> tuple[int, int]:
    """Where a word, or two in a row, stand in a text; (-1, -1) where its places are not kept."""
    first, _, second = said.partition(" ")
    at = whole_word(plain.lower, first, 0) if plain.exact else -1
    while at >= 0 and second:
        after = at + len(first)
        gap = next((n for n in range(4) if plain.lower.startswith(second, after + n)), -1)
        if gap >= 0 and not any(c.isalnum() for c in plain.lower[after : after + gap]):
            return at, after + gap + len(second)
        at = whole_word(plain.lower, first, after)
    return (at, at + len(first)) if at >= 0 else (-1, -1)
