"""What a list shows of a possible danger: its clock, who looks at it, no distressing text."""

from __future__ import annotations

from datetime import datetime

from rules.urgent import Mark, clock_words
from ui import words
from ui.tongue import said_later, tr

HIDDEN = said_later("Text hidden: it may distress. Show (Enter)")
ORDER = said_later(
    "First what may be a person at risk, then hazards, then what we are not sure of. The app looks "
    "for words; you judge."
)


def clock_sign(due: datetime, now: datetime) -> words.Sign:
    """How the clock stands, in real time: a shape, words and a colour."""
    said = clock_words(due, now)
    return words.Sign("◷", said, "red" if now >= due else "amber")


def urgent_signs(mark: Mark | None, now: datetime) -> list[words.Sign]:
    """Who looks at it and whether it is held; nothing for other mentions."""
    if mark is None:
        return []
    signs: list[words.Sign] = []
    if mark.due is not None and mark.looking and mark.looked_at is not None:
        at = words.short_when(mark.looked_at, now)
        signs.append(
            words.Sign("◉", tr("{looking} looks at it, {at}", looking=mark.looking, at=at), "green")
        )
    if mark.held:
        signs.append(words.Sign("▣", "on hold", "grey"))
    return signs
