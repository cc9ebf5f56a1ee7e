"""One box for any address: finds the feeds there, shows sample titles, adds what is chosen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from listener.commands import AddSource, Discover
from ui import words
from ui.bridge import Bridge
from ui.doors import CandidateDoor, FoundDoor
from ui.keymap import cap
from ui.parts.buttons import KeyButton
from ui.parts.labels import label, reworn
from ui.tongue import tr

SAMPLES = 3


class AddBox(QFrame):
    """Used on the sources page and at first run."""

    added = Signal(str)
    """A sentence about what was added."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._bridge = bridge
        self._found: list[tuple[QCheckBox, CandidateDoor]] = []
        self._asked = ""
        self.address = QLineEdit()
        self.address.setAccessibleName(tr("Address of a feed or a site"))
        self.address.setPlaceholderText(tr("Paste the address of a feed or a site"))
        self.look = KeyButton(tr("Look"), kind="primary")
        self.add = KeyButton(tr("Add"), kind="primary")
        self._says = label("", "soft")
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.look.clicked.connect(self.search)
        self.address.returnPressed.connect(self.search)
        self.add.clicked.connect(self.keep)
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.address, 1)
        top.addWidget(self.look)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(18, 16, 18, 16)
        rows.addWidget(label(tr("Add a source"), "title"))
        rows.addLayout(top)
        rows.addWidget(self._says)
        rows.addWidget(self._list)
        rows.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._say(tr("A site will do: its feeds of posts and of comments are found."))
        self.add.hide()

    def search(self) -> None:
        """Looks what there is at the address."""
        address = self.address.text().strip()
        if not address:
            self._say(tr("Please paste an address first."), fault=True)
            return
        self._clear()
        self._asked = address
        self.look.setEnabled(False)
        self._say(tr("Looking at {address} …", address=address))
        self._bridge.ask(Discover(address), self._show, self._failed)

    def keep(self) -> None:
        """Adds the feeds that are ticked."""
        chosen = [c for box, c in self._found if box.isChecked()]
        if not chosen:
            self._say(tr("Please tick at least one feed."), fault=True)
            return
        for candidate in chosen:
            add = AddSource(candidate.address, channel=candidate.channel)
            self._bridge.ask(add, partial(self._kept, candidate), self._failed)
        self._clear()
        self.address.clear()
        self._say(tr("Adding {counted} …", counted=words.count(len(chosen), "feed")))

    def said(self) -> str:
        """What stands under the box."""
        return self._says.text()

    def _show(self, found: FoundDoor) -> None:
        self.look.setEnabled(True)
        self._clear()
        if not found.feeds:
            self._say(tr("Nothing was added: {because}", because=found.because), fault=True)
            return
        self._say(
            tr(
                "{counted} found at {asked}.",
                counted=words.count(len(found.feeds), "feed"),
                asked=self._asked,
            )
        )
        for candidate in found.feeds:
            self._offer(candidate)
        self.add.show()
        self._found[0][0].setFocus()

    def _offer(self, candidate: CandidateDoor) -> None:
        name = words.line(candidate.title or candidate.address)
        box = QCheckBox(f"{name} ({candidate.kind})".replace("&", "&&"))
        box.setChecked(True)
        box.setAccessibleName(f"{name}, {candidate.kind}, {candidate.address}")
        titles = [words.line(t) for t in candidate.samples[:SAMPLES]]
        samples = label("\n".join(f"· {t}" for t in titles) or tr("It is empty now."), "soft")
        samples.setIndent(26)
        self._rows.addWidget(box)
        self._rows.addWidget(samples)
        self._found.append((box, candidate))

    def _kept(self, candidate: CandidateDoor, _: object) -> None:
        said = tr(
            "{value} is a source now. {key} takes it back.",
            value=words.line(candidate.title or candidate.address),
            key=cap("Ctrl+Z") or tr("Undo"),
        )
        self._say(said)
        self.added.emit(said)

    def _failed(self, why: str) -> None:
        self.look.setEnabled(True)
        self._say(why, fault=True)

    def _clear(self) -> None:
        self._found.clear()
        self.add.hide()
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def _say(self, text: str, fault: bool = False) -> None:
        self._says.setText(words.plain(text))
        reworn(self._says, "look", "fault" if fault else "soft")
