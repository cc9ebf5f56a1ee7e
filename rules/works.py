"""Whether known roadworks or an event explain what people say, how far, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple, Protocol

HowFar = Literal["all", "part", "may"]
WORDS: Mapping[HowFar, str] = {
    "all": "explains all of it",
    "part": "explains part of it",
    "may": "may explain it",
}
BEFORE = timedelta(days=1)
"""Signs and barriers stand there a day before the permit begins (judgement)."""
AFTER = timedelta(days=3)
"""Works overrun, and people go on talking about them (judgement)."""

# Category names are the council's own, so that their words are looked at and not the names.
_OF_WORKS = re.compile(
    r"road|traffic|street(?! scene)|pavement|footway|pothole|obstruct|\bbus|parking|cycl|"
    r"drain|sign|speed|motorway|utilit|gas|electric|water|flood|kerb|closure",
    re.I,
)
_OF_EVENTS = re.compile(
    r"event|road|traffic|parking|car park|noise|litter|clean|toilet|park|\bbus|crowd|licens", re.I
)
_BESIDE = re.compile(r"collect|waste|school|business|air|dust|noise|transport|badge|light", re.I)
"""Services that works get in the way of: a bin lorry that cannot get through."""

_SHORT = {
    "street": "st", "rd": "road", "ln": "lane", "ave": "avenue", "av": "avenue", "dr": "drive",
    "cl": "close", "cres": "crescent", "gdns": "gardens", "sq": "square", "rbt": "roundabout",
    "jct": "junction",
}  # fmt: skip
LONGEST = 6  # words of a place's name


class Work(Protocol):
    """Roadworks or an event, as rules see it; starts and ends are aware."""

    @property
    def kind(self) -> Literal["works", "event"]: ...
    @property
    def street(self) -> str: ...
    @property
    def description(self) -> str: ...
    @property
    def starts(self) -> datetime: ...
    @property
    def ends(self) -> datetime: ...


class Named(NamedTuple):
    """A place of the council's by its own name, and its kind."""

    name: str
    kind: str


Names = Mapping[str, Named]
"""Every name and nickname as it is compared, and the place that it means."""


@dataclass(frozen=True, slots=True)
class About:
    """What people talk about: places by the council's names, a category or "", when (aware)."""

    places: Sequence[str]
    category: str
    since: datetime
    until: datetime
    words: Sequence[str] = ()  # that stand out, or the words of one post


@dataclass(frozen=True, slots=True)
class Explains:
    """How far something known explains what is said, and why."""

    how_far: HowFar
    why: str

    @property
    def sentence(self) -> str:
        """ "explains part of it: it is on Wolverton Road, Mill Street is named too"."""
        return f"{WORDS[self.how_far]}: {self.why}"


def names_of(places: Iterable[tuple[str, str, Sequence[str]]]) -> Names:
    """The places (name, kind, nicknames) by every name they have; of two the first keeps it."""
    made: dict[str, Named] = {}
    for name, kind, nicknames in places:
        for said in (name, *nicknames):
            made.setdefault(plain(said), Named(name, kind))
    return made


def named_in(text: str, names: Names) -> tuple[Named, ...]:
    """The places that a text names, the longest name first where one lies within another."""
    words = plain(text).split()
    found: dict[Named, None] = {}
    at = 0
    while at < len(words):
        for many in range(min(LONGEST, len(words) - at), 0, -1):
            place = names.get(" ".join(words[at : at + many]))
            if place is not None:
                found[place] = None
                at += many
                break
        else:
            at += 1
    return tuple(found)


@lru_cache(maxsize=8192)  # the streets of a calendar are compared for every post that is shown
def plain(text: str) -> str:
    """A name as it is compared: small letters, no marks, Rd as road, Street as St."""
    bare = re.sub(r"['’`]", "", text.casefold())
    words = [_SHORT.get(w, w) for w in re.sub(r"[^\w]+", " ", bare).split()]
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def explains(work: Work, about: About, names: Names) -> Explains | None:
    """How far one of the known works explains what people say; None where it does not.

    It takes the same street or place, by any of its names, at the same time. All of it: no other
    place is named. Where only the ward is the same, the time is just past, or the service is only
    in its way, it may explain it; so it does where an event's own words are what stands out.
    """
    if not work.starts - BEFORE <= about.until or not about.since <= work.ends + AFTER:
        return None
    fits, beside = _fits(work, about.category)
    there = {p.name: p for p in named_in(work.street, names)}
    said = plain(work.street)
    shared = [
        p for p in about.places if p in there or (not there and f" {plain(p)} " in f" {said} ")
    ]
    if not shared:
        return _by_words(work, about)
    if not fits and not beside:
        return None
    where = f"it is on {shared[0]}" if work.kind == "works" else f"it is at {shared[0]}"
    late = about.since > work.ends
    early = about.until < work.starts
    if late or early:
        when = "it ended just before" if late else "it begins the day after"
        return Explains("may", f"{where}, but {when}")
    if all(p in there and there[p].kind == "ward" for p in shared):
        return Explains("may", f"it lies in {shared[0]}")
    if not fits:
        topic = f"{about.category} may suffer by it" if about.category else "no service is named"
        return Explains("may", f"{where}; {topic}")
    others = [p for p in about.places if p not in shared and p not in _wards(names)]
    if others:
        return Explains("part", f"{where}, {others[0]} is named too")
    return Explains("all", f"{where}, and no other place is named")


def _fits(work: Work, category: str) -> tuple[bool, bool]:
    """Whether a category is what such works are complained of by, and whether they hinder it."""
    own = _OF_WORKS if work.kind == "works" else _OF_EVENTS
    return bool(category and own.search(category)), not category or bool(_BESIDE.search(category))


def _by_words(work: Work, about: About) -> Explains | None:
    """An event or works without a place in common, whose own words are what people say."""
    own = {w for w in plain(work.description).split() if len(w) > 4} - _COMMON
    said = {w for text in about.words for w in plain(text).split()}
    shared = sorted(own & said)
    if len(shared) < 2:
        return None
    return Explains("may", f"people say “{shared[0]}” and “{shared[1]}”")


_SAYS_LITTLE = (
    "works roads roadworks repair repairs renewal replacement traffic lights temporary about "
    "closure council after again before other their there these would could still"
)
_COMMON = frozenset(_SAYS_LITTLE.split())


def _wards(names: Names) -> frozenset[str]:
    return frozenset(n.name for n in names.values() if n.kind == "ward")


def furthest(found: Iterable[Explains]) -> Explains | None:
    """The one that explains most, or None."""
    order: tuple[HowFar, ...] = ("all", "part", "may")
    return min(found, key=lambda e: order.index(e.how_far), default=None)


def explained(found: Sequence[tuple[str, Explains]]) -> str:
    """What a spike says of the works that explain it: those that explain most; "" for none.

    found: what each of them is, in words, and how far it explains it.
    """
    most = furthest(e for _, e in found)
    if most is None:
        return ""
    what = next(said for said, e in found if e is most)
    return f"{what}: {most.sentence}"


def calmer(found: Iterable[Explains], works_calm: bool) -> str:
    """Why a spike calls nobody although it is shown, or "".

    works_calm: the supervisor's setting. Only what is explained whole is calm: where another place
    is named too, something else may be wrong there.
    """
    most = furthest(found)
    if not works_calm or most is None or most.how_far != "all":
        return ""
    return f"calm: something known {most.sentence}"
