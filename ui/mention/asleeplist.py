"""What is asleep: every muted thread with its end, what is snoozed, and what holds publicity."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rules.asleep import Asleep, Mute
from rules.publicity import PublicityHold
from ui import words
from ui.parts.buttons import KeyButton
from ui.parts.flow import Flow
from ui.parts.labels import label
from ui.parts.listdialog import ListDialog
from ui.parts.wholelines import WholeLines
from ui.tongue import tr


class AsleepList(ListDialog):
    """A list of the muted threads, each of which can be unmuted or gone to."""

    unmute = Signal(int)
    show_mention = Signal(int)
    """The key of the mention at which a thread was muted."""
    show_snoozed = Signal()

    def __init__(
        self,
        asleep: Asleep,
        hold: PublicityHold | None,
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("What is asleep"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Muted threads"))
        self.list.setWordWrap(True)
        self.list.setItemDelegate(WholeLines(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for mute in asleep.mutes:
            item = QListWidgetItem(mute_line(mute, now))
            item.setData(Qt.ItemDataRole.UserRole, mute.mention)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        rows = QVBoxLayout(self)
        rows.addWidget(label(tr("What is asleep"), "title"))
        for text in sentences(asleep, hold, now):
            rows.addWidget(label(text))
        rows.addWidget(self.list, 1)
        self.list.setVisible(bool(asleep.mutes))
        if not asleep.mutes:
            rows.addStretch(1)
        rows.addLayout(self._verbs(asleep))
        close = QDialogButtonBox()
        close.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.rejected.connect(self.reject)
        rows.addWidget(close)

    def _verbs(self, asleep: Asleep) -> Flow:
        flow = Flow(gap=8)
        unmute = KeyButton(tr("Unmute"))
        show = KeyButton(tr("Show its mention"))
        snoozed = KeyButton(tr("Show what is snoozed"))
        unmute.clicked.connect(lambda: self._with_chosen(self.unmute.emit))
        show.clicked.connect(lambda: self._with_chosen(self.show_mention.emit))
        snoozed.clicked.connect(self._snoozed)
        for button, wanted in ((unmute, bool(asleep.mutes)), (show, bool(asleep.mutes)),
                               (snoozed, _snoozed(asleep) > 0)):  # fmt: skip
            button.setVisible(wanted)
            if wanted:
                flow.addWidget(button)
            else:
                button.deleteLater()
        return flow

    def _with_chosen(self, tell: Callable[[int], None]) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.accept()
            tell(int(item.data(Qt.ItemDataRole.UserRole)))

    def _snoozed(self) -> None:
        self.accept()
        self.show_snoozed.emit()

    def lines(self) -> int:
        return 26 if self.list.count() else 10


def mute_line(mute: Mute, now: datetime) -> str:
    """A muted thread in two lines."""
    until = (
        tr("until {until}", until=words.when(mute.until, now))
        if mute.until
        else tr("until somebody unmutes it")
    )
    why = f": {words.line(mute.why)}" if mute.why else ""
    quiet = tr(" · {counted} quiet now", counted=words.count(mute.quiet, "mention"))
    return tr(
        "{about}\nMuted {until}, by {by}{why}{quiet}",
        about=words.line(mute.about),
        until=until,
        by=mute.by,
        why=why,
        quiet=quiet,
    )


def sentences(asleep: Asleep, hold: PublicityHold | None, now: datetime) -> list[str]:
    """What is snoozed and held, in words."""
    said = []
    if hold is not None:
        said.append(
            tr(
                "All publicity is held until {until}: {why} ({by}).",
                until=words.when(hold.until, now),
                why=hold.why,
                by=hold.by,
            )
        )
    if asleep.mutes:
        said.append(
            tr(
                "{counted} muted. Dangers pass a mute.",
                counted=words.count(len(asleep.mutes), "thread"),
            )
        )
    if _snoozed(asleep):
        parts = [
            f"{n:,} {what}"
            for n, what in (
                (asleep.for_time, tr("until a time")), (asleep.to_grow, tr("until they grow")),
                (asleep.for_answer, tr("until an answer")),
            )
            if n
        ]  # fmt: skip
        first = ""
        if asleep.next_at is not None:
            first = tr(
                " The next comes back {next_at}, if not before.",
                next_at=words.when(asleep.next_at, now),
            )
        said.append(tr("Snoozed: {listed}.{first}", listed=", ".join(parts), first=first))
    return said or [tr("Nothing is asleep: no thread is muted and nothing is snoozed.")]


def _snoozed(asleep: Asleep) -> int:
    return asleep.for_time + asleep.to_grow + asleep.for_answer
