"""What is put away quietly and what brings it back: snoozed mentions, muted threads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from rules.views import View

UNTIL_SOMETHING = timedelta(days=14)
"""The longest that a mention sleeps until something happens: nothing sleeps for ever."""
LONGEST_SNOOZE = timedelta(days=92)
GROWS_BY = 3  # people; a judgement: one more may be chance, three are a story

Shelf = Literal["", "muted", "follows"]
"""Why a mention stands elsewhere than the chart says: its thread is muted, or was answered."""

QUIET_VIEWS: frozenset[View] = frozenset({"glance", "news", "watching"})


@dataclass(frozen=True, slots=True)
class Mute:
    """A thread that somebody silenced. until: UTC, or None until it is heard again by hand."""

    mention: int  # the key of the mention at which it was muted
    about: str  # the first words of that mention
    by: str
    at: datetime
    until: datetime | None
    why: str
    quiet: int = 0  # how many mentions stand in Watching because of it


@dataclass(frozen=True, slots=True)
class Sleep:
    """A snoozed mention. until: UTC, the latest. grows: people; was: how many told it then."""

    until: datetime | None
    grows: int = 0
    was: int = 0
    answer: bool = False


@dataclass(frozen=True, slots=True)
class Followed:
    """What we answered in a thread, to which this is a later post."""

    mention: int
    outcome: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Afoot:
    """What goes on around one mention, besides what the chart says of it."""

    mute: Mute | None = None
    sleep: Sleep | None = None
    follows: Followed | None = None
    followed_by: int = 0  # the key of the newest later post, where this one was answered
    apart: bool = False  # somebody took it out of its stack


@dataclass(frozen=True, slots=True)
class Asleep:
    """Everything that is put away: the muted threads, and how many mentions wait for what."""

    mutes: tuple[Mute, ...] = ()
    for_time: int = 0
    to_grow: int = 0
    for_answer: int = 0
    next_at: datetime | None = None


def grown(was: int, now: int, by: int) -> str:
    """In words, why a stack counts as grown since `was` people told its story; "" where not.

    by: so many more people; 0 never. Twice as many will do too, of two or more.
    """
    if by <= 0 or now <= was:
        return ""
    if now >= was + by or (was >= 2 and now >= 2 * was):
        return f"it has grown from {was} to {now} people"
    return ""


def too_long(until: datetime, now: datetime, for_something: bool) -> str:
    """In words, why a snooze until then is refused; "" where it may be. Times are aware."""
    if until <= now:
        return "That time is past. The mention stays where it is."
    if for_something and until - now > UNTIL_SOMETHING + timedelta(hours=1):
        return (
            f"What sleeps until something happens comes back after {UNTIL_SOMETHING.days} days at "
            "the latest, so that nothing sleeps for ever. Please choose an earlier time."
        )
    if until - now > LONGEST_SNOOZE:
        return (
            f"The longest snooze is {LONGEST_SNOOZE.days} days, so that nothing sleeps for ever. "
            "Please choose an earlier time."
        )
    return ""


def placed(view: View, shelf: Shelf, grade: str) -> View:
    """Where a mention stands, given where the chart puts it.

    A muted thread is watched quietly, but danger words pass a mute. A later post in a thread that
    we answered comes to Answer, unless it stands in a list of things to do already.
    """
    if view in ("urgent", "snoozed", "done") or not shelf:
        return view
    if shelf == "muted":
        return "watching" if grade == "none" else view
    return "answer" if view in QUIET_VIEWS else view
