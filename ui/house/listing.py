"""A list of the council's, say of places: looked through, changed one by one, or brought in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from listener.commands import ReadTable, WriteTable
from listener.council import TableRead
from ui import words
from ui.bridge import Bridge
from ui.house.entryforms import MemberForm, PlaceForm, ServiceForm
from ui.house.table import WordsModel, WordsTable
from ui.mention.actions import announce
from ui.mention.dialogs import Form
from ui.parts.buttons import KeyButton
from ui.parts.flow import Flow
from ui.parts.labels import label, reworn
from ui.parts.lines import Lines
from ui.queue.face import Face
from ui.tongue import said_later, spoken, tr

FAULTS_SHOWN = 8
Table = Literal["places", "services", "members"]
_TABLES = "Tables (*.csv *.tsv *.txt);;All files (*)"


@spoken("empty", "about")
@dataclass(frozen=True, slots=True)
class Kind:
    """What a list holds: how it is named, shown and written down."""

    which: str  # the council's field
    one: str
    many: str
    headings: tuple[str, ...]
    shares: tuple[int, ...]
    cells: Callable[[Any], tuple[str, ...]]
    form: Callable[[Any, QWidget], Any]
    empty: str
    about: str
    table: Table | None = None  # as what it is brought in and written, where that is offered


PLACES = Kind(
    "places", "place", "places", said_later(("Place", "Kind", "Ward", "Nicknames")), (4, 2, 3, 5),
    lambda p: (p.name, p.kind, p.ward, ", ".join(p.nicknames)), PlaceForm,
    "Without places no mention can be put on a street.",
    "A table with a heading: name, and if you have them kind, nicknames (| between), ward. A list "
    "of street names from your gazetteer will do.", "places",
)  # fmt: skip
SERVICES = Kind(
    "services", "service", "services", said_later(("Service", "Area", "Whose", "Phrases")),
    (4, 3, 2, 6),
    lambda s: (s.category, s.area, tr("ours") if s.ours else s.tier.partition(":")[2].strip()
               or tr("another's"), ", ".join(s.phrases)), ServiceForm,
    "Without services nothing can be forwarded.",
    "A table with the columns service_area, category, tier and typical_phrases (| between).",
    "services",
)  # fmt: skip
MEMBERS = Kind(
    "members", "member", "members", said_later(("Member", "Handles", "Party")), (4, 4, 4),
    lambda m: (m.name, ", ".join(m.handles), m.party), MemberForm,
    "Without members, what they say is taken for what residents say.",
    "A table with a heading (name, handle, party), or a pasted list with one member on each line: "
    "name, handle, party.", "members",
)  # fmt: skip


class Listing(QWidget):
    """Shows the entries; says what somebody wants them to be."""

    changed = Signal(object, str)
    """The entries as they should be (a tuple), and a sentence about it."""

    def __init__(self, bridge: Bridge, kind: Kind) -> None:
        super().__init__()
        self._bridge = bridge
        self.kind = kind
        self._entries: tuple[Any, ...] = ()
        self._shown: list[int] = []
        self._read: TableRead | None = None
        self.seek = QLineEdit()
        self.seek.setPlaceholderText(tr("Find a {one}", one=kind.one))
        self.seek.setAccessibleName(tr("Find a {one}", one=kind.one))
        self.seek.setAccessibleDescription(" ")  # left empty, the same words are read twice
        self.seek.setClearButtonEnabled(True)
        self.seek.textChanged.connect(lambda _: self._show())
        self.model = WordsModel(tuple(tr(h) for h in kind.headings))
        self.table = WordsTable(kind.many.capitalize(), self.model, kind.shares)
        self.table.doubleClicked.connect(lambda _: self.edit())
        self.table.selectionModel().currentChanged.connect(lambda *_: self._at_row())
        self.face = Face()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.face)
        self._says = label("", "soft")
        self._faults = Lines("fault")
        self._lay_out()

    def _lay_out(self) -> None:
        self._buttons = {
            text: KeyButton(text)
            for text in (
                tr("Add…"),
                tr("Change…"),
                tr("Take out"),
                tr("Bring in a file…"),
                tr("Paste a list…"),
                tr("Write a file…"),
            )
        }
        self.use = KeyButton(tr("Use these instead"), kind="primary")
        self.join = KeyButton(tr("Add them to the list"))
        self.leave = KeyButton(tr("Leave them"))
        presses = (self.add, self.edit, self.remove, self._choose, self.paste, self._choose_target)
        buttons, answers = Flow(gap=8), Flow(gap=8)
        for button, press in zip(self._buttons.values(), presses, strict=True):
            button.clicked.connect(press)
            if self.kind.table or press in (self.add, self.edit, self.remove):
                buttons.addWidget(button)
        for button, press in (
            (self.use, partial(self._take, False)), (self.join, partial(self._take, True)),
            (self.leave, self._leave),
        ):  # fmt: skip
            button.clicked.connect(press)
            answers.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        rows.addWidget(label(self.kind.about, "soft"))
        rows.addLayout(buttons)
        rows.addWidget(self._says)
        rows.addWidget(self._faults)
        rows.addLayout(answers)
        rows.addWidget(self.seek)
        rows.addWidget(self._pages, 1)
        self._leave()
        self._at_row()

    def show_entries(self, entries: Sequence[Any]) -> None:
        """Shows these; the place in the list is kept."""
        if tuple(entries) != self._entries or not self._shown:
            self._entries = tuple(entries)
            self._show()

    def entries(self) -> tuple[Any, ...]:
        """What stands in it."""
        return self._entries

    def said(self) -> str:
        """What was said of a file that is looked at."""
        return self._says.text()

    def add(self) -> None:
        """Asks for a new one."""
        self._ask(None, lambda entry: (*self._entries, entry), tr("is there now"))

    def edit(self) -> None:
        """Asks how the chosen one should be."""
        at = self._at()
        if at is not None:
            before, after = self._entries[:at], self._entries[at + 1 :]
            self._ask(self._entries[at], lambda entry: (*before, entry, *after), tr("was changed"))

    def remove(self) -> None:
        """Takes the chosen one out; undoing brings it back."""
        at = self._at()
        if at is not None:
            gone = self.kind.cells(self._entries[at])[0]
            left = self._entries[:at] + self._entries[at + 1 :]
            self._want(left, tr("{gone} was taken out.", gone=gone))

    def look_at(self, path: Path) -> None:
        """Reads a file and says what was understood; nothing is kept before somebody says so."""
        self._tell(tr("Reading {name} …", name=path.name))
        self._bridge.ask(ReadTable(self._table(), path), self._came, self._failed)

    def paste(self) -> None:
        """Asks for a pasted list."""
        form = Pasted(self.kind, self)
        form.accepted.connect(lambda: self.take_in(form.text.toPlainText()))
        form.finished.connect(form.deleteLater)
        form.open()

    def take_in(self, text: str) -> None:
        """Looks at a pasted list as at a file."""
        self._bridge.ask(ReadTable(self._table(), None, text), self._came, self._failed)

    def write(self, path: Path) -> None:
        """Writes what is kept to a file."""
        self._bridge.ask(
            WriteTable(self._table(), path),
            lambda many: self._tell(
                tr(
                    "{counted} written to {path}.",
                    counted=words.count(many, self.kind.one),
                    path=path,
                )
            ),
            self._failed,
        )

    def _table(self) -> Table:
        assert self.kind.table is not None  # else its buttons are not there
        return self.kind.table

    def _came(self, read: TableRead) -> None:
        many = words.count(read.many, self.kind.one)
        wrong = (
            tr(", {counted} not", counted=words.count(len(read.faults), "line"))
            if read.faults
            else ""
        )
        unused = (
            tr(" Columns not used: {listed}.", listed=", ".join(read.columns))
            if read.columns
            else ""
        )
        self._tell(
            tr(
                "{many} understood{wrong}. Nothing is kept yet.{unused}",
                many=many,
                wrong=wrong,
                unused=unused,
            ),
            bool(not read.many),
        )
        self._read = read
        told = [
            tr("Line {n}: {why}", n=n, why=why) if n else words.line(why) for n, why in read.faults
        ]
        more = len(told) - FAULTS_SHOWN
        self._faults.show_lines(
            told[:FAULTS_SHOWN] + ([tr("and {more} more", more=more)] if more > 0 else [])
        )
        for button in (self.use, self.join):
            button.setVisible(read.many > 0)
        self.join.setVisible(read.many > 0 and bool(self._entries))
        self.leave.show()
        (self.use if read.many else self.leave).setFocus()

    def _take(self, add: bool, _: bool = False) -> None:
        read, kind = self._read, self.kind
        if read is None:
            return
        came = getattr(read, kind.which)
        names = {kind.cells(e)[0] for e in came}
        # Whoever is in both is there once, as the file has it.
        kept = [e for e in self._entries if kind.cells(e)[0] not in names] if add else []
        self._leave()
        self._want(
            (*kept, *came),
            tr("There are {counted} now.", counted=words.count(len(kept) + len(came), kind.one)),
        )

    def _leave(self) -> None:
        self._read = None
        for shown in (self.use, self.join, self.leave, self._says):
            shown.hide()
        self._faults.show_lines([])

    def _want(self, entries: tuple[Any, ...], said: str) -> None:
        self._entries = entries
        self._show()
        self.changed.emit(entries, said)

    def _ask(self, entry: Any, with_it: Callable[[Any], tuple[Any, ...]], did: str) -> None:
        form = self.kind.form(entry, self)
        form.accepted.connect(
            lambda: self._want(with_it(form.entry()), f"{self.kind.cells(form.entry())[0]} {did}.")
        )
        form.finished.connect(form.deleteLater)
        form.open()

    def _show(self) -> None:
        row, sought = self.table.at(), self.seek.text().casefold()
        cells = [self.kind.cells(e) for e in self._entries]
        self._shown = [
            n for n, c in enumerate(cells) if not sought or sought in " ".join(c).casefold()
        ]
        self.model.show_rows([cells[n] for n in self._shown])
        many = words.count(len(self._entries), self.kind.one)
        self.table.setAccessibleDescription(many)
        if self._shown:
            self.table.choose(row)
            self._pages.setCurrentWidget(self.table)
        elif sought:
            self.face.say(
                tr("No {one} is called that.", one=self.kind.one),
                tr("There are {many}.", many=many),
            )
            self._pages.setCurrentWidget(self.face)
        else:
            self.face.say(tr("No {many} yet.", many=self.kind.many), self.kind.empty)
            self._pages.setCurrentWidget(self.face)
        self.seek.setVisible(len(self._entries) > 0)
        self._at_row()

    def _at(self) -> int | None:
        row = self.table.at()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _at_row(self) -> None:
        for name in (tr("Change…"), tr("Take out")):
            self._buttons[name].setEnabled(self._at() is not None)
        self._buttons[tr("Write a file…")].setEnabled(bool(self._entries))

    def _tell(self, text: str, fault: bool = False) -> None:
        self._leave()
        self._says.setText(words.plain(text))
        reworn(self._says, "look", "fault" if fault else "soft")
        self._says.show()
        announce(self._says, text)

    def _failed(self, why: str) -> None:
        self._tell(why, True)

    def _choose(self) -> None:
        chooser = QFileDialog(self, tr("Bring in {many}", many=self.kind.many), "", _TABLES)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(lambda name: self.look_at(Path(name)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _choose_target(self) -> None:
        chooser = QFileDialog(self, tr("Write a file"), f"{self.kind.many}.tsv", _TABLES)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("tsv")
        chooser.fileSelected.connect(lambda name: self.write(Path(name)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()


class Pasted(Form):
    """A list that somebody pastes."""

    def __init__(self, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Paste a list of {many}", many=kind.many), kind.about, tr("Look at it"), parent
        )
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.field(tr("The list"), self.text)

    def missing(self) -> str:
        return "" if self.text.toPlainText().strip() else tr("Please paste the list first.")
