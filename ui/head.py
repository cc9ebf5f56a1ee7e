"""The top of the window: search, add a mention, check now."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.parts.buttons import KeyButton
from ui.parts.labels import tip
from ui.queue.heading import HINTS
from ui.tongue import tr

WIDE = 110  # characters of width from which the buttons have their whole names
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
        self.search.setAccessibleName(tr("Search mentions"))
        self.search.setPlaceholderText(tr("Search ( / )  e.g. bins -recycling area:waste after:7d"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleDescription(tr(HINTS))
        tip(self.search, tr(HINTS))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._seek)
        self.search.textEdited.connect(lambda _: self._pause.start())
        self.search.textChanged.connect(lambda text: None if text else self._pause.start())
        self.search.returnPressed.connect(self._seek)
        self.saving = KeyButton(tr("Save search"), "Ctrl+S")
        self.saving.clicked.connect(self.save)
        self.saving.hide()
        self.search.textChanged.connect(lambda _: self._fit())
        add = KeyButton(tr("+ Add a mention"), "A")
        check = KeyButton(tr("Check now"), "F5")
        sheet = KeyButton(tr("Keys"), "?")
        add.clicked.connect(self.add)
        check.clicked.connect(self.check)
        sheet.clicked.connect(self.keys)
        # Where it is narrow the names are shorter, for the search box must hold some words.
        self._names = (
            (self.saving, tr("Save search"), tr("Save")), (add, tr("+ Add a mention"), tr("+ Add")),
            (check, tr("Check now"), tr("Check")),
        )  # fmt: skip
        self._spared = (check, sheet)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self.search, 3)
        row.addWidget(self.saving)
        row.addStretch(1)
        for button in (add, check, sheet):
            row.addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Gives the search the room it needs: the buttons that it hides have keys too."""
        typed = bool(self.search.text().strip())
        self.saving.setVisible(typed)
        wide = self.width() > self.fontMetrics().averageCharWidth() * WIDE
        for button, long, short in self._names:
            button.setText(long if wide else short)
            button.updateGeometry()
        for button in self._spared:
            button.setVisible(wide or not typed)

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
        self.search.setText(text)

    def forget(self) -> None:
        """Empties the field without searching."""
        # Its signals are not blocked: the field's own clear button would stay where nothing is.
        self.search.clear()
        self._pause.stop()

    def _seek(self) -> None:
        self._pause.stop()
        self.sought.emit(self.search.text().strip())
