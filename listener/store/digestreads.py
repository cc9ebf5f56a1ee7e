"""What is written to the services, for looking at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from listener.clock import LONDON
from listener.council import Council
from listener.handoff import Digest, DigestKey, DigestState, DueDigest
from listener.store import digests
from listener.store.areas import contacts_of
from listener.store.asking import Asks
from listener.store.digestdue import due_digests
from listener.store.handoffread import Office


@dataclass(frozen=True, slots=True)
class DigestReads:
    """A part of the Reader: used on its thread."""

    _db: Asks
    _council: Callable[[], Council]
    _office: Callable[[], Office]

    def digests(
        self, area: str | None = None, states: Sequence[DigestState] = (), most: int = 200
    ) -> tuple[Digest, ...]:
        """What was written, the newest first; of one area, and of some states."""
        return digests.digests(self._db, area, states, most)

    def one(self, key: DigestKey) -> Digest:
        """One of them, with its mentions and what was done with it. Raises NotFound."""
        return digests.digest(self._db, key)

    def due(self) -> tuple[DueDigest, ...]:
        """What is to be told to whom now, and why now; a draft of it that waits is named."""
        office, contacts = self._office(), contacts_of(self._db, self._council())
        local = office.now.astimezone(LONDON)
        return due_digests(self._db, contacts, local, office.holidays, office.hours)
