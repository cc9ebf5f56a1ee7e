"""What the verbs beside deciding share: the chosen cards, asking the desk, saying what came."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QDialog, QMenu, QMessageBox, QWidget

from listener.commands import Command
from listener.mention import Detail, MentionKey
from ui import words
from ui.bridge import Bridge
from ui.mention.pane import Pane
from ui.mention.subject import Subject
from ui.parts.asking import confirm
from ui.queue.card import Card
from ui.queue.lister import Lister
from ui.tongue import tr
from ui.verbs import MANY, Verbs


class Doing(QObject):
    """Stands beside Verbs; both speak through the same bar."""

    def __init__(self, bridge: Bridge, lister: Lister, pane: Pane, verbs: Verbs) -> None:
        super().__init__(verbs)
        self.bridge = bridge
        self.list = lister
        self.pane = pane
        self.verbs = verbs

    @property
    def window(self) -> QWidget:
        """The window over which dialogs open."""
        return self.pane.window()

    @property
    def officer(self) -> str:
        """Who does it."""
        return self.verbs.officer

    def subject(self) -> Subject | None:
        """The chosen cards."""
        cards = self.list.table.chosen()
        return Subject(cards) if cards else None

    def shown(self, card: Card) -> Detail | None:
        """Everything about a card, where the pane shows it."""
        detail = self.pane.detail
        return detail if detail is not None and detail.row.key == card.key else None

    def say(self, text: str, fault: bool = False) -> None:
        """A sentence in the bar."""
        self.verbs.said.emit(text, False, fault)

    def ask(
        self, command: Command, said: str, leaving: Sequence[MentionKey] = (), anew: bool = False
    ) -> None:
        """Asks for one verb. leaving: cards that go from the list. anew: the list is read again."""
        if leaving:
            self.list.leave(leaving)

        def done(_: object) -> None:
            self.verbs.said.emit(f"{said}.", True, False)
            if anew:
                self.list.reload()

        self.bridge.ask(command, done, self.verbs.failed)

    def open(self, dialog: QDialog, done: Callable[[], None]) -> None:
        """Opens a dialog; what follows where it is accepted."""
        dialog.accepted.connect(done)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def menu(self, name: str, verb: str, parts: Sequence[tuple[str, Callable[[], None]]]) -> QMenu:
        """A menu over the button of a verb, each line by its underlined letter; Esc leaves."""
        menu = QMenu(self.window)
        menu.setAccessibleName(name)
        for text, do in parts:
            menu.addAction(text, do)
        menu.setActiveAction(menu.actions()[0])
        menu.aboutToHide.connect(menu.deleteLater)
        button = self.pane.bar.button(verb)
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))
        return menu

    def sure(self, many: int, what: str, go: Callable[[], None]) -> None:
        """Goes on at once with a few, and asks first where there are many."""
        if many <= MANY:
            go()
        else:
            text = tr("{what} {counted} at once?", what=what, counted=words.count(many, "mention"))
            self.confirm(text, tr("Ctrl+Z takes it back."), go)

    def confirm(self, text: str, more: str, go: Callable[[], None]) -> QMessageBox:
        """Asks whether to go on."""
        return confirm(self.window, text, more, go)


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)
