"""The questions before a topic is silenced or a spike is put away: until when, and why."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ui import words
from ui.mention.dialogs import Form
from ui.parts.labels import label
from ui.tongue import said_later, tr

LENGTHS = said_later((
    ("For a day", 1), ("For three days", 3), ("For a week", 7), ("For two weeks", 14),
    ("For a month", 31),
))  # fmt: skip
"""In days: a silence always ends."""


class SilenceForm(Form):
    """For how long a topic raises no spikes, and why; says what it would have hidden."""

    def __init__(self, topic: str, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Silence {topic}", topic=words.line(topic)),
            tr(
                "Its posts are heard and stand in their lists as before; only no spike is raised "
                "for it. It ends by itself."
            ),
            tr("Silence"),
            parent,
        )
        self._now = now
        self.length = QComboBox()
        for text, days in LENGTHS:
            self.length.addItem(tr(text), days)
        self.length.setCurrentIndex(2)
        self.why = QLineEdit()
        self.why.setPlaceholderText(tr("such as: the works are known, and residents were told"))
        self.why.setMaxLength(200)
        self.preview = label("", "soft")
        self.field(tr("For how long"), self.length)
        self.field(tr("Why"), self.why)
        self.fields.addRow(self.preview)

    def show_preview(self, spikes: int) -> None:
        """How many spikes of the last month it would have hidden."""
        self.preview.setText(
            tr(
                "In the last month it would have hidden {counted}.",
                counted=words.count(spikes, "spike"),
            )
            if spikes
            else tr("In the last month it would have hidden no other spike.")
        )

    def until(self) -> datetime:
        """When it ends, in UTC."""
        return self._now + timedelta(days=int(self.length.currentData()))

    def missing(self) -> str:
        return "" if self.why.text().strip() else tr("Please say why: others will ask.")


class ReasonForm(Form):
    """Why it is no spike."""

    def __init__(self, topic: str, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Not a spike"),
            tr(
                "{topic} is put away and not opened again. Its posts stay where they are.",
                topic=words.line(topic),
            ),
            tr("Put it away"),
            parent,
        )
        self.why = QLineEdit()
        self.why.setMaxLength(200)
        self.field(tr("Why (it helps to set the sensitivity)"), self.why)

    def missing(self) -> str:
        return "" if self.why.text().strip() else tr("Please say why: others will ask.")
