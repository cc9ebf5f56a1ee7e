"""The ways to start: your own council, the sample, an address, a list; and what is not heard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from listener.commands import ImportSources, UseCouncil
from listener.mention import ImportedFeed
from ui.bridge import Bridge
from ui.parts.buttons import KeyButton
from ui.parts.labels import label
from ui.parts.scrolling import scrolling
from ui.sources.addbox import AddBox
from ui.tongue import tr


class Ways(QScrollArea):
    """Each way is one card; any of them but the set-up ends the first run."""

    set_up = Signal()
    """Somebody wants to set up a council of their own."""

    chosen = Signal(str)
    """A sentence about how it begins."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.add_box = AddBox(bridge)
        self.add_box.added.connect(self.chosen)
        self._says = label("", "fault")
        self._says.hide()
        self.sample = KeyButton(tr("Look at the sample council"))
        self.sample.clicked.connect(
            lambda: self.chosen.emit(tr("This is Brackenford, a council that does not exist."))
        )
        self.own = KeyButton(tr("Set up your council…"), kind="primary")
        self.own.clicked.connect(self.set_up)
        scrolling(self._inside(), self)

    def _inside(self) -> QWidget:
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(40, 32, 40, 32)
        rows.setSpacing(16)
        rows.addWidget(label(tr("Council Listener"), "page"))
        rows.addWidget(
            label(
                tr(
                    "It hears what residents say about the council, says with reasons "
                    "what each mention may need, and leaves every decision to you. It "
                    "looks for words that may mean danger; it does not know danger "
                    "when it sees it."
                )
            )
        )
        rows.addWidget(
            label(
                tr(
                    "Nobody listens while this computer is off or this window is "
                    "closed: each start says what was missed. Groups that only members "
                    "may read are never heard; what is said there can be added by hand."
                ),
                "strong",
            )
        )
        rows.addWidget(self._says)
        rows.addWidget(
            _card(
                tr("Your own council"),
                tr(
                    "Seven short pages: name, accounts, members, neighbours, places, "
                    "services, sources. Each can be left for later. The sample leaves "
                    "when it is done."
                ),
                self.own,
            )
        )
        rows.addWidget(
            _card(
                tr("Try it out"),
                tr("Brackenford is made up: some 300 mentions over three weeks. Nothing is real."),
                self.sample,
            )
        )
        rows.addWidget(self.add_box)
        rows.addWidget(self._lists())
        rows.addStretch(1)
        return inside

    def _lists(self) -> QFrame:
        feeds = KeyButton(tr("Choose an OPML file…"))
        feeds.clicked.connect(lambda: self._choose("OPML (*.opml *.xml);;All files (*)", self.opml))
        council = KeyButton(tr("Choose a council file…"))
        council.clicked.connect(lambda: self._choose("TOML (*.toml);;All files (*)", self.council))
        return _card(
            tr("Bring in what you have"),
            tr(
                "A list of feeds from another program (OPML), or your council's "
                "own file: then the sample leaves."
            ),
            feeds,
            council,
        )

    def opml(self, path: Path) -> None:
        """Adds the feeds of a list."""
        self._bridge.ask(ImportSources(path), self._came, self._failed)

    def council(self, path: Path) -> None:
        """Begins with the council's own file."""
        self._bridge.ask(
            UseCouncil(path),
            lambda name: self.chosen.emit(tr("This is {name} now.", name=name)),
            self._failed,
        )

    def _came(self, feeds: tuple[ImportedFeed, ...]) -> None:
        added = sum(f.status == "added" for f in feeds)
        if added:
            self.chosen.emit(
                tr("{added} of {feeds} feeds were added.", added=added, feeds=len(feeds))
            )
        else:
            why = next((f.why for f in feeds if f.why), tr("it lists none"))
            self._failed(tr("No feed was added: {why}.", why=why))

    def _failed(self, why: str) -> None:
        self._says.setText(why)
        self._says.show()

    def _choose(self, kinds: str, then: Callable[[Path], None]) -> None:
        chooser = QFileDialog(self, tr("Bring in"), "", kinds)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(lambda name: then(Path(name)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()


def _card(title: str, about: str, *buttons: KeyButton) -> QFrame:
    card = QFrame()
    card.setProperty("card", True)
    rows = QVBoxLayout(card)
    rows.setContentsMargins(18, 16, 18, 16)
    rows.addWidget(label(title, "title"))
    rows.addWidget(label(about, "soft"))
    for button in buttons:
        rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    return card
