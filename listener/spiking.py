"""What officers do about spikes: look after one, say it is none, end it, silence a topic."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from listener import commands as c
from listener.bench import Bench
from listener.errors import NotUnderstood
from listener.events import SpikesChanged
from listener.noticing import Noticing
from rules.topic import Topic

LONGEST = timedelta(days=92)
LONGEST_WHY = 500  # characters


class Spiking:
    """Lives on the engine's thread."""

    def __init__(self, bench: Bench, noticing: Noticing) -> None:
        self._bench = bench
        self._noticing = noticing

    def verbs(self) -> dict[type, Callable[[Any], object]]:
        """Each command that is done here."""
        return {
            c.AcknowledgeSpike: self.acknowledge,
            c.NotASpike: self.dismiss,
            c.EndSpike: self.end,
            c.SilenceTopic: self.silence,
            c.EndSilence: self.end_silence,
            c.CountNow: lambda _: self._noticing.settle(),
        }

    def acknowledge(self, command: c.AcknowledgeSpike) -> None:
        """Somebody looks after it. Raises Known where it is over, NotFound."""
        to = " ".join(command.to.split())
        self._bench.store.spikes.acknowledge(command.key, self._by(command.by), to)
        self._changed()

    def dismiss(self, command: c.NotASpike) -> None:
        """It is no spike. Raises NotUnderstood without a reason, Known, NotFound."""
        why = self._why(command.why)
        self._bench.store.spikes.dismiss(command.key, why, self._by(command.by))
        self._changed()

    def end(self, command: c.EndSpike) -> None:
        """It is over. Raises Known where it is already, NotFound."""
        why = " ".join(command.why.split())[:LONGEST_WHY]
        self._bench.store.spikes.end(command.key, self._by(command.by), why)
        self._changed()

    def silence(self, command: c.SilenceTopic) -> int:
        """Nobody is told of a topic. Raises NotUnderstood, Known."""
        now = self._bench.clock()
        if command.until <= now:
            raise NotUnderstood("That time is past. Nothing was silenced.")
        if command.until - now > LONGEST:
            raise NotUnderstood(
                f"A topic is silenced for at most {LONGEST.days} days, so that it is not "
                "forgotten. Nothing was silenced."
            )
        why = self._why(command.why)
        topic = Topic(command.category, command.place)
        key = self._bench.store.spikes.silence(topic, command.until, why, self._by(command.by))
        self._changed()
        return key

    def end_silence(self, command: c.EndSilence) -> None:
        """People are told of it again. Raises Known, NotFound."""
        self._bench.store.spikes.end_silence(command.key, self._by(command.by))
        self._changed()

    def _changed(self) -> None:
        self._noticing.look_soon()
        self._bench.publish(SpikesChanged())

    def _by(self, name: str) -> str:
        return name.strip() or self._bench.settings.officer

    @staticmethod
    def _why(given: str) -> str:
        why = " ".join(given.split())
        if not why or len(why) > LONGEST_WHY:
            raise NotUnderstood(
                f"Please give a reason of at most {LONGEST_WHY} letters. Nothing was changed."
            )
        return why
