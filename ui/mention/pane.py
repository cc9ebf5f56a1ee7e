"""The right-hand side: the mention, why, where to, and what to do."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from listener.mention import Detail, MentionKey
from ui.bridge import Bridge
from ui.doors import ReaderDoor
from ui.mention.actions import Actions
from ui.mention.afoot import AfootCard
from ui.mention.said import Said
from ui.mention.subject import Subject
from ui.mention.where import Where
from ui.mention.why import Why
from ui.queue.card import Card
from ui.queue.face import Face

BAR_AT_MOST = 0.36  # of the height that the verbs may take from the mention
COLUMNS_FROM = 74  # characters of width from which two cards stand side by side


class Pane(QWidget):
    """Shows the card that the list is at."""

    answered = Signal(bool)
    shown = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.detail: Detail | None = None
        self._wanted: MentionKey | None = None
        self.afoot = AfootCard(bridge)
        self.said = Said()
        self.why = Why()
        self.where = Where()
        self.bar = Actions()
        self.why.answered.connect(self.answered)
        self._face = Face()
        self._pages = QStackedWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._scroll = self._scrolling()
        self._pages.addWidget(self._scroll)
        self._pages.addWidget(self._face)
        self._pages.setCurrentWidget(self._face)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(16, 16, 16, 16)
        self._rows.setSpacing(12)
        self._rows.addWidget(self._pages, 1)
        self._rows.addWidget(self.bar)

    def _scrolling(self) -> QScrollArea:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, cards in ((left, (self.afoot, self.said)), (right, (self.why, self.where))):
            column.setSpacing(16)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self._columns.addLayout(column, 1)
        self._columns.setSpacing(16)
        self._columns.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        self._all = QVBoxLayout(inside)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.setSpacing(16)
        self._all.addLayout(self._columns, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        return area

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() / max(1, self.fontMetrics().averageCharWidth())
        side = QBoxLayout.Direction.LeftToRight
        down = QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(side if wide > COLUMNS_FROM else down)
        self._place_bar()

    def _place_bar(self) -> None:
        """Below the mention; where that would leave it too little room, at its end, scrolled."""
        wanted = self.bar.heightForWidth(self.width() - 32)
        here, there = self._rows, self._all
        if wanted > BAR_AT_MOST * self.height():
            here, there = there, here
        if here.indexOf(self.bar) < 0:
            there.removeWidget(self.bar)
            here.addWidget(self.bar)

    def look_at(self, card: Card | None, chosen: tuple[Card, ...]) -> None:
        """Reads and shows the card's mention; clears where there is none."""
        self.bar.show_subject(Subject(chosen) if chosen else None)
        if card is None:
            self._wanted = None
            self.detail = None
            self._face.say("Nothing is chosen.", "Choose a mention in the list to read it.")
            self._pages.setCurrentWidget(self._face)
            self.shown.emit()
            return
        self._wanted = card.key
        self.read_again()

    def show_chosen(self, chosen: tuple[Card, ...]) -> None:
        """What the verbs would be done to."""
        self.bar.show_subject(Subject(chosen) if chosen else None)

    def read_again(self) -> None:
        """Shows the same mention as it is kept now."""
        key = self._wanted
        if key is not None:
            self._bridge.read(lambda r: _detail(r, key), self._show, self._broken, "detail")

    def service_of(self, key: MentionKey) -> str | None:
        """The category picked for a mention, or None where it is not the one shown."""
        shown = self.detail is not None and self.detail.row.key == key
        return self.where.picked() if shown else None

    def _show(self, detail: Detail) -> None:
        if detail.row.key != self._wanted:
            return
        before = self.detail
        again = before is not None and before.row.key == detail.row.key
        # What was picked stays picked, unless the services are others by now: one was corrected.
        same = before is not None and before.reading.services == detail.reading.services
        picked = self.where.picked() if again and same else ""
        self.detail = detail
        self.said.show_detail(detail, datetime.now(UTC))
        self.why.show_detail(detail)
        self.afoot.show_detail(detail)
        if not picked:
            self.where.show_detail(detail)
        self._pages.setCurrentWidget(self._scroll)
        self._place_bar()
        if not again:
            self._scroll.verticalScrollBar().setValue(0)
        self.shown.emit()

    def _broken(self, why: str) -> None:
        self.detail = None
        self._face.say("This mention could not be read.", why, "Try again", self.read_again)
        self._pages.setCurrentWidget(self._face)


def _detail(reader: ReaderDoor, key: MentionKey) -> Detail:
    return reader.detail(key)
