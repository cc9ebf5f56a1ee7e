"""Answers that wait for an officer: mails, whose it is, what is late, what nobody has read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from listener.handoff import RESPONSES, MailboxState, Overdue, Response, WaitingAnswer
from ui import words
from ui.mention.dialogs import Form
from ui.parts.buttons import KeyButton
from ui.parts.flow import Flow
from ui.parts.labels import label
from ui.parts.listdialog import ListDialog
from ui.parts.wholelines import WholeLines
from ui.tongue import said_later, tr

VERBS = said_later((
    ("accept", "Say what it means…"), ("drop", "It answers nothing"),
    ("place", "Say whose it is…"), ("remind", "Remind them"), ("record", "What they said…"),
    ("read", "I have read it"),
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Waits:
    """Everything that waits: mails, what is nobody's yet, what is late, what nobody has read."""

    mails: tuple[WaitingAnswer, ...] = ()
    unplaced: tuple[Response, ...] = ()
    late: tuple[Overdue, ...] = ()
    unread: tuple[Response, ...] = ()
    mailbox: MailboxState = field(default_factory=MailboxState)

    @property
    def rows(self) -> tuple[WaitingAnswer | Response | Overdue, ...]:
        """In the order in which they are seen to; each once."""
        placing = {r.key for r in self.unplaced}
        unread = tuple(r for r in self.unread if r.key not in placing)
        return (*self.mails, *self.unplaced, *self.late, *unread)


class InboxDialog(ListDialog):
    """Asks for what is done with each; it shows anew what waits then."""

    asked = Signal(str, object)
    """A verb of VERBS, and what it is done with."""

    def __init__(self, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Answers that wait for you"))
        self._now = now
        self._waits = Waits()
        self.list = QListWidget()
        self.list.setAccessibleName(self.windowTitle())
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setItemDelegate(WholeLines(self.list))
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.says = label("", "soft")
        self._buttons: dict[str, KeyButton] = {}
        verbs = Flow(gap=8)
        for verb, text in VERBS:
            button = KeyButton(tr(text))
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, v=verb: self._ask(v))
            self._buttons[verb] = button
            verbs.addWidget(button)
        close = KeyButton(tr("Close"), "Esc")
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        verbs.addWidget(close)
        self.list.currentRowChanged.connect(lambda _: self._show_verbs())
        self.list.itemActivated.connect(lambda _: self._first())
        rows = QVBoxLayout(self)
        rows.setSpacing(8)
        rows.addWidget(label(self.windowTitle(), "title"))
        rows.addWidget(self.list, 1)
        rows.addWidget(self.says)
        rows.addLayout(verbs)

    def show_waits(self, waits: Waits) -> None:
        """Shows what waits now, and how the mailbox stands."""
        row = max(0, self.list.currentRow())
        self._waits = waits
        self.list.clear()
        for one in waits.rows:
            self.list.addItem(QListWidgetItem(self._told(one)))
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self.say(self._mailbox(waits.mailbox))
        self._show_verbs()

    def say(self, text: str) -> None:
        """Says what came of the last one, or how the mailbox stands."""
        self.says.setText(words.plain(text))
        self.says.setVisible(bool(text))

    def button(self, verb: str) -> KeyButton:
        """The button of a verb."""
        return self._buttons[verb]

    def current(self) -> WaitingAnswer | Response | Overdue | None:
        """What is chosen."""
        row = self.list.currentRow()
        return self._waits.rows[row] if 0 <= row < len(self._waits.rows) else None

    def _mailbox(self, state: MailboxState) -> str:
        if state.fault:
            return state.fault
        if not self._waits.rows:
            return tr("Nothing waits for you.")
        if state.read_at is None:
            return ""
        return tr("The mailbox was read {at}.", at=words.ago(state.read_at, self._now))

    def _told(self, one: WaitingAnswer | Response | Overdue) -> str:
        if isinstance(one, WaitingAnswer):
            said = tr("“{said}”", said=words.line(one.said)[:400])
            return "\n".join((tr("✉ {by}, {at}: {why}", by=words.line(one.by),
                                 at=words.when(one.at, self._now), why=words.line(one.why)),
                              said))  # fmt: skip
        if isinstance(one, Overdue):
            return tr("◔ {area}: {subject}", area=one.area, subject=words.line(one.subject)) + (
                f"\n{words.line(one.says)}"
            )
        answer = tr(RESPONSES[one.kind])
        head = tr("{area}, {at}: {answer}", area=one.area, at=words.when(one.at, self._now),
                  answer=answer)  # fmt: skip
        told = " ".join(p for p in (one.whose, one.changed, one.said) if p)
        asks = tr("Nobody has said whose it is.") if one in self._waits.unplaced else ""
        shown = tr("“{said}”", said=words.line(told)[:400]) if told else ""
        return "\n".join(p for p in (f"✎ {head}", asks, shown) if p)

    def _doable(self) -> Sequence[str]:
        one = self.current()
        if isinstance(one, WaitingAnswer):
            return ("accept", "drop")
        if isinstance(one, Overdue):
            return ("remind", "record") if one.step in ("remind", "deputy") else ("record",)
        if isinstance(one, Response):
            return ("place",) if one in self._waits.unplaced else ("read",)
        return ()

    def _show_verbs(self) -> None:
        doable = self._doable()
        for verb, button in self._buttons.items():
            button.setVisible(verb in doable)

    def _first(self) -> None:
        doable = self._doable()
        if doable:
            self._ask(doable[0])

    def _ask(self, verb: str) -> None:
        one = self.current()
        if one is not None:
            self.asked.emit(verb, one)


class PlaceForm(Form):
    """Whose it is that was not for a service."""

    def __init__(self, of: Response, areas: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Whose is it?"),
            tr("{area} said: not for us. “{said}”", area=of.area,
               said=words.plain(" ".join(p for p in (of.whose, of.said) if p))),
            tr("Send it there"),
            parent,
        )  # fmt: skip
        self.area = QComboBox()
        self.area.addItems([a for a in areas if a != of.area])
        self.field(tr("Service area or other body"), self.area)
