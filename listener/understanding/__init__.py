"""Understands a heap of posts: what stands out, where, who was heard, and what they ask for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from listener.council import Council
from listener.spike import Post, Understood
from listener.understanding.asking import heard
from listener.understanding.masking import Known, known_of
from listener.understanding.quoting import quotes_of
from listener.understanding.standing import own_words, standing_words
from listener.understanding.tokens import levelled, said_by

__all__ = ["understood"]

PLACES = 5


def understood(
    posts: Sequence[Post], past: Sequence[Post], council: Council | None = None
) -> Understood:
    """What the posts say. past: posts of the same topic before, against which words stand out.

    council: its places are known as no names, its members' names are masked. Of posts that are
    private, only that they were there counts: no word of them is used. News and notices stand
    beside, and are not counted.
    """
    counted = [p for p in posts if p.counted]
    used = [p for p in counted if not p.private and not p.names_person]
    known = known_of(council) if council is not None else Known()
    before = [p for p in past if p.counted and not p.private and not p.names_person]
    level = levelled(used)
    words = standing_words(said_by(level), said_by(levelled(before)), own_words(counted))
    says, asks = heard(level)
    return Understood(
        words=words,
        places=_tally(counted, lambda p: p.places)[:PLACES],
        sources=_tally(counted, lambda p: (p.source,)),
        quotes=quotes_of(used, known, (*words, *(a.words for a in asks))),
        asks=asks,
        says=says,
    )


def _tally(
    posts: Sequence[Post], named: Callable[[Post], tuple[str, ...]]
) -> tuple[tuple[str, int], ...]:
    """How many posts name each, the most first."""
    counted = Counter(name for post in posts for name in dict.fromkeys(named(post)) if name)
    return tuple(sorted(counted.items(), key=lambda one: (-one[1], one[0])))
