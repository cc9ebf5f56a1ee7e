"""What goes on around the mention shown, in sentences: muted, asleep, answered before, held."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from listener.mention import Detail
from rules.asleep import Afoot, Followed, Mute, Sleep
from rules.publicity import Stopped
from ui import words
from ui.bridge import Bridge
from ui.parts.buttons import KeyButton
from ui.parts.labels import label
from ui.tongue import tr


class AfootCard(QFrame):
    """A card over the mention; it shows only where there is something to say."""

    unmute = Signal(int)
    wake = Signal(int)
    """The key of the mention shown."""
    go = Signal(int)
    """The key of a mention to go to."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._bridge = bridge
        self.stopped: Callable[[str], Stopped | None] = lambda _: None
        self._detail: Detail | None = None
        self._afoot = Afoot()
        self._labels: dict[str, QLabel] = {}
        self._buttons: dict[str, KeyButton] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(18, 12, 18, 12)
        self._rows.setSpacing(4)
        self._line("held")
        self._line("mute", tr("Unmute this thread"), "Q", lambda: self._shown(self.unmute.emit))
        self._line("sleep", tr("Wake it now"), "", lambda: self._shown(self.wake.emit))
        self._line("follows", tr("Show what we answered"), "", self._go_before)
        self._line("followed", tr("Show the later post"), "", self._go_after)
        self._line("apart")
        self.hide()

    def _line(
        self, name: str, do: str = "", key: str = "", pressed: Callable[[], None] | None = None
    ) -> None:
        self._labels[name] = label("")
        self._rows.addWidget(self._labels[name])
        if pressed is not None:
            button = KeyButton(do, key, kind="link")
            button.clicked.connect(lambda _=False: pressed())
            self._buttons[name] = button
            self._rows.addWidget(button)

    def show_detail(self, detail: Detail) -> None:
        """Reads what goes on around a mention and shows it; clears what was of another."""
        again = self._detail is not None and self._detail.row.key == detail.row.key
        self._detail = detail
        if not again:
            self._afoot = Afoot()
            self.show_again()
        key = detail.row.key
        self._bridge.read(lambda r: r.afoot(key), self._read, place="afoot")

    def _read(self, afoot: Afoot) -> None:
        self._afoot = afoot
        self.show_again()

    def show_again(self) -> None:
        """Shows the same: what is held may be something else by now."""
        now = datetime.now(UTC)
        said = self._sentences(now) if self._detail is not None else {}
        for name, shown in self._labels.items():
            text = said.get(name, "")
            shown.setText(words.plain(text))
            shown.setVisible(bool(text))
            if name in self._buttons:
                self._buttons[name].setVisible(bool(text))
        self.setVisible(any(said.values()))

    def said(self) -> list[str]:
        """What stands there."""
        return [shown.text() for shown in self._labels.values() if not shown.isHidden()]

    def button(self, name: str) -> KeyButton:
        """The button of a sentence: mute, sleep, follows or followed."""
        return self._buttons[name]

    def _sentences(self, now: datetime) -> dict[str, str]:
        assert self._detail is not None
        row, afoot = self._detail.row, self._afoot
        held = None if row.decided else self.stopped(row.outcome or row.guess)
        return {
            "held": held.short if held else "",
            "mute": muted_words(afoot.mute, now) if afoot.mute else "",
            "sleep": sleep_words(afoot.sleep, now) if afoot.sleep else "",
            "follows": follow_words(afoot.follows, now) if afoot.follows else "",
            "followed": tr("Its thread is open again: a later post waits.")
            * bool(afoot.followed_by),
            "apart": tr("Taken out of its stack by hand; it stays out.") * afoot.apart,
        }

    def _shown(self, tell: Callable[[int], None]) -> None:
        if self._detail is not None:
            tell(int(self._detail.row.key))

    def _go_before(self) -> None:
        if self._afoot.follows is not None:
            self.go.emit(self._afoot.follows.mention)

    def _go_after(self) -> None:
        if self._afoot.followed_by:
            self.go.emit(self._afoot.followed_by)


def muted_words(mute: Mute, now: datetime) -> str:
    """Until when a thread is muted, by whom and why."""
    until = (
        tr("until {until}", until=words.when(mute.until, now))
        if mute.until
        else tr("until somebody unmutes it")
    )
    why = f" ({words.line(mute.why)})" if mute.why else ""
    return tr(
        "This thread is muted {until}, by {by}{why}. Possible dangers still come through.",
        until=until,
        by=mute.by,
        why=why,
    )


def sleep_words(sleep: Sleep, now: datetime) -> str:
    """Until what a mention sleeps, and until when at the latest."""
    at = words.when(sleep.until, now) if sleep.until else ""
    wanted = []
    if sleep.grows:
        people = words.count(sleep.was, "person", "people")
        wanted.append(
            tr(
                "{grows} more people tell it, or twice as many ({people} then)",
                grows=sleep.grows,
                people=people,
            )
        )
    if sleep.answer:
        wanted.append(tr("somebody answers in its thread"))
    if not wanted:
        return tr("Snoozed until {at}.", at=at)
    return tr("Snoozed until {listed}; at the latest {at}.", listed=" or ".join(wanted), at=at)


def follow_words(follows: Followed, now: datetime) -> str:
    """What it is a later post to."""
    return tr(
        "A later post where we answered: {word}, {by}, {at}.",
        word=words.outcome_sign(follows.outcome).word,
        by=follows.by,
        at=words.when(follows.at, now),
    )
