"""What is told to the services by mail. Each says what comes back. No mail is ever taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from listener.handoff import DeliveryKey, DigestKey


@dataclass(frozen=True, slots=True)
class SendDigest:
    """-> Delivery: a digest is put in the queue, or made a draft (`Delivery.draft`).

    way: "" as the settings say. second: who read it besides, where `Digest.twice` says why that is
    needed. Raises NotUnderstood where its area has no address, NotFound, and Known where it went
    already or where no second person is named who may be one.
    """

    key: DigestKey
    way: Literal["", "smtp", "eml"] = ""
    by: str = ""
    second: str = ""


@dataclass(frozen=True, slots=True)
class MarkSent:
    """-> Delivery: a person says that a mail went. Raises Known where it is in the queue."""

    key: DeliveryKey
    by: str = ""


@dataclass(frozen=True, slots=True)
class SendAgain:
    """-> Delivery: a kept mail again, with its Message-ID, to those it did not reach.

    A draft is opened again. to: other addresses, where the old ones were wrong. Raises Known where
    it went to all, and NotUnderstood for an address that cannot be one.
    """

    key: DeliveryKey
    to: tuple[str, ...] = ()
    by: str = ""


@dataclass(frozen=True, slots=True)
class StopMail:
    """-> Delivery: a mail leaves the queue, or a draft is given up. Raises Known where it went."""

    key: DeliveryKey
    by: str = ""


@dataclass(frozen=True, slots=True)
class TestMail:
    """-> Delivery: a test message, sent now or made a draft. Raises Known, in words, if not."""

    to: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class PostNow:
    """-> int: how many mails went, once no mail of the queue is due any more."""


@dataclass(frozen=True, slots=True)
class SetMailPassword:
    """-> str: kept in the keyring (""), or a sentence on how long it is kept. "" forgets it."""

    password: str
