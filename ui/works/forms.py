"""The form of one work or event, and the panel that matches the columns of a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from listener.spike import KnownWork, WorkKey, WorksRead
from ui import words
from ui.house.fields import chosen_of
from ui.mention.dialogs import Form
from ui.parts.labels import label
from ui.parts.timebox import time_box, time_in
from ui.tongue import said_later, tr

LINES = said_later(
    (
        ("street", "Street or place"),
        ("description", "What it is"),
        ("promoter", "Who does it"),
        ("reference", "Reference"),
        ("traffic", "Traffic management"),
    )
)
COLUMNS = said_later(
    (
        ("street", "Street or place"), ("starts", "Begins"), ("ends", "Ends"),
        ("description", "What it is"), ("promoter", "Who does it"), ("reference", "Reference"),
        ("traffic", "Traffic management"), ("kind", "Works or event"),
    )
)  # fmt: skip
KINDS = said_later((("works", "works"), ("event", "event")))


class WorkForm(Form):
    """A work or an event, written down by hand. Times are London's."""

    def __init__(
        self, work: KnownWork | None, now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tr("Works or an event"),
            tr("What is known is told with a spike, and with posts at that place and time."),
            tr("Keep"),
            parent,
        )
        start = now.replace(minute=0, second=0, microsecond=0)
        self._before = work or KnownWork(
            WorkKey(0), "works", "", "", "", "", start, start + timedelta(days=7)
        )
        self.kind = chosen_of(KINDS)
        self.kind.setCurrentIndex(max(0, self.kind.findData(self._before.kind)))
        self.lines = {name: QLineEdit(getattr(self._before, name)) for name, _ in LINES}
        self.lines["traffic"].setPlaceholderText(tr("such as: two-way lights"))
        self.starts, self.ends = time_box(self._before.starts), time_box(self._before.ends)
        for name, text in LINES[:2]:
            self.field(tr(text), self.lines[name])
        self.field(tr("Kind"), self.kind)
        self.field(tr("Begins"), self.starts)
        self.field(tr("Ends"), self.ends)
        for name, text in LINES[2:]:
            self.field(tr(text), self.lines[name])

    def work(self) -> KnownWork:
        """The work as it stands there."""
        given = {name: line.text().strip() for name, line in self.lines.items()}
        return replace(
            self._before,
            kind="event" if self.kind.currentData() == "event" else "works",
            reference=given["reference"],
            promoter=given["promoter"],
            street=given["street"],
            description=given["description"],
            traffic=given["traffic"],
            starts=time_in(self.starts),
            ends=time_in(self.ends),
        )

    def missing(self) -> str:
        if not self.lines["street"].text().strip():
            return tr("Please give the street or place.")
        if time_in(self.ends) < time_in(self.starts):
            return tr("It ends before it begins.")
        return ""


class Matching(QWidget):
    """Which column of a file is which of ours. `changed` when a person says so."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.boxes: dict[str, QComboBox] = {}
        self._said: dict[str, str] = {}
        for ours, text in COLUMNS:
            box = self.boxes[ours] = QComboBox()
            box.setAccessibleName(tr("Column for: {what}", what=tr(text)))
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(18)
            box.activated.connect(lambda _, ours=ours: self._chose(ours))
            named = label(tr(text), "strong", wrap=False)
            named.setBuddy(box)
            form.addRow(named, box)

    def show_read(self, read: WorksRead) -> None:
        """Shows the columns as they were matched; what a person said stays."""
        for ours, box in self.boxes.items():
            box.clear()
            box.addItem(tr("none"), "")
            for name in read.names:
                box.addItem(words.line(name)[:60], name)
            theirs = next((t for o, t in read.columns if o == ours), "")
            box.setCurrentIndex(max(0, box.findData(theirs)))

    def forget(self) -> None:
        """Another file: nothing was said of its columns."""
        self._said.clear()

    def said(self) -> tuple[tuple[str, str], ...]:
        """What a person said: ours, theirs."""
        return tuple(self._said.items())

    def _chose(self, ours: str) -> None:
        self._said[ours] = str(self.boxes[ours].currentData())
        self.changed.emit()


def work_cells(work: KnownWork) -> tuple[str, ...]:
    """A work in a row: where, when, what, its reference."""
    first, last = (at.astimezone(words.LONDON) for at in (work.starts, work.ends))
    when = f"{first.day} {first:%b} – {last.day} {last:%b %Y}"
    what = ", ".join(p for p in (work.description, work.promoter, work.traffic) if p)
    kind = tr("event: ") if work.kind == "event" else ""
    return words.line(work.street), when, words.line(f"{kind}{what}"), words.line(work.reference)


def row_words(read: WorksRead, states: Sequence[str]) -> str:
    """How many rows are what, in words."""
    said = {
        "new": tr("{n} new", n=read.many("new")),
        "changed": tr("{n} changed", n=read.many("changed")),
        "same": tr("{n} as they were", n=read.many("same")),
        "fault": tr("{n} not understood", n=read.many("fault")),
    }
    return ", ".join(said[s] for s in states if read.many(s))
