"""The same story told twice: bands to find likely ones fast, and a comparison to be sure."""

from __future__ import annotations

import re
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, takewhile

from rapidfuzz import fuzz

SHINGLE = 4  # characters; found best on 2,000 altered copies of short posts
BINS = 32
ROWS = 3
BANDS = BINS // ROWS
_BIN_BITS = 5  # the highest of 32 say which of the bins
_REST = 1 << (32 - _BIN_BITS)  # one more than the greatest that the other bits can say
_EMPTY = 0xFFFFFFFF  # of a bin that no shingle falls into
_GOLDEN = 0x9E3779B1  # spreads neighbours far apart, best in the high bits (Knuth, TAOCP 3, 6.4)
_BIN_OF = bytes(top >> 3 for top in range(256))  # of a number's highest byte
_REST_OF = bytes(top & 7 for top in range(256))
# Bands two texts must share to be compared: a copy cut to 72 of 100 may share but one of ten.
SHARED = 1
SHORTEST = 24  # letters of levelled text; below it likeness is chance
# Of the shorter of two: 24 letters less a word. At 16, 31 of 2,000 texts of 16 to 23 letters were
# joined, nearly all falsely; at 22, 11; at 24, a fortieth of the edited copies was lost.
SHORTEST_COPY = 22
SHORTEST_CUT = 16  # if it says that it was cut: what is left of 24 letters cut to 70 of 100
# Letters; below, words put in at one place are all that a copy may differ by. Of 40 to 80, more
# lost headlines with a paper's name added, fewer joined wishes and praises of other people.
SHORT = 60
LONGEST = 300  # characters of levelled text: a story is told again from its beginning
SAME = 86.0  # RapidFuzz's token-blind ratio, from 0 to 100
# The first group passes over letters that begin none of the others: half the time.
_NOISE = re.compile(
    r"(?=[^a-gi-qs-uw-z0-9\s])(?:[@#]\w+|[^\w\s]|_|https?://\S+|\b(?:rt|via)\b)", re.I
)
_MARKS = ("@", "#", "_", "://")  # without these, noise is but signs and two words: half the time
_SIGNS = {sign: " " for sign in range(128) if not chr(sign).isalnum()}
_APPENDED = re.compile(r"https?\b\S*|[@#]\w+", re.I)
_CUT = ("…", "..")
# The paper that a headline ends with, as search feeds write it: "Pool to reopen - Wendvale Echo".
_PAPER = re.compile(
    r" [-–—|] (?=[^\n]{0,30}\b(?:News|Echo|Gazette|Times|Post|Mail|Herald|Express|BBC|ITV|Live|"
    r"Star|Journal|Observer|Chronicle|Advertiser|Guardian|Telegraph|Mirror|Sun|Independent|"
    r"Standard|Argus|Press|Courier|Examiner|Reporter|Radio|Yahoo|MSN)\b)"
    r"[^\n|–—\d]{2,40}?(?=\s*(?:$|https?:|[#@]))",
    re.M,
)
_COUNTS = frozenset((
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "dozen", "twenty", "thirty", "forty", "fifty", "hundred", "thousand", "million",
    "first", "second", "third", "fourth", "fifth", "half", "both", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday",
))  # fmt: skip
_STREETS = frozenset((
    "street", "st", "road", "rd", "lane", "ln", "close", "avenue", "ave", "terrace", "drive", "way",
    "crescent", "court", "park", "square", "place", "gardens", "grove", "bridge", "hill", "estate",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Alike:
    """Whether two texts tell the same story, and why."""

    same: bool
    because: str


@lru_cache(maxsize=2048)
def levelled(text: str) -> str:
    """The bare words: no links, handles, tags or punctuation, in lower case."""
    begins = text[:LONGEST]
    if not begins.isascii() or any(mark in begins for mark in _MARKS):
        return " ".join(_NOISE.sub(" ", begins).lower().split())
    words = begins.translate(_SIGNS).lower().split()
    if "rt" in words or "via" in words:
        words = [word for word in words if word not in ("rt", "via")]
    return " ".join(words)


def bands(title: str, text: str) -> tuple[int, ...]:
    """Ten numbers; texts that share one may be alike. None for a text too short to judge.

    One-permutation MinHash over 4-character shingles (Li, Owen and Zhang 2012): each shingle falls
    in one of 32 bins, each bin keeps its least, three bins make a band.
    """
    bare = levelled(_once(f"{title}\n{text}") if title and title not in text else text)
    if len(bare) < SHORTEST_CUT:
        return ()
    least = _least(bare.encode("utf-8", "replace"))
    found = []
    for n in range(0, BANDS * ROWS, ROWS):
        one, two, three = least[n : n + ROWS]
        if one & two & three != _EMPTY:
            # Kept within 63 bits, the whole numbers of a database.
            found.append((n << 57) ^ (one << 26) ^ (two << 13) ^ three)
    return tuple(found)


def _least(data: bytes) -> list[int]:
    """Of each bin the least shingle times the golden number, kept to 32 bits.

    All shingles lie in one whole number, each in 64 bits of it, so that one multiplication does
    for all (none runs over: 32 bits times 32 are 64). Bytes are then taken by their place, which
    is the same on every machine: half the time of a multiplication for each.
    """
    many = len(data) - SHINGLE + 1
    lanes = bytearray(many * 8)
    for place in range(SHINGLE):
        lanes[place::8] = data[place : place + many]
    spread = (int.from_bytes(lanes, "little") * _GOLDEN).to_bytes(many * 8, "little")
    tops = spread[3::8]
    rests = bytearray(many * 4)
    for place in range(3):
        rests[place::4] = spread[place::8]
    rests[3::4] = tops.translate(_REST_OF)
    least = [_REST] * BINS
    for n, rest in zip(tops.translate(_BIN_OF), struct.unpack(f"<{many}I", rests), strict=True):
        if rest < least[n]:
            least[n] = rest
    return [n * _REST | rest if rest < _REST else _EMPTY for n, rest in enumerate(least)]


def _once(told: str) -> str:
    """A title and its text, without a title that is but the beginning of the text, perhaps cut."""
    title, _, text = told.partition("\n")
    return text if title and text.startswith(title.rstrip(" .…")) else told


@lru_cache(maxsize=2048)
def _story(told: str) -> tuple[str, str]:
    """What is told, once, and without the paper that tells it: papers copy from each other.

    And its bare words.
    """
    story = _PAPER.sub("", _once(told)[: LONGEST * 2])
    return story, levelled(story)


def alike(one: str, other: str) -> Alike:
    """Compares two texts for good, each perhaps with its title on a line before it.

    The same story: the one says that it was cut and begins the other, or their letters are nearly
    the same. Yet not if each has a number, a name or a street that the other lacks, for notices of
    one mould differ in these alone; nor short texts that differ by more than words put in at one
    place. Read by eye, 8 to 17 of 2,000 posts were so joined falsely, in five samples; by the
    letters alone 21 to 34, in three of them.
    """
    (short, brief), (long, full) = _story(one), _story(other)
    if len(full) < len(brief):
        (short, brief), (long, full) = (long, full), (short, brief)
    size = len(brief)
    if size < SHORTEST_CUT or len(full) < SHORTEST:
        return Alike(False, "too short to compare")
    ratio = fuzz.ratio(brief, full)
    begins = len(full) <= size * 3 and full.startswith(brief[: size * 3 // 4])
    if brief != full and begins and full.startswith(brief) and _cut(short):
        return Alike(True, "the one is cut and begins like the other")
    if size < SHORTEST_COPY:
        return Alike(False, "too short to compare")
    words = long
    if ratio < SAME and begins and size >= SHORT:  # cut, perhaps, without saying so
        ratio = fuzz.ratio(brief, full[:size])
        words = " ".join(_words(long))[: size + 1].rpartition(" ")[0]  # none torn
    found = f"{ratio:.0f} of 100 alike"
    if ratio < SAME:
        return Alike(False, found)
    if size < SHORT and not _one_place(brief.split(), full.split()):
        return Alike(False, f"{found}, but short, and words were changed")
    against = _against(_words(short), _words(words), _words(long))
    return Alike(False, f"{found}, but {against}") if against else Alike(True, found)


def _words(text: str) -> list[str]:
    return _NOISE.sub(" ", text[:LONGEST]).split()


def _cut(text: str) -> bool:
    """Does it say that there was more? Links, tags and quotes may follow."""
    ending = _APPENDED.sub("", text[:LONGEST]).rstrip(" \n\"'”’)]")
    return len(text) > LONGEST or ending.endswith(_CUT)


def _one_place(fewer: Sequence[str], more: Sequence[str]) -> bool:
    """Are these words those, but for words put in at no more than one place?"""
    return _same_at_first(fewer, more) + _same_at_first(fewer[::-1], more[::-1]) >= len(fewer)


def _same_at_first(one: Sequence[str], other: Sequence[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _against(one: Sequence[str], other: Sequence[str], whole: Sequence[str]) -> str:
    """What each says and the other does not, if it is of a kind that makes two stories of them."""
    ours, theirs = _alone(one, whole), _alone(other, one)
    for kind in (_counts, _names):
        mine, thine = kind(ours, one), kind(theirs, other)
        if mine and thine:
            return f"the one says {mine[0]}, the other {thine[0]}"
    return ""


def _alone(words: Sequence[str], other: Sequence[str]) -> list[str]:
    """Words that the other lacks. It may write two as one; the last may be torn, but no number."""
    lower = [word.lower() for word in other]
    told = {*lower, *(first + then for first, then in pairwise(lower))}
    alone = [word for word in words if word.lower() not in told]
    if alone and alone[-1] is words[-1] and not alone[-1].isdigit():
        torn = alone[-1].lower()
        if any(word.startswith(torn) for word in lower):
            alone.pop()
    return alone


def _counts(alone: Sequence[str], _words: Sequence[str]) -> list[str]:
    return [w for w in alone if w.lower() in _COUNTS or any(map(str.isdigit, w))]


def _names(alone: Sequence[str], words: Sequence[str]) -> list[str]:
    """Those with a capital, and those before a word such as street, however written."""
    before = {word for word, then in pairwise(words) if then.lower() in _STREETS}
    return [word for word in alone if word[0].isupper() or word in before]
