"""A few lines of plain text under one another, replaced as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.parts.labels import label
from ui.words import plain


class Lines(QWidget):
    """Labels that are kept and filled again, so that moving on does not build them anew."""

    def __init__(self, look: str = "soft") -> None:
        super().__init__()
        self._look = look
        self._labels: list[QLabel] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Shows these lines and no others."""
        while len(self._labels) < len(lines):
            made = label("", self._look)
            self._labels.append(made)
            self._rows.addWidget(made)
        for at, shown in enumerate(self._labels):
            shown.setVisible(at < len(lines))
            shown.setText(plain(lines[at]) if at < len(lines) else "")
        self.setVisible(bool(lines))
