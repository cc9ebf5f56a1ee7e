"""Opens the desk and the window, and closes both, however the end comes."""

from __future__ import annotations

import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication, QMessageBox

from listener.desk import Desk
from listener.errors import Known, ProfileBusy
from ui.manners.knock import knock
from ui.shell import Window
from ui.theme import Look, Theme
from ui.tongue import tr

HOLDER = "the window"  # what another program reads of who holds the profile


def run(profile: Path | None, hidden: bool = False) -> int:
    """Shows the window on a profile until it is closed. 0 where it ran, 1 where it could not.

    hidden: begins at the clock, as at log-in; without a tray, as a window put small.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("Council Listener")
    app.setDesktopFileName("council-listener")
    # It may go on without a window, at the clock; it ends when the window is closed for good.
    app.setQuitOnLastWindowClosed(False)
    try:
        desk = Desk.open(profile, holder=HOLDER)
    except ProfileBusy as fault:
        ours = fault.sentence() == HOLDER
        return 0 if ours and knock(Desk.folder(profile)) else _cannot(app, fault)
    except Known as fault:
        return _cannot(app, fault)
    window = built(app, desk)
    ending = Ending(window.close_now)
    app.commitDataRequest.connect(lambda _: window.close_now())
    window.closed.connect(app.quit)
    begin(window, hidden)
    try:
        return app.exec()
    finally:
        ending.stop()
        window.bridge.close()
        desk.close()


def built(app: QApplication, desk: Desk) -> Window:
    """The window on a desk, not shown yet, in the look that its settings keep."""
    # Widgets that have a style already are styled anew each time they are put into another: of
    # the 0.45 s that the start took from here 0.27 s. So the style sheet comes when all stand. To
    # take one off again meanwhile is no way: Qt crashed at the next change of look.
    theme = Theme(app, _kept_look(desk), dressed=False)
    window = Window(desk, theme)
    theme.dress()
    return window


def _kept_look(desk: Desk) -> Look:
    try:
        reader = desk.reader()
        try:
            kept = reader.settings()
        finally:
            reader.close()
    except Known:
        return Look()  # the window will say what is wrong, when it reads by itself
    return Look(kept.theme, kept.text_size)


def begin(window: Window, hidden: bool) -> None:
    """Shows the window; hidden: only its icon at the clock, where there is a clock."""
    if not hidden:
        window.show()
    elif not window.among.tray.there:
        window.showMinimized()


class Ending(QObject):
    """Turns a signal to end (a log-out, Ctrl+C in the terminal) into an orderly closing."""

    def __init__(self, close: Callable[[], None]) -> None:
        super().__init__()
        self._close = close
        # Python runs its signal handlers between two of its own steps, and Qt's loop takes none
        # while it waits: the byte written to this socket wakes it.
        self._ours, self._its = socket.socketpair()
        self._its.setblocking(False)
        self._before = signal.set_wakeup_fd(self._its.fileno())
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: None)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)

    def _woken(self) -> None:
        self._ours.recv(16)
        self._close()

    def stop(self) -> None:
        """Gives the signals back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        self._ours.close()
        self._its.close()


def _cannot(app: QApplication, fault: Known) -> int:
    """Says why the window cannot open."""
    why = fault.sentence()
    if isinstance(fault, ProfileBusy):
        why = tr(
            "This profile is in use by {why}. Close that first, or open another profile.", why=why
        )
    sys.stderr.write(f"{why}\n")
    Theme(app, Look())
    box = QMessageBox()
    box.setWindowTitle(tr("Council Listener"))
    box.setText(tr("Council Listener cannot open."))
    box.setInformativeText(why)
    box.exec()
    return 1
