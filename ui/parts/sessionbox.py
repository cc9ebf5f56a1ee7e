"""The session in the rail: its words, its bar, and what is left when it ends."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout

from ui.mention.actions import announce
from ui.parts.buttons import KeyButton
from ui.parts.labels import label
from ui.tongue import tr


class SessionBox(QFrame):
    """Shows; what holds is decided in ui.session."""

    again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.time = label("", "strong")
        self.looked = label("", "soft")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Session: mentions looked at"))
        self.later = label("", "soft")
        self.button = KeyButton(tr("Go on"))
        self.button.clicked.connect(self.again)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(10, 8, 10, 8)
        rows.setSpacing(6)
        for part in (self.time, self.bar, self.looked, self.later, self.button):
            rows.addWidget(part)
        self.hide()

    def say(self, words: tuple[str, str], looked: int, of: int, later: str, again: str) -> None:
        """Shows how it goes. later: what is left, said aloud once; again: the button, or ""."""
        self.time.setText(words[0])
        self.looked.setText(words[1])
        self.bar.setRange(0, max(1, of))
        self.bar.setValue(min(looked, of))
        self.bar.setVisible(of > 0)
        self.bar.setAccessibleDescription(self.said())
        fresh = bool(later) and self.later.text() != later
        self.later.setText(later)
        self.later.setVisible(bool(later))
        self.button.setText(again)
        self.button.setAccessibleName(again)
        self.button.setVisible(bool(again))
        self.show()
        if fresh:
            announce(self, f"{self.said()}. {later}")

    def said(self) -> str:
        """What stands there: `12 min left · 9 of 31 looked at`."""
        return f"{self.time.text()} · {self.looked.text()}"
