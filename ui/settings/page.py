"""The settings that work today: who decides, the look, the flowchart, pre-election days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from listener.commands import Change, Command, UseChart
from listener.settings import Settings
from ui.bridge import Bridge
from ui.mention.actions import UndoBar
from ui.parts.labels import label
from ui.theme import SIZES

CHARTS = (
    ("council", "Council"),
    ("classic", "Classic"),
    ("emergency", "Emergency, for twelve hours"),
)
SCHEMES = (("system", "as the system"), ("light", "light"), ("dark", "dark"))


class SettingsPage(QScrollArea):
    """Each setting is kept as soon as it is changed, and the page says so."""

    look_changed = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._filling = False
        self.bar = UndoBar()
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.officer = self._line("officer", "Who decides here (kept with each decision)")
        self.chart = self._box("Flowchart", CHARTS)
        self.scheme = self._box("Light or dark", SCHEMES)
        self.size_box = self._box("Text size", tuple((str(s), f"{s} %") for s in SIZES))
        self.every = QSpinBox()
        self.every.setRange(1, 24 * 60)
        self.every.setSuffix(" min")
        self._row("A source is asked every", self.every)
        self.first = self._line("pre_election_from", "First pre-election day (YYYY-MM-DD)")
        self.last = self._line("pre_election_to", "Last pre-election day (YYYY-MM-DD)")
        self.proxy = self._line("proxy", "Proxy, where IT says there is one")
        self.chart.activated.connect(self._use_chart)
        self.scheme.activated.connect(lambda: self._change("theme", self.scheme.currentData()))
        self.size_box.activated.connect(
            lambda: self._change("text_size", int(self.size_box.currentData()))
        )
        self.every.editingFinished.connect(self._interval)
        self._settings = Settings()
        self._lay_out()

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("card", True)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(18, 16, 18, 16)
        inner.addLayout(self._form)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(24, 20, 24, 20)
        rows.setSpacing(12)
        rows.addWidget(label("Settings", "page"))
        rows.addWidget(label("Kept at once, on this computer, for this council.", "soft"))
        rows.addWidget(self.bar)
        rows.addWidget(card)
        rows.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)

    def show_settings(self, settings: Settings) -> None:
        """Shows what is kept; a field that is being typed in is left alone."""
        self._settings = settings
        for box, value in (
            (self.chart, settings.chart),
            (self.scheme, settings.theme),
            (self.size_box, str(settings.text_size)),
        ):
            box.setCurrentIndex(max(0, box.findData(value)))
        if not self.every.hasFocus():
            self.every.setValue(max(1, settings.interval // 60))
        for line, text in (
            (self.officer, settings.officer),
            (self.first, _day(settings.pre_election_from)),
            (self.last, _day(settings.pre_election_to)),
            (self.proxy, settings.proxy),
        ):
            if not line.hasFocus():
                line.setText(text)

    def _row(self, name: str, widget: QWidget) -> None:
        widget.setAccessibleName(name)
        named = label(name, "strong", wrap=False)
        named.setBuddy(widget)
        self._form.addRow(named, widget)

    def _line(self, setting: str, name: str) -> QLineEdit:
        line = QLineEdit()
        line.editingFinished.connect(lambda: self._typed(setting, line))
        self._row(name, line)
        return line

    def _box(self, name: str, choices: tuple[tuple[str, str], ...]) -> QComboBox:
        box = QComboBox()
        for value, text in choices:
            box.addItem(text, value)
        self._row(name, box)
        return box

    def _typed(self, setting: str, line: QLineEdit) -> None:
        was = getattr(self._settings, setting)
        kept = _day(was) if isinstance(was, date) or was is None else str(was)
        if line.text().strip() != kept:
            self._change(setting, line.text().strip())

    def _interval(self) -> None:
        if self.every.value() * 60 != self._settings.interval:
            self._change("interval", self.every.value() * 60)

    def _use_chart(self) -> None:
        name = self.chart.currentData()
        if name != self._settings.chart:
            self._ask(UseChart(name), lambda many: f"{many} undecided mentions were walked again.")

    def _change(self, name: str, value: str | int) -> None:
        self._ask(Change(name, value), lambda _: "Kept.")

    def _ask(self, command: Command, said: Callable[[int], str]) -> None:
        self._bridge.ask(
            command, lambda came: self._done(said(came)), partial(self.bar.say, fault=True)
        )

    def _done(self, said: str) -> None:
        self.bar.say(said)
        self.look_changed.emit()


def _day(value: date | None) -> str:
    return value.isoformat() if value else ""
