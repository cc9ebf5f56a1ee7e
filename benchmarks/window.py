"""Drives the real window over many kept mentions: python -m benchmarks.window [MENTIONS] [FOLDER]

Prints how long it takes from the start of the program until the list can be used, to open each
list, to show a search, to go to the next mention; how long the window's loop is held up at rest
and while 1,000 mentions a minute arrive and the list scrolls; and the memory of its process.
MENTIONS: 500000 unless said, which take some minutes to make; FOLDER keeps them for the next run.
Needs a display (Xvfb will do) or QT_QPA_PLATFORM=offscreen.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.store import fill
from listener import councilfile
from listener.commands import ImportFile
from listener.desk import Desk
from listener.mention import MentionKey
from listener.profile import DATABASE
from listener.store import Store
from ui.shell import Window
from ui.window import built

SEARCHES = ("pothole", '"missed again"', "bin OR flood -dog", "area:waste", "zzz")
STEPS = 80
VIEWS = ("urgent", "unsure", "answer", "forward", "decide", "glance", "news", "done")
TIMES = 5  # that a thing is measured
REST, BUSY = 10.0, 20.0  # seconds
CALM = 0.4  # seconds in which what was begun comes to its end
READING = 0.1  # seconds between two mentions: faster than anybody reads
SCROLL = 12  # pixels a frame: 750 a second, a wheel that is turned without rest
A_SECOND = 17  # mentions: 1,020 a minute
TICK = 4  # ms between two beats of the loop


def made(profile: Path, many: int) -> None:
    """A profile of a council of its own, with this many mentions of one source."""
    profile.mkdir(parents=True, exist_ok=True)
    store = Store.open(profile / DATABASE, clock=lambda: datetime.now(UTC))
    store.set_council(replace(councilfile.shipped_council(), sample=False))
    store.set_setting("first_run_done", "True")
    fill(store, store.source_for("Voice", "files").key, many)
    store.close()


def until(what: Callable[[], bool], most: float = 20.0) -> float:
    """Runs the loop until something holds; the milliseconds that it took."""
    began = time.perf_counter()
    wake = QTimer(interval=round(most * 1000))
    wake.start()
    # It waits as the program does: a loop that spun would fight the reading thread for Python.
    wait = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
    while not what():
        QCoreApplication.processEvents(wait)
        if time.perf_counter() - began > most:
            raise TimeoutError("the window did not get there")
    return (time.perf_counter() - began) * 1000


def opened(profile: Path) -> tuple[QApplication, Desk, Window]:
    """The window, once its first list can be used."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    desk = Desk.open(profile)
    window = built(app, desk)
    window.show()
    until(lambda: window.list.model.rowCount() > 0 and window.pane.detail is not None)
    app.processEvents()
    return app, desk, window


def start(profile: Path) -> None:
    """What the child does: opens the window and says when it could be used."""
    _, desk, window = opened(profile)
    print(time.time())
    window.close_now()
    desk.close()


def started(profile: Path) -> list[float]:
    """Seconds from the start of a new program until its list can be used, each of five times."""
    found = []
    for _ in range(TIMES):
        began = time.time()
        child = [sys.executable, "-m", "benchmarks.window", "--start", str(profile)]
        told = subprocess.run(child, capture_output=True, text=True, check=True)
        found.append(float(told.stdout.split()[-1]) - began)
    return sorted(found)


def renewed(window: Window, ask: Callable[[], None]) -> float:
    """The milliseconds until another list, asked for of a window at rest, is painted."""
    _run(CALM, lambda _: None)
    fresh: list[bool] = []
    wired = window.list.model.modelReset.connect(lambda: fresh.append(True))
    began = time.perf_counter()
    ask()
    until(lambda: bool(fresh))
    window.list.repaint()
    window.list.model.modelReset.disconnect(wired)
    return (time.perf_counter() - began) * 1000


