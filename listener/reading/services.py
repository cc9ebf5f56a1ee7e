"""Which service a mention is for: the council's phrases and what the model weighs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import log
from typing import NamedTuple

from listener.council import Service
from listener.mention import ServiceGuess, Word, likeliest
from listener.reading.model import LOOKS, Model, Weighed, softmax
from listener.reading.normal import Plain, placed, whole_word
from listener.reading.phrases import Hit

PHRASE, SINGLE = 1.0, 0.45  # what a phrase and a lone word are worth
HEARD = 0.12  # what a phrase adds to a score: up to here it costs the model nothing, .3 does
UNLEARNED = -1  # where the score of a category that the model never learned stands
UNSEEN = -0.87  # the score of a category that the model never learned, before its phrases
GIVEN = 2.0  # what the report site's own category adds
MOST = 4
WORTH_WORDS = 0.1  # how likely one must be for its words to be looked up
LEAST = 0.02  # below it a candidate is not worth a line
NONE = "none"
RARER = 3.0  # times rarer than in what is heard are examples that are for no service at all
_WORD = re.compile(r"[^\W_]+")
_ASCII_WORD = re.compile(r"[a-z0-9]+")  # the same for lower-case ASCII, at a third of the cost


class Guessed(NamedTuple):
    """The candidates, best first, and how likely it is that no service is meant."""

    services: tuple[ServiceGuess, ...]
    none: float

    @property
    def best(self) -> ServiceGuess | None:
        """The best one, where it is likelier than none."""
        return likeliest(self.services, self.none)


class ServiceFinder:
    """Built once for a council's services."""

    def __init__(self, services: Sequence[Service], model: Model) -> None:
        self._services = services
        task = model.tasks["category"]
        at = {label: n for n, label in enumerate(task.labels)}
        self._learned = [at.get(s.category, UNLEARNED) for s in services]
        self._none = at[NONE]
        self._sharpness = task.sharpness
        self._rarer = log(RARER) / task.sharpness
        self._pairs = _pairs(services)
        self._names = {
            name.lower(): n for n, s in reversed(list(enumerate(services))) for name in s.phrases
        } | {s.category.lower(): n for n, s in enumerate(services)}

    def lists(self) -> dict[str, tuple[str, ...]]:
        """Phrase lists by label, for the one automaton that finds everything."""
        lists = {f"service:{n}": s.phrases for n, s in enumerate(self._services)}
        lists |= {f"not:{n}": s.not_phrases for n, s in enumerate(self._services) if s.not_phrases}
        return lists

    def guesses(
        self, plain: Plain, hits: Mapping[str, list[Hit]], weighed: Weighed, given: str
    ) -> Guessed:
        """The services it may be for, and how likely it is for none."""
        phrases = self._phrases(plain, hits)
        scored = weighed.scores("category")
        scores = list(map([*scored, UNSEEN].__getitem__, self._learned))
        for n, many in phrases.items():
            scores[n] += HEARD * _weight(many)
        named = self._names.get(given.lower()) if given else None
        if named is not None:
            scores[named] += GIVEN
        unnamed = scored[self._none] + self._rarer
        *likely, none = softmax([*scores, unnamed], self._sharpness)
        worth = [n for n, p in enumerate(likely) if p >= LEAST]
        kept = sorted(worth, key=likely.__getitem__, reverse=True)[:MOST]
        kept = kept or sorted(range(len(likely)), key=likely.__getitem__, reverse=True)[:1]
        told = [n for n in kept if n == kept[0] or likely[n] >= WORTH_WORDS]
        guesses = []
        for n in kept:
            found = phrases.get(n, [])
            if given and named == n:
                why = f"the report site says “{given}”", _words(found)
            elif found or n in told:
                why = self._why(n, found, weighed, plain)
            else:
                why = "may be meant too", ()
            guesses.append(self._guess(n, likely[n], *why))
        return Guessed(tuple(guesses), round(none, 3))

    def _phrases(self, plain: Plain, hits: Mapping[str, list[Hit]]) -> dict[int, list[Hit]]:
        found: dict[int, list[Hit]] = {}
        for label, matched in hits.items():
            if label.startswith("service:") and f"not:{label[8:]}" not in hits:
                found[int(label[8:])] = matched
        for n, hit in self._gapped(plain):
            if n not in found and f"not:{n}" not in hits:
                found[n] = [hit]
        return _outermost(found) if len(found) > 1 else found

    def _gapped(self, plain: Plain) -> Iterator[tuple[int, Hit]]:
        """Phrases of two words with up to three others between: "road is now closed"."""
        begins = plain.lower[:LOOKS]
        words = (_ASCII_WORD if begins.isascii() else _WORD).findall(begins)
        for at in [n for n, word in enumerate(words) if word in self._pairs]:
            word, follows = words[at], self._pairs[words[at]]
            for later in words[at + 2 : at + 5]:
                for n, phrase in follows.get(later, ()):
                    start = whole_word(plain.lower, word, 0)
                    end = whole_word(plain.lower, later, start) + len(later)
                    yield n, Hit(phrase, start, end)

    def _why(
        self, n: int, found: list[Hit], weighed: Weighed, plain: Plain
    ) -> tuple[str, tuple[Word, ...]]:
        """The phrases that named a service, else the words that weighed most; and where."""
        if found:
            said = list(dict.fromkeys(h.phrase for h in found))[:4]
            return "names " + ", ".join(f"“{w}”" for w in said), _words(found)
        category = self._services[n].category
        unlearned = self._learned[n] == UNLEARNED
        pulled = () if unlearned else weighed.because("category", category)
        because = ", ".join(f"“{w}”" for w in pulled) or "the words as a whole"
        return f"reads like it: {because}", tuple(Word(w, 0.0, *placed(plain, w)) for w in pulled)

    def _guess(self, n: int, likely: float, because: str, words: tuple[Word, ...]) -> ServiceGuess:
        service = self._services[n]
        sure = round(likely, 3)
        return ServiceGuess(service.category, service.area, sure, because, words, service.ours)


