"""The saved searches in the rail: opened like lists, renamed, moved and taken away where they are.

Delete takes one away at once and says that Ctrl+Z brings it back: undo instead of a question.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from listener.mention import SavedSearch
from ui.parts.buttons import RailButton
from ui.parts.labels import heading, tip
from ui.tongue import said_later, tr

MENU = said_later(
    (("rename", "&Rename…"), ("up", "Move &up"), ("down", "Move &down"), ("drop", "&Take away"))
)
WIDEST = 24  # characters of the rail that a saved search takes at most
AT_MOST = 100  # counted; from here on it says 99+


class SavedButton(RailButton):
    """One saved search."""

    asked = Signal(str)
    """rename, up, down or drop."""

    def __init__(self, search: SavedSearch) -> None:
        super().__init__(search.name, "search")
        self.search = search
        self.setAccessibleDescription(
            tr(
                "Looks for {typed}. F2 renames, Alt and arrows move, Delete takes away.",
                typed=search.typed,
            )
        )
        tip(
            self,
            tr("{typed}\nF2 renames, Alt and arrows move, Delete takes away", typed=search.typed),
        )

    def sizeHint(self) -> QSize:
        """A long name is cut: the rail is as wide as its own lists want it."""
        hint = super().sizeHint()
        most = self.fontMetrics().averageCharWidth() * WIDEST
        return QSize(min(hint.width(), most), hint.height())

    def show_waiting(self, waiting: int | None) -> None:
        """How many undecided mentions it finds; None where counting would take long."""
        self.show_count(waiting if waiting is None or waiting < AT_MOST else None)
        if waiting is not None and waiting >= AT_MOST:
            self.show_text("99+")
        if waiting is not None:
            self.setAccessibleName(
                tr("{accessiblename} waiting", accessiblename=self.accessibleName())
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        moves = {Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down"}
        does = {Qt.Key.Key_F2: "rename", Qt.Key.Key_Delete: "drop"}.get(Qt.Key(event.key()))
        if alt and Qt.Key(event.key()) in moves:
            self.asked.emit(moves[Qt.Key(event.key())])
        elif does:
            self.asked.emit(does)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAccessibleName(tr("Saved search {name}", name=self.search.name))
        for verb, text in MENU:
            menu.addAction(tr(text), partial(self.asked.emit, verb))
        menu.aboutToHide.connect(menu.deleteLater)
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        menu.popup(self.mapToGlobal(QPoint(0, self.height())) if by_key else event.globalPos())


class SavedList(QWidget):
    """All of them under their heading; nothing where there are none."""

    opened = Signal(int)
    asked = Signal(str, int)
    """What is wanted (rename, up, down, drop) and the key of the search."""

    def __init__(self) -> None:
        super().__init__()
        self.searches: tuple[SavedSearch, ...] = ()
        self.buttons: dict[int, SavedButton] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 10, 0, 0)
        self._rows.setSpacing(1)
        self._rows.addWidget(heading(tr("Saved searches"), 9))
        self.hide()

    def show_searches(self, searches: Sequence[SavedSearch]) -> bool:
        """Shows these in this order; True where they are others than before."""
        if tuple(searches) == self.searches:
            return False
        held = next((k for k, b in self.buttons.items() if b.hasFocus()), None)
        stood = list(self.buttons).index(held) if held is not None else 0
        for button in self.buttons.values():
            self._rows.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.searches = tuple(searches)
        self.buttons = {s.key: self._made(s) for s in searches}
        self.setVisible(bool(searches))
        if held is not None and searches:
            order = list(self.buttons)
            near = order[min(stood, len(order) - 1)]  # it was taken away: its neighbour has it
            self.buttons[held if held in self.buttons else near].setFocus()
        return True

    def _made(self, search: SavedSearch) -> SavedButton:
        button = SavedButton(search)
        button.clicked.connect(lambda: self.opened.emit(search.key))
        button.asked.connect(lambda verb: self.asked.emit(verb, search.key))
        self._rows.addWidget(button)
        return button
