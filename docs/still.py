"""One moment for the whole program, so that a picture of it shows the same each time."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, tzinfo
from unittest.mock import patch
from zoneinfo import ZoneInfo

from listener import office, sample

OPENED = datetime(2026, 11, 24, 9, 4, 40, tzinfo=UTC)  # a Tuesday
LOOKED_AT = datetime(2026, 11, 24, 9, 5, 10, tzinfo=UTC)
PORT = 8087  # of the sample town: it stands in the addresses of its sources


class Still(datetime):
    """A time whose `now` stands still until it is set."""

    at = OPENED

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        """The moment that is set."""
        return cls.at.astimezone(tz or ZoneInfo("Europe/London"))


def clock() -> datetime:
    """The moment that is set, in UTC: for the desk."""
    return Still.at


@contextmanager
def standing_still() -> Iterator[None]:
    """Within this the window and the sample town have our clock, and the town has its port."""

    def town(epoch: datetime, _: int) -> sample.SampleTown:
        return sample.SampleTown(epoch, PORT, clock)

    with ExitStack() as stack:
        stack.enter_context(patch.object(office, "SampleTown", town))
        for name, module in list(sys.modules.items()):
            if name.startswith("ui.") and getattr(module, "datetime", None) is datetime:
                stack.enter_context(patch.object(module, "datetime", Still))
        yield
