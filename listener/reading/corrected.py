"""Lays what officers corrected over what was read; the reading itself stays as it was made."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Literal, cast

from listener.mention import (
    CHOICES,
    Correction,
    Danger,
    Grade,
    Place,
    Reading,
    Said,
    ServiceGuess,
    Tone,
    ToneLabel,
    What,
)
from rules.facts import GRADES

DANGERS: tuple[Grade, ...] = ("person", "hazard")
SCORES: Mapping[str, float] = {"negative": -0.6, "neutral": 0.0, "positive": 0.6}
FOLLOWS: Mapping[str, tuple[str, ...]] = {
    "complaint": ("complaint", "fault"),
    "report": ("fault",),
    "question": ("question",),
    "praise": ("positive",),
    "thanks": ("positive",),
    "news": ("notice",),
    "notice": ("notice",),
    "opinion": ("venting",),
    "chatter": ("venting",),
    "rumour": ("doubtful_claim",),
    "abuse": ("abusive",),
    "infoaccess": ("info_request",),
    "political": ("political",),
}
"""Which facts follow from a kind; all others that follow from some kind are then false."""
_OF_KINDS = tuple(dict.fromkeys(fact for facts in FOLLOWS.values() for fact in facts))


def laid_over(reading: Reading, corrections: Sequence[Correction]) -> Reading:
    """The reading with every standing correction in it: certain, and for the reason who says so."""
    for what, lay in _LAYERS:
        for correction in corrections:
            if correction.what == what:
                reading = lay(reading, correction)
    return reading


def _danger(reading: Reading, c: Correction) -> Reading:
    grade = cast(Grade, c.value)
    there = grade != "none"
    danger = Danger(
        grade,
        _says(c),
        reading.danger.type if there else "",
        reading.danger.words if there else (),
    )
    kind = Said("danger", _says(c)) if grade in DANGERS else reading.kind
    return replace(reading, danger=danger, kind=kind)


def _tone(reading: Reading, c: Correction) -> Reading:
    return replace(reading, tone=Tone(SCORES[c.value], cast(ToneLabel, c.value), _says(c)))


def _service(reading: Reading, c: Correction) -> Reading:
    """Whoever names the service says too that it is about us, and whose it is to fix."""
    chosen = ServiceGuess(c.value, c.more, 1.0, _says(c), ours=c.ours)
    others = tuple(s for s in reading.services if s.category != c.value)
    so = {"about_us": Said(True, _says(c)), "ours": Said(c.ours, _says(c))}
    return replace(
        reading, services=(chosen, *others), no_service=0.0, signals=reading.signals | so
    )


def _place(reading: Reading, c: Correction) -> Reading:
    others = tuple(p for p in reading.places if p.name != c.value)
    return replace(reading, places=(*others, Place(c.value, c.more or "place", _says(c))))


def _kind(reading: Reading, c: Correction) -> Reading:
    true = FOLLOWS[c.value]
    so = {fact: Said(fact in true, _says(c)) for fact in _OF_KINDS}
    return replace(reading, kind=Said(c.value, _says(c)), signals=reading.signals | so)


_LAYERS: tuple[tuple[What, Callable[[Reading, Correction], Reading]], ...] = (
    ("danger", _danger),  # before the kind, which a possible danger brings with it
    ("tone", _tone),
    ("service", _service),
    ("place", _place),
    ("kind", _kind),
)


def _says(correction: Correction) -> str:
    return f"{correction.by or 'an officer'} says so"


def was(reading: Reading, what: What) -> str:
    """What a part of a reading is before it is corrected; "" where it is nothing."""
    match what:
        case "tone":
            return reading.tone.label
        case "service":
            return reading.best.category if reading.best else ""
        case "place":
            return ", ".join(p.name for p in reading.places)
        case "kind":
            return str(reading.kind.value or "")
        case "danger":
            return reading.danger.grade


def in_words(correction: Correction, before: str) -> str:
    """What was corrected, as the history has it."""
    if correction.what == "place":
        return f"corrected the place: {correction.value} added"
    now = said(correction.what, correction.value)
    return f"corrected the {correction.what}: {now}, was {said(correction.what, before)}"


def said(what: What, value: str) -> str:
    """A value in an officer's words."""
    return CHOICES[what].get(value, value.replace("_", " ")) or "none"


def danger_moves(correction: Correction) -> Literal["up", "down", ""]:
    """Whether a correction says that there is a possible danger, that there is none, or neither."""
    if correction.what != "danger":
        return ""
    return "up" if correction.value in DANGERS else "down"


def still(corrections: Sequence[Correction], old: Grade, new: Grade) -> tuple[Correction, ...]:
    """Those that stand for a new text whose danger was read as `new`, and before as `old`.

    What was said of the danger was said of the old words: where the new ones name a danger that
    those did not, and a worse one than the officer saw, it no longer stands.
    """
    rank = GRADES.index
    rose = new in DANGERS and rank(new) > rank(old)
    return tuple(
        c for c in corrections if not (rose and c.what == "danger" and rank(c.value) < rank(new))
    )
