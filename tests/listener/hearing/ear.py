"""One ear for tests: fetches, parses in a real worker and asks the manners, as a round does."""

from __future__ import annotations

import hashlib
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime

from listener.council import Council
from listener.errors import Known
from listener.mention import PollReport
from listener.sources import manners
from listener.sources.parsed import Parsed
from listener.sources.state import SourceRecord, SourceState
from listener.web import Answer, Web
from listener.worker import Worker

EMPTY = Council(name="Brackenford Council", short="Brackenford")


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Heard:
    """What one poll of one address came to."""

    state: SourceState
    report: PollReport
    answer: Answer | None
    parsed: Parsed | None
    fault: Known | None
    seconds: float


@dataclass
class Ear:
    """May be used from several threads, as the fetchers are."""

    web: Web
    worker: Worker
    reading: threading.Lock = field(default_factory=threading.Lock)

    def hear(self, address: str, state: SourceState | None = None) -> Heard:
        state = state or SourceState()
        record = SourceRecord(1, address[-30:], address)
        began = time.monotonic()
        answer = parsed = fault = None
        try:
            etag, modified = state.validators(utc_now())
            answer = self.web.fetch(address, etag=etag, last_modified=modified)
            parsed, digest = self._parsed(answer, state)
        except Known as known:
            fault = known
            after = manners.after_fault(record, state, known, utc_now())
        else:
            after = manners.after_answer(record, state, answer, parsed, digest, utc_now())
        return Heard(*after, answer, parsed, fault, time.monotonic() - began)

    def _parsed(self, answer: Answer, state: SourceState) -> tuple[Parsed | None, str]:
        digest = hashlib.sha256(answer.body).hexdigest() if answer.body else ""
        if answer.status != 200 or (digest and digest == state.body_hash):
            return None, digest
        given = (answer.body, answer.headers, answer.address, utc_now(), "")
        with self.reading:
            return self.worker.parse(*given), digest
