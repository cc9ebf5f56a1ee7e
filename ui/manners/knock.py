"""A second start on the same profile knocks: the window that is open comes to the front.

By a file in the profile's folder, which works on every system and needs neither network nor bus.
"""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

FOLDER = "knock"
WAIT = 3.0  # seconds that who knocks waits for an answer
LOOK = 0.05


class FrontDoor(QObject):
    """Lives as long as the window. Where the folder cannot be watched, nobody is heard knocking."""

    knocked = Signal()

    def __init__(self, profile: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = profile / FOLDER
        self._watch = QFileSystemWatcher(self)
        with contextlib.suppress(OSError):
            self._folder.mkdir(exist_ok=True)
            self._answer()
            self._watch.addPath(str(self._folder))
        self._watch.directoryChanged.connect(self._heard)

    def _heard(self) -> None:
        with contextlib.suppress(OSError):
            if self._answer():
                self.knocked.emit()

    def _answer(self) -> int:
        """Takes the knocks away, which is the answer; how many there were."""
        knocks = list(self._folder.iterdir())
        for one in knocks:
            one.unlink(missing_ok=True)
        return len(knocks)


def knock(profile: Path, wait: float = WAIT) -> bool:
    """Asks the window that holds this profile to come to the front; whether it answered."""
    mark = profile / FOLDER / str(os.getpid())
    try:
        mark.touch()
    except OSError:
        return False
    until = time.monotonic() + wait
    while time.monotonic() < until:
        if not mark.exists():
            return True
        time.sleep(LOOK)
    with contextlib.suppress(OSError):
        mark.unlink(missing_ok=True)
    return False
