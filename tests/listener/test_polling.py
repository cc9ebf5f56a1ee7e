"""Results that come in together are kept together, and nobody waits long for a slow neighbour."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from listener import events
from listener.commands import AddSource, LogExport, Poll
from listener.desk import Desk
from listener.errors import ProfileUnusable
from listener.mention import PollReport
from listener.store import Store
from tests.listener.hearing.town import Page, Town, town_of
from tests.listener.test_desk import item, rss

QUICK = ("a", "b", "c")


def held_up(until: threading.Event, then: bytes) -> Page:
    """A page that is sent once the event is set."""

    def page(peer: socket.socket, stopping: threading.Event) -> None:
        until.wait(20.0)
        peer.sendall(then)

    return page


@pytest.fixture
def let_go() -> threading.Event:
    return threading.Event()


@pytest.fixture
def town(let_go: threading.Event) -> Iterator[Town]:
    pages: dict[str, Page] = {
        f"/{name}": rss(item(n, f"Story {name} of the bins in {name} street"))
        for n, name in enumerate(QUICK)
    }
    pages["/slow"] = held_up(let_go, rss(item(9, "A late word about the bins")))
    with town_of(pages) as served:
        yield served


@pytest.fixture
def desk(tmp_path: Path, town: Town, let_go: threading.Event) -> Iterator[Desk]:
    opened = Desk.open(tmp_path / "profile", workers=0, polling=False)
    for name in (*QUICK, "slow"):
        opened.ask(AddSource(f"{town.base}/{name}", name, None, True, True)).result()
    try:
        yield opened
    finally:
        let_go.set()
        opened.close()


def asked(desk: Desk) -> Future[Any]:
    return desk.ask(Poll(True, (*QUICK, "slow")))


def heard(desk: Desk) -> set[str]:
    reader = desk.reader()
    found = {e.source_name for e in reader.exported()}
    reader.close()
    return found & {*QUICK, "slow"}


def within(seconds: float, desk: Desk, names: set[str]) -> bool:
    ends = time.monotonic() + seconds
    while heard(desk) != names:
        if time.monotonic() > ends:
            return False
        time.sleep(0.02)
    return True


def test_the_quick_are_kept_while_one_is_slow(desk: Desk, let_go: threading.Event) -> None:
    done = asked(desk)
    assert within(15.0, desk, set(QUICK))
    assert not done.done()
    let_go.set()
    assert [r.new for r in done.result()] == [1, 1, 1, 1]
    assert heard(desk) == {*QUICK, "slow"}


def test_all_that_is_told_of_is_there_to_be_read(desk: Desk, let_go: threading.Event) -> None:
    missing: list[str] = []

    def look(event: events.Event) -> None:
        if isinstance(event, events.MentionsArrived) and event.source not in heard(desk):
            missing.append(event.source)

    desk.listen(look)
    let_go.set()
    asked(desk).result()
    assert not missing


def test_a_command_comes_after_what_came_in_before_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("listener.store.grouping.LONGEST", 600.0)
    told = threading.Semaphore(0)
    kept = Store.keep

    def keep(*given: Any, **more: Any) -> Any:
        made = kept(*given, **more)
        told.release()
        return made

    monkeypatch.setattr(Store, "keep", keep)
    done = asked(desk)
    for _ in QUICK:
        assert told.acquire(timeout=15.0)
    assert heard(desk) == set()
    desk.ask(LogExport("a list", "")).result()
    assert heard(desk) == set(QUICK)
    assert not done.done()


def test_closing_keeps_what_came_in(
    desk: Desk, tmp_path: Path, let_go: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("listener.store.grouping.LONGEST", 600.0)
    told = threading.Semaphore(0)
    desk.listen(lambda event: told.release())
    kept = Store.keep
    monkeypatch.setattr(Store, "keep", lambda *a, **k: (kept(*a, **k), told.release())[0])
    asked(desk)
    for _ in QUICK:
        assert told.acquire(timeout=15.0)
    threading.Timer(0.2, let_go.set).start()
    desk.close()
    assert set(QUICK) <= heard(desk)


def test_a_disk_that_refuses_one_feed_is_said_and_the_round_ends(
    desk: Desk, let_go: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, said = Store.keep, list[str]()
    refused = threading.local()

    def keep(store: Store, source: int, items: Any, *given: Any, **more: Any) -> Any:
        made = kept(store, source, items, *given, **more)
        if "Story b" in items[0].heard.text and not hasattr(refused, "once"):
            refused.once = True
            raise ProfileUnusable("The disk is full.")
        return made

    monkeypatch.setattr(Store, "keep", keep)
    desk.listen(lambda e: said.append(e.sentence) if isinstance(e, events.Fault) else None)
    let_go.set()
    reports: dict[str, PollReport] = {r.source: r for r in asked(desk).result()}
    assert {n for n, r in reports.items() if r.status == "error"} == {"b"}
    assert "The disk is full." in (reports["b"].error or "")
    assert said == ["The disk is full."]
    assert heard(desk) == {"a", "c", "slow"}
    assert [r.new for r in desk.ask(Poll(True, ("b",))).result()] == [1]
    assert heard(desk) == {*QUICK, "slow"}