def _say(what: str, taken: list[float]) -> None:
    taken = sorted(taken)
    middle = taken[len(taken) // 2]
    print(f"  {what:<24}{middle:>8.1f} ms, the slowest of {len(taken)} {taken[-1]:.1f}")


def views(window: Window) -> None:
    """How long each list takes to show."""
    taken: dict[str, list[float]] = {}
    for _ in range(TIMES):
        for name in VIEWS:
            taken.setdefault(name, []).append(renewed(window, partial(window.open, name)))
    for name, times in taken.items():
        _say(name, times)


def searches(window: Window) -> None:
    """How long the first page of a search takes, without the pause after the last letter."""
    taken: dict[str, list[float]] = {}
    for _ in range(TIMES):
        for typed in SEARCHES:
            ask = partial(window.head.sought.emit, typed)
            taken.setdefault(typed, []).append(renewed(window, ask))
    for typed, times in taken.items():
        _say(typed, times)


def steps(window: Window) -> None:
    """How long the next mention takes to be shown whole, and painted."""
    renewed(window, lambda: window.open("forward"))
    _run(CALM, lambda _: None)
    taken = []
    for _ in range(STEPS):
        began = time.perf_counter()
        window.list.table.step(1)
        card = window.list.current()
        assert card is not None
        key = card.key
        until(partial(_shown, window, key))
        window.pane.repaint()
        taken.append((time.perf_counter() - began) * 1000)
        _run(READING, lambda _: None)  # what was put off until somebody reads is done meanwhile
    taken.sort()
    print(
        f"next mention: median {taken[STEPS // 2]:.1f} ms, p95 {taken[STEPS * 95 // 100]:.1f} ms, "
        f"most {taken[-1]:.1f} ms"
    )


def _shown(window: Window, key: MentionKey) -> bool:
    return window.pane.detail is not None and window.pane.detail.row.key == key


class Gaps:
    """How late the loop's beats come, in milliseconds."""

    def __init__(self) -> None:
        self._last = time.perf_counter()
        self.late: list[float] = []
        self._beat = QTimer(interval=TICK)
        self._beat.timeout.connect(self._beaten)
        self._beat.start()

    def _beaten(self) -> None:
        now = time.perf_counter()
        self.late.append((now - self._last) * 1000)
        self._last = now

    def stop(self) -> list[float]:
        """Ends it; how late each beat came, in order of size."""
        self._beat.stop()
        return sorted(self.late)


def _of(found: list[float]) -> str:
    return f"p50 {found[len(found) // 2]:.1f}, p99 {p99(found):.1f}, most {found[-1]:.1f} ms"


def p99(found: list[float]) -> float:
    """What one of a hundred exceeds."""
    return found[len(found) * 99 // 100]


def gaps(desk: Desk, window: Window, folder: Path) -> None:
    """The loop at rest before and after, and between them while mentions arrive and it scrolls."""
    renewed(window, lambda: window.open("forward"))
    _run(CALM, lambda _: None)
    resting = Gaps()
    _run(REST, lambda _: None)
    rest = resting.stop()
    bar = window.list.table.verticalScrollBar()
    sent = [0]

    def busy(at: float) -> None:
        if at >= sent[0]:
            sent[0] += 1
            desk.ask(ImportFile(_rows(folder, sent[0]), "Arriving"))
        bar.setValue(bar.value() + SCROLL if bar.value() < bar.maximum() else 0)

    working = Gaps()
    _run(BUSY, busy)
    work = working.stop()
    _run(CALM * 4, lambda _: None)
    resting = Gaps()
    _run(REST, lambda _: None)
    rest = sorted(rest + resting.stop())
    print(f"loop at rest: {_of(rest)}")
    print(f"loop with {sent[0] * A_SECOND} arriving in {BUSY:.0f} s, scrolling: {_of(work)}")
    print(f"  p99 {p99(work) / p99(rest):.2f} times that at rest; load {os.getloadavg()[0]:.1f}")


def _rows(folder: Path, second: int) -> Path:
    path = folder / f"arrives-{time.time_ns()}.tsv"
    lines = [
        f"{n}-{time.time_ns()}\tthe bin on Mill Lane was missed again, week {second} of {n}"
        for n in range(A_SECOND)
    ]
    path.write_text("id\ttext\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def _run(seconds: float, each: Callable[[float], None]) -> None:
    """Runs the loop as the program does, calling `each` every 16 ms with the seconds so far."""
    began = time.perf_counter()
    frame = QTimer(interval=16)
    frame.timeout.connect(lambda: each(time.perf_counter() - began))
    frame.start()
    loop = QEventLoop()  # app.quit() would close the window, which asks whether it may
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()
    frame.stop()


def memory() -> float:
    """What this process holds, in MB."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def main() -> None:
    """Prints the figures of one run."""
    if sys.argv[1:2] == ["--start"]:
        start(Path(sys.argv[2]))
        return
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 500_000
    with tempfile.TemporaryDirectory() as made_here:
        profile = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(made_here) / "profile"
        if not (profile / DATABASE).exists():
            made(profile, many)
        print(f"{many:,} mentions, {os.environ.get('QT_QPA_PLATFORM', 'on a display')}")
        taken = started(profile)
        print(f"usable after {taken[TIMES // 2]:.2f} s, at best {taken[0]:.2f} s")
        _, desk, window = opened(profile)
        try:
            print("lists")
            views(window)
            print("searches")
            searches(window)
            steps(window)
            gaps(desk, window, Path(made_here))
            print(f"memory of the window's process: {memory():.0f} MB")
        finally:
            window.close_now()
            desk.close()


if __name__ == "__main__":
    main()
