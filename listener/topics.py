"""Whether a search seems to be for a person: saved searches are for topics, not people."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from listener.council import Council
from listener.reading.people import TITLES
from listener.reading.words import first_names, not_surnames

# What these fields hold is never a resident: areas, kinds, sources, states, and who of us decided.
_FIELDS = re.compile(
    r'-?\b(?:area|category|service|source|by|is|tone|kind|before|after):(?:"[^"]*"|\S+)', re.I
)
_HANDLE = re.compile(r"(?<![\w.])@\w[\w.-]*(?:@[\w.-]+)?")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
# Between two words nothing but a space or a quotation mark: "jo smith", not "jo OR smith".
_NEXT = re.compile(r'["“]?\s+["“]?')


def person_in(text: str, council: Council) -> str:
    """Why a search or its name seems to be for a person, or "".

    By the law of covert surveillance (RIPA 2000; the Covert Surveillance Code 2018, 3.10 to 3.17)
    watching one person's posts may need authority, so it errs towards asking for a reason.
    """
    calm = _FIELDS.sub(" ", text)
    ours = {h.lstrip("@").casefold() for h in (*council.handles, *council.own_accounts)}
    for handle in _HANDLE.findall(calm):
        if handle.lstrip("@").casefold() not in ours:
            return f"it looks for the handle {handle}"
    folded = " ".join(calm.casefold().split())
    for member in council.members:
        handles = [h.lstrip("@").casefold() for h in member.handles if len(h) > 3]
        if any(_said(name, folded) for name in (member.name.casefold(), *handles)):
            return f"it looks for the member {member.name}"
    return _name_in(calm, council)


def _name_in(text: str, council: Council) -> str:
    known = _known(council)
    words = list(_WORD.finditer(text))
    for one, other in pairwise(words):
        if not _NEXT.fullmatch(text[one.end() : other.start()]):
            continue
        first, last = one.group().casefold(), other.group().casefold()
        if last in known or last in not_surnames() or last == "or":
            continue
        if first in TITLES or (first in first_names() and first not in known):
            return f"“{one.group()} {other.group()}” may be a person's name"
    return ""


def _known(council: Council) -> frozenset[str]:
    """The words of the council's own places, services and parties: none of them is a surname."""
    return frozenset(w.group().casefold() for text in _texts(council) for w in _WORD.finditer(text))


def _texts(council: Council) -> Iterable[str]:
    yield from (council.name, council.short, *council.neighbours, *council.parties)
    for place in council.places:
        yield from (place.name, *place.nicknames)
    for service in council.services:
        yield from (service.category, service.area, *service.phrases)


def _said(name: str, folded: str) -> bool:
    return bool(name) and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded) is not None
