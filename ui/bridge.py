"""Carries the desk's answers and events to the window's thread, and reads apart from it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from listener.commands import Command
from listener.errors import Known
from listener.events import Event
from ui.doors import DeskDoor, ReaderDoor
from ui.tongue import tr

T = TypeVar("T")
Say = Callable[[str], None]
_LOG = logging.getLogger(__name__)


class Bridge(QObject):
    """Lives on the main thread. One reading thread of its own holds the only reader."""

    heard = Signal(object)
    """An Event of the desk."""
    saving = Signal(int)
    """How many things asked of the desk are not answered yet."""
    fault = Signal(str)
    """A sentence about what failed, where the caller did not want it."""
    _back = Signal(object)

    def __init__(self, desk: DeskDoor) -> None:
        super().__init__()
        self._desk = desk
        self._asked = 0
        self._latest: dict[str, int] = {}
        self._closed = False
        self._reader: ReaderDoor | None = None  # touched on the reading thread only
        self._pool = ThreadPoolExecutor(1, "window-reading")
        self._back.connect(self._call, Qt.ConnectionType.QueuedConnection)
        desk.listen(self._tell)

    @property
    def profile(self) -> Path:
        """The folder of the profile that the desk keeps."""
        return self._desk.profile

    def ask(
        self,
        command: Command,
        done: Callable[[Any], None] | None = None,
        failed: Say | None = None,
    ) -> None:
        """Asks the desk for one verb; `done` or `failed` is called on the main thread."""
        self._asked += 1
        self.saving.emit(self._asked)
        try:
            future = self._desk.ask(command)
        except Known as fault:
            future = Future()
            future.set_exception(fault)
        future.add_done_callback(
            lambda f: self._hand(partial(self._answered, f, done, failed or self.fault.emit))
        )

    def read(
        self,
        work: Callable[[ReaderDoor], T],
        done: Callable[[T], None],
        failed: Say | None = None,
        place: str = "",
    ) -> None:
        """Reads on the reading thread; `done` is called on the main thread.

        Of several reads for one `place` only the last one asked for is shown.
        """
        if self._closed:
            return
        ticket = self._latest[place] = self._latest.get(place, 0) + 1
        future = self._pool.submit(self._read, work)
        shown = partial(self._shown, place, ticket, future, done, failed or self.fault.emit)
        future.add_done_callback(lambda _: self._hand(shown))

    def close(self) -> None:
        """Ends the reading thread; nothing is handed on after this. May be called again."""
        if self._closed:
            return
        self._closed = True
        self._pool.submit(self._put_away)
        self._pool.shutdown(wait=True)

    def _read(self, work: Callable[[ReaderDoor], T]) -> T:
        if self._reader is None:
            self._reader = self._desk.reader()
        return work(self._reader)

    def _put_away(self) -> None:
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def _tell(self, event: Event) -> None:
        self._hand(partial(self.heard.emit, event))

    def _hand(self, call: Callable[[], None]) -> None:
        """From any thread: `call` is made on the main thread, in order."""
        if not self._closed:
            self._back.emit(call)

    @Slot(object)
    def _call(self, call: Callable[[], None]) -> None:
        if not self._closed:
            call()

    def _answered(
        self, future: Future[Any], done: Callable[[Any], None] | None, failed: Say
    ) -> None:
        self._asked -= 1
        self.saving.emit(self._asked)
        self._settle(future, done, failed)

    def _shown(
        self, place: str, ticket: int, future: Future[T], done: Callable[[T], None], failed: Say
    ) -> None:
        if not place or self._latest[place] == ticket:
            self._settle(future, done, failed)

    def _settle(self, future: Future[Any], done: Callable[[Any], None] | None, failed: Say) -> None:
        if future.cancelled():
            return
        fault = future.exception()
        if fault is not None:
            failed(sentence(fault))
        elif done is not None:
            done(future.result())


def sentence(fault: BaseException) -> str:
    """What a person reads about a fault; ours are logged with their trail."""
    if isinstance(fault, Known):
        return fault.sentence()
    if isinstance(fault, CancelledError):
        return tr("This was stopped before it was done. What was kept before stays kept.")
    _LOG.error("a fault of ours", exc_info=fault)
    return tr(
        "The app itself failed at this ({fault}). "
        "What was kept stays kept; please try again, and tell IT if it stays.",
        fault=f"{type(fault).__name__}: {fault}",
    )
