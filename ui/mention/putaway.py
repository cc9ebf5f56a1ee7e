"""The questions before a thread is muted or publicity is held: until when, and why."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from rules.publicity import refusal
from ui import words
from ui.mention.dialogs import Form, tomorrow
from ui.parts.labels import label
from ui.parts.timebox import time_box, time_in
from ui.tongue import said_later, tr

LENGTHS: tuple[tuple[str, int | None], ...] = said_later((
    ("For a week", 7), ("For two weeks", 14), ("For a month", 30), ("For three months", 91),
    ("Until somebody unmutes it", None),
))  # fmt: skip
"""How long a thread may be muted, in days. Two weeks come first: what has no end is forgotten."""


class MuteForm(Form):
    """For how long, and why; says how much it would quieten before it does."""

    def __init__(self, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Mute this thread"),
            tr(
                "Its posts are kept, and go to Watching quietly, those that come "
                "later too. What may be a danger is never muted."
            ),
            tr("Mute"),
            parent,
        )
        self._now = now
        self.length = QComboBox()
        for text, days in LENGTHS:
            self.length.addItem(tr(text), days)
        self.length.setCurrentIndex(1)
        self.why = QLineEdit()
        self.why.setPlaceholderText(tr("such as: going round in circles, all was answered"))
        self.why.setMaxLength(200)
        self.preview = label("", "soft")
        self.field(tr("For how long"), self.length)
        self.field(tr("Why (may be left empty)"), self.why)
        self.fields.addRow(self.preview)

    def show_preview(self, more: int) -> None:
        """How many other mentions it would quieten."""
        said = (
            tr("Would quieten {counted} here now.", counted=words.count(more, "other mention"))
            if more
            else tr("Nothing else of this thread waits now: it quietens what comes later.")
        )
        self.preview.setText(said)

    def until(self) -> datetime | None:
        """When the mute ends (UTC), or None."""
        days = self.length.currentData()
        return None if days is None else self._now + timedelta(days=int(days))


class HoldForm(Form):
    """Why all publicity is held, and until when."""

    def __init__(self, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Hold all publicity"),
            tr(
                "While it holds, thanking, joining in and lines of ours are "
                "stopped, and every other public reply is asked about first. What "
                "may be a danger and what goes to services is not touched. It ends "
                "by itself."
            ),
            tr("Hold publicity"),
            parent,
        )
        self._now = now
        self.why = QLineEdit()
        self.why.setPlaceholderText(tr("such as: a death, an emergency, a court case"))
        self.why.setMaxLength(200)
        self.at = time_box(tomorrow(now))
        self.field(tr("Why"), self.why)
        self.field(tr("Until when"), self.at)

    def until(self) -> datetime:
        """When it ends, in UTC."""
        return time_in(self.at)

    def missing(self) -> str:
        return refusal(self.why.text(), self.until(), self._now).replace(
            " Nothing was changed.", ""
        )
