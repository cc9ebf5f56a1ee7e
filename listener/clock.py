"""What time it is, and where; tests pass their own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

Clock = Callable[[], datetime]
LONDON = ZoneInfo("Europe/London")
"""The zone of every council, and of every time that a person reads."""


def utc_now() -> datetime:
    """Now, aware, in UTC."""
    return datetime.now(UTC)
