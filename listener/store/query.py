"""Reads what was typed in the search box into a small tree: pure, so that it can be tested."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Literal

from listener.mention import CHOICES, ToneLabel

LONGEST = 100  # parts read of one search: SQLite and FTS5 take expressions of some depth only
DEEPEST = 12  # brackets within brackets


@dataclass(frozen=True, slots=True)
class Text:
    """Words that must be said; whole: as they stand, else a word also matches what begins so."""

    words: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Holds:
    """A field that holds a value, or a part of it."""

    name: Literal["area", "category", "place", "source", "by", "kind", "spike"]
    value: str


@dataclass(frozen=True, slots=True)
class Is:
    """How it stands."""

    what: str  # a key of STATES


@dataclass(frozen=True, slots=True)
class Tone:
    """How it sounds, by its word."""

    label: ToneLabel


@dataclass(frozen=True, slots=True)
class Score:
    """How it sounds, by its number from -1 to 1."""

    sign: Literal["<", "<=", ">", ">=", "="]
    number: float


@dataclass(frozen=True, slots=True)
class When:
    """Said before a moment, or at it and after."""

    before: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class Not:
    """Whatever this does not hold of."""

    of: Node


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    of: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one part holds."""

    of: tuple[Node, ...]


Node = Text | Holds | Is | Tone | Score | When | Not | All | Either


@dataclass(frozen=True, slots=True)
class Query:
    """What a search means, and what of it could only be read as words."""

    tree: All
    as_words: tuple[str, ...] = ()
    cut: bool = False  # more was typed than is read

    @property
    def told(self) -> str:
        """A sentence about what was not understood, or ""."""
        parts = [f"Read as words: {', '.join(self.as_words)}."] if self.as_words else []
        if self.cut:
            parts.append(f"Only the first {LONGEST} parts were searched.")
        return " ".join(parts)


STATES = ("urgent", "starred", "done", "open", "snoozed", "unsure", "held")
TONES: dict[str, ToneLabel] = {
    "annoyed": "negative", "negative": "negative", "neutral": "neutral", "pleased": "positive",
    "positive": "positive", "mixed": "mixed",
}  # fmt: skip
_TOKEN = re.compile(
    r"(?P<open>-?\()|(?P<close>\))|(?P<bare>-?[A-Za-z]+:)(?=[\s()]|$)"
    r"|(?P<not>-)?(?:(?P<name>[A-Za-z]+):(?!//))?"
    r'(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s()"]+))'
)
_SCORE = re.compile(r"(<=|>=|<|>|=)([+-]?\d*\.?\d+)")
_AGO = re.compile(r"(\d{1,4})([hdw])")
_UK_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


def parse(typed: str, now: datetime) -> Query:
    """Reads a search. now: local and aware; `today` and `7d` count from it. Never raises."""
    reading = _Reading(now)
    tokens = list(_TOKEN.finditer(typed))
    cut = len(tokens) > LONGEST
    parts = reading.parts(tokens[:LONGEST])
    return Query(All(parts), tuple(dict.fromkeys(reading.as_words)), cut)


