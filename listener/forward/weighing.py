"""Whether a mail about a digest counts by itself, waits for the officer, or is left alone."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from listener.forward.answers import AnswerMail
from listener.handoff import AreaContact

What = Literal["counts", "waits", "alone"]


@dataclass(frozen=True, slots=True)
class Weighed:
    """What becomes of a mail, and why, in words."""

    what: What
    why: str = ""


def weigh(
    mail: AnswerMail, area: str, contact: AreaContact | None, own: Collection[str]
) -> Weighed:
    """What becomes of a mail that a person wrote about a digest of an area.

    contact: of the area, None where there is none. own: the addresses that our mails come from.
    """
    if not area:
        return Weighed("alone", "it answers no digest of ours that we know")
    if mail.sender in {a.strip().casefold() for a in own if a.strip()}:
        return Weighed("alone", "we wrote it ourselves")
    if mail.sender not in addresses_of(contact):
        who = mail.sender or "somebody without an address"
        also = f"; and {mail.why}" if mail.why else ""
        return Weighed("waits", f"somebody else answered: {who} is no address of {area}{also}")
    if mail.kind is None:
        return Weighed("waits", mail.why)
    return Weighed("counts")


def addresses_of(contact: AreaContact | None) -> frozenset[str]:
    """Every address that answers for an area, in small letters."""
    return frozenset() if contact is None else contact.answering
