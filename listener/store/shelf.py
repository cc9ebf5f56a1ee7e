"""The store keeps the house: sources as they are set, and what was added by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime

from sqlite_utils import Database

from listener.clock import Clock
from listener.mention import MentionKey, Reading
from listener.sources.state import SourceRecord
from listener.store import added, deciding, journal, keeping, sources
from listener.store.coding import micros
from listener.store.records import Taken


class Shelf:
    """Belongs to a Store, and writes as it does: every verb is one transaction."""

    def __init__(
        self, writing: Callable[[], AbstractContextManager[Database]], clock: Clock
    ) -> None:
        self._writing = writing
        self._clock = clock

    def note_new(self, records: Sequence[SourceRecord]) -> None:
        """Sources that were just added can be taken back, all in one step."""
        with self._writing() as db, journal.one_step(db):
            for record in records:
                said = f"the source {record.name} is no longer heard; what it said is kept"
                deciding.note_source(db, record.key, "removed", said, self._clock(), True)

    def put_back_source(self, name: str) -> None:
        """A removed source is heard again. Raises NotFound, and Known where its name is taken."""
        with self._writing() as db:
            sources.put_back(db, name)

    def change_source(self, name: str, new: str, every: int | None) -> None:
        """Another name or interval. Raises NotFound, and Known where the name is taken."""
        with self._writing() as db:
            sources.change(db, name, new, every)

    def hasten(self, latest: datetime) -> None:
        """Whatever has the usual interval and would be asked later than that is due now."""
        with self._writing() as db:
            sources.hasten(db, micros(latest))

    def reread_all(self, readings: Iterable[tuple[MentionKey, Reading]]) -> None:
        """Keeps new readings of several, in one go."""
        with self._writing() as db:
            for key, reading in readings:
                keeping.reread(db, key, reading)

    def correct_added(
        self, key: MentionKey, item: Taken, by: str, *, url: str, seen_at: str
    ) -> None:
        """What a person added, as it should be; the text before is kept as a version."""
        with self._writing() as db:
            added.correct(db, key, item, by, self._clock(), url=url, seen_at=seen_at)

    def withdraw(self, key: MentionKey, reason: str, by: str) -> None:
        """Takes what a person added off all lists."""
        with self._writing() as db:
            added.withdraw(db, key, reason, by, self._clock())

    def bring_back(self, key: MentionKey, by: str) -> None:
        """Puts it on its list again; the caller walks it."""
        with self._writing() as db:
            added.bring_back(db, key, by, self._clock())
