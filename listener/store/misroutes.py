"""Counts what a rule sent to an area that it was not for, month by month."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from typing import NamedTuple

from listener.clock import LONDON
from listener.handoff import Misroute
from listener.store.asking import Asks
from listener.store.coding import micros


class _Rule(NamedTuple):
    category: str
    area: str
    reason: str


def misroutes(db: Asks, month: date) -> tuple[Misroute, ...]:
    """The misroutes of the month that a day lies in (in London), the commonest first.

    An area that says “not for us” counts once for each category it was told of by that answer;
    what an officer moved counts once for each time of moving, however many posts went with it.
    """
    first, last = _month(month)
    found: Counter[_Rule] = Counter()
    rows = db.execute(
        "SELECT DISTINCT r.key, h.category, r.area, r.whose FROM response r "
        "JOIN handoff h ON h.area = r.area AND h.undone = 0 AND (h.spike = r.spike OR h.mention IN "
        "(SELECT mention FROM digest_item i WHERE i.digest = r.digest AND i.area = r.area)) "
        "WHERE r.kind = 'not_ours' AND r.undone = 0 AND r.at >= ? AND r.at < ?",
        [first, last],
    )
    for _, category, area, whose in rows:
        theirs = f" ({whose})" if whose else ""
        found[_Rule(category, area, f"the area said that it is not for them{theirs}")] += 1
    rows = db.execute(
        "SELECT DISTINCT ended, category, area, moved FROM handoff "
        "WHERE undone = 0 AND moved <> '' AND ended >= ? AND ended < ?",
        [first, last],
    )
    for _, category, area, moved in rows:
        found[_Rule(category, area, f"an officer moved it to {moved}")] += 1
    ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Misroute(*rule, many) for rule, many in ranked)


def _month(day: date) -> tuple[int, int]:
    """When a month begins and when the next one does."""
    ahead = (day.year, day.month + 1) if day.month < 12 else (day.year + 1, 1)
    ends = ((day.year, day.month), ahead)
    first, last = (micros(datetime(y, m, 1, tzinfo=LONDON)) for y, m in ends)
    return first, last
