"""What a reader says of spikes and of silenced topics."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from listener.clock import Clock
from listener.council import Council
from listener.mention import HistoryLine, MentionKey
from listener.spike import Bar, Drop, Silenced, Spike, SpikeCard, SpikeKey, SpikeStatus
from listener.store import spikeread
from listener.store.opening import Looking
from listener.store.spikecard import card_of


class SpikeDoor:
    """Part of the reader, which opens the connection."""

    _db: Looking
    _clock: Clock
    council: Callable[[], Council]

    def spikes(self, *statuses: SpikeStatus, most: int = 500) -> tuple[Spike, ...]:
        """Spikes of these statuses (of none: of all): the open first, then the newest."""
        return spikeread.spikes(self._db, statuses, most)

    def spike(self, key: int) -> Spike:
        """One spike. Raises NotFound."""
        return spikeread.spike(self._db, key)

    def spike_card(self, key: SpikeKey) -> SpikeCard:
        """Everything that is shown of a spike. Raises NotFound."""
        return card_of(self._db, key, self.council(), self._clock())

    def spike_counts(self) -> dict[str, int]:
        """How many spikes have each status."""
        return spikeread.counts(self._db)

    def find_spike(self, identity: str) -> SpikeKey:
        """The spike of an id such as S1. Raises NotFound."""
        return spikeread.find(self._db, identity)

    def spike_bars(self, key: int) -> tuple[Bar, ...]:
        """Each hour from 15 before it began until its end, or until now; a week at most."""
        return spikeread.bars(self._db, key, self._clock())

    def spike_figures(self, key: int) -> tuple[tuple[str, str], ...]:
        """How it is worked out: labels, with figures in words."""
        return spikeread.figures(self._db, key)

    def spike_keys(self, key: int) -> tuple[MentionKey, ...]:
        """Its mentions in the order in which they were said, those beside among them."""
        return spikeread.keys(self._db, key)

    def identities(self, keys: Sequence[MentionKey]) -> list[str]:
        """The ids of mentions, in this order; `source:id` where several sources have one."""
        return spikeread.identities(self._db, keys)

    def spike_history(self, key: int) -> tuple[HistoryLine, ...]:
        """What was done about it, oldest first."""
        return tuple(HistoryLine(*line) for line in spikeread.history(self._db, key))

    def spike_of(self, key: MentionKey) -> tuple[SpikeKey, str] | None:
        """The open spike that a mention belongs to, with its title, or None."""
        return spikeread.open_spike(self._db, key)

    def silences(self) -> tuple[Silenced, ...]:
        """The topics of which nobody is told now, each with what that hides."""
        return spikeread.silences(self._db, self._clock())

    def would_hide(self, category: str, place: str, until: datetime) -> tuple[Spike, ...]:
        """What a silence until then would hide: what is open, and what the last such time had."""
        return spikeread.would_hide(self._db, category, place, until, self._clock())

    def drops(self) -> tuple[Drop, ...]:
        """Topics that are strangely silent, the busiest first."""
        return spikeread.drops(self._db, self._clock())
