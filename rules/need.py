"""How soon a mention is needed: its clock, and one number that sorts the queue."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from rules.worktime import HOURS, Hours, after_working

URGENT_CLOCK = timedelta(minutes=15)  # in real time, at any hour
FIRST_LOOK = timedelta(hours=1)  # of working time
REPLY = timedelta(hours=9)  # of working time: the same working day
TOO_OLD = timedelta(hours=48)  # published longer before it was heard: no clock, no notification


@dataclass(frozen=True, slots=True)
class Clocks:
    """How long each clock runs, and when the council works. Urgent clocks run in real time."""

    urgent: timedelta = URGENT_CLOCK
    first_look: timedelta = FIRST_LOOK
    reply: timedelta = REPLY
    hours: Hours = HOURS


CLOCKS = Clocks()
FIRST_LOOK_VIEWS = frozenset({"unsure", "decide", "forward"})
REPLY_VIEWS = frozenset({"answer"})
VIEW_ORDER = (
    "urgent", "answer", "unsure", "forward", "decide",
    "watching", "glance", "news", "snoozed", "done",
)  # fmt: skip


def due_at(
    view: str,
    published: datetime | None,
    heard: datetime,
    holidays: Set[date] = frozenset(),
    clocks: Clocks = CLOCKS,
    raised: datetime | None = None,
) -> datetime | None:
    """When its clock runs out, or None where it has none. Times are local and aware.

    Urgent clocks run in real time; the others in working time. They start when it was heard: what
    was promised, was promised to whoever said it, and no correction buys time. Only a danger that
    came to be known later (raised: when) has its quarter of an hour from then, however old it is.
    """
    if view == "urgent" and raised is not None:
        heard, published = raised, None
    if published is not None and heard - published > TOO_OLD:
        return None
    if view == "urgent":
        # By way of UTC: on the night the clocks go back, 01:50 and a quarter hour is 01:05.
        return (heard.astimezone(UTC) + clocks.urgent).astimezone(heard.tzinfo)
    if view in FIRST_LOOK_VIEWS:
        return after_working(heard, clocks.first_look, holidays, clocks.hours)
    if view in REPLY_VIEWS:
        return after_working(heard, clocks.reply, holidays, clocks.hours)
    return None


def need_of(
    view: str,
    grade: str,
    tone: str,
    due: datetime | None,
    said: datetime,
    people: int = 1,
    sure: bool = True,
) -> float:
    """One number a mention, lower is sooner; fixed in time, so that it can be stored and indexed.

    In order: a person at risk, a hazard, the same where we are not sure; then by clock; then
    annoyance with reach; then the newest first among what has no clock. `said` is when it was
    published, else heard.
    """
    band = VIEW_ORDER.index(view) if view in VIEW_ORDER else len(VIEW_ORDER)
    if view == "urgent":
        band_rank = {"person": 0.0, "hazard": 0.2}.get(grade, 0.3) + (0.0 if sure else 0.4)
    else:
        band_rank = 0.0 if due is not None else 0.5
    # Microscopic beside a band and yet finer than a second: 1e10 seconds are three centuries.
    clock = due.timestamp() if due is not None else -said.timestamp() + 1e10
    if tone == "negative":
        clock -= 1800  # half an hour sooner
    clock -= min(max(people - 1, 0), 20) * 600  # ten minutes sooner for each further person
    return band + band_rank + clock / 1e11
