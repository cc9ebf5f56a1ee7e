"""What an officer does about a possible danger: raise, look, ring, hand over, hold, let out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from listener.commands import Command, MakeUrgent, NoteUrgent
from listener.mention import Detail, MentionKey
from ui.bridge import Bridge
from ui.mention.pane import Pane
from ui.mention.subject import is_urgent
from ui.queue.card import Card
from ui.tongue import tr
from ui.urgent import contacts, ways
from ui.urgent.given import Given

if TYPE_CHECKING:
    from ui.verbs import Verbs

AT_ONCE = 20  # Urgent is for what needs a person now: more at once would bury the one that does


class Urgency(QObject):
    """Stands beside Verbs, which knows what is chosen and where the list goes on."""

    def __init__(self, bridge: Bridge, pane: Pane, verbs: Verbs, window: QWidget) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._pane = pane
        self._verbs = verbs
        self._window = window
        self._doing: dict[str, Callable[[], None]] = {
            "look": self.look, "rang": self.rang, "give": self.give, "hold": self.hold,
            "contacts": self.contacts, "reply": self.reply, "silence": self.silence,
        }  # fmt: skip
        pane.urgent.asked.connect(lambda verb: self._doing[verb]())

    def urgent(self) -> None:
        """Makes what is chosen urgent; what is urgent already is passed on."""
        cards = self._verbs.chosen()
        calm = tuple(c.key for c in cards if not is_urgent(c))
        if cards and not calm:
            self.pass_on(cards)
        elif len(calm) > AT_ONCE:
            said = tr("Urgent is for single mentions: choose at most {at_once}.", at_once=AT_ONCE)
            self._verbs.said.emit(said, False, False)
        elif calm:
            many = "" if len(calm) == 1 else tr(" ({calm} mentions)", calm=len(calm))
            said = tr(
                "Made urgent{many}: it stands in Urgent until it is passed on or read", many=many
            )
            self._ask(MakeUrgent(calm, self._verbs.officer), said)

    def pass_on(self, cards: tuple[Card, ...]) -> None:
        """Asks whom it was passed on to, how and when."""
        form = ways.PassedOn(datetime.now(UTC), self._pane.urgent.numbers(), self._window)
        keys = tuple(c.key for c in cards)
        self._open(
            form,
            lambda: self._verbs.let_go(
                keys,
                form.command(keys, self._verbs.officer),
                tr("Passed on; kept on hold for review"),
            ),
        )

    def safe(self) -> None:
        """Read, nobody at risk: for what is urgent among the chosen."""
        cards = self._verbs.chosen()
        if cards and all(is_urgent(c) for c in cards):
            self.nobody_at_risk(cards)

    def nobody_at_risk(self, cards: tuple[Card, ...]) -> None:
        """Asks who says so, why, and what becomes of it."""
        form = ways.NobodyAtRisk(self._verbs.officer, calm_guess(cards[0]), self._window)
        keys = tuple(c.key for c in cards)
        service = self._verbs.service_of(cards[0]) if len(cards) == 1 else ""
        self._open(
            form,
            lambda: self._verbs.let_go(
                keys, form.command(keys, service), tr("Read, nobody at risk")
            ),
        )

    def look(self) -> None:
        """I am looking at it: stops the alarm; the mention stays."""
        keys = tuple(c.key for c in self._verbs.chosen() if is_urgent(c))
        if not keys:
            self._verbs.said.emit(tr("Only a possible danger has an alarm to stop."), False, False)
            return
        said = tr("You are looking at it: the alarm is quiet, the mention stays")
        self._ask(NoteUrgent(keys, "looking", "", self._verbs.officer), said)

    def rang(self) -> None:
        """Whom you rang and what they said."""
        detail = self._shown()
        if detail is not None:
            form = ways.Rang(self._pane.urgent.numbers(), self._window)
            keys = (detail.row.key,)
            self._open(
                form,
                lambda: self._ask(
                    form.command(keys, self._verbs.officer), tr("Kept whom you rang")
                ),
            )

    def give(self) -> None:
        """Copies the exact words for an emergency service, and logs whom it was given to."""
        detail = self._shown()
        if detail is not None:
            form, key = ways.Give(self._verbs.officer, self._window), detail.row.key
            self._open(
                form,
                lambda: self._bridge.ask(form.command(key), self._given, self._failed),
            )

    def _given(self, text: str) -> None:
        QApplication.clipboard().setText(text)
        self._verbs.said.emit(tr("Copied for the emergency service, and logged."), False, False)
        self._open(Given(text, self._window), lambda: None)

    def hold(self) -> None:
        """Puts the mention shown on hold; or holds on, or ends the hold."""
        detail = self._shown()
        if detail is not None:
            held = detail.urgent.hold if detail.urgent else None
            form = ways.Holding(held, datetime.now(UTC), self._window)
            keys = (detail.row.key,)
            self._open(form, lambda: self._ask(form.command(keys, self._verbs.officer), tr("Kept")))

    def contacts(self) -> None:
        """The council's duty contacts, to look at and fill in."""
        contacts.open_contacts(self._bridge, self._window)

    def reply(self) -> None:
        """Copies the approved reply, opens the original, and keeps that it was copied."""
        detail, reply = self._shown(), self._pane.urgent.reply.reply
        if detail is not None and reply is not None:
            QApplication.clipboard().setText(reply.text)
            self._note(detail.row.key, "replied", tr("Copied: paste it under the original"))
            self._verbs.browse()

    def silence(self) -> None:
        """Keeps that no reply was chosen, and by whom."""
        detail = self._shown()
        if detail is not None:
            self._note(detail.row.key, "silence", tr("Kept: silence was chosen"))

    def _note(self, key: MentionKey, kind: str, said: str) -> None:
        self._ask(NoteUrgent((key,), kind, "", self._verbs.officer), said)

    def _shown(self) -> Detail | None:
        """The mention shown, where it is the one that the list is at."""
        detail, cards = self._pane.detail, self._verbs.chosen()
        return detail if detail and any(c.key == detail.row.key for c in cards) else None

    def _ask(self, command: Command, said: str) -> None:
        self._bridge.ask(
            command, lambda _: self._verbs.said.emit(f"{said}.", True, False), self._failed
        )

    def _failed(self, why: str) -> None:
        self._verbs.said.emit(why, False, True)

    def _open(self, dialog: QDialog, done: Callable[[], None]) -> None:
        dialog.accepted.connect(done)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def calm_guess(card: Card) -> str:
    """What a mention would be, danger apart: to the service where one was recognised."""
    guess = card.row.outcome or card.row.guess
    if guess != "urgent":
        return guess
    return "forward" if card.row.category else "no_reply"
