"""The questions a verb asks first: until when, what note. Those of Urgent are in ui/urgent."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from rules.flowchart import OUTCOMES
from rules.workclock import OFFICE, Office
from ui import words
from ui.parts.buttons import KeyButton
from ui.parts.labels import label
from ui.parts.scrolling import scrolling
from ui.parts.timebox import time_box, time_in
from ui.tongue import tr


class Form(QDialog):
    """A title, a sentence, named fields, and two buttons. What is missing is said in words."""

    SENT_BY = ""  # the key that sends the form from within a field of several lines

    def __init__(self, title: str, about: str, do: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.fields = QFormLayout()
        self.fields.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._missing = label("", "fault")
        self._missing.hide()
        buttons = QDialogButtonBox()
        go = KeyButton(do, self.SENT_BY, "primary")
        buttons.addButton(go, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.setSpacing(10)
        rows.addWidget(label(title, "title"))
        rows.addWidget(label(about, "soft"))
        self._area = self._scrolling()
        rows.addWidget(self._area, 1)
        rows.addWidget(self._missing)
        rows.addWidget(buttons)

    def _scrolling(self) -> QScrollArea:
        """The fields scroll where the screen is low, so that the buttons stay in sight."""
        inside = QWidget()
        inside.setLayout(self.fields)
        return scrolling(inside)

    def sizeHint(self) -> QSize:
        room = self.screen().availableGeometry()
        metrics = self.fontMetrics()
        wide = min(metrics.averageCharWidth() * 66, room.width() * 9 // 10)
        fields = self.fields.totalSizeHint().height() + metrics.height()
        high = super().sizeHint().height() - self._area.sizeHint().height() + fields
        return QSize(wide, min(high, room.height() * 9 // 10))

    def showEvent(self, event: QShowEvent) -> None:
        # Left alone, Qt opens no window higher than two thirds of the screen.
        self.resize(self.sizeHint())
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if self.SENT_BY and control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()  # from any field: the button says that it does
        else:
            super().keyPressEvent(event)

    def field(self, name: str, widget: QWidget) -> None:
        """Adds a field under its name."""
        widget.setAccessibleName(name)
        inner = widget.lineEdit() if isinstance(widget, QComboBox) else None
        if inner is not None:
            inner.setAccessibleName(name)
        named = label(name, "strong", wrap=False)
        named.setBuddy(widget)
        self.fields.addRow(named, widget)
        if self.fields.rowCount() == 1:
            widget.setFocus()

    def missing(self) -> str:
        """What is still wanted, in words; "" where the form may be sent."""
        return ""

    def accept(self) -> None:
        wanted = self.missing()
        self._missing.setText(wanted)
        self._missing.setVisible(bool(wanted))
        if not wanted:
            super().accept()


class Until(Form):
    """A date and a time to snooze until, in London time."""

    def __init__(
        self, now: datetime, parent: QWidget | None = None, office: Office = OFFICE
    ) -> None:
        super().__init__(
            tr("Snooze until"), tr("The mention comes back by itself."), tr("Snooze"), parent
        )
        self._now = now
        self.at = time_box(tomorrow(now, office))
        self.field(tr("When"), self.at)

    def until(self) -> datetime:
        """The time chosen, in UTC."""
        return time_in(self.at)

    def missing(self) -> str:
        return "" if self.until() > self._now else tr("That time is past.")


def outcome_box(guess: str) -> QComboBox:
    """All outcomes but urgent, with the guess chosen."""
    box = QComboBox()
    for name, text in OUTCOMES.items():
        if name != "urgent":
            box.addItem(text, name)
    at = box.findData(guess)
    box.setCurrentIndex(at if at >= 0 else box.findData("no_reply"))
    return box


def tomorrow(now: datetime, office: Office = OFFICE) -> datetime:
    """Tomorrow when the council opens, in UTC."""
    day = now.astimezone(words.LONDON).date() + timedelta(days=1)
    return opening(day, office)


def monday(now: datetime, office: Office = OFFICE) -> datetime:
    """Next Monday when the council opens, in UTC; never today."""
    day = now.astimezone(words.LONDON).date()
    return opening(day + timedelta(days=7 - day.weekday()), office)


def opening(day: date, office: Office) -> datetime:
    """When the council opens on a day, in UTC; where it stays shut, as on its first day."""
    first = next(hours for hours in office.hours if hours is not None)
    opens, _ = office.hours[day.weekday()] or first
    return datetime.combine(day, opens, words.LONDON).astimezone(UTC)
