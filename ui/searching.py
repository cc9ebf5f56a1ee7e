"""Saved searches: keeps the present one, opens, renames, moves and takes away, counts if cheap."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from listener.commands import Command, DropSearch, MoveSearch, SaveSearch
from listener.mention import SavedSearch, Saving
from ui.bridge import Bridge
from ui.doors import ReaderDoor
from ui.head import Head
from ui.mention.dialogs import Form
from ui.parts.savedlist import AT_MOST, SavedList
from ui.queue.lister import Lister
from ui.tongue import tr
from ui.verbs import Verbs

CALM = 5_000  # ms after a change until they are counted again
STALE = 30_000  # ms after which the counts are read again


class Named(Form):
    """Under which name a search is kept."""

    def __init__(self, typed: str, name: str, parent: QWidget | None = None) -> None:
        title = tr("Rename the saved search") if name else tr("Save this search")
        super().__init__(title, tr("It looks for: {typed}", typed=typed), tr("Save"), parent)
        self.name = QLineEdit(name or typed[:60])
        self.name.setMaxLength(60)
        self.name.selectAll()
        self.field(tr("Name in the rail"), self.name)

    def missing(self) -> str:
        return "" if self.name.text().strip() else tr("Please give it a name.")


class Reason(Form):
    """Why a search that seems to be for a person is kept."""

    def __init__(self, person: str, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Saved searches are for topics, not people"),
            tr(
                "This one may be for a person: {person}. Watching what one person "
                "says may need authority under RIPA. Leave it, or say why it is "
                "needed and who agreed: the reason is kept with the search and in "
                "the record.",
                person=person,
            ),
            tr("Save with this reason"),
            parent,
        )
        self.reason = QLineEdit()
        self.field(tr("Why it is needed, and who agreed"), self.reason)

    def missing(self) -> str:
        return "" if self.reason.text().strip() else tr("Please give the reason.")


class Searching(QObject):
    """Stands between search box, list and rail."""

    def __init__(
        self, bridge: Bridge, head: Head, lister: Lister, saved: SavedList, verbs: Verbs
    ) -> None:
        super().__init__(verbs)
        self._bridge = bridge
        self._head = head
        self._list = lister
        self._saved = saved
        self._verbs = verbs
        self._counted = QElapsedTimer()
        self._to_count: list[int] = []
        self._dear: set[int] = set()  # searches that took too long to be counted at every change
        self._calm = QTimer(self, singleShot=True, interval=CALM)
        self._calm.timeout.connect(self._count)
        saved.asked.connect(self.do)
        lister.retyped.connect(head.type)

    def save(self) -> None:
        """Keeps what stands in the search box, under a name."""
        typed = self._head.search.text().strip()
        if not typed:
            self._verbs.said.emit(tr("Type a search first; then it can be saved."), False, False)
            self._head.focus_search()
            return
        self._name(SavedSearch(0, "", typed))

    def do(self, verb: str, key: int) -> None:
        """rename, up, down or drop."""
        search = next((s for s in self._saved.searches if s.key == key), None)
        if search is None:
            return
        by = self._verbs.officer
        if verb == "rename":
            self._name(search)
        elif verb == "drop":
            self._ask(DropSearch(key, by), tr("Saved search {name} taken away", name=search.name))
        else:
            step = -1 if verb == "up" else 1
            moved = (
                tr("Saved search {name} moved up", name=search.name)
                if verb == "up"
                else tr("Saved search {name} moved down", name=search.name)
            )
            self._ask(MoveSearch(key, step, by), moved)

    def show_searches(self, searches: tuple[SavedSearch, ...]) -> None:
        """Shows them in the rail, and counts them where they are others or some time has passed."""
        others = self._saved.show_searches(searches)
        if others or not self._counted.isValid() or self._counted.hasExpired(STALE):
            self._dear.clear()
            self._count()

    def count_again(self) -> None:
        """What waits may be other mentions by now: they are counted when it has calmed down."""
        if self._saved.searches and not self._calm.isActive():
            self._calm.start()

    def _count(self) -> None:
        self._counted.start()
        self._to_count = [s.key for s in self._saved.searches if s.key not in self._dear]
        self._count_next()

    def _count_next(self) -> None:
        """One after the other: whatever an officer asks for waits for one count at the most."""
        searches = {s.key: s for s in self._saved.searches}
        while self._to_count:
            search = searches.get(self._to_count.pop(0))
            if search is not None:
                shown = partial(self._show_waiting, search.key)
                self._bridge.read(partial(_waiting, search.typed), shown, place="waiting")
                return

    def _show_waiting(self, key: int, waiting: int | None) -> None:
        if waiting is None:
            self._dear.add(key)
        if key in self._saved.buttons:
            self._saved.buttons[key].show_waiting(waiting)
        self._count_next()

    def _name(self, search: SavedSearch) -> None:
        form = Named(search.typed, search.name, self._list.window())

        def send() -> None:
            if not search.key:  # under a name that is there already, it takes that one's place
                same = form.name.text().strip().casefold()
                there = [s for s in self._saved.searches if s.name.casefold() == same]
                if there:
                    self._send(SaveSearch(there[0].name, search.typed, self._verbs.officer,
                                          "", there[0].key))  # fmt: skip
                    return
            self._send(SaveSearch(form.name.text(), search.typed, self._verbs.officer,
                                  search.reason if search.key else "", search.key))  # fmt: skip

        self._open(form, send)

    def _send(self, command: SaveSearch) -> None:
        self._bridge.ask(command, partial(self._sent, command), self._failed)

    def _sent(self, command: SaveSearch, made: Saving) -> None:
        if made.saved is not None:
            self._verbs.said.emit(
                tr("Saved search {name} kept.", name=made.saved.name), True, False
            )
            return
        form = Reason(made.person, self._list.window())

        def again() -> None:
            reason = form.reason.text()
            self._send(SaveSearch(command.name, command.typed, command.by, reason, command.key))

        self._open(form, again)

    def _open(self, form: Form, done: Callable[[], None]) -> None:
        form.accepted.connect(done)
        form.finished.connect(form.deleteLater)
        form.open()

    def _ask(self, command: Command, said: str) -> None:
        self._bridge.ask(
            command, lambda _: self._verbs.said.emit(f"{said}.", True, False), self._failed
        )

    def _failed(self, why: str) -> None:
        self._verbs.said.emit(why, False, True)


def _waiting(typed: str, reader: ReaderDoor) -> int | None:
    return reader.waiting(typed, AT_MOST)
