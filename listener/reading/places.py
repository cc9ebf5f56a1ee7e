"""The council's places in a text, by name and nickname; full postcodes and junctions too."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from listener.council import NamedPlace
from listener.mention import Place, Word
from listener.reading.normal import Plain
from listener.reading.phrases import Hit

# A full postcode, as Royal Mail writes them; a bare district is taken for a road or paper size.
# Its last two letters are none of CIKMOV: "M6 7pm" is a road and a time. "A38 2nd" is none either.
_POSTCODE = re.compile(
    r"\b([A-Z]{1,2}\d[A-Z\d]?) ?((?!(?-i:1st|2nd|3rd|\dth|\dft))\d[ABD-HJLNP-UW-Z]{2})\b", re.I
)
# Cheap, for most posts name neither: the digit comes first, so that the search skips to one: 20 µs.
_DIGIT = re.compile(r"\d(?:(?<=\bM\d)|[A-Z]{2}\b|\(M\))", re.I)
_JUNCTION = re.compile(
    r"\b(M\d{1,2}|A\d{1,3}\(M\))\s*(?:,\s*)?(?:J|junction\s*)(\d{1,2}[A-Z]?)\b", re.I
)


LOOKS = 1_000  # characters in which postcodes and junctions are looked for


class PlaceFinder:
    """Built once for a council's places."""

    def __init__(self, places: Sequence[NamedPlace]) -> None:
        self._places = places
        self._called: dict[str, list[int]] = {}
        for n, place in enumerate(places):
            for name in {said.lower() for said in (place.name, *place.nicknames)}:
                self._called.setdefault(name, []).append(n)

    def lists(self) -> dict[str, tuple[str, ...]]:
        """Names by label, for the one automaton that finds everything."""
        return {f"place:{n}": (p.name, *p.nicknames) for n, p in enumerate(self._places)}

    def found(self, plain: Plain, hits: Mapping[str, list[Hit]], given: str) -> tuple[Place, ...]:
        """The places named, in the order they come."""
        named: list[tuple[int, Place]] = []
        here = [(label, many) for label, many in hits.items() if label.startswith("place:")]
        spans = [(h.start, h.end) for _, many in here for h in many]
        for label, many in here:
            whole = [h for h in many if not _inside(h, spans) and not _motorway(h, plain)]
            if whole:
                named.append((whole[0].start, self._place(int(label[6:]), whole)))
        named += [
            (at, place)
            for at, place in _written(plain)
            if not any(s <= at and place.words[0].end <= e for s, e in spans)
        ]
        if given and not named:
            named.append((0, Place(given, "place", "the source names it")))
        return tuple(p for _, p in sorted(named, key=lambda item: item[0]))

    def _place(self, number: int, hits: list[Hit]) -> Place:
        place = self._places[number]
        words = tuple(Word(h.phrase, 0.0, h.start, h.end) for h in hits)
        same = hits[0].phrase.lower() == place.name.lower()
        because = f"names “{hits[0].phrase}”" + ("" if same else f", which is {place.name}")
        others = [self._places[n].name for n in self._called[hits[0].phrase.lower()] if n != number]
        if others:
            because += f"; may also be {' or '.join(others)}"
        return Place(place.name, place.kind, because, words)


def _inside(hit: Hit, spans: list[tuple[int, int]]) -> bool:
    return any(s <= hit.start and hit.end <= e and e - s > hit.end - hit.start for s, e in spans)


def _motorway(hit: Hit, plain: Plain) -> bool:
    """Is it the A1 of "A1(M)", another road?"""
    return hit.phrase[-1:].isdigit() and plain.lower.startswith("(m)", hit.end)


def _written(plain: Plain) -> list[tuple[int, Place]]:
    found: list[tuple[int, Place]] = []
    text = plain.text[:LOOKS]
    if not _DIGIT.search(text):
        return found
    for match in _POSTCODE.finditer(text):
        code = f"{match.group(1)} {match.group(2)}".upper()
        word = Word(match.group(), 0.0, match.start(), match.end())
        found.append(
            (match.start(), Place(code, "postcode", f"names the postcode {code}", (word,)))
        )
    for match in _JUNCTION.finditer(text):
        name = f"{match.group(1).upper()} junction {match.group(2).upper()}"
        word = Word(match.group(), 0.0, match.start(), match.end())
        found.append((match.start(), Place(name, "junction", f"names {name}", (word,))))
    return found
