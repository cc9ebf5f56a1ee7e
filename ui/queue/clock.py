"""The clock of a row in words: due in 40 min, late 2 h."""

from __future__ import annotations

from datetime import datetime, timedelta

from listener.mention import Row
from rules.workclock import working_between
from rules.worktime import bank_holidays
from ui.tongue import tr
from ui.words import LONDON, Sign, short_when

MINUTE = timedelta(minutes=1)
SOON = timedelta(minutes=30)
LONG_AGO = timedelta(days=14)  # in real time; later than that, the day says more than the hours
DAY = timedelta(hours=9)  # of working time
TICKING = frozenset({"urgent", "unsure", "answer", "forward", "decide"})


def clock_of(row: Row, now: datetime) -> Sign | None:
    """When a row is due or how late it is; None where it has no clock or is dealt with.

    Urgent clocks run in real time at any hour; the others in the council's working time.
    """
    if row.due is None or row.view not in TICKING:
        return None
    if row.due <= now:
        return Sign("!", _late(row, row.due, now), "red")
    real = row.due - now
    left = real if row.view == "urgent" else _working(now, row.due)
    if left + MINUTE < real:  # the office shuts in between: hours of work would tell no time
        return Sign("◔", tr("due {due}", due=short_when(row.due, now)), "grey")
    return Sign("◔", tr("due in {span}", span=_span(left)), "amber" if left <= SOON else "grey")


def _late(row: Row, due: datetime, now: datetime) -> str:
    if now - due > LONG_AGO:
        return tr("late since {due}", due=short_when(due, now))
    gone = now - due if row.view == "urgent" else _working(due, now)
    return tr("late {span}", span=_span(gone)) if gone >= MINUTE else tr("due now")


def _working(start: datetime, end: datetime) -> timedelta:
    began, ended = start.astimezone(LONDON), end.astimezone(LONDON)
    holidays = bank_holidays(began.year) | bank_holidays(ended.year)
    return working_between(began, ended, holidays)


def _span(length: timedelta) -> str:
    minutes = max(1, int(length.total_seconds() // 60))
    if minutes < 60:
        return tr("{minutes} min", minutes=minutes)
    if length < 2 * DAY:
        return f"{minutes // 60} h"
    return tr("{int} working days", int=int(length / DAY))
