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
        self.setWindowTitle("What is asleep")
        self.list = QListWidget()
        self.list.setAccessibleName("Muted threads")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for mute in asleep.mutes:
            item = QListWidgetItem(mute_line(mute, now))
            item.setData(Qt.ItemDataRole.UserRole, mute.mention)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        rows = QVBoxLayout(self)
        rows.addWidget(label("What is asleep", "title"))
        for text in sentences(asleep, hold, now):
            rows.addWidget(label(text))
        rows.addWidget(self.list, 1)
        self.list.setVisible(bool(asleep.mutes))
        if not asleep.mutes:
            rows.addStretch(1)
        rows.addLayout(self._verbs(asleep))
        close = QDialogButtonBox()
        close.addButton("Close", QDialogButtonBox.ButtonRole.RejectRole)
        close.rejected.connect(self.reject)
        rows.addWidget(close)

    def _verbs(self, asleep: Asleep) -> Flow:
        flow = Flow(gap=8)
        unmute = KeyButton("Unmute")
        show = KeyButton("Show its mention")
        snoozed = KeyButton("Show what is snoozed")
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
    until = f"until {words.when(mute.until, now)}" if mute.until else "until somebody unmutes it"
    why = f": {words.line(mute.why)}" if mute.why else ""
    quiet = f" · {words.count(mute.quiet, 'mention')} quiet now"
    return f"{words.line(mute.about)}\nMuted {until}, by {mute.by}{why}{quiet}"


def sentences(asleep: Asleep, hold: PublicityHold | None, now: datetime) -> list[str]:
    """What is snoozed and held, in words."""
    said = []
    if hold is not None:
        said.append(
            f"All publicity is held until {words.when(hold.until, now)}: {hold.why} ({hold.by})."
        )
    if asleep.mutes:
        said.append(f"{words.count(len(asleep.mutes), 'thread')} muted. Dangers pass a mute.")
    if _snoozed(asleep):
        parts = [
            f"{n:,} {what}"
            for n, what in (
                (asleep.for_time, "until a time"), (asleep.to_grow, "until they grow"),
                (asleep.for_answer, "until an answer"),
            )
            if n
        ]  # fmt: skip
        first = ""
        if asleep.next_at is not None:
            first = f" The next comes back {words.when(asleep.next_at, now)}, if not before."
        said.append(f"Snoozed: {', '.join(parts)}.{first}")
    return said or ["Nothing is asleep: no thread is muted and nothing is snoozed."]


def _snoozed(asleep: Asleep) -> int:
    return asleep.for_time + asleep.to_grow + asleep.for_answer
