"""The word lists that we ship, opened once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from listener import resources
from listener.reading import vader


@cache
def shapes() -> Mapping[str, tuple[str, ...]]:
    """How people complain, ask, thank, report and so on."""
    return {name: tuple(words) for name, words in _toml("shapes").items()}


@cache
def dangers() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Type, grade and words of each danger."""
    return tuple((t["name"], t["grade"], tuple(t["words"])) for t in _toml("danger")["type"])


@cache
def figures() -> tuple[str, ...]:
    """Figures of speech that sound like danger and are none."""
    return tuple(_toml("danger")["figures"])


WHICH = ("untreated", "works", "worse", "hurt", "somebody", "pets")


@cache
def milder() -> Mapping[str, tuple[str, ...]]:
    """Words that speak for a report to the service, those that make more of it, and for pets."""
    return {name: tuple(_toml("danger")[name]) for name in WHICH}


@cache
def council_valences() -> Mapping[str, float]:
    """VADER's words with the council layer over them: some without mood, some added."""
    layer = _toml("tone")
    words = dict(vader.lexicon())
    for word in layer["neutral"]:
        words.pop(word, None)
    words.update({w: float(v) for w, v in layer["weights"].items()})
    return words


@cache
def emoji_valences() -> Mapping[str, float]:
    """Emoji that residents use with a meaning of their own."""
    return {e: float(v) for e, v in _toml("tone")["emoji"].items()}


@cache
def first_names() -> frozenset[str]:
    """First names, in lower case."""
    return frozenset(_toml("names")["first_names"])


@cache
def not_surnames() -> frozenset[str]:
    """Words that stand after a first name in the name of a place."""
    return frozenset(_toml("names")["not_surnames"])


@cache
def dull() -> frozenset[str]:
    """Words that would tell a reader nothing as a reason."""
    return frozenset(_toml("names")["dull"])


@cache
def private() -> Mapping[str, tuple[str, ...]]:
    """Words that tell of a child or of somebody's health: such posts are never quoted."""
    return {name: tuple(many) for name, many in _toml("private").items()}


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.text(f"words/{name}.toml"))
