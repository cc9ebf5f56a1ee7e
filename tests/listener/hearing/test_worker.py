"""The worker is bounded in time and memory, replaced when it overruns, and holds no window."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from listener.mention import Heard
from listener.sources.parsed import NotAFeed, Parsed
from listener.worker import Worker, WorkerOverran, WorkerStumbled
from tests.listener.hearing.ear import EMPTY

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
ITEM = b"<item><title>Pothole</title><description>&lt;p&gt;Deep.&lt;/p&gt;</description></item>"


def feed(items: int) -> bytes:
    return b"<rss><channel><title>Bugle</title>" + ITEM * items + b"</channel></rss>"


def parse(worker: Worker, body: bytes) -> Parsed:
    return worker.parse(body, {}, "http://bugle.example/", NOW, "")


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    one = Worker(EMPTY)
    yield one
    one.close()


def test_it_parses_and_reads(worker: Worker) -> None:
    parsed = parse(worker, feed(3))
    assert len(parsed.mentions) == 3
    read = worker.read((*parsed.mentions, Heard("9", "Thank you", "Lovely park, well done")))
    assert len(read) == 4
    assert read[3][0].tone.label == "positive"


def test_what_comes_back_is_what_is_read_in_this_process(worker: Worker) -> None:
    heard = Heard("9", "Bins", "Why is Mill Street never swept? A disgrace!", published=NOW)
    assert worker.read((heard,)) == Worker(EMPTY, inline=True).read((heard,))


def test_it_holds_no_window_and_none_of_the_program_that_started_it(worker: Worker) -> None:
    loaded = {name.partition(".")[0] for name in worker.modules()}
    assert not loaded & {"PySide6", "shiboken6", "ui", "pytest"}
    assert {"listener", "rules"} <= loaded


def test_a_fault_of_the_world_comes_back_as_itself(worker: Worker) -> None:
    before = worker.pid
    with pytest.raises(NotAFeed, match="web page"):
        parse(worker, b"<html></html>")
    assert worker.pid == before


def test_one_that_was_killed_between_two_requests_is_replaced_unseen(worker: Worker) -> None:
    parse(worker, feed(1))
    assert worker.pid is not None
    os.kill(worker.pid, signal.SIGTERM)
    # Whether its end is seen before the next request or during it is a matter of luck.
    for _ in range(2):
        try:
            parsed = parse(worker, feed(1))
            break
        except WorkerOverran:
            continue
    assert len(parsed.mentions) == 1


def test_one_that_takes_too_long_is_killed_and_the_next_one_works() -> None:
    worker = Worker(EMPTY, deadline=0.05)
    try:
        with pytest.raises(WorkerOverran, match="longer than"):
            parse(worker, feed(4900))
        assert worker.pid is None
        worker._deadline = 10.0
        assert len(parse(worker, feed(1)).mentions) == 1
    finally:
        worker.close()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="RLIMIT_AS is Linux's")
def test_one_that_takes_too_much_memory_says_so_and_goes_on() -> None:
    worker = Worker(EMPTY, memory=30_000_000)
    try:
        with pytest.raises(WorkerOverran, match="too much memory"):
            parse(worker, b"<rss><channel><title>" + b"x" * 9_000_000)
        assert len(parse(worker, feed(1)).mentions) == 1
    finally:
        worker.close()


def test_a_fault_of_ours_is_logged_and_told_as_ours(
    worker: Worker, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(WorkerStumbled, match="ours"):
        worker.read(("not a mention",))  # type: ignore[arg-type]
    assert "Traceback" in caplog.text


def test_inline_it_does_the_same_in_this_process() -> None:
    worker = Worker(EMPTY, inline=True)
    assert len(parse(worker, feed(2)).mentions) == 2
    assert worker.pid is None
    worker.close()
