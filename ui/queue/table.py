"""The table of cards: keys move in it, letters do not search in it."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from listener.mention import MentionKey
from ui.queue.card import Card
from ui.queue.delegate import CardDelegate
from ui.queue.model import QueueModel


class CardTable(QTableView):
    """One column of equally high cards."""

    moved = Signal()
    """Another card is the current one."""

    def __init__(self, model: QueueModel) -> None:
        super().__init__()
        self._model = model
        self._cards = CardDelegate(self)
        self.setItemDelegate(self._cards)
        self.setModel(model)
        self.setAccessibleName("Mentions")
        self.setObjectName("cards")  # the current card has the ring, not the whole list
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.fit(self.font())

    def fit(self, font: QFont) -> None:
        """Makes the cards as high as this font wants."""
        self.verticalHeader().setMinimumSectionSize(24)
        self.verticalHeader().setDefaultSectionSize(self._cards.height(font))

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        self.moved.emit()

    def current(self) -> Card | None:
        """The card that is looked at."""
        return self._model.card(self.currentIndex().row())

    def chosen(self) -> tuple[Card, ...]:
        """The selected cards in the list's order; the current one where none is selected."""
        rows = sorted(i.row() for i in self.selectionModel().selectedRows())
        cards = tuple(c for c in (self._model.card(r) for r in rows) if c is not None)
        current = self.current()
        return cards or ((current,) if current else ())

    def go(self, at: int) -> None:
        """Makes a row the current and only selected one, within what there is."""
        last = self._model.rowCount() - 1
        if last < 0:
            return
        index = self._model.index(max(0, min(at, last)), 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def step(self, by: int) -> None:
        """Moves to the next (1) or previous (-1) card."""
        self.go(max(0, self.currentIndex().row() + by))

    def go_to(self, key: MentionKey) -> bool:
        """Makes a mention current; False where the list does not show it."""
        at = self._model.where(key)
        if at >= 0:
            self.go(at)
        return at >= 0

    def toggle(self) -> None:
        """Selects the current card besides the others, or leaves it out."""
        flags = QItemSelectionModel.SelectionFlag.Toggle
        self.selectionModel().select(self.currentIndex(), flags)
