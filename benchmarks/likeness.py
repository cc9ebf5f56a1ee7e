"""Measures how well stories told twice are found: python -m benchmarks.likeness [FOLDER] [options]

Prints the recall on altered copies (by kind of change), how many unrelated texts were joined, with
examples to judge by eye, what the bands of a text cost, and the milliseconds to place one mention
beside those that a store on disk keeps.

FOLDER holds tab-separated files with a column "text", such as real posts; without it, texts are
generated. Seeded: the same texts give the same figures, but for the times.

--kept N      how many the store keeps (100000)
--sample N    judges the Nth 2,000 texts (0): a rule is tuned on some and judged on others
--joined N    how many of the pairs joined without being copied are printed (5)
"""

from __future__ import annotations

import argparse
import csv
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from listener.mention import Danger, Heard, Reading, Said, Tone
from listener.reading.likeness import SHARED, SHORTEST, alike, bands, levelled
from listener.store import Store, Taken
from rules.flowchart import Answer, Step, Verdict

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
BATCH = 200
ASKED = 2_000
FAULTS = (
    "the bins were not emptied", "a huge pothole has opened", "the street light has gone out",
    "somebody dumped a sofa", "the drain is blocked", "cars are parked on the pavement",
    "the bus shelter was smashed", "the library is shut", "the swings are broken",
    "a tree is hanging over the path", "the planning notice vanished", "the pool is freezing",
    "my council tax bill is wrong", "the zebra crossing has worn away", "dogs foul the verge",
    "the boiler failed in our flat", "the lift is stuck", "loud music was played all night",
)  # fmt: skip
STREETS = (
    "Mill", "Station", "Orchard", "Chapel", "Cinder", "Foundry", "Hazel", "Kiln", "Quarry",
    "Meadow", "Tanner", "Weaver", "Priory", "Castle", "Heron", "Saddler",
)  # fmt: skip
KINDS = ("Street", "Road", "Lane", "Close", "Avenue", "Terrace")
WHENS = (
    "since Tuesday", "for the third week", "again this morning", "all through half term",
    "after the storm", "while we were away", "the day before my mother's visit", "last night",
)  # fmt: skip
ENDS = (
    "and nobody answers the phone", "so children walk in the traffic", "which is a fine welcome",
    "though we pay more every year", "and my reference leads nowhere", "please send somebody",
    "could anyone tell me whom to ask", "and the neighbours have given up", "what a way to live",
    "yet the website says all is well", "and the smell reaches our kitchen", "thank goodness",
)  # fmt: skip
BEGINS = ("bin", "road", "lamp", "park", "tax", "lane", "bus", "tree", "drain", "shop", "pool")
TAILS = ("ing", "s", "er", "ful", "let", "ward", "side", "man", "way", "line", "worth")
WORDS = [begin + tail for begin in BEGINS for tail in TAILS]
OPENINGS = (
    "Morning all,", "Can anyone explain why", "Just to say that", "Walking home I saw that",
    "For weeks now", "My dad noticed that", "Not for the first time", "As I told the office,",
)  # fmt: skip


def written(chance: random.Random) -> str:
    """A post of a resident, of parts that others share in another order."""
    faults = [
        f"{fault} in {chance.choice(STREETS)} {chance.choice(KINDS)} {chance.choice(WHENS)}"
        for fault in chance.sample(FAULTS, 2)
    ]
    parts = [*faults, *chance.sample(ENDS, 2), f"near number {chance.randint(2, 240)}"]
    chance.shuffle(parts)
    return f"{chance.choice(OPENINGS)} {', '.join(parts)}."


def _retweeted(text: str, chance: random.Random) -> str:
    return f"RT @resident{chance.randint(1, 99)}: {text}"


def _linked(text: str, chance: random.Random) -> str:
    bare = " ".join(w for w in text.split() if not w.startswith("http"))
    return f"{bare} https://t.example/{chance.randint(10**6, 10**7)}"


def _cut(text: str, chance: random.Random) -> str:
    return text[: int(len(text) * chance.uniform(0.72, 0.95))].rstrip() + "…"


def _tagged(text: str, chance: random.Random) -> str:
    tags = chance.sample(("#Brackenford", "#bins", "#council", "#news", "@BrackenfordMBC"), 2)
    return f"{text} {' '.join(tags)}"


def _edited(text: str, chance: random.Random) -> str:
    words = text.split()
    at = chance.randrange(len(words))
    if chance.random() < 0.5:
        del words[at]
    else:
        words.insert(at, chance.choice(("really", "please", "UPDATE", "still", "today")))
    return " ".join(words)


def _shouted(text: str, _chance: random.Random) -> str:
    return text.upper().replace(",", " ").replace(".", "!!!")


CHANGES: dict[str, Callable[[str, random.Random], str]] = {
    "retweet": _retweeted, "link": _linked, "cut": _cut, "tags": _tagged, "edit": _edited,
    "shouted": _shouted,
}  # fmt: skip


def altered(text: str, chance: random.Random) -> tuple[str, str]:
    """What was changed, and the copy."""
    change = chance.choice(tuple(CHANGES))
    return change, CHANGES[change](text, chance)


