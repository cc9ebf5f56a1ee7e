"""The session in the rail: its words, its bar, and what is left when it ends."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout

from ui.mention.actions import announce
from ui.parts.buttons import KeyButton
from ui.parts.labels import label


class SessionBox(QFrame):
    """Shows; what holds is decided in ui.session."""

    again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.words = label("", "strong")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Session: mentions looked at")
        self.later = label("", "soft")
        self.button = KeyButton("Go on")
        self.button.clicked.connect(self.again)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(10, 8, 10, 8)
        rows.setSpacing(6)
        for part in (self.words, self.bar, self.later, self.button):
            rows.addWidget(part)
        self.hide()

    def say(self, words: str, looked: int, of: int, later: str, again: str) -> None:
        """Shows how it goes. later: what is left, said aloud once; again: the button, or ""."""
        self.words.setText(words)
        self.bar.setRange(0, max(1, of))
        self.bar.setValue(min(looked, of))
        self.bar.setVisible(of > 0)
        self.bar.setAccessibleDescription(words)
        fresh = bool(later) and self.later.text() != later
        self.later.setText(later)
        self.later.setVisible(bool(later))
        self.button.setText(again)
        self.button.setAccessibleName(again)
        self.button.setVisible(bool(again))
        self.show()
        if fresh:
            announce(self, f"{words}. {later}")
