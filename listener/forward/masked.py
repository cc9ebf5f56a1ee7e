"""Which posts a service may be shown, and each in the form that leaves the house."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from listener.spike import Post
from listener.understanding.masking import Known, doubtful, masked
from listener.understanding.tokens import body

LONGEST = 600  # characters of a post in the table
LINKED = frozenset({"report_site", "news_feed"})
"""Channels whose addresses name a report or an article; those of others hold the writer's name."""


@dataclass(frozen=True, slots=True)
class Shared:
    """One post that may be attached: its words without handles, names masked where found."""

    post: Post
    text: str
    source: str
    places: tuple[str, ...]
    link: str = ""


def shared(posts: Iterable[Post], known: Known) -> tuple[Shared, ...]:
    """Those posts that may be attached, in their order. What may name somebody is left out."""
    made = []
    for post in posts:
        if post.private or post.names_person:
            continue
        said = masked(body(post)[:LONGEST], known)
        if said and not doubtful(said, known):
            made.append(Shared(post, said, masked(post.source, known), post.places, _link(post)))
    return tuple(made)


def _link(post: Post) -> str:
    if post.channel not in LINKED or "@" in post.url:
        return ""
    try:
        return post.url if urlsplit(post.url).scheme in ("http", "https") else ""
    except ValueError:
        return ""
