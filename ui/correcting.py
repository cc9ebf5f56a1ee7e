"""Puts right what was read off the mention shown: `C`, then the letter of the part."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from listener.commands import Correct
from listener.council import Council
from listener.mention import CHOICES, What
from ui.bridge import Bridge
from ui.keys import PARTS
from ui.mention.choosers import Chooser, PlaceChooser
from ui.mention.pane import Pane
from ui.mention.subject import is_urgent
from ui.mention.where import Elsewhere
from ui.queue.card import Card
from ui.queue.lister import Lister
from ui.tongue import said_later, tr
from ui.verbs import Verbs

TITLES = said_later(
    {"tone": "How does it sound?", "kind": "What kind is it?", "danger": "Is there danger?"}
)


class Correcting(QObject):
    """A menu at the bar, and behind each of its lines a small window to choose in."""

    def __init__(self, bridge: Bridge, lister: Lister, pane: Pane, verbs: Verbs) -> None:
        super().__init__(verbs)
        self._bridge = bridge
        self._list = lister
        self._pane = pane
        self._verbs = verbs
        self.council: Council | None = None

    def menu(self) -> None:
        """Offers the parts, each by its underlined letter; Esc leaves."""
        card = self._list.current()
        if card is None:
            return
        menu = QMenu(self._window())
        menu.setAccessibleName(tr("Correct what was read"))
        for part in PARTS:
            menu.addAction(part.text, partial(self._part(part.what), card))
        menu.setActiveAction(menu.actions()[0])
        button = self._pane.bar.button("correct")
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _part(self, what: What) -> Callable[[Card], None]:
        if what == "service":
            return self._service
        return self._place if what == "place" else partial(self._choose, what)

    def _choose(self, what: What, card: Card) -> None:
        chooser = Chooser(tr(TITLES[what]), CHOICES[what], self._now(what, card), self._window())
        self._open(chooser, lambda: self._chosen(card, what, chooser.chosen()))

    def _service(self, card: Card) -> None:
        services = self.council.services if self.council else ()
        chooser = Elsewhere(services, self._window())
        chooser.setWindowTitle(tr("Correct the service"))

        def pick() -> None:
            if service := chooser.chosen():
                self._ask(card, "service", service.category)

        self._open(chooser, pick)

    def _place(self, card: Card) -> None:
        places = self.council.places if self.council else ()
        chooser = PlaceChooser(places, self._window())
        self._open(chooser, lambda: self._ask(card, "place", chooser.chosen()))

    def _chosen(self, card: Card, what: What, value: str) -> None:
        """No danger is corrected away: who says that nobody is at risk gives name and reason."""
        if what == "danger" and value in ("words", "none") and is_urgent(card):
            self._verbs.urgency.nobody_at_risk((card,))
        else:
            self._ask(card, what, value)

    def _ask(self, card: Card, what: What, value: str) -> None:
        said = tr("Corrected the {what}: {get}.", what=what, get=CHOICES[what].get(value, value))
        self._verbs.remember((card.key,))
        self._bridge.ask(
            Correct(card.key, what, value, self._verbs.officer),
            lambda _: self._verbs.said.emit(said, True, False),
            self._verbs.failed,
        )

    def _now(self, what: What, card: Card) -> str:
        """What it is read as, where the chooser begins."""
        if what == "tone":
            return card.row.tone
        if what == "danger":
            return card.row.grade
        detail = self._pane.detail
        shown = detail is not None and detail.row.key == card.key
        return str(detail.reading.kind.value) if detail is not None and shown else ""

    def _open(self, dialog: QDialog, done: Callable[[], None]) -> None:
        dialog.accepted.connect(done)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _window(self) -> QWidget:
        return self._pane.window()
