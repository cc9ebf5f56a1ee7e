"""Keeps a text that may distress out of sight until somebody wants to read it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.parts.buttons import KeyButton
from ui.parts.labels import label
from ui.tongue import tr


class Veil(QFrame):
    """Stands where the words would. Shown again at every new look: nothing is remembered."""

    lifted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("asked", True)
        self._words = label(tr("Text hidden: it may distress."), "strong")
        self._care = label("")
        self.show_button = KeyButton(tr("Show"), "Enter")
        self.show_button.setAccessibleName(tr("Show the hidden text"))
        self.show_button.clicked.connect(self.lifted)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 12, 14, 12)
        rows.setSpacing(8)
        rows.addWidget(self._words)
        rows.addWidget(self._care)
        rows.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def care(self, text: str) -> None:
        """One calm line for whoever has to read it."""
        self._care.setText(text)
        self._care.setVisible(bool(text))
