"""What is ticked: by a person, however they do it, and by what only shows it so.

A screen reader's “toggle” clicks nothing: Qt lets the button change and says only `toggled`
(QAccessibleButton::doAction), so whoever listens to `clicked` alone never hears of it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, QSize
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QSizePolicy


def on_tick(button: QAbstractButton, do: Callable[[bool], object]) -> None:
    """Calls do when a person ticks it, by mouse, key or screen reader."""
    button.toggled.connect(lambda on: do(bool(on)))


def show_ticked(button: QAbstractButton, on: bool) -> None:
    """Shows it so, without anybody having ticked it."""
    blocker = QSignalBlocker(button)
    button.setChecked(on)
    blocker.unblock()


class Tick(QCheckBox):
    """A yes or no whose words go on in the next line: Qt's own would widen what it stands in."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self._words = words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 12, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - 3 * self.fontMetrics().height()  # the box, and what is around it
        text = broken(self._words, self.fontMetrics(), room)
        if text != self.text():
            self.setText(text)


def broken(words: str, metrics: QFontMetrics, room: int) -> str:
    """The words in lines of at most room px; a word that is longer has a line of its own."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)
