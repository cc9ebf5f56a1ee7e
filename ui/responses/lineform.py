"""The line for residents: one text, who approves it, from when, until when, and its versions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from listener.commands import SetLine
from listener.handoff import Line
from listener.spike import SpikeKey
from rules.replying import may_read
from ui import words
from ui.mention.dialogs import Form, tomorrow
from ui.parts.labels import label, tip
from ui.parts.timebox import time_box, time_in
from ui.reply.draft import Draft
from ui.tongue import tr

WEEK = timedelta(days=7)
SHOWN = 6  # versions that are shown


@dataclass(frozen=True, slots=True)
class Asking:
    """What a line is written for, and by whom. versions: newest first.

    draft: the text to begin with; said: why it was not kept the last time.
    """

    spike: SpikeKey
    title: str
    officer: str
    officers: tuple[str, ...]
    versions: Sequence[Line] = ()
    draft: str = ""
    said: str = ""


class LineForm(Form):
    """The next version of a line. Closing it keeps nothing."""

    SENT_BY = "Ctrl+Return"

    def __init__(self, ask: Asking, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Line for residents: {title}", title=words.line(ask.title)),
            tr(
                "One text answers the many posts. A second person approves it. When it changes, "
                "whoever was told the old one is listed, to be told again."
            )
            if not ask.said
            else ask.said,
            tr("Keep it as approved"),
            parent,
        )
        self._ask, self._now = ask, now
        last = ask.versions[0] if ask.versions else None
        self.draft = Draft("facebook_group")
        self.approver = QComboBox()
        others = [o for o in ask.officers if not may_read(o, ask.officer, ask.officers)]
        self.approver.setEditable(not others)
        self.approver.addItems(["", *others])
        self.starts = time_box(now)
        self.ends = time_box(tomorrow(now) + WEEK)
        self.same = QCheckBox(tr("Says the same as before"))
        self.needed = QCheckBox(tr("Needed for safety or a service"))
        self.field(tr("What we tell residents"), self.draft)
        self.field(tr("Approved by, not by its writer"), self.approver)
        self.field(tr("From"), self.starts)
        self.field(tr("Until"), self.ends)
        for part in (self.same, self.needed, label(_versions(ask.versions, now), "soft")):
            self.fields.addRow(part)
        tip(self.same, tr("Nobody who was told the line before need be told again"))
        tip(self.needed, tr("It may go while publicity is held or in a pre-election period"))
        self.same.setVisible(last is not None)
        self.draft.text.setAccessibleName(tr("What we tell residents"))
        self.draft.set_words(ask.draft or (last.text if last is not None else ""))
        self.draft.text.setFocus()

    def command(self) -> SetLine:
        """What is asked of the desk."""
        starts = time_in(self.starts)
        return SetLine(
            self._ask.spike, self.draft.words(), self.approver.currentText().strip(),
            time_in(self.ends), starts if starts > self._now else None, self.same.isChecked(),
            self.needed.isChecked(), self._ask.officer,
        )  # fmt: skip

    def missing(self) -> str:
        if not self.draft.words():
            return tr("There is nothing in the line yet.")
        wants = self.draft.wants() or (("…",) if "{" in self.draft.words() else ())
        if wants:
            return tr("Something in curly brackets is not filled in yet.")
        refused = may_read(self.approver.currentText(), self._ask.officer, self._ask.officers)
        if refused:
            return refused
        late = time_in(self.ends) <= max(self._now, time_in(self.starts))
        return tr("It would be over before it begins.") if late else ""


def _versions(versions: Sequence[Line], now: datetime) -> str:
    """The versions before, each with its writer, its approver and how often it was used."""
    if not versions:
        return tr("This is its first version.")
    told = [
        tr(
            "Line {version}, {at}, by {by}, approved by {approver}, told {times}: “{text}”",
            version=line.version, at=words.when(line.at, now), by=words.line(line.by),
            approver=words.line(line.approver), times=words.count(len(line.used), "time"),
            text=words.line(line.text),
        )
        for line in versions[:SHOWN]
    ]  # fmt: skip
    return "\n".join((tr("Before:"), *told))
