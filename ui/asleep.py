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
from ui.tongue import said_later, tr

GROWN = said_later("Until it &grows: {people} more people, or twice as many")
ANSWERED = said_later("Until an &answer in its thread")


class Asleep(Doing):
    """The verbs of putting away; each says how it ends, and each can be taken back."""

    publicity: Publicity

    def snooze(self) -> None:
        """Asks until when, in a menu at the button."""
        subject = self.subject()
        if subject is None or not self.verbs.may_close(subject):
            return
        at, office = now(), self.list.office
        tomorrow, monday = dialogs.tomorrow(at, office), dialogs.monday(at, office)
        opens = f"{tomorrow.astimezone(words.LONDON):%H:%M}"
        parts: list[tuple[str, Callable[[], None]]] = [
            (tr("&Tomorrow {time}", time=opens), partial(self._until, subject, tomorrow)),
            (
                tr("&Monday {monday}", monday=words.when(monday)[4:]),
                partial(self._until, subject, monday),
            ),
            (tr("A &date…"), partial(self._date, subject)),
            (tr(GROWN, people=GROWS_BY), partial(self._something, subject, GROWS_BY, False)),
            (tr(ANSWERED), partial(self._something, subject, 0, True)),
        ]
        hold = self.publicity.hold
        if hold is not None:
            until = words.when(hold.until, at)
            said = tr("Until publicity is &held no longer ({until})", until=until)
            parts.append((said, partial(self._until, subject, hold.until)))
        if self.sleeping():
            parts.append((tr("&Wake it now"), self.wake))
        self.menu(tr("Snooze"), "snooze", parts)

    def _until(self, subject: Subject, until: datetime) -> None:
        keys = tuple(c.key for c in subject.closable)
        said = tr("Snoozed until {until}{many}", until=words.when(until), many=_many(keys))
        self._snooze(Snooze(keys, until, self.officer), said)

    def _date(self, subject: Subject) -> None:
        form = dialogs.Until(now(), self.window, self.list.office)
        self.open(form, lambda: self._until(subject, form.until()))

    def _something(self, subject: Subject, grows: int, answer: bool) -> None:
        keys = tuple(c.key for c in subject.closable)
        until = now() + UNTIL_SOMETHING
        what = (
            tr("somebody answers in its thread")
            if answer
            else tr("{grows} more people tell it", grows=grows)
        )
        said = tr(
            "Snoozed until {what}, at the latest {until}{many}",
            what=what,
            until=words.when(until),
            many=_many(keys),
        )
        self._snooze(Snooze(keys, until, self.officer, grows, answer), said)

    def _snooze(self, command: Snooze, said: str) -> None:
        def go() -> None:
            self.verbs.remember(command.keys)
            self.ask(command, said, leaving=command.keys)

        self.sure(len(command.keys), tr("Snooze"), go)

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
            self.say(tr("This is not snoozed."))
            return
        self.wake_these(keys)

    def wake_these(self, keys: tuple[MentionKey, ...]) -> None:
        """These come back now."""
        self.verbs.remember(keys)
        leaving = keys if self.list.view == "snoozed" else ()
        self.ask(Wake(keys, self.officer), tr("Woken{many}", many=_many(keys)), leaving=leaving)

    def mute(self) -> None:
        """Silences the threads of what is chosen; a muted one is offered to be unmuted."""
        subject = self.subject()
        if subject is not None:
            first = subject.cards[0].key
            self.bridge.read(lambda r: r.afoot(first), partial(self._mute, subject))

    def _mute(self, subject: Subject, afoot: Afoot) -> None:
        if afoot.mute is not None and len(subject.cards) == 1:
            until = (
                tr("until {until}", until=words.when(afoot.mute.until))
                if afoot.mute.until
                else tr("without an end")
            )
            text = tr(
                "This thread is muted {until}, by {by}. Unmute it?", until=until, by=afoot.mute.by
            )
            self.confirm(text, tr("What waits in it comes back to where it belongs."), self.unmute)
            return
        keys = subject.keys
        form = MuteForm(now(), self.window)
        self.bridge.read(lambda r: r.quietens(keys), form.show_preview, place="quietens")

        def send() -> None:
            until, why = form.until(), form.why.text().strip()
            last = (
                tr("until {until}", until=words.when(until))
                if until
                else tr("until somebody unmutes it")
            )
            said = tr(
                "Muted {last}{many}: its posts stand in Watching", last=last, many=_many(keys)
            )
            self._quieten(Mute(keys, until, why, self.officer), said)

        self.open(form, send)

    def _quieten(self, command: Mute, said: str) -> None:
        def go() -> None:
            self.verbs.remember(command.keys)
            self.ask(command, said, anew=True)

        self.sure(len(command.keys), tr("Mute the threads of"), go)

    def unmute(self) -> None:
        """The thread of what is chosen is heard again."""
        subject = self.subject()
        if subject is not None:
            self.unmute_these(subject.keys)

    def unmute_these(self, keys: tuple[MentionKey, ...]) -> None:
        """The threads of these are heard again."""
        self.verbs.remember(keys)
        said = tr("Unmuted: what waits in it stands where it belongs")
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
    return tr(" ({keys:,} mentions)", keys=len(keys)) if len(keys) > 1 else ""
