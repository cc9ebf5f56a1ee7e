"""What is ticked: by a person, however they do it, and by what only shows it so.

A screen reader's “toggle” clicks nothing: Qt lets the button change and says only `toggled`
(QAccessibleButton::doAction), so whoever listens to `clicked` alone never hears of it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QAbstractButton


def on_tick(button: QAbstractButton, do: Callable[[bool], object]) -> None:
    """Calls do when a person ticks it, by mouse, key or screen reader."""
    button.toggled.connect(lambda on: do(bool(on)))


def show_ticked(button: QAbstractButton, on: bool) -> None:
    """Shows it so, without anybody having ticked it."""
    blocker = QSignalBlocker(button)
    button.setChecked(on)
    blocker.unblock()
