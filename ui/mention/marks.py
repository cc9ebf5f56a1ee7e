"""Which words of a mention are marked, and why: tone, service, place and danger words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from listener.mention import Reading, Word
from ui.tongue import said_later

Kind = Literal["annoyed", "pleased", "service", "place", "danger"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text in UTF-16 units, as Qt counts, and what it shows."""

    start: int
    end: int
    kind: Kind


CLEAR = 0.3  # how sure the service must be: words that made a poor guess only mislead the eye
MEANING: dict[Kind, str] = said_later(
    {
        "danger": "danger words",
        "annoyed": "sounds annoyed",
        "pleased": "sounds pleased",
        "service": "names the service",
        "place": "names a place",
    }
)

SHORT: dict[Kind, str] = said_later(
    {
        "danger": "danger",
        "annoyed": "annoyed",
        "pleased": "pleased",
        "service": "service",
        "place": "place",
    }
)
"""The same in a word, for the legend under the text."""


def marks_of(reading: Reading, text: str, titleless: bool = False) -> tuple[Mark, ...]:
    """The marks for a text (title, newline, text), in the order they are to be drawn.

    titleless: the title is not shown, so that its marks move to the same words of the text.
    """
    best = reading.best
    named = best.words if best is not None and best.certainty >= CLEAR else ()
    found: list[tuple[Kind, Word]] = [("service", w) for w in named]
    found += [("place", w) for p in reading.places for w in p.words]
    for word in reading.tone.words:
        if word.weight:
            found.append(("annoyed" if word.weight < 0 else "pleased", word))
    found += [("danger", w) for w in reading.danger.words]
    units = _units(text)
    title = units[text.index("\n") + 1] if titleless else 0
    marks = (
        Mark(units[w.start], units[w.end], kind)
        for kind, w in found
        if 0 <= w.start < w.end <= len(text)
    )
    # A title that is left out repeats the beginning of the text: its words stand there again.
    return tuple(
        Mark(m.start - title, m.end - title, m.kind) if m.start >= title else m for m in marks
    )


def kinds_in(marks: Iterable[Mark]) -> tuple[Kind, ...]:
    """Which kinds of mark there are, in the order of MEANING."""
    there = {m.kind for m in marks}
    return tuple(k for k in MEANING if k in there)


def _units(text: str) -> list[int]:
    """For each place between two characters, how many UTF-16 units stand before it."""
    units = [0]
    for character in text:
        units.append(units[-1] + (2 if ord(character) > 0xFFFF else 1))
    return units
