"""The page of sources: how each one is, adding, pausing, removing, lists and files in and out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QFrame,
    QHeaderView,
    QScrollArea,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from listener.commands import (
    AddSource,
    Command,
    ExportSources,
    ImportFile,
    ImportSources,
    PauseSource,
    Poll,
    RemoveSource,
)
from listener.mention import ImportedFeed, ImportReport, SourceLine
from ui import words
from ui.bridge import Bridge
from ui.mention.actions import UndoBar
from ui.parts.buttons import KeyButton
from ui.parts.flow import Flow
from ui.parts.labels import label
from ui.parts.lines import Lines
from ui.queue.face import Face
from ui.sources.addbox import AddBox
from ui.sources.model import SourcesModel

FAULTS_SHOWN = 8


class SourcesPage(QScrollArea):
    """Everything that is heard, and how well."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._removed: SourceLine | None = None
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
        self._pause = KeyButton("Pause")
        self._remove = KeyButton("Remove")
        self._pause.clicked.connect(self.pause)
        self._remove.clicked.connect(self.remove)
        self._lay_out()
        self._at_line()

    def _table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("plain")
        table.setModel(self.model)
        table.setAccessibleName("Sources")
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
        for button in (self._pause, self._remove):
            buttons.addWidget(button)
        for text, press in (
            ("Check all now", self.check),
            ("Bring in a list (OPML)…", partial(self._choose, _OPML, self.bring_list)),
            ("Bring in a file…", partial(self._choose, _FILES, self.bring_file)),
            ("Write a list (OPML)…", self._choose_target),
        ):
            other = KeyButton(text)
            other.clicked.connect(press)
            buttons.addWidget(other)
        inside = QWidget()
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(24, 20, 24, 20)
        rows.setSpacing(12)
        rows.addWidget(label("Sources", "page"))
        rows.addWidget(self._summary)
        rows.addWidget(self.add_box)
        rows.addLayout(buttons)
        rows.addWidget(self.bar)
        rows.addWidget(self._results)
        rows.addWidget(self._pages, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        unit, room = self.fontMetrics().averageCharWidth(), self.viewport().width()
        for column, characters, most in ((0, 30, 0.26), (2, 13, 0.14), (3, 19, 0.16)):
            self.table.setColumnWidth(column, round(min(unit * characters, room * most)))
        self._pages.setMinimumHeight(unit * 40)

    def reload(self) -> None:
        """Reads the sources again."""
        self._bridge.read(lambda r: r.sources(), self._show, self._broken, "sources")

    def check(self) -> None:
        """Asks every source now."""
        self._say("Checking all sources …")
        self._bridge.ask(Poll(everything=True), lambda _: self._say("All sources were checked."))

    def pause(self) -> None:
        """Pauses the source, or goes on hearing it."""
        line = self._line()
        if line is not None:
            pausing = line.health != "paused"
            said = f"{line.name} is paused." if pausing else f"{line.name} is heard again."
            self._ask(PauseSource(line.name, pausing), said)

    def remove(self) -> None:
        """Stops hearing the source for good; what it said is kept."""
        line = self._line()
        if line is not None:
            self._removed = line if line.kind == "feed" else None
            said = f"{line.name} is no longer heard. What it said is kept."
            self._ask(RemoveSource(line.name), said, undoable=line.kind == "feed")

    def bring_list(self, path: Path) -> None:
        """Adds the feeds of an OPML file and says what became of each."""
        self._say(f"Reading {path.name} …")
        self._bridge.ask(ImportSources(path), self._list_came, self._failed)

    def write_list(self, path: Path) -> None:
        """Writes the feeds to an OPML file."""
        self._bridge.ask(
            ExportSources(path),
            lambda many: self._say(f"{words.count(many, 'feed')} written to {path}."),
            self._failed,
        )

    def bring_file(self, path: Path) -> None:
        """Brings in a file of mentions and says what became of each row."""
        self._say(f"Reading {path.name} …")
        self._bridge.ask(ImportFile(path), self._file_came, self._failed)

    def _line(self) -> SourceLine | None:
        return self.model.line(self.table.currentIndex().row())

    def _at_line(self) -> None:
        line = self._line()
        for button in (self._pause, self._remove):
            button.setEnabled(line is not None and line.kind == "feed")
        text = "Hear again" if line is not None and line.health == "paused" else "Pause"
        self._pause.setText(text)
        self._pause.setAccessibleName(text)

    def _show(self, lines: tuple[SourceLine, ...]) -> None:
        self.model.show_lines(lines)
        self.table.resizeRowsToContents()
        feeds = [s for s in lines if s.kind == "feed"]
        faults = sum(s.health in ("fault", "stopped") for s in feeds)
        heard = words.count(len(feeds), "feed")
        wrong = f", {faults} with a fault" if faults else ""
        self._summary.setText(
            f"{heard}{wrong}. Groups that only members may read are not heard: add what is said "
            "there by hand (A). Nobody listens while this computer is off."
        )
        if lines:
            self._pages.setCurrentWidget(self.table)
        else:
            self._face.say("No source is heard yet.", "Paste an address above, or bring in a list.")
            self._pages.setCurrentWidget(self._face)
        self._at_line()

    def _broken(self, why: str) -> None:
        self._face.say("The sources could not be read.", why, "Try again", self.reload)
        self._pages.setCurrentWidget(self._face)

    def _ask(self, command: Command, said: str, undoable: bool = False) -> None:
        self._bridge.ask(command, lambda _: self._say(said, undoable), self._failed)

    def _put_back(self) -> None:
        line, self._removed = self._removed, None
        if line is not None:
            add = AddSource(
                line.address, line.name, line.every_seconds or None, unchecked=True,
                channel=line.channel,
            )  # fmt: skip
            self._ask(add, f"{line.name} is heard again.")

    def _list_came(self, feeds: tuple[ImportedFeed, ...]) -> None:
        added = sum(f.status == "added" for f in feeds)
        known = sum(f.status == "known" for f in feeds)
        faults = [f for f in feeds if f.status == "fault"]
        self._say(f"{added} added, {known} there already, {len(faults)} not added.")
        self._tell([f"{f.title or f.address}: {f.why}" for f in faults])

    def _file_came(self, report: ImportReport) -> None:
        faults = [r for r in report.rows if r.status == "fault"]
        self._say(
            f"{report.source}: {report.new} new, {report.known} there already, "
            f"{len(faults)} could not be read."
        )
        told = [f"Line {r.line}: {r.why}" for r in faults]
        if report.unknown_columns:
            told.append(f"Columns left out: {', '.join(report.unknown_columns)}")
        self._tell([*told, *report.notes])

    def _tell(self, lines: list[str]) -> None:
        more = len(lines) - FAULTS_SHOWN
        self._results.show_lines(lines[:FAULTS_SHOWN] + ([f"and {more} more"] if more > 0 else []))

    def _say(self, text: str, undoable: bool = False) -> None:
        self._results.show_lines([])
        self.bar.say(text, undoable)

    def _failed(self, why: str) -> None:
        self._results.show_lines([])
        self.bar.say(why, fault=True)

    def _choose(self, kinds: str, then: Callable[[Path], None], _: bool = False) -> None:
        chooser = QFileDialog(self, "Bring in", "", kinds)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(lambda name: then(Path(name)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _choose_target(self) -> None:
        chooser = QFileDialog(self, "Write a list", "sources.opml", _OPML)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("opml")
        chooser.fileSelected.connect(lambda name: self.write_list(Path(name)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()


_OPML = "Lists of feeds (*.opml *.xml);;All files (*)"
_FILES = "Mentions (*.csv *.tsv *.jsonl *.eml);;All files (*)"
