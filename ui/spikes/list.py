"""The spikes of one state in a list, each a sentence; the page shows the one that is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from listener.spike import Spike, SpikeKey
from ui import words
from ui.parts.wholelines import WholeLines
from ui.spikes import words as said
from ui.tongue import tr

SHOWN = 4  # rows without scrolling


class SpikeList(QListWidget):
    """Keeps its place by the spike's key when it is read again."""

    chosen = Signal(object)
    """The Spike that is looked at now."""

    def __init__(self) -> None:
        super().__init__()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fit)
        self._spikes: tuple[Spike, ...] = ()
        self.setAccessibleName(tr("Spikes"))
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setItemDelegate(WholeLines(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(self._at)

    def show_spikes(self, spikes: Sequence[Spike], now: datetime) -> None:
        """Shows these, at the one that was looked at before where it is still among them."""
        before = self.current()
        keys = [s.key for s in spikes]
        self.blockSignals(True)
        self.clear()
        self._spikes = tuple(spikes)
        for spike in spikes:
            sign = said.state(spike)
            item = QListWidgetItem(f"{sign.shape} {words.line(spike.title)}\n"
                                   f"{said.count_words(spike, now)}")  # fmt: skip
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said.row(spike, now))
            self.addItem(item)
        if spikes:
            self.setCurrentRow(keys.index(before.key) if before and before.key in keys else 0)
        self.blockSignals(False)
        self._fit()
        self._at(self.currentRow())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            # Not at once: the look is still on its way to the rows.
            self._soon.start()

    def _fit(self) -> None:
        """As high as its first rows, whole: the rest scrolls."""
        self.doItemsLayout()  # a row is measured anew in the width that there is now
        rows = range(min(SHOWN, self.count()))
        high = sum(self.sizeHintForRow(at) for at in rows) + 2 * self.frameWidth()
        if high and high != self.height():
            self.setFixedHeight(high)

    def go_to(self, key: SpikeKey) -> bool:
        """Chooses a spike; False where it is not in the list."""
        keys = [s.key for s in self._spikes]
        if key in keys:
            self.setCurrentRow(keys.index(key))
        return key in keys

    def step(self, steps: int) -> None:
        """Goes to the next or the previous."""
        if self._spikes:
            self.setCurrentRow(max(0, min(len(self._spikes) - 1, self.currentRow() + steps)))

    def current(self) -> Spike | None:
        """The one that is looked at."""
        at = self.currentRow()
        return self._spikes[at] if 0 <= at < len(self._spikes) else None

    def _at(self, row: int) -> None:
        self.chosen.emit(self._spikes[row] if 0 <= row < len(self._spikes) else None)
