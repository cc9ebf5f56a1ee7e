"""How the window closes: what it says first, and what it remembers of its place."""

from __future__ import annotations

from PySide6.QtCore import QSettings, QSize
from PySide6.QtWidgets import QCheckBox, QMainWindow, QMessageBox, QSplitter, QWidget


class Closing:
    """Asks once a closing, unless the person wants to hear it no more."""

    def __init__(self, window: QWidget, kept: QSettings) -> None:
        self._window = window
        self._kept = kept
        self.asked = False
        self.box: QMessageBox | None = None

    def may_close(self) -> bool:
        """True where the window may close now; else it asks, and closes itself on yes."""
        if self.asked or self._kept.value("close_quietly") == "yes":
            return True
        if self.box is None:
            self._ask()
        return False

    def _ask(self) -> None:
        box = self.box = QMessageBox(self._window)
        box.setWindowTitle("Close Council Listener")
        box.setText("Listening stops when this window closes.")
        box.setInformativeText(
            "Everything is saved. The next start says from when to when nobody listened, and "
            "what came in."
        )
        close = box.addButton("Close", QMessageBox.ButtonRole.AcceptRole)
        box.addButton("Keep listening", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(close)
        quietly = QCheckBox("Do not say this again", box)
        box.setCheckBox(quietly)
        box.finished.connect(
            lambda _: self._answered(box.clickedButton() is close, quietly.isChecked())
        )
        box.open()

    def _answered(self, close: bool, quietly: bool) -> None:
        if self.box is not None:
            self.box.deleteLater()
            self.box = None
        if not close:
            return
        self.asked = True
        if quietly:
            self._kept.setValue("close_quietly", "yes")
        self._window.close()


FRAME = QSize(16, 48)  # what a frame with its title takes at the most, before it is there


def _room(window: QWidget) -> QSize:
    """The screen's room for a window with its frame: nothing may stand below the screen's edge."""
    return window.screen().availableGeometry().size() - FRAME


class Place:
    """Where the window and its splitter stood last time."""

    def __init__(self, window: QMainWindow, split: QSplitter, kept: QSettings) -> None:
        self._window = window
        self._split = split
        self._kept = kept
        window.resize(QSize(1440, 900).boundedTo(_room(window)))
        split.setSizes([480, 700])
        geometry, sizes = kept.value("geometry"), kept.value("split")
        if geometry is not None:
            window.restoreGeometry(geometry)
        if sizes is not None:
            split.restoreState(sizes)

    def keep(self) -> None:
        """Writes it down."""
        self._kept.setValue("geometry", self._window.saveGeometry())
        self._kept.setValue("split", self._split.saveState())
        self._kept.sync()
