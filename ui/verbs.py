"""What an officer does with the chosen mentions: each verb asks the desk for one thing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from listener.commands import AnswerQuestion, Command, Decide, DecideAll, Star, Undo
from listener.council import Service
from listener.mention import Decision, MentionKey
from ui import words
from ui.bridge import Bridge
from ui.mention.pane import Pane
from ui.mention.subject import Subject
from ui.mention.where import Elsewhere
from ui.parts.asking import confirm
from ui.queue.card import Card
from ui.queue.lister import Lister
from ui.tongue import said_later, tr
from ui.urgent.verbs import Urgency

NO_REPLIES = ("no_reply", "monitor", "watch", "out_of_scope")
MANY = 20  # above this many at once, the person is asked first


Allowed = Callable[
    [tuple[Card, ...], Callable[[Card], str], Callable[[tuple[Card, ...], int], None]], None
]
"""Goes on with those cards whose outcome is not held back, and with how many are."""


SecondReader = Callable[[Sequence[Decide], Sequence[Card], Callable[[str], None]], None]
"""Goes on with who read it besides, where one of the decisions needs that; "" where nobody."""


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
        self.sensitive: tuple[str, ...] = ()  # areas
        self.open_address: Callable[[str], None] = _in_browser
        self.urgency = Urgency(bridge, pane, self, window)
        self.decide_by_hand: Callable[[], None] = lambda: None
        self.allowed: Allowed = lambda cards, _, go: go(cards, 0)
        self.second_reader: SecondReader = lambda _, cards, go: go("")
        self.show_again: Callable[[MentionKey | None], None] = lister.reload
        self._done: list[tuple[MentionKey, ...]] = []

    def suggested(self) -> None:
        """As the chart suggests; urgent ones are passed on, open ones decided by hand."""
        subject = self._subject()
        if subject and subject.urgent:
            self.urgency.pass_on(subject.cards)
        elif subject and len(subject.cards) == 1 and _guess(subject.cards[0]) == "evaluate":
            self.decide_by_hand()
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

    def star(self) -> None:
        """Stars what is chosen, or takes the star away."""
        subject = self._subject()
        if subject:
            on = not subject.cards[0].row.starred
            self.remember(subject.keys)
            self._ask(
                Star(subject.keys, on, self.officer), tr("Starred") if on else tr("Star taken away")
            )

    def answer(self, yes: bool) -> None:
        """Answers the chart's question about the mention shown."""
        detail = self._pane.detail
        card = self._list.current()
        if detail is None or card is None or detail.row.key != card.key:
            return
        if detail.verdict.asks is None or detail.decision is not None:
            self.said.emit(tr("The flowchart asks nothing about this mention."), False, False)
        elif card.row.view == "urgent":
            self.said.emit(tr(_PASSED_BY), False, False)
        else:
            self.remember((card.key,))
            self._ask(
                AnswerQuestion(card.key, yes, self.officer),
                tr("Answered {value}", value=tr("yes") if yes else tr("no")),
            )

    def elsewhere(self) -> None:
        """Chooses another service, by typing."""
        if self._pane.detail is None:
            return
        chooser = Elsewhere(self.services, self._window)

        def pick() -> None:
            decided = self._pane.detail.decision if self._pane.detail else None
            if (service := chooser.chosen()) and decided is not None:
                self._move(service, decided)
            elif service:
                self._pane.where.pick(service)
                self.said.emit(
                    tr("To {category}. F forwards it there.", category=service.category),
                    False,
                    False,
                )

        self._open(chooser, pick)

    def _move(self, service: Service, decided: Decision) -> None:
        """What is decided stands; the service that hears of it is another one from now on."""
        card = self._list.current()
        if card is not None:
            self.remember((card.key,))
            said = tr("Moved to {category}", category=service.category)
            note = tr("moved")
            self._ask(
                Decide((card.key,), decided.outcome, service.category, note, self.officer), said
            )

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
            self.said.emit(tr("This mention has no link to open."), False, False)

    def went(self, keys: tuple[MentionKey, ...]) -> None:
        """These were dealt with: the list goes on, and undoing comes back to them."""
        self._list.leave(keys)
        self.remember(keys)

    def chosen(self) -> tuple[Card, ...]:
        """What the verbs are about to be done to."""
        return self._list.table.chosen()

    def let_go(self, keys: tuple[MentionKey, ...], command: Command, said: str) -> None:
        """Asks for one thing that takes mentions off the list, and goes on to the next."""
        self._list.leave(keys)
        self.remember(keys)
        self._ask(command, said)

    def service_of(self, card: Card) -> str:
        """The service picked for a mention, else the one that was read."""
        return self._service(card)

    def _subject(self) -> Subject | None:
        cards = self._list.table.chosen()
        return Subject(cards) if cards else None

    def may_close(self, subject: Subject) -> bool:
        """Whether an ordinary verb may close any of them; says why where none may be."""
        if not subject.closable:
            self.said.emit(tr(_PASSED_BY) if subject.dangers else tr(_DONE), False, False)
        return bool(subject.closable)

    def _decide(
        self, subject: Subject | None, outcome: Callable[[Card], str], note: str = ""
    ) -> None:
        """Decides what may be closed, unless publicity is held."""
        if subject is None or not self.may_close(subject):
            return

        def go(cards: tuple[Card, ...], held_back: int) -> None:
            def send() -> None:
                self._send(cards, outcome, note, passed_by=subject.dangers, held_back=held_back)

            if len(cards) > MANY:
                text = tr("Decide {many:,} mentions at once?", many=len(cards))
                confirm(self._window, text, tr("Ctrl+Z takes it back."), send)
            else:
                send()

        self.allowed(subject.closable, outcome, go)

    def decide_with(self, subject: Subject, outcome: str, note: str) -> None:
        """One outcome, with a note."""
        self._decide(subject, _always(outcome), note=note)

    def remember(self, keys: tuple[MentionKey, ...]) -> None:
        """What is done now is done to these: taking it back leads to them again."""
        self._done.append(keys)

    def _send(
        self,
        cards: tuple[Card, ...],
        outcome: Callable[[Card], str],
        note: str = "",
        by: str = "",
        passed_by: int = 0,
        held_back: int = 0,
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
        if held_back:
            held = words.count(held_back, "mention")
            said += tr("; {counted} held back, as publicity is", counted=held)

        def go(second: str) -> None:
            asked = tuple(replace(c, second=second) for c in commands)
            self._list.leave(keys)
            self.remember(keys)
            self._ask(asked[0] if len(asked) == 1 else DecideAll(asked), said)

        self.second_reader(commands, cards, go)

    def _service(self, card: Card) -> str:
        picked = self._pane.service_of(card.key)
        return card.row.category if picked is None else picked

    def _open(self, dialog: QDialog, done: Callable[[], None]) -> None:
        dialog.accepted.connect(done)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask(self, command: Command, said: str) -> None:
        self._bridge.ask(command, lambda _: self.said.emit(f"{said}.", True, False), self.failed)

    def failed(self, why: str) -> None:
        """The list went on before the desk agreed: what was not done comes back."""
        if self._done:
            self._done.pop()
        self.said.emit(why, False, True)
        self._list.reload()

    def _not_undone(self, why: str) -> None:
        self.said.emit(why, False, True)

    def _undone(self, said: Any) -> None:
        """Says what was taken back, and goes to it; the button takes the next thing back."""
        self.said.emit(tr("Taken back: {said}", said=said), True, False)
        keys = self._done.pop() if self._done else ()
        self.show_again(keys[0] if keys else None)


_PASSED_BY = said_later(
    "A possible danger leaves Urgent only by Passed on (U) or Read, nobody at risk (P)."
)


_DONE = said_later("This is decided already. Ctrl+Z takes the last decision back.")


def _guess(card: Card) -> str:
    return card.row.outcome or card.row.guess


def _always(outcome: str) -> Callable[[Card], str]:
    return lambda _: outcome


def _done_words(cards: tuple[Card, ...], commands: list[Decide], passed_by: int) -> str:
    outcomes = {c.outcome for c in commands}
    first = commands[0]
    if len(outcomes) > 1:
        what = tr("Decided as suggested")
    elif first.outcome == "forward" and first.service and len(commands) == 1:
        what = tr("Decided: forward to {service}", service=first.service)
    else:
        what = words.decided(first.outcome)
    many = tr(" ({cards} mentions)", cards=len(cards)) if len(cards) > 1 else ""
    left = (
        tr("; {counted} passed by", counted=words.count(passed_by, "possible danger"))
        if passed_by > 0
        else ""
    )
    return f"{what}{many}{left}"


def _in_browser(address: str) -> None:
    QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode))
