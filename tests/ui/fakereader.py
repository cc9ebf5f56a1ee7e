"""What a fake desk keeps, in memory, and how the window reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from listener.advice import shipped
from listener.council import Council, Holiday, TableRead
from listener.errors import Known, NotFound
from listener.handoff import (
    AreaState,
    Digest,
    DigestKey,
    DigestState,
    DueDigest,
    Handoff,
    Misroute,
)
from listener.mention import (
    VIEWS,
    AddedLine,
    Detail,
    HistoryLine,
    MentionKey,
    Row,
    SavedSearch,
    SourceLine,
    View,
)
from listener.settings import Settings, clocks_of
from listener.spike import Drop, KnownWork, Silenced, Spike, SpikeCard, SpikeKey, SpikeStatus
from listener.store.around import Around
from listener.urgentcards import guide
from rules.asleep import Afoot, Asleep
from rules.publicity import PublicityHold
from rules.replying import OPEN, Advice, Reply
from rules.urgent import Alarms, Guide, missing_contacts
from rules.workclock import Office
from tests.ui import brackenford
from tests.ui.fakeanswers import FakeAnswers
from tests.ui.fakedigests import FakeDigests, FakeOutbox, KeptDigests
from ui.doors import Walked

NOTHING_AROUND = Around((), (), 0, (), 0, (), (), 0, ())


@dataclass(frozen=True)
class FakePage:
    rows: Sequence[Row]
    next: int | None
    total: int
    over: bool = False
    told: str = ""


@dataclass(frozen=True)
class FakeMissed:
    since: datetime
    until: datetime
    came_in: int
    urgent: int


@dataclass
class Kept:
    """What the fake keeps; desk and readers share it."""

    rows: dict[MentionKey, Row] = field(default_factory=dict)
    details: dict[MentionKey, Detail] = field(default_factory=dict)
    sources: tuple[SourceLine, ...] = brackenford.SOURCES
    council: Council | None = brackenford.COUNCIL
    settings: Settings = field(default_factory=lambda: Settings(first_run_done=True))
    missed: FakeMissed | None = None
    added: tuple[AddedLine, ...] = ()
    understood: TableRead = field(default_factory=TableRead)
    around: dict[MentionKey, Around] = field(default_factory=dict)
    replies: list[Reply] = field(default_factory=list)
    walked: Walked = field(default_factory=lambda: ({}, {}))
    broken: str = ""
    reviews: int = 0  # holds whose review is due
    looked_at: int = 0
    afoot: dict[MentionKey, Afoot] = field(default_factory=dict)
    hold: PublicityHold | None = None
    pages_read: int = 0
    readers_open: int = 0
    saved: tuple[SavedSearch, ...] = ()
    meant: str = ""
    told: str = ""
    cards: dict[SpikeKey, SpikeCard] = field(default_factory=dict)
    silences: tuple[Silenced, ...] = ()
    drops: tuple[Drop, ...] = ()
    answers: FakeAnswers = field(default_factory=FakeAnswers)
    areas: tuple[AreaState, ...] = ()
    told_to: KeptDigests = field(default_factory=KeptDigests)
    handoffs: tuple[Handoff, ...] = ()
    digests: tuple[Digest, ...] = ()
    due: tuple[DueDigest, ...] = ()
    preview: Digest | None = None
    misroutes: tuple[Misroute, ...] = ()
    area_log: tuple[HistoryLine, ...] = ()
    works: tuple[KnownWork, ...] = ()
    near: tuple[tuple[KnownWork, str], ...] = ()


class FakeReader:
    """Reads what is kept; broken where the test says so."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self.outbox, written = FakeOutbox(kept.told_to), FakeDigests(kept.told_to)
        self.digests, self.digest = written.all, written.one
        self.due_digests, self.responses = written.due, written.responses
        kept.readers_open += 1

    def counts(self) -> dict[View, int]:
        rows = self._kept.rows.values()
        return {v: sum(r.view == v for r in rows) for v in VIEWS}

    def rows(
        self, view: View | None = None, search: str = "", limit: int = 100, after: Any = None
    ) -> FakePage:
        if self._kept.broken:
            raise Known(self._kept.broken)
        self._kept.pages_read += 1
        found = [r for r in self._kept.rows.values() if view in (None, r.view)]
        found = [r for r in found if _sought(search, r)]
        start = after or 0
        following = start + limit if start + limit < len(found) else None
        return FakePage(found[start : start + limit], following, len(found), told=self._kept.told)

    def row(self, key: MentionKey) -> Row:
        return self._kept.rows[key]

    def detail(self, key: MentionKey) -> Detail:
        found = self._kept.details.get(key)
        return found or brackenford.detail(self._kept.rows[key])

    def around(self, key: MentionKey) -> Around:
        return self._kept.around.get(key, NOTHING_AROUND)

    def replies(self, key: MentionKey) -> tuple[Reply, ...]:
        return tuple(r for r in self._kept.replies if r.mention == key)

    def open_replies(self) -> tuple[Reply, ...]:
        return tuple(r for r in reversed(self._kept.replies) if r.state in OPEN)

    def advice(self) -> Advice:
        return shipped()

    def walked(self) -> Walked:
        return self._kept.walked

    def sources(self) -> tuple[SourceLine, ...]:
        return self._kept.sources

    def added(self, source: str, most: int = 500) -> tuple[AddedLine, ...]:
        return self._kept.added

    def office(self) -> Office:
        return Office(clocks_of(self.settings()).hours)

    def holidays(self, first: int, last: int) -> tuple[Holiday, ...]:
        return (Holiday(date(first, 12, 25), "Christmas Day"),)

    def council(self) -> Council | None:
        return self._kept.council

    def settings(self) -> Settings:
        return self._kept.settings

    def missed(self) -> FakeMissed | None:
        return self._kept.missed

    def hearing(self) -> tuple[int, int]:
        feeds = [s for s in self._kept.sources if s.kind == "feed"]
        return sum(s.health == "ok" for s in feeds), len(feeds)

    def last_heard(self) -> tuple[datetime | None, datetime | None]:
        times = [s.last_heard for s in self._kept.sources if s.last_heard]
        following = [s.next_at for s in self._kept.sources if s.next_at]
        return max(times, default=None), min(following, default=None)

    def looked_at(self) -> int:
        return self._kept.looked_at

    def guide(self) -> Guide:
        return guide()

    def alarms(self) -> Alarms:
        council = self._kept.council
        waiting = [
            r for r in self._kept.rows.values()
            if r.view == "urgent" and r.urgent and r.urgent.due and not r.urgent.looking
        ]  # fmt: skip
        return Alarms(
            tuple(sorted(r.urgent.due for r in waiting if r.urgent and r.urgent.due)),
            waiting[0].key if waiting else None,
            len(waiting),
            missing_contacts(guide().roles, council.duty if council else ()),
            self._kept.reviews,
        )

    def afoot(self, key: MentionKey) -> Afoot:
        return self._kept.afoot.get(key, Afoot())

    def asleep(self) -> Asleep:
        found = [a.mute for a in self._kept.afoot.values() if a.mute is not None]
        return Asleep(tuple(found), sum(r.view == "snoozed" for r in self._kept.rows.values()))

    def quietens(self, keys: Sequence[MentionKey]) -> int:
        return 7 * len(keys)

    def publicity(self) -> PublicityHold | None:
        return self._kept.hold

    def done_today(self) -> int:
        return sum(r.view == "done" for r in self._kept.rows.values())

    def starred(self) -> int:
        return sum(r.starred for r in self._kept.rows.values())

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        return self._kept.saved

    def waiting(self, typed: str, most: int = 100) -> int | None:
        found = [r for r in self._kept.rows.values() if r.view != "done" and _sought(typed, r)]
        return min(len(found), most)

    def meant(self, typed: str) -> str:
        return self._kept.meant

    def spikes(self, *statuses: SpikeStatus, most: int = 500) -> tuple[Spike, ...]:
        if self._kept.broken:
            raise Known(self._kept.broken)
        cards = self._kept.cards.values()
        return tuple(c.spike for c in cards if not statuses or c.spike.status in statuses)

    @property
    def answers(self) -> FakeAnswers:
        return self._kept.answers

    def spike_card(self, key: SpikeKey) -> SpikeCard:
        return self._kept.cards[key]

    def silences(self) -> tuple[Silenced, ...]:
        return self._kept.silences

    def drops(self) -> tuple[Drop, ...]:
        return self._kept.drops

    def would_hide(self, category: str, place: str, until: datetime) -> tuple[Spike, ...]:
        return self.spikes()

    def areas(self) -> tuple[AreaState, ...]:
        return self._kept.areas

    def area(self, name: str) -> AreaState:
        for state in self._kept.areas:
            if state.contact.area == name:
                return state
        raise NotFound(f"There is no area {name}.")

    def unreached(self) -> tuple[str, ...]:
        return tuple(s.contact.area for s in self._kept.areas if s.unreached)

    def sensitive_areas(self) -> tuple[str, ...]:
        return tuple(s.contact.area for s in self._kept.areas if s.contact.sensitive)

    def handoffs(self, area: str | None = None, waiting: bool = True) -> tuple[Handoff, ...]:
        found = (h for h in self._kept.handoffs if area in (None, h.area))
        return tuple(h for h in found if not (waiting and (h.told or h.held or h.finished)))

    def digests(
        self, area: str | None = None, states: Sequence[DigestState] = (), most: int = 200
    ) -> tuple[Digest, ...]:
        found = (d for d in self._kept.digests if area in (None, d.area))
        return tuple(d for d in found if not states or d.state in states)[:most]

    def digest(self, key: DigestKey) -> Digest:
        for found in self._kept.digests:
            if found.key == key:
                return found
        raise NotFound(f"There is no digest {key}.")

    def due_digests(self) -> tuple[DueDigest, ...]:
        return self._kept.due

    def preview_digest(self, area: str = "", spike: SpikeKey | None = None) -> Digest | None:
        return self._kept.preview

    def handoffs_of(self, key: MentionKey) -> tuple[Handoff, ...]:
        return tuple(h for h in self._kept.handoffs if h.mention == key)

    def area_log(self, area: str) -> tuple[HistoryLine, ...]:
        return self._kept.area_log

    def misroutes(self, month: date) -> tuple[Misroute, ...]:
        return self._kept.misroutes

    def works(self, active: datetime | None = None) -> tuple[KnownWork, ...]:
        return self._kept.works

    def works_near(
        self,
        places: Sequence[str],
        category: str,
        since: datetime,
        until: datetime,
        said: Sequence[str] = (),
    ) -> tuple[tuple[KnownWork, str], ...]:
        return self._kept.near

    def close(self) -> None:
        self._kept.readers_open -= 1


def _sought(search: str, row: Row) -> bool:
    """The least of the search language: is:starred, or a part of the text."""
    return row.starred if search == "is:starred" else search.casefold() in row.snippet.casefold()
