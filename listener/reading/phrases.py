"""Finds thousands of phrases in one pass, as whole words. The one door to ahocorasick_rs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from listener.reading.normal import Plain, levelled

_ENDING = re.compile(r"(?:'s|s|es|ed|ing)?(?![\w])")


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that was found, and where."""

    phrase: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Entry:
    label: str
    phrase: str
    tail: re.Pattern[str] | None  # what must follow, for a phrase with a gap
    exact_case: bool
    endings: bool


class Phrases:
    """Built once from lists of phrases by label; `find` gives the hits of each label."""

    def __init__(self, lists: Mapping[str, Iterable[str]], endings: Iterable[str] = ()) -> None:
        """endings: labels whose phrases may also end in s, es, ed or ing."""
        self._entries: list[list[_Entry]] = []
        places: dict[str, int] = {}
        loose = frozenset(endings)
        for label, phrases in lists.items():
            for phrase in phrases:
                head, entry = _entry(label, phrase, label in loose)
                if not head:
                    continue
                at = places.setdefault(head, len(self._entries))
                if at == len(self._entries):
                    self._entries.append([])
                self._entries[at].append(entry)
        self._automaton = AhoCorasick(list(places), matchkind=MatchKind.Standard)

    def find(self, plain: Plain) -> dict[str, list[Hit]]:
        """The hits of each label, in order; those inside a longer hit of its label are left out."""
        lower = plain.lower
        found: dict[str, list[Hit]] = {}
        for at, start, end in self._automaton.find_matches_as_indexes(lower, overlapping=True):
            if start and (lower[start - 1].isalnum() or lower[start - 1] == "_"):
                continue
            for entry in self._entries[at]:
                stop = _stop(entry, plain, start, end)
                if stop:
                    found.setdefault(entry.label, []).append(Hit(entry.phrase, start, stop))
        return {label: _longest(hits) for label, hits in found.items()}


def _entry(label: str, phrase: str, endings: bool) -> tuple[str, _Entry]:
    head, gap, rest = levelled(phrase).partition(" * ")
    tail = re.compile(rf"\s+(?:\S+\s+){{0,3}}?{re.escape(rest.lower())}(?!\w)") if gap else None
    letters = [c for c in phrase if c.isalpha()]
    shouted = len(letters) > 1 and all(c.isupper() for c in letters) and " " not in phrase
    return head.lower().strip(), _Entry(label, phrase, tail, shouted, endings)


def _stop(entry: _Entry, plain: Plain, start: int, end: int) -> int:
    """Where a hit ends, or 0 where it is none: a word must end there, or a gap be bridged."""
    lower = plain.lower
    if entry.exact_case and plain.text[start:end] != levelled(entry.phrase):
        return 0
    if entry.tail is not None:
        followed = entry.tail.match(lower, end)
        return followed.end() if followed else 0
    if end == len(lower) or not (lower[end].isalnum() or lower[end] == "_"):
        return end
    if entry.endings:
        ended = _ENDING.match(lower, end)
        return ended.end() if ended else 0
    return 0


def _longest(hits: list[Hit]) -> list[Hit]:
    """Leftmost first, and of those that overlap the longest."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
        elif hit.end - hit.start > kept[-1].end - kept[-1].start:
            kept[-1] = hit
    return kept
