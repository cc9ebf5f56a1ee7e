"""What short texts of this kind usually are: a small linear model, learned from written examples.

One row of weights a feature: a word, two words in a row, or some letters of a word. A text's score
for a label is the sum of its rows over their length, plus the label's own offset (a linear
support-vector machine: Joachims 1998; letters of words: Bojanowski and others 2017).
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import compress, pairwise
from math import exp, sqrt
from typing import TypeVar

from listener import resources
from listener.errors import NotUnderstood
from listener.reading.words import dull

FILE = "reading/model.bin"
DAMAGED = "The reading model that came with this app is damaged. Please install the app again."
LOOKS = 400  # characters of a text that are weighed: a bound on cost; most posts are shorter
TELLS = 40  # words of a text among which the reasons are sought
LETTERS = (2, 3, 4, 5)
_TOKEN = re.compile(r"[^\W\d_][^\W_]*(?:'(?=\w)[^\W_]*)*|\d+|[^\w\s]")
# The same for lower-case ASCII, at half the cost; and what tells whether there are figures in it.
_ASCII_TOKEN = re.compile(r"[a-z][a-z0-9]*(?:'(?=[a-z0-9_])[a-z0-9]*)*|[0-9]+|[^a-z0-9_\s]")
_FIGURE = re.compile(r"\d")
_BIAS = 128
MOST = 4  # words that a reason names
_KNOWN = 4_000  # words, and pairs, whose rows are kept made, in 4 MB
_DENYING = frozenset({"no", "not", "nobody", "nothing", "none", "neither", "nor", "without"})
_TOLD = 2_000  # of both, those whose lanes are kept too, for the reasons, in 1.5 MB
_LANE = 3  # bytes of a weight in a row, and in a sum of rows

T = TypeVar("T")
Telling = tuple[memoryview, int]
"""The lanes of a word or a pair, and what stands for nought in them."""


def tokens_of(lower: str, channel: str, titled: bool) -> list[str]:
    """The words and signs of a levelled text, each once, and where it was said."""
    begins = lower[:LOOKS]
    found = (_ASCII_TOKEN if begins.isascii() else _TOKEN).findall(begins)
    if not begins.isascii() or _FIGURE.search(begins):
        found = ["0" * len(t) if t[0].isdigit() else t for t in found]
    return [*found, f"@{channel}", *(("@titled",) if titled else ())]


def features_of(word: str) -> Iterable[str]:
    """The features of one word: itself, and its letters in runs of two to five."""
    yield f"={word}"
    if word[0].isalpha():
        marked = f"<{word}>"
        for size in LETTERS:
            for at in range(len(marked) - size + 1):
                yield marked[at : at + size]


def pairs_of(tokens: Sequence[str]) -> Iterable[str]:
    """The features of two words in a row, each once."""
    return dict.fromkeys(_in_a_row(tokens))


def _in_a_row(tokens: Sequence[str]) -> list[str]:
    return list(map(" ".join, pairwise(tokens)))


@dataclass(frozen=True, slots=True)
class Task:
    """One thing the model tells: its labels, where their scores begin, and how sharp they are."""

    name: str
    labels: tuple[str, ...]
    first: int
    sharpness: float


class _Made(dict[str, T]):
    """Rows that are made when first asked for, and kept for a while."""

    def __init__(self, make: Callable[[str], T], most: int) -> None:
        super().__init__()
        self._make = make
        self._most = most

    def __missing__(self, name: str) -> T:
        if len(self) >= self._most:
            self.clear()
        self[name] = made = self._make(name)
        return made


class Model:
    """Built once from the file that we ship; `weigh` takes some 15 µs for a short post.

    A row of some 150 weights is one big whole number with 24 bits a weight, so that adding two
    rows is one addition: 0.1 µs against 2.4 µs for a list, and no library is needed. 24 bits hold
    the sums of 65,000 rows, of which a text has 3,000; with 32, a row outgrew the memory that
    Python keeps at hand, and adding up a text took 17 µs instead of 7.
    """

    def __init__(self, packed: bytes) -> None:
        """Raises NotUnderstood for bytes that are no whole model."""
        try:
            self._open(zlib.decompress(packed))
        except (zlib.error, ValueError, KeyError, TypeError) as fault:
            raise NotUnderstood(f"{DAMAGED} ({fault})") from fault

    def _open(self, whole: bytes) -> None:
        ends = whole.index(b"\n")
        head = json.loads(whole[:ends])
        self.tasks: Mapping[str, Task] = {
            t["name"]: Task(t["name"], tuple(t["labels"]), t["first"], t["sharpness"])
            for t in head["tasks"]
        }
        self.offsets: list[float] = head["offsets"]
        self.scales: list[float] = head["scales"]
        self._width = len(self.offsets)
        names_end = ends + 1 + head["names"]
        names = whole[ends + 1 : names_end].decode("utf-8").split("\n")
        self._at = {name: n for n, name in enumerate(names)}
        self._rows = whole[names_end:]
        if len(self._rows) != len(names) * self._width or len(self.scales) != self._width:
            raise ValueError("weights are missing")
        self._words = _Made(self._word, _KNOWN)
        self._pairs = _Made(self.row, _KNOWN)
        self._telling = _Made(self._told_by, _TOLD)

    def row(self, feature: str) -> int:
        """The weights of a feature, lane by lane; 0 for one that was never seen."""
        at = self._at.get(feature)
        if at is None:
            return 0
        width = self._width
        lanes = bytearray(_LANE * width)
        lanes[::_LANE] = self._rows[at * width : (at + 1) * width]
        return int.from_bytes(lanes, "little")

    def _word(self, word: str) -> int:
        """The rows of a word and of its letters, added up."""
        return sum(map(self.row, features_of(word)))

    def weigh(self, tokens: Sequence[str]) -> Weighed:
        """Weighs the tokens of a text."""
        pairs = _in_a_row(tokens)
        known = dict.fromkeys(filter(self._at.__contains__, pairs))
        total = sum(map(self._words.__getitem__, dict.fromkeys(tokens)))
        total += sum(map(self._pairs.__getitem__, known))
        begins = dict.fromkeys(tokens[:TELLS])
        begins |= dict.fromkeys(filter(known.__contains__, pairs[: TELLS - 1]))
        return Weighed(self, list(begins), self._scores(self._lanes(total).tolist()))

    def _lanes(self, total: int) -> memoryview:
        """The sums of each lane; the first counts the rows, the second is the squared length."""
        packed = total.to_bytes(_LANE * self._width, "little")
        wide = bytearray(4 * self._width)
        for place in range(_LANE):
            wide[place::4] = packed[place::_LANE]
        return memoryview(wide).cast("I")

    def _scores(self, sums: Sequence[int]) -> list[float]:
        """The score of each lane, all tasks at once: it took twice as long task by task."""
        count, length = sums[0] * _BIAS, sqrt(sums[1] * self.scales[1]) or 1.0
        return [
            offset + (lane - count) * scale / length
            for offset, lane, scale in zip(self.offsets, sums, self.scales, strict=True)
        ]

    def telling(self, said: Iterable[str]) -> list[Telling | None]:
        """What words and pairs tell, one by one; None for what would tell a reader nothing."""
        return list(map(self._telling.__getitem__, said))

    def _told_by(self, said: str) -> Telling | None:
        if not _tells(said):
            return None
        lanes = self._lanes(self._pairs[said] if " " in said else self._words[said])
        return lanes, _BIAS * lanes[0]


class Weighed:
    """A text with its scores: asked for the likelihoods of a task's labels, and for the words."""

    def __init__(self, model: Model, begins: Sequence[str], scores: Sequence[float]) -> None:
        """begins: the words and pairs among which the reasons are sought, each once."""
        self._model = model
        self._begins = begins
        self._scores = scores
        self._parts: tuple[list[str], list[Telling]] | None = None
        self._told: dict[tuple[str, str], tuple[str, ...]] = {}

    def labels(self, task: str) -> tuple[str, ...]:
        """The labels of a task, in the order of their scores."""
        return self._model.tasks[task].labels

    def scores(self, task: str) -> Sequence[float]:
        """The score of each label of a task, in order; above 0 speaks for it."""
        asked = self._model.tasks[task]
        return self._scores[asked.first : asked.first + len(asked.labels)]

    def likely(self, task: str) -> dict[str, float]:
        """How likely each label of a task is, from 0 to 1, adding up to 1."""
        asked = self._model.tasks[task]
        return dict(zip(asked.labels, softmax(self.scores(task), asked.sharpness), strict=True))

    def because(self, task: str, label: str, most: int = MOST) -> tuple[str, ...]:
        """The words that pull most towards a label, strongest first."""
        told = self._told.get((task, label))
        if told is None:
            told = self._told[task, label] = self._strongest(task, label)
        return told[:most]

    def _strongest(self, task: str, label: str) -> tuple[str, ...]:
        asked = self._model.tasks[task]
        if self._parts is None:
            told = self._model.telling(self._begins)
            self._parts = list(compress(self._begins, told)), list(filter(None, told))
        words, parts = self._parts
        lane = asked.first + asked.labels.index(label)
        pulls = [lanes[lane] - nought for lanes, nought in parts]
        pulling = [n for n, pull in enumerate(pulls) if pull > 0]
        pulling.sort(key=pulls.__getitem__, reverse=True)
        kept: list[str] = []
        used: set[str] = set()
        for n in pulling:
            said = words[n].split()
            if used.isdisjoint(said):
                kept.append(_told(words[n]))
                used.update(said)
                if len(kept) == MOST:
                    break
        return tuple(kept)


def softmax(scores: Sequence[float], sharpness: float) -> list[float]:
    """Scores as likelihoods that add up to 1."""
    top = max(scores)
    raised = list(map(exp, [(s - top) * sharpness for s in scores]))
    whole = sum(raised)
    return [r / whole for r in raised]


@lru_cache(maxsize=_KNOWN)
def _tells(words: str) -> bool:
    if "@" in words:  # a mark of ours, such as where it was said; handles are blanked before
        return False
    return any(w[0].isalpha() and len(w) > 2 and w not in dull() for w in words.split())


@lru_cache(maxsize=_KNOWN)
def _told(words: str) -> str:
    """A word or pair as it is given as a reason: “round and” is “round”, “no answer” stays."""
    said = (w for w in words.split() if w[0].isalpha())
    return " ".join(w for w in said if w not in dull() or w in _DENYING or w.endswith("n't"))


@cache
def shipped() -> Model:
    """The model that we ship, opened once in a process."""
    return Model(resources.data(FILE))
