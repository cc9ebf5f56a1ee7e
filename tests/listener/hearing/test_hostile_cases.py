"""Every case of the hostile server that lies beside a checkout ends as its `must` says."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from listener.addresses import WebFault
from listener.web import Web
from listener.worker import Worker
from tests.listener.hearing.ear import EMPTY, Ear, Heard

pytestmark = [pytest.mark.long, pytest.mark.timeout(600)]
BUDGET_MB = 300


@dataclass
class Town:
    """The hostile server, while it runs."""

    base: str
    port: int
    canary: int
    cases: list[dict[str, Any]]
    web: Web

    def told(self, page: str) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(self.web.fetch(self.base + page).body)
        return told


@pytest.fixture(scope="module")
def town(shared: Path) -> Iterator[Town]:
    tool = shared / "tools" / "hostile_server.py"
    if not tool.is_file():
        pytest.skip("the hostile server does not lie beside this checkout")
    command = [sys.executable, str(tool), "--port", "0", "--case-max", "45", "--run-seconds", "580"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        said = json.loads(server.stdout.readline())
        base = said["index"].rpartition("/")[0]
        port = int(base.rpartition(":")[2])
        web = Web(allow=frozenset({("127.0.0.1", port)}))
        cases = json.loads(web.fetch(said["index"]).body)["cases"]
        try:
            yield Town(base, port, said["canary_port"], cases, web)
        finally:
            web.close()
            server.kill()


def test_every_hostile_case_ends_as_it_must(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    worker = Worker(EMPTY)
    ear = Ear(town.web, worker)
    try:
        with ThreadPoolExecutor(6) as pool:
            wrong = dict(zip((c["id"] for c in town.cases), pool.map(
                lambda case: _judged(ear, town, case), town.cases
            ), strict=True))  # fmt: skip
        told = town.told("/hits.json")
        peak = _peak_mb(worker)
    finally:
        worker.close()
    for case in town.cases:
        most = case["must"].get("max_requests")
        asked = told["hits"].get(case["path"], 0)
        if most and asked > most:
            wrong[case["id"]].append(f"{asked} requests, at most {most} are allowed")
    faults = {name: why for name, why in wrong.items() if why}
    with capsys.disabled():
        good = len(wrong) - len(faults)
        sys.stderr.write(f"\nhostile cases: {good} of {len(wrong)}; worker {peak:.0f} MB\n")
    assert not faults
    assert told["canary"] == []
    assert peak < BUDGET_MB


def _judged(ear: Ear, town: Town, case: dict[str, Any]) -> list[str]:
    """Everything about one case that is not as it must be."""
    must = case["must"]
    heard = ear.hear(town.base + case["path"])
    wrong = list(_outcome(ear, town, case, heard))
    if heard.seconds > must.get("max_seconds", 35):
        wrong.append(f"took {heard.seconds:.1f} s")
    if isinstance(heard.fault, WebFault) and heard.fault.taken > must.get("max_bytes", 20_000_000):
        wrong.append(f"took {heard.fault.taken} bytes")
    if heard.report.why == "" and heard.report.status == "error":
        wrong.append("says nothing about its fault")
    shown = "\n".join(f"{m.title}\n{m.text}\n{m.author}" for m in _mentions(heard))
    wrong += [f"lacks {t!r}" for t in must.get("text_contains", ()) if t not in shown]
    wrong += [f"shows {t!r}" for t in must.get("text_excludes", ()) if t in shown]
    if len(shown) > must.get("text_max", 2_000_000):
        wrong.append(f"shows {len(shown)} characters")
    wrong += [f"keeps the link {m.url!r}" for m in _mentions(heard) if not _openable(m.url)]
    return wrong


def _outcome(ear: Ear, town: Town, case: dict[str, Any], heard: Heard) -> Iterator[str]:
    must, error = case["must"], heard.report.status == "error"
    outcome = must["outcome"]
    if outcome in ("items", "error", "eventually_items") and must.get("items") is not None:
        if outcome == "eventually_items":
            for _ in range(3):
                heard = ear.hear(town.base + case["path"], heard.state)
            if heard.state.last_ok is None:
                yield "is never heard"
        elif len(_mentions(heard)) != must["items"]:
            yield f"{len(_mentions(heard))} items, not {must['items']} ({heard.report.why})"
    if len(_mentions(heard)) < must.get("items_min", 0):
        yield f"{len(_mentions(heard))} items are too few ({heard.report.why})"
    if outcome == "items" and error:
        yield f"is an error: {heard.report.why}"
    if outcome in ("error", "error_or_discover") and not error:
        yield f"is no error but {heard.report.status}"
    if outcome == "stop" and not heard.state.gone:
        yield "is asked again"
    if outcome == "backoff":
        yield from _backed_off(must["backoff_seconds_min"], heard)
    if (must.get("backoff") or error) and outcome != "stop" and heard.state.next_at is None:
        yield "says no time for the next try"
    if must.get("keep_old_items") and error and heard.parsed is not None:
        yield "replaces what was heard before"
    if must.get("second_poll"):
        again = ear.hear(town.base + case["path"], heard.state)
        unchanged = again.report.status == "unchanged"
        if again.answer is None or again.answer.status != 304 or not unchanged:
            yield f"a second poll ends {again.report.status}"


def _backed_off(least: float, heard: Heard) -> Iterator[str]:
    until = heard.state.quiet_until
    if until is None or until.timestamp() - time.time() < least - 60:
        yield f"waits until {until} only"


def _mentions(heard: Heard) -> tuple[Any, ...]:
    return heard.parsed.mentions if heard.parsed is not None else ()


def _openable(link: str) -> bool:
    return link == "" or (link.startswith(("http://", "https://")) and len(link) <= 2000)


def _peak_mb(worker: Worker) -> float:
    """The most memory that the worker has held, in MB; 0 where the platform does not say."""
    status = Path(f"/proc/{worker.pid}/status")
    if worker.pid is None or not status.exists():
        return 0.0
    return int(status.read_text().split("VmHWM:")[1].split()[0]) / 1024
