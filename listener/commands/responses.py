"""What the services answer. Each says what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from listener.handoff import DigestKey, ResponseKey, ResponseKind
from listener.spike import SpikeKey


@dataclass(frozen=True, slots=True)
class RecordResponse:
    """-> Recorded (listener.handoff): what a service said, typed by the officer.

    About a digest or a spike; area may be "" for that of the digest. until: aware. whose: for what
    is not for them, an area, a category or another body. Raises NotUnderstood in words.
    """

    kind: ResponseKind
    digest: DigestKey | None = None
    spike: SpikeKey | None = None
    area: str = ""
    said: str = ""
    until: datetime | None = None
    whose: str = ""
    changed: str = ""
    action: Literal["", "fixed", "none"] = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class MarkRead:
    """-> Response: an officer has read what a service wrote; from then on it may be drawn on."""

    key: ResponseKey
    by: str = ""


@dataclass(frozen=True, slots=True)
class PlaceResponse:
    """-> Recorded: whose it is that was not for a service; it goes to that area. Raises Known."""

    key: ResponseKey
    area: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class AcceptAnswer:
    """-> Recorded: a mail that waited counts, as the answer that the officer reads in it.

    trust: answers of its area count from that address from now on; nothing is sent there.
    """

    key: int  # of a WaitingAnswer
    kind: ResponseKind
    until: datetime | None = None
    whose: str = ""
    changed: str = ""
    action: Literal["", "fixed", "none"] = ""
    by: str = ""
    trust: bool = False


@dataclass(frozen=True, slots=True)
class DropAnswer:
    """-> None: a mail that waited answers nothing. It stays in the mailbox."""

    key: int
    by: str = ""


@dataclass(frozen=True, slots=True)
class ReadResponses:
    """-> MailboxRead: looks into the responses mailbox now. Raises Known, in words."""


@dataclass(frozen=True, slots=True)
class SetResponsesPassword:
    """-> str: kept in the keyring (""), or a sentence on how long it is kept. "" forgets it."""

    password: str


@dataclass(frozen=True, slots=True)
class Remind:
    """-> Delivery: the reminder that is due for a digest, queued or made a draft, or the deputy's.

    Raises Known where none is due, or both went.
    """

    digest: DigestKey
    by: str = ""
