"""A heading with some lines under it: the first or the last of many, until all are asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.parts.buttons import KeyButton
from ui.parts.labels import heading
from ui.parts.lines import Lines
from ui.tongue import tr


class Fold(QWidget):
    """Hidden where there is nothing. folded: how many lines show before all are asked for."""

    def __init__(self, title: str, folded: int, newest_last: bool = False) -> None:
        super().__init__()
        self._folded = folded
        self._last = newest_last
        self._told: Sequence[str] = ()
        self._open = False
        self._more = ""
        self.heading = heading(title)
        self.lines = Lines()
        self.all = KeyButton("", kind="link")
        self.all.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.all.clicked.connect(self._unfold)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 4, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(self.heading)
        first, second = (self.all, self.lines) if newest_last else (self.lines, self.all)
        rows.addWidget(first)
        rows.addWidget(second)
        self.hide()

    def name(self, title: str) -> None:
        """Another heading."""
        self.heading.setText(title.upper())
        self.heading.setAccessibleName(title)

    def show_told(self, told: Sequence[str], ask: str = "", again: bool = False) -> None:
        """Shows these lines. ask: what the button that shows all says; again: stays unfolded."""
        self._told = told
        self._more = ask or tr("Show all {told}", told=len(told))
        self._open = self._open and again
        self.setVisible(bool(told))
        self._show()

    def _unfold(self) -> None:
        self._open = not self._open
        self._show()

    def _show(self) -> None:
        told, many = self._told, self._folded
        few = told[len(told) - many :] if self._last else told[:many]
        self.lines.show_lines(told if self._open or len(told) <= many else few)
        self.all.setVisible(len(told) > many)
        text = tr("Show fewer") if self._open else self._more
        self.all.setText(text)
        self.all.setAccessibleName(f"{text}: {self.heading.accessibleName()}")
