"""What an officer does with a digest: writes, sends or opens, edits, drops, prints."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

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
from listener.handoff import Delivery, Digest, DigestKey, EditedDigest
from ui.areas.second import ask_second
from ui.bridge import Bridge
from ui.digests.entries import STATES, Entry
from ui.digests.forms import EditForm, ElsewhereForm
from ui.digests.pane import DigestPane
from ui.digests.press import Press
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
        self.press = Press(page, lambda text: pane.bar.say(text), self._fail)
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
        digest = entry.digest
        if digest is None:
            return
        key: DigestKey = digest.key

        def go(second: str) -> None:
            chosen = SendDigest(key, "smtp" if way == "smtp" else "eml", second=second)
            self._ask(chosen, self._sent)

        ask_second(self._bridge, digest, self._page, go, self._fail)

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
        self.press.offer(digest, tr(STATES[entry.state][1]))

    def _ask(self, command: Command, done: Callable[[Any], None]) -> None:
        self._bridge.ask(command, done, self._fail)

    def _say(self, text: str) -> None:
        self._pane.bar.say(text)

    def _fail(self, why: str) -> None:
        self._pane.bar.say(why, fault=True)
