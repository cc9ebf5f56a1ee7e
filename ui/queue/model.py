"""The list's model: pages of cards that were read beforehand. It never reads by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from listener.mention import MentionKey
from ui.queue.card import Card

CARD = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class QueueModel(QAbstractTableModel):
    """One column of cards. `more` is called with the cursor when the next page is wanted."""

    def __init__(self, more: Callable[[Any], None]) -> None:
        super().__init__()
        self._cards: list[Card] = []
        self._at: dict[MentionKey, int] = {}
        self._next: Any = None
        self._asked = False
        self._more = more

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._cards)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        if role == CARD:
            return card
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return card.sentence
        return None

    def canFetchMore(self, parent: Index = _TOP) -> bool:
        return not parent.isValid() and self._next is not None and not self._asked

    def fetchMore(self, parent: Index = _TOP) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self._more(self._next)

    def start(self, cards: Sequence[Card], following: Any) -> None:
        """Shows a first page."""
        self.beginResetModel()
        self._cards = list(cards)
        self._next, self._asked = following, False
        self._number()
        self.endResetModel()

    def append(self, cards: Sequence[Card], following: Any) -> None:
        """Adds the next page at the end; what is shown already is not shown twice."""
        fresh = [c for c in cards if c.key not in self._at]
        self._next, self._asked = following, False
        if fresh:
            first = len(self._cards)
            self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
            self._cards += fresh
            self._number(first)
            self.endInsertRows()

    def page_failed(self) -> None:
        """The next page did not come; it may be asked for again."""
        self._asked = False

    def leave(self, keys: Iterable[MentionKey]) -> None:
        """Takes cards off the list."""
        for at in sorted((self._at[k] for k in keys if k in self._at), reverse=True):
            self.beginRemoveRows(QModelIndex(), at, at)
            del self._cards[at]
            self._number()
            self.endRemoveRows()

    def replace(self, card: Card) -> None:
        """Shows one mention as it is now, where it stands."""
        at = self._at.get(card.key)
        if at is not None:
            self._cards[at] = card
            index = self.index(at, 0)
            self.dataChanged.emit(index, index)

    def card(self, at: int) -> Card | None:
        """The card at a row, or None."""
        return self._cards[at] if 0 <= at < len(self._cards) else None

    def where(self, key: MentionKey) -> int:
        """At which row a mention stands, or -1."""
        return self._at.get(key, -1)

    def keys(self) -> tuple[MentionKey, ...]:
        """What is shown, in order."""
        return tuple(c.key for c in self._cards)

    def _number(self, first: int = 0) -> None:
        if first == 0:
            self._at.clear()
        for at in range(first, len(self._cards)):
            self._at[self._cards[at].key] = at
