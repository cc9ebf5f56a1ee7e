"""Reads what the services answered, what waits for the officer, and what we say to residents."""

from __future__ import annotations

from dataclasses import dataclass

from listener.handoff import DigestKey, MailboxState, Response, WaitingAnswer
from listener.spike import SpikeKey
from listener.store import mailreads, responses, waitinganswers
from listener.store.asking import Asks


@dataclass(frozen=True, slots=True)
class AnswerReads:
    """A part of the Reader: used on its thread."""

    _db: Asks

    def responses(self, digest: DigestKey | None = None, area: str = "") -> tuple[Response, ...]:
        """What the services answered, the newest first, at most 500."""
        return responses.responses(self._db, digest=digest, area=area)

    def of_spike(self, key: SpikeKey) -> tuple[Response, ...]:
        """What the services answered about a spike, the newest first."""
        return responses.responses(self._db, spike=key)

    def unplaced(self) -> tuple[Response, ...]:
        """What is not for the service that got it, and nobody has said whose it is."""
        return responses.unplaced(self._db)

    def waiting(self) -> tuple[WaitingAnswer, ...]:
        """Mails about digests that count once an officer says so, the oldest first."""
        return waitinganswers.waiting(self._db)

    def mailbox(self) -> MailboxState:
        """When the responses mailbox was last read, and why it cannot be."""
        return mailreads.state(self._db)

    def last_time(self, place: str, category: str = "", but: SpikeKey | None = None) -> str:
        """How the last spike at a place (but this one) ended, in one sentence, or ""."""
        return responses.last_time(self._db, place, category, but)
