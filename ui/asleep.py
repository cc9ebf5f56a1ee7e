"""Puts mentions and threads away, and brings them back: snooze, wake, mute, what is asleep."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from listener.commands import Mute, Snooze, Unmute, Wake
from listener.mention import MentionKey
from rules.asleep import GROWS_BY, UNTIL_SOMETHING, Afoot
from rules.asleep import Asleep as AllAsleep
from ui import words
from ui.doing import Doing, now
from ui.mention import dialogs
from ui.mention.asleeplist import AsleepList
from ui.mention.putaway import MuteForm
from ui.mention.subject import Subject
from ui.publicity import Publicity

GROWN = f"Until it &grows: {GROWS_BY} more people, or twice as many"
ANSWERED = "Until an &answer in its thread"


class Asleep(Doing):
    """The verbs of putting away; each says how it ends, and each can be taken back."""

    publicity: Publicity

    def snooze(self) -> None:
        """Asks until when, in a menu at the button."""
        subject = self.subject()
        if subject is None or not self.verbs.may_close(subject):
            return
        at = now()
        parts: list[tuple[str, Callable[[], None]]] = [
            ("&Tomorrow 08:30", partial(self._until, subject, dialogs.tomorrow(at))),
            (
                f"&Monday {words.when(dialogs.monday(at))[4:]}",
                partial(self._until, subject, dialogs.monday(at)),
            ),
            ("A &date…", partial(self._date, subject)),
            (GROWN, partial(self._something, subject, GROWS_BY, False)),
            (ANSWERED, partial(self._something, subject, 0, True)),
        ]
        hold = self.publicity.hold
        if hold is not None:
            until = words.when(hold.until, at)
            said = f"Until publicity is &held no longer ({until})"
            parts.append((said, partial(self._until, subject, hold.until)))
        if self.sleeping():
            parts.append(("&Wake it now", self.wake))
        self.menu("Snooze", "snooze", parts)

    def _until(self, subject: Subject, until: datetime) -> None:
        keys = tuple(c.key for c in subject.closable)
        said = f"Snoozed until {words.when(until)}{_many(keys)}"
        self._snooze(Snooze(keys, until, self.officer), said)

    def _date(self, subject: Subject) -> None:
        form = dialogs.Until(now(), self.window)
        self.open(form, lambda: self._until(subject, form.until()))

    def _something(self, subject: Subject, grows: int, answer: bool) -> None:
        keys = tuple(c.key for c in subject.closable)
        until = now() + UNTIL_SOMETHING
        what = "somebody answers in its thread" if answer else f"{grows} more people tell it"
        said = f"Snoozed until {what}, at the latest {words.when(until)}{_many(keys)}"
        self._snooze(Snooze(keys, until, self.officer, grows, answer), said)

    def _snooze(self, command: Snooze, said: str) -> None:
        def go() -> None:
            self.verbs.remember(command.keys)
            self.ask(command, said, leaving=command.keys)

        self.sure(len(command.keys), "Snooze", go)

    def starred(self) -> bool:
        """Whether the first of what is chosen is starred."""
        subject = self.subject()
        return subject is not None and subject.cards[0].row.starred

    def sleeping(self) -> bool:
        """Whether any of what is chosen is snoozed."""
        subject = self.subject()
        return subject is not None and any(c.row.view == "snoozed" for c in subject.cards)

    def wake(self) -> None:
        """What is chosen and snoozed comes back now."""
        subject = self.subject()
        if subject is None:
            return
        keys = tuple(c.key for c in subject.cards if c.row.view == "snoozed")
        if not keys:
            self.say("This is not snoozed.")
            return
        self.wake_these(keys)

    def wake_these(self, keys: tuple[MentionKey, ...]) -> None:
        """These come back now."""
        self.verbs.remember(keys)
        leaving = keys if self.list.view == "snoozed" else ()
        self.ask(Wake(keys, self.officer), f"Woken{_many(keys)}", leaving=leaving)

    def mute(self) -> None:
        """Silences the threads of what is chosen; a muted one is offered to be unmuted."""
        subject = self.subject()
        if subject is not None:
            first = subject.cards[0].key
            self.bridge.read(lambda r: r.afoot(first), partial(self._mute, subject))

    def _mute(self, subject: Subject, afoot: Afoot) -> None:
        if afoot.mute is not None and len(subject.cards) == 1:
            until = (
                f"until {words.when(afoot.mute.until)}" if afoot.mute.until else "without an end"
            )
            text = f"This thread is muted {until}, by {afoot.mute.by}. Unmute it?"
            self.confirm(text, "What waits in it comes back to where it belongs.", self.unmute)
            return
        keys = subject.keys
        form = MuteForm(now(), self.window)
        self.bridge.read(lambda r: r.quietens(keys), form.show_preview, place="quietens")

        def send() -> None:
            until, why = form.until(), form.why.text().strip()
            last = f"until {words.when(until)}" if until else "until somebody unmutes it"
            said = f"Muted {last}{_many(keys)}: its posts stand in Watching"
            self._quieten(Mute(keys, until, why, self.officer), said)

        self.open(form, send)

    def _quieten(self, command: Mute, said: str) -> None:
        def go() -> None:
            self.verbs.remember(command.keys)
            self.ask(command, said, anew=True)

        self.sure(len(command.keys), "Mute the threads of", go)

    def unmute(self) -> None:
        """The thread of what is chosen is heard again."""
        subject = self.subject()
        if subject is not None:
            self.unmute_these(subject.keys)

    def unmute_these(self, keys: tuple[MentionKey, ...]) -> None:
        """The threads of these are heard again."""
        self.verbs.remember(keys)
        said = "Unmuted: what waits in it stands where it belongs"
        self.ask(Unmute(keys, self.officer), said, anew=True)

    def what_is_asleep(self) -> None:
        """Lists every muted thread, what is snoozed, and what holds publicity."""
        self.bridge.read(lambda r: r.asleep(), self._show_asleep)

    def _show_asleep(self, found: AllAsleep) -> None:
        form = AsleepList(found, self.publicity.hold, now(), self.window)
        form.unmute.connect(lambda key: self.unmute_these((MentionKey(key),)))
        form.show_mention.connect(self.pane.afoot.go.emit)
        form.show_snoozed.connect(lambda: self.list.open("snoozed"))
        self.open(form, lambda: None)


def _many(keys: tuple[MentionKey, ...]) -> str:
    return f" ({len(keys):,} mentions)" if len(keys) > 1 else ""
