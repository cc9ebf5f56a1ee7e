"""The frozen records that pass through the store's door."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from listener.mention import Decision, Heard, MentionKey, Reading, Row, Status, View
from rules.asleep import Shelf
from rules.flowchart import Verdict


@dataclass(frozen=True, slots=True)
class Sifted:
    """A batch against what is kept: the new with their ids settled, changed texts, the rest."""

    fresh: tuple[Heard, ...]
    changed: tuple[tuple[MentionKey, Heard], ...]
    known: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A kept mention that may be like a new one."""

    key: MentionKey
    text: str


@dataclass(frozen=True, slots=True)
class StackFacts:
    """What a stack amounts to; open_issue: in words, where it was forwarded and is not finished."""

    size: int
    people: int
    open_issue: str


@dataclass(frozen=True, slots=True)
class Taken:
    """A mention ready to be kept. like: a key, or -1 - n for the nth of the same batch."""

    heard: Heard
    reading: Reading
    verdict: Verdict
    view: View
    need: float
    due: datetime | None
    bands: tuple[int, ...]
    like: MentionKey | int | None
    version_of: MentionKey | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What one batch added: keys of the new, and how many of them may be dangers.

    again: what it woke, and what of it is of a muted or answered thread.
    """

    keys: tuple[MentionKey, ...]
    urgent: int
    again: tuple[MentionKey, ...] = ()


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a mention stands after it was walked again."""

    key: MentionKey
    verdict: Verdict
    view: View
    need: float
    due: datetime | None


@dataclass(frozen=True, slots=True)
class Standing:
    """A kept mention with everything that a new walk needs."""

    key: MentionKey
    heard: Heard
    heard_at: datetime
    reading: Reading
    answers: Mapping[str, tuple[bool, str]]
    stack_size: int
    people: int
    open_issue: str
    source_name: str
    status: Status = "open"
    shelf: Shelf = ""
    raised_at: datetime | None = None  # UTC, where its danger came after it was heard


@dataclass(frozen=True, slots=True)
class Exported:
    """One mention with all that an export says of it."""

    key: MentionKey
    source_name: str
    heard: Heard
    heard_at: datetime
    reading: Reading
    verdict: Verdict
    status: Status
    decision: Decision | None
    stack_id: int
    stack_size: int


class Put(NamedTuple):
    """A correction just kept; before: what stood corrected of the same part, as JSON."""

    correction: int
    mention: int
    what: str
    was: str
    before: str


class Taught(NamedTuple):
    """A correction that stands, for learning from; id is `source:id`."""

    id: str
    what: str
    was: str
    value: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page of a list ended."""

    need: float
    key: int
    total: int = 0  # of a search: counted once, for its first page


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list, where the next begins (None: the end), and how many there are in all.

    over: there are more than `total`, which were not counted. told: what a search read as words.
    """

    rows: tuple[Row, ...]
    next: Cursor | None
    total: int
    over: bool = False
    told: str = ""


@dataclass(frozen=True, slots=True)
class Missed:
    """What was said while nobody listened, since and until (UTC), and how much of it is urgent."""

    since: datetime
    until: datetime
    came_in: int
    urgent: int


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back, in words, and which mentions it touched.

    beyond: what else it put back: "sources", "publicity".
    """

    said: str
    keys: tuple[MentionKey, ...] = field(default_factory=tuple)
    beyond: frozenset[str] = frozenset()
    retold: tuple[MentionKey, ...] = ()  # these have another text again and must be read anew
