"""Small windows in which one thing is chosen: from a short list, or a place by typing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from listener.council import NamedPlace
from ui import words
from ui.parts.labels import label
from ui.tongue import tr

SHOWN = 200  # places at once: more are found by typing


class Chooser(QDialog):
    """A short list. A first letter goes to its line (again: to the next), Return chooses it."""

    def __init__(
        self, title: str, choices: Mapping[str, str], now: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        for value, text in choices.items():
            item = QListWidgetItem(text[:1].upper() + text[1:])
            item.setData(Qt.ItemDataRole.UserRole, value)
            self.list.addItem(item)
        self.list.setCurrentRow(list(choices).index(now) if now in choices else 0)
        self.list.itemDoubleClicked.connect(self.accept)  # Return presses the button
        rows = QVBoxLayout(self)
        rows.addWidget(label(title, "title"))
        rows.addWidget(self.list, 1)
        rows.addWidget(_buttons(self))
        self.list.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.doItemsLayout()  # laid out before, it has not the look's line height
        lines = self.list.sizeHintForRow(0) * self.list.count()
        room = self.screen().availableGeometry().height() * 9 // 10
        self.resize(
            max(420, self.width()), min(self.height() - self.list.height() + lines + 8, room)
        )

    def chosen(self) -> str:
        """The value that was chosen."""
        item = self.list.currentItem()
        return "" if item is None else str(item.data(Qt.ItemDataRole.UserRole))


class PlaceChooser(QDialog):
    """The council's places by a part of a name or nickname, or any place as it is typed."""

    def __init__(self, places: Sequence[NamedPlace], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Correct the place"))
        self._places = places
        self.search = _Search(self)
        self.search.setAccessibleName(tr("Part of a place's name, or any place in your own words"))
        self.search.setPlaceholderText(tr("Type a part of a name, or any place"))
        self.search.setMaxLength(100)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Places"))
        self.list.itemDoubleClicked.connect(self.accept)  # Return presses the button
        self.search.textChanged.connect(self._fill)
        rows = QVBoxLayout(self)
        rows.addWidget(label(tr("Which place is it about?"), "title"))
        rows.addWidget(self.search)
        rows.addWidget(self.list, 1)
        rows.addWidget(_buttons(self))
        self.resize(560, 480)
        self._fill("")

    def chosen(self) -> str:
        """The name of the place; "" where nothing is chosen."""
        item = self.list.currentItem()
        return "" if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.doItemsLayout()  # laid out before, it has not the look's line height

    def step(self, by: int) -> None:
        """Moves in the list from the field."""
        self.list.setCurrentRow(min(max(self.list.currentRow() + by, 0), self.list.count() - 1))

    def _fill(self, typed: str) -> None:
        self.list.clear()
        for place in found(self._places, typed)[:SHOWN]:
            ward = f", {words.line(place.ward)}" if place.ward else ""
            self._add(place.name, f"{words.line(place.name)} · {place.kind}{ward}")
        own = " ".join(typed.split())
        if own and own.casefold() not in (p.name.casefold() for p in self._places):
            self._add(own, tr("“{own}”, as typed", own=words.line(own)))
        self.list.setCurrentRow(0)

    def _add(self, name: str, text: str) -> None:
        item = QListWidgetItem(text)
        item.setData(Qt.ItemDataRole.UserRole, name)
        self.list.addItem(item)

    def accept(self) -> None:
        if self.chosen():
            super().accept()


class _Search(QLineEdit):
    """A field whose arrows up and down move in the list below it."""

    def __init__(self, chooser: PlaceChooser) -> None:
        super().__init__()
        self._chooser = chooser

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._chooser.step(step)


def found(places: Sequence[NamedPlace], typed: str) -> list[NamedPlace]:
    """The places whose name or nicknames hold every word typed; names that begin so come first."""
    parts = typed.casefold().split()
    ranked = []
    for at, place in enumerate(places):
        name = place.name.casefold()
        whole = " ".join((name, *place.nicknames)).casefold()
        if all(p in whole for p in parts):
            ranked.append((not name.startswith(" ".join(parts)), at, place))
    return [place for _, _, place in sorted(ranked, key=lambda r: r[:2])]


def _buttons(dialog: QDialog) -> QDialogButtonBox:
    box = QDialogButtonBox()
    go = box.addButton(tr("Correct"), QDialogButtonBox.ButtonRole.AcceptRole)
    go.setProperty("kind", "primary")
    box.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box
