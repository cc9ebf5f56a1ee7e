"""Holding all publicity: which outcomes stop while it holds, and the reason in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

LONGEST = timedelta(days=42)
"""Six weeks: a pre-election period. It can be held again, so that none is forgotten."""

STOPPED: Mapping[str, str] = {
    "join_in": "thanking and joining in",
    "neutral_line": "a line of ours",
}
"""Outcomes that do not happen while publicity is held."""
ASKED: Mapping[str, str] = {
    "answer": "an answer",
    "correct": "a public correction",
    "signpost": "a public reply",
}
"""Replies that a resident may need for safety or for a service: a person confirms each."""


@dataclass(frozen=True, slots=True)
class PublicityHold:
    """Who holds all publicity, why, since when and until when (UTC)."""

    by: str
    why: str
    at: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Stopped:
    """Whether an outcome is stopped ("no") or has to be confirmed ("ask"), and why, in words.

    short: the same beside a banner that says who holds it and until when.
    """

    how: Literal["no", "ask"]
    why: str
    short: str


def stopped(outcome: str, hold: PublicityHold | None, until: str) -> Stopped | None:
    """What holding publicity means for an outcome; None where it may go ahead.

    until: when the hold ends, as the officer's clock shows it.
    """
    if hold is None:
        return None
    held = f"all publicity is held until {until} ({hold.why}; {hold.by})"
    if outcome in STOPPED:
        return Stopped(
            "no",
            f"Not now: {held}, and {STOPPED[outcome]} waits. Snooze it, decide otherwise, or end "
            "the hold.",
            f"Held back with all publicity: {STOPPED[outcome]} waits.",
        )
    if outcome in ASKED:
        return Stopped(
            "ask",
            f"Please think first: {held}. Only what people need for their safety or for a "
            f"service should go out; this would be {ASKED[outcome]}.",
            f"Publicity is held: {ASKED[outcome]} only for safety or a service.",
        )
    return None


def refusal(why: str, until: datetime, now: datetime) -> str:
    """In words, why publicity cannot be held so; "" where it can. Times are aware."""
    if not why.strip():
        return "Please say why publicity is held. Nothing was changed."
    if until <= now:
        return "That time is past. Nothing was changed."
    if until - now > LONGEST:
        return (
            f"Publicity is held for {LONGEST.days // 7} weeks at the longest; it can be held again "
            "after that. Nothing was changed."
        )
    return ""
