"""What is done about spikes. Each says what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class AcknowledgeSpike:
    """-> None: somebody looks after it; nobody is told until it grows or returns. Raises Known.

    to: whom it went to, in words.
    """

    key: int
    by: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class NotASpike:
    """-> None: it ends, and is not opened again. Raises Known, NotUnderstood without a reason."""

    key: int
    why: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class EndSpike:
    """-> None: it is over. If its topic is busy again within two days it is back. Raises Known."""

    key: int
    by: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class SilenceTopic:
    """-> int, the silence's key: nobody is told of a topic until a time (aware).

    A category, a place, or a category at a place; both empty: of everything heard, as one topic.
    Raises NotUnderstood without a reason or with an end that is past or out of reach.
    """

    category: str
    place: str
    until: datetime
    why: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class EndSilence:
    """-> None: people are told of the topic again. Raises Known, NotFound."""

    key: int
    by: str = ""


@dataclass(frozen=True, slots=True)
class CountNow:
    """-> None: all that is kept is counted, and the spikes are up to date. May take a minute."""
