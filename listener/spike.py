"""A spike as people see it, the posts it is made of, and the known works that may explain it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NewType

from listener.mention import Grade, MentionKey, ToneLabel

SpikeKey = NewType("SpikeKey", int)
"""Our own number for a spike; people know it by its id (S1, S2 …) and its title."""
WorkKey = NewType("WorkKey", int)
SpikeStatus = Literal["open", "acknowledged", "ended", "past"]
"""past: found in what was heard later than it was said, so nobody was told of it."""


@dataclass(frozen=True, slots=True)
class Post:
    """One mention as far as spikes and digests need it. Times are aware UTC."""

    key: MentionKey
    title: str
    text: str
    url: str
    source: str
    channel: str
    said: datetime  # when it was published, else heard
    kind: str
    tone: ToneLabel
    grade: Grade
    category: str
    area: str
    places: tuple[str, ...]
    person: int  # the same number for the same person; a post without an author has one of its own
    stack: int
    counted: bool  # False: news and notices, which are shown beside and not counted
    names_person: bool = False
    private: str = ""  # why it is never quoted, attached or used for words; "" where it may be
    already_routed: bool = False
    tally: int = 1


@dataclass(frozen=True, slots=True)
class Spike:
    """A topic or a place talked about much more than is usual, by several people."""

    key: SpikeKey
    id: str
    title: str  # "Roadworks and closures · Wolverton Road"
    category: str  # "" where it is about a place, or about everything heard
    area: str
    place: str
    began: datetime
    noticed: datetime
    ended: datetime | None
    posts: int
    people: int
    at_least: bool  # some posts had no author, so there may be more people
    usual: tuple[int, int]
    usual_words: str  # "a usual Tuesday has 1 to 3 by now"
    sureness: str  # "busier than 49 of 50 Tuesdays"
    status: SpikeStatus
    rising: bool = False
    short: bool = False  # a source's window overflowed meanwhile: the count is known to be short
    mix: Mapping[str, int] = field(default_factory=dict)  # kind -> counted posts
    beside: Mapping[str, int] = field(default_factory=dict)  # news and notices, not counted
    absorbed: tuple[str, ...] = ()  # titles of the smaller ones that are part of it
    explained: str = ""  # the known works or event that explain it, in words
    acknowledged: str = ""  # who, when, and to whom it went, in words


@dataclass(frozen=True, slots=True)
class Bar:
    """One hour of the card's bars: how many were counted, and the usual range of that hour."""

    at: datetime
    posts: int
    low: float
    high: float
    part: bool  # the hour belongs to the spike


@dataclass(frozen=True, slots=True)
class Silenced:
    """A topic of which nobody is told until a time; hides: what was not told of because of it."""

    key: int
    title: str
    category: str
    place: str
    at: datetime
    by: str
    why: str
    until: datetime
    hides: tuple[Spike, ...] = ()


@dataclass(frozen=True, slots=True)
class Drop:
    """A topic that is strangely silent. a_day: how many people a day are usual."""

    title: str
    category: str
    place: str
    since: datetime
    a_day: float


@dataclass(frozen=True, slots=True)
class Quote:
    """What one post says, shortened to whole words, handles taken out and names masked."""

    key: MentionKey
    text: str
    source: str
    said: datetime


@dataclass(frozen=True, slots=True)
class Ask:
    """What several people ask for, in their words; it opens its posts."""

    words: str
    people: int
    keys: tuple[MentionKey, ...]


@dataclass(frozen=True, slots=True)
class Understood:
    """What a heap of posts says, each sentence made from counts."""

    words: tuple[str, ...] = ()  # those that stand out against the topic's own past
    places: tuple[tuple[str, int], ...] = ()
    sources: tuple[tuple[str, int], ...] = ()
    quotes: tuple[Quote, ...] = ()
    asks: tuple[Ask, ...] = ()
    says: tuple[str, ...] = ()  # "Residents say …", only from 3 people up


WorkKind = Literal["works", "event"]


@dataclass(frozen=True, slots=True)
class KnownWork:
    """Roadworks or an event on the council's calendar. starts and ends are aware UTC."""

    key: WorkKey
    kind: WorkKind
    reference: str
    promoter: str
    street: str
    description: str
    starts: datetime
    ends: datetime
    traffic: str = ""
    by: str = ""

    @property
    def sentence(self) -> str:
        """ "Gas main renewal, Brackengas, to 12 December, two-way lights"."""
        ends = f"to {self.ends:%d %B}".replace("to 0", "to ")
        told = (self.description, self.promoter, ends, self.traffic)
        return ", ".join(part for part in told if part)


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One row of a table of works: what it is, or why it is not understood.

    line: as an editor counts it, 0 for the whole table. same: it is kept already, as it is.
    """

    line: int
    state: Literal["new", "changed", "same", "fault"]
    says: str = ""
    work: KnownWork | None = None


@dataclass(frozen=True, slots=True)
class WorksRead:
    """What was understood of a table of works and events.

    columns: ours and theirs, as they were matched. unused: theirs that were not. names: all of
    theirs, to choose among.
    """

    rows: tuple[WorkRow, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    unused: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    def many(self, state: str) -> int:
        """How many rows are new, changed, same or faulty."""
        return sum(r.state == state for r in self.rows)


@dataclass(frozen=True, slots=True)
class SpikeCard:
    """Everything that the page shows of one spike."""

    spike: Spike
    bars: tuple[Bar, ...]
    understood: Understood
    works: tuple[tuple[KnownWork, str], ...]  # with how far each explains it, in words
    figures: tuple[tuple[str, str], ...]  # how it is worked out: a label, a figure in words
    posts: tuple[Post, ...]  # oldest first; those beside among them
    history: tuple[str, ...] = ()  # what was done about it, oldest first
    last_time: str = ""  # how the last spike at this place was finished
