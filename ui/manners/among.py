"""The window among other programs: the tray, a second start, what is dropped, what is printed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox

from listener.commands import ImportFile, ImportSources
from listener.events import MentionsArrived, SpikeRaised
from listener.mention import ImportedFeed, ImportReport, Row
from ui import words
from ui.glance import Glance
from ui.manners import printing
from ui.manners.dropping import Dropped, Dropping
from ui.manners.knock import FrontDoor
from ui.manners.tray import Tray
from ui.mention.actions import announce
from ui.tongue import said_later, tr

if TYPE_CHECKING:
    from ui.shell import Window

NOT_TAKEN = said_later(
    "Drop a link, a text, a picture, or a file that ends in .eml .csv .tsv .jsonl or .opml."
)


class Among(QObject):
    """Lives as long as its window."""

    def __init__(self, window: Window, tray: Tray) -> None:
        super().__init__(window)
        self._window = window
        self._notify = True
        self._notify_spikes = True
        self.tray = tray
        self.door = FrontDoor(window.bridge.profile, self)
        self._dropping = Dropping(window)
        self.door.knocked.connect(self.come_forward)
        tray.opened.connect(self.come_forward)
        tray.danger.connect(self._to_danger)
        tray.spike.connect(self._to_spikes)
        tray.asked.connect(self._from_tray)
        self._dropping.dropped.connect(self.take)
        window.bridge.heard.connect(self._heard)

    def show_glance(self, now: Glance) -> None:
        """What waits, and what the settings want."""
        self._notify = now.settings.notify_urgent
        self._notify_spikes = now.settings.notify_spikes
        self.tray.show_count(now.to_do, now.settings.badge)

    def come_forward(self) -> None:
        """Shows the window above the others; where the system forbids that, it blinks."""
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        QApplication.alert(window)

    def put_away(self) -> None:
        """Hides the window; listening goes on."""
        self._window.hide()

    def _heard(self, event: object) -> None:
        if isinstance(event, MentionsArrived) and event.urgent and not event.quiet and self._notify:
            self.tray.possible_dangers(event.urgent)
        if isinstance(event, SpikeRaised) and not event.quiet:
            if self._notify_spikes:
                self.tray.spikes(1)
            announce(self._window, tr("1 spike"))

    def _from_tray(self, verb: str) -> None:
        if verb != "check":
            self.come_forward()
        self._window.do(verb)

    def _to_spikes(self) -> None:
        self.come_forward()
        self._window.open("spikes")

    def _to_danger(self) -> None:
        """The possible danger that was heard last, which is the one that was told."""
        self.come_forward()

        def show(rows: tuple[Row, ...]) -> None:
            if rows:
                newest = max(rows, key=lambda r: r.heard)
                self._window.going.go_to("urgent", newest.key)
            else:
                self._window.open("urgent")

        self._window.bridge.read(lambda r: tuple(r.rows("urgent", limit=200).rows), show)

    def take(self, dropped: Dropped) -> None:
        """Does what was dropped: adds, brings in, or says that it is nothing for us."""
        for path in dropped.mentions:
            self._window.bridge.ask(ImportFile(path), self._say(_brought, path), self._not_done)
        for path in dropped.sources:
            self._window.bridge.ask(ImportSources(path), self._say(_listed, path), self._not_done)
        if dropped.to_add:
            self._window.add_mention(dropped)
        elif dropped.unknown:
            self._not_done(
                tr(
                    "{listed} cannot be taken. {not_taken}",
                    listed=", ".join(dropped.unknown),
                    not_taken=tr(NOT_TAKEN),
                )
            )
        elif not (dropped.mentions or dropped.sources):
            self._not_done(
                tr(
                    "There was nothing in it that can be added. {not_taken}",
                    not_taken=tr(NOT_TAKEN),
                )
            )

    def _say(self, told: Callable[[str, object], str], path: Path) -> Callable[[object], None]:
        return lambda report: self._window.pane.bar.say(told(path.name, report))

    def _not_done(self, why: str) -> None:
        self._window.pane.bar.say(why, False, True)

    def print(self) -> None:
        """Asks whether on paper or as a PDF, for the mention shown."""
        if self._window.pane.detail is None:
            self._not_done(tr("Choose a mention first: the one shown is printed."))
            return
        box = QMessageBox(self._window)
        box.setWindowTitle(tr("Print this mention"))
        box.setText(tr("Print this mention?"))
        box.setInformativeText(tr("The author’s name is left out."))
        paper = box.addButton(tr("On a printer…"), QMessageBox.ButtonRole.AcceptRole)
        file = box.addButton(tr("As a PDF…"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)

        def go() -> None:
            if box.clickedButton() is paper:
                self._on_paper()
            elif box.clickedButton() is file:
                self._as_pdf()

        box.finished.connect(lambda _: go())
        box.finished.connect(box.deleteLater)
        box.open()

    def _as_pdf(self) -> None:
        chooser = QFileDialog(self._window, tr("Keep as a PDF"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilter("PDF (*.pdf)")
        chooser.setDefaultSuffix("pdf")
        chooser.selectFile("mention.pdf")
        chooser.fileSelected.connect(lambda path: self.write_pdf(Path(path)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def write_pdf(self, path: Path) -> None:
        """Writes the mention shown; says where it is, or why not."""
        detail = self._window.pane.detail
        if detail is None:
            return
        try:
            printing.write_pdf(detail, path, datetime.now(UTC))
        except OSError as fault:
            self._not_done(
                tr(
                    "{path} cannot be written ({strerror}). Nothing was lost.",
                    path=path,
                    strerror=fault.strerror,
                )
            )
            return
        self._window.pane.bar.say(tr("Kept as {path}.", path=path))

    def _on_paper(self) -> None:
        detail = self._window.pane.detail
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._window)
        if detail is not None:
            dialog.accepted.connect(lambda: printing.print_to(printer, detail, datetime.now(UTC)))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # QPrintDialog's own wants a slot by name


def _brought(name: str, report: object) -> str:
    assert isinstance(report, ImportReport)
    faults = sum(r.status == "fault" for r in report.rows)
    bad = tr("; {counted} could not be read", counted=words.count(faults, "row")) if faults else ""
    return tr(
        "{name}: {new:,} new, {known:,} known already{bad}.",
        name=name,
        new=report.new,
        known=report.known,
        bad=bad,
    )


def _listed(name: str, report: object) -> str:
    assert isinstance(report, tuple)
    feeds = [f for f in report if isinstance(f, ImportedFeed)]
    added = sum(f.status == "added" for f in feeds)
    faults = sum(f.status == "fault" for f in feeds)
    bad = tr("; {faults:,} could not be added (see Sources)", faults=faults) if faults else ""
    return tr(
        "{name}: {counted} added of {feeds:,}{bad}.",
        name=name,
        counted=words.count(added, "source"),
        feeds=len(feeds),
        bad=bad,
    )
