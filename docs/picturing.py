"""Takes pictures of a window: with what lies over it, and small enough to be kept beside code."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from time import monotonic, sleep

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.shell import Window
from ui.theme import tokens

COLOURS = 256  # of a picture with a palette
PATIENCE = 30.0  # seconds until something that should come is given up
CALM = 0.5  # seconds: longer than any pause after which the window looks again


def settle(window: Window) -> None:
    """Waits until all that was asked of the reading thread is shown, and the window is calm."""
    for _ in range(2):  # what was shown may itself have asked for more
        done: list[bool] = []
        window.bridge.read(lambda _: True, done.append)
        until = monotonic() + PATIENCE
        while not done:
            if monotonic() > until:
                raise TimeoutError("The window did not come to rest.")
            _turn()
        until = monotonic() + CALM
        while monotonic() < until:
            _turn()


def _turn() -> None:
    QApplication.processEvents()
    sleep(0.005)


def take(window: Window, path: Path) -> None:
    """Writes the window as a PNG, with the dialog that lies over it."""
    settle(window)
    picture = window.grab()
    dialog = QApplication.activeModalWidget() or _dialog(window)
    if dialog is not None:
        _lay_over(picture, dialog)
    if not small(picture.toImage()).save(str(path), "PNG", 0):  # quality 0: pressed hardest
        raise OSError(f"{path} could not be written.")


def _dialog(window: Window) -> QWidget | None:
    shown = [d for d in window.findChildren(QDialog) if d.isVisible()]
    return shown[-1] if shown else None


def _lay_over(picture: QPixmap, dialog: QWidget) -> None:
    """The dialog in the middle of a dimmed window, with a line about it."""
    over = dialog.grab()
    room = picture.rect()
    corner = QPoint((room.width() - over.width()) // 2, (room.height() - over.height()) // 2)
    painter = QPainter(picture)
    painter.fillRect(room, QColor(0, 0, 0, 90))
    painter.drawPixmap(corner, over)
    painter.setPen(QColor(tokens().soft))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(corner.x() - 1, corner.y() - 1, over.width() + 1, over.height() + 1)
    painter.end()


def small(image: QImage) -> QImage:
    """The same with a palette of its commonest colours: a third of the bytes, and no eye sees it.

    Most pixels of a window are a few dozen colours; the rest are the edges of letters.
    """
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(plain.constBits().cast("I"))
    colours = [colour for colour, _ in counted.most_common(COLOURS)]
    return plain.convertToFormat(
        QImage.Format.Format_Indexed8, colours, Qt.ImageConversionFlag.ThresholdDither
    )
