"""Binds the keys to the verbs. Letters typed in a text field stay letters."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.keymap import in_use
from ui.tongue import tr


def bind(
    window: QWidget, verbs: Mapping[str, Callable[[], None]], at: Mapping[str, QWidget]
) -> dict[str, QShortcut]:
    """One shortcut a key. Raises KeyError where a key has no verb: the sheet would be lying.

    at: verbs whose key works in one widget only, as Return means other things elsewhere.
    A text field takes letters for itself before any shortcut sees them; a test holds Qt to it.
    """
    bound = {}
    for key in in_use():
        for combination in key.keys:
            shortcut = QShortcut(QKeySequence(combination), at.get(key.verb, window))
            if key.verb in at:
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.setAutoRepeat(key.group == tr("Move"))
            shortcut.activated.connect(verbs[key.verb])
            bound[combination] = shortcut
    return bound


def bind_lists(window: QWidget, names: Sequence[str], open_: Callable[[str], None]) -> None:
    """Ctrl+1 to Ctrl+9 and Ctrl+0 open the first ten lists."""
    for digit, name in zip("1234567890", names, strict=False):
        shortcut = QShortcut(QKeySequence(f"Ctrl+{digit}"), window)
        shortcut.activated.connect(lambda n=name: open_(n))
