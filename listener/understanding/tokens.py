"""What posts say, word by word: level, without handles, links, numbers and idle words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from listener.reading.normal import Plain, plain_of
from listener.reading.words import dull, first_names
from listener.spike import Post

LONGEST = 400  # characters of a post that are looked at: people say it in the first sentences
_TOKEN = re.compile(r"[^\W\d]+(?:['-][^\W\d]+)*|[.,;:!?()\n]+|\d[\w.,:]*")
# Short words that carry what is said: "one lane", "nobody working", "dug up", "no sign".
_TELLING = frozenset({"one", "single", "nobody", "no", "never", "not", "half", "third"})
_ENDS = frozenset({"up", "off", "out", "hour"})


Levelled = tuple[Post, Plain]


@dataclass(frozen=True, slots=True)
class Said:
    """One post as words: as told apart (`keys`), and as they stand (`seen`). "" is a break."""

    person: int
    keys: tuple[str, ...]
    seen: tuple[str, ...]


def body(post: Post) -> str:
    """What somebody wrote: a title counts where it is all there is, or heads a report."""
    if not post.text.strip():
        return post.title
    if post.channel == "report_site" and post.title:
        return f"{post.title}. {post.text}"
    return post.text


def levelled(posts: Iterable[Post]) -> list[Levelled]:
    """Each post with its words made level, once for all who read them."""
    return [(post, plain_of("", body(post)[:LONGEST])) for post in posts]


def said_by(posts: Iterable[Levelled]) -> list[Said]:
    """The posts as words; one text that a person told twice counts once."""
    found: dict[tuple[int, str], Said] = {}
    for post, plain in posts:
        text = plain.text
        at = (post.person, text)
        if at in found:
            continue
        for place in post.places:  # one name is one word: no "lane" of Park Lane
            text = text.replace(place, place.replace(" ", "_"))
        seen = tuple([t if t[0].isalpha() else "" for t in _TOKEN.findall(text)])
        found[at] = Said(post.person, tuple(map(key_of, seen)), seen)
    return list(found.values())


@lru_cache(maxsize=20_000)
def key_of(word: str) -> str:
    """The same for lane and lanes, sign and Signs."""
    low = word.casefold().removesuffix("'s")
    if len(low) > 4 and low.endswith("s") and not low.endswith(("ss", "us", "is")):
        return low[:-1]
    return low


@cache
def stops() -> frozenset[str]:
    """Words that say nothing by themselves, first names among them."""
    names = frozenset(map(key_of, first_names())) - _PLACES_TOO
    return frozenset(map(key_of, dull())) | names


@cache
def thin() -> frozenset[str]:
    """Words that say little alone, and something in a phrase: "nobody working"."""
    return frozenset(map(key_of, _SAYING_LITTLE))


_SAYING_LITTLE = (
    "again", "still", "always", "already", "also", "please", "people", "everyone", "council", "lot",
    "sure", "good", "bad", "new", "old", "right", "work", "working", "want", "need", "think",
    "look", "looks", "any", "stop", "long", "mins", "min", "thanks", "thank", "well", "actually",
    "half", "round", "whole", "side", "bit", "way", "thing", "sat",
)  # fmt: skip
_PLACES_TOO = frozenset({"victoria", "lane", "glen", "dale", "heath", "ward", "skip", "sandy"})


@cache
def joins() -> frozenset[str]:
    """Words that a phrase does not begin with."""
    return stops() - frozenset(map(key_of, _TELLING))


@cache
def closes() -> frozenset[str]:
    """Words that a phrase does not end with."""
    return stops() - _ENDS
