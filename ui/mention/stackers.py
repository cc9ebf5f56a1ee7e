"""Small windows for stacks: which member is another story, and which mention tells the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from listener.mention import MentionKey, Row
from ui import words
from ui.parts.labels import label
from ui.parts.listdialog import ListDialog
from ui.parts.wholelines import WholeLines
from ui.tongue import tr

PAUSE = 150  # ms of not typing after which is searched
TOLD = 160  # characters of a mention in a list
SHOWN = 60


class RowList(QListWidget):
    """Mentions as lines: when, where, the first words."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setItemDelegate(WholeLines(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows these and no others; the first is chosen."""
        self.clear()
        now = datetime.now(UTC)
        for row in rows:
            item = QListWidgetItem(told(row, now))
            item.setData(Qt.ItemDataRole.UserRole, row)
            self.addItem(item)
        self.setCurrentRow(0)

    def chosen(self) -> Row | None:
        """The one that was chosen."""
        item = self.currentItem()
        row = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return row if isinstance(row, Row) else None


class _Chooser(ListDialog):
    list: RowList

    def __init__(self, title: str, about: str, do: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.rows = QVBoxLayout(self)
        self.rows.addWidget(label(title, "title"))
        self.rows.addWidget(label(about, "soft"))
        self.list = RowList(tr("Mentions"))
        self.list.itemDoubleClicked.connect(self.accept)  # Return presses the button
        self.buttons = QDialogButtonBox()
        self.go = self.buttons.addButton(do, QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setProperty("kind", "primary")
        self.buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)


class SplitChooser(_Chooser):
    """The members of a stack, the one that is read first."""

    def __init__(self, row: Row, others: Sequence[Row], parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Which one is another story?"),
            tr("It stands alone from now on, and what is heard later joins it no more by itself."),
            tr("Take it out"),
            parent,
        )
        self.rows.addWidget(self.list, 1)
        self.rows.addWidget(self.buttons)
        self.list.show_rows([row, *others])
        self.list.setFocus()

    def chosen(self) -> MentionKey | None:
        """The mention to take out."""
        row = self.list.chosen()
        return None if row is None else row.key


class JoinChooser(_Chooser):
    """Mentions that may tell the same: those most like it, or what a search finds."""

    sought = Signal(str)
    """What is searched for; "" wants those most like it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Which one tells the same story?"),
            tr("Both stacks become one. Nothing is lost: each can be taken out again."),
            tr("Join"),
            parent,
        )
        self.search = _Search(self.list)
        self._state = label("", "soft")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(lambda: self.sought.emit(self.search.text()))
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.rows.addWidget(self.search)
        self.rows.addWidget(self._state)
        self.rows.addWidget(self.list, 1)
        self.rows.addWidget(self.buttons)
        self.go.setEnabled(False)
        self.search.setFocus()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows what was found."""
        self.list.show_rows(rows)
        self.go.setEnabled(bool(rows))
        if self.search.text().strip():
            said = (
                tr("{counted} found.", counted=words.count(len(rows), "mention"))
                if rows
                else tr("Nothing found.")
            )
        else:
            said = (
                tr("The most alike in this list come first.")
                if rows
                else (tr("Nothing else stands in this list. Search finds mentions in all lists."))
            )
        self._state.setText(said)

    def say_fault(self, why: str) -> None:
        """The search was not understood, or could not be read."""
        self.list.clear()
        self.go.setEnabled(False)
        self._state.setText(words.plain(why))

    def chosen(self) -> Row | None:
        """The mention whose stack is joined."""
        return self.list.chosen()

    def accept(self) -> None:
        if self.chosen() is not None:
            super().accept()


class _Search(QLineEdit):
    """A field whose arrows up and down move in the list below it."""

    def __init__(self, below: QListWidget) -> None:
        super().__init__()
        self._below = below
        self.setAccessibleName(tr("Search for the mention that tells the same"))
        self.setPlaceholderText(tr("Search in all lists"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            last = self._below.count() - 1
            self._below.setCurrentRow(min(max(self._below.currentRow() + step, 0), last))


def told(row: Row, now: datetime) -> str:
    """A mention as two lines: when and where, and its first words."""
    at = words.short_when(row.published or row.heard, now)
    size = tr(" · {stack_size} like this", stack_size=row.stack_size) if row.stack_size > 1 else ""
    done = tr(" · done") if row.decided else ""
    said = words.line(row.snippet or row.title)[:TOLD]
    return f"{at} · {words.line(row.source)}{size}{done}\n{said}"


_WORD = re.compile(r"\w{4,}")


def likest(row: Row, others: Sequence[Row]) -> list[Row]:
    """Those that share the most words with a mention first; of equals the same service first."""
    mine = _words(row)
    ranked = sorted(
        enumerate(others),
        key=lambda p: (-len(mine & _words(p[1])), p[1].category != row.category, p[0]),
    )
    return [other for _, other in ranked][:SHOWN]


def _words(row: Row) -> set[str]:
    return set(_WORD.findall(f"{row.title} {row.snippet}".casefold()))
