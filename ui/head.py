"""The top of the window: search, add a mention, check now."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QWidget

from ui.parts.buttons import KeyButton

ONE_LINE = 96  # characters of width from which search and buttons stand in one line
PAUSE = 250  # ms after the last letter until the search is made


class Head(QWidget):
    """Asks; does nothing by itself."""

    sought = Signal(str)
    add = Signal()
    check = Signal()
    keys = Signal()
    save = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("head")
        self.search = QLineEdit()
        self.search.setAccessibleName("Search mentions")
        self.search.setPlaceholderText("Search ( / )  e.g. bins -recycling area:waste after:7d")
        self.search.setClearButtonEnabled(True)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._seek)
        self.search.textEdited.connect(lambda _: self._pause.start())
        self.search.textChanged.connect(lambda text: None if text else self._pause.start())
        self.search.returnPressed.connect(self._seek)
        self.saving = KeyButton("Save search", "Ctrl+S")
        self.saving.clicked.connect(self.save)
        self.saving.hide()
        self.search.textChanged.connect(lambda text: self.saving.setVisible(bool(text.strip())))
        add = KeyButton("+ Add a mention", "A")
        check = KeyButton("Check now", "F5")
        sheet = KeyButton("Keys", "?")
        add.clicked.connect(self.add)
        check.clicked.connect(self.check)
        sheet.clicked.connect(self.keys)
        searching = QHBoxLayout()
        searching.setSpacing(8)
        searching.addWidget(self.search, 1)
        searching.addWidget(self.saving)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (add, check, sheet):
            buttons.addWidget(button)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(16, 8, 16, 8)
        self._parts.setSpacing(8)
        self._parts.addLayout(searching, 3)
        self._parts.addLayout(buttons, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self.width() > self.fontMetrics().averageCharWidth() * ONE_LINE
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._parts.setDirection(across if side else down)

    def focus_search(self) -> None:
        """Puts the keyboard into the search field."""
        self.search.setFocus()
        self.search.selectAll()

    def type(self, text: str) -> None:
        """Searches for something else."""
        self.search.setText(text)
        self._seek()

    def show_search(self, text: str) -> None:
        """Shows what is searched for, without searching."""
        self.forget()
        self.search.blockSignals(True)
        self.search.setText(text)
        self.search.blockSignals(False)

    def forget(self) -> None:
        """Empties the field without searching."""
        self._pause.stop()
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.saving.hide()

    def _seek(self) -> None:
        self._pause.stop()
        self.sought.emit(self.search.text().strip())
