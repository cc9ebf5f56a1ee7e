"""What a spike can be about: a service, a place, a service at a place, or everything heard."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

EVERYTHING = "Everything heard"


class Topic(NamedTuple):
    """A category, a place, or both; neither stands for everything heard."""

    category: str = ""
    place: str = ""

    @property
    def title(self) -> str:
        """ "Roadworks and closures · Wolverton Road"."""
        return " · ".join(part for part in self if part) or EVERYTHING

    def refines(self, other: Topic) -> bool:
        """Whether every mention of this topic is one of the other's too, which is wider."""
        return self != other and all(w in ("", m) for m, w in zip(self, other, strict=True))


ALL = Topic()


def topics_of(category: str, places: Iterable[str]) -> tuple[Topic, ...]:
    """Every topic that a mention of this category and these places belongs to."""
    found = [ALL]
    if category:
        found.append(Topic(category))
    for place in dict.fromkeys(p for p in places if p):
        found.append(Topic("", place))
        if category:
            found.append(Topic(category, place))
    return tuple(found)


def covers(silence: Topic, topic: Topic) -> bool:
    """Whether a silence about one topic holds for another: for itself and for what is narrower.

    A silence about everything heard holds for that alone: it does not switch the listener off.
    """
    return silence == topic or (silence != ALL and topic.refines(silence))