@dataclass
class _Reading:
    """Goes through the tokens once."""

    now: datetime
    as_words: list[str] = field(default_factory=list)

    def parts(self, tokens: list[re.Match[str]]) -> tuple[Node, ...]:
        left = list(reversed(tokens))
        found: list[Node] = []
        while left:  # a bracket that closes what was never opened ends nothing
            found += self._group(left, 0)
        return tuple(found)

    def _group(self, left: list[re.Match[str]], depth: int) -> list[Node]:
        """Parts up to the closing bracket; OR joins its two neighbours before space joins all."""
        found: list[Node] = []
        either = False
        while left:
            token = left.pop()
            if token["close"]:
                break
            if token["word"] == "OR" and not token["name"] and not token["not"]:
                either = bool(found)
                continue
            node = self._unit(token, left, depth)
            if node is None:
                continue
            if either:
                before = found.pop()
                others = before.of if isinstance(before, Either) else (before,)
                found.append(Either((*others, node)))
            else:
                found.append(node)
            either = False
        return found

    def _unit(self, token: re.Match[str], left: list[re.Match[str]], depth: int) -> Node | None:
        if token["open"]:
            node = self._bracket(left, depth)
            return Not(node) if node is not None and token["open"] == "-(" else node
        if token["bare"]:
            return self._bare(token["bare"], left, depth)
        node = self._said(token)
        return Not(node) if node is not None and token["not"] else node

    def _bracket(self, left: list[re.Match[str]], depth: int) -> Node | None:
        if depth >= DEEPEST:
            return None
        inner = self._group(left, depth + 1)
        if not inner:
            return None
        return inner[0] if len(inner) == 1 else All(tuple(inner))

    def _bare(self, typed: str, left: list[re.Match[str]], depth: int) -> Node | None:
        """`area:(waste OR parks)` asks for the field of each; a field without a value is a word."""
        name = typed.lstrip("-").rstrip(":").lower()
        if name in FIELDS and left and left[-1]["open"] == "(":
            left.pop()
            inner = self._bracket(left, depth)
            node = None if inner is None else self._spread(name, inner)
            return Not(node) if node is not None and typed[0] == "-" else node
        self.as_words.append(typed.lstrip("-"))
        return text_of(typed)

    def _spread(self, name: str, node: Node) -> Node:
        match node:
            case Text(words=words):
                made = FIELDS[name](words, self.now)
                if made is None:
                    self.as_words.append(f"{name}:{words}")
                return node if made is None else made
            case Not(of=inner):
                return Not(self._spread(name, inner))
            case All(of=parts):
                return All(tuple(self._spread(name, p) for p in parts))
            case Either(of=parts):
                return Either(tuple(self._spread(name, p) for p in parts))
            case _:
                return node

    def _said(self, token: re.Match[str]) -> Node | None:
        whole = token["phrase"] is not None
        value = token["phrase"] if whole else token["word"]
        name = (token["name"] or "").lower()
        if not name:
            return text_of(value, whole)
        made = FIELDS[name](value.strip(), self.now) if name in FIELDS and value.strip() else None
        if made is not None:
            return made
        said = token[0].lstrip("-")
        self.as_words.append(said)
        return text_of(said)


def text_of(words: str, whole: bool = False) -> Text | None:
    """Words to look for; None where there is no letter and no figure among them."""
    if not any(c.isalnum() for c in words):
        return None
    return Text(words, whole or " " in words)


def _holds(name: Literal["area", "category", "place", "source", "by", "spike"]) -> Reads:
    return lambda value, _: Holds(name, value)


def _is(value: str, _: datetime) -> Node | None:
    return Is(value.lower()) if value.lower() in STATES else None


def _tone(value: str, _: datetime) -> Node | None:
    if value.lower() in TONES:
        return Tone(TONES[value.lower()])
    found = _SCORE.fullmatch(value.replace("−", "-"))
    if found is None:
        return None
    sign: Literal["<", "<=", ">", ">=", "="] = found[1]  # type: ignore[assignment]
    return Score(sign, float(found[2]))


def _kind(value: str, _: datetime) -> Node | None:
    """A kind by its id or by how the words for it begin."""
    wanted = value.lower()
    kinds = {**CHOICES["kind"], "danger": "danger"}
    fits = [k for k, said in kinds.items() if k.startswith(wanted) or said.startswith(wanted)]
    if not fits:
        return None
    parts = tuple(Holds("kind", k) for k in fits)
    return parts[0] if len(parts) == 1 else Either(parts)


def _when(before: bool) -> Reads:
    def read(value: str, now: datetime) -> Node | None:
        at = moment_of(value, now)
        return None if at is None else When(before, at)

    return read


def moment_of(value: str, now: datetime) -> datetime | None:
    """The moment that a date means: its beginning; `7d` is seven days ago. None: no date."""
    wanted = value.lower()
    midnight = datetime.combine(now.date(), time(), now.tzinfo)
    if wanted in ("today", "yesterday"):
        return midnight - timedelta(days=1 if wanted == "yesterday" else 0)
    if ago := _AGO.fullmatch(wanted):
        length = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(days=7)}
        return now - int(ago[1]) * length[ago[2]]
    if uk := _UK_DAY.fullmatch(wanted):
        wanted = f"{uk[3]}-{int(uk[2]):02}-{int(uk[1]):02}"
    try:
        day = date.fromisoformat(wanted)
        # Computed by way of UTC later on: the first years and the last have no room for a zone.
        return datetime.combine(day, time(), now.tzinfo) if 1900 < day.year < 9000 else None
    except ValueError:
        return None


Reads = Callable[[str, datetime], Node | None]

FIELDS: dict[str, Reads] = {
    "area": _holds("area"),
    "category": _holds("category"),
    "service": _holds("category"),
    "place": _holds("place"),
    "source": _holds("source"),
    "by": _holds("by"),
    "spike": _holds("spike"),
    "is": _is,
    "tone": _tone,
    "kind": _kind,
    "before": _when(True),
    "after": _when(False),
}
"""What may stand before a colon, and how what follows it is read."""
