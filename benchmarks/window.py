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
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.store import fill
from listener import councilfile
from listener.commands import ImportFile
from listener.desk import Desk
from listener.profile import DATABASE
from listener.store import Store
from ui.shell import Window
from ui.theme import Look, Theme

SEARCHES = ("pothole", '"missed again"', "bin OR flood -dog", "area:waste", "zzz")
STEPS = 80
REST = BUSY = 20.0  # seconds
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
    while not what():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        if time.perf_counter() - began > most:
            raise TimeoutError("the window did not get there")
    return (time.perf_counter() - began) * 1000


def opened(profile: Path) -> tuple[QApplication, Desk, Window]:
    """The window, once its first list can be used."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    desk = Desk.open(profile)
    window = Window(desk, Theme(app, Look("light", 100)))
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


def started(profile: Path) -> float:
    """Seconds from the start of a new program until its list can be used, the best of three."""
    found = []
    for _ in range(3):
        began = time.time()
        child = [sys.executable, "-m", "benchmarks.window", "--start", str(profile)]
        told = subprocess.run(child, capture_output=True, text=True, check=True)
        found.append(float(told.stdout.split()[-1]) - began)
    return min(found)


def views(window: Window) -> None:
    """How long each list takes to show."""
    for name in ("urgent", "unsure", "answer", "forward", "decide", "glance", "news", "done"):
        fresh: list[bool] = []
        wired = window.list.model.modelReset.connect(lambda f=fresh: f.append(True))
        began = time.perf_counter()
        window.open(name)
        until(lambda f=fresh: bool(f))
        window.list.model.modelReset.disconnect(wired)
        print(f"  {name:<24}{(time.perf_counter() - began) * 1000:>8.1f} ms")


def searches(window: Window) -> None:
    """How long the first page of a search takes, without the pause after the last letter."""
    for typed in SEARCHES:
        fresh: list[bool] = []
        wired = window.list.model.modelReset.connect(lambda f=fresh: f.append(True))
        began = time.perf_counter()
        window.head.sought.emit(typed)
        until(lambda f=fresh: bool(f))
        window.list.model.modelReset.disconnect(wired)
        print(f"  {typed:<24}{(time.perf_counter() - began) * 1000:>8.1f} ms")


def steps(window: Window) -> None:
    """How long the next mention takes to be shown whole."""
    window.open("forward")
    until(lambda: window.list.model.rowCount() > STEPS)
    taken = []
    for _ in range(STEPS):
        window.list.table.step(1)
        card = window.list.current()
        assert card is not None
        key = card.key
        taken.append(
            until(lambda k=key: window.pane.detail is not None and window.pane.detail.row.key == k)
        )
    taken.sort()
    print(f"next mention: median {taken[STEPS // 2]:.1f} ms, p95 {taken[STEPS * 95 // 100]:.1f} ms")


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

    def stop(self) -> str:
        """Ends it; what it found."""
        self._beat.stop()
        found = sorted(self.late)
        p99 = found[len(found) * 99 // 100]
        return f"p50 {found[len(found) // 2]:.1f}, p99 {p99:.1f}, most {found[-1]:.1f} ms"


def gaps(desk: Desk, window: Window, folder: Path) -> None:
    """The loop at rest, then while mentions arrive and the list scrolls."""
    window.open("forward")
    until(lambda: window.list.model.rowCount() > 0)
    rest = Gaps()
    _run(REST, lambda _: None)
    print(f"loop at rest: {rest.stop()}")
    bar = window.list.table.verticalScrollBar()
    sent = [0]

    def busy(at: float) -> None:
        if at >= sent[0]:
            sent[0] += 1
            desk.ask(ImportFile(_rows(folder, sent[0]), "Arriving"))
        bar.setValue(bar.value() + 3 if bar.value() < bar.maximum() else 0)

    working = Gaps()
    _run(BUSY, busy)
    print(f"loop with {sent[0] * A_SECOND} arriving in {BUSY:.0f} s, scrolling: {working.stop()}")


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
        print(f"usable after {started(profile):.2f} s")
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
