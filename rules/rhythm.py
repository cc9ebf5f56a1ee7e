"""How often a source usually says something, and whether it is silent for longer than that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

SPAN = 28  # days that are looked at
KNOWN_AFTER = 7  # days: less tells nothing about a rhythm
UNLIKELY = 0.01  # a silence as long as this one has less than this chance


@dataclass(frozen=True, slots=True)
class Rhythm:
    """In words what is usual for a source; silent: it has said nothing for unusually long."""

    says: str
    silent: bool


def rhythm_of(days: Mapping[int, int], today: int) -> Rhythm:
    """The rhythm of a source. days: how much it said on each day it said anything.

    Days are counted from any fixed day on. The days after its last word are left out of what is
    usual, or a long silence would become its own excuse.
    """
    past = {day: n for day, n in days.items() if day <= today and n > 0}
    if not past:
        return Rhythm("", False)
    last = max(past)
    begin = max(min(past), last - SPAN + 1)
    length = last - begin + 1
    quiet = today - last
    ago = f"silent {quiet} days" if quiet > 1 else "last heard yesterday" if quiet else ""
    if length < KNOWN_AFTER:
        return Rhythm(ago, False)
    spoken = {day: n for day, n in past.items() if day >= begin}
    # From its first word on, the first day opens the time that is measured and is not in it.
    first = past[begin] if begin == min(past) else 0
    usual = f"usually {_often((sum(spoken.values()) - first) / (length - bool(first)))}"
    # As if each day were a throw with the share of days on which it speaks: one that speaks on
    # most days is missed within a week, one that speaks once a month is not.
    chance = (1 - len(spoken) / (length + 1)) ** quiet
    silent = quiet > 1 and chance < UNLIKELY
    return Rhythm(f"{usual}, {ago}" if quiet > 1 else usual, silent)


def _often(a_day: float) -> str:
    """So many a day, a week or a month, whichever reads as a whole number."""
    if a_day >= 1:
        return f"{round(a_day):,} a day"
    if a_day * 7 >= 1:
        return f"{round(a_day * 7)} a week"
    return f"{max(1, round(a_day * 30))} a month"
