"""Which service a mention is for: the council's own phrases, longest first, with the words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from listener.council import Service
from listener.mention import ServiceGuess, Word
from listener.reading.normal import Plain
from listener.reading.phrases import Hit

PHRASE, GAPPED, SINGLE = 1.0, 0.8, 0.45  # what a phrase, one with a gap, a lone word are worth
GIVEN = 3.0  # what the report site's own category is worth
MOST = 4
PUNCTUATION = ".,;:!?()\"'"


class ServiceFinder:
    """Built once for a council's services."""

    def __init__(self, services: Sequence[Service]) -> None:
        self._services = services
        self._pairs = _pairs(services)

    def lists(self) -> dict[str, tuple[str, ...]]:
        """Phrase lists by label, for the one automaton that finds everything."""
        lists = {f"service:{n}": s.phrases for n, s in enumerate(self._services)}
        lists |= {f"not:{n}": s.not_phrases for n, s in enumerate(self._services) if s.not_phrases}
        return lists

    def guesses(
        self, plain: Plain, hits: Mapping[str, list[Hit]], given: str
    ) -> tuple[ServiceGuess, ...]:
        """The services it may be for, best first."""
        found: dict[int, list[tuple[float, Hit]]] = {}
        for label, matched in hits.items():
            kind, _, number = label.partition(":")
            if kind == "service" and f"not:{number}" not in hits:
                found[int(number)] = [(_worth(h.phrase), h) for h in matched]
        for n, hit in self._gapped(plain):
            if n not in found:
                found[n] = [(GAPPED, hit)]
        _drop_inside(found)
        weighed = {n: _weight(many) for n, many in found.items() if many}
        self._add_given(weighed, given)
        ranked = sorted(weighed, key=lambda n: (-weighed[n], n))[:MOST]
        total = sum(weighed[n] for n in ranked)
        return tuple(self._guess(n, weighed[n], total, found.get(n, []), given) for n in ranked)

    def _add_given(self, weighed: dict[int, float], given: str) -> None:
        wanted = given.lower()
        for n, service in enumerate(self._services if wanted else ()):
            names = (service.category.lower(), *(p.lower() for p in service.phrases))
            if wanted == names[0] or wanted in names:
                weighed[n] = weighed.get(n, 0.0) + GIVEN
                return

    def _guess(
        self, n: int, weight: float, total: float, many: list[tuple[float, Hit]], given: str
    ) -> ServiceGuess:
        service = self._services[n]
        words = list(dict.fromkeys(h.phrase for _, h in many))
        because = ", ".join(f"“{w}”" for w in words[:4]) or f"the report site says “{given}”"
        # A lone weak word is a guess; two phrases that agree, with no rival, are nearly sure.
        certainty = min(0.95, weight / (weight + 0.6)) * (weight / total if total else 1.0)
        return ServiceGuess(
            category=service.category,
            area=service.area,
            certainty=round(certainty, 2),
            because=because,
            words=tuple(Word(h.phrase, w, h.start, h.end) for w, h in many),
            ours=service.ours,
        )

    def _gapped(self, plain: Plain) -> list[tuple[int, Hit]]:
        """Phrases of two words with up to three others between: "road is now closed"."""
        tokens = [t.strip(PUNCTUATION) for t in plain.lower.split()]
        found = []
        for at, word in enumerate(tokens):
            follows = self._pairs.get(word)
            if follows is None:
                continue
            for later in tokens[at + 1 : at + 5]:
                for n, phrase in follows.get(later, ()):
                    found.append((n, _placed(plain, phrase)))
        return found


def _placed(plain: Plain, phrase: str) -> Hit:
    """Where a phrase with a gap lies."""
    first, second = map(re.escape, phrase.lower().split())
    match = re.search(rf"\b{first}\W+(?:\S+\s+){{0,3}}?{second}\b", plain.lower)
    return Hit(phrase, *match.span()) if match else Hit(phrase, -1, -1)


def _pairs(
    services: Sequence[Service],
) -> dict[str, dict[str, list[tuple[int, str]]]]:
    pairs: dict[str, dict[str, list[tuple[int, str]]]] = {}
    for n, service in enumerate(services):
        for phrase in service.phrases:
            words = phrase.lower().split()
            if len(words) == 2 and all(len(w) > 3 for w in words):
                pairs.setdefault(words[0], {}).setdefault(words[1], []).append((n, phrase))
    return pairs


def _worth(phrase: str) -> float:
    return PHRASE + 0.1 * phrase.count(" ") if " " in phrase or "-" in phrase else SINGLE


def _weight(many: list[tuple[float, Hit]]) -> float:
    """The best hit whole, each further one half: ten mentions of one word are still one word."""
    worths = sorted((w for w, _ in {h.phrase: (w, h) for w, h in many}.values()), reverse=True)
    return worths[0] + sum(worths[1:4]) / 2


def _drop_inside(found: dict[int, list[tuple[float, Hit]]]) -> None:
    """A phrase inside another service's longer phrase does not count: the longest match wins."""
    spans = [(h.start, h.end) for many in found.values() for _, h in many]
    for n, many in found.items():
        found[n] = [
            (w, h)
            for w, h in many
            if not any(s <= h.start and h.end <= e and e - s > h.end - h.start for s, e in spans)
        ]
