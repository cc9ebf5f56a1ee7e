"""The rhythm of each source, from how much it said on each day (counted as it came in)."""

from __future__ import annotations

from datetime import datetime

from listener.store.asking import Asks
from listener.store.coding import EPOCH
from rules.rhythm import SPAN, Rhythm, rhythm_of

LOOK_BACK = SPAN * 4  # days: a source that is silent for months is still known by its rhythm


def rhythms(db: Asks, now: datetime) -> dict[int, Rhythm]:
    """The rhythm of each source by its key."""
    today = (now - EPOCH).days
    days: dict[int, dict[int, int]] = {}
    for source, day, n in db.execute(
        "SELECT source, day, n FROM heard_on WHERE day BETWEEN ? AND ?", [today - LOOK_BACK, today]
    ):
        days.setdefault(source, {})[day] = n
    return {source: rhythm_of(said, today) for source, said in days.items()}
