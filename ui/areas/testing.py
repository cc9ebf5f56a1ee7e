"""Sends a test message to each address of an area, and says what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from listener.commands import TestMail
from listener.handoff import Delivery
from ui.bridge import Bridge
from ui.tongue import tr


def open_file(path: str) -> bool:
    """Opens a file in the program that this computer has for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(path))


class Testing:
    """Lives as long as its page. say: takes a sentence, and whether it is a fault."""

    def __init__(self, bridge: Bridge, say: Callable[[str, bool], None]) -> None:
        self._bridge = bridge
        self._say = say
        self._went: list[str] = []
        self._faults: list[str] = []
        self.open_file: Callable[[str], bool] = open_file

    def send(self, addresses: Sequence[str]) -> None:
        """One message to each, so that a wrong address does not hide behind a right one."""
        self._went, self._faults = [], []
        self._say(tr("Sending …"), False)
        for address in addresses:
            self._bridge.ask(TestMail(address), self._sent, self._failed)

    def _sent(self, made: Delivery) -> None:
        if not made.draft:
            self._went += made.to
        elif self.open_file(made.draft):
            self._went += [tr("{to} (open in your mail program)", to=", ".join(made.to))]
        else:
            lies = tr("No program opened it: the draft lies in {path}.", path=made.draft)
            self._faults.append(lies)
        self._tell()

    def _failed(self, why: str) -> None:
        self._faults.append(why)
        self._tell()

    def _tell(self) -> None:
        went = ", ".join(self._went)
        told = [tr("A test message went. Look whether it arrives: {to}.", to=went)] if went else []
        self._say(" ".join([*told, *dict.fromkeys(self._faults)]), bool(self._faults))
