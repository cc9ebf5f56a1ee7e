"""Measures the store: python -m benchmarks.store [MENTIONS] (500000 takes some minutes)."""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from listener.mention import VIEWS, Danger, Heard, Place, Reading, Said, ServiceGuess, Tone, Word
from listener.reading.likeness import bands
from listener.store import Store, Taken
from listener.store.reading import Reader
from rules.flowchart import Answer, Step, Verdict

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
BATCH = 30  # items of a feed
WORDS = [
    "bin",
    "missed",
    "again",
    "lane",
    "council",
    "pothole",
    "road",
    "closed",
    "light",
    "broken",
    "street",
    "park",
    "school",
    "bus",
    "late",
    "flood",
    "water",
    "river",
    "dog",
    "mess",
    "parking",
    "permit",
    "tax",
    "letter",
    "noise",
    "planning",
    "house",
    "library",
    "tip",
    "recycling",
    "green",
    "brown",
    "black",
    "collection",
    "Tuesday",
    "week",
    "nobody",
    "answered",
    "phone",
    "online",
    "form",
]
OPEN = ("unsure", "answer", "forward", "decide", "glance", "news")


def mention(n: int, chance: random.Random) -> Taken:
    """A plausible mention with its reading and its walk."""
    text = " ".join(chance.choices(WORDS, k=chance.randint(15, 60))) + f" {n}"
    title = " ".join(text.split()[:6])
    heard = Heard(
        f"id-{n}", title, text, f"http://b.example/{n}", f"resident {n % 5000}",
        NOW - timedelta(seconds=n), channel="news_feed",
    )  # fmt: skip
    steps = tuple(
        Step(f"q{i}", "A question of the chart?", Answer.NO, "not a word of it", f"q{i + 1}", "end")
        for i in range(9)
    )
    words = (Word("missed", -0.5, 4, 10), Word("again", -0.2, 11, 16))
    reading = Reading(
        Tone(-0.4, "negative", "“missed”, “again”", words),
        (ServiceGuess("Missed bin", "Waste", 0.8, "“bin missed”", words),),
        (Place("Mill Lane", "road", "named", ()),),
        Danger("none", "nothing of the kind"),
        Said("en", "its words"), Said("complaint", "“again”"),
        {"question": Said(False, "no question mark"), "fault": Said(True, "“missed”")},
    )  # fmt: skip
    view = chance.choice(OPEN)
    verdict = Verdict("forward", "forward", None, steps, chart="council")
    return Taken(heard, reading, verdict, view, 3 + chance.random(), None, bands(title, text), None)


def timed(what: str, work: Callable[[], object], times: int = 20) -> None:
    """Prints the median time of some work."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    print(f"{what:<44}{sorted(taken)[times // 2] * 1000:>9.2f} ms")


def fill(store: Store, source: int, many: int) -> None:
    """Keeps the mentions in batches of a feed's size, as a first pass does, and says how fast."""
    chance = random.Random(1)
    spent = {"sift": 0.0, "likely": 0.0, "keep": 0.0}
    began = time.process_time()
    making = 0.0
    for first in range(0, many, BATCH):
        start = time.process_time()
        batch = [mention(n, chance) for n in range(first, min(first + BATCH, many))]
        a = time.process_time()
        making += a - start
        store.sift(source, [t.heard for t in batch])
        b = time.process_time()
        store.likely([t.bands for t in batch], [t.heard.published for t in batch])
        c = time.process_time()
        store.keep(source, batch, None, None, quiet=True)
        spent["sift"] += b - a
        spent["likely"] += c - b
        spent["keep"] += time.process_time() - c
    total = time.process_time() - began - making
    parts = ", ".join(f"{k} {v / many * 1e6:.0f} µs" for k, v in spent.items())
    print(f"{many} mentions kept at {many / total:.0f} a second of CPU ({parts} each)")


def look(reader: Reader) -> None:
    """What the window asks for."""
    timed("counts", reader.counts)
    for view in VIEWS:
        timed(f"first page of {view}", lambda v=view: reader.rows(v), 5)
    timed("first page of all", reader.rows, 5)
    for typed in (
        "pothole",
        "pot",
        '"missed again"',
        "bin OR flood -dog",
        "area:waste",
        "zzz",
        "tone:<-0.9",
        "by:me",
        "after:7d",
        "before:2026-11-01",
        "place:mill",
        "is:starred OR flood",
    ):
        timed(f"search {typed}", lambda t=typed: reader.rows(search=t), 3)
    timed("search pothole in forward", lambda: reader.rows("forward", "pothole"), 3)
    timed("find", lambda: reader.find("Voice:id-7"))
    timed("detail", lambda: reader.detail(reader.find("id-7")))
    timed("sources", reader.sources)
    timed("missed", reader.missed)


def main() -> None:
    """Fills a store and measures it."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 15_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "listener.db"
        store = Store.open(path, clock=lambda: NOW)
        source = store.add_source("Voice", "http://b.example/feed").key
        fill(store, source, many)
        print(f"{path.stat().st_size / many:.0f} bytes a mention")
        chance = random.Random(1)
        known = [mention(n, chance).heard for n in range(BATCH)]
        timed("sift of 30 known", lambda: store.sift(source, known), 50)
        reader = Reader(path, lambda: NOW)
        keys = [r.key for r in reader.rows("forward", limit=500).rows]
        timed("decide one", lambda: store.decide([keys.pop()], "forward", "", "", "Amy"))
        timed("undo", lambda: store.undo("Amy"), 10)
        look(reader)
        reader.close()
        store.close()


if __name__ == "__main__":
    main()
