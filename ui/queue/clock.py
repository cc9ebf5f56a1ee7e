"""The clock of a row in words: due in 40 min, late 2 h."""

from __future__ import annotations

from datetime import datetime, timedelta

from listener.mention import Row
from rules.workclock import OFFICE, Office, working_between
from ui.tongue import tr
from ui.words import LONDON, Sign, short_when

MINUTE = timedelta(minutes=1)
SOON = timedelta(minutes=30)
LONG_AGO = timedelta(days=14)  # in real time; later than that, the day says more than the hours
TICKING = frozenset({"urgent", "unsure", "answer", "forward", "decide"})


def clock_of(row: Row, now: datetime, office: Office = OFFICE) -> Sign | None:
    """When a row is due or how late it is; None where it has no clock or is dealt with.

    Urgent clocks run in real time at any hour; the others in the council's working time, as its
    settings have it: office.
    """
    if row.due is None or row.view not in TICKING:
        return None
    if row.due <= now:
        return Sign("!", _late(row, row.due, now, office), "red")
    real = row.due - now
    left = real if row.view == "urgent" else _working(now, row.due, office)
    if left + MINUTE < real:  # the office shuts in between: hours of work would tell no time
        return Sign("◔", tr("due {due}", due=short_when(row.due, now)), "grey")
    return Sign(
        "◔", tr("due in {span}", span=_span(left, office.day)), "amber" if left <= SOON else "grey"
    )


def _late(row: Row, due: datetime, now: datetime, office: Office) -> str:
    if now - due > LONG_AGO:
        return tr("late since {due}", due=short_when(due, now))
    gone = now - due if row.view == "urgent" else _working(due, now, office)
    return tr("late {span}", span=_span(gone, office.day)) if gone >= MINUTE else tr("due now")


def _working(start: datetime, end: datetime, office: Office) -> timedelta:
    began, ended = start.astimezone(LONDON), end.astimezone(LONDON)
    return working_between(began, ended, office.holidays, office.hours)


def _span(length: timedelta, day: timedelta) -> str:
    minutes = max(1, int(length.total_seconds() // 60))
    if minutes < 60:
        return tr("{minutes} min", minutes=minutes)
    if length < 2 * day:
        return f"{minutes // 60} h"
    return tr("{int} working days", int=int(length / day))
