"""The right-hand side: the mention, why, where to, and what to do."""

from __future__ import annotations

from datetime import UTC, datetime
from operator import is_

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from listener.mention import Detail, MentionKey
from rules.replying import Reply
from ui.bridge import Bridge
from ui.doors import AroundDoor, ReaderDoor, Walked
from ui.mention.actions import Actions
from ui.mention.afoot import AfootCard
from ui.mention.nearby import Nearby
from ui.mention.said import Said
from ui.mention.subject import Subject
from ui.mention.went import Went, went, went_lines, works_lines
from ui.mention.where import Where
from ui.mention.why import Why
from ui.parts.scrolling import scrolling
from ui.queue.card import Card
from ui.queue.face import Face
from ui.reply.card import OurReplies, Strip
from ui.tongue import tr
from ui.urgent.card import UrgentCard

BAR_AT_MOST = 0.36  # of the height that the verbs may take from the mention
FOOT_AT_MOST = 0.5  # with the reply that is not known posted
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
        self._chosen: tuple[Card, ...] = ()
        self.afoot = AfootCard(bridge)
        self.said = Said()
        self.why = Why()
        self.where = Where()
        self.bar = Actions()
        self.replies = OurReplies()
        self.nearby = Nearby()
        self.strip = Strip()
        self.shown_replies: tuple[Reply, ...] = ()
        self._walked: Walked = ({}, {})
        self.urgent = UrgentCard()
        self.said.opened.connect(self._show_whys)
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
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(8)
        foot.addWidget(self.strip)
        foot.addWidget(self.bar)
        self._rows.addWidget(self._foot)

    def _scrolling(self) -> QScrollArea:
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        left = (self.afoot, self.said, self.replies, self.nearby)
        for column, cards in ((self._left, left), (self._right, (self.why, self.where))):
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
        self._all.addWidget(self.urgent)
        self._all.addLayout(self._columns, 1)
        return scrolling(inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self._is_wide()
        self._place(self.urgent, self._right, 0, 0, beside)
        self._place(self.nearby, self._left, 3, 2, beside)
        self._fit_columns()
        self.fit_foot()

    def _is_wide(self) -> bool:
        return self.width() > COLUMNS_FROM * max(1, self.fontMetrics().averageCharWidth())

    def _fit_columns(self) -> None:
        """Side by side where both hold something: beside a hidden text there are no reasons."""
        beside = self._is_wide() and not self.said.covered()
        side, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(side if beside else down)
        self._columns.setStretch(0, 1 if beside else 0)  # room that is left over is at the end

    def _place(self, card: QWidget, column: QVBoxLayout, at: int, alone: int, beside: bool) -> None:
        """In two columns what is urgent stands beside the words, and what is near under them.

        In one column whom to ring comes first, and what is near after why and where to. at, alone:
        the place in the column, and in the one column.
        """
        here, there = (column, self._all) if beside else (self._all, column)
        if here.indexOf(card) < 0:
            there.removeWidget(card)
            here.insertWidget(at if beside else alone, card)

    def fit_foot(self) -> None:
        """Below the mention; where that would leave it too little room, at its end, scrolled."""
        wide, high = self.width() - 32, self.height()
        bar, foot = self.bar.heightForWidth(wide), self._foot.heightForWidth(wide)
        here, there = self._rows, self._all
        if bar > BAR_AT_MOST * high or foot > FOOT_AT_MOST * high:
            here, there = there, here
        if here.indexOf(self._foot) < 0:
            there.removeWidget(self._foot)
            here.addWidget(self._foot)

    def look_at(self, card: Card | None, chosen: tuple[Card, ...]) -> None:
        """Reads and shows the card's mention; clears where there is none."""
        self.show_chosen(chosen)
        if card is None:
            self._wanted = None
            self.detail = None
            self.shown_replies = ()
            self.strip.show_elsewhere(())
            self._face.say("")  # the list is empty, and says what that means
            self._pages.setCurrentWidget(self._face)
            self.shown.emit()
            return
        self._wanted = card.key
        self.read_again()

    def show_chosen(self, chosen: tuple[Card, ...]) -> None:
        """What the verbs would be done to; a step in the list tells it twice."""
        if len(chosen) == len(self._chosen) and all(map(is_, chosen, self._chosen)):
            return
        self._chosen = chosen
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

    def _show(self, shown: Shown) -> None:
        detail, around, replies, gone = shown
        if detail.row.key != self._wanted:
            return
        before = self.detail
        again = before is not None and before.row.key == detail.row.key
        # What was picked stays picked, unless the services are others by now: one was corrected.
        same = before is not None and before.reading.services == detail.reading.services
        picked = self.where.picked() if again and same else ""
        self.detail = detail
        self.shown_replies = replies
        now = datetime.now(UTC)
        self.urgent.show_detail(detail, now)
        self.said.show_detail(detail, now)
        self.nearby.show_around(detail, around, now, again)
        self.nearby.works.show_told(works_lines(gone.works), again=again)
        self.where.went.show_lines(went_lines(gone.handoffs, now))
        self.replies.show_replies(replies, now)
        self.strip.show_elsewhere(replies)
        self.why.show_detail(detail)
        self._show_whys()
        self.afoot.show_detail(detail)
        if not picked:
            self.where.show_detail(detail)
        self._pages.setCurrentWidget(self._scroll)
        self.fit_foot()
        if not again:
            self._scroll.verticalScrollBar().setValue(0)
        self._bridge.read(lambda r: r.walked(), self._show_walked, place="walked")
        self.shown.emit()

    def _show_walked(self, walked: Walked) -> None:
        if walked != self._walked:
            self._walked = walked
            self.why.show_ways(*walked)

    def _show_whys(self) -> None:
        """Reasons and what lies around quote words: hidden with a text that may distress."""
        for card in (self.why, self.where, self.nearby):
            card.setVisible(not self.said.covered())
        self._fit_columns()

    def _broken(self, why: str) -> None:
        self.detail = None
        self._face.say(tr("This mention could not be read."), why, tr("Try again"), self.read_again)
        self._pages.setCurrentWidget(self._face)


Shown = tuple[Detail, AroundDoor, tuple[Reply, ...], Went]


def _detail(reader: ReaderDoor, key: MentionKey) -> Shown:
    """All at once: what comes later would push aside what is being read."""
    detail = reader.detail(key)
    return detail, reader.around(key), reader.replies(key), went(reader, detail)
