"""A desk that polls, decides and brings in files as fast as it can, and says what it was promised.

Run as a program of its own, so that a test can kill it: python -m tests.journeys.busy PROFILE FEED
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from listener.commands import AddSource, Decide, ImportFile, Poll
from listener.desk import Desk
from listener.store.reading import Reader


def promised(what: str) -> None:
    """From now on this must be there, whatever happens."""
    sys.stdout.write(what + "\n")
    sys.stdout.flush()


def main(profile: Path, feed: str) -> None:
    """Works until it is killed."""
    desk = Desk.open(profile, workers=0, polling=False)
    reader = desk.reader()
    if not any(s.address == feed for s in reader.sources()):
        desk.ask(AddSource(feed, "Feed", allow_private=True, unchecked=True)).result()
    for turn in itertools.count():
        (report,) = desk.ask(Poll(True, ("Feed",))).result()
        promised(f"heard {report.new}")
        _bring_in(desk, profile, turn)
        _decide(desk, reader)


def _bring_in(desk: Desk, profile: Path, turn: int) -> None:
    file = profile / "told.tsv"
    began = profile.stat().st_mtime_ns
    rows = [f"r{began}-{turn}-{n}\tRow {n} of {turn} at {began} says a word" for n in range(20)]
    file.write_text("id\ttext\n" + "\n".join(rows) + "\n", encoding="utf-8")
    desk.ask(ImportFile(file, "Told")).result()
    for row in rows:
        promised(f"kept {row.partition(chr(9))[0]}")


def _decide(desk: Desk, reader: Reader) -> None:
    for view in ("forward", "unsure", "decide", "answer", "glance"):
        for row in reader.rows(view, limit=2).rows:
            desk.ask(Decide((row.key,), "no_reply", note="seen")).result()
            promised(f"decided {row.source}:{row.id}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
