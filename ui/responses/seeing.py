"""Sees to what waits of the services' answers: one dialog, and what is asked in it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from listener.handoff import Overdue, Response, WaitingAnswer
from ui.bridge import Bridge
from ui.doors import ReaderDoor
from ui.responses.inbox import InboxDialog, PlaceForm, Waits
from ui.responses.responding import Responding, now


class Seeing(QObject):
    """Lives as long as its page."""

    waits = Signal(int)
    """How many things wait, each time that is looked at."""

    def __init__(self, bridge: Bridge, responding: Responding, over: QWidget) -> None:
        super().__init__(over)
        self._bridge = bridge
        self._responding = responding
        self._over = over
        self._shown: InboxDialog | None = None
        responding.said.connect(lambda *_: self.look())
        responding.failed.connect(self._failed)

    def look(self) -> None:
        """Looks what waits; shows it anew where the dialog is open."""
        self._bridge.read(_waits, self._came, self._responding.failed.emit, "answers that wait")

    def open(self) -> None:
        """Opens the dialog."""
        if self._shown is None:
            dialog = self._shown = InboxDialog(now(), self._over.window())
            dialog.asked.connect(self._ask)
            dialog.finished.connect(self._closed)
            dialog.open()
        self.look()

    def _closed(self) -> None:
        if self._shown is not None:
            self._shown.deleteLater()
            self._shown = None

    def _came(self, found: Waits) -> None:
        self.waits.emit(len(found.rows))
        if self._shown is not None:
            self._shown.show_waits(found)

    def _failed(self, why: str) -> None:
        if self._shown is not None:
            self._shown.say(why)

    def _ask(self, verb: str, one: object) -> None:
        does = self._responding
        match one:
            case WaitingAnswer():
                (does.accept if verb == "accept" else does.drop)(one)
            case Overdue() if verb == "remind":
                does.remind(one.digest)
            case Overdue():
                does.record_digest(one.digest, one.subject, one.area)
            case Response() if verb == "place":
                self._bridge.read(_areas, partial(self._place, one), does.failed.emit)
            case Response():
                does.mark_read(one.key)

    def _place(self, answer: Response, areas: tuple[str, ...]) -> None:
        form = PlaceForm(answer, areas, self._shown or self._over.window())
        form.accepted.connect(lambda: self._responding.place(answer, form.area.currentText()))
        form.finished.connect(form.deleteLater)
        form.open()


def _waits(reader: ReaderDoor) -> Waits:
    answers = reader.answers
    unread = tuple(r for r in answers.responses() if not r.read_by)
    return Waits(answers.waiting(), answers.unplaced(), answers.overdue(), unread,
                 answers.mailbox())  # fmt: skip


def _areas(reader: ReaderDoor) -> tuple[str, ...]:
    return tuple(a.contact.area for a in reader.areas())
