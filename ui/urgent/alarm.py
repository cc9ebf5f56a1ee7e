"""The alarm: a banner while a possible danger waits unseen, and one where a contact is missing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from listener import events
from listener.mention import MentionKey
from rules.urgent import Alarms
from ui import words
from ui.bridge import Bridge
from ui.doors import ReaderDoor
from ui.parts.banners import Banner
from ui.tongue import tr

BEAT = 20_000  # ms: every clock on the screen is said anew at least every half minute
CALM = 200  # ms: a burst of events is answered by one reading


class Alarm(QWidget):
    """Nothing moves or flashes. A sound only where the settings want one; `stop` ends it all."""

    look = Signal(object)
    """A MentionKey: somebody wants to see it."""
    fill_in = Signal()
    review = Signal()
    """Somebody wants to see what is on hold."""
    ticked = Signal(object)
    """Now (UTC), at least every half minute: the one beat for whatever says how late it is."""

    def __init__(self, bridge: Bridge, sound: Callable[[], None] = QApplication.beep) -> None:
        super().__init__()
        self._bridge = bridge
        self._sound = sound
        self._loud = 0
        self.waiting = Banner()
        self.contacts = Banner()
        self.reviews = Banner()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for banner in (self.waiting, self.contacts, self.reviews):
            rows.addWidget(banner)
        self._beat = QTimer(self, interval=BEAT)
        self._beat.timeout.connect(self._tick)
        self._beat.start()
        self._calm = QTimer(self, singleShot=True, interval=CALM)
        self._calm.timeout.connect(self.look_again)
        bridge.heard.connect(self._heard)
        self.look_again()

    def stop(self) -> None:
        """No more timers."""
        self._beat.stop()
        self._calm.stop()

    def look_again(self) -> None:
        """Reads what waits, and shows it."""
        self._bridge.read(_read, self._show, place="alarms")

    def _tick(self) -> None:
        self.ticked.emit(datetime.now(UTC))
        self.look_again()

    def _heard(self, event: events.Event) -> None:
        if (
            not isinstance(event, events.PollProgress | events.Offline)
            and not self._calm.isActive()
        ):
            self._calm.start()

    def _show(self, read: tuple[Alarms, bool]) -> None:
        alarms, sound = read
        first = alarms.first
        said = alarm_words(alarms, datetime.now(UTC))
        if said and first is not None:
            key = MentionKey(first)
            self.waiting.say(said, "red", True, tr("Look at it"), lambda: self.look.emit(key))
        else:
            self.waiting.clear()
        if sound and alarms.loud > self._loud:
            self._sound()
        self._loud = alarms.loud
        if alarms.missing:
            what = missing_words(alarms.missing)
            self.contacts.say(what, "red", True, tr("Fill in now"), self.fill_in.emit)
        else:
            self.contacts.clear()
        if alarms.reviews:
            self.reviews.say(
                review_words(alarms.reviews),
                "amber",
                False,
                tr("Show what is held"),
                self.review.emit,
            )
        else:
            self.reviews.clear()


def _read(reader: ReaderDoor) -> tuple[Alarms, bool]:
    return reader.alarms(), reader.settings().alarm_sound


def alarm_words(alarms: Alarms, now: datetime) -> str:
    """What the banner says, or "" where nothing waits unseen. It changes with facts, not minutes:

    a screen reader says it again whenever it changes.
    """
    if not alarms.waiting:
        return ""
    many = len(alarms.waiting)
    said = (
        tr("⚑ 1 possible danger: nobody is looking at it yet.")
        if many == 1
        else tr("⚑ {many:,} possible dangers: nobody is looking at them yet.", many=many)
    )
    late = sum(due <= now for due in alarms.waiting)
    due = words.short_when(alarms.waiting[0], now)
    if late:
        return tr("{said} Late since {due}.", said=said, due=due)
    return tr("{said} Look by {due}.", said=said, due=due)


def review_words(many: int) -> str:
    """How many holds are to be looked at again; many: at least 1."""
    if many == 1:
        return tr("1 mention has been on hold for seven days: look whether it is still needed.")
    return tr(
        "{many:,} mentions have been on hold for seven days: look whether it is still needed.",
        many=many,
    )


def missing_words(missing: tuple[str, ...]) -> str:
    """Which duty contacts are empty."""
    shown = ", ".join(missing[:4]) + (
        tr(" and {value} more", value=len(missing) - 4) if len(missing) > 4 else ""
    )
    return tr(
        "! {counted} not filled in: {shown}.",
        counted=words.count(len(missing), "duty contact"),
        shown=shown,
    )
