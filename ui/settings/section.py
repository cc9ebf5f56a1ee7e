"""A section of the settings: what it asks to have changed, and how it goes back to the usual."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QWidget

from listener.commands import Change, Command
from listener.council import Council
from listener.settings import Settings, Value
from ui.house.fields import Fields, chosen_of
from ui.parts.buttons import KeyButton
from ui.parts.labels import label
from ui.parts.padded import padded
from ui.parts.ticks import Tick, on_tick, show_ticked
from ui.tongue import tr


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of the desk, what is said when it is done, and what takes it back."""

    commands: tuple[Command, ...]
    said: str
    inverse: tuple[Command, ...] = ()


class Section(Fields):
    """Fields that are each one setting. Every change is asked for at once."""

    wished = Signal(object)
    """A Wish."""
    KEYWORDS = ""

    def __init__(self, title: str, about: str = "") -> None:
        super().__init__(title, about)
        self.title = title
        self.settings = Settings()
        self._shows: dict[str, Callable[[Settings], None]] = {}
        self.reset_button = KeyButton(tr("Back to the usual"))
        self.reset_button.setAccessibleName(tr("{title}: back to the usual", title=title))
        self.reset_button.clicked.connect(self.reset)
        self.reset_button.hide()

    def words(self) -> str:
        """What a search of the settings looks through."""
        names = [w.accessibleName() for w in self.findChildren(QWidget) if w.accessibleName()]
        return " ".join((self.title, self.KEYWORDS, *names)).casefold()

    def show_settings(self, settings: Settings) -> None:
        """Shows what is kept; a field that is being typed in is left alone."""
        self.settings = settings
        for show in self._shows.values():
            show(settings)
        usual = Settings()
        changed = any(getattr(settings, n) != getattr(usual, n) for n in self._shows)
        self.reset_button.setVisible(changed)

    def show_council(self, council: Council) -> None:
        """Shows what is kept of the council; most sections hold nothing of it."""

    def change(self, name: str, value: Value, said: str = "") -> None:
        """Asks for one setting to be changed; nothing is asked where it stands already."""
        was = getattr(self.settings, name)
        if text_of(value) != text_of(was):
            self.wished.emit(
                Wish((Change(name, value),), said or tr("Kept."), (Change(name, text_of(was)),))
            )

    def reset(self) -> None:
        """Every setting of this section as we ship it."""
        usual, now = Settings(), self.settings
        names = [n for n in self._shows if getattr(usual, n) != getattr(now, n)]
        self.wished.emit(
            Wish(
                tuple(Change(n, text_of(getattr(usual, n))) for n in names),
                tr("{title}: as usual again.", title=self.title),
                tuple(Change(n, text_of(getattr(now, n))) for n in names),
            )
        )

    def end(self) -> None:
        """Puts the button back to the usual at the foot; called when all fields are there."""
        self.card.addWidget(self.reset_button, 0, Qt.AlignmentFlag.AlignLeft)

    # One line a setting

    def line(self, setting: str, name: str, about: str = "", said: str = "") -> QLineEdit:
        """A line of text."""
        line = QLineEdit()
        line.editingFinished.connect(lambda: self.change(setting, line.text().strip(), said))
        self.field(name, line, about)
        self._shows[setting] = lambda s: (
            None if line.hasFocus() else line.setText(text_of(getattr(s, setting)))
        )
        return line

    def ticked(self, setting: str, on: bool) -> None:
        """A person ticked it, or took the tick away."""
        self.change(setting, on)

    def tick(self, setting: str, name: str, about: str = "") -> QCheckBox:
        """A yes or no."""
        box = Tick(name)
        on_tick(box, lambda on: self.ticked(setting, on))
        self.form.addRow(box)
        if about:
            self.about(box, about)
        self._shows[setting] = lambda s: show_ticked(box, bool(getattr(s, setting)))
        return box

    def box(
        self, setting: str, name: str, choices: tuple[tuple[str, str], ...], about: str = ""
    ) -> QComboBox:
        """One of several."""
        box = chosen_of(choices)
        box.activated.connect(lambda _: self.change(setting, box.currentData()))
        self.field(name, box, about)
        self._shows[setting] = lambda s: box.setCurrentIndex(
            max(0, box.findData(text_of(getattr(s, setting))))
        )
        return box

    def number(
        self,
        setting: str,
        name: str,
        low: int,
        high: int,
        suffix: str,
        about: str = "",
        each: int = 1,
    ) -> QSpinBox:
        """A number; each: how many of what is kept make one of what is shown."""
        spin = padded(QSpinBox())
        spin.setRange(low, high)
        spin.setSuffix(f" {suffix}")
        spin.editingFinished.connect(lambda: self.change(setting, spin.value() * each))
        self.field(name, spin, about)
        self._shows[setting] = lambda s: (
            None if spin.hasFocus() else spin.setValue(round(getattr(s, setting) / each))
        )
        return spin

    def about(self, widget: QWidget, text: str) -> None:
        """A sentence under a field."""
        widget.setAccessibleDescription(text)
        self.form.addRow(label(text, "soft"))


def text_of(value: Any) -> str:
    """A value of a setting as it is typed and kept."""
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)
