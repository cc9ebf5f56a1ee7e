"""How well an area can be told of anything: what is wrong with its contact, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from rules.telling import Contact

SILENT = timedelta(days=30)
"""After so long without an answer to anything, somebody should ask whether mail is read at all."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What is known of the mail to an area. Times are aware; None is never.

    bounced: addresses whose last mail came back, and when. unanswered_since: when the first mail
    went after the last answer.
    """

    bounced: tuple[tuple[str, datetime], ...] = ()
    unanswered_since: datetime | None = None
    answered: datetime | None = None


def contact_health(contact: Contact, ours: bool, sent: Sent, now: datetime) -> tuple[str, ...]:
    """What is wrong with a contact, the worst first; empty where nothing is.

    Another body needs no address and no deputy: a number or a public page is enough.
    """
    found: list[str] = []
    dead = {a.casefold() for a, _ in sent.bounced} | {a.casefold() for a in contact.left}
    if not ours and not (contact.addresses or contact.phone or contact.link):
        return ("No number and no public page: nobody can be sent there.",)
    if ours and not contact.addresses:
        found.append("No address: nothing can be sent to it.")
    elif ours and all(a.casefold() in dead for a in contact.addresses):
        found.append("No address that works: mail to every one came back or its reader has left.")
    found += [f"Mail to {a} came back on {_day(at)}." for a, at in sent.bounced]
    used = (*contact.addresses, contact.deputy, contact.out_of_hours)
    found += [f"{a} has left: please give another address." for a in contact.left if a in used]
    if sent.unanswered_since is not None and now - sent.unanswered_since >= SILENT:
        last = f"; the last answer came on {_day(sent.answered)}" if sent.answered else ""
        days = (now - sent.unanswered_since).days
        found.append(f"Silent for {days} days: nothing that was sent has been answered{last}.")
    if ours:
        found += _gaps(contact)
    return tuple(found)


def _gaps(contact: Contact) -> Sequence[str]:
    """What was never filled in. Out of hours the deputy stands in where nobody else is named."""
    gaps = []
    if not contact.deputy:
        gaps.append("No deputy: nobody stands in where the desk does not answer.")
    shuts = contact.hours and contact.hours.casefold() != "always"
    if shuts and not contact.out_of_hours and not contact.deputy:
        gaps.append("Nobody is named for out of hours.")
    return gaps


def _day(at: datetime) -> str:
    return f"{at.day} {at:%B}"
