"""When a service that has not answered is reminded, when its deputy is told, and why not."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from rules.worktime import HOURS, Hours, after_working

Step = Literal["wait", "remind", "deputy", "tell", "done"]
"""tell: all that a mail can do was done, and a person has to ring."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One digest that waits for an answer. Times are aware and local.

    sent: when it went; None where that is not known. within: working hours until a reminder.
    answer: the kind of the newest answer, "" for none; until: what it said for “in hand until”.
    """

    sent: datetime | None
    within: int
    deputy: bool = False
    answer: str = ""
    until: datetime | None = None
    unread: bool = False  # an answer waits for an officer to say what it means
    reminded: datetime | None = None
    deputised: datetime | None = None


@dataclass(frozen=True, slots=True)
class Chase:
    """What is done next, when, and why, in words. late: the agreed time is over."""

    step: Step
    at: datetime | None
    because: str
    late: bool = False


def chase(
    asked: Asked, now: datetime, holidays: Set[date] = frozenset(), hours: Hours = HOURS
) -> Chase:
    """What follows for a digest now: at most one reminder, then one mail to the deputy."""
    if asked.answer and not (asked.answer == "in_hand" and asked.until is not None):
        return Chase("done", None, "They answered.")
    if asked.unread:
        return Chase("wait", None, "A mail about it waits for you: say what it means.", late=True)
    if asked.sent is None:
        return Chase(
            "wait", None, "It is not known whether this mail went, so no reminder goes out by "
            "itself. Say that it went, or ring them.",
        )  # fmt: skip
    within = timedelta(hours=asked.within)
    due, why = _due(asked, within, holidays, hours)
    if now < due:
        return Chase("wait", due, f"A reminder goes out if {why} by {_clock(due)}.")
    late = f"{why[:1].upper()}{why[1:]} by {_clock(due)}"
    if asked.reminded is None:
        return Chase("remind", due, f"{late}: they are reminded.", late=True)
    return _after_reminder(asked, now, late, after_working(asked.reminded, within, holidays, hours))


def _due(
    asked: Asked, within: timedelta, holidays: Set[date], hours: Hours
) -> tuple[datetime, str]:
    if asked.until is not None and asked.answer == "in_hand":
        over = after_working(asked.until, timedelta(), holidays, hours)
        return over, f"what was in hand until {_day(asked.until)} is not finished"
    assert asked.sent is not None
    return after_working(asked.sent, within, holidays, hours), "there is no answer"


def _after_reminder(asked: Asked, now: datetime, late: str, due: datetime) -> Chase:
    assert asked.reminded is not None
    reminded = f"{late}; they were reminded on {_clock(asked.reminded)}"
    if asked.deputised is not None:
        told = f"{reminded}, and the deputy was told on {_clock(asked.deputised)}"
        return Chase("tell", None, f"{told}. Please ring them.", late=True)
    if not asked.deputy:
        return Chase("tell", None, f"{reminded}, and there is no deputy. Please ring them.", True)
    if now < due:
        return Chase("wait", due, f"{reminded}. The deputy is told at {_clock(due)}.", late=True)
    return Chase("deputy", due, f"{reminded}: the deputy is told.", late=True)


def _clock(at: datetime) -> str:
    return f"{at:%a} {at.day} {at:%b %H:%M}"


def _day(at: datetime) -> str:
    return f"{at:%a} {at.day} {at:%b}"
