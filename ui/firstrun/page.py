"""The first thing a new profile shows: the ways to start, and behind one of them the set-up."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from listener.council import Council
from ui.bridge import Bridge
from ui.firstrun.steps import SetUp
from ui.firstrun.ways import Ways


class FirstRun(QStackedWidget):
    """Ends with `chosen`. The set-up keeps what was typed until then, wherever one goes."""

    chosen = Signal(str)
    """A sentence about how it begins."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.ways = Ways(bridge)
        self.set_up = SetUp(bridge)
        for page in (self.ways, self.set_up):
            self.addWidget(page)
        self.sample = self.ways.sample
        self.add_box = self.ways.add_box
        self.ways.chosen.connect(self.chosen)
        self.ways.set_up.connect(self.begin)
        self.set_up.left.connect(self.to_the_ways)
        self.set_up.finished.connect(self._finished)

    def begin(self) -> None:
        """Opens the set-up, or goes on with it."""
        self._bridge.read(lambda r: r.council(), self._begin, place="first run")

    def to_the_ways(self) -> None:
        """Shows the ways to start."""
        self.setCurrentWidget(self.ways)
        self.ways.own.setFocus()

    def _begin(self, council: Council | None) -> None:
        self.setCurrentWidget(self.set_up)
        self.set_up.begin(council)

    def _finished(self, said: str) -> None:
        self.setCurrentWidget(self.ways)
        self.chosen.emit(said)
