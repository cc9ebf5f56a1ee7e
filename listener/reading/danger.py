"""Possible danger: words that a person must look at first. It never says that there is none."""

from __future__ import annotations

from collections.abc import Mapping

from listener.mention import Danger, Grade, Word
from listener.reading.phrases import Hit
from listener.reading.words import dangers, figures

NOTHING = "none of our danger words found; you judge"
ORDER: tuple[Grade, ...] = ("none", "words", "hazard", "person")


def lists() -> dict[str, tuple[str, ...]]:
    """Phrase lists by label, for the one automaton that finds everything."""
    return {f"danger:{name}": words for name, _, words in dangers()} | {"figure": figures()}


def danger_of(hits: Mapping[str, list[Hit]], muted: bool) -> Danger:
    """The gravest danger whose words were found. muted: news, which tells of danger past."""
    figured = [(h.start, h.end) for h in hits.get("figure", ())]
    found: list[tuple[Grade, str, list[Hit]]] = []
    spoken = False
    for name, grade, _ in dangers():
        many = hits.get(f"danger:{name}", [])
        real = [h for h in many if not any(s <= h.end and h.start <= e for s, e in figured)]
        spoken = spoken or len(real) < len(many)
        if real:
            found.append((_grade(grade), name, real))
    if not found:
        if spoken or figured:
            words = tuple(Word(h.phrase, 0.0, h.start, h.end) for h in hits["figure"])
            because = f"“{words[0].word}” reads as a figure of speech; you judge"
            return Danger("words", because, "figure", words)
        return Danger("none", NOTHING)
    grade, name, many = max(found, key=lambda f: ORDER.index(f[0]))
    grade = "words" if muted else grade
    said = ", ".join(f"“{h.phrase}”" for h in many[:3])
    what: dict[str, str] = {
        "person": "somebody may be at risk",
        "hazard": "something may need making safe",
    }
    because = (
        f"possible danger, {what[grade]}: {said}" if grade in what else f"danger words: {said}"
    )
    return Danger(
        grade,
        because,
        name.replace("_", " "),
        tuple(Word(h.phrase, 0.0, h.start, h.end) for h in many),
    )


def _grade(text: str) -> Grade:
    return next(g for g in ORDER if g == text)
