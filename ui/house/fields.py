"""Named fields under one another: lines, lists, choices and ticks, each with its label as buddy."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui.parts.labels import label
from ui.tongue import tr


class ListEdit(QPlainTextEdit):
    """Several things, one on each line."""

    finished = Signal()
    """The keyboard has left it, and it says something else than before."""

    def __init__(self, lines: int = 3) -> None:
        super().__init__()
        self._before = ""
        self.setTabChangesFocus(True)
        metrics = self.fontMetrics()
        self.setMinimumHeight(metrics.lineSpacing() * lines + metrics.height())
        self.setMaximumHeight(metrics.lineSpacing() * (lines + 3) + metrics.height())

    def show_words(self, words: tuple[str, ...]) -> None:
        """Shows these, unless somebody is typing in it."""
        if not self.hasFocus():
            self._before = "\n".join(words)
            if self.words() != words:
                self.setPlainText(self._before)

    def words(self) -> tuple[str, ...]:
        """What it holds, without empty lines and without anything twice."""
        lines = (line.strip() for line in self.toPlainText().splitlines())
        return tuple(dict.fromkeys(line for line in lines if line))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.toPlainText() != self._before:
            self._before = self.toPlainText()
            self.finished.emit()


class Fields(QWidget):
    """A card of named fields."""

    def __init__(self, title: str = "", about: str = "") -> None:
        super().__init__()
        self.form = QFormLayout()
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        card = QFrame()
        card.setProperty("card", True)
        inner = self.card = QVBoxLayout(card)
        inner.setContentsMargins(18, 16, 18, 16)
        inner.setSpacing(10)
        if title:
            inner.addWidget(label(title, "title"))
        if about:
            inner.addWidget(label(about, "soft"))
        inner.addLayout(self.form)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(card)

    def field(self, name: str, widget: QWidget, about: str = "") -> QLabel:
        """Adds a field under its name, with a sentence under it where one helps. -> the name."""
        widget.setAccessibleName(name)
        if about:
            widget.setAccessibleDescription(about)
        named = label(name, "strong")
        named.setBuddy(widget)
        self.form.addRow(named)
        self.form.addRow(widget)
        if about:
            self.form.addRow(label(about, "soft"))
        return named


def chosen_of(choices: tuple[tuple[str, str], ...]) -> QComboBox:
    """A box of choices: the value that is kept, and the words that are shown."""
    box = QComboBox()
    # Its longest choice in large text is wider than the window.
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(12)
    for value, text in choices:
        box.addItem(tr(text), value)
    return box
