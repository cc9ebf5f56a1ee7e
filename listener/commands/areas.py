"""Who is told of what goes on, and what is handed to them. Each says what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from listener.handoff import AreaContact, Role
from listener.mention import MentionKey
from listener.spike import SpikeKey


@dataclass(frozen=True, slots=True)
class SetArea:
    """-> AreaContact: who is told of an area from now on, tidied. It can be taken back.

    Raises NotUnderstood for an address, hours or a time that cannot be read.
    """

    contact: AreaContact
    by: str = ""


@dataclass(frozen=True, slots=True)
class ReadContacts:
    """-> ContactsRead: what is understood of a table of contacts. Nothing is kept."""

    path: Path


@dataclass(frozen=True, slots=True)
class ImportContacts:
    """-> ContactsRead: the rows that are understood are kept, in one step; areas not in it stay."""

    path: Path
    by: str = ""


@dataclass(frozen=True, slots=True)
class ExportContacts:
    """-> int: how many contacts were written as CSV."""

    path: Path


@dataclass(frozen=True, slots=True)
class ForwardTo:
    """-> int: how many handoffs were made: these mentions, or one spike, go to one more area.

    second: who read them besides, where rules.forwarding asks for that; without it they wait for
    one. Raises NotUnderstood for an unknown area, Known where the area has them all already.
    """

    keys: tuple[MentionKey, ...]
    area: str
    role: Role = "information"
    because: str = ""
    second: str = ""
    by: str = ""
    spike: SpikeKey | None = None
    category: str = ""  # of a spike


@dataclass(frozen=True, slots=True)
class ReadSecond:
    """-> int: how many handoffs may be told now that somebody else has read them.

    Raises Known where nothing waits for that, or where the reader is who handed it over.
    """

    keys: tuple[MentionKey, ...]
    by: str


@dataclass(frozen=True, slots=True)
class Rang:
    """-> None: somebody rang an area about these. Raises NotUnderstood for a time to come."""

    keys: tuple[MentionKey, ...]
    area: str
    said: str = ""
    at: datetime | None = None  # aware; None is now
    by: str = ""
