"""What stands before an officer who replies: considerations, house rules and templates we ship."""

from __future__ import annotations

import tomllib
from functools import cache

from listener import resources
from rules.replying import Advice, Consideration, Template

FOLDER = "replies"
ADVICE = "advice.toml"


@cache
def shipped() -> Advice:
    """The advice and every template of resources/replies, in the order of their files' names."""
    told = tomllib.loads(resources.text(f"{FOLDER}/{ADVICE}"))
    names = (n for n in resources.names(FOLDER) if n.endswith(".toml") and n != ADVICE)
    return Advice(
        tuple(Consideration(**c) for c in told["consideration"]),
        tuple(told["house_rules"]),
        tuple(_template(n) for n in names),
    )


def _template(name: str) -> Template:
    kept = tomllib.loads(resources.text(f"{FOLDER}/{name}"))
    text = kept["text"].strip()
    return Template(kept["name"], tuple(kept["outcomes"]), kept["tone"], text)
