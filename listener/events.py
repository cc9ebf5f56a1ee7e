"""What the engine tells whoever listens: small frozen facts, no questions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from listener.handoff import DeliveryKey, DigestKey
from listener.mention import MentionKey
from listener.spike import SpikeKey


@dataclass(frozen=True, slots=True)
class MentionsArrived:
    """New mentions were kept. `urgent` counts those of grade person or hazard; quiet: no notice."""

    source: str
    new: int
    urgent: int
    quiet: bool  # a first fetch or an import never notifies


@dataclass(frozen=True, slots=True)
class MentionsChanged:
    """These mentions stand elsewhere or read otherwise now; empty means any may have."""

    keys: tuple[MentionKey, ...]


@dataclass(frozen=True, slots=True)
class SourcesChanged:
    """A source was added, removed, polled or renamed."""


@dataclass(frozen=True, slots=True)
class CouncilChanged:
    """The council, its chart or its settings changed."""


@dataclass(frozen=True, slots=True)
class SearchesChanged:
    """A saved search was kept, changed, moved or taken away."""


@dataclass(frozen=True, slots=True)
class DeliveriesChanged:
    """A mail was queued, went, failed, came back, or is not known sent; empty: several may have."""

    keys: tuple[DeliveryKey, ...] = ()


@dataclass(frozen=True, slots=True)
class AreasChanged:
    """Who is told of an area, what waits for one, or a known work or event changed."""


@dataclass(frozen=True, slots=True)
class ResponsesChanged:
    """A service answered, an answer was read or taken back, or a line changed; empty: any."""

    spikes: tuple[SpikeKey, ...] = ()


@dataclass(frozen=True, slots=True)
class SpikeRaised:
    """People are to be told of a spike: it is new, has grown or is back. quiet: without a notice.

    why: what is told in words. Never of spikes of the past, or of what is silenced.
    """

    key: int
    title: str
    quiet: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class SpikesChanged:
    """A spike was found, grew, ended or was seen to; or a topic was silenced."""


@dataclass(frozen=True, slots=True)
class DigestsChanged:
    """A digest was written, edited, dropped or came back; empty: any may have."""

    keys: tuple[DigestKey, ...] = ()


@dataclass(frozen=True, slots=True)
class PollProgress:
    """A round of polling: how many of how many are done; next_at is UTC, once the round ended."""

    done: int
    of: int
    next_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Rereading:
    """The undecided are read again for another council: how many of how many are done."""

    done: int
    of: int


@dataclass(frozen=True, slots=True)
class Offline:
    """No source could be reached (True), or the first could again (False)."""

    offline: bool


@dataclass(frozen=True, slots=True)
class Fault:
    """Something went wrong that a person should read once."""

    sentence: str


Event = (
    MentionsArrived
    | MentionsChanged
    | SourcesChanged
    | CouncilChanged
    | SearchesChanged
    | DeliveriesChanged
    | AreasChanged
    | ResponsesChanged
    | SpikeRaised
    | SpikesChanged
    | DigestsChanged
    | PollProgress
    | Rereading
    | Offline
    | Fault
)
