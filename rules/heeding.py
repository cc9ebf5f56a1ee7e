"""Which mentions make a topic busy, for whom each counts, and when by the clock on the wall."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import NamedTuple

QUARTER = 900  # seconds
A_DAY = 86_400 // QUARTER
COUNTED = frozenset(
    {"complaint", "report", "question", "rumour", "opinion", "abuse", "danger", "infoaccess",
     "political"}
)  # fmt: skip
"""What residents say about an affair: a request for information asks, and party talk is opinion."""
PRESS_CHANNELS = frozenset({"news_feed", "hyperlocal", "newsletter", "email_alert"})
"""Where one text is copied from another: copies in them count once, whoever signs them."""
EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - a clock on the wall has no zone


class Said(NamedTuple):
    """One mention of a topic: when (a quarter), its key, who, and whether it counts."""

    quarter: int
    mention: int
    person: int  # negative where it has no name of its own: one for each stack
    counted: bool
    quiet: bool  # came with a first fetch or an import


def quarter_of(local: datetime) -> int:
    """The quarter of an hour by the clock on the wall since 1970. local: in London."""
    return int((local.replace(tzinfo=None) - EPOCH).total_seconds()) // QUARTER


def wall(quarter: int) -> datetime:
    """When a quarter begins by the clock on the wall, without a zone."""
    return EPOCH + timedelta(seconds=quarter * QUARTER)


def counts(kind: str, grade: str, author_is: str) -> bool:
    """Whether a mention counts; the others stand beside. A possible danger always counts."""
    if author_is == "press":
        return False
    return kind in COUNTED or grade in ("person", "hazard")


def name_of(author: str, author_is: str, channel: str) -> str:
    """The name under which somebody counts as one person; "" for no one by name.

    Who copies a text as the press does is no one by name: its copies count once.
    """
    if author_is == "press" or channel in PRESS_CHANNELS:
        return ""
    return " ".join(author.split()).casefold().lstrip("@")


def nameless(stack: int) -> int:
    """The number of whoever has no name: one with the rest of its stack."""
    return -1 - (stack * 2 if stack >= 0 else -stack * 2 + 1)


def people_by_quarter(said: Iterable[Said]) -> list[tuple[int, int]]:
    """How many people were first heard of that day in each quarter that has any.

    Each person counts once a day, so that neither one loud voice nor a text copied five times makes
    a topic busy. said: in the order of quarters.
    """
    found: list[tuple[int, int]] = []
    for _, of_day in groupby(said, key=lambda s: s.quarter // A_DAY):
        known: set[int] = set()
        for quarter, of_quarter in groupby(of_day, key=lambda s: s.quarter):
            new = {s.person for s in of_quarter if s.counted} - known
            known |= new
            if new:
                found.append((quarter, len(new)))
    return found


def most_in_a_day(counted: Sequence[tuple[int, int]]) -> int:
    """The most people in any 24 hours of (quarter, people) in their order."""
    most = within = first = 0
    for quarter, people in counted:
        within += people
        while counted[first][0] <= quarter - A_DAY:
            within -= counted[first][1]
            first += 1
        most = max(most, within)
    return most


def posts_of(said: Iterable[Said]) -> list[Said]:
    """Those that count, in their order; of copies without a name of their own the first."""
    found: list[Said] = []
    known: set[int] = set()
    for one in said:
        if not one.counted or one.person in known:
            continue
        if one.person < 0:
            known.add(one.person)
        found.append(one)
    return found


def posts_and_people(said: Sequence[Said]) -> tuple[int, int, bool]:
    """Posts (copies without a name of their own once), people, and whether there may be more."""
    counted = [s for s in said if s.counted]
    named = [s.person for s in counted if s.person >= 0]
    others = {s.person for s in counted if s.person < 0}
    return len(named) + len(others), len(set(named)) + len(others), bool(others)
