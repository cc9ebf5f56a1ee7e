"""The middle of the window: one list, what is new since it was shown, and its faces."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from listener.mention import MentionKey, Row, View
from ui.bridge import Bridge
from ui.doors import PageDoor, ReaderDoor
from ui.parts.buttons import KeyButton
from ui.parts.labels import label
from ui.queue.card import Card, card_of
from ui.queue.face import Face
from ui.queue.model import QueueModel
from ui.queue.table import CardTable
from ui.urgent.signs import ORDER
from ui.words import VIEW_WORDS, count

PAGE = 100
SLOW = 300  # ms after which a list that is still being read says so


class Lister(QWidget):
    """Shows one view or one search. Rows never move by themselves."""

    looked_at = Signal(object)
    """The card that is current now, or None."""
    empty = Signal()
    """The list was read and holds nothing: somebody should say what that means."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.setObjectName("bar")
        self._bridge = bridge
        self.view: View | None = "forward"
        self.search = ""
        self._total = 0
        self._changed = False
        self._round = 0  # a page that was asked for before the list began anew is not shown
        self.model = QueueModel(self._more)
        self.table = CardTable(self.model)
        self.face = Face()
        self._head = label("", "soft")
        self.about = label(ORDER, "soft")
        self.about.setContentsMargins(14, 0, 14, 8)
        self.fresh = KeyButton("", kind="primary")
        self.fresh.clicked.connect(lambda: self.reload())
        self._pages = QStackedWidget()
        self._slow = QTimer(self, singleShot=True, interval=SLOW)
        self._slow.timeout.connect(lambda: self._show_face("Looking …", ""))
        self.table.moved.connect(lambda: self.looked_at.emit(self.table.current()))
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 14, 10)
        head.addWidget(self._head, 1)
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.face)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(self.about)
        rows.addWidget(self.fresh)
        rows.addWidget(self._pages, 1)
        self.fresh.hide()

    def open(self, view: View | None, search: str = "") -> None:
        """Shows another list from its beginning."""
        self.view, self.search = view, search
        self.reload(first=True)

    def reload(self, wanted: MentionKey | None = None, first: bool = False) -> None:
        """Reads the list again and stays at the same mention, or goes to `wanted`."""
        current = self.table.current()
        key = wanted if wanted is not None else current.key if current and not first else None
        at = 0 if first else max(0, self.table.currentIndex().row())
        self._slow.start()
        self._round += 1
        self._bridge.read(
            partial(_page, self.view, self.search, None),
            partial(self._begin, key, at),
            self._broken,
            "rows",
        )

    def _begin(self, key: MentionKey | None, at: int, page: PageDoor) -> None:
        self._slow.stop()
        self._changed = False
        self._total = page.total
        now = datetime.now(UTC)
        self.model.start([card_of(r, now) for r in page.rows], page.next)
        self._after_change()
        if self.model.rowCount():
            if key is None or not self.table.go_to(key):
                self.table.go(at)
        else:
            self.looked_at.emit(None)

    def _more(self, cursor: Any) -> None:
        self._bridge.read(
            partial(_page, self.view, self.search, cursor),
            partial(self._append, self._round),
            self._page_failed,
            "more",
        )

    def _append(self, asked_in: int, page: PageDoor) -> None:
        if asked_in != self._round:
            return
        now = datetime.now(UTC)
        self.model.append([card_of(r, now) for r in page.rows], page.next)

    def _page_failed(self, why: str) -> None:
        self.model.page_failed()
        self._bridge.fault.emit(why)

    def _broken(self, why: str) -> None:
        self._slow.stop()
        self._show_face("This list could not be read.", why, "Try again", self.reload)

    def leave(self, keys: Iterable[MentionKey]) -> None:
        """Takes mentions off the list and goes on to the next one."""
        going = tuple(keys)
        at = min((self.model.where(k) for k in going if self.model.where(k) >= 0), default=0)
        before = self.model.rowCount()
        self.model.leave(going)
        self._total = max(0, self._total - (before - self.model.rowCount()))
        self.table.go(at)
        self._after_change()
        self.model.fetchMore()
        if not self.model.rowCount():
            self.looked_at.emit(None)

    def refresh(self, rows: Iterable[Row]) -> None:
        """Shows mentions as they are now; those that stand elsewhere leave, but for the current."""
        now = datetime.now(UTC)
        current = self.table.current()
        gone = []
        for row in rows:
            if self.view in (None, row.view) or (current and current.key == row.key):
                self.model.replace(card_of(row, now))
            elif self.model.where(row.key) >= 0:
                gone.append(row.key)
        if gone:
            self.leave(gone)

    def tick(self, now: datetime) -> None:
        """The clocks of possible dangers move on; nothing else does."""
        shown = (self.model.card(at) for at in range(self.model.rowCount()))
        for card in [c for c in shown if c and c.row.urgent and c.row.urgent.due]:
            fresh = card_of(card.row, now)
            if fresh.chips != card.chips:
                self.model.replace(fresh)

    def note_total(self, total: int) -> None:
        """How many stand in this list by now; says so instead of moving rows."""
        if self._slow.isActive() or self.search:
            return
        if not self.model.rowCount() and total:
            self.reload(first=True)
            return
        new = total - self._total
        self.fresh.setVisible(new > 0 or self._changed)
        words = f"{new:,} new: show them" if new > 0 else "The list changed: show it as it is now"
        self.fresh.setText(words)
        self.fresh.setAccessibleName(words)

    def note_changed(self) -> None:
        """Any mention may stand elsewhere by now."""
        self._changed = True

    def step_into(self) -> None:
        """Gives the list the keyboard."""
        self.table.setFocus()

    def say_empty(self, title: str, words: str) -> None:
        """What an empty list says."""
        if not self.model.rowCount():
            self._show_face(title, words)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.table.fit(self.font())

    def current(self) -> Card | None:
        """The card that is looked at."""
        return self.table.current()

    def _after_change(self) -> None:
        self._head.setText(self._heading())
        self.about.setVisible(self.view == "urgent" and bool(self.model.rowCount()))
        self.fresh.hide()
        if self.model.rowCount():
            self._pages.setCurrentWidget(self.table)
        elif self.search:
            self._show_face(
                f"Nothing found for “{self.search}”.",
                "Space means and, OR means or, -word leaves out, “…” is a phrase; source: area: "
                "place: is:urgent narrow it. Esc goes back to the list.",
            )
        else:
            self._show_face(VIEW_WORDS[self.view].empty if self.view else "Nothing here.", "")
            self.empty.emit()

    def _heading(self) -> str:
        if self.search:
            return f"{self._total:,} found for “{self.search}”"
        what = VIEW_WORDS[self.view].what if self.view else "in all"
        order = "newest first" if self.view == "done" else "sorted by need"
        return f"{count(self._total, 'mention')} {what} · {order}"

    def _show_face(self, title: str, words: str, button: str = "", press: Any = None) -> None:
        self.face.say(title, words, button, press)
        self._pages.setCurrentWidget(self.face)


def _page(view: View | None, search: str, after: Any, reader: ReaderDoor) -> PageDoor:
    return reader.rows(view=view, search=search, limit=PAGE, after=after)
