"""Reads what the services answered, what waits for the officer, and what we say to residents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from listener.council import Council
from listener.handoff import (
    DigestKey,
    Line,
    LinePost,
    MailboxState,
    Overdue,
    Response,
    WaitingAnswer,
)
from listener.spike import SpikeKey
from listener.store import chases, lines, mailreads, responses, waitinganswers
from listener.store.areas import contacts_of
from listener.store.asking import Asks
from listener.store.handoffread import Office


@dataclass(frozen=True, slots=True)
class AnswerReads:
    """A part of the Reader: used on its thread."""

    _db: Asks
    _council: Callable[[], Council]
    _office: Callable[[], Office]

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

    def overdue(self) -> tuple[Overdue, ...]:
        """Digests whose answer is late, or of which nobody knows whether they went."""
        contacts = {k.area: k for k in contacts_of(self._db, self._council())}
        return chases.overdue(self._db, contacts, self._office())

    def line_of(self, key: SpikeKey) -> Line | None:
        """The line of a spike that holds now, or None."""
        return lines.line_of(self._db, key, self._office().now)

    def lines(self, key: SpikeKey) -> tuple[Line, ...]:
        """The versions of a spike's line, the newest first."""
        return lines.lines(self._db, key)

    def posts(self, key: SpikeKey) -> tuple[LinePost, ...]:
        """The posts of a spike that a line may answer, oldest first, at most 500."""
        return lines.posts(self._db, key)

    def told_old_line(self, key: SpikeKey) -> tuple[LinePost, ...]:
        """The posts that were answered with a line that says something else by now."""
        return lines.told_old_line(self._db, key)

    def done_draft(self, key: SpikeKey) -> str:
        """“You said, we did” for a spike that a service has finished, or ""."""
        return lines.done_draft(self._db, key)

    def mailbox(self) -> MailboxState:
        """When the responses mailbox was last read, and why it cannot be."""
        return mailreads.state(self._db)

    def last_time(self, place: str, category: str = "", but: SpikeKey | None = None) -> str:
        """How the last spike at a place (but this one) ended, in one sentence, or ""."""
        return responses.last_time(self._db, place, category, but)
