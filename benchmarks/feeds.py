"""Reads every feed of the suites beside plain feedparser: entries, dates, faults and time.

    python benchmarks/feeds.py FOLDER

One line a suite, and one for each file whose entries differ. An expected result of a suite (JSON
that is no feed) counts as a fault on both sides.
"""

from __future__ import annotations

import io
import sys
import time
from dataclasses import astuple, dataclass, field, fields
from datetime import UTC, datetime
from pathlib import Path

import feedparser

from listener.sources.feed import parse
from listener.sources.parsed import NotAFeed, Parsed

KINDS = {".json": "application/feed+json", ".html": "text/html"}


@dataclass
class Figures:
    """What one suite came to; seconds are CPU."""

    files: int = 0
    ours: int = 0
    ours_dated: int = 0
    ours_cut: int = 0
    ours_faults: int = 0
    plain: int = 0
    plain_faults: int = 0
    plain_raised: int = 0
    our_seconds: float = 0.0
    plain_seconds: float = 0.0
    differ: list[str] = field(default_factory=list)


def compared(folder: Path, now: datetime) -> Figures:
    """Reads every file below a folder twice. Whatever ours raises but NotAFeed is let through."""
    found = Figures()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        body, kind = path.read_bytes(), KINDS.get(path.suffix, "application/xml")
        found.files += 1
        ours = _ours(found, body, kind, now)
        plain = _plain(found, body, kind)
        if ours != plain:
            found.differ.append(f"{path.relative_to(folder)}: ours {ours}, feedparser {plain}")
    return found


def _ours(found: Figures, body: bytes, kind: str, now: datetime) -> int | None:
    began = time.process_time()
    try:
        feed: Parsed | None = parse(body, {"content-type": kind}, "http://feed.example/", now)
    except NotAFeed:
        feed = None
    found.our_seconds += time.process_time() - began
    if feed is None:
        found.ours_faults += 1
        return None
    found.ours += len(feed.mentions)
    found.ours_dated += sum(m.published is not None for m in feed.mentions)
    found.ours_cut += feed.cut
    return len(feed.mentions)


def _plain(found: Figures, body: bytes, kind: str) -> int | None:
    began = time.process_time()
    try:
        feed = feedparser.parse(io.BytesIO(body), response_headers={"content-type": kind})
    except Exception:  # noqa: BLE001 - what it lets through is one of the figures
        found.plain_raised += 1
        return None
    finally:
        found.plain_seconds += time.process_time() - began
    if not feed.entries and not feed.get("version"):
        found.plain_faults += 1
        return None
    found.plain += len(feed.entries)
    return len(feed.entries)


def main() -> None:
    """Prints the figures of every suite in the folder that is given."""
    folder, now = Path(sys.argv[1]), datetime.now(UTC)
    names = [f.name for f in fields(Figures)][:-1]
    print("suite".ljust(12), *(n.rjust(13) for n in names))
    for suite in sorted(p for p in folder.iterdir() if p.is_dir()):
        found = compared(suite, now)
        figures = [f"{v:.2f}" if isinstance(v, float) else str(v) for v in astuple(found)[:-1]]
        print(suite.name.ljust(12), *(f.rjust(13) for f in figures))
        for line in found.differ:
            print("   ", line)


if __name__ == "__main__":
    main()
