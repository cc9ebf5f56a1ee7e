"""What follows from one try to send a mail: when it is tried again, or that it is not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

Result = Literal["sent", "later", "never", "halt", "unknown"]
"""later: for a passing reason. never: refused for good. halt: nothing at all can be sent until a
person changes something, as a wrong password. unknown: the server may have taken it."""
State = Literal["queued", "sending", "unknown", "opened", "sent", "failed", "bounced"]

WAITS = tuple(timedelta(minutes=m) for m in (1, 5, 15, 30))
LONGEST_WAIT = timedelta(hours=1)
TRIES_FOR = timedelta(hours=48)
"""Then a person decides: two days later a digest says nothing that is still so."""


@dataclass(frozen=True, slots=True)
class Next:
    """Where a mail stands after a try; at: the next one, None where none is made by itself."""

    state: State
    at: datetime | None
    says: str


def after(result: Result, why: str, tries: int, began: datetime, now: datetime) -> Next:
    """What is so after this many tries, and what happens next. Times are London's.

    why: the reason in words, without a full stop.
    """
    if result == "sent":
        return Next("sent", None, f"It went at {_clock(now)}.")
    if result == "unknown":
        return Next("unknown", None, not_known(why))
    if result == "never":
        return Next("failed", None, f"Not sent: {why}. It is not tried again by itself.")
    if result == "halt":
        return Next("queued", None, f"Waits: {why}. Nothing is sent until that is put right.")
    if now - began >= TRIES_FOR:
        return Next("failed", None, f"Not sent: tried {tries} times in two days; {why}.")
    at = now + (WAITS[tries - 1] if 0 < tries <= len(WAITS) else LONGEST_WAIT)
    return Next("queued", at, f"Not sent yet: {why}. Trying again {_clock(at)}.")


def not_known(why: str) -> str:
    """What is said of a mail that may have gone."""
    return (
        f"Not known whether it went: {why}. It is not sent again by itself. A copy in the "
        "responses mailbox settles it; or say “It went”, or “Send again”."
    )


def _clock(at: datetime) -> str:
    return f"{at:%a} {at.day} {at:%b %H:%M}"
