"""The middle of the window: one list, what is new since it was shown, and its faces."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from listener.mention import MentionKey, Row, View
from rules.workclock import OFFICE, Office
from ui.bridge import Bridge
from ui.doors import PageDoor, ReaderDoor
from ui.mention.actions import announce
from ui.parts.buttons import KeyButton
from ui.parts.labels import label
from ui.queue.bulk import bulk_words
from ui.queue.card import Card, card_of
from ui.queue.chips import CardPage
from ui.queue.face import Face
from ui.queue.heading import heading_words, narrower_left_out, nothing_found
from ui.queue.model import QueueModel
from ui.queue.table import CardTable
from ui.tongue import tr
from ui.urgent.signs import ORDER
from ui.words import VIEW_WORDS

PAGE = 100
SLOW = 300  # ms after which a list that is still being read says so


class Lister(QWidget):
    """Shows one view or one search. Rows never move by themselves."""

    looked_at = Signal(object)
    """The card that is current now, or None."""
    empty = Signal()
    """The list was read and holds nothing: somebody should say what that means."""
    pressed = Signal(int, str)
    """A chip was pressed: the key of its mention, and what is asked."""
    worked = Signal()
    """What an officer did took the last mention off the list."""
    retyped = Signal(str)
    """Another search is wanted in place of one that found nothing."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.setObjectName("bar")
        self._bridge = bridge
        self.view: View | None = "forward"
        self.search = ""
        self.title = ""  # of a saved search or of the starred
        self.done_today = 0
        self.office = OFFICE
        self._total = 0
        self._over = False
        self._changed = False
        self._round = 0  # a page that was asked for before the list began anew is not shown
        self.model = QueueModel(self._more)
        self.table = CardTable(self.model)
        self.face = Face()
        self.cards = CardPage(self.table)
        self.cards.pressed.connect(self.pressed)
        self._head = label("", "soft")
        self.told = label("", "soft")
        self.bulk = label("", "strong")
        self.about = label(tr(ORDER), "soft")
        self.fresh = KeyButton("", kind="primary")
        self.fresh.clicked.connect(lambda: self.reload())
        self._pages = QStackedWidget()
        self._slow = QTimer(self, singleShot=True, interval=SLOW)
        self._slow.timeout.connect(lambda: self._show_face(tr("Looking …"), tr("Esc goes back.")))
        self.table.moved.connect(lambda: self.looked_at.emit(self.table.current()))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_bulk())
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 14, 10)
        head.addWidget(self._head, 1)
        self._pages.addWidget(self.cards)
        self._pages.addWidget(self.face)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        for said in (self.about, self.told, self.bulk):
            said.setContentsMargins(14, 0, 14, 8)
            said.hide()
            rows.addWidget(said)
        rows.addWidget(self.fresh)
        rows.addWidget(self._pages, 1)
        self.fresh.hide()

    def open(self, view: View | None, search: str = "", title: str = "") -> None:
        """Shows another list from its beginning."""
        self.view, self.search, self.title = view, search, title
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
        self._total, self._over = page.total, page.over
        self.told.setText(page.told)
        self.told.setVisible(bool(page.told))
        now = datetime.now(UTC)
        self.model.start([card_of(r, now, self.office) for r in page.rows], page.next)
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
        self.model.append([card_of(r, now, self.office) for r in page.rows], page.next)

    def _page_failed(self, why: str) -> None:
        self.model.page_failed()
        self._bridge.fault.emit(why)

    def _broken(self, why: str) -> None:
        self._slow.stop()
        self._show_face(tr("This list could not be read."), why, tr("Try again"), self.reload)

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
            if before and going:
                self.worked.emit()

    def refresh(self, rows: Iterable[Row]) -> None:
        """Shows mentions as they are now; those that stand elsewhere leave, but for the current."""
        now = datetime.now(UTC)
        current = self.table.current()
        gone = []
        for row in rows:
            if self.view in (None, row.view) or (current and current.key == row.key):
                self.model.replace(card_of(row, now, self.office))
            elif self.model.where(row.key) >= 0:
                gone.append(row.key)
        if gone:
            self.leave(gone)

    def note_total(self, total: int) -> None:
        """How many stand in this list by now; says so instead of moving rows."""
        if self._slow.isActive() or self.search:
            return
        if not self.model.rowCount() and total:
            self.reload(first=True)
            return
        new = total - self._total
        self.fresh.setVisible(new > 0 or self._changed)
        words = (
            tr("{new:,} new: show them", new=new)
            if new > 0
            else tr("The list changed: show it as it is now")
        )
        self.fresh.setText(words)
        self.fresh.setAccessibleName(words)

    def tell_time(self, now: datetime) -> None:
        """Says the clocks of the rows in sight anew."""
        for at in self.table.in_sight():
            card = self.model.card(at)
            if card is not None and card.clock is not None:
                fresh = card_of(card.row, now, self.office)
                if fresh.clock != card.clock:
                    self.model.replace(fresh)

    def keep_hours(self, office: Office, now: datetime) -> None:
        """From now on the clocks count these working hours."""
        if office != self.office:
            self.office = office
            self.tell_time(now)

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

    def note_done(self, today: int) -> None:
        """How many were decided today, for the heading of what is done."""
        self.done_today = today
        self._head.setText(self.heading())

    def _after_change(self) -> None:
        self._head.setText(self.heading())
        self.about.setVisible(self.view == "urgent" and bool(self.model.rowCount()))
        self.fresh.hide()
        self._show_bulk()
        if self.model.rowCount():
            self._pages.setCurrentWidget(self.cards)
        elif self.search:
            self._show_face(*nothing_found(self.search, self.title))
            if not self.title:
                self._bridge.read(partial(_meant, self.search), self._offer, place="meant")
        else:
            self._show_face(VIEW_WORDS[self.view].empty if self.view else tr("Nothing here."), "")
            self.empty.emit()

    def _offer(self, other: tuple[str, str]) -> None:
        """Offers another search in place of the one that found nothing."""
        searched, instead = other
        if searched == self.search and instead and not self.model.rowCount():
            title, words = nothing_found(self.search)
            press = partial(self.retyped.emit, instead)
            self._show_face(title, words, tr("Search for {instead}", instead=instead), press)

    def heading(self) -> str:
        """How many the list holds, and in which order."""
        return heading_words(
            self.view, self.title or self.search, bool(self.title), self._total, self._over,
            self.done_today,
        )  # fmt: skip

    def _show_bulk(self) -> None:
        several = self.table.several()
        if several:
            shown = self.model.rowCount()
            said = bulk_words(self.table.chosen(), shown, self._total)
            if said != self.bulk.text():
                self.bulk.setText(said)
                announce(self.bulk, said)
        self.bulk.setVisible(several)

    def _show_face(self, title: str, words: str, button: str = "", press: Any = None) -> None:
        self.face.say(title, words, button, press)
        self._pages.setCurrentWidget(self.face)


def _page(view: View | None, search: str, after: Any, reader: ReaderDoor) -> PageDoor:
    return reader.rows(view=view, search=search, limit=PAGE, after=after)


def _meant(search: str, reader: ReaderDoor) -> tuple[str, str]:
    """The search, and what might be looked for in its place."""
    return search, narrower_left_out(search) or reader.meant(search)
