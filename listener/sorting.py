"""What officers do beside deciding: notes, mutes, waking, stacks by hand, holding publicity."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from listener.bench import Bench
from listener.commands import AddNote, EndPublicity, HoldPublicity, Join, Mute, Split, Unmute, Wake
from listener.errors import NotUnderstood
from listener.events import CouncilChanged, MentionsChanged
from listener.mention import MentionKey
from rules.publicity import refusal

LONGEST_NOTE = 4000  # characters: a note, not a file


class Sorting:
    """Lives on the engine's thread. again: walks mentions again and tells of it."""

    def __init__(self, bench: Bench, again: Callable[[Iterable[MentionKey]], int]) -> None:
        self._bench = bench
        self._again = again

    def note(self, command: AddNote) -> None:
        """Keeps a note. Raises NotUnderstood for an empty or endless one."""
        text = command.text.strip()
        if not text or len(text) > LONGEST_NOTE:
            raise NotUnderstood(
                f"A note has at least a letter and at most {LONGEST_NOTE:,}. Nothing was changed."
            )
        self._bench.store.aside.note(command.keys, text, self._by(command.by))
        self._bench.publish(MentionsChanged(command.keys))

    def wake(self, command: Wake) -> None:
        """What is snoozed comes back now."""
        self._again(self._bench.store.aside.wake(command.keys, self._by(command.by)))

    def mute(self, command: Mute) -> int:
        """Silences threads. Raises NotUnderstood for a time that is past."""
        if command.until is not None and command.until <= self._bench.clock():
            raise NotUnderstood("That time is past. Nothing was muted.")
        by, why = self._by(command.by), " ".join(command.why.split())
        return self._again(self._bench.store.aside.mute(command.keys, command.until, why, by))

    def unmute(self, command: Unmute) -> None:
        """The threads are heard again."""
        self._again(self._bench.store.aside.unmute(command.keys, self._by(command.by)))

    def split(self, command: Split) -> None:
        """Takes one mention out of its stack."""
        self._again(self._bench.store.aside.split(command.key, self._by(command.by)))

    def join(self, command: Join) -> None:
        """Makes stories one."""
        by = self._by(command.by)
        self._again(self._bench.store.aside.join(command.keys, command.other, by))

    def hold(self, command: HoldPublicity) -> None:
        """Holds all publicity. Raises NotUnderstood without a reason or an end within reach."""
        refused = refusal(command.why, command.until, self._bench.clock())
        if refused:
            raise NotUnderstood(refused)
        why = " ".join(command.why.split())
        self._bench.store.aside.hold(why, command.until, self._by(command.by))
        self._bench.publish(CouncilChanged())

    def end_hold(self, command: EndPublicity) -> None:
        """Publicity is held no longer."""
        self._bench.store.aside.end_hold(self._by(command.by))
        self._bench.publish(CouncilChanged())

    def expire(self, now: datetime) -> None:
        """Ends what was muted or held until now."""
        heard, held = self._bench.store.aside.expire(now)
        if heard:
            self._again(heard)
        if held:
            self._bench.publish(CouncilChanged())

    def _by(self, name: str) -> str:
        return name or self._bench.settings.officer
