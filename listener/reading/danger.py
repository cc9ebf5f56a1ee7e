"""Possible danger: what a person must look at first. It never says that there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from listener.mention import Danger, Grade, Word
from listener.reading.model import Weighed
from listener.reading.normal import Plain, placed
from listener.reading.phrases import Hit
from listener.reading.words import dangers, figures, milder

NOTHING = "none of our danger words found; you judge"
# How far beyond the border a text lies on the side of its likeliest danger, from about -1 to 1.
FLAGGED = -0.81  # it goes to Urgent: recall first
LIKELY = -0.74  # likelier than not
SURE = -0.65
LISTED = 0.3  # what a phrase of the lists adds
FIGURE = -0.3  # and a figure of speech
WHAT: Mapping[str, str] = {
    "person": "somebody may be at risk",
    "hazard": "something may need making safe",
}


def lists() -> dict[str, tuple[str, ...]]:
    """Phrase lists by label, for the one automaton that finds everything."""
    listed = {f"danger:{name}": words for name, _, words in dangers()}
    return {**listed, "figure": figures(), **milder()}


def danger_of(hits: Mapping[str, list[Hit]], weighed: Weighed, plain: Plain) -> Danger:
    """The danger that is likeliest, by what the model weighs and by the lists' phrases.

    Each type has a border of its own; the text that lies furthest on the side of one is judged by
    that one (recall .92 at 16 % flagged, where the sum of their likelihoods gave .75).
    """
    figured = [(h.start, h.end) for h in hits.get("figure", ())]
    found = _listed(hits, figured)
    names = weighed.labels("danger")
    scores = dict(zip(names, weighed.scores("danger"), strict=True))
    best = max([n for n in names if ":" in n], key=scores.__getitem__)
    harmless = bool(figured) or "pets" in hits
    beyond = scores[best] + LISTED * bool(found) + FIGURE * harmless
    if beyond >= FLAGGED and (found or plain.readable):
        general = "" if found else _in_general(hits, best, beyond)
        if general:
            return _for_the_service(general, hits[general])
        return _flagged(best, beyond, found, weighed, plain)
    if "untreated" in hits and "hurt" in hits:
        return _hurt(hits["untreated"][0], hits["hurt"][0])
    if figured:
        figure = hits["figure"][0]
        because = f"“{figure.phrase}” reads as a figure of speech; you judge"
        return Danger("words", because, "figure", (_word(figure),))
    if "pets" in hits:
        pet = hits["pets"][0]
        because = f"“{pet.phrase}” reads as a lost animal; you judge"
        return Danger("words", because, "pet", (_word(pet),))
    mild = found or _mild(hits)
    if mild:
        said = ", ".join(f"“{h.phrase}”" for _, h in mild[:3])
        words = tuple(_word(h) for _, h in mild)
        return Danger("words", f"danger words only: {said}; you judge", mild[0][0], words)
    return Danger(
        "none", NOTHING if plain.readable else "in letters that we do not read; you judge"
    )


def _flagged(
    best: str, beyond: float, found: list[tuple[str, Hit]], weighed: Weighed, plain: Plain
) -> Danger:
    """A danger for Urgent, with the words: those of the lists, then those that weighed."""
    grade: Grade = "person" if best.startswith("person") else "hazard"
    kind = best.partition(":")[2]
    if found:
        kind = found[0][0]
        listed = {_GRADES.get(name, grade) for name, _ in found}
        # A road's phrases tell of people too: who was knocked down and does not move is no hazard.
        if "person" in listed or kind != "road":
            grade = "person" if "person" in listed else "hazard"
    weighing = weighed.because("danger", best, 4)
    said = ", ".join(f"“{h.phrase}”" for _, h in found[:3])
    said = said or ", ".join(f"“{w}”" for w in weighing) or "the words as a whole"
    words = [_word(h) for _, h in found] + [
        Word(w, 0.0, *placed(plain, w)) for w in weighing if not found
    ]
    sure = beyond >= SURE
    because = f"possible danger, {WHAT[grade]}: {said}{'' if sure else '; we are not sure'}"
    kind = kind.replace("_", " ")
    return Danger(grade, because, kind, tuple(words), sure, sure or beyond >= LIKELY)


def _in_general(hits: Mapping[str, list[Hit]], best: str, beyond: float) -> str:
    """The list of whose general reports it is one, "untreated" roads or road "works", or "".

    That is where nobody is said to have fallen, to be stuck or to be nearly hit. A person at risk
    is let go only where we are not sure and nobody is named, nor any need. On a snow day of 1,500
    posts a tenth of the reports that a road was not gritted stood in Urgent, and hid the rest.
    """
    if "worse" in hits:
        return ""
    unsure = beyond < SURE
    if "untreated" in hits:
        if best.startswith("person"):
            return "untreated" if unsure and "somebody" not in hits else ""
        return "untreated" if unsure or best == "hazard:road" else ""
    return "works" if unsure and "works" in hits and best == "hazard:road" else ""


def _hurt(where: Hit, how: Hit) -> Danger:
    """Somebody was hurt on an untreated road: to be made safe, though the model saw no danger."""
    because = (
        f"possible danger, {WHAT['hazard']}: “{where.phrase}”, and somebody was hurt there: "
        f"“{how.phrase}”; we are not sure"
    )
    return Danger("hazard", because, "road", (_word(where), _word(how)), sure=False)


def _for_the_service(label: str, said: Sequence[Hit]) -> Danger:
    about = "snow or ice in general is" if label == "untreated" else "roadworks in general are"
    because = (
        f"“{said[0].phrase}”: {about} for the service; nobody is said to have fallen, to be stuck "
        "or to be nearly hit; you judge"
    )
    return Danger("words", because, label, (_word(said[0]),))


def _listed(hits: Mapping[str, list[Hit]], figured: list[tuple[int, int]]) -> list[tuple[str, Hit]]:
    """The phrases of grave dangers that stand in no figure of speech."""
    if _GRAVE.keys().isdisjoint(hits):
        return []
    return [
        (name, h)
        for label, name in _GRAVE.items()
        for h in hits.get(label, ())
        if not any(s <= h.end and h.start <= e for s, e in figured)
    ]


def _mild(hits: Mapping[str, list[Hit]]) -> list[tuple[str, Hit]]:
    return [(name, h) for label, name in _MILD.items() for h in hits.get(label, ())]


def _word(hit: Hit) -> Word:
    return Word(hit.phrase, 0.0, hit.start, hit.end)


_GRAVE: Mapping[str, str] = {f"danger:{n}": n for n, grade, _ in dangers() if grade != "words"}
_MILD: Mapping[str, str] = {f"danger:{n}": n for n, grade, _ in dangers() if grade == "words"}
_GRADES: Mapping[str, Grade] = {
    name: "person" if grade == "person" else "hazard"
    for name, grade, _ in dangers()
    if grade in ("person", "hazard")
}
