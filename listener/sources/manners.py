"""Decides when a source is asked and what its answer means for next time. Pure; always says why."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from listener.errors import Known
from listener.mention import PollReport
from listener.sources.parsed import Parsed
from listener.sources.state import SourceRecord, SourceState
from listener.web import Answer

LONDON = ZoneInfo("Europe/London")
DEFAULT_EVERY = 1800
JITTER = 0.1  # so that a morning's start is not one burst for ever
BACK_OFF = tuple(timedelta(hours=h) for h in (1, 2, 4, 8, 16, 24))
LONGEST_WAIT = timedelta(hours=24)  # a Retry-After beyond a day is obeyed for a day
MISSING_AFTER = (5, timedelta(days=3))  # five 404s over three days: it needs attention
MOVED_AFTER = 3  # consistent permanent redirects before the new address is kept
SHORT_SOONER = 0.25  # a window that overflowed is asked again after a quarter of the time
QUIET = frozenset({429, 503})


def skip_reason(
    record: SourceRecord, state: SourceState, now: datetime, everything: bool
) -> str | None:
    """Why this source is left alone this round, or None to poll it."""
    if record.paused:
        return "paused here; nothing is asked until somebody resumes it"
    if state.gone:
        return "the site says that this feed is gone for good"
    if state.quiet_until is not None and now < state.quiet_until:
        return f"the site asked us to wait until {clock(state.quiet_until, now)}"
    if not everything and state.next_at is not None and now < state.next_at:
        return f"next asked at {clock(state.next_at, now)}"
    return None


def left_alone(record: SourceRecord, state: SourceState, why: str) -> PollReport:
    """The report of a source that was not asked."""
    stopped = record.paused or state.gone
    at = None if stopped else max(filter(None, (state.next_at, state.quiet_until)), default=None)
    return PollReport(
        record.name, record.address, "stopped" if stopped else "waiting", 0, None, at, why
    )


def clock(at: datetime, now: datetime) -> str:
    """A time as people in Britain say it: the hour, with the day where it is not today."""
    local = at.astimezone(LONDON)
    if local.date() == now.astimezone(LONDON).date():
        return f"{local:%H:%M}"
    return f"{local:%a} {local.day} {local:%b %H:%M}"


def after_answer(
    record: SourceRecord,
    state: SourceState,
    answer: Answer,
    parsed: Parsed | None,
    body_hash: str,
    now: datetime,
) -> tuple[SourceState, PollReport]:
    """What an answer means: `new` (to be counted), `unchanged`, or an error with its back-off."""
    if answer.status == 304 or (answer.status == 200 and parsed is None):
        return _unchanged(record, state, answer, now)
    if answer.status == 200 and parsed is not None:
        return _heard(record, state, answer, parsed, body_hash, now)
    if answer.status == 410:
        why = "The site says that this feed is gone for good. What it said is kept; it is not asked again."
        gone = replace(state, gone=True, next_at=None, why=why)
        return gone, _report(record, gone, "error", why)
    if answer.status in QUIET:
        return _asked_to_wait(record, state, answer, now)
    state = _missing(state, answer.status, now)
    return _failed(record, state, _refusal(answer.status, state, now), now)


def after_fault(
    record: SourceRecord, state: SourceState, fault: Known, now: datetime
) -> tuple[SourceState, PollReport]:
    """What a fetch or a parse that failed means: back off, and say so once it repeats."""
    return _failed(record, state, fault.sentence(), now)


def after_keeping(state: SourceState) -> SourceState:
    """Once its mentions are kept, a source is no longer on its first fetch."""
    return replace(state, first_done=True)


def counted(report: PollReport, new: int) -> PollReport:
    """The report once it is known how many of its mentions were new."""
    if new == 0:
        return report
    why = f"{new} new; {report.why}" if report.why else f"{new} new"
    return replace(report, status="new", new=new, why=why)


def _unchanged(
    record: SourceRecord, state: SourceState, answer: Answer, now: datetime
) -> tuple[SourceState, PollReport]:
    state = _calm(replace(state, pace=min(4.0, state.pace * 1.1)), answer, now)
    return _planned(record, state, answer, now, "nothing has changed", sooner=False)


def _heard(
    record: SourceRecord,
    state: SourceState,
    answer: Answer,
    parsed: Parsed,
    body_hash: str,
    now: datetime,
) -> tuple[SourceState, PollReport]:
    window = tuple(_mark(m.id or m.url or m.title + m.text[:80]) for m in parsed.mentions)
    overflowed = bool(state.window and window) and not set(window) & set(state.window)
    fresh = bool(set(window) - set(state.window))
    state = _calm(state, answer, now)
    state = replace(
        state,
        etag=answer.headers.get("etag", ""),
        last_modified=answer.headers.get("last-modified", ""),
        full_at=now,
        body_hash=body_hash,
        window=window or state.window,
        short=overflowed,
        min_interval=parsed.min_interval,
        pace=max(0.5, state.pace * 0.8) if fresh else min(4.0, state.pace * 1.1),
    )
    notes = list(parsed.notes)
    if overflowed:
        notes.append("more was said than the feed still showed: the count is short")
    if not parsed.mentions:
        notes.append("the feed is empty just now")
    return _planned(record, state, answer, now, "; ".join(notes), sooner=overflowed)


def _calm(state: SourceState, answer: Answer, now: datetime) -> SourceState:
    """The state after any good answer: faults forgotten, moves counted."""
    seen = 0
    if answer.moved_to:
        seen = state.moved_seen + 1 if answer.moved_to == state.moved_to else 1
    return replace(
        state,
        failures=0,
        not_found=0,
        not_found_since=None,
        quiet_until=None,
        last_ok=now,
        moved_to=answer.moved_to,
        moved_seen=seen,
    )


def moved(state: SourceState) -> str:
    """The new address to keep, once the site has said it often enough, or ""."""
    return state.moved_to if state.moved_seen >= MOVED_AFTER else ""


def _planned(
    record: SourceRecord,
    state: SourceState,
    answer: Answer,
    now: datetime,
    why: str,
    sooner: bool,
) -> tuple[SourceState, PollReport]:
    base = record.every if record.every is not None else DEFAULT_EVERY * state.pace
    wanted = base * (SHORT_SOONER if sooner else 1.0)
    floor = max(state.min_interval, _max_age(answer.headers))
    wanted = max(wanted, floor) * (1 + JITTER * _share(record, now))
    next_at = now + timedelta(seconds=wanted)
    if state.moved_to and state.moved_seen < MOVED_AFTER:
        why = "; ".join(filter(None, (why, f"the site says it has moved to {state.moved_to}")))
    state = replace(state, next_at=next_at, why=why)
    return state, _report(record, state, "unchanged", None)


def _share(record: SourceRecord, now: datetime) -> float:
    """A fixed chance for this source at this minute: from 0 to 1, the same in a test."""
    return random.Random(f"{record.address} {int(now.timestamp()) // 60}").random()  # noqa: S311


def _asked_to_wait(
    record: SourceRecord, state: SourceState, answer: Answer, now: datetime
) -> tuple[SourceState, PollReport]:
    wait = retry_after(answer.headers.get("retry-after", ""), now)
    if wait is None:
        busy = "The site is too busy to answer" if answer.status == 503 else "The site wants fewer requests"
        return _failed(record, state, f"{busy} (status {answer.status}).", now)
    until = now + min(wait, LONGEST_WAIT)
    why = f"The site asked us to wait until {clock(until, now)}. What was heard before is kept."
    state = replace(state, quiet_until=until, next_at=until, failures=state.failures + 1, why=why)
    return state, _report(record, state, "error", why)


def retry_after(header: str, now: datetime) -> timedelta | None:
    """How long a Retry-After asks for, given as seconds or as a date; None where it says nothing."""
    text = header.strip()
    if text.isdigit():
        return timedelta(seconds=min(int(text[:9]), 10**8))
    try:
        at = parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError):
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return max(at - now, timedelta(0))


def _missing(state: SourceState, status: int, now: datetime) -> SourceState:
    if status != 404:
        return state
    return replace(
        state, not_found=state.not_found + 1, not_found_since=state.not_found_since or now
    )


def _refusal(status: int, state: SourceState, now: datetime) -> str:
    """A status of failure in words."""
    times, span = MISSING_AFTER
    since = state.not_found_since
    if status == 404 and state.not_found >= times and since and now - since >= span:
        return f"The page has not been there for {(now - since).days} days: this source needs attention."
    words = {
        401: "The site wants a password.",
        403: "The site does not let programs read this.",
        404: "There is no page at this address.",
        451: "The site may not show this for legal reasons.",
    }
    if status in words:
        return words[status]
    return f"The site is in trouble (status {status})." if status >= 500 else (
        f"The site answered with status {status} instead of a feed."
    )


def _failed(
    record: SourceRecord, state: SourceState, sentence: str, now: datetime
) -> tuple[SourceState, PollReport]:
    failures = state.failures + 1
    if failures == 1 and state.first_done:
        # One failure of a source that has worked is no news; asked again soon, said if it repeats.
        wait = timedelta(seconds=min(record.every or 300, 300))
    else:
        wait = BACK_OFF[min(max(failures - (2 if state.first_done else 1), 0), len(BACK_OFF) - 1)]
    if record.every is not None:
        wait = min(wait, max(timedelta(seconds=record.every), wait / 60)) if failures < 3 else wait
    next_at = now + wait
    kept = "What was heard before is kept. " if state.first_done else ""
    why = f"{sentence} {kept}Trying again at {clock(next_at, now)}."
    state = replace(state, failures=failures, next_at=next_at, why=why)
    return state, _report(record, state, "error", why)


def _report(
    record: SourceRecord, state: SourceState, status: str, error: str | None
) -> PollReport:
    return PollReport(
        source=record.name,
        address=record.address,
        status="error" if status == "error" else "unchanged",
        new=0,
        error=error,
        next_at=state.next_at,
        why=state.why,
    )


def _max_age(headers: Mapping[str, str]) -> int:
    """Seconds of Cache-Control's max-age, at most a day, or 0."""
    for part in headers.get("cache-control", "").split(","):
        name, _, value = part.strip().partition("=")
        if name.lower() == "max-age" and value.strip('"').isdigit():
            return min(int(value.strip('"')[:9]), 86400)
    return 0


def _mark(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=6).hexdigest()
