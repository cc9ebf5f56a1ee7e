"""What the council knows beforehand: its consultations, and claims that are false; in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from listener.council import Consultation, Council, FalseClaim


def known_by_phrase(council: Council) -> Mapping[str, str]:
    """For each phrase of the council's lists, what an officer should read beside it."""
    told = {w: _consultation(c) for c in council.consultations for w in (c.name, *c.words)}
    return told | {w: _claim(c) for c in council.false_claims for w in c.words}


def _consultation(asked: Consultation) -> str:
    if asked.opens is None and asked.closes is None:
        return asked.name
    first = f"from {_day(asked.opens)} " if asked.opens else ""
    last = f"to {_day(asked.closes)}" if asked.closes else ""
    return f"{asked.name}, open {first}{last}".rstrip()


def _claim(claim: FalseClaim) -> str:
    said = f"“{claim.claim}” is known to be false"
    if claim.answer:
        said += f"; our answer: {claim.answer}"
    if claim.link:
        said += f" ({claim.link})"
    if claim.owner:
        said += f"; kept by {claim.owner}"
    if claim.review:
        said += f", to be looked at again by {_day(claim.review)}"
    return said


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
