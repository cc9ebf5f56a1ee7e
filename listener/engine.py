"""The one thread that runs it all: asks come in, events go out, and only here is anything kept."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Protocol

from listener.clock import Clock
from listener.errors import Bug, Known
from listener.events import Event, Fault

log = logging.getLogger(__name__)

Job = Callable[[], None]
IDLE = timedelta(seconds=30)  # how long it sleeps at the most: snoozes wake and heartbeats beat


class Work(Protocol):
    """What the engine drives: answers commands, and says when it next has something of its own."""

    def answer(self, command: object, done: Future[Any]) -> None:
        """Answers a command now, or keeps `done` and answers it later."""

    def tick(self, now: datetime) -> datetime | None:
        """Does what is due by itself; returns when it next wants to be called."""

    def close(self) -> None:
        """Ends what is under way and puts everything away."""


class Engine:
    """Starts with `start(make)`; `make` builds the Work on the engine's own thread."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._listeners: list[Callable[[Event], None]] = []
        self._thread: threading.Thread | None = None

    def start(self, make: Callable[[], Work]) -> None:
        """Starts the thread and waits until the work stands. Raises what `make` raises."""
        ready: Future[Work] = Future()
        self._thread = threading.Thread(target=self._run, args=(make, ready), name="engine")
        self._thread.start()
        ready.result()

    def ask(self, command: object) -> Future[Any]:
        """Hands a command to the engine; from any thread."""
        done: Future[Any] = Future()
        self._jobs.put(partial(self._answer, command, done))
        return done

    def post(self, job: Job) -> None:
        """Lets a job run on the engine's thread; from any thread."""
        self._jobs.put(job)

    def listen(self, hear: Callable[[Event], None]) -> None:
        """Adds a listener; it is called on the engine's thread."""
        self._listeners.append(hear)

    def publish(self, event: Event) -> None:
        """Tells every listener."""
        for hear in tuple(self._listeners):
            hear(event)

    def stop(self) -> None:
        """Finishes what was asked before, then ends the thread."""
        if self._thread is not None:
            self._jobs.put(None)
            self._thread.join()
            self._thread = None

    def _run(self, make: Callable[[], Work], ready: Future[Work]) -> None:
        try:
            work = make()
        except BaseException as fault:  # noqa: BLE001 - handed to the thread that waits for us
            ready.set_exception(fault)
            return
        self._work = work
        ready.set_result(work)
        try:
            while (job := self._next()) is not None:
                self._guard(job)
        finally:
            self._guard(work.close)

    def _next(self) -> Job | None:
        now = self._clock()
        due = self._tick(now)
        wait = min(due - now, IDLE) if due else IDLE
        try:
            return self._jobs.get(timeout=max(0.0, wait.total_seconds()))
        except queue.Empty:
            return _nothing

    def _tick(self, now: datetime) -> datetime | None:
        wanted: list[datetime | None] = []
        self._guard(lambda: wanted.append(self._work.tick(now)))
        return wanted[0] if wanted else now + IDLE

    def _answer(self, command: object, done: Future[Any]) -> None:
        try:
            self._work.answer(command, done)
        except Known as fault:
            done.set_exception(fault)
        except Exception as fault:
            log.exception("a command failed: %r", type(command).__name__)
            done.set_exception(Bug(f"{type(command).__name__}: {fault!r}"))

    def _guard(self, job: Job) -> None:
        """The thread's top: a fault of the world is told, ours is logged and told; it goes on."""
        try:
            job()
        except Known as fault:
            self.publish(Fault(fault.sentence()))
        except Exception:
            log.exception("the engine met a fault of our own")
            self.publish(
                Fault("Something of ours went wrong; it is in the log. What was heard is kept.")
            )


def _nothing() -> None:
    """The job of a turn in which nothing was asked."""
