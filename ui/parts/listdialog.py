"""A dialog around a list: as high as its list wants, within the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QListWidget


class ListDialog(QDialog):
    """The list is made by whoever inherits, before the dialog is shown."""

    list: QListWidget

    def lines(self) -> int:
        """How many lines of text high it should be."""
        return 28

    def showEvent(self, event: QShowEvent) -> None:
        # Left alone, Qt opens no window higher than two thirds of the screen.
        self.resize(self.sizeHint())
        super().showEvent(event)
        self.list.doItemsLayout()  # laid out before, it has not the look's line height

    def sizeHint(self) -> QSize:
        unit = self.fontMetrics().height()
        room = self.screen().availableGeometry().size() * 0.85
        return QSize(unit * 36, unit * self.lines()).boundedTo(room)
