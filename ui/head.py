"""The top of the window: search, add a mention, check now."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.parts.buttons import KeyButton

PAUSE = 250  # ms after the last letter until the search is made


class Head(QWidget):
    """Asks; does nothing by itself."""

    sought = Signal(str)
    add = Signal()
    check = Signal()
    keys = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("head")
        self.search = QLineEdit()
        self.search.setAccessibleName("Search mentions")
        self.search.setPlaceholderText("Search ( / )  e.g. bins -recycling area:waste")
        self.search.setClearButtonEnabled(True)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._seek)
        self.search.textEdited.connect(lambda _: self._pause.start())
        self.search.textChanged.connect(lambda text: None if text else self._pause.start())
        self.search.returnPressed.connect(self._seek)
        add = KeyButton("+ Add a mention", "A")
        check = KeyButton("Check now", "F5")
        sheet = KeyButton("Keys", "?")
        add.clicked.connect(self.add)
        check.clicked.connect(self.check)
        sheet.clicked.connect(self.keys)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self.search, 3)
        row.addStretch(1)
        for button in (add, check, sheet):
            row.addWidget(button)

    def focus_search(self) -> None:
        """Puts the keyboard into the search field."""
        self.search.setFocus()
        self.search.selectAll()

    def seek(self, text: str) -> None:
        """Searches for these words, as if they were typed."""
        self.search.setText(text)
        self._seek()

    def forget(self) -> None:
        """Empties the field without searching."""
        self._pause.stop()
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)

    def _seek(self) -> None:
        self._pause.stop()
        self.sought.emit(self.search.text().strip())
