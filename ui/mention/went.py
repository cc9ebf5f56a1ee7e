"""Whom a mention went to and what is known to go on there: read with it, told in lines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from listener.handoff import Handoff
from listener.mention import Detail
from listener.spike import KnownWork
from ui import words
from ui.doors import ReaderDoor
from ui.tongue import tr


class Went(NamedTuple):
    """Handoffs, oldest first; and known works or events with how far each explains it."""

    handoffs: tuple[Handoff, ...] = ()
    works: tuple[tuple[KnownWork, str], ...] = ()


def went(reader: ReaderDoor, detail: Detail) -> Went:
    """Reads both. A mention is of one moment: when it was published, else heard."""
    places = tuple(p.name for p in detail.reading.places)
    at = detail.row.published or detail.row.heard
    text = f"{detail.heard.title} {detail.heard.text}"
    works = reader.works_near(places, detail.row.category, at, at, (text,))
    return Went(reader.handoffs_of(detail.row.key), works)


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
