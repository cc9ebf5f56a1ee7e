"""What the council knows beforehand, as lists in the settings: consultations, and false claims."""

from __future__ import annotations

from datetime import UTC, date, datetime

from listener.council import Consultation, FalseClaim
from ui.house.knownforms import ClaimForm, ConsultationForm
from ui.house.listing import Kind
from ui.tongue import said_later, tr
from ui.words import LONDON


def day_words(day: date | None) -> str:
    """A day as `12 Dec 2026`; "" for none."""
    return f"{day.day} {day:%b %Y}" if day else ""


def open_words(asked: Consultation, today: date) -> str:
    """From when to when it is open, and how that stands today."""
    first, last = day_words(asked.opens), day_words(asked.closes)
    if asked.opens and asked.opens > today:
        return tr("opens {first}, to {last}", first=first, last=last or tr("no date"))
    if asked.closes and asked.closes < today:
        return tr("✓ closed {last}", last=last)
    return tr("open, to {last}", last=last) if last else tr("open")


def review_words(claim: FalseClaim, today: date) -> str:
    """When it is to be looked at again; a sign where that day has come."""
    if claim.review is None:
        return tr("no date")
    day = day_words(claim.review)
    return tr("! due since {day}", day=day) if claim.review <= today else day


def _today() -> date:
    return datetime.now(UTC).astimezone(LONDON).date()


CONSULTATIONS = Kind(
    "consultations", "consultation", "consultations",
    said_later(("Name", "Open", "Words")), (5, 4, 6),
    lambda c: (c.name, open_words(c, _today()), ", ".join(c.words)), ConsultationForm,
    "A view on a consultation that stands here is passed on to it.",
    "Views that name one of these are suggested to be passed on to it.",
)  # fmt: skip
CLAIMS = Kind(
    "false_claims", "false claim", "false claims",
    said_later(("Claim", "What is true", "Kept by", "Look again")), (5, 5, 3, 3),
    lambda c: (c.claim, c.answer, c.owner, review_words(c, _today())), ClaimForm,
    "Only what your council knows to be false belongs here, with what is true.",
    "A mention that repeats one shows what is true beside it; whether to correct it is yours.",
)  # fmt: skip
