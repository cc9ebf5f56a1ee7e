"""The page of sources: how each one is, adding, pausing, removing, lists and files in and out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHeaderView,
    QScrollArea,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from listener.commands import (
    ChangeSource,
    Command,
    ExportSources,
    ImportFile,
    ImportSources,
    PauseSource,
    Poll,
    PutBackSource,
    RemoveSource,
)
from listener.mention import ImportedFeed, ImportReport, PollReport, SourceLine
from ui import words
from ui.bridge import Bridge
from ui.mention.actions import UndoBar
from ui.parts.buttons import KeyButton
from ui.parts.flow import Flow
from ui.parts.labels import label
from ui.parts.lines import Lines
from ui.parts.scrolling import scrolling
from ui.queue.face import Face
from ui.sources.addbox import AddBox
from ui.sources.added import AddedDialog
from ui.sources.details import Details, SourceForm
from ui.sources.model import SourcesModel
from ui.tongue import said_later, tr

FAULTS_SHOWN = 8
WIDEST = {0: 0.24, 2: 0.19, 3: 0.11, 4: 0.13}
"""The most of the room that a column may take; what it does not need Health has."""


class SourcesPage(QScrollArea):
    """Everything that is heard, and how well."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._inverse: tuple[Command, str] | None = None
        self._read_once = False
        self.model = SourcesModel()
        self.table = self._table()
        self.add_box = AddBox(bridge)
        self.bar = UndoBar()
        self.bar.undo.connect(self._put_back)
        self._results = Lines()
        self._summary = label("", "soft")
        self._face = Face()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._face)
        self.details = Details()
        self.details.asked.connect(lambda verb: self._verbs[verb]())
        self._verbs: dict[str, Callable[[], None]] = {
            "check": self.check_one, "pause": self.pause, "change": self.change,
            "remove": self.remove, "browse": self.browse, "added": self.show_added,
        }  # fmt: skip
        self.open_address: Callable[[str], None] = _browse
        self._lay_out()
        self._at_line()

    def _table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("plain")
        table.setModel(self.model)
        table.setAccessibleName(tr("Sources"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setMinimumSectionSize(34)
        header.sectionResized.connect(lambda *_: table.resizeRowsToContents())
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.selectionModel().currentChanged.connect(lambda *_: self._at_line())
        return table

    def _lay_out(self) -> None:
        buttons = Flow(gap=8)
        for text, press in (
            (tr("Check all now"), self.check),
            (tr("Bring in a list (OPML)…"), partial(self._choose, _OPML, self.bring_list)),
            (tr("Bring in a file…"), partial(self._choose, _FILES, self.bring_file)),
            (tr("Write a list (OPML)…"), self._choose_target),
        ):
            other = KeyButton(text)
            other.clicked.connect(press)
            buttons.addWidget(other)
        inside = QWidget()
        scrolling(inside, self)
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(24, 20, 24, 20)
        rows.setSpacing(12)
        rows.addWidget(label(tr("Sources"), "page"))
        rows.addWidget(self._summary)
        rows.addWidget(self.add_box)
        rows.addLayout(buttons)
        rows.addWidget(self.bar)
        rows.addWidget(self._results)
        rows.addWidget(self._pages, 1)
        rows.addWidget(self.details)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()
        self._pages.setMinimumHeight(self.fontMetrics().averageCharWidth() * 36)

    def _fit_columns(self) -> None:
        """Each as wide as what stands in it, as far as there is room."""
        metrics, room = self.table.fontMetrics(), self.viewport().width()
        for column, most in WIDEST.items():
            wanted = max(metrics.horizontalAdvance(c) for c in self.model.column(column))
            self.table.setColumnWidth(column, round(min(wanted + metrics.height(), room * most)))

    def reload(self) -> None:
        """Reads the sources again."""
        if not self._read_once:
            self._face.say(tr("Reading the sources …"))
            self._pages.setCurrentWidget(self._face)
        self._bridge.read(lambda r: r.sources(), self._show, self._broken, "sources")

    def check(self) -> None:
        """Asks every source now."""
        self._say(tr("Checking all sources …"))
        self._bridge.ask(
            Poll(everything=True),
            lambda _: self._say(tr("All sources were checked.")),
            self._failed,
        )

    def check_one(self) -> None:
        """Asks the chosen source now."""
        line = self._line()
        if line is not None:
            self._say(tr("Checking {name} …", name=line.name))
            self._bridge.ask(Poll(True, (line.name,)), self._checked, self._failed)

    def _checked(self, reports: tuple[PollReport, ...]) -> None:
        for report in reports:
            self._say(f"{report.source}: {report.why or report.status}")
        self.reload()

    def pause(self) -> None:
        """Pauses the source, or goes on hearing it."""
        line = self._line()
        if line is not None:
            pausing = line.health != "paused"
            paused, heard = (
                tr("{name} is paused.", name=line.name),
                tr("{name} is heard again.", name=line.name),
            )
            back = (PauseSource(line.name, not pausing), heard if pausing else paused)
            self._ask(PauseSource(line.name, pausing), paused if pausing else heard, back)

    def change(self) -> None:
        """Asks for another name or interval."""
        line = self._line()
        if line is not None:
            form = SourceForm(line, self.window())
            form.accepted.connect(lambda: self._change(line, form))
            form.finished.connect(form.deleteLater)
            form.open()

    def _change(self, line: SourceLine, form: SourceForm) -> None:
        name, every = form.name.text().strip(), form.every()
        was = line.every_seconds if line.own_interval else None
        back = (ChangeSource(name, line.name, was), tr("{name} is as it was.", name=line.name))
        self._ask(ChangeSource(line.name, name, every), tr("{name} is changed.", name=name), back)

    def remove(self) -> None:
        """Stops hearing the source; what it said is kept, and undoing hears it again."""
        line = self._line()
        if line is not None:
            back = (PutBackSource(line.name), tr("{name} is heard again.", name=line.name))
            said = tr("{name} is no longer heard. What it said is kept.", name=line.name)
            self._ask(RemoveSource(line.name), said, back)

    def browse(self) -> None:
        """Opens the source in the browser."""
        line = self._line()
        if line is not None and words.true_host(line.address):
            self.open_address(line.address)

    def show_added(self) -> None:
        """Shows what was added by hand there."""
        line = self._line()
        if line is not None and line.kind == "by_hand":
            dialog = AddedDialog(self._bridge, line.name, self.window())
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def bring_list(self, path: Path) -> None:
        """Adds the feeds of an OPML file and says what became of each."""
        self._say(tr("Reading {name} …", name=path.name))
        self._bridge.ask(ImportSources(path), self._list_came, self._failed)

    def write_list(self, path: Path) -> None:
        """Writes the feeds to an OPML file."""
        self._bridge.ask(
            ExportSources(path),
            lambda many: self._say(
                tr("{counted} written to {path}.", counted=words.count(many, "feed"), path=path)
            ),
            self._failed,
        )

    def bring_file(self, path: Path) -> None:
        """Brings in a file of mentions and says what became of each row."""
        self._say(tr("Reading {name} …", name=path.name))
        self._bridge.ask(ImportFile(path), self._file_came, self._failed)

    def _line(self) -> SourceLine | None:
        return self.model.line(self.table.currentIndex().row())

    def _at_line(self) -> None:
        line, row = self._line(), self.table.currentIndex().row()
        self.details.show_line(line, self.model.health(row) if line is not None else "")

    def _show(self, lines: tuple[SourceLine, ...]) -> None:
        self._read_once = True
        self.model.show_lines(lines)
        self._fit_columns()
        self.table.resizeRowsToContents()
        if lines and self.table.currentIndex().row() < 0:
            self.table.selectRow(0)
        feeds = [s for s in lines if s.kind == "feed"]
        faults = sum(s.health in ("fault", "stopped") for s in feeds)
        heard = words.count(len(feeds), "feed")
        quiet = sum(s.silent for s in feeds)
        wrong = tr(", {faults} with a fault", faults=faults) if faults else ""
        wrong += tr(", {quiet} unusually silent", quiet=quiet) if quiet else ""
        self._summary.setText(
            tr(
                "{heard}{wrong}. Groups that only members may read are not heard: "
                "add what is said there by hand (A). Nobody listens while this "
                "computer is off.",
                heard=heard,
                wrong=wrong,
            )
        )
        if lines:
            self._pages.setCurrentWidget(self.table)
        else:
            self._face.say(
                tr("No source is heard yet."), tr("Paste an address above, or bring in a list.")
            )
            self._pages.setCurrentWidget(self._face)
        self._at_line()

    def _broken(self, why: str) -> None:
        self._face.say(tr("The sources could not be read."), why, tr("Try again"), self.reload)
        self._pages.setCurrentWidget(self._face)

    def _ask(self, command: Command, said: str, back: tuple[Command, str] | None = None) -> None:
        self._bridge.ask(command, lambda _: self._did(said, back), self._failed)

    def _did(self, said: str, back: tuple[Command, str] | None) -> None:
        self._inverse = back
        self._say(said, back is not None)

    def _put_back(self) -> None:
        back, self._inverse = self._inverse, None
        if back is not None:
            self._ask(back[0], back[1])

    def _list_came(self, feeds: tuple[ImportedFeed, ...]) -> None:
        added = sum(f.status == "added" for f in feeds)
        known = sum(f.status == "known" for f in feeds)
        faults = [f for f in feeds if f.status == "fault"]
        self._say(
            tr(
                "{added} added, {known} there already, {faults} not added.",
                added=added,
                known=known,
                faults=len(faults),
            )
        )
        self._tell([f"{f.title or f.address}: {f.why}" for f in faults])

    def _file_came(self, report: ImportReport) -> None:
        faults = [r for r in report.rows if r.status == "fault"]
        self._say(
            tr(
                "{source}: {new} new, {known} there already, {faults} could not be read.",
                source=report.source,
                new=report.new,
                known=report.known,
                faults=len(faults),
            )
        )
        told = [tr("Line {line}: {why}", line=r.line, why=r.why) for r in faults]
        if report.unknown_columns:
            told.append(tr("Columns left out: {listed}", listed=", ".join(report.unknown_columns)))
        self._tell([*told, *report.notes])

    def _tell(self, lines: list[str]) -> None:
        more = len(lines) - FAULTS_SHOWN
        self._results.show_lines(
            lines[:FAULTS_SHOWN] + ([tr("and {more} more", more=more)] if more > 0 else [])
        )

    def _say(self, text: str, undoable: bool = False) -> None:
        self._results.show_lines([])
        self.bar.say(text, undoable)

    def _failed(self, why: str) -> None:
        self._results.show_lines([])
        self.bar.say(why, fault=True)

    def _choose(self, kinds: str, then: Callable[[Path], None], _: bool = False) -> None:
        chooser = QFileDialog(self, tr("Bring in"), "", tr(kinds))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(lambda name: then(Path(name)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _choose_target(self) -> None:
        chooser = QFileDialog(self, tr("Write a list"), "sources.opml", tr(_OPML))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("opml")
        chooser.fileSelected.connect(lambda name: self.write_list(Path(name)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()


def _browse(address: str) -> None:
    QDesktopServices.openUrl(QUrl(address))


_OPML = said_later("Lists of feeds (*.opml *.xml);;All files (*)")
_FILES = said_later("Mentions (*.csv *.tsv *.jsonl *.eml);;All files (*)")
