"""What people may do: the only door of the window and of the command line."""

from __future__ import annotations

import gc
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any

from listener import charts, councilfile, settings
from listener import profile as profiles
from listener.bench import Bench
from listener.clock import Clock, utc_now
from listener.commands import Command
from listener.engine import Engine
from listener.errors import ProfileUnusable
from listener.events import Event
from listener.faultlog import FaultLog
from listener.office import Office
from listener.rounds import Fetchers
from listener.store import Store
from listener.store.reading import Reader
from listener.web import Web
from listener.worker import Worker


class Desk:
    """Open with `Desk.open(profile)`; close when done. One engine thread behind it writes."""

    def __init__(
        self,
        profile: Path,
        clock: Clock,
        engine: Engine | None,
        lock: profiles.Lock,
        log: FaultLog | None = None,
    ) -> None:
        self.profile = profile
        self._clock = clock
        self._engine = engine
        self._lock = lock
        self._log = log

    @classmethod
    def open(
        cls,
        profile: Path | None = None,
        *,
        look_only: bool = False,
        workers: int = 1,
        clock: Clock = utc_now,
        polling: bool = True,
        holder: str = "another program",
    ) -> Desk:
        """Opens a profile, made if it is missing. look_only: reads beside whoever writes.

        workers=0 parses and reads in this process; polling=False polls only when asked.
        Raises ProfileBusy (who holds it), ProfileUnusable and DatabaseNewer, in words.
        """
        folder = cls.folder(profile)
        lock = profiles.Lock(folder)
        if look_only and profiles.exists(folder):
            return cls(folder, clock, None, lock)
        lock = profiles.Lock(profiles.prepared(folder))
        lock.take(holder)
        log = FaultLog(folder)
        # Records hold no circles, so a rare look for some will do: it was 2 % of a first pass.
        gc.set_threshold(20_000, 20, 20)
        engine = Engine(clock)
        by_itself = polling and not look_only
        try:
            engine.start(partial(_office, folder, clock, engine, workers, by_itself))
        except BaseException:
            log.close()
            lock.release()
            raise
        desk = cls(folder, clock, engine, lock, log)
        if look_only:
            desk.close()
        return desk

    @staticmethod
    def folder(profile: Path | None) -> Path:
        """Where a profile lies that is opened by this name, or by none."""
        return profile or profiles.folder()

    @property
    def writes(self) -> bool:
        """False where this desk only looks."""
        return self._engine is not None

    def ask(self, command: Command) -> Future[Any]:
        """Hands a command to the engine; the future holds what the command's docstring promises."""
        if self._engine is None:
            raise ProfileUnusable("This is look-only: nothing can be changed from here.")
        return self._engine.ask(command)

    def reader(self) -> Reader:
        """What is kept, for reading. Open it on the thread that will use it, and close it there."""
        return Reader(self.profile / profiles.DATABASE, self._clock)

    def listen(self, hear: Callable[[Event], None]) -> None:
        """Calls `hear` for each event, on the engine's thread: hand it on, do not work there."""
        if self._engine is not None:
            self._engine.listen(hear)

    def close(self) -> None:
        """Stops polling, finishes what was asked, closes the database."""
        if self._engine is not None:
            self._engine.stop()
            self._engine = None
            self._lock.release()
        if self._log is not None:
            self._log.close()
            self._log = None


def _office(folder: Path, clock: Clock, engine: Engine, workers: int, by_itself: bool) -> Office:
    """Builds everything on the engine's thread, which alone will use it."""
    store = Store.open(folder / profiles.DATABASE, clock=clock)
    council = store.council()
    if council is None:
        council = councilfile.shipped_council()
        store.set_council(council)
    kept = settings.read(store.setting)
    web = Web(contact=council.contact, proxy=kept.proxy, gap=kept.gap, hosts=kept.connections)
    worker = Worker(council, inline=workers == 0)
    fetchers = Fetchers(web, worker, engine.post, clock, kept.connections)
    chart = charts.load(kept.chart)
    bench = Bench(store, fetchers, engine.publish, clock, council, chart, kept)
    return Office(bench, web, by_itself, folder)
