"""What a list shows when it has no rows: empty, busy or broken, each in a sentence."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.parts.buttons import KeyButton
from ui.parts.labels import label
from ui.tongue import tr


class Face(QWidget):
    """A sentence, what follows from it, and one thing to press where there is one."""

    def __init__(self) -> None:
        super().__init__()
        self._title = label("", "title")
        self._words = label("", "soft")
        for shown in (self._title, self._words):
            shown.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._button = KeyButton(tr("Try again"))
        self._button.clicked.connect(self._pressed)
        self._button.hide()
        self._press: Callable[[], None] | None = None
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 24, 24, 24)
        rows.setSpacing(8)
        rows.addStretch(2)
        rows.addWidget(self._title)
        rows.addWidget(self._words)
        rows.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch(3)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def say(
        self, title: str, words: str = "", button: str = "", press: Callable[[], None] | None = None
    ) -> None:
        """Shows this sentence."""
        self._title.setText(title)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._button.setText(button or tr("Try again"))
        self._button.setAccessibleName(button or tr("Try again"))
        self._button.setVisible(press is not None)
        self._press = press

    def said(self) -> str:
        """What stands there."""
        return f"{self._title.text()} {self._words.text()}".strip()

    def button(self) -> KeyButton:
        """The one thing to press."""
        return self._button

    def _pressed(self) -> None:
        if self._press is not None:
            self._press()
