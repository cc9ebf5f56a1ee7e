"""Known works and events: a calendar, kept by hand or brought in with a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from listener.commands import Change, ImportWorks, ReadWorks, RemoveWork, SetWork, Undo
from listener.spike import KnownWork, WorksRead
from ui import words
from ui.bridge import Bridge
from ui.doors import ReaderDoor
from ui.house.table import WordsModel, WordsTable
from ui.mention.actions import UndoBar
from ui.parts.buttons import KeyButton
from ui.parts.flow import Flow
from ui.parts.labels import heading, label
from ui.parts.scrolling import scrolling
from ui.parts.ticks import Tick
from ui.queue.face import Face
from ui.tongue import said_later, tr
from ui.works.forms import Matching, WorkForm, row_words, work_cells

HEADINGS = said_later(("Street or place", "When", "What", "Reference"))
ROWS = said_later(("Line", "Result", "Street or place", "What"))
STATES = said_later(
    {"new": "new", "changed": "changed", "same": "as it was", "fault": "! not understood"}
)
_TABLES = "Tables (*.csv *.tsv *.txt);;All files (*)"


class WorksDialog(QDialog):
    """The calendar, and a look at a file before it is brought in."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Known works and events"))
        self._bridge = bridge
        self._works: tuple[KnownWork, ...] = ()
        self._path: Path | None = None
        self.over = Tick(tr("Show what is over"))
        self.over.toggled.connect(lambda _: self._fill())
        self.calm = Tick(tr("A spike that they explain whole calls nobody"))
        self.calm.clicked.connect(lambda on: self._bridge.ask(Change("works_calm", bool(on))))
        self.model = WordsModel(tuple(tr(h) for h in HEADINGS))
        self.table = WordsTable(tr("Known works and events"), self.model, (4, 4, 6, 2), lines=8)
        self.table.doubleClicked.connect(lambda _: self.change())
        self.table.selectionModel().currentChanged.connect(lambda *_: self._at_row())
        self._face = Face()
        self._list = QStackedWidget()
        self._list.addWidget(self.table)
        self._list.addWidget(self._face)
        self.bar = UndoBar()
        self.bar.undo.connect(self._undo)
        self.preview = _Preview()
        self.preview.matching.changed.connect(self._look_again)
        self.preview.take.clicked.connect(self._take)
        self.preview.leave.clicked.connect(lambda: self.preview.hide())
        self._lay_out()
        self.reload()

    def _lay_out(self) -> None:
        buttons = Flow(gap=8)
        self._buttons: dict[str, KeyButton] = {}
        presses: tuple[tuple[str, str, Callable[[], None]], ...] = (
            ("add", tr("Add…"), self.add),
            ("change", tr("Change…"), self.change),
            ("remove", tr("Take off"), self.remove),
            ("bring", tr("Bring in a file…"), self._choose),
        )
        for name, text, press in presses:
            button = self._buttons[name] = KeyButton(text)
            button.clicked.connect(press)
            buttons.addWidget(button)
        about = tr(
            "Roadworks, closures and events that explain what people say. A file with the columns "
            "street, start and end will do; others are matched."
        )
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setSpacing(10)
        rows.addWidget(label(tr("Known works and events"), "title"))
        rows.addWidget(label(about, "soft"))
        rows.addLayout(buttons)
        rows.addWidget(self.bar)
        rows.addWidget(self.preview)
        rows.addWidget(self._list, 1)
        rows.addWidget(self.over)
        rows.addWidget(self.calm)
        done = QDialogButtonBox()
        done.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        done.rejected.connect(self.reject)
        outside = QVBoxLayout(self)
        outside.addWidget(scrolling(inside), 1)
        outside.addWidget(done)
        self.preview.hide()
        self._at_row()

    def sizeHint(self) -> QSize:
        unit = self.fontMetrics().height()
        room = self.screen().availableGeometry().size() * 0.9
        return QSize(unit * 60, unit * 36).boundedTo(room)

    def showEvent(self, event: QShowEvent) -> None:
        # Left alone, Qt opens no window higher than two thirds of the screen.
        self.resize(self.sizeHint())
        super().showEvent(event)

    def reload(self) -> None:
        """Reads the calendar again."""
        self._bridge.read(_read, self._show, self._failed, "works")

    def add(self) -> None:
        """Asks for a new one."""
        self._ask(None, tr("is on the calendar"))

    def change(self) -> None:
        """Asks how the chosen one should be."""
        work = self.work()
        if work is not None:
            self._ask(work, tr("is changed"))

    def remove(self) -> None:
        """Takes the chosen one off; undoing brings it back."""
        work = self.work()
        if work is not None:
            said = tr("{street} is off the calendar.", street=words.line(work.street))
            self._bridge.ask(RemoveWork(work.key), lambda _: self._done(said), self._failed)

    def work(self) -> KnownWork | None:
        """The one that is chosen."""
        row, shown = self.table.at(), self._shown()
        return shown[row] if 0 <= row < len(shown) else None

    def look_at(self, path: Path) -> None:
        """Reads a file and shows what was understood; nothing is kept before somebody says so."""
        self._path = path
        self.preview.matching.forget()
        self._look_again()

    def _look_again(self) -> None:
        if self._path is not None:
            said = self.preview.matching.said()
            self._bridge.ask(ReadWorks(self._path, said), self._came, self._failed)

    def _came(self, read: WorksRead) -> None:
        self.preview.show_read(read)

    def _take(self) -> None:
        if self._path is not None:
            command = ImportWorks(self._path, self.preview.matching.said())
            self._bridge.ask(command, self._taken, self._failed)

    def _taken(self, read: WorksRead) -> None:
        self.preview.hide()
        self._done(row_words(read, ("new", "changed", "same", "fault")) + ".")

    def _ask(self, work: KnownWork | None, did: str) -> None:
        form = WorkForm(work, datetime.now(UTC), self)

        def keep() -> None:
            made = form.work()
            said = f"{words.line(made.street)} {did}."
            self._bridge.ask(SetWork(made), lambda _: self._done(said), self._failed)

        form.accepted.connect(keep)
        form.finished.connect(form.deleteLater)
        form.open()

    def _done(self, said: str) -> None:
        self.bar.say(said, True)
        self.reload()

    def _undo(self) -> None:
        self._bridge.ask(Undo(), self._undone, self._failed)

    def _undone(self, said: object) -> None:
        self.bar.say(tr("Taken back: {said}", said=words.line(str(said))))
        self.reload()

    def _failed(self, why: str) -> None:
        self.bar.say(why, False, True)

    def _shown(self) -> list[KnownWork]:
        now = datetime.now(UTC)
        return [w for w in self._works if self.over.isChecked() or w.ends >= now]

    def _show(self, read: tuple[tuple[KnownWork, ...], bool]) -> None:
        self._works, calm = read
        self.calm.setChecked(calm)
        self._fill()

    def _fill(self) -> None:
        row, shown = self.table.at(), self._shown()
        self.model.show_rows([work_cells(w) for w in shown])
        if shown:
            self.table.choose(row)
        else:
            over = tr("What is over is not shown.") if self._works else ""
            self._face.say(tr("Nothing is on the calendar."), over)
        self._list.setCurrentWidget(self.table if shown else self._face)
        self._at_row()

    def _at_row(self) -> None:
        for name in ("change", "remove"):
            self._buttons[name].setEnabled(self.work() is not None)

    def _choose(self) -> None:
        chooser = QFileDialog(self, tr("Bring in works or events"), "", _TABLES)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(lambda name: self.look_at(Path(name)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()


class _Preview(QWidget):
    """What a file says, row by row, with its columns matched, before anything is kept."""

    def __init__(self) -> None:
        super().__init__()
        self.says = label("", "strong")
        self.matching = Matching()
        self.model = WordsModel(tuple(tr(h) for h in ROWS))
        self.table = WordsTable(tr("Rows of the file"), self.model, (1, 3, 4, 7), lines=5)
        self.take = KeyButton(tr("Bring them in"), kind="primary")
        self.leave = KeyButton(tr("Leave them"))
        answers = Flow(gap=8)
        answers.addWidget(self.take)
        answers.addWidget(self.leave)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.says)
        rows.addLayout(answers)
        rows.addWidget(self.table)
        rows.addWidget(heading(tr("Which column is which")))
        rows.addWidget(self.matching)

    def show_read(self, read: WorksRead) -> None:
        """Shows it; faults stand first."""
        told = row_words(read, ("new", "changed", "same", "fault"))
        self.says.setText(tr("{told}. Nothing is kept yet.", told=told or tr("No row")))
        self.matching.show_read(read)
        ranked = sorted(read.rows, key=lambda r: r.state != "fault")
        cells = []
        for row in ranked:
            where, _, what, _ = work_cells(row.work) if row.work else ("", "", row.says, "")
            line = str(row.line) if row.line else ""
            cells.append((line, tr(STATES[row.state]), where, words.line(what)))
        self.model.show_rows(cells)
        self.take.setEnabled(read.many("new") + read.many("changed") > 0)
        self.show()
        (self.take if self.take.isEnabled() else self.leave).setFocus()


def _read(reader: ReaderDoor) -> tuple[tuple[KnownWork, ...], bool]:
    return reader.works(), reader.settings().works_calm
