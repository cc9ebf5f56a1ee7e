"""Polls the sources that are due: a few threads fetch, the worker parses, the engine keeps."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from listener.clock import Clock
from listener.council import Council
from listener.errors import Known
from listener.intake import Read
from listener.mention import Heard
from listener.sources.parsed import Parsed
from listener.sources.state import SourceRecord, SourceState
from listener.web import Answer, Web
from listener.worker import Worker

T = TypeVar("T")
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answered:
    """What one fetch brought: the answer, and its feed unless nothing had changed."""

    answer: Answer
    parsed: Parsed | None
    body_hash: str


class Fetchers:
    """A few threads that fetch, one that speaks with the worker; the engine gets the results."""

    def __init__(
        self,
        web: Web,
        worker: Worker,
        post: Callable[[Callable[[], None]], None],
        clock: Clock,
        threads: int = 6,
    ) -> None:
        self._web = web
        self._worker = worker
        self._post = post
        self._clock = clock
        self._pool = ThreadPoolExecutor(threads, "fetch")
        self._room = ThreadPoolExecutor(1, "reading")
        self._closed = False

    def fetch(
        self,
        record: SourceRecord,
        state: SourceState,
        done: Callable[[Answered | Known], None],
    ) -> None:
        """Fetches one source; `done` is then called on the engine's thread."""
        self._hand_back(self._pool.submit(self._hear, record, state), done)

    def read(self, mentions: Sequence[Heard], done: Callable[[list[Read] | Known], None]) -> None:
        """Reads a batch in the worker; `done` is then called on the engine's thread."""
        if not self._closed:
            self._hand_back(self._room.submit(self._read, tuple(mentions)), done)

    def use_council(self, council: Council) -> None:
        """From now on the worker reads for this council."""
        self._room.submit(self._worker.use_council, council)

    def _read(self, mentions: tuple[Heard, ...]) -> list[Read]:
        readings = self._worker.read(mentions)
        return [Read(m, r, b) for m, (r, b) in zip(mentions, readings, strict=True)]

    def parse(self, answer: Answer, channel: str = "") -> Parsed:
        """Reads an answer as a feed, on a fetching thread. Raises NotAFeed."""
        given = (answer.body, answer.headers, answer.address, self._clock(), channel)
        if self._closed:
            raise Known("Listening has stopped.")
        return self._room.submit(self._worker.parse, *given).result()

    def browse(self, work: Callable[[], T], done: Callable[[T | Known], None]) -> None:
        """Runs a look-up that needs the web on a fetching thread."""
        self._hand_back(self._pool.submit(work), done)

    def hand(self, job: Callable[[], None]) -> None:
        """Lets a job run on the engine's thread; from any thread."""
        self._post(job)

    def close(self) -> None:
        """Drops what has not begun, ends what has, and waits for it."""
        self._closed = True
        self._web.close()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._room.shutdown(wait=True, cancel_futures=True)
        self._worker.close()

    def _hear(self, record: SourceRecord, state: SourceState) -> Answered:
        etag, modified = state.validators(self._clock())
        answer = self._web.fetch(record.address, etag=etag, last_modified=modified)
        digest = hashlib.sha256(answer.body).hexdigest() if answer.body else ""
        if answer.status != 200 or (digest and digest == state.body_hash):
            return Answered(answer, None, digest)
        return Answered(answer, self.parse(answer, record.channel), digest)

    def _hand_back(self, future: Future[T], done: Callable[[T | Known], None]) -> None:
        future.add_done_callback(lambda f: self._post(partial(_report, f, done)))


def _report(future: Future[T], done: Callable[[T | Known], None]) -> None:
    """On the engine's thread: every fault is a result, so that no round waits for ever."""
    if future.cancelled():
        return
    fault = future.exception()
    if fault is None:
        done(future.result())
    elif isinstance(fault, Known):
        done(fault)
    else:
        log.error("a fault of ours while hearing", exc_info=fault)
        done(Known("Something of ours went wrong while reading it; the log says what."))
