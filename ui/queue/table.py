"""The table of cards: keys move in it, letters do not search in it."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from listener.mention import MentionKey
from ui.queue.card import Card
from ui.queue.delegate import CardDelegate
from ui.queue.layout import height
from ui.queue.model import QueueModel
from ui.tongue import tr


class CardTable(QTableView):
    """One column of equally high cards."""

    moved = Signal()
    """Another card is the current one."""
    into_chips = Signal()
    """The right arrow: the keyboard is wanted among the buttons of the current card."""

    def __init__(self, model: QueueModel) -> None:
        super().__init__()
        self._model = model
        self._marking = False  # X was pressed: moving keeps what is selected
        self._cards = CardDelegate(self)
        self.setItemDelegate(self._cards)
        self.setModel(model)
        self.setAccessibleName(tr("Mentions"))
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
        self.verticalHeader().setDefaultSectionSize(height(self.viewport().width(), font))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit(self.font())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrows = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
        )  # fmt: skip
        if plain and event.key() == Qt.Key.Key_Right:
            self.into_chips.emit()
        elif plain and self._marking and Qt.Key(event.key()) in arrows:
            self.step(arrows[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._marking = False
        super().mousePressEvent(event)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        self.moved.emit()

    def current(self) -> Card | None:
        """The card that is looked at."""
        return self._model.card(self.currentIndex().row())

    def card_at(self, row: int) -> Card | None:
        """The card of a row."""
        return self._model.card(row)

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
        self._marking = False
        self._move(at, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _move(self, at: int, flags: QItemSelectionModel.SelectionFlag) -> None:
        index = self._model.index(max(0, min(at, self._model.rowCount() - 1)), 0)
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def step(self, by: int) -> None:
        """Moves to the next (1) or previous (-1) card; what X selected stays selected."""
        to = max(0, self.currentIndex().row() + by)
        if self._marking and self._model.rowCount():
            self._move(to, QItemSelectionModel.SelectionFlag.NoUpdate)
        else:
            self.go(to)

    def go_to(self, key: MentionKey) -> bool:
        """Makes a mention current; False where the list does not show it."""
        at = self._model.where(key)
        if at >= 0:
            self.go(at)
        return at >= 0

    def toggle(self) -> None:
        """Selects the current card besides the others, or leaves it out.

        The first time, the card that is looked at stays selected: it is the first of several.
        """
        chosen = self.selectionModel().selectedRows()
        if not self._marking and [i.row() for i in chosen] == [self.currentIndex().row()]:
            self._marking = True
            self.selectionModel().selectionChanged.emit(QItemSelection(), QItemSelection())
            return
        self._marking = True
        flags = QItemSelectionModel.SelectionFlag.Toggle
        self.selectionModel().select(self.currentIndex(), flags)
        if not self.selectionModel().hasSelection():
            self.go(self.currentIndex().row())

    def in_sight(self) -> range:
        """The rows in sight."""
        first = self.rowAt(0)
        last = self.rowAt(self.viewport().height() - 1)
        end = last + 1 if last >= 0 else self._model.rowCount()
        return range(first, end) if first >= 0 else range(0)

    def several(self) -> bool:
        """Whether more than the card that is looked at is selected, or is being selected."""
        return self._marking or len(self.selectionModel().selectedRows()) > 1

    def let_go(self) -> None:
        """Only the card that is looked at is selected from now on."""
        self.go(max(0, self.currentIndex().row()))
