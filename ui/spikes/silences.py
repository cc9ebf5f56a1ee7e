"""The topics that are silenced: until when, who and why, what that hid; each can be ended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from listener.spike import Silenced
from ui import words
from ui.parts.buttons import KeyButton
from ui.parts.labels import label
from ui.parts.listdialog import ListDialog
from ui.parts.wholelines import WholeLines
from ui.tongue import tr


class SilencesDialog(ListDialog):
    """Ending a silence has people told of the topic again."""

    end = Signal(int)
    """The key of the silence to be ended."""

    def __init__(
        self, silences: Sequence[Silenced], now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Silenced topics"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Silenced topics"))
        self.list.setWordWrap(True)
        self.list.setItemDelegate(WholeLines(self.list))
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for silence in silences:
            item = QListWidgetItem(line(silence, now))
            item.setData(Qt.ItemDataRole.UserRole, silence.key)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.ending = KeyButton(tr("Tell of it again"))
        self.ending.clicked.connect(self._end)
        self.ending.setVisible(bool(silences))
        close = QDialogButtonBox()
        close.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.rejected.connect(self.reject)
        about = (
            tr("Their posts are heard and stand in their lists; no spike is raised for them.")
            if silences
            else tr("No topic is silenced: every spike is told of.")
        )
        rows = QVBoxLayout(self)
        rows.addWidget(label(tr("Silenced topics"), "title"))
        rows.addWidget(label(about, "soft"))
        rows.addWidget(self.list, 1)
        self.list.setVisible(bool(silences))
        if not silences:
            rows.addStretch(1)
        rows.addWidget(self.ending, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(close)

    def lines(self) -> int:
        return 28 if self.list.count() else 10

    def _end(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.end.emit(item.data(Qt.ItemDataRole.UserRole))
            self.accept()


def line(silence: Silenced, now: datetime) -> str:
    """“Roadworks, until Fri 4 Dec 08:30, by Officer: the works are known. Hides 2 spikes.”"""
    hides = (
        tr(" Hides {counted} now.", counted=words.count(len(silence.hides), "spike"))
        if silence.hides
        else ""
    )
    return tr(
        "{title}, until {until}, by {by}: {why}.{hides}",
        title=words.line(silence.title),
        until=words.when(silence.until, now),
        by=silence.by,
        why=silence.why.rstrip("."),
        hides=hides,
    )
