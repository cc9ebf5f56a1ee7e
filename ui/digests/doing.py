"""What an officer does with a digest: writes, sends or opens, edits, drops, prints."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from listener.commands import (
    BuildDigest,
    Command,
    DropDigest,
    EditDigest,
    MarkSent,
    SendAgain,
    SendDigest,
    StopMail,
)
from listener.handoff import Delivery, Digest, EditedDigest
from ui.bridge import Bridge
from ui.digests import paper
from ui.digests.entries import STATES, Entry
from ui.digests.forms import EditForm, ElsewhereForm
from ui.digests.pane import DigestPane
from ui.tongue import tr


def open_file(path: str) -> bool:
    """Opens a file in the program that this computer has for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(path))


class Doing(QObject):
    """Lives as long as its page. done: what is called when something was done."""

    def __init__(self, bridge: Bridge, pane: DigestPane, page: QWidget) -> None:
        super().__init__(page)
        self._bridge = bridge
        self._pane = pane
        self._page = page
        self.undo: Callable[[], None] = lambda: None
        self.open_file: Callable[[str], bool] = open_file
        self.verbs: dict[str, Callable[[Entry], None]] = {
            "send": partial(self.send, "smtp"), "draft": partial(self.send, "eml"),
            "write": self.write, "went": self.went, "again": self.again,
            "open_again": self.again, "try": self.again, "elsewhere": self.elsewhere,
            "edit": self.edit, "stop": self.stop, "drop": self.drop, "print": self.print,
        }  # fmt: skip

    def do(self, verb: str) -> None:
        """Does a verb with what is shown, where it is offered."""
        entry = self._pane.entry
        if entry is not None and self._pane.can(verb):
            self.verbs[verb](entry)

    def usual(self) -> None:
        """Does the first that is offered: sends, opens, writes."""
        for verb in ("send", "draft", "write"):
            if self._pane.can(verb) and self._pane.buttons[verb].property("kind") == "primary":
                self.do(verb)

    def send(self, way: str, entry: Entry) -> None:
        """Puts it in the queue, or opens it in the mail program."""
        if entry.digest is not None:
            chosen = SendDigest(entry.digest.key, "smtp" if way == "smtp" else "eml")
            self._ask(chosen, self._sent)

    def _sent(self, made: Delivery) -> None:
        if not made.draft or self.open_file(made.draft):
            self._say(made.says)
        else:
            self._fail(
                tr(
                    "No program of this computer opened it. The draft lies in {path}: open it "
                    "from your mail program.",
                    path=made.draft,
                )
            )

    def write(self, entry: Entry) -> None:
        """Writes what is due, as a draft."""
        if entry.due is not None:
            self._ask(
                BuildDigest(entry.due.area, entry.due.spike),
                lambda made: self._say(tr("Written for {area}: read it first.", area=made.area)),
            )

    def went(self, entry: Entry) -> None:
        """The officer says that it went."""
        if entry.mail is not None:
            self._ask(MarkSent(entry.mail.key), lambda made: self._say(made.says))

    def again(self, entry: Entry) -> None:
        """Sends it again, or opens its draft again."""
        if entry.mail is not None:
            self._ask(SendAgain(entry.mail.key), self._sent)

    def elsewhere(self, entry: Entry) -> None:
        """Sends it to other addresses."""
        mail = entry.mail
        if mail is None:
            return
        missed = tuple(address for address, _ in mail.faults) or mail.to
        form = ElsewhereForm(missed, self._page.window())
        form.accepted.connect(lambda: self._ask(SendAgain(mail.key, form.addresses()), self._sent))
        form.finished.connect(form.deleteLater)
        form.open()

    def edit(self, entry: Entry) -> None:
        """Asks for the subject and the text as they should be."""
        digest = entry.digest
        if digest is None:
            return
        form = EditForm(digest, self._page.window())
        form.accepted.connect(lambda: self._edited(digest, form))
        form.finished.connect(form.deleteLater)
        form.open()

    def _edited(self, digest: Digest, form: EditForm) -> None:
        command = EditDigest(digest.key, form.subject.text(), form.text.toPlainText())
        self._ask(command, self._kept)

    def _kept(self, made: EditedDigest) -> None:
        if made.warnings:
            self._fail(tr("Kept. Look again: {warnings}", warnings=" ".join(made.warnings)))
        else:
            self._say(tr("Kept."))

    def stop(self, entry: Entry) -> None:
        """It is not sent."""
        if entry.mail is not None:
            self._ask(StopMail(entry.mail.key), lambda made: self._say(made.says))

    def drop(self, entry: Entry) -> None:
        """A draft goes nowhere; what stood in it waits again."""
        if entry.digest is not None:
            said = tr("Dropped. What stood in it waits again.")
            self._ask(DropDigest(entry.digest.key), lambda _: self._pane.bar.say(said, True))

    def print(self, entry: Entry) -> None:
        """Asks whether on paper or as a PDF."""
        digest = entry.digest
        if digest is None:
            return
        state = tr(STATES[entry.state][1])
        box = QMessageBox(self._page.window())
        box.setWindowTitle(tr("Print this digest"))
        box.setText(tr("Print this digest?"))
        paper_button = box.addButton(tr("On a printer…"), QMessageBox.ButtonRole.AcceptRole)
        file = box.addButton(tr("As a PDF…"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)

        def go() -> None:
            if box.clickedButton() is paper_button:
                self._on_paper(digest, state)
            elif box.clickedButton() is file:
                self._as_pdf(digest, state)

        box.finished.connect(lambda _: go())
        box.finished.connect(box.deleteLater)
        box.open()

    def _as_pdf(self, digest: Digest, state: str) -> None:
        chooser = QFileDialog(self._page.window(), tr("Keep as a PDF"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilter("PDF (*.pdf)")
        chooser.setDefaultSuffix("pdf")
        chooser.selectFile("digest.pdf")
        chooser.fileSelected.connect(lambda path: self.write_pdf(digest, state, Path(path)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def write_pdf(self, digest: Digest, state: str, path: Path) -> None:
        """Writes it; says where it is, or why not."""
        try:
            paper.write_pdf(digest, state, path)
        except OSError as fault:
            self._fail(
                tr(
                    "{path} cannot be written ({strerror}). Nothing was lost.",
                    path=path,
                    strerror=fault.strerror,
                )
            )
            return
        self._say(tr("Kept as {path}.", path=path))

    def _on_paper(self, digest: Digest, state: str) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._page.window())
        dialog.accepted.connect(lambda: paper.print_to(printer, digest, state))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # QPrintDialog's own wants a slot by name

    def _ask(self, command: Command, done: Callable[[Any], None]) -> None:
        self._bridge.ask(command, done, self._fail)

    def _say(self, text: str) -> None:
        self._pane.bar.say(text)

    def _fail(self, why: str) -> None:
        self._pane.bar.say(why, fault=True)
