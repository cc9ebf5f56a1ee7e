"""Reads the undecided again for another council, some at a time, so that nobody waits for it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from listener.bench import Bench
from listener.errors import Known, NotFound
from listener.events import CouncilChanged, Fault, MentionsChanged, Rereading
from listener.intake import Read, rewalk
from listener.store import Standing

CHUNK = 100  # read in the worker in well under a second, so that decisions are never behind it
MARK = "rereading"  # in the profile: the last mention done, so that a killed program takes it up


class Again:
    """Lives on the engine's thread. A new council in the middle of it begins it anew."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._run = 0
        self._waiting: list[Callable[[int], None]] = []

    def begin(self, done: Callable[[int], None] = lambda _: None) -> None:
        """Reads every undecided mention again; `done` gets how many, when all are."""
        self._waiting.append(done)
        self._bench.store.set_setting(MARK, "0")
        self._from(0)

    def resume(self) -> None:
        """Goes on where a program that was closed in the middle of it stopped."""
        kept = self._bench.store.setting(MARK)
        if kept:
            self._from(int(kept))

    def _from(self, last: int) -> None:
        self._run += 1
        every = self._bench.store.undecided_many(last)
        self._next(self._run, last, 0, every)

    def _next(self, run: int, last: int, many: int, every: int) -> None:
        some = tuple(islice(self._bench.store.undecided(last), CHUNK))
        if not some:
            self._end(many)
            return
        self._bench.publish(Rereading(many, max(every, many + len(some))))
        heard = tuple(s.heard for s in some)
        self._bench.fetchers.read(heard, lambda came: self._came(run, some, many, every, came))

    def _came(
        self, run: int, some: tuple[Standing, ...], many: int, every: int, came: list[Read] | Known
    ) -> None:
        if run != self._run:
            return  # another council came in between: that one reads them all
        if isinstance(came, Known):
            self._bench.publish(
                Fault(f"{came.sentence()} What is undecided is read again at the next start.")
            )
            self._tell(many)
            return
        self._keep(some, came)
        self._bench.store.set_setting(MARK, str(some[-1].key))
        self._next(run, some[-1].key, many + len(some), every)

    def _keep(self, some: tuple[Standing, ...], came: list[Read]) -> None:
        """Keeps the new readings, and seats those that are open by them."""
        store = self._bench.store
        pairs = [(s, r) for s, r in zip(some, came, strict=True) if self._still(s)]
        store.shelf.reread_all([(s.key, r.reading) for s, r in pairs])
        fresh = [store.standing(s.key) for s, _ in pairs]
        store.seat(
            [rewalk(s, self._bench.ground(s.source_name)) for s in fresh if s.status == "open"]
        )

    def _still(self, before: Standing) -> bool:
        """False where it was taken away, or has another text, since it was given to the worker."""
        try:
            return self._bench.store.standing(before.key).heard == before.heard
        except NotFound:
            return False

    def _end(self, many: int) -> None:
        self._bench.store.set_setting(MARK, "")
        self._bench.publish(Rereading(many, many))
        self._bench.publish(MentionsChanged(()))
        self._bench.publish(CouncilChanged())
        self._tell(many)

    def _tell(self, many: int) -> None:
        waiting, self._waiting = self._waiting, []
        for done in waiting:
            done(many)
