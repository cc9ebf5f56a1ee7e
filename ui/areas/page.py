"""The page of areas and people: who is told, what waits for whom, and how well it works."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QScrollArea, QVBoxLayout, QWidget

from listener.commands import ExportContacts, ImportContacts, SetArea, Undo
from listener.handoff import AreaContact, AreaState, ContactsRead, Handoff, Misroute
from listener.mention import HistoryLine
from ui import words
from ui.areas.card import AreaCard, told_words
from ui.areas.form import ContactForm
from ui.areas.testing import Testing
from ui.bridge import Bridge
from ui.doors import ReaderDoor
from ui.house.table import WordsModel, WordsTable
from ui.mention.actions import UndoBar
from ui.parts.buttons import KeyButton
from ui.parts.flow import Flow
from ui.parts.labels import label
from ui.parts.lines import Lines
from ui.parts.scrolling import scrolling
from ui.tongue import said_later, tr
from ui.works.dialog import WorksDialog

HEADINGS = said_later(("Area", "Waits", "How it stands", "Who is told"))
FAULTS_SHOWN = 8
BESIDE_FROM = 120  # characters of width from which the card stands beside the table
_TABLES = "Tables (*.csv *.tsv *.txt);;All files (*)"


@dataclass(frozen=True, slots=True)
class _More:
    """What is read of one area when it is chosen."""

    waiting: tuple[Handoff, ...]
    log: tuple[HistoryLine, ...]
    misroutes: tuple[Misroute, ...]


class AreasPage(QScrollArea):
    """Reads through its bridge; every change can be taken back."""

    sought = Signal(str)
    """A search that finds the posts of an area."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._states: tuple[AreaState, ...] = ()
        self._shown = ""
        self.model = WordsModel(tuple(tr(h) for h in HEADINGS))
        self.table = WordsTable(tr("Areas"), self.model, (5, 2, 4, 6), lines=9)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._at_row())
        self.table.doubleClicked.connect(lambda _: self.change())
        self.card = AreaCard()
        self.card.change.connect(self.change)
        self.card.look.connect(self._look)
        self.card.test.connect(self._test)
        self.bar = UndoBar()
        self.testing = Testing(bridge, lambda text, fault: self.bar.say(text, False, fault))
        self.bar.undo.connect(self._undo)
        self._faults = Lines("fault")
        self._summary = label("", "soft")
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = Flow(gap=8)
        presses: tuple[tuple[str, Callable[[], None]], ...] = (
            (tr("Known works and events…"), self.show_works),
            (tr("Bring in a file…"), self._choose),
            (tr("Write a file…"), self._choose_target),
        )
        for text, press in presses:
            button = KeyButton(text)
            button.clicked.connect(press)
            buttons.addWidget(button)
        self._columns.setSpacing(16)
        self._columns.addWidget(self.table, 3)
        self._columns.addWidget(self.card, 2)
        inside = QWidget()
        scrolling(inside, self)
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(24, 20, 24, 20)
        rows.setSpacing(12)
        rows.addWidget(label(tr("Areas and people"), "page"))
        rows.addWidget(self._summary)
        rows.addLayout(buttons)
        rows.addWidget(self.bar)
        rows.addWidget(self._faults)
        rows.addLayout(self._columns, 1)
        self._faults.show_lines([])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.viewport().width() > self.fontMetrics().averageCharWidth() * BESIDE_FROM
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)

    def reload(self) -> None:
        """Reads the areas again."""
        self._bridge.read(lambda r: r.areas(), self._show, self._failed, "areas")

    def step_into(self) -> None:
        """Puts the keyboard into the table."""
        self.table.setFocus()

    def open_area(self, name: str) -> None:
        """Shows an area, once it is read."""
        self._shown = name
        self.reload()

    def state(self) -> AreaState | None:
        """The area that is chosen."""
        row = self.table.at()
        return self._states[row] if 0 <= row < len(self._states) else None

    def change(self) -> None:
        """Asks who is told of the chosen area."""
        state = self.state()
        if state is not None:
            form = ContactForm(state.contact, self.window())
            form.accepted.connect(lambda: self._keep(form.contact()))
            form.finished.connect(form.deleteLater)
            form.open()

    def show_works(self) -> None:
        """Opens the calendar of known works and events."""
        dialog = WorksDialog(self._bridge, self.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def bring(self, path: Path) -> None:
        """Keeps what a table says of contacts, and tells what of it was not understood."""
        self._bridge.ask(ImportContacts(path), self._came, self._failed)

    def write(self, path: Path) -> None:
        """Writes every contact to a file."""
        self._bridge.ask(
            ExportContacts(path),
            lambda many: self.bar.say(
                tr("{counted} written to {path}.", counted=words.count(many, "contact"), path=path)
            ),
            self._failed,
        )

    def _keep(self, contact: AreaContact) -> None:
        said = tr("Kept: who is told of {area}.", area=words.line(contact.area))
        self._bridge.ask(SetArea(contact), lambda _: self._done(said), self._failed)

    def _done(self, said: str) -> None:
        self._faults.show_lines([])
        self.bar.say(said, True)
        self.reload()

    def _came(self, read: ContactsRead) -> None:
        many = words.count(len(read.contacts), "contact")
        self.bar.say(tr("{many} kept.", many=many), bool(read.contacts), not read.contacts)
        told = [
            tr("Line {n}: {why}", n=n, why=words.line(why)) if n else words.line(why)
            for n, why in read.faults
        ]
        more = len(told) - FAULTS_SHOWN
        self._faults.show_lines(
            told[:FAULTS_SHOWN] + ([tr("and {more} more", more=more)] if more > 0 else [])
        )
        self.reload()

    def _undo(self) -> None:
        self._bridge.ask(Undo(), self._undone, self._failed)

    def _undone(self, said: object) -> None:
        self.bar.say(tr("Taken back: {said}", said=words.line(str(said))))
        self.reload()

    def _failed(self, why: str) -> None:
        self.bar.say(why, False, True)

    def _show(self, states: tuple[AreaState, ...]) -> None:
        self._states = states
        self.model.show_rows([_cells(s) for s in states])
        ill = sum(bool(s.health) for s in states)
        waiting = sum(s.waiting for s in states)
        well = tr("all can be told of anything") if not ill else tr("{ill} need a look", ill=ill)
        self._summary.setText(
            tr("{areas}, {well}; {posts} to tell them of.", areas=words.count(len(states), "area"),
               well=well, posts=words.count(waiting, "post"))
        )  # fmt: skip
        names = [s.contact.area for s in states]
        row = names.index(self._shown) if self._shown in names else max(0, self.table.at())
        self.table.choose(row)
        self._at_row()

    def _at_row(self) -> None:
        state = self.state()
        if state is None:
            return
        name, again = state.contact.area, state.contact.area == self._shown
        self._shown = name
        now = datetime.now(UTC)
        self.card.show_state(state, now)
        self._bridge.read(
            lambda r: _more(r, name, now),
            lambda more: self.card.show_more(more.waiting, more.log, more.misroutes, now, again),
            self._failed,
            "area",
        )

    def _look(self) -> None:
        state = self.state()
        if state is not None:
            self.sought.emit('area:"{}"'.format(state.contact.area.replace('"', " ")))

    def _test(self) -> None:
        state = self.state()
        if state is not None:
            self.testing.send(state.contact.addresses)

    def _choose(self) -> None:
        chooser = QFileDialog(self, tr("Bring in who is told of each area"), "", _TABLES)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(lambda name: self.bring(Path(name)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _choose_target(self) -> None:
        chooser = QFileDialog(self, tr("Write a file"), "contacts.csv", _TABLES)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("csv")
        chooser.fileSelected.connect(lambda name: self.write(Path(name)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()


def _more(reader: ReaderDoor, area: str, now: datetime) -> _More:
    standing = reader.handoffs(area, waiting=False)
    waiting = tuple(h for h in standing if not h.told and not h.finished)
    month = now.astimezone(words.LONDON).date()
    misroutes = tuple(m for m in reader.misroutes(month) if m.area == area)
    return _More(waiting, reader.area_log(area), misroutes)


def _cells(state: AreaState) -> tuple[str, ...]:
    """A row: the area, how many wait, how it stands in words, who is told."""
    held = state.counts.get("held", 0)
    waits = [str(state.waiting)] if state.waiting else []
    waits += [tr("{held} held", held=held)] if held else []
    well = tr("another body") if state.contact.body == "other" else tr("well")
    stands = "! " + state.health[0] if state.health else well
    told = words.line(told_words(state.contact))
    return words.line(state.contact.area), ", ".join(waits), stands, told
