"""What somebody said, and what was made of it: the frozen records that pass between the rooms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple, NewType

from rules.facts import Fact
from rules.flowchart import Verdict
from rules.urgent import Mark, Sheet

MentionKey = NewType("MentionKey", int)
"""Our own number for a kept mention; never shown to people, who know it by its id and source."""

ToneLabel = Literal["negative", "neutral", "positive", "mixed", "not_read"]
Grade = Literal["person", "hazard", "words", "none"]
Status = Literal["open", "snoozed", "done"]
View = Literal[
    "urgent",
    "unsure",
    "answer",
    "forward",
    "decide",
    "glance",
    "watching",
    "news",
    "snoozed",
    "done",
]
VIEWS: tuple[View, ...] = (
    "urgent", "unsure", "answer", "forward", "decide",
    "glance", "watching", "news", "snoozed", "done",
)  # fmt: skip

CHANNELS: tuple[str, ...] = (
    "news_feed", "hyperlocal", "comment", "report_site", "newsletter", "email_alert",
    "facebook_group", "nextdoor", "page_comment", "mastodon", "bluesky", "x", "reddit",
    "video", "forum", "letter", "other",
)  # fmt: skip
"""Where a thing was said; an unknown channel in an import is kept as `other` and named."""

What = Literal["tone", "service", "place", "kind", "danger"]
"""The parts of a reading that an officer may correct."""
CHOICES: Mapping[What, Mapping[str, str]] = {
    "tone": {"negative": "annoyed", "neutral": "neutral", "positive": "pleased"},
    "service": {},
    "place": {},
    "kind": {
        "complaint": "complaint", "report": "report of a problem", "question": "question",
        "praise": "praise", "thanks": "thanks", "news": "news", "notice": "notice or event",
        "opinion": "opinion", "rumour": "rumour", "chatter": "chatter", "abuse": "abuse",
        "infoaccess": "information request", "political": "party political",
    },
    "danger": {
        "person": "a person at risk", "hazard": "a hazard to make safe",
        "words": "danger words only", "none": "no danger",
    },
}  # fmt: skip
"""What each part may be corrected to, and in words; services and places are the council's."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing a source gave us, in plain text, before it is kept. Never changed afterwards."""

    id: str  # unique within its source; "" where the source gives none (the store then makes one)
    title: str
    text: str
    url: str = ""  # http or https only, else ""
    author: str = ""  # name or handle as shown; kept apart and blankable alone
    published: datetime | None = None  # aware UTC; None where missing, impossible or in the future
    date_fault: str = ""  # in words: why `published` is None or to be doubted
    thread: str = ""  # what it answers or belongs to: an address or an id
    channel: str = "other"
    seen_at: str = ""  # where an imported row says that it was seen
    place: str = ""  # the place that the source itself names
    category: str = ""  # the category that the source itself names
    already_routed: bool = False  # the service has it already (a report site sent it there)
    public: bool = True  # could anyone read it without joining?
    tally: int = 1  # how many comments this one stands for
    author_is: Literal["resident", "member", "press"] = "resident"


# Words and what is said are named tuples: a reading has dozens, which travel between processes,
# and frozen dataclasses take twice as long to make.
class Word(NamedTuple):
    """A word or phrase that weighed; start and end are offsets in title + "\\n" + text, or -1."""

    word: str
    weight: float = 0.0
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class Tone:
    """How a mention sounds: score from -1 (annoyed) to 1 (pleased); 0 where it was not read."""

    score: float
    label: ToneLabel
    because: str
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class ServiceGuess:
    """One service this may be for, with how sure we are (0 to 1)."""

    category: str
    area: str
    certainty: float
    because: str
    words: tuple[Word, ...] = ()
    ours: bool = True  # False: another body's job, we only signpost


@dataclass(frozen=True, slots=True)
class Place:
    """A place named in a mention; kind is road, place, ward, junction or postcode."""

    name: str
    kind: str
    because: str
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Danger:
    """Possible danger: a person at risk now, a hazard to make safe, danger words only, or none."""

    grade: Grade
    because: str
    type: str = ""  # self_harm, child, adult, staff, threat, gas, electric, fire, water, collapse …
    words: tuple[Word, ...] = ()
    sure: bool = True  # False: a person must look, and the chart asks
    likely: bool = True  # what the chart's best guess takes for granted where it is not sure


