"""What went to an area and what came back, newest first, in words."""

from __future__ import annotations

from collections.abc import Iterator

from listener.clock import LONDON
from listener.handoff import RESPONSES
from listener.mention import HistoryLine
from listener.store.asking import Asks
from listener.store.coding import maybe_moment, moment

_WENT = {
    "sent": "sent",
    "opened": "opened in your mail program, not known sent",
    "queued": "waits to be sent",
    "failed": "could not be sent",
}


def area_log(db: Asks, area: str, most: int = 40) -> tuple[HistoryLine, ...]:
    """The digests that an area was sent and what it answered, newest first.

    What a service wrote itself is left out: it is read where answers are read.
    """
    lines = sorted((*_digests(db, area, most), *_answers(db, area, most)), key=lambda n: n.at)
    return tuple(reversed(lines[-most:]))


def _digests(db: Asks, area: str, most: int) -> Iterator[HistoryLine]:
    rows = db.execute(
        "SELECT at, by, subject, state FROM digest WHERE area = ? "
        "AND state NOT IN ('draft', 'dropped') ORDER BY at DESC LIMIT ?",
        [area, most],
    )
    for at, by, subject, state in rows:
        yield HistoryLine(moment(at), by, f"{_WENT.get(state, state)}: {subject}")


def _answers(db: Asks, area: str, most: int) -> Iterator[HistoryLine]:
    rows = db.execute(
        "SELECT at, by, kind, until, whose FROM response WHERE area = ? AND undone = 0 "
        "ORDER BY at DESC LIMIT ?",
        [area, most],
    )
    for at, by, kind, until, whose in rows:
        ends = maybe_moment(until)
        local = ends.astimezone(LONDON) if ends else None
        more = f" until {local.day} {local:%B}" if local else f" ({whose})" if whose else ""
        yield HistoryLine(moment(at), by, f"answered: {RESPONSES.get(kind, kind)}{more}")
