"""Chooses three quotes that together cover what people say, and makes them fit to be shown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import sqrt

from listener.spike import Post, Quote
from listener.understanding.asking import things_said
from listener.understanding.masking import NAME, Known, doubtful, masked
from listener.understanding.tokens import key_of, stops

SHOWN = 3
SHORT, LONG = 40, 160  # characters between which a sentence reads best
LOOKED = 100  # candidates of the greatest weight among which the three are chosen
AGAIN = 0.15  # of its weight is left to a word that a quote chosen before has said
SAME_SOURCE = 0.8
THING = 2.5  # words that a thing asked for or said weighs
_ENDS = re.compile(r"(?<=[.!?…])[\"'”’)]?\s+|\n+")
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_NO_QUOTE = frozenset({"news_feed", "newsletter", "email_alert"})  # the press, not residents
_REFERS = re.compile(r"^(?:he|she|they|this|that|it|and|but|so|also|then)\b", re.I)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of one post that may be quoted."""

    post: Post
    text: str
    words: frozenset[str]
    clear: float


def quotes_of(posts: Sequence[Post], known: Known, tell: Iterable[str]) -> tuple[Quote, ...]:
    """Up to three, of different people, by greedy cover of weighted words (Nemhauser, Wolsey and
    Fisher 1978: within 63 % of the best). tell: words and phrases that stand out weigh double."""
    quotable = [p for p in posts if may_quote(p)]
    candidates = [c for p in _each_once(quotable) for c in _candidates(p)]
    weights = _weights(candidates, tell)
    best = sorted(candidates, key=lambda c: (-_worth(c, weights), c.post.said, c.post.key))
    # To mask all of 1,500 posts took 0.1 s: only those that may be chosen are.
    looked = [m for c in best[:LOOKED] if (m := _masked(c, known)) is not None]
    chosen = _cover(looked, weights | _things(looked))
    return tuple(Quote(c.post.key, c.text, c.post.source, c.post.said) for c in chosen)


def may_quote(post: Post) -> bool:
    """Whether a post may be quoted to a service at all."""
    return (
        post.counted and not post.private and not post.names_person
        and post.channel not in _NO_QUOTE
    )  # fmt: skip


def _each_once(posts: Iterable[Post]) -> list[Post]:
    """One post of each stack, and of each text."""
    found: dict[object, Post] = {}
    for post in posts:
        found.setdefault(post.stack, post)
    return list({p.text.casefold(): p for p in found.values()}.values())


def _candidates(post: Post) -> list[Candidate]:
    text = post.text if post.text.strip() else post.title
    made = []
    for part in stretches(text[:1_000]):
        words = frozenset([key_of(w) for w in _WORD.findall(part)]) - stops()
        if words:
            made.append(Candidate(post, part, words, _clear(part)))
    return made


def _masked(one: Candidate, known: Known) -> Candidate | None:
    """As it would be shown, or None where it is not fit for it."""
    said = masked(one.text, known)
    if not fit(said, known):
        return None
    return replace(one, text=said, words=one.words | things_said(said), clear=_clear(said))


def stretches(text: str) -> list[str]:
    """The whole text where it is short, else each sentence with as many after it as fit; what is
    too long even so is cut between two words."""
    whole = " ".join(text.split())
    if len(whole) <= LONG:
        return [whole] if whole else []
    sentences = [s for s in (" ".join(p.split()) for p in _ENDS.split(text)) if s]
    found = []
    for at, sentence in enumerate(sentences):
        taken = sentence
        for following in sentences[at + 1 :]:
            if len(taken) + 1 + len(following) > LONG:
                break
            taken = f"{taken} {following}"
        found.append(cut(taken))
    return found


def cut(text: str, most: int = LONG) -> str:
    """The text, shortened between two words where it is too long."""
    if len(text) <= most:
        return text
    kept = text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:-–—")
    return f"{kept or text[: most - 1]}…"


def fit(said: str, known: Known) -> bool:
    """Whether a masked stretch is worth showing and surely names nobody."""
    letters = sum(c.isalpha() for c in said)
    return letters >= 12 and NAME not in said and not doubtful(said, known)


def _clear(said: str) -> float:
    """How well a stretch reads by itself, up to 1."""
    clear = min(1.0, sqrt(LONG / 2 / len(said)))  # short is good
    if len(said) < SHORT:
        clear *= 0.7
    if said.isupper() or sum(c.isalpha() or c == " " for c in said) < 0.85 * len(said):
        clear *= 0.6
    if said.endswith("…"):
        clear *= 0.8
    if _REFERS.match(said):
        clear *= 0.75
    return clear


def _weights(candidates: Sequence[Candidate], tell: Iterable[str]) -> dict[str, float]:
    """A word by how many people say it; one that stands out weighs double."""
    said = {(c.post.person, w) for c in candidates for w in c.words}
    by = Counter(w for _, w in said)
    out = {key_of(w) for phrase in tell for w in phrase.split()}
    return {w: n * (2.0 if w in out else 1.0) for w, n in by.items() if n > 1 or w in out}


def _things(candidates: Sequence[Candidate]) -> dict[str, float]:
    """What several people say or ask for weighs as much as some of their words."""
    by = Counter(w for c in candidates for w in c.words if ":" in w)
    return {w: THING * n for w, n in by.items()}


def _worth(one: Candidate, weights: dict[str, float]) -> float:
    return one.clear * sum(weights.get(w, 0.0) for w in one.words)


def _cover(candidates: Sequence[Candidate], weights: dict[str, float]) -> list[Candidate]:
    left = dict(weights)
    chosen: list[Candidate] = []
    while len(chosen) < SHOWN:
        people = {c.post.person for c in chosen}
        stacks = {c.post.stack for c in chosen}
        sources = {c.post.source for c in chosen}
        free = [c for c in candidates if c.post.person not in people and c.post.stack not in stacks]
        if not free:
            break
        best = max(
            free,
            key=lambda c: _worth(c, left) * (SAME_SOURCE if c.post.source in sources else 1.0),
        )
        chosen.append(best)
        for word in best.words:
            left[word] = left.get(word, 0.0) * AGAIN
    return sorted(chosen, key=lambda c: (c.post.said, c.post.key))
