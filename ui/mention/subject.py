"""What the verbs are about to be done to: the chosen cards."""

from __future__ import annotations

from dataclasses import dataclass

from listener.mention import MentionKey
from ui.queue.card import Card


@dataclass(frozen=True, slots=True)
class Subject:
    """One card or several."""

    cards: tuple[Card, ...]

    @property
    def urgent(self) -> bool:
        """True where all of them are possible dangers that nobody has dealt with."""
        return all(is_urgent(c) for c in self.cards)

    @property
    def closable(self) -> tuple[Card, ...]:
        """Those that an ordinary verb may close: dangers and what is decided are passed by."""
        return tuple(c for c in self.cards if not is_urgent(c) and not is_done(c))

    @property
    def dangers(self) -> int:
        """How many possible dangers are among them."""
        return sum(is_urgent(c) for c in self.cards)

    @property
    def done(self) -> bool:
        """True where all of them are decided."""
        return all(is_done(c) for c in self.cards)

    @property
    def keys(self) -> tuple[MentionKey, ...]:
        """All of them."""
        return tuple(c.key for c in self.cards)


def is_done(card: Card) -> bool:
    """Somebody decided it."""
    return card.row.view == "done"


def is_urgent(card: Card) -> bool:
    """A possible danger that was neither passed on nor read."""
    return card.row.view == "urgent"
