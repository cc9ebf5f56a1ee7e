"""Whether anything moves by itself: fading menus and tips, and the blinking cursor."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_FadeMenu, Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip, Qt.UIEffect.UI_FadeTooltip,
)  # fmt: skip


class Motion:
    """Remembers how the system has it when it is made, to give it back."""

    def __init__(self) -> None:
        self._blink = QApplication.cursorFlashTime()
        self._moved = {effect: QApplication.isEffectEnabled(effect) for effect in EFFECTS}

    def still(self, still: bool) -> None:
        """Nothing moves, or all as the system has it."""
        for effect in EFFECTS:
            QApplication.setEffectEnabled(effect, not still and self._moved[effect])
        QApplication.setCursorFlashTime(0 if still else self._blink)
