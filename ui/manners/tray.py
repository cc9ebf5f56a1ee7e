"""The icon at the clock: how many wait, and a quiet word about a possible danger."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPainter
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from ui import words
from ui.theme import icon_pixmap, tokens
from ui.tongue import tr

GATHER = 2_000  # ms in which dangers that come in together are told as one
SIDE = 64  # pixels of the picture; the system makes it smaller


class Tray(QObject):
    """Where the desktop has no tray, nothing shows and nothing is told here."""

    opened = Signal()
    """The window is wanted."""
    danger = Signal()
    """The notice about a possible danger was clicked: its mention is wanted."""
    spike = Signal()
    """The notice about a spike was clicked: the page of spikes is wanted."""
    asked = Signal(str)
    """A verb of ui.keys: add, check or quit."""

    def __init__(self, parent: QObject, icon: QSystemTrayIcon | None) -> None:
        super().__init__(parent)
        self.icon = icon
        self.say: Callable[[str, str], None] = self._notify
        self._count = -1
        self._dangers = 0
        self._spikes = 0
        self._told_danger = True  # what the last notice was about
        self._gathering = QTimer(self, singleShot=True, interval=GATHER)
        self._gathering.timeout.connect(self._tell)
        if self.icon is not None:
            self._menu = self._made_menu()
            self.icon.setContextMenu(self._menu)
            self.icon.activated.connect(self._pressed)
            self.icon.messageClicked.connect(self._clicked)
            self.show_count(0, False)
            self.icon.show()

    @property
    def there(self) -> bool:
        """Whether the desktop has a tray to go on listening in."""
        return self.icon is not None

    def show_count(self, to_do: int, badge: bool) -> None:
        """How many wait for an officer; badge: drawn on the icon too."""
        if self.icon is None:
            return
        waiting = (
            words.count(to_do, "mention") + tr(" to look at") if to_do else tr("nothing waits")
        )
        self.icon.setToolTip(tr("Council Listener: {waiting}", waiting=waiting))
        shown = to_do if badge else 0
        if shown != self._count:
            self._count = shown
            self.icon.setIcon(badged(shown))

    def possible_dangers(self, many: int) -> None:
        """Dangers that just came in: told once for all that come within two seconds."""
        if self.icon is not None:
            self._dangers += many
            self._gather()

    def spikes(self, many: int) -> None:
        """Spikes that were just found; with dangers of the same two seconds in one notice."""
        if self.icon is not None:
            self._spikes += many
            self._gather()

    def _gather(self) -> None:
        if not self._gathering.isActive():
            self._gathering.start()

    def stop(self) -> None:
        """Takes the icon away."""
        self._gathering.stop()
        if self.icon is not None:
            self.icon.hide()

    def _tell(self) -> None:
        dangers, spikes = self._dangers, self._spikes
        self._dangers = self._spikes = 0
        if dangers or spikes:
            self._told_danger = bool(dangers)
            self.say(tr("Council Listener"), notice(dangers, spikes))

    def _clicked(self) -> None:
        """Danger first: where both were told, it opens what cannot wait."""
        (self.danger if self._told_danger else self.spike).emit()

    def _notify(self, title: str, text: str) -> None:
        if self.icon is not None:
            self.icon.showMessage(title, text, self.icon.icon())

    def _made_menu(self) -> QMenu:
        menu = QMenu()
        menu.addAction(tr("Open Council Listener"), self.opened.emit)
        for text, verb in (
            (tr("Add a mention…"), "add"),
            (tr("Check now"), "check"),
            (tr("Quit"), "quit"),
        ):
            menu.addAction(text, partial(self.asked.emit, verb))
        return menu

    def _pressed(self, how: QSystemTrayIcon.ActivationReason) -> None:
        if how in (
            QSystemTrayIcon.ActivationReason.Trigger,
            QSystemTrayIcon.ActivationReason.DoubleClick,
        ):
            self.opened.emit()


def icon_at_the_clock(parent: QObject) -> QSystemTrayIcon | None:
    """An icon for the desktop's tray, or None where it has none."""
    return QSystemTrayIcon(parent) if QSystemTrayIcon.isSystemTrayAvailable() else None


def notice(dangers: int, spikes: int = 0) -> str:
    """What a notice says: it may stand on a screen that others see, so no words, names, places."""
    told = [words.count(dangers, "possible danger")] if dangers else []
    told += [words.count(spikes, "spike")] if spikes else []
    return tr("{counted} to look at.", counted=tr(" and ").join(told))


def badged(many: int) -> QIcon:
    """Our icon, with a number on it where there is one; beyond 99 it says so."""
    picture = icon_pixmap("council-listener", "#1b5faa", SIDE, 1.0)
    if many:
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().red))
        told = str(many) if many < 100 else "99+"
        wide = (0, SIDE * 9 // 16, SIDE * 13 // 16, SIDE)[len(told)]
        spot = QRect(SIDE - wide, SIDE * 3 // 8, wide, SIDE * 5 // 8)
        painter.drawRoundedRect(spot, 14, 14)
        font = QFont()
        font.setBold(True)
        font.setPixelSize(SIDE // 2 if len(told) < 3 else SIDE * 7 // 16)
        painter.setFont(font)
        painter.setPen(QColor(tokens().on_red))
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, told)
        painter.end()
    return QIcon(picture)
