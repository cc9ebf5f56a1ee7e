"""Binds the keys of the window anew when they were changed, and lets every button show it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from ui import keymap
from ui.parts.buttons import KeyButton
from ui.shortcuts import bind


class Rekeying:
    """Lives as long as its window. `bound` is one dictionary, filled again at each change."""

    def __init__(
        self,
        window: QWidget,
        verbs: Mapping[str, Callable[[], None]],
        at: Mapping[str, QWidget],
    ) -> None:
        self._window = window
        self._verbs = verbs
        self._at = at
        self.bound: dict[str, QShortcut] = {}
        keymap.set_in_use("")
        self._bind()

    def wear(self, text: str) -> None:
        """Takes the changes that the settings keep."""
        if not keymap.set_in_use(text):
            return
        for shortcut in self.bound.values():
            shortcut.setEnabled(False)
            shortcut.setKey("")
            shortcut.deleteLater()
        self._bind()
        for button in self._window.findChildren(KeyButton):
            button.show_key()

    def _bind(self) -> None:
        self.bound.clear()
        self.bound.update(bind(self._window, self._verbs, self._at))
