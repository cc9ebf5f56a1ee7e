"""What we remember of a source between polls: validators, back-off, the last window, its rhythm."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any

FULL_EVERY = timedelta(days=1)  # some servers answer 304 for ever: once a day we ask without


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A source as an officer set it up. every: seconds between polls, None for the default."""

    key: int
    name: str
    address: str
    every: int | None = None
    allow_private: bool = False
    channel: str = ""
    kind: str = "feed"
    paused: bool = False
    usual: int = 1800  # seconds between polls where `every` is None, as the council set it


@dataclass(frozen=True, slots=True)
class SourceState:
    """Facts of past polls; times are aware UTC. Kept in the same transaction as the mentions."""

    etag: str = ""
    last_modified: str = ""
    full_at: datetime | None = None  # when we last had a whole answer
    body_hash: str = ""
    failures: int = 0  # in a row
    quiet_until: datetime | None = None  # Retry-After: never asked before
    next_at: datetime | None = None
    gone: bool = False  # 410
    not_found: int = 0  # 404s in a row
    not_found_since: datetime | None = None
    moved_to: str = ""  # a permanent redirect seen, and how often in a row
    moved_seen: int = 0
    window: tuple[str, ...] = ()  # hashes of what the last answer held, its first hundred
    short: bool = False  # a window overflowed in the last day: the count is known to be short
    short_at: datetime | None = None  # when one last did
    first_done: bool = False
    min_interval: int = 0  # seconds, as the feed declares
    pace: float = 1.0  # 0.5 to 4: how often it changes
    last_ok: datetime | None = None
    why: str = ""

    def validators(self, now: datetime) -> tuple[str, str]:
        """ETag and Last-Modified to send, or blanks once a day to ask for the whole."""
        if self.full_at is None or now - self.full_at >= FULL_EVERY:
            return "", ""
        return self.etag, self.last_modified

    def to_json(self) -> str:
        """Compact; from_json gives the same state back."""
        # Not by asdict, which copies the window of a hundred hashes one by one: four times as long.
        values = ((name, getattr(self, name)) for name in _DEFAULTS)
        kept = {name: value for name, value in values if value != _DEFAULTS[name]}
        return json.dumps(kept, default=_time_text, separators=(",", ":"))


_DEFAULTS: dict[str, Any] = {f.name: f.default for f in fields(SourceState)}
_TIMES = {"full_at", "quiet_until", "next_at", "not_found_since", "last_ok", "short_at"}


def from_json(text: str) -> SourceState:
    """The state as kept; what another version of the app wrote and we do not know is left out."""
    kept = {k: v for k, v in json.loads(text or "{}").items() if k in _DEFAULTS}
    for name in _TIMES & kept.keys():
        kept[name] = datetime.fromisoformat(kept[name])
    if "window" in kept:
        kept["window"] = tuple(kept["window"])
    return SourceState(**kept)


def _time_text(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(type(value).__name__)
