"""The page of digests: what is due and written, what is on its way, what went."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from listener.commands import PostNow, Undo
from listener.handoff import DigestKey
from ui.bridge import Bridge
from ui.digests.doing import Doing
from ui.digests.entries import TROUBLE, Entry, Shelf, due_words, shelf
from ui.digests.list import DigestList
from ui.digests.pane import DigestPane, Looked
from ui.doors import ReaderDoor
from ui.parts.buttons import KeyButton
from ui.parts.flow import Flow
from ui.parts.labels import label
from ui.queue.face import Face
from ui.tongue import said_later, tr
from ui.words import count

_WHAT = said_later(
    "A digest tells one service what residents say, in one short message. It is written when an "
    "area’s time has come, or at once for a spike; you read it, and send it."
)


class DigestsPage(QWidget):
    """Reads when it is opened and when digests, mails or answers change; keeps its place."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._wanted: DigestKey | None = None
        self._read_once = False
        self._stepping = False
        self.shelf = Shelf((), (), (), "eml", False)
        self.list = DigestList()
        self.pane = DigestPane()
        self.face = Face()
        self.doing = Doing(bridge, self.pane, self)
        self.list.chosen.connect(self._look)
        self.pane.asked.connect(self.doing.do)
        self.pane.bar.undo.connect(self._undo)
        self._counted = label("", "soft", wrap=False)
        self._lay_out()

    def _lay_out(self) -> None:
        head = Flow(gap=12)
        head.addWidget(label(tr("Digests"), "page", wrap=False))
        head.addWidget(self._counted)
        self.post_now = KeyButton(tr("Send what waits"))
        self.post_now.clicked.connect(self._post_now)
        head.addWidget(self.post_now)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(self.list)
        self.split.addWidget(self.pane)
        self.split.setStretchFactor(0, 2)
        self.split.setStretchFactor(1, 5)
        self.split.setChildrenCollapsible(False)
        self.split.setSizes([360, 760])
        self._stack = QStackedWidget()
        self._stack.addWidget(self.split)
        self._stack.addWidget(self.face)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 14, 20, 14)
        rows.setSpacing(10)
        rows.addLayout(head)
        rows.addWidget(self._stack, 1)

    def reload(self) -> None:
        """Reads the digests again."""
        if not self._read_once:
            self._show_face(tr("Reading the digests …"))
        self._bridge.read(shelf, self._show, self._broken, "digests")

    def go_to(self, key: DigestKey) -> None:
        """Shows a digest, however it stands."""
        self._wanted = key
        self.reload()

    def step_into(self) -> None:
        """Puts the keyboard into the list, once it has been read."""
        self._stepping = True

    def keys(self) -> dict[str, Callable[[], None]]:
        """What the keys of ui.keys do on this page."""
        do = self.doing.do
        return {
            "next": lambda: self.list.step(1), "previous": lambda: self.list.step(-1),
            "read": self.pane.browser.setFocus, "forward": self.doing.usual,
            "suggested": partial(do, "went"), "note": partial(do, "edit"),
            "print": partial(do, "print"),
        }  # fmt: skip

    def _show(self, read: Shelf) -> None:
        self._read_once = True
        self.shelf = read
        entries = read.entries()
        due = sum(e.part == "due" for e in entries)
        waits = sum(m.state == "queued" for m in read.mails)
        troubled = sum(m.state in TROUBLE for m in read.mails)
        told = [due_words(due, False), tr("{n} in the queue", n=waits) if waits else ""]
        if troubled:
            told.append(count(troubled, "mail to look at", "mails to look at"))
        self._counted.setText(" · ".join(t for t in told if t))
        self.post_now.setVisible(bool(waits))
        if not entries:
            self.list.show_entries((), datetime.now(UTC))
            self._show_face(tr("Nothing is to be told to any service."), tr(_WHAT))
            return
        self._stack.setCurrentWidget(self.split)
        self.list.show_entries(entries, datetime.now(UTC))
        if self._stepping:
            self._stepping = False
            self.list.setFocus()
        if self._wanted is not None and self.list.go_to(("digest", self._wanted)):
            self._wanted = None

    def _look(self, entry: Entry | None) -> None:
        if entry is not None:
            looked = partial(_looked, entry)
            self._bridge.read(looked, self._show_looked, self._failed, "digest")

    def _show_looked(self, looked: Looked) -> None:
        before = self.pane.entry
        if before is not None and before.name != looked.entry.name:
            self.pane.bar.hide()
        self.pane.show_looked(looked, self.shelf, datetime.now(UTC))

    def _post_now(self) -> None:
        self._bridge.ask(
            PostNow(),
            lambda went: self.pane.bar.say(tr("{counted} went.", counted=count(went, "mail"))),
            self._failed,
        )

    def _undo(self) -> None:
        self._bridge.ask(Undo(), self.pane.bar.say, self._failed)

    def _failed(self, why: str) -> None:
        self.pane.bar.say(why, fault=True)

    def _show_face(self, title: str, words: str = "") -> None:
        self.face.say(title, words)
        self._stack.setCurrentWidget(self.face)

    def _broken(self, why: str) -> None:
        self.face.say(tr("The digests could not be read."), why, tr("Try again"), self.reload)
        self._stack.setCurrentWidget(self.face)


def _looked(entry: Entry, reader: ReaderDoor) -> Looked:
    digest = entry.digest
    if digest is None and entry.due is None:
        return Looked(entry, None, ())
    at_once = entry.due.at_once if entry.due is not None else bool(digest and digest.spike)
    told = reader.outbox.to_whom(entry.area, at_once)
    if digest is None:
        return Looked(entry, told, ())
    whole = replace(entry, digest=reader.digest(digest.key))
    return Looked(whole, told, reader.responses(digest.key))
