"""The digests in a list under four headings; each line is a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from ui.digests.entries import PARTS, Entry, row, sentence
from ui.tongue import tr


class DigestList(QListWidget):
    """Keeps its place by what an entry is known by when it is read again."""

    chosen = Signal(object)
    """The Entry that is looked at now, or None."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[Entry | None] = []  # None is a heading
        self.setAccessibleName(tr("Digests"))
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(self._at)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as their words: Qt forgets the look's padding when it breaks them into lines."""
        metrics = self.fontMetrics()
        room = self.viewport().width() - round(metrics.height() * 1.8)
        for at in range(self.count()):
            item = self.item(at)
            lines = metrics.boundingRect(
                QRect(0, 0, max(room, 1), 10_000), Qt.TextFlag.TextWordWrap, item.text()
            )
            item.setSizeHint(QSize(room, lines.height() + metrics.height()))

    def show_entries(self, entries: Sequence[Entry], now: datetime) -> None:
        """Shows these, at the one that was looked at before where it is still among them."""
        before = self.current()
        self.blockSignals(True)
        self.clear()
        self._entries = []
        part = ""
        for entry in entries:
            if entry.part != part:
                part = entry.part
                self._heading(tr(PARTS[entry.part]))
            item = QListWidgetItem("\n".join(row(entry)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, sentence(entry, now))
            self.addItem(item)
            self._entries.append(entry)
        self._fit()
        self.blockSignals(False)
        names = {e.name: at for at, e in enumerate(self._entries) if e is not None}
        first = min(names.values(), default=-1)
        self.setCurrentRow(names.get(before.name, first) if before is not None else first)
        self._at(self.currentRow())

    def _heading(self, text: str) -> None:
        item = QListWidgetItem(text.upper())
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, text)
        self.addItem(item)
        self._entries.append(None)

    def go_to(self, name: tuple[str, object]) -> bool:
        """Chooses an entry; False where it is not there."""
        for at, entry in enumerate(self._entries):
            if entry is not None and entry.name == name:
                self.setCurrentRow(at)
                return True
        return False

    def step(self, steps: int) -> None:
        """Goes to the next or the previous entry, over headings."""
        places = [at for at, entry in enumerate(self._entries) if entry is not None]
        if places:
            now = places.index(self.currentRow()) if self.currentRow() in places else 0
            self.setCurrentRow(places[max(0, min(len(places) - 1, now + steps))])

    def current(self) -> Entry | None:
        """The entry that is looked at."""
        at = self.currentRow()
        return self._entries[at] if 0 <= at < len(self._entries) else None

    def _at(self, _: int) -> None:
        self.chosen.emit(self.current())
