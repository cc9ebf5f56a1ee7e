"""How long spikes take: 100,000 mentions over three years, counted and gone through at once.

    python -m benchmarks.noticing [--mentions 100000]

The bar is 60 s for all of it. Also: what a post costs when it is kept (nothing is counted then, the
triggers alone are met), and a turn in which ten posts came in.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from listener.mention import Danger, Heard, Place, Reading, Said, ServiceGuess, Tone
from listener.store import Store, Taken
from listener.store.coding import moment
from listener.store.spikeshelf import Judging
from rules.flowchart import Verdict
from rules.raising import BARS, Sensitivity

BAR = 60.0  # seconds
ENDS = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
DAYS = 3 * 365
CATEGORIES = [f"Service {n}" for n in range(60)]
PLACES = [f"Road {n}" for n in range(300)]
KINDS = ("complaint", "complaint", "question", "report", "opinion", "news", "notice", "thanks")
HOURS = (1, 1, 1, 1, 1, 2, 5, 9, 10, 8, 7, 7, 8, 7, 7, 8, 9, 10, 11, 10, 9, 7, 4, 2)
STORMS = 36  # one a month, of 40 to 200 posts


def taken(n: int, at: datetime, chance: random.Random, category: str, place: str) -> Taken:
    """A mention as the reading would have made it."""
    reading = Reading(
        tone=Tone(-0.3, "negative", "made up"),
        services=(ServiceGuess(category, "Area", 0.8, "made up"),) if category else (),
        places=(Place(place, "road", "made up"),) if place else (),
        danger=Danger("none", "nothing"),
        language=Said("en", "made up"),
        kind=Said(chance.choice(KINDS), "made up"),
    )
    text = f"Something was said, for the {n}th time"
    author = f"p{int(chance.paretovariate(1.1) * 20) % 20_000}"
    heard = Heard(f"m{n}", "", text, author=author, published=at, channel="facebook_group")
    verdict = Verdict("no_reply", "no_reply", None, (), chart="council")
    return Taken(heard, reading, verdict, "glance", 5.0, None, (), None)


Storm = tuple[datetime, str, str]


def made(many: int) -> tuple[list[Taken], list[Storm]]:
    """So many mentions in the order in which they were said, with a storm a month; the storms."""
    chance = random.Random(1)
    found: list[Storm] = []
    storms: list[Storm] = []
    begins = ENDS - timedelta(days=DAYS)
    for month in range(STORMS):
        first = begins + timedelta(days=30 * month + 20 * chance.random())
        topic = chance.choice(CATEGORIES), chance.choice(PLACES)
        storms.append((first, *topic))
        found += [
            (first + timedelta(hours=8 * chance.random()), *topic)
            for _ in range(chance.randint(40, 200))
        ]
    while len(found) < many:
        day = begins + timedelta(days=int(DAYS * chance.random()))
        hour = chance.choices(range(24), HOURS)[0]
        place = chance.choice(PLACES) if chance.random() < 0.5 else ""
        category = CATEGORIES[int(chance.betavariate(1, 3) * 60)] if chance.random() < 0.8 else ""
        found.append((day + timedelta(hours=hour + chance.random()), category, place))
    ordered = sorted(found[:many])
    return [taken(n, at, chance, c, p) for n, (at, c, p) in enumerate(ordered)], storms


def settled(store: Store) -> Counter[str]:
    """Counts all that is kept; seconds by what they went into."""
    spent: Counter[str] = Counter()
    shelf = store.spikes
    while shelf.pending():
        for what, step in (
            ("counted", lambda: shelf.count_some(250)),
            ("gone through", lambda: shelf.go_through_some(8)),
            ("gathered", lambda: shelf.gather_some(Judging())),
        ):
            began = time.process_time()
            done = step()
            spent[what] += time.process_time() - began
            if done:
                break
    return spent


def alarms(store: Store, storms: list[Storm], sensitivity: Sensitivity) -> str:
    """How many storms are spikes at a sensitivity, and how many spikes are none of them."""
    for table in ("spike", "spike_mention", "spike_act"):
        store._db.execute(f"DELETE FROM {table}")
    store._db.execute("UPDATE episode SET fresh = 1")
    store._db.conn.commit()
    while store.spikes.gather_some(Judging(sensitivity=sensitivity)) is not None:
        pass
    rows = store._db.execute("SELECT category, place, began, ended FROM spike").fetchall()
    found, known = set(), 0
    for category, place, began, ended in rows:
        first, last = moment(began) - timedelta(hours=4), moment(ended) + timedelta(hours=1)
        for number, (at, service, road) in enumerate(storms):
            alike = category in ("", service) and place in ("", road)
            if alike and at <= last and at + timedelta(hours=9) >= first:
                found.add(number)
                known += 1
                break
    others = (len(rows) - known) / (DAYS / 30)
    return f"{sensitivity}: {len(found)} of {len(storms)} storms, {others:.1f} others in 30 days"


def main() -> int:
    """Prints the figures; 1 where it takes longer than the bar."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--mentions", type=int, default=100_000)
    many = parser.parse_args().mentions
    items, storms = made(many)
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "listener.db", clock=lambda: ENDS)
        source = store.add_source("Voice", "http://b.example/feed").key
        began = time.process_time()
        for at in range(0, many, 500):
            store.keep(source, items[at : at + 500], None, None, quiet=True)
        keeping = time.process_time() - began
        print(f"kept {many:,} in {keeping:.1f} s of CPU, {keeping / many * 1e6:.0f} µs each")
        spent = settled(store)
        whole = sum(spent.values())
        parts = ", ".join(f"{what} {seconds:.1f} s" for what, seconds in spent.items())
        print(
            f"noticed in {whole:.1f} s ({parts}), {whole / many * 1e6:.0f} µs each; bar {BAR:.0f}"
        )
        series, checkpoints, spikes = (
            store._db.execute(f"SELECT count(*) FROM {t}").fetchone()[0]
            for t in ("series", "checkpoint", "spike")
        )
        print(f"{series:,} topics, {checkpoints:,} checkpoints, {spikes} spikes of {STORMS} storms")
        for sensitivity in BARS:
            print(alarms(store, storms, sensitivity))
        more = [
            replace(i, heard=replace(i.heard, id=f"n{n}", published=ENDS - timedelta(minutes=n)))
            for n, i in enumerate(items[-10:])
        ]
        store.keep(source, more, None, None, quiet=False)
        began = time.process_time()
        settled(store)
        print(f"a turn with ten new posts: {(time.process_time() - began) * 1000:.0f} ms")
        store.close()
    return int(whole > BAR)


if __name__ == "__main__":
    raise SystemExit(main())
