"""The words that stand out: said by many more people now than when the topic was its usual self."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from math import log

from listener.spike import Post
from listener.understanding.tokens import Said, closes, joins, key_of, stops, thin

SHOWN = 6
FEWEST = 2  # people who must say it
LOOKED = 60  # single words around which phrases are looked for
OFTEN = 0.4
COVERS = 0.6  # a longer phrase stands for a shorter one that is said with it so often
WORTH = 1.0  # of the log-likelihood: 2 of 20 people where it was none of 20 before weigh 2.8
Counts = dict[str, set[int]]


def standing_words(now: Sequence[Said], past: Sequence[Said], own: Set[str]) -> tuple[str, ...]:
    """Words and phrases, the most telling first. own: words of the place it is about.

    Counted by people, so that nobody makes a word stand out alone, and weighed by the
    log-likelihood of Dunning (Computational Linguistics 19, 1993) in the form of Rayson and
    Garside (2000), which holds for small counts.
    """
    people, before = _people(now), _people(past)
    single = _weighed(_singly(now, own), _singly(past, own), people, before)
    core = {word for word, _ in single[:LOOKED]}
    here, there = _phrases(now, core, own), _phrases(past, core, own)
    told = _singly(now, own) | here
    weighed = {w: n for w, n in single[:LOOKED] if w not in thin()} | dict(
        _weighed(here, there, people, before)
    )
    chosen: list[str] = []
    for word in sorted(weighed, key=lambda w: (-_telling(w, weighed, told), w)):
        if not any(_alike(word, other, told) for other in chosen):
            chosen.append(word)
        if len(chosen) == SHOWN:
            break
    return tuple(_as_said(word, now) for word in chosen)


def _telling(word: str, weighed: Mapping[str, float], told: Counts) -> float:
    """A phrase weighs as its words do, where it is how most of those who say one of them put it."""
    parts = word.split()
    if len(parts) == 1:
        return weighed[word]
    often = [p for p in parts if p in weighed and len(told[word]) >= OFTEN * len(told[p])]
    best = max((weighed[p] for p in often), default=0.0)
    return max(weighed[word], best) * (1 + 0.1 * len(parts))


def own_words(posts: Sequence[Post]) -> frozenset[str]:
    """The words of a place or topic that a third of the posts or more are about: no news there."""
    named = Counter(name for post in posts for name in (*post.places, post.category) if name)
    about = [name for name, n in named.items() if 3 * n >= len(posts)]
    words = {word for name in about for word in (*name.split(), name.replace(" ", "_"))}
    return frozenset(map(key_of, words))


def _people(said: Iterable[Said]) -> int:
    return len({s.person for s in said})


def _singly(said: Iterable[Said], own: Set[str]) -> Counts:
    counts: Counts = defaultdict(set)
    dull = stops() | own | {""}
    for one in said:
        for key in set(one.keys) - dull:
            if len(key) > 2:
                counts[key].add(one.person)
    return counts


def _phrases(said: Iterable[Said], core: Set[str], own: Set[str]) -> Counts:
    counts: Counts = defaultdict(set)
    for one in said:
        if core.isdisjoint(one.keys):
            continue
        for start, end in _spans(one.keys, core, own):
            counts[" ".join(one.keys[start:end])].add(one.person)
    return counts


def _spans(keys: Sequence[str], core: Set[str], own: Set[str]) -> Iterator[tuple[int, int]]:
    """Where phrases of two or three words stand with one of the core words in them."""
    first, last = joins() | own, closes() | own
    for start, key in enumerate(keys):
        if not key or key in first:
            continue
        for end in (start + 2, start + 3):
            part = keys[start:end]
            if len(part) < end - start or "" in part:
                break
            if part[-1] not in last and not core.isdisjoint(part):
                yield start, end


def _weighed(here: Counts, there: Counts, people: int, before: int) -> list[tuple[str, float]]:
    """Those said by enough people and more than is usual, by their log-likelihood."""
    found = []
    for word, by in here.items():
        if len(by) < FEWEST:
            continue
        weight = likelihood(len(by), len(there.get(word, ())), people, before)
        if weight >= WORTH or not before:
            found.append((word, weight))
    return sorted(found, key=lambda one: (-one[1], one[0]))


def likelihood(a: int, b: int, c: int, d: int) -> float:
    """How unlikely it is that a of c and b of d say a word as often; 0 where they say it less.

    Without a past (d is 0), by how many say it.
    """
    if not d:
        return float(a)
    share = (a + b) / (c + d)
    if a <= c * share:
        return 0.0
    return 2 * (_part(a, c * share) + _part(b, d * share))


def _part(seen: int, expected: float) -> float:
    return seen * log(seen / expected) if seen else 0.0


def _alike(word: str, other: str, told: Counts) -> bool:
    """Whether two say the same: one holds the other, and is mostly said by the same people."""
    mine, theirs = word.split(), other.split()
    if set(mine).isdisjoint(theirs):
        return False
    fewer = min(len(told[word]), len(told[other]))
    both = len(told[word] & told[other])
    return bool(both >= COVERS * fewer) or _within(mine, theirs) or _within(theirs, mine)


def _within(part: Sequence[str], whole: Sequence[str]) -> bool:
    return set(part) <= set(whole)


def _as_said(word: str, said: Iterable[Said]) -> str:
    """The way in which it is written the most."""
    keys = tuple(word.split())
    forms: Counter[str] = Counter()
    for one in said:
        for at in _where(one.keys, keys):
            forms[" ".join(one.seen[at : at + len(keys)])] += 1
    best = max(forms, key=lambda f: (forms[f], f.islower(), f), default=word)
    return best.replace("_", " ")


def _where(keys: Sequence[str], part: tuple[str, ...]) -> Iterator[int]:
    for at, key in enumerate(keys):
        if key == part[0] and tuple(keys[at : at + len(part)]) == part:
            yield at
