"""A plain table of ready words, with a sentence for each row as it is read aloud."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class WordsModel(QAbstractTableModel):
    """Rows of words that were made beforehand."""

    def __init__(self, headings: tuple[str, ...]) -> None:
        super().__init__()
        self._headings = headings
        self._rows: tuple[tuple[str, ...], ...] = ()

    def show_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Shows these rows and no others; the same again keep the place in the list."""
        if tuple(rows) == self._rows:
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        cells = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._sentence(cells) if index.column() == 0 else cells[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:  # what is cut off; escaped, for Qt reads markup
            return f"<span>{escape(cells[index.column()])}</span>"
        return None

    def _sentence(self, cells: tuple[str, ...]) -> str:
        more = [f"{h}: {c}" for h, c in zip(self._headings[1:], cells[1:], strict=True) if c]
        return f"{cells[0]}. {'. '.join(more)}".strip().rstrip(".") + "."


class WordsTable(QTableView):
    """One row is chosen at a time; Tab leaves it. shares: how the columns divide the room."""

    def __init__(
        self, name: str, model: WordsModel, shares: tuple[int, ...], lines: int = 12
    ) -> None:
        super().__init__()
        self._shares = shares
        self._lines = lines
        self.setObjectName("plain")
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._fit()

    def at(self) -> int:
        """The row that is chosen, or -1."""
        return self.currentIndex().row()

    def choose(self, row: int) -> None:
        """Chooses a row, or the nearest that there is."""
        many = self.model().rowCount()
        if many:
            self.selectRow(max(0, min(row, many - 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        room, whole = self.viewport().width(), sum(self._shares)
        least = self.fontMetrics().averageCharWidth() * 12  # below it scrolls sideways
        for column, share in enumerate(self._shares[:-1]):
            self.setColumnWidth(column, max(least, room * share // whole))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        """Heights that follow the text; no row is measured, for there may be 20,000."""
        metrics = self.fontMetrics()
        high = max(28, metrics.height() + metrics.height() // 2)
        self.verticalHeader().setMinimumSectionSize(high)
        self.verticalHeader().setDefaultSectionSize(high)
        # What stands around the rows is known when it is shown: the style sheet draws its edge.
        around = self.height() - self.viewport().height() if self.isVisible() else high
        self.setMinimumHeight(high * self._lines + around)
