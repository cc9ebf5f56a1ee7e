"""Decides when a source is asked and what its answer means for next time. Pure; always says why."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Literal

from listener.clock import LONDON
from listener.errors import Known
from listener.mention import Heard, PollReport
from listener.sources.parsed import Parsed
from listener.sources.state import SourceRecord, SourceState
from listener.sources.waits import SOON, back_off, pause, retry_after
from listener.web import Answer

MISSING_AFTER = (5, timedelta(days=3))  # five 404s over three days: it needs attention
MOVED_AFTER = 3  # consistent permanent redirects before the new address is kept
QUIET = frozenset({429, 503})
WINDOW = 100  # items of a window that are remembered; FixMyStreet shows 20, WordPress 10
SHORT_FOR = timedelta(days=1)  # how long a count is marked as short


def skip_reason(
    record: SourceRecord, state: SourceState, now: datetime, everything: bool
) -> str | None:
    """Why this source is left alone this round, or None to poll it.

    everything: ignores interval, max-age and back-off, never Retry-After or a 410.
    """
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
    """What an answer means: `new` (to be counted), `unchanged`, or an error with its back-off.

    parsed: None where the answer was a 304, or a body that we had before.
    """
    if answer.status == 304 or (answer.status == 200 and parsed is None):
        return _unchanged(record, state, answer, now)
    if answer.status == 200 and parsed is not None:
        return _heard(record, state, answer, parsed, body_hash, now)
    if answer.status == 410:
        why = (
            "The site says that this feed is gone for good. "
            "What was heard is kept; it is not asked again."
        )
        gone = replace(state, gone=True, next_at=None, why=why)
        return gone, _report(record, gone, "stopped", why)
    if answer.status in QUIET:
        wait = retry_after(answer.headers.get("retry-after", ""), now)
        if wait is not None:
            return _asked_to_wait(record, state, wait, now)
    state = _missing(state, answer.status, now)
    return _failed(record, state, _refusal(answer.status, state, now), now)


def after_fault(
    record: SourceRecord, state: SourceState, fault: Known, now: datetime
) -> tuple[SourceState, PollReport]:
    """What a fetch, a parse or a reading that failed means: back off, and say so once it repeats.

    Next time the whole is asked for, for the fault may have come after a good answer whose
    mentions were not kept.
    """
    state = replace(state, etag="", last_modified="", body_hash="")
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


def moved(state: SourceState) -> str:
    """The new address to keep, once the site has said it often enough, or ""."""
    return state.moved_to if state.moved_seen >= MOVED_AFTER else ""


def _unchanged(
    record: SourceRecord, state: SourceState, answer: Answer, now: datetime
) -> tuple[SourceState, PollReport]:
    state = _calm(replace(state, pace=min(4.0, state.pace * 1.1)), answer, now)
    if answer.status == 200:
        state = _whole(state, answer, now)
    return _planned(record, state, answer, now, ["nothing has changed"], sooner=False)


def _heard(
    record: SourceRecord,
    state: SourceState,
    answer: Answer,
    parsed: Parsed,
    body_hash: str,
    now: datetime,
) -> tuple[SourceState, PollReport]:
    shown = _marks(parsed.mentions)
    overflowed = bool(state.window and shown) and not set(shown) & set(state.window)
    window = shown[: 2 * WINDOW]
    fresh = bool(set(window) - set(state.window))
    state = _whole(_calm(state, answer, now), answer, now)
    state = replace(
        state,
        body_hash=body_hash,
        window=window or state.window,
        short_at=now if overflowed else state.short_at,
        min_interval=parsed.min_interval,
        pace=max(0.5, state.pace * 0.8) if fresh else min(4.0, state.pace * 1.1),
    )
    notes = list(parsed.notes)
    if overflowed:
        notes.append("more was said than the feed still showed: the count is short")
    if not parsed.mentions:
        notes.append("the feed is empty just now")
    return _planned(record, state, answer, now, notes, sooner=overflowed)


def _marks(mentions: Sequence[Heard]) -> tuple[str, ...]:
    """Two marks for each mention, for some feeds give the same thing a new id at every poll."""
    told = ((m.id, f"{m.url}\n{m.title or m.text[:80]}\n{m.published}") for m in mentions)
    return tuple(
        hashlib.blake2b(f"{place} {text}".encode("utf-8", "replace"), digest_size=6).hexdigest()
        for pair in told
        for place, text in enumerate(pair)
        if text
    )


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


def _whole(state: SourceState, answer: Answer, now: datetime) -> SourceState:
    """The state after a whole answer: its validators, and when we had it."""
    return replace(
        state,
        etag=answer.headers.get("etag", "")[:1000],
        last_modified=answer.headers.get("last-modified", "")[:200],
        full_at=now,
    )


def _planned(
    record: SourceRecord,
    state: SourceState,
    answer: Answer,
    now: datetime,
    notes: list[str],
    sooner: bool,
) -> tuple[SourceState, PollReport]:
    if state.moved_to:
        notes = [*notes, f"the site says it has moved to {state.moved_to[:200]}"]
    state = replace(
        state,
        next_at=now + pause(record, state, answer.headers, now, sooner),
        why="; ".join(notes),
        short=state.short_at is not None and now - state.short_at < SHORT_FOR,
    )
    return state, _report(record, state, "unchanged", None)


def _asked_to_wait(
    record: SourceRecord, state: SourceState, wait: timedelta, now: datetime
) -> tuple[SourceState, PollReport]:
    until = now + wait
    # "Wait 0 seconds" must not become a request without end.
    next_at = max(until, now + SOON)
    why = f"The site asked us to wait until {clock(until, now)}. What was heard before is kept."
    failures = state.failures + 1
    state = replace(state, quiet_until=until, next_at=next_at, failures=failures, why=why)
    return state, _report(record, state, "error", why)


def _missing(state: SourceState, status: int, now: datetime) -> SourceState:
    if status != 404:
        return state
    since = state.not_found_since or now
    return replace(state, not_found=state.not_found + 1, not_found_since=since)


def _refusal(status: int, state: SourceState, now: datetime) -> str:
    """A status of failure in words."""
    times, span = MISSING_AFTER
    since = state.not_found_since
    if status == 404 and state.not_found >= times and since and now - since >= span:
        days = (now - since).days
        return f"There has been no page for {days} days: this source needs attention."
    words = {
        401: "The site wants a password.",
        403: "The site does not let programs read this.",
        404: "There is no page at this address.",
        429: "The site wants fewer requests.",
        451: "The site may not show this for legal reasons.",
        503: "The site is too busy to answer.",
    }
    if status in words:
        return words[status]
    if status >= 500:
        return f"The site is in trouble (status {status})."
    return f"The site answered with status {status} instead of a feed."


def _failed(
    record: SourceRecord, state: SourceState, sentence: str, now: datetime
) -> tuple[SourceState, PollReport]:
    state = replace(state, failures=state.failures + 1, quiet_until=None)
    next_at = now + back_off(record, state)
    again = f"Trying again at {clock(next_at, now)}."
    if state.first_done:
        again = f"What was heard before is kept. {again}"
        if state.failures == 1:
            again = f"That is one failure only. {again}"
    state = replace(state, next_at=next_at, why=f"{sentence} {again}")
    return state, _report(record, state, "error", state.why)


def _report(
    record: SourceRecord,
    state: SourceState,
    status: Literal["unchanged", "error", "stopped"],
    error: str | None,
) -> PollReport:
    return PollReport(
        source=record.name,
        address=record.address,
        status=status,
        new=0,
        error=error,
        next_at=state.next_at,
        why=state.why,
    )