class Said(Fact):
    """One thing read off the text, with its reason: a value of a fact and why.

    A fact as it stands, so that a walk need not make one of each of some twenty. leaning: what it
    most likely is, where the value is None.
    """

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read off one mention. `signals` holds further facts of rules.facts by name."""

    tone: Tone
    services: tuple[ServiceGuess, ...]  # best first
    places: tuple[Place, ...]
    danger: Danger
    language: Said  # ISO 639-1 code, or "" where unknown
    kind: Said
    signals: dict[str, Said] = field(default_factory=dict)
    no_service: float = 0.0  # how likely it is that no service is meant

    @property
    def best(self) -> ServiceGuess | None:
        """The service, where one is likelier than none."""
        return likeliest(self.services, self.no_service)


def likeliest(services: tuple[ServiceGuess, ...], none: float) -> ServiceGuess | None:
    """The first of the services, best first, where it is at least as likely as none at all."""
    return services[0] if services and services[0].certainty >= none else None


@dataclass(frozen=True, slots=True)
class Correction:
    """One part of a reading as a person corrected it; value is an id of CHOICES, or a name."""

    what: What
    value: str
    by: str
    more: str = ""  # a service's area, a place's kind
    ours: bool = True  # False: the service is another body's, we only signpost


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided: outcome id, category (or ""), who, when (UTC), and why."""

    outcome: str
    service: str
    by: str
    at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list, ready to show. It speaks for its stack."""

    key: MentionKey
    id: str
    source: str  # the source's name
    channel: str
    author: str
    title: str
    snippet: str  # plain text, at most 280 characters
    published: datetime | None
    heard: datetime
    view: View
    outcome: str | None  # null while the chart asks
    guess: str
    asks: str | None
    category: str
    area: str
    tone: ToneLabel
    grade: Grade
    stack_size: int
    people: int
    already_routed: bool
    starred: bool
    decided: str  # the outcome decided, or ""
    snoozed_until: datetime | None
    urgent: Mark | None = None  # of what is a possible danger, or on hold
    due: datetime | None = None  # when its clock runs out (UTC), None where it has none
    alleged: str = ""  # why its text may hold an allegation, so that two people read it


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search kept under a name, for everybody; reason: why, where it may name a person."""

    key: int
    name: str
    typed: str
    by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Saving:
    """What came of saving a search: it, or why it seems to be for a person and wants a reason."""

    saved: SavedSearch | None
    person: str = ""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing that was done to a mention: when (UTC), who (a person's name or "chart"), what."""

    at: datetime
    by: str
    what: str


@dataclass(frozen=True, slots=True)
class Detail:
    """Everything the right-hand side shows of one mention."""

    row: Row
    heard: Heard
    reading: Reading
    verdict: Verdict
    decision: Decision | None
    history: tuple[HistoryLine, ...]
    stack: tuple[Row, ...]  # the other members, oldest first
    versions: int  # how many texts this mention has had
    urgent: Sheet | None = None  # what is known and done about a possible danger


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source and its health, in words."""

    name: str
    address: str
    kind: str  # feed, files, by_hand
    channel: str
    health: Literal["ok", "new", "waiting", "fault", "stopped", "paused"]
    says: str  # "heard 2 min ago, 31 in all" or what is wrong and what happens next
    last_heard: datetime | None
    next_at: datetime | None
    total: int
    every_seconds: int
    short: bool = False  # a window overflowed: the count is known to be short
    rhythm: str = ""  # "usually 3 a day, silent 5 days"; "" while it is not known
    silent: bool = False  # silent for longer than is usual for it
    own_interval: bool = False  # every_seconds was set for this source, and is not the usual one
    advice: str = ""  # what a person may do next, where something is wrong


@dataclass(frozen=True, slots=True)
class AddedLine:
    """One mention that a person added by hand; where it was withdrawn, why."""

    key: MentionKey
    text: str
    url: str
    seen_at: str
    heard: datetime
    public: bool
    why: str
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class PollReport:
    """What one poll of one source did."""

    source: str
    address: str
    status: Literal["new", "unchanged", "error", "waiting", "stopped"]
    new: int
    error: str | None
    next_at: datetime | None
    why: str


@dataclass(frozen=True, slots=True)
class Explained:
    """A text read and walked without being kept."""

    heard: Heard
    reading: Reading
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class RowResult:
    """What became of one row of a file; line counts from 1 as an editor shows it."""

    line: int
    status: Literal["new", "known", "fault"]
    why: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What a file brought in, row by row."""

    source: str
    new: int
    known: int
    rows: tuple[RowResult, ...]
    unknown_columns: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportedFeed:
    """What became of one feed of a list."""

    title: str
    address: str
    status: Literal["added", "known", "fault"]
    why: str
