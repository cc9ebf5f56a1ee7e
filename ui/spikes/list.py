"""The spikes of one state in a list, each a sentence; the page shows the one that is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from listener.spike import Spike, SpikeKey
from ui import words
from ui.spikes import words as said
from ui.tongue import tr


class SpikeList(QListWidget):
    """Keeps its place by the spike's key when it is read again."""

    chosen = Signal(object)
    """The Spike that is looked at now."""

    def __init__(self) -> None:
        super().__init__()
        self._spikes: tuple[Spike, ...] = ()
        self.setAccessibleName(tr("Spikes"))
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
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
        line = self.fontMetrics().height()
        self.setMaximumHeight(round(min(4, max(1, len(spikes))) * line * 3.4) + 8)
        self._at(self.currentRow())

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
