"""Who is told of an area's affairs now: the desk, the out-of-hours contact, the deputy; and why."""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal, Protocol

from rules.urgent import open_now
from rules.workclock import Office
from rules.worktime import HOURS, Hours, is_working_day

Urgency = Literal["digest", "at_once", "hazard"]
"""digest: with the rest, at its time; at_once: it does not wait; hazard: somebody is rung too."""


class Contact(Protocol):
    """Who is told of an area, as rules see it. hours: "" is always; times are London's."""

    @property
    def area(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def addresses(self) -> Sequence[str]: ...
    @property
    def deputy(self) -> str: ...
    @property
    def hours(self) -> str: ...
    @property
    def out_of_hours(self) -> str: ...
    @property
    def phone(self) -> str: ...
    @property
    def link(self) -> str: ...
    @property
    def left(self) -> Sequence[str]: ...


@dataclass(frozen=True, slots=True)
class Told:
    """Whom a mail goes to now and whom to ring, with the reason in words.

    to: addresses; empty where nobody can be written to. ring: a number, "" where none is needed
    or none is known. reached: False where nobody can be told in either way.
    """

    to: tuple[str, ...]
    ring: str
    because: str

    @property
    def reached(self) -> bool:
        """Whether anybody at all is told."""
        return bool(self.to or self.ring)


def told_now(
    contact: Contact,
    local: datetime,
    urgency: Urgency = "digest",
    bounced: Collection[str] = (),
    holidays: Set[date] = frozenset(),
) -> Told:
    """Whom to tell now (local, aware): in hours the desk, out of hours who is named for it.

    What may wait goes to the desk at any hour: it is read when the desk opens. bounced: addresses
    whose last mail came back. The deputy stands in where the desk's mail bounces or nobody is
    named for out of hours.
    """
    desk = contact.name or contact.area
    office = Office(holidays=frozenset(holidays))
    shut = not open_now(contact.hours or "always", local, office)
    dead = {a.casefold() for a in (*bounced, *contact.left)}
    if shut and urgency != "digest":
        written = _out_of_hours(contact, desk, dead)
    else:
        written = _desk(contact, desk, dead)
        if shut and written.to:
            waits = "it reads this when it opens"
            written = Told(written.to, "", f"{written.because}; the desk is shut, {waits}")
    if urgency == "hazard" and not written.ring:
        return _ring_too(written, contact, desk)
    return written


def _desk(contact: Contact, desk: str, dead: Set[str]) -> Told:
    """The desk where its mail arrives, else the deputy, else a number to ring."""
    live = tuple(a for a in contact.addresses if a.casefold() not in dead)
    if live:
        return Told(live, "", f"{desk} is told")
    why = "mail to the desk came back" if contact.addresses else "the desk has no address"
    if contact.deputy and contact.deputy.casefold() not in dead:
        return Told((contact.deputy,), "", f"the deputy is told: {why}")
    if contact.phone:
        return Told((), contact.phone, f"{desk} is rung: {why}, and there is no deputy")
    return Told((), "", f"nobody can be told: {why}, there is no deputy and no number")


def _out_of_hours(contact: Contact, desk: str, dead: Set[str]) -> Told:
    """Who is named for out of hours: an address or a number, else the deputy, else the desk."""
    shut = f"{desk} is shut now ({contact.hours})"
    named = contact.out_of_hours
    if named and not is_address(named):
        return Told((), named, f"{shut}: the out-of-hours number is rung")
    if named and named.casefold() not in dead:
        return Told((named,), "", f"{shut}: the out-of-hours contact is told")
    why = "mail to the out-of-hours contact came back" if named else "nobody is named for that"
    if contact.deputy and contact.deputy.casefold() not in dead:
        return Told((contact.deputy,), "", f"{shut}: the deputy is told, as {why}")
    found = _desk(contact, desk, dead)
    return Told(found.to, found.ring, f"{shut} and {why}: {found.because}")


def _ring_too(told: Told, contact: Contact, desk: str) -> Told:
    """A hazard is rung through beside the mail: a mail may lie unread."""
    if contact.phone:
        return Told(told.to, contact.phone, f"{told.because}, and rung: it is a hazard")
    why = f"it is a hazard, but {desk} has no number to ring"
    return Told(told.to, "", f"{told.because}; {why}")


def is_address(text: str) -> bool:
    """Whether a contact is a mail address; anything else is a number to ring."""
    before, at, after = text.strip().partition("@")
    return bool(before and at and "." in after.strip(".")) and not any(c.isspace() for c in text)


def next_digest(
    times: Sequence[str],
    local: datetime,
    holidays: Set[date] = frozenset(),
    hours: Hours = HOURS,
) -> datetime | None:
    """When an area's next digest is due after now (local, aware), on a working day; None: never.

    times: HH:MM. A time that cannot be read is passed over.
    """
    clocks = sorted(at for text in times if (at := clock_of(text)) is not None)
    if not clocks:
        return None
    for days in range(60):  # longer than any run of holidays
        day = local.date() + timedelta(days=days)
        if not is_working_day(day, holidays, hours):
            continue
        for at in clocks:
            due = datetime.combine(day, at, local.tzinfo)
            if due > local:
                return due
    return None


def clock_of(text: str) -> time | None:
    """A time such as 09:00 or 9:00, or None."""
    hour, colon, minute = text.strip().partition(":")
    if not (colon and hour.isdigit() and minute.isdigit() and len(minute) == 2):
        return None
    return time(int(hour), int(minute)) if int(hour) < 24 and int(minute) < 60 else None
