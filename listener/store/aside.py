"""The store's door for what officers put aside: each verb is one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime

from sqlite_utils import Database

from listener.clock import Clock
from listener.mention import MentionKey
from listener.store import holding, journal, muting, noting, sleeping, stacking
from listener.store.deciding import members
from rules.publicity import PublicityHold

Keys = tuple[MentionKey, ...]


class Aside:
    """Lives in the store. What a verb gives back is to be walked again."""

    def __init__(
        self, writing: Callable[[], AbstractContextManager[Database]], clock: Clock
    ) -> None:
        self._writing = writing
        self._clock = clock

    def note(self, keys: Sequence[MentionKey], text: str, by: str) -> None:
        """Keeps a note at each. Raises NotFound."""
        with self._writing() as db:
            noting.add(db, keys, text, by, self._clock())

    def wake(self, keys: Sequence[MentionKey], by: str) -> Keys:
        """Opens what is snoozed. Raises Known."""
        with self._writing() as db:
            return _keys(sleeping.wake_now(db, members(db, keys), by, self._clock()))

    def mute(self, keys: Sequence[MentionKey], until: datetime | None, why: str, by: str) -> Keys:
        """Silences the threads of these mentions until a time (UTC), or until unmuted."""
        with self._writing() as db:
            return _keys(muting.mute(db, keys, until, why, by, self._clock()))

    def unmute(self, keys: Sequence[MentionKey], by: str) -> Keys:
        """Ends every mute that covers these mentions. Raises Known."""
        with self._writing() as db:
            return _keys(muting.unmute(db, keys, by, self._clock()))

    def split(self, key: MentionKey, by: str) -> Keys:
        """Takes a mention out of its stack. Raises Known."""
        with self._writing() as db:
            return _keys(stacking.split(db, key, by, self._clock()))

    def join(self, keys: Sequence[MentionKey], other: MentionKey, by: str) -> Keys:
        """Makes stories one. Raises Known."""
        with self._writing() as db:
            return _keys(stacking.join(db, keys, other, by, self._clock()))

    def hold(self, why: str, until: datetime, by: str) -> None:
        """Holds all publicity until then (UTC)."""
        with self._writing() as db:
            holding.hold(db, why, until, by, self._clock())

    def end_hold(self, by: str) -> None:
        """Ends the hold. Raises Known."""
        with self._writing() as db:
            holding.end(db, by, self._clock())

    def publicity(self) -> PublicityHold | None:
        """What holds publicity now."""
        with self._writing() as db:
            return holding.standing(db, self._clock())

    @contextmanager
    def one_step(self) -> Iterator[None]:
        """What is done within is kept whole or not at all, and taken back together."""
        with self._writing() as db, journal.one_step(db):
            yield

    def expire(self, now: datetime) -> tuple[Keys, bool]:
        """Ends the mutes and the hold whose time has come; what to walk, and whether one held."""
        with self._writing() as db:
            return _keys(muting.expire(db, now)), holding.expire(db, now)


def _keys(found: Sequence[int]) -> Keys:
    return tuple(MentionKey(k) for k in found)
