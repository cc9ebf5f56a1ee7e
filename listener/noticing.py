"""Counts what is heard and notices spikes, between everything else that the engine does."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from listener.bench import Bench
from listener.errors import Known
from listener.events import Fault, SpikeRaised, SpikesChanged
from listener.mention import MentionKey
from listener.settings import Settings
from listener.store.spikeshelf import Judging
from rules.raising import BARS, Floors, Pace, Sensitivity

TURN = 0.05  # seconds of a turn, after which whoever asks something is answered
CALM = 0.5  # seconds without anything new after which it is counted
LONGEST = 20.0  # seconds that counting waits for a calm moment
EACH = timedelta(minutes=1)  # how often it is looked whether a spike is over
MENTIONS, TOPICS = 250, 30  # at the most in one transaction: some tens of milliseconds
TRANSACTION = 0.03  # seconds after which no further topic is begun in it
REST = timedelta(minutes=5)  # after a fault
OURS = "Something of ours went wrong while looking for spikes; it is in the log. Hearing goes on."
WALKED = 100  # mentions walked again in a turn

log = logging.getLogger(__name__)


def judging_of(settings: Settings) -> Judging:
    """How the council wants to be told."""
    wanted = settings.spike_sensitivity
    sensitivity: Sensitivity = next((s for s in BARS if s == wanted), "usual")
    return Judging(
        Floors(settings.spike_posts, settings.spike_people),
        sensitivity,
        Pace(
            timedelta(minutes=settings.spike_hold_minutes),
            timedelta(minutes=settings.spike_repeat_minutes),
        ),
        settings.works_calm,
    )


class Noticing:
    """Lives on the engine's thread. again: walks mentions again and tells of it.

    What is new is counted in a calm moment, a chunk at a time; a first pass over many feeds, an
    import or a weekend's catch-up is counted after it. What is kept is enough to go on after a
    crash: nothing here is remembered that could not be found again.
    """

    def __init__(
        self, bench: Bench, again: Callable[[Iterable[MentionKey]], int], tells: bool
    ) -> None:
        """tells: whether somebody is there to be told; else it is told of the next time."""
        self._bench = bench
        self._again = again
        self._tells = tells
        self._changes = -1  # of the database, when it was last looked whether anything waits
        self._since: float | None = None  # since when something waits
        self._stirred = 0.0
        self._working = False
        self._look_at: datetime | None = None
        self._walk: list[MentionKey] = []
        self._touched = False
        self._rests_until: datetime | None = None
        self._said = ""

    def tick(self, now: datetime) -> datetime | None:
        """Does a little of what is due; when it next wants to be called, None: not by itself.

        A fault is told once and rested from: hearing goes on meanwhile, and nothing is lost.
        """
        if self._rests_until is not None and now < self._rests_until:
            return self._rests_until
        try:
            wanted = self._tick(now)
        except Exception as fault:
            log.error("counting failed", exc_info=fault)
            self._rests_until = now + REST
            said = fault.sentence() if isinstance(fault, Known) else OURS
            if said != self._said:
                self._said = said
                self._bench.publish(Fault(said))
            return self._rests_until
        self._rests_until, self._said = None, ""
        return wanted

    def _tick(self, now: datetime) -> datetime | None:
        moment = time.monotonic()
        if len(self._bench.store.group):
            return None  # more is coming in at this moment, and asks for the next tick itself
        changes = self._bench.store.spikes.changes()
        if changes != self._changes:
            self._changes = changes
            self._stirred = moment
            self._since = moment if self._since is None else self._since
        if self._since is not None and not self._working:
            calm = moment - self._stirred >= CALM or moment - self._since >= LONGEST
            if not calm:
                return now + timedelta(seconds=CALM)
            self._working = True
        if self._working:
            self._working = self._some(moment + TURN)
            self._changes = self._bench.store.spikes.changes()
            if self._working:
                return now
            self._since = None
            self._look_at = now
        if self._look_at is not None and now >= self._look_at:
            self._look(now, self._tells)
            self._changes = self._bench.store.spikes.changes()
        return self._look_at

    def settle(self) -> None:
        """Counts all that is kept, however long it takes, and tells of what is to be told."""
        self._bench.store.group.settle()
        while self._some(time.monotonic() + 60):
            pass
        self._look(self._bench.clock(), True)
        self._since, self._working = None, False
        self._changes = self._bench.store.spikes.changes()

    def close(self, seconds: float) -> None:
        """Counts what can be in so long; the rest is counted when the profile is opened again."""
        self._some(time.monotonic() + seconds)
        self._look(self._bench.clock(), False)

    def look_soon(self) -> None:
        """Something about spikes was done: look at the next tick."""
        self._look_at = self._bench.clock()

    def _some(self, until: float) -> bool:
        """Works until then at the longest; whether there is more to do."""
        while time.monotonic() < until:
            if not self._step():
                return False
        return True

    def _step(self) -> bool:
        """One chunk: counted, gone through, gathered, walked again; whether there was any."""
        shelf = self._bench.store.spikes
        if not shelf.pending():
            return self._walk_some()
        if shelf.count_some(MENTIONS) or shelf.go_through_some(TOPICS, TRANSACTION):
            return True
        outcome = shelf.gather_some(judging_of(self._bench.settings))
        if outcome is not None:
            self._touched |= bool(outcome.touched)
            self._walk += [MentionKey(k) for k in outcome.joined]
        return True

    def _walk_some(self) -> bool:
        """What belongs to an open spike now is walked again: it may have an open issue."""
        if self._touched:
            self._touched = False
            self._bench.publish(SpikesChanged())
        if not self._walk:
            return False
        chunk, self._walk = self._walk[:WALKED], self._walk[WALKED:]
        self._again(self._bench.store.spikes.undecided(chunk))
        return True

    def _look(self, now: datetime, tells: bool) -> None:
        """Ends what is over, and tells of what is to be told."""
        judging = judging_of(self._bench.settings)
        touched, told, again = self._bench.store.spikes.look_after(judging, tells)
        self._look_at = min(again, now + EACH) if again else now + EACH
        if touched or told:
            self._bench.publish(SpikesChanged())
        for one in told:
            self._bench.publish(SpikeRaised(one.key, one.title, False, one.why))
