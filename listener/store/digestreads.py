"""What is written to the services, for looking at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from listener.clock import LONDON
from listener.council import Council
from listener.forward.readtwice import read_twice
from listener.forward.writing import Writing
from listener.handoff import Digest, DigestKey, DigestState, DueDigest
from listener.settings import Settings
from listener.spike import SpikeKey
from listener.store import digests
from listener.store.areas import contacts_of
from listener.store.asking import Asks
from listener.store.digestdue import due_digests
from listener.store.digestfacts import find_spike
from listener.store.handoffread import Office


@dataclass(frozen=True, slots=True)
class DigestReads:
    """A part of the Reader: used on its thread."""

    _db: Asks
    _council: Callable[[], Council]
    _office: Callable[[], Office]
    _settings: Callable[[], Settings]

    def digests(
        self, area: str | None = None, states: Sequence[DigestState] = (), most: int = 200
    ) -> tuple[Digest, ...]:
        """What was written, the newest first; of one area, and of some states."""
        return digests.digests(self._db, area, states, most)

    def one(self, key: DigestKey) -> Digest:
        """One of them, with its mentions and what was done with it. Raises NotFound."""
        found = digests.digest(self._db, key)
        twice = read_twice(self._db, self._council(), found.area, found.spike)
        return replace(found, twice=twice)

    def due(self) -> tuple[DueDigest, ...]:
        """What is to be told to whom now, and why now; a draft of it that waits is named."""
        office, contacts = self._office(), contacts_of(self._db, self._council())
        local = office.now.astimezone(LONDON)
        return due_digests(self._db, contacts, local, office.holidays, office.hours)

    def preview(self, area: str = "", spike: SpikeKey | None = None) -> Digest | None:
        """As it would be written now, or None where nothing is new. Raises NotUnderstood."""
        writing = Writing(self._db, self._council(), self._settings(), self._office().now)
        made = writing.write(area, spike)
        return made.digest if made else None

    def find_spike(self, identity: str) -> SpikeKey | None:
        """The spike of an id (S1), or None."""
        return find_spike(self._db, identity)
