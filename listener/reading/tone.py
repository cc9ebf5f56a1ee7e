"""How a mention sounds, with the words that made it."""

from __future__ import annotations

import re

from listener.mention import Tone, ToneLabel, Word
from listener.reading import vader
from listener.reading.normal import Plain
from listener.reading.phrases import Hit
from listener.reading.words import council_valences, emoji_valences

NEGATIVE = -0.10  # thresholds fitted on public tweets leave more in the middle than ±0.05
POSITIVE = 0.35
MIXED = 0.4  # a sentence this pleased beside one this annoyed
SENTENCES = 12  # of a long text; each costs 15 µs, and a mean of twelve hardly moves any more
_END = re.compile(r"(?<=[.!?…])\s+|\n+")
MUTED = frozenset({"news_feed", "newsletter", "email_alert"})
"""News told plainly is neutral, however bad; its writer's mood is not a resident's."""


def tone_of(plain: Plain, hits: dict[str, list[Hit]], channel: str, language: str) -> Tone:
    """The tone of a text in English; anything else is said to be not read rather than guessed."""
    if language not in ("en", ""):
        return Tone(0.0, "not_read", f"written in another language ({language}); please read it")
    scores, words = _sentences(plain)
    if not scores and not hits.get("complaint"):
        return Tone(0.0, "neutral", "no words that carry a mood")
    score = round(sum(scores) / len(scores), 4) if scores else 0.0
    label, because = _label(score, scores, hits, channel)
    if label == "negative" and score > NEGATIVE:
        score = -round(0.2 + abs(score) / 4, 4)
    return Tone(score, label, because, tuple(words))


def _sentences(plain: Plain) -> tuple[list[float], list[Word]]:
    """The score of each sentence that carries a mood, and the words that moved it."""
    scores: list[float] = []
    words: list[Word] = []
    begin = 0
    valences = council_valences()
    for part in _END.split(plain.text)[:SENTENCES]:
        if not part.strip():
            continue
        at = plain.text.find(part, begin)
        begin = at + len(part)
        scored = vader.score(part, valences)
        emoji = _emoji(part)
        total = max(-1.0, min(1.0, scored.compound + emoji / 4))
        if scored.hits or emoji:
            scores.append(total)
        words += _placed(scored, part, at, plain.exact)
    return scores, words[:40]


def _emoji(part: str) -> float:
    if part.isascii():
        return 0.0
    return sum(v for e, v in emoji_valences().items() if e in part)


def _placed(scored: vader.Scored, part: str, at: int, exact: bool) -> list[Word]:
    found = []
    cursor = 0
    for _, word, weight in scored.hits:
        where = part.find(word, cursor)
        if where >= 0:
            cursor = where + len(word)
        place = at + where if exact and where >= 0 else -1
        end = place + len(word) if place >= 0 else -1
        found.append(Word(word, round(weight, 2), place, end))
    return found


def _label(
    score: float, scores: list[float], hits: dict[str, list[Hit]], channel: str
) -> tuple[ToneLabel, str]:
    """The word for it. A complaint outranks the score; a praise word beside one is likely irony."""
    complaint, irony = hits.get("complaint", []), hits.get("irony", [])
    said = f"tone {score:+.2f}"
    if channel in MUTED and not complaint and abs(score) < 0.8:
        return "neutral", f"news, told plainly ({said})"
    if complaint and irony:
        return "negative", f"“{irony[0].phrase}” beside “{complaint[0].phrase}”: likely irony"
    if not complaint and scores and min(scores) <= -MIXED and max(scores) >= MIXED:
        return "mixed", f"one sentence sounds pleased, another annoyed ({said})"
    if len(complaint) > 1 or (complaint and score < POSITIVE):
        return "negative", f"complains: “{complaint[0].phrase}” ({said})"
    if score <= NEGATIVE:
        return "negative", f"{said}, threshold {NEGATIVE:+.2f}"
    if score >= POSITIVE:
        return "positive", f"{said}, threshold {POSITIVE:+.2f}"
    return "neutral", f"{said}, between {NEGATIVE:+.2f} and {POSITIVE:+.2f}"
