"""One question before something that touches much: whether to go on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from ui.words import plain


def confirm(window: QWidget, text: str, more: str, go: Callable[[], None]) -> QMessageBox:
    """Asks over a window and returns at once; `go` where the answer is Yes. Return says Cancel."""
    box = QMessageBox(window)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(plain(f"{text}\n\n{more}"))
    yes = QMessageBox.StandardButton.Yes
    box.setStandardButtons(yes | QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)

    def answered(button: int) -> None:
        if button == yes.value:
            go()

    box.finished.connect(answered)
    box.finished.connect(box.deleteLater)
    box.open()
    return box
