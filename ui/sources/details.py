"""What is known of one source, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from listener.mention import SourceLine
from ui import words
from ui.house.fields import chosen_of
from ui.mention.dialogs import Form
from ui.parts.buttons import KeyButton
from ui.parts.flow import Flow
from ui.parts.labels import label
from ui.parts.padded import padded
from ui.tongue import said_later, tr

VERBS = said_later(
    (
        ("check", "Check now"),
        ("pause", "Pause"),
        ("change", "Name and interval…"),
        ("remove", "Remove"),
        ("browse", "Open in the browser"),
        ("added", "What was added…"),
    )
)


class Details(QFrame):
    """The chosen source."""

    asked = Signal(str)
    """The name of a verb."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._name = label("", "title")
        self._address = label("", "soft")
        self._health = label("")
        self._rhythm = label("")
        self._advice = label("", "strong")
        self._buttons: dict[str, KeyButton] = {}
        buttons = Flow(gap=8)
        for verb, text in VERBS:
            button = self._buttons[verb] = KeyButton(tr(text))
            button.clicked.connect(lambda _=False, v=verb: self.asked.emit(v))
            buttons.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(18, 14, 18, 14)
        rows.setSpacing(6)
        for shown in (self._name, self._address, self._health, self._rhythm, self._advice):
            rows.addWidget(shown)
        rows.addLayout(buttons)

    def show_line(self, line: SourceLine | None, health: str) -> None:
        """Shows a source; health: how it is, in words with its shape."""
        self.setVisible(line is not None)
        if line is None:
            return
        feed = line.kind == "feed"
        self._name.setText(words.line(line.name))
        every = tr("asked every {span}", span=span(line.every_seconds)) if feed else ""
        own = tr(" (set for this source)") if line.own_interval else ""
        self._address.setText(" · ".join(p for p in (words.line(line.address), every + own) if p))
        self._address.setVisible(bool(self._address.text()))
        self._health.setText(health)
        self._rhythm.setText(tr("Rhythm: {rhythm}.", rhythm=line.rhythm) if line.rhythm else "")
        self._rhythm.setVisible(bool(line.rhythm))
        self._advice.setText(tr("What to do: {advice}", advice=line.advice) if line.advice else "")
        self._advice.setVisible(bool(line.advice))
        paused = line.health == "paused"
        self._rename("pause", tr("Hear again") if paused else tr("Pause"))
        for verb in ("check", "pause", "change", "remove", "browse"):
            self._buttons[verb].setVisible(feed)
        self._buttons["check"].setEnabled(not paused)
        self._buttons["browse"].setEnabled(bool(words.true_host(line.address)))
        self._buttons["added"].setVisible(line.kind == "by_hand")

    def advice(self) -> str:
        """What to do, as it stands there."""
        return self._advice.text()

    def rhythm(self) -> str:
        """What is usual for it, as it stands there."""
        return self._rhythm.text()

    def button(self, verb: str) -> KeyButton:
        """The button of a verb."""
        return self._buttons[verb]

    def _rename(self, verb: str, text: str) -> None:
        self._buttons[verb].setText(text)
        self._buttons[verb].setAccessibleName(text)
        self._buttons[verb].updateGeometry()


def span(seconds: int) -> str:
    """A time between two polls, in words."""
    if seconds % 3600 == 0:
        return words.count(seconds // 3600, "hour")
    return tr("{max} min", max=max(1, round(seconds / 60)))


class SourceForm(Form):
    """Another name, or another interval."""

    def __init__(self, line: SourceLine, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Name and interval"),
            tr("Sites that ask for a longer interval get it, whatever stands here."),
            tr("Keep"),
            parent,
        )
        self.name = QLineEdit(line.name)
        self.how = chosen_of(
            (("usual", tr("the usual one (Settings)")), ("own", tr("one of its own")))
        )
        self.minutes = padded(QSpinBox())
        self.minutes.setRange(1, 1440)
        self.minutes.setSuffix(" min")
        self.minutes.setValue(max(1, round(line.every_seconds / 60)))
        self.field(tr("Name"), self.name)
        self.field(tr("Interval"), self.how)
        self.field(tr("Asked every"), self.minutes)
        self.how.activated.connect(lambda _: self._show())
        self.how.setCurrentIndex(1 if line.own_interval else 0)
        self._show()

    def _show(self) -> None:
        self.fields.setRowVisible(self.minutes, self.how.currentData() == "own")

    def missing(self) -> str:
        return "" if self.name.text().strip() else tr("A source needs a name.")

    def every(self) -> int | None:
        """Seconds between polls, or None for the usual."""
        return self.minutes.value() * 60 if self.how.currentData() == "own" else None
