"""When two posts tell of one thing to make safe, so that one row may speak for both."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

WITHIN = timedelta(hours=12)  # what stands so long is looked at; a night later it is told anew
WIDE = frozenset({"ward"})  # kinds of place too wide to be one spot


@dataclass(frozen=True, slots=True)
class Hazard:
    """What a post in Urgent tells. places: each a name and its kind. said: aware."""

    grade: str
    type: str
    service: str  # "" where none is likely
    places: frozenset[tuple[str, str]]
    said: datetime


def one_hazard(one: Hazard, other: Hazard) -> str:
    """Why one row may speak for both, in words, or "" where each stands for itself.

    Only things to make safe, never a person at risk; of one type, for one service, at the very
    same named places, said within 12 hours. A missing cover and ice are both dangers of a road:
    the service tells them apart. Where any of it is not known, each stands for itself.
    """
    if one.grade != "hazard" or other.grade != "hazard":
        return ""
    if not one.type or one.type != other.type:
        return ""
    if not one.service or one.service != other.service:
        return ""
    if not _spots(one.places) or one.places != other.places:
        return ""
    if abs(one.said - other.said) > WITHIN:
        return ""
    where = " and ".join(sorted(name for name, _ in one.places))
    return f"the same type of hazard ({one.type}), {one.service}, at {where} within 12 hours"


def _spots(places: Iterable[tuple[str, str]]) -> bool:
    """Whether places are named, and each is narrow enough to go to."""
    kinds = [kind for _, kind in places]
    return bool(kinds) and WIDE.isdisjoint(kinds)
