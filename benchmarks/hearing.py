"""Times whole passes over many feeds: fetch, parse, read, walk, keep; then a pass with nothing new.

    python benchmarks/hearing.py http://127.0.0.1:8095/feeds/ --feeds 500 [--beside PYTHON]

The feeds are BASE0000.xml, BASE0001.xml … on a loopback server that answers 304. CPU is user and
system time of this process and of its worker; memory is the peak of both, added up. --beside names
a Python that has the `reader` package: its update of the same feeds is timed in the same run.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from listener.commands import AddSource, Poll
from listener.desk import Desk

READER = """
import resource, sys
from reader import make_reader
r = make_reader(sys.argv[1])
known = {f.url for f in r.get_feeds()}
for address in sys.stdin.read().split():
    if address not in known:
        r.add_feed(address)
r.update_feeds(scheduled=False)
u = resource.getrusage(resource.RUSAGE_SELF)
print(u.ru_utime + u.ru_stime, u.ru_maxrss, r.get_entry_counts().total)
"""


def cpu() -> float:
    """Seconds of CPU of this process and of its living and ended children."""
    own = resource.getrusage(resource.RUSAGE_SELF)
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    alive = sum(_ticks(pid) for pid in _children())
    return own.ru_utime + own.ru_stime + ended.ru_utime + ended.ru_stime + alive / 100


def _children() -> list[int]:
    found = Path(f"/proc/self/task/{threading.get_native_id()}/children").parent.parent
    pids = [p.read_text().split() for p in found.glob("*/children")]
    return [int(pid) for many in pids for pid in many]


def _ticks(pid: int) -> int:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0
    return int(fields[11]) + int(fields[12])


def peak() -> float:
    """Peak memory of this process and its children, added up, in MB."""
    total = 0
    for pid in ("self", *map(str, _children())):
        try:
            status = Path(f"/proc/{pid}/status").read_text()
        except OSError:
            continue
        total += int(status.split("VmHWM:")[1].split()[0])
    return total / 1024


def ours(addresses: list[str], profile: Path) -> list[tuple[str, float, float]]:
    """Adds the feeds, polls them twice; (what, CPU seconds, peak MB) of each pass."""
    desk = Desk.open(profile, polling=False)
    rows = []
    try:
        for address in addresses:
            desk.ask(AddSource(address, address[-12:], None, True, True)).result()
        names = tuple(a[-12:] for a in addresses)
        for what in ("first pass", "unchanged pass"):
            before, began = cpu(), time.monotonic()
            reports = desk.ask(Poll(True, names)).result()
            wrong = [r for r in reports if r.status == "error"]
            new = sum(r.new for r in reports)
            rows.append((f"ours, {what}: {new} new, {len(wrong)} errors", cpu() - before, peak()))
            print(f"{rows[-1][0]}: {time.monotonic() - began:.1f} s wall", file=sys.stderr)
    finally:
        desk.close()
    return rows


def beside(python: str, addresses: list[str], folder: Path) -> list[tuple[str, float, float]]:
    """The `reader` package on the same feeds, twice, each in a process of its own."""
    rows = []
    for what in ("first pass", "unchanged pass"):
        ran = subprocess.run(
            [python, "-c", READER, str(folder / "reader.sqlite")],
            input="\n".join(addresses),
            capture_output=True,
            text=True,
            check=True,
        )
        seconds, kb, entries = ran.stdout.split()[-3:]
        rows.append((f"reader, {what}: {entries} entries", float(seconds), int(kb) / 1024))
    return rows


def main() -> None:
    """Prints the figures of one run."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("base")
    parser.add_argument("--feeds", type=int, default=500)
    parser.add_argument("--beside", help="a Python with the reader package")
    asked = parser.parse_args()
    addresses = [f"{asked.base}{n:04d}.xml" for n in range(asked.feeds)]
    with tempfile.TemporaryDirectory() as folder:
        rows = ours(addresses, Path(folder) / "profile")
        if asked.beside:
            rows += beside(asked.beside, addresses, Path(folder))
    for what, seconds, memory in rows:
        per = seconds * 1000 / asked.feeds
        print(f"{what:48} {seconds:7.2f} s CPU {per:7.2f} ms a feed {memory:6.0f} MB")
    if asked.beside:
        print(f"ratio of the first passes, ours to reader's: {rows[0][1] / rows[2][1]:.2f}")


if __name__ == "__main__":
    main()
