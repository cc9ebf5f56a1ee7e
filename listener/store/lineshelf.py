"""The store's door for the lines of spikes: each verb is one transaction."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from sqlite_utils import Database

from listener.clock import Clock
from listener.handoff import DeliveryKey, Line, LineKey
from listener.mention import MentionKey
from listener.spike import SpikeKey
from listener.store import lines


@dataclass(frozen=True, slots=True)
class LineShelf:
    """Lives on the engine's thread with the store that it is a part of."""

    _writing: Callable[[], AbstractContextManager[Database]]
    _clock: Clock

    def one(self, key: LineKey) -> Line:
        """One version. Raises NotFound."""
        with self._writing() as db:
            return lines.one(db, key)

    def title(self, spike: SpikeKey) -> str:
        """What a spike is called. Raises NotFound."""
        with self._writing() as db:
            return lines.spike_title(db, spike)

    def put(self, new: Line) -> Line:
        """Keeps the next version. Raises NotFound."""
        with self._writing() as db:
            return lines.put(db, new, self._clock())

    def end(self, spike: SpikeKey, by: str) -> Line:
        """Ends the newest version. Raises Known."""
        with self._writing() as db:
            return lines.end(db, spike, by, self._clock())

    def use(self, line: Line, mention: MentionKey, by: str) -> None:
        """Notes that a mention was answered with a line."""
        with self._writing() as db:
            lines.use(db, line, mention, by, self._clock())

    def first_told(self, line: LineKey) -> bool:
        """Whether the contact centre is to be told of a version now."""
        with self._writing() as db:
            return lines.first_told(db, line, self._clock())

    def note_told(self, line: LineKey, delivery: DeliveryKey | None) -> None:
        """The mail by which it is told, or None."""
        with self._writing() as db:
            lines.note_told(db, line, delivery)
