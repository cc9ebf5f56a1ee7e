"""The page of spikes in two columns, or in one that scrolls where there is no room for two."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from ui.parts.scrolling import scrolling
from ui.spikes.passing import Passing

# Below these neither column holds its words: at 200 % of text the verbs lay over one another.
NARROW = 80  # characters
LOW = 24  # lines


class Columns(QScrollArea):
    """head above; left and passing beside or under one another; face in place of both."""

    def __init__(
        self, head: QLayout, left: Sequence[QWidget], passing: Passing, face: QWidget
    ) -> None:
        super().__init__()
        # Not at once: a new look goes through every widget, and Qt crashes where one moves.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fit)
        self._passing, self._face = passing, face
        self._beside = True
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setSpacing(10)
        for part in left:
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._scroll = scrolling(self._inside)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(self._scroll)
        self._split.addWidget(passing)
        self._split.setStretchFactor(0, 8)
        self._split.setStretchFactor(1, 5)
        self._split.setChildrenCollapsible(False)
        self._sizes = [800, 500]
        self._split.setSizes(self._sizes)
        self._split.splitterMoved.connect(self._moved)
        body = QWidget()
        self._rows = QVBoxLayout(body)
        self._rows.setContentsMargins(20, 14, 20, 14)
        self._rows.setSpacing(10)
        self._rows.addLayout(head)
        self._rows.addWidget(self._split, 1)
        self._rows.addWidget(face, 1)
        self._column.setContentsMargins(0, 0, 8, 0)
        scrolling(body, self)
        self.turn(to_face=False)

    def turn(self, to_face: bool) -> None:
        """Shows the face, or the columns."""
        self._face.setVisible(to_face)
        self._split.setVisible(self._beside and not to_face)
        if not self._beside:
            self._inside.setVisible(not to_face)

    def _moved(self) -> None:
        self._sizes = self._split.sizes()  # what a person chose stays, whatever comes between

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._soon.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._soon.start()

    def _fit(self) -> None:
        metrics, room = self.fontMetrics(), self.viewport().size()
        beside = (
            room.width() >= metrics.averageCharWidth() * NARROW
            and room.height() >= metrics.height() * LOW
        )
        if beside is self._beside:
            return
        self._beside = beside
        had = QApplication.focusWidget()
        if beside:
            self._rows.removeWidget(self._inside)
            self._scroll.setWidget(self._inside)
            self._split.addWidget(self._passing)
            self._split.setSizes(self._sizes)
        else:
            self._scroll.takeWidget()
            self._inside.setAutoFillBackground(False)
            self._rows.insertWidget(1, self._inside)
            self._column.insertWidget(self._column.count() - 1, self._passing)
        self._passing.unroll(not beside)
        self._column.setContentsMargins(0, 0, 8 if beside else 0, 0)
        self._inside.show()
        self._passing.show()
        self.turn(to_face=not self._face.isHidden())
        if had is not None and self.isAncestorOf(had):
            had.setFocus()  # a widget that is moved loses the keyboard
