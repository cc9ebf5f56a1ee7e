"""What a service's answer means: whether it can be kept, and what it says in words."""

from __future__ import annotations

from datetime import datetime, timedelta

FURTHEST = timedelta(days=400)
"""How far ahead “already in hand until” may reach: what takes longer is not in hand."""


def refusal(
    kind: str, until: datetime | None, now: datetime, *, about: bool, area: str, longest: int
) -> str:
    """Why an answer cannot be kept, in words; "" where it can. Times are aware.

    about: it is about a digest or a spike. longest: the characters of its longest text.
    """
    if not about:
        return "Please say which digest or spike was answered. Nothing was kept."
    if not area:
        return "Please say which service answered. Nothing was kept."
    if longest > 20_000:
        return "An answer has at most 20,000 characters. Nothing was kept."
    if kind == "in_hand" and until is not None and until <= now:
        return "“Until” lies in the past. Nothing was kept."
    if until is not None and until - now > FURTHEST:
        return "“Until” lies more than a year ahead. Nothing was kept."
    return ""


def told(area: str, answer: str, until: str = "", to: str = "", action: str = "") -> str:
    """A line of history: who answered what. It repeats nothing that the service wrote itself."""
    more = ""
    if until:
        more = f", until {until}"
    elif to:
        more = f": it is for {to}"
    elif action:
        more = f": {ACTIONS[action]}"
    return f"{area} answered: {answer}{more}"


ACTIONS = {"fixed": "fixed", "none": "no action"}


def follows(kind: str, *, to: str = "", whose: str = "", until: str = "", handoffs: int = 0) -> str:
    """What follows from an answer, in words for the officer. to: the area that gets it instead."""
    if kind == "ours":
        return "It stays open until they say that it is finished."
    if kind == "in_hand":
        return (
            f"It stays open. No reminder goes out before {until}."
            if until
            else "It stays open. They gave no date."
        )
    if kind == "not_ours":
        if to:
            return f"It goes to {to} instead, and counts as sent the wrong way."
        said = f"They say “{whose}”, which is no area of ours" if whose else "They do not say whose"
        return f"{said}: please say whose it is. It counts as sent the wrong way."
    what = "1 handoff is" if handoffs == 1 else f"{handoffs} handoffs are"
    return f"{what} finished. Please read what they changed, then tell residents."


def last_time(when: str, area: str, action: str, changed: str, read: bool) -> str:
    """How the last spike at a place ended, in one sentence; changed: as the service wrote it."""
    done = f"Last time here ({when}) {area} finished it"
    how = f"{done}: {ACTIONS[action]}" if action else done
    if not changed.strip():
        return f"{how}. They did not say what was changed."
    if not read:
        return f"{how}. What they wrote is not read yet."
    return f"{how}. Changed: {' '.join(changed.split()).rstrip('.')}."
