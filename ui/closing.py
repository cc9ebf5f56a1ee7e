"""How the window closes: what it says first, and what it remembers of its place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSettings, QSize
from PySide6.QtWidgets import QCheckBox, QMainWindow, QMessageBox, QSplitter, QWidget

from ui.tongue import said_later, tr

STOPS = said_later(
    (
        "Listening stops when this window closes.",
        "Everything is saved. The next start says from when to when nobody listened, "
        "and what came in.",
    )
)
GOES_ON = said_later(
    (
        "Go on listening when the window is closed?",
        "It then stays at the clock, where its icon opens it again. Ctrl+Q always quits.",
    )
)


class Closing:
    """Asks once a closing, unless the person wants to hear it no more.

    hide: puts the window away while listening goes on; None where there is no tray to stay in.
    """

    def __init__(self, window: QWidget, kept: QSettings, hide: Callable[[], None] | None) -> None:
        self._window = window
        self._kept = kept
        self._hide = hide
        self.asked = False
        self.quitting = False
        self.to_tray = "ask"  # ask, yes or no, as the settings keep it
        self.chose: Callable[[str], None] = lambda _: None
        self.box: QMessageBox | None = None

    def may_close(self) -> bool:
        """True where the window may close now; else it asks or hides, and closes itself on yes."""
        if self.asked:
            return True
        if self._hide is not None and not self.quitting:
            if self.to_tray == "yes":
                self._hide()
                return False
            if self.to_tray == "ask":
                self._ask_whether()
                return False
        if self._kept.value("close_quietly") == "yes":
            return True
        if self.box is None:
            self._ask()
        return False

    def _ask_whether(self) -> None:
        """Said once: the answer is kept, and the settings change it."""
        if self.box is not None:
            return
        box = self._made(tr("Close the window"), GOES_ON)
        stay = box.addButton(tr("Go on listening"), QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(tr("Quit"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.finished.connect(
            lambda _: self._whether(box.clickedButton() is stay, box.clickedButton() is leave)
        )
        box.open()

    def _whether(self, stay: bool, leave: bool) -> None:
        self._put_away()
        if stay or leave:
            self.to_tray = "yes" if stay else "no"
            self.chose(self.to_tray)
        if stay and self._hide is not None:
            self._hide()
        elif leave:
            self.asked = True
            self._window.close()

    def _ask(self) -> None:
        box = self._made(tr("Close Council Listener"), STOPS)
        close = box.addButton(tr("Close"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(tr("Keep listening"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(close)
        quietly = QCheckBox(tr("Do not say this again"), box)
        box.setCheckBox(quietly)
        box.finished.connect(
            lambda _: self._answered(box.clickedButton() is close, quietly.isChecked())
        )
        box.open()

    def _made(self, title: str, said: tuple[str, str]) -> QMessageBox:
        box = self.box = QMessageBox(self._window)
        box.setWindowTitle(title)
        box.setText(tr(said[0]))
        box.setInformativeText(tr(said[1]))
        return box

    def _put_away(self) -> None:
        if self.box is not None:
            self.box.deleteLater()
            self.box = None

    def _answered(self, close: bool, quietly: bool) -> None:
        self._put_away()
        if not close:
            self.quitting = False
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
