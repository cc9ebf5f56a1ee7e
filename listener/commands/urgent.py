"""What is done about possible dangers. Each says what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from listener.mention import MentionKey
from rules.urgent import ApprovedReply, Duty


@dataclass(frozen=True, slots=True)
class MakeUrgent:
    """-> None: mentions stand in Urgent from now, decided or not, with a quarter of an hour."""

    keys: tuple[MentionKey, ...]
    by: str = ""


@dataclass(frozen=True, slots=True)
class PassOn:
    """-> tuple[Decision, ...]: out of Urgent, passed on. Raises NotUnderstood without `whom`."""

    keys: tuple[MentionKey, ...]
    whom: str
    how: str
    told_at: datetime | None = None  # aware; None is now
    reference: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class NobodyAtRisk:
    """-> tuple[Decision, ...]: out of Urgent, read. Raises NotUnderstood without name or reason."""

    keys: tuple[MentionKey, ...]
    reason: str
    outcome: str
    service: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class NoteUrgent:
    """-> None: keeps what was done about it. kind: looking, rang, replied or silence."""

    keys: tuple[MentionKey, ...]
    kind: str
    what: str = ""  # for "rang": whom, and what they said
    by: str = ""


@dataclass(frozen=True, slots=True)
class GiveToEmergency:
    """-> str: link, platform, handle, time and exact words, to be handed over. It is logged."""

    key: MentionKey
    recipient: str
    basis: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class PutOnHold:
    """-> None: kept as it is, whatever becomes of it elsewhere; reviewed after seven days."""

    keys: tuple[MentionKey, ...]
    why: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class EndHold:
    """-> None. Raises Known where it is not on hold."""

    keys: tuple[MentionKey, ...]
    why: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class SetDuty:
    """-> None: the council's duty contacts and approved replies; nothing is read again for it."""

    contacts: tuple[Duty, ...]
    replies: tuple[ApprovedReply, ...] = ()
