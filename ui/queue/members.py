"""The members of a stack: everyone who told the same story, oldest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from listener.mention import Detail, Row
from ui import words
from ui.parts.buttons import KeyButton
from ui.parts.labels import label
from ui.tongue import tr


class Members(QDialog):
    """A list to read; nothing is decided in it."""

    def __init__(self, detail: Detail, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        size = detail.row.stack_size
        self.setWindowTitle(tr("{size} like this", size=size))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("{size} mentions that tell the same", size=size))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for said in lines((detail.row, *detail.stack), now):
            self.list.addItem(QListWidgetItem(said))
        self.list.setCurrentRow(0)
        close = KeyButton(tr("Close"), "Esc")
        close.clicked.connect(self.accept)
        least = "" if detail.row.people >= size else tr("at least ")
        people = words.count(detail.row.people, "person", "people")
        rows = QVBoxLayout(self)
        rows.addWidget(
            label(
                tr("{size} like this, from {least}{people}", size=size, least=least, people=people),
                "title",
            )
        )
        rows.addWidget(self.list, 1)
        rows.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        unit = self.fontMetrics().height()
        room = self.screen().availableGeometry().size() * 0.85
        self.resize(QSize(unit * 36, unit * 27).boundedTo(room))


def lines(rows: Sequence[Row], now: datetime) -> list[str]:
    """When and where each was said, and its beginning; the oldest first."""
    told = sorted(rows, key=lambda r: r.published or r.heard)
    return [
        f"{words.short_when(r.published or r.heard, now)} · {words.line(r.source)}\n"
        f"{words.line(r.snippet or r.title)[:200]}"
        for r in told
    ]