def _words(found: list[Hit]) -> tuple[Word, ...]:
    return tuple(Word(h.phrase, _worth(h.phrase), h.start, h.end) for h in found)


def _pairs(services: Sequence[Service]) -> dict[str, dict[str, list[tuple[int, str]]]]:
    """Phrases of two longer words, by their first word and then by their second."""
    pairs: dict[str, dict[str, list[tuple[int, str]]]] = {}
    for n, service in enumerate(services):
        for phrase in service.phrases:
            words = phrase.lower().split()
            if len(words) == 2 and all(len(w) > 3 and w.isalpha() for w in words):
                pairs.setdefault(words[0], {}).setdefault(words[1], []).append((n, phrase))
    return pairs


def _worth(phrase: str) -> float:
    return PHRASE + 0.1 * phrase.count(" ") if " " in phrase or "-" in phrase else SINGLE


def _weight(many: list[Hit]) -> float:
    """The best hit whole, each further one half: ten mentions of one word are still one word."""
    worths = sorted((_worth(p) for p in {h.phrase for h in many}), reverse=True)
    return worths[0] + sum(worths[1:4]) / 2 if worths else 0.0


def _outermost(found: dict[int, list[Hit]]) -> dict[int, list[Hit]]:
    """A phrase inside another service's longer phrase does not count: the longest match wins."""
    apart = sorted({(h.start, h.end) for many in found.values() for h in many})
    if all(one[1] <= two[0] for one, two in pairwise(apart)):  # as in most texts
        return found
    covered: list[tuple[int, int]] = []
    spans = sorted((start - end, start, end) for start, end in apart)
    outer = set()
    for long, start, end in spans:  # the longest first; those of one length do not hide each other
        if not any(s <= start and end <= e and s - e < long for s, e in covered):
            outer.add((start, end))
            covered.append((start, end))
    kept = {n: [h for h in many if (h.start, h.end) in outer] for n, many in found.items()}
    return {n: many for n, many in kept.items() if many}
