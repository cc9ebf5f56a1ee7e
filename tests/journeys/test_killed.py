"""Killed at any instant: nothing that was promised is lost, and nothing is half written."""

from __future__ import annotations

import random
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from listener.clock import utc_now
from listener.profile import DATABASE
from listener.store.reading import Reader
from tests.listener.hearing.town import Page, http, town_of


def growing() -> Page:
    """A feed that has ten new items each time it is asked, and still shows the last twenty."""
    count = 0
    lock = threading.Lock()

    def page(peer: socket.socket, stopping: threading.Event) -> None:
        nonlocal count
        with lock:
            count += 10
            upto = count
        items = "".join(
            f"<item><guid>i{n}</guid><title>Bins {n}</title>"
            f"<link>http://feed.example/{n}</link>"
            f"<description>No lorry came down road {n}, number {n * 7919}</description></item>"
            for n in range(upto, max(0, upto - 20), -1)
        )
        body = f'<rss version="2.0"><channel><title>F</title>{items}</channel></rss>'
        peer.sendall(http(body.encode(), "200 OK", "Content-Type: application/rss+xml"))

    return page


def work_and_kill(profile: Path, feed: str, seconds: float) -> list[str]:
    """Lets a busy desk work for a while after its first promise, kills it; what it was promised."""
    command = [sys.executable, "-m", "tests.journeys.busy", str(profile), feed]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as busy:
        assert busy.stdout is not None
        first = busy.stdout.readline()
        threading.Timer(seconds, busy.kill).start()
        rest = busy.stdout.read()
    assert busy.returncode == -9, f"it ended by itself ({busy.returncode})"
    whole = rest.splitlines() if rest.endswith("\n") else rest.splitlines()[:-1]
    return [first.strip(), *whole]


def check(profile: Path, promised: list[str]) -> None:
    reader = Reader(profile / DATABASE, utc_now)
    try:
        assert reader.sound() == "ok"
        kept = {f"{e.source_name}:{e.heard.id}": e for e in reader.exported()}
        told = {e.heard.id for e in kept.values() if e.source_name == "Told"}
        sources = {s.name: s.total for s in reader.sources()}
        # A batch is whole or not there at all, and its source's count with it.
        assert len(told) % 20 == 0
        assert sources["Told"] == len(told)
        heard = [e for e in kept.values() if e.source_name == "Feed"]
        assert len(heard) % 10 == 0
        assert sources["Feed"] == len(heard)
        for line in promised:
            what, _, which = line.partition(" ")
            if what == "kept":
                assert which in told
            elif what == "decided":
                assert kept[which].decision is not None
                assert kept[which].status == "done"
        said = sum(int(p.split()[1]) for p in promised if p.startswith("heard"))
        assert len(heard) >= said
    finally:
        reader.close()


def kill_often(times: int, profile: Path) -> None:
    chance = random.Random(times)
    promised: list[str] = []
    profile.mkdir()
    with town_of({"/feed": growing()}) as town:
        for _ in range(times):
            promised += work_and_kill(profile, f"{town.base}/feed", chance.uniform(0.0, 0.6))
            check(profile, promised)
    # On a slow machine few turns end before the kill; some decisions must have been promised.
    assert sum(p.startswith("decided") for p in promised) > times // 5


def test_ten_kills_lose_nothing(tmp_path: Path) -> None:
    kill_often(10, tmp_path / "profile")


@pytest.mark.long
@pytest.mark.timeout(600)
def test_fifty_kills_lose_nothing(tmp_path: Path) -> None:
    began = time.monotonic()
    kill_often(50, tmp_path / "profile")
    assert time.monotonic() - began < 600
