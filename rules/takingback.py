"""How far back Undo reaches."""

from __future__ import annotations

from datetime import datetime, timedelta

AT_LEAST = timedelta(hours=12)  # an evening's work is not out of reach just after midnight


def undo_since(now: datetime) -> datetime:
    """What was done since then can be taken back: today, and at least the last twelve hours.

    now: local and aware.
    """
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return min(midnight, now - AT_LEAST)
