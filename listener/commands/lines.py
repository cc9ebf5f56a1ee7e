"""One text that answers the many posts of a spike. Each says what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from listener.handoff import LineKey
from listener.mention import MentionKey
from listener.spike import SpikeKey


@dataclass(frozen=True, slots=True)
class SetLine:
    """-> Line: the next version of a spike's line, approved by a second person.

    starts: None is now. same: it says what the one before said, so that nobody need be told again.
    needed: people need it for their safety or for a service. Raises NotUnderstood, in words.
    """

    spike: SpikeKey
    text: str
    approver: str
    ends: datetime
    starts: datetime | None = None
    same: bool = False
    needed: bool = False
    by: str = ""


@dataclass(frozen=True, slots=True)
class EndLine:
    """-> Line: a spike's line is not used any more. Raises Known where it has none."""

    spike: SpikeKey
    by: str = ""


@dataclass(frozen=True, slots=True)
class UseLine:
    """-> LineUsed: posts are answered with a line, at most 200 at once, each with its reply.

    Raises Known where the line does not hold now, or publicity is held.
    """

    line: LineKey
    keys: tuple[MentionKey, ...]
    needed: bool = False
    by: str = ""
