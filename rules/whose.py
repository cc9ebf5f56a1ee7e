"""Whose it is: finds the area that a service means when it says “not for us”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_IDLE = frozenset({"the", "team", "dept", "department", "service", "services", "desk", "it's", "s"})
_NAMED = re.compile(r"[\w'’&-]+")


def whose_area(said: str, known: Mapping[str, Iterable[str]]) -> str:
    """The one area of `known` that these words name, or "" for none and for several.

    known: each area with the other names it goes by (its desk, its categories). The area's own
    name outweighs the others, and a longer name a shorter one within it.
    """
    words = _words(said)
    if not words:
        return ""
    own = _longest({area: (area,) for area in known}, words)
    found = own or _longest(known, words)
    return found.pop() if len(found) == 1 else ""


def _longest(known: Mapping[str, Iterable[str]], said: str) -> set[str]:
    named = [
        (words.count(" "), area)
        for area, names in known.items()
        for name in names
        if (words := _words(name)) and f" {words} " in f" {said} "
    ]
    most = max((length for length, _ in named), default=-1)
    return {area for length, area in named if length == most}


def _words(text: str) -> str:
    """Small letters, no marks, and none of the words that every service has in its name."""
    parts = (w.strip("'’").casefold() for w in _NAMED.findall(text))
    return " ".join(w.removesuffix("'s").removesuffix("’s") for w in parts if w not in _IDLE)
