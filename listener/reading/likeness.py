"""The same story told twice: bands to find likely ones fast, and a comparison to be sure."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

SHINGLE = 4  # characters; found best on 2,000 altered copies of short posts
BINS = 32
ROWS = 3
BANDS = BINS // ROWS
_FOUR = struct.Struct("<I")
_GOLDEN = 0x9E3779B1  # spreads neighbours far apart, best in the high bits (Knuth, TAOCP 3, 6.4)
SHARED = 2  # bands two texts must share to be compared: at 80 of 100 shingles alike they share 5
SHORTEST = 24  # letters of levelled text; below it likeness is chance
LONGEST = 300  # characters of levelled text: a story is told again from its beginning
SAME = 86.0  # RapidFuzz's token-blind ratio, from 0 to 100
_NOISE = re.compile(r"https?://\S+|\brt\b|\bvia\b|[@#]\w+|[^\w\s]|_", re.I)


@dataclass(frozen=True, slots=True)
class Alike:
    """Whether two texts tell the same story, and why."""

    same: bool
    because: str


@lru_cache(maxsize=2048)
def levelled(text: str) -> str:
    """The bare words: no links, handles, tags or punctuation, in lower case."""
    return " ".join(_NOISE.sub(" ", text[:LONGEST]).lower().split())


def bands(title: str, text: str) -> tuple[int, ...]:
    """Ten numbers; texts that share two are likely alike. None for a text too short to judge.

    One-permutation MinHash over 4-character shingles (Li, Owen and Zhang 2012): each shingle falls
    in one of 32 bins, each bin keeps its least, three bins make a band.
    """
    bare = levelled(_once(f"{title}\n{text}") if title and title not in text else text)
    if len(bare) < SHORTEST:
        return ()
    least = [0xFFFFFFFF] * BINS
    data = bare.encode("utf-8", "replace")
    for first in range(SHINGLE):
        whole = data[first : first + (len(data) - first) // SHINGLE * SHINGLE]
        for (shingle,) in _FOUR.iter_unpack(whole):
            hashed = shingle * _GOLDEN & 0xFFFFFFFF
            if hashed < least[hashed >> 27]:
                least[hashed >> 27] = hashed
    found = []
    for n in range(0, BANDS * ROWS, ROWS):
        one, two, three = least[n : n + ROWS]
        if one & two & three != 0xFFFFFFFF:
            # Kept within 63 bits, the whole numbers of a database.
            found.append((n << 57) ^ (one << 26) ^ (two << 13) ^ three)
    return tuple(found)


def _once(told: str) -> str:
    """A title and its text, without a title that is but the beginning of the text, perhaps cut."""
    title, _, text = told.partition("\n")
    return text if title and text.startswith(title.rstrip(" .…")) else told


def alike(one: str, other: str) -> Alike:
    """Compares two texts for good, each perhaps with its title on a line before it."""
    first, second = levelled(_once(one)), levelled(_once(other))
    if min(len(first), len(second)) < SHORTEST:
        return Alike(False, "too short to compare")
    ratio = fuzz.ratio(first, second)
    if ratio < SAME:
        short, long = sorted((first, second), key=len)
        if len(short) * 3 < len(long) or not long.startswith(short[: len(short) * 3 // 4]):
            return Alike(False, f"{ratio:.0f} of 100 alike")
        ratio = fuzz.ratio(short, long[: len(short)])  # the one was cut short
    return Alike(ratio >= SAME, f"{ratio:.0f} of 100 alike")