def joined(one: str, other: str) -> bool:
    """Would the second be placed with the first, were that kept?"""
    shared = set(bands("", one)) & set(bands("", other))
    return len(shared) >= SHARED and alike(one, other).same


def texts_of(folder: Path | None, many: int) -> list[str]:
    """Different texts long enough to be judged: those of a folder, else generated ones."""
    chance = random.Random(7)
    if folder is None:
        return list({written(chance): None for _ in range(many)})
    found: dict[str, str] = {}
    for file in sorted(folder.glob("*.tsv")):
        with file.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                bare = levelled(row.get("text") or "")
                if len(bare) >= SHORTEST:
                    found.setdefault(bare, row["text"])
    if not found:
        raise SystemExit(f"no file with a column “text” in {folder}")
    texts = list(found.values())
    chance.shuffle(texts)
    return texts


def recall(texts: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Of each kind of change, how many copies were joined, of how many."""
    chance = random.Random(11)
    done: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for text in texts:
        change, copy = altered(text, chance)
        done[change] += 1
        found[change] += joined(text, copy)
    return {change: (found[change], done[change]) for change in CHANGES}


def false_joins(store: Store, texts: Sequence[str]) -> list[tuple[str, str]]:
    """Pairs of texts that nobody copied, yet that would be placed together."""
    pairs = []
    for text in texts:
        for candidate in store.likely([bands("", text)], [NOW])[0]:
            if alike(text, candidate.text).same:
                pairs.append((text, candidate.text))
                break
    return pairs


def microseconds(texts: Sequence[str]) -> float:
    """What the bands of a text of 300 letters cost, levelling and all."""
    told = [f"{text} {other} {text}"[:300] for text, other in pairwise(texts)]
    spent = []
    for _ in range(5):
        levelled.cache_clear()
        began = time.perf_counter()
        for text in told:
            bands("", text)
        spent.append((time.perf_counter() - began) / len(told) * 1_000_000)
    return min(spent)


def kept(n: int, text: str) -> Taken:
    """A mention with the least around it that a store keeps."""
    heard = Heard(f"id-{n}", "", text, f"http://b.example/{n}", "", NOW - timedelta(seconds=n))
    reading = Reading(
        Tone(0.0, "neutral", ""), (), (), Danger("none", ""), Said("en", ""), Said("report", "")
    )
    steps = (Step("q", "About us?", Answer.YES, "names us", "q2", "end"),)
    verdict = Verdict("forward", "forward", None, steps, chart="council")
    return Taken(heard, reading, verdict, "forward", 3.0, None, bands("", text), None)


def fill(store: Store, texts: Sequence[str], many: int) -> None:
    """Keeps the texts, and copies with words of their own until there are as many as asked for."""
    source = store.add_source("Voice", "http://b.example/feed").key
    chance = random.Random(5)
    for first in range(0, many, BATCH):
        batch = [
            kept(n, texts[n] if n < len(texts) else " ".join(chance.choices(WORDS, k=25)))
            for n in range(first, min(first + BATCH, many))
        ]
        store.keep(source, batch, None, None, quiet=True)


def milliseconds(store: Store, texts: Sequence[str]) -> list[float]:
    """What it takes to place each: bands, the store's candidates, the comparison."""
    spent = []
    for text in texts:
        began = time.perf_counter()
        for candidate in store.likely([bands("", text)], [NOW])[0]:
            if alike(text, candidate.text).same:
                break
        spent.append((time.perf_counter() - began) * 1000)
    return sorted(spent)


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--kept", type=int, default=100_000)
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--joined", type=int, default=5)
    given = parser.parse_args()
    texts = texts_of(given.folder, 22_000)
    asked = texts[given.sample * ASKED : (given.sample + 1) * ASKED]
    if not asked:
        raise SystemExit(f"there are but {len(texts)} texts, so no sample {given.sample}")
    asked_too = set(asked)
    rest = [text for text in texts if text not in asked_too][: given.kept]
    found = recall(asked)
    hits, done = (sum(column) for column in zip(*found.values(), strict=True))
    print(f"recall on altered copies {hits / done:.3f} ({hits} of {done})")
    print("   " + ", ".join(f"{c} {a / max(b, 1):.3f}" for c, (a, b) in found.items()))
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "listener.db", clock=lambda: NOW)
        fill(store, rest, given.kept)
        pairs = false_joins(store, asked)
        print(f"joined without being copied: {len(pairs)} of {len(asked)} beside {given.kept} kept")
        for one, other in pairs[: given.joined]:
            print(f"   {alike(one, other).because}\n   {one[:280]!r}\n   {other[:280]!r}\n")
        print(f"bands of 300 letters: {microseconds(asked[:300]):.1f} µs")
        copies = [altered(text, random.Random(3))[1] for text in rest[:1_000]]
        spent = milliseconds(store, asked + copies)
        print(f"to place one: median {spent[len(spent) // 2]:.2f} ms, 95 % {_at(spent):.2f} ms")
        store.close()


def _at(spent: Sequence[float]) -> float:
    return spent[int(len(spent) * 0.95)]


if __name__ == "__main__":
    main()
