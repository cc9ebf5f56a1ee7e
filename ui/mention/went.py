"""Whom a mention went to and what is known to go on there: read with it, told in lines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from listener.errors import Known
from listener.handoff import AreaState, Handoff
from listener.mention import Detail
from listener.spike import KnownWork
from ui import words
from ui.doors import ReaderDoor
from ui.tongue import tr

HAZARDS = ("hazard", "urgent")
"""Flags of services whose posts may tell of something to make safe."""


class Went(NamedTuple):
    """Handoffs, oldest first; known works or events with how far each explains it.

    hazard: how the area stands that is rung, where the service is one that may be a hazard.
    """

    handoffs: tuple[Handoff, ...] = ()
    works: tuple[tuple[KnownWork, str], ...] = ()
    hazard: AreaState | None = None


def went(reader: ReaderDoor, detail: Detail) -> Went:
    """Reads both. A mention is of one moment: when it was published, else heard."""
    places = tuple(p.name for p in detail.reading.places)
    at = detail.row.published or detail.row.heard
    text = f"{detail.heard.title} {detail.heard.text}"
    works = reader.works_near(places, detail.row.category, at, at, (text,))
    return Went(reader.handoffs_of(detail.row.key), works, _hazard(reader, detail.row.category))


def _hazard(reader: ReaderDoor, category: str) -> AreaState | None:
    council = reader.council()
    services = council.services if council else ()
    service = next((s for s in services if s.category == category), None)
    if service is None or service.flag not in HAZARDS:
        return None
    try:
        return reader.area(service.told)
    except Known:  # a service that was renamed since
        return None


def hazard_line(state: AreaState | None) -> str:
    """Whom to ring now about a possible hazard, or "" where it is none."""
    if state is None:
        return ""
    number = state.told.ring or state.contact.phone
    desk = words.line(state.contact.name or state.contact.area)
    if not number:
        return tr("It may be a hazard, and {desk} has no number to ring.", desk=desk)
    return tr(
        "It may be a hazard: ring {desk}, {number}. Then “I rang an area” (More) keeps it.",
        desk=desk,
        number=words.line(number),
    )


def went_lines(handoffs: Sequence[Handoff], now: datetime) -> list[str]:
    """Where it went, by whom, why, and how that stands."""
    return [_line(h, now) for h in handoffs]


def _line(h: Handoff, now: datetime) -> str:
    informed = tr(", for information") if h.role == "information" else ""
    second = tr("; {second} read it besides", second=h.second) if h.second else ""
    return tr(
        "To {area}{informed} {at} by {by} ({because}{second}): {stands}",
        area=words.line(h.area),
        informed=informed,
        at=words.when(h.at, now),
        by=words.line(h.by),
        because=words.line(h.because),
        second=second,
        stands=_stands(h),
    )


def _stands(h: Handoff) -> str:
    if h.moved:
        return tr("moved to {area}", area=words.line(h.moved))
    if h.finished:
        return tr("finished: {how}", how=words.line(h.finished))
    if h.held:
        return words.line(h.held)
    return tr("told") if h.told else tr("waits for the next digest")


def works_lines(works: Sequence[tuple[KnownWork, str]]) -> list[str]:
    """What is known to go on there, and how far it explains what is said."""
    return [
        tr("{street}: {what} · {explains}", street=words.line(work.street),
           what=words.line(work.sentence), explains=words.line(explains))
        for work, explains in works
    ]  # fmt: skip
