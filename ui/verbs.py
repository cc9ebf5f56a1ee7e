"""What an officer does with the chosen mentions: each verb asks the desk for one thing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from itertools import groupby
from typing import Any

from PySide6.QtCore import QObject, QPoint, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QMenu, QMessageBox, QWidget

from listener.commands import AnswerQuestion, Command, Decide, Snooze, Star, Undo
from listener.council import Service
from listener.mention import MentionKey
from rules.flowchart import OUTCOMES
from ui import words
from ui.bridge import Bridge
from ui.mention import dialogs
from ui.mention.pane import Pane
from ui.mention.subject import Subject
from ui.mention.where import Elsewhere
from ui.queue.card import Card
from ui.queue.lister import Lister

NO_REPLIES = ("no_reply", "monitor", "watch", "out_of_scope")
MANY = 20  # above this many at once, the person is asked first


class Verbs(QObject):
    """Stands between list, pane and bridge. The list goes on at once; a fault brings it back."""

    said = Signal(str, bool, bool)
    """A sentence; whether it can be undone; whether it is a fault."""

    def __init__(self, bridge: Bridge, lister: Lister, pane: Pane, window: QWidget) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._list = lister
        self._pane = pane
        self._window = window
        self.officer = ""
        self.services: tuple[Service, ...] = ()
        self.open_address: Callable[[str], None] = _in_browser
        self._last: tuple[MentionKey, ...] = ()

    def suggested(self) -> None:
        """As the chart suggests; urgent ones are passed on, open ones decided by hand."""
        subject = self._subject()
        if subject and subject.urgent:
            self.urgent()
        elif subject and len(subject.cards) == 1 and _guess(subject.cards[0]) == "evaluate":
            self.note()
        elif subject:
            self._decide(subject, _guess)

    def forward(self) -> None:
        """To the service picked."""
        self._decide(self._subject(), lambda _: "forward")

    def no_reply(self) -> None:
        """No reply needed; a suggestion of that sort is kept as it is."""
        self._decide(
            self._subject(), lambda c: _guess(c) if _guess(c) in NO_REPLIES else "no_reply"
        )

    def urgent(self) -> None:
        """Escalated: asks whom it was passed on to."""
        subject = self._subject()
        if subject and not subject.done:
            form = dialogs.PassedOn(self._window)
            self._open(form, lambda: self._send(subject.cards, _always("urgent"), form.note()))

    def safe(self) -> None:
        """Read, nobody at risk: asks who says so, why, and what becomes of it."""
        subject = self._subject()
        if subject is not None and subject.urgent:
            self.nobody_at_risk(subject.cards)

    def nobody_at_risk(self, cards: tuple[Card, ...]) -> None:
        """The same for these cards."""
        form = dialogs.NobodyAtRisk(self.officer, _calm_guess(cards[0]), self._window)
        self._open(
            form,
            lambda: self._send(
                cards,
                _always(form.outcome.currentData()),
                form.note(),
                form.name.text().strip(),
            ),
        )

    def note(self) -> None:
        """A decision of any kind, with a note."""
        subject = self._subject()
        if subject is None or not self._may_close(subject):
            return
        form = dialogs.Noted(_guess(subject.cards[0]), self._window)
        self._open(
            form,
            lambda: self._send(
                subject.closable,
                _always(form.outcome.currentData()),
                form.text.toPlainText().strip(),
            ),
        )

    def snooze(self) -> None:
        """Asks until when, in a menu at the button."""
        subject = self._subject()
        if subject is None or not self._may_close(subject):
            return
        now = datetime.now(UTC)
        menu = QMenu(self._window)
        for text, until in (
            ("&Tomorrow 08:30", dialogs.tomorrow(now)),
            (f"&Monday {words.when(dialogs.monday(now))[4:]}", dialogs.monday(now)),
        ):
            menu.addAction(text, partial(self._snooze, subject, until))
        menu.addAction("A &date…", partial(self._snooze_until, subject))
        menu.setActiveAction(menu.actions()[0])
        button = self._pane.bar.button("snooze")
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def star(self) -> None:
        """Stars what is chosen, or takes the star away."""
        subject = self._subject()
        if subject:
            on = not subject.cards[0].row.starred
            self._ask(Star(subject.keys, on, self.officer), "Starred" if on else "Star taken away")

    def answer(self, yes: bool) -> None:
        """Answers the chart's question about the mention shown."""
        detail = self._pane.detail
        card = self._list.current()
        if detail is None or card is None or detail.row.key != card.key:
            return
        if detail.verdict.asks is None or detail.decision is not None:
            self.said.emit("The flowchart asks nothing about this mention.", False, False)
        elif card.row.view == "urgent":
            self.said.emit(_PASSED_BY, False, False)
        else:
            self._ask(
                AnswerQuestion(card.key, yes, self.officer), f"Answered {'yes' if yes else 'no'}"
            )

    def elsewhere(self) -> None:
        """Chooses another service, by typing."""
        if self._pane.detail is None:
            return
        chooser = Elsewhere(self.services, self._window)

        def pick() -> None:
            if service := chooser.chosen():
                self._pane.where.pick(service)
                self.said.emit(f"To {service.category}. F forwards it there.", False, False)

        self._open(chooser, pick)

    def undo(self) -> None:
        """Takes the last thing back."""
        self._bridge.ask(Undo(self.officer), self._undone, self._not_undone)

    def browse(self) -> None:
        """Opens the original; only http and https."""
        detail = self._pane.detail
        address = detail.heard.url if detail is not None else ""
        if words.true_host(address):
            self.open_address(address)
        elif detail is not None:
            self.said.emit("This mention has no link to open.", False, False)

    def went(self, keys: tuple[MentionKey, ...]) -> None:
        """These were dealt with: the list goes on, and undoing comes back to them."""
        self._list.leave(keys)
        self._last = keys

    def _subject(self) -> Subject | None:
        cards = self._list.table.chosen()
        return Subject(cards) if cards else None

    def _may_close(self, subject: Subject) -> bool:
        if not subject.closable:
            self.said.emit(_PASSED_BY if subject.dangers else _DONE, False, False)
        return bool(subject.closable)

    def _decide(self, subject: Subject | None, outcome: Callable[[Card], str]) -> None:
        if subject is None or not self._may_close(subject):
            return
        cards = subject.closable
        if len(cards) > MANY and not self._sure(len(cards)):
            return
        self._send(cards, outcome, passed_by=subject.dangers)

    def _sure(self, many: int) -> bool:
        box = QMessageBox(self._window)
        box.setText(f"Decide {many} mentions at once?")
        box.setInformativeText("Ctrl+Z takes it back.")
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
        return box.exec() == QMessageBox.StandardButton.Yes

    def _send(
        self,
        cards: tuple[Card, ...],
        outcome: Callable[[Card], str],
        note: str = "",
        by: str = "",
        passed_by: int = 0,
    ) -> None:
        """Asks for one decision for each outcome and service among the cards, and goes on."""

        def what(card: Card) -> tuple[str, str]:
            return outcome(card), self._service(card)

        keys = tuple(c.key for c in cards)
        commands = [
            Decide(tuple(c.key for c in same), name, service, note, by or self.officer)
            for (name, service), same in groupby(sorted(cards, key=what), key=what)
        ]
        said = _done_words(cards, commands, passed_by)
        self._list.leave(keys)
        self._last = keys
        for command in commands:
            self._ask(command, said)

    def _service(self, card: Card) -> str:
        picked = self._pane.service_of(card.key)
        return card.row.category if picked is None else picked

    def _snooze(self, subject: Subject, until: datetime) -> None:
        keys = tuple(c.key for c in subject.closable)
        self._list.leave(keys)
        self._last = keys
        self._ask(Snooze(keys, until, self.officer), f"Snoozed until {words.when(until)}")

    def _snooze_until(self, subject: Subject) -> None:
        form = dialogs.Until(datetime.now(UTC), self._window)
        self._open(form, lambda: self._snooze(subject, form.until()))

    def _open(self, dialog: QDialog, done: Callable[[], None]) -> None:
        dialog.accepted.connect(done)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask(self, command: Command, said: str) -> None:
        self._bridge.ask(command, lambda _: self.said.emit(f"{said}.", True, False), self._failed)

    def _failed(self, why: str) -> None:
        """The list went on before the desk agreed: what was not done comes back."""
        self.said.emit(why, False, True)
        self._list.reload()

    def _not_undone(self, why: str) -> None:
        self.said.emit(why, False, True)

    def _undone(self, said: Any) -> None:
        self.said.emit(f"Taken back: {said}", False, False)
        self._list.reload(self._last[0] if self._last else None)


_PASSED_BY = "A possible danger leaves Urgent only by Passed on (U) or Read, nobody at risk (P)."


_DONE = "This is decided already. Ctrl+Z takes the last decision back."


def _guess(card: Card) -> str:
    return card.row.outcome or card.row.guess


def _calm_guess(card: Card) -> str:
    """What a mention would be, danger apart: to the service where one was recognised."""
    guess = _guess(card)
    if guess != "urgent":
        return guess
    return "forward" if card.row.category else "no_reply"


def _always(outcome: str) -> Callable[[Card], str]:
    return lambda _: outcome


def _done_words(cards: tuple[Card, ...], commands: list[Decide], passed_by: int) -> str:
    outcomes = {c.outcome for c in commands}
    first = commands[0]
    what = OUTCOMES[first.outcome] if len(outcomes) == 1 else "Decided as suggested"
    service = f": {first.service}" if first.outcome == "forward" and first.service else ""
    many = f" ({len(cards)} mentions)" if len(cards) > 1 else ""
    left = f"; {words.count(passed_by, 'possible danger')} passed by" if passed_by > 0 else ""
    return f"{what}{service if len(commands) == 1 else ''}{many}{left}"


def _in_browser(address: str) -> None:
    QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode))
