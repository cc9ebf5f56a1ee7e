"""What is written to the services. Each says what comes back."""

from __future__ import annotations

from dataclasses import dataclass

from listener.handoff import DigestKey
from listener.spike import SpikeKey


@dataclass(frozen=True, slots=True)
class BuildDigest:
    """-> Digest: kept as a draft, in place of an older draft of the same that nobody edited.

    Raises Known where nothing is new, NotUnderstood, NotFound.
    """

    area: str = ""
    spike: SpikeKey | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class EditDigest:
    """-> EditedDigest: a draft says this now; handles are taken out, names are warned of.

    Raises Known where it is no draft any more, NotUnderstood for an empty text.
    """

    key: DigestKey
    subject: str
    plain: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class DropDigest:
    """-> None: a draft goes nowhere, and what stood in it waits again. Raises Known."""

    key: DigestKey
    by: str = ""
