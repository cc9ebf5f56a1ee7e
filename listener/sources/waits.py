"""How long a source is left in peace: intervals, back-off, what the site itself asks for. Pure."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from listener.sources.state import SourceRecord, SourceState

JITTER = 0.1  # so that a morning's start is not one burst for ever
BACK_OFF = tuple(timedelta(hours=h) for h in (1, 2, 4, 8, 16, 24))
SOON = timedelta(minutes=5)  # after one failure of a source that has worked
LONGEST_WAIT = timedelta(hours=24)  # a Retry-After beyond a day is obeyed for a day
SHORT_SOONER = 0.25  # a window that overflowed is asked again after a quarter of the time
DAY = 86_400


def pause(
    record: SourceRecord,
    state: SourceState,
    headers: Mapping[str, str],
    now: datetime,
    sooner: bool,
) -> timedelta:
    """The time until the next poll after a good answer; never under what the site declares.

    An interval that a person set is not stretched by how seldom the feed changes.
    """
    base = float(record.every) if record.every is not None else record.usual * state.pace
    wanted = max(1.0, base) * (SHORT_SOONER if sooner else 1.0)
    # Who set an interval is not kept waiting beyond it.
    share = _share(record, now) * (1 if record.every is not None else 2)
    wanted *= 1 - JITTER + JITTER * share
    return timedelta(seconds=max(wanted, state.min_interval, max_age(headers)))


def back_off(record: SourceRecord, state: SourceState) -> timedelta:
    """The time until the next try after `state.failures` failures in a row: 1, 2, 4 … 24 hours.

    One failure of a source that has worked is tried again soon: most are over by then.
    """
    failures = state.failures
    if state.first_done:
        if failures <= 1:
            return min(SOON, timedelta(seconds=max(1, record.every or record.usual)))
        failures -= 1
    return BACK_OFF[min(max(failures, 1), len(BACK_OFF)) - 1]


def retry_after(header: str, now: datetime) -> timedelta | None:
    """How long a Retry-After asks for, in seconds or as a date; None where it says nothing."""
    text = header.strip()
    if text.isascii() and text.isdigit():
        return min(timedelta(seconds=int(text[:9])), LONGEST_WAIT)
    try:
        at = parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError):
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return min(max(at - now, timedelta(0)), LONGEST_WAIT)


def max_age(headers: Mapping[str, str]) -> int:
    """Seconds of Cache-Control's max-age, at most a day, or 0."""
    for part in headers.get("cache-control", "").split(","):
        name, _, value = part.strip().partition("=")
        value = value.strip('" ')
        if name.strip().lower() == "max-age" and value.isascii() and value.isdigit():
            return min(int(value[:9]), DAY)
    return 0


def _share(record: SourceRecord, now: datetime) -> float:
    """A fixed chance for this source at this minute: from 0 to 1, the same in a test."""
    return random.Random(f"{record.address} {int(now.timestamp()) // 60}").random()
