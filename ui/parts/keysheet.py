"""The sheet of keys that `?` shows."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ui.keymap import in_use
from ui.keys import PARTS, Key
from ui.parts.buttons import KeyButton
from ui.parts.flow import Flow
from ui.parts.labels import chip, heading, label
from ui.tongue import tr


class KeySheet(QDialog):
    """Every key and what it does; and the way to what IT asks for first."""

    for_it = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setColumnStretch(1, 1)
        row = 0
        for group, keys in groupby(in_use(), key=lambda k: k.group):
            grid.addWidget(heading(group), row, 0, 1, 2)
            for key in keys:
                for cap, does in ((tr(" or ").join(key.keys) or tr("off"), key.does), *_after(key)):
                    row += 1
                    grid.addWidget(chip(cap, "grey"), row, 0)
                    grid.addWidget(label(does), row, 1)
            row += 1
        grid.addWidget(chip("Ctrl+1 … Ctrl+9, Ctrl+0", "grey"), row, 0)
        grid.addWidget(label(tr("the lists, from Urgent to Snoozed")), row, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(tr("Keys"))
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        it = KeyButton(
            tr("Copy for IT"), about=tr("where data and log lie, and what the doctor says")
        )
        it.clicked.connect(self._ask_for_it)
        close = KeyButton(tr("Close"), "Esc")
        close.clicked.connect(self.accept)
        rows = QVBoxLayout(self)
        rows.addWidget(label(tr("Keys"), "title"))
        rows.addWidget(scroll, 1)
        foot = Flow(gap=8)
        foot.addWidget(close)
        foot.addWidget(it)
        rows.addLayout(foot)
        pixels = self.font().pixelSize()
        self.resize(pixels * 40, pixels * 52)

    def _ask_for_it(self) -> None:
        self.accept()
        self.for_it.emit()


def _after(key: Key) -> tuple[tuple[str, str], ...]:
    """The letters that may follow a key."""
    if key.verb != "correct" or not key.keys:
        return ()
    return tuple(
        (f"{key.keys[0]} {p.letter}", tr("correct the {what}", what=p.what)) for p in PARTS
    )
