"""What is kept, for looking at: a connection of its own that can only read, on any one thread."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from listener import advice, charts, councilfile, settings
from listener.clock import LONDON, Clock
from listener.council import Council, Holiday
from listener.errors import NotFound
from listener.handoff import AreaState, Handoff, Misroute
from listener.holidays import days_off, holidays, office
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
from listener.spike import KnownWork
from listener.store import around, handoffread, holding, listening, lists, replies, works
from listener.store.added import lines
from listener.store.afoot import afoot, asleep, notes, quietens, with_notes
from listener.store.answerreads import AnswerReads
from listener.store.arealog import area_log
from listener.store.around import Around
from listener.store.coding import council_of, micros, moment, verdict_of
from listener.store.correcting import corrected, taught
from listener.store.deciding import last_decision
from listener.store.digestreads import DigestReads
from listener.store.faults import in_words
from listener.store.finding import find
from listener.store.health import line
from listener.store.misroutes import misroutes
from listener.store.opening import looked_at
from listener.store.outboxread import OutboxReads
from listener.store.records import Cursor, Exported, Missed, Page, Taught
from listener.store.rhythm import rhythms
from listener.store.rows import FROM, HEARD, ROW, exported, heard_of, row_of
from listener.store.search import waiting
from listener.store.spikedoor import SpikeDoor
from listener.store.stacks import Stacks
from listener.store.suggesting import suggested
from listener.store.twice import alleging, sensitive_areas
from listener.store.urgentread import alarms, marked, sheeted
from listener.urgentcards import guide
from rules.agreement import Agreement, Way, agreements
from rules.asleep import Afoot, Asleep
from rules.publicity import PublicityHold
from rules.replying import Advice, Reply
from rules.rhythm import Rhythm
from rules.urgent import Alarms, Guide
from rules.workclock import Office
from rules.works import About

UNHEARD = Rhythm("", False)
FRESH = timedelta(minutes=1)  # agreement is counted anew after this: it moves slowly
Walked = tuple[Mapping[Way, Agreement], Mapping[str, str]]
PATIENCE = 0.2  # seconds in which a better word is looked for
HURRY = 0.02  # seconds that the count of a saved search may take: the next mention waits for it


class Reader(SpikeDoor):
    """Open it on the thread that uses it. Every answer is of one moment; none blocks the writer."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self._clock = clock
        self._walked: tuple[datetime, Walked] | None = None
        self._council: tuple[str, Council] | None = None
        with in_words(path):
            self._db = looked_at(path)
        self.answers = AnswerReads(self._db, self.council, self._office)
        self.responses, self.responses_of_spike = self.answers.responses, self.answers.of_spike
        self.last_time = self.answers.last_time
        self.written = DigestReads(self._db, self.council, self._office, self.settings)
        self.digests, self.digest = self.written.digests, self.written.one
        self.due_digests, self.preview_digest = self.written.due, self.written.preview
        self.outbox = OutboxReads(self._db, self.council, self._office)

    def close(self) -> None:
        """Closes the connection."""
        self._db.close()

    def counts(self) -> dict[View, int]:
        """How many rows stand in each view."""
        kept = dict(self._db.execute("SELECT view, n FROM counter").fetchall())
        return {view: kept.get(view, 0) for view in VIEWS}

    def rows(
        self,
        view: View | None = None,
        search: str = "",
        limit: int = 100,
        after: Cursor | None = None,
    ) -> Page:
        """A page of a list in order of need; of what is done and what a search finds the newest.

        Of what is done, today's decisions come first. A search says what it read as words.
        """
        now = self._clock()
        if search.strip():
            me = self._setting("officer") or settings.Settings().officer
            return self._marked(lists.searched(self._db, search, view, limit, after, now, me))
        counts = self.counts()
        if view == "done":
            return self._marked(lists.done(self._db, limit, after, counts[view], now))
        total = counts[view] if view is not None else sum(counts.values())
        return self._marked(lists.by_need(self._db, view, limit, after, total))

    def _marked(self, page: Page) -> Page:
        return replace(page, rows=self._signed(page.rows))

    def _signed(self, rows: Sequence[Row]) -> tuple[Row, ...]:
        return alleging(self._db, self.council(), marked(self._db, rows))

    def done_today(self) -> int:
        """How many rows were decided today and stand decided."""
        return lists.done_today(self._db, self._clock())

    def starred(self) -> int:
        """How many rows are starred, wherever they stand."""
        return lists.starred(self._db)

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        """The saved searches in the order of the rail."""
        return lists.saved_searches(self._db)

    def waiting(self, typed: str, most: int = lists.COUNTED) -> int | None:
        """How many undecided rows a search finds, up to `most`; None where it would take long."""
        me = self._setting("officer") or settings.Settings().officer
        now = self._clock().astimezone(LONDON)
        return self._db.hurried(lambda: waiting(self._db, typed, now, me, most), HURRY)

    def meant(self, typed: str) -> str:
        """What a search that found nothing may have meant, or ""."""
        return self._db.hurried(lambda: suggested(self._db, typed), PATIENCE) or ""

    def row(self, key: MentionKey) -> Row:
        """One line of a list. Raises NotFound."""
        found = self._db.execute(f"SELECT {ROW} {FROM} WHERE m.key = ?", [key]).fetchone()
        if found is None:
            raise NotFound(f"There is no mention {key}.")
        return self._signed([row_of(Stacks(self._db), found)])[0]

    def detail(self, key: MentionKey) -> Detail:
        """Everything about one mention. Raises NotFound."""
        row = self.row(key)
        kept = self._db.execute(
            f"SELECT r.data, r.verdict, t.stack, t.corrected, {HEARD} {FROM} "
            "JOIN reading r ON r.mention = m.key WHERE m.key = ?",
            [key],
        ).fetchone()
        others = self._db.execute(
            f"SELECT {ROW} {FROM} WHERE t.stack = ? AND m.key <> ? ORDER BY m.key LIMIT 200",
            [kept[2], key],
        ).fetchall()
        stacks = Stacks(self._db)
        versions = self._db.execute(
            "SELECT count(*) FROM version WHERE mention = ?", [key]
        ).fetchone()[0]
        made = Detail(
            row=row,
            heard=heard_of(kept[4:]),
            reading=corrected(kept[0], kept[3]),
            verdict=verdict_of(kept[1]),
            decision=last_decision(self._db, key),
            history=self._history(key, row),
            stack=tuple(row_of(stacks, o) for o in others),
            versions=versions + 1,
        )
        return sheeted(self._db, made, self.council(), self.office())

    def guide(self) -> Guide:
        """The cards of danger as we ship them."""
        return guide()

    def alarms(self) -> Alarms:
        """What waits in Urgent with nobody looking at it, and which duty contacts are empty."""
        return alarms(self._db, self.council(), self._clock())

    def _history(self, key: MentionKey, row: Row) -> tuple[HistoryLine, ...]:
        lines = [HistoryLine(row.heard, "the listener", f"heard from {row.source}")]
        kept = self._db.execute(
            "SELECT at, by, what FROM history WHERE mention = ? ORDER BY key", [key]
        )
        lines += [HistoryLine(moment(at), by, what) for at, by, what in kept]
        return tuple(with_notes(lines, notes(self._db, key)))

    def afoot(self, key: MentionKey) -> Afoot:
        """What goes on around a mention: a mute, sleep, a thread that we answered."""
        return afoot(self._db, key)

    def asleep(self) -> Asleep:
        """Everything that is put away."""
        return asleep(self._db)

    def quietens(self, keys: Sequence[MentionKey]) -> int:
        """How many other mentions a mute of these would quieten now."""
        return quietens(self._db, keys)

    def publicity(self) -> PublicityHold | None:
        """Who holds all publicity, or None."""
        return holding.standing(self._db, self._clock())

    def around(self, key: MentionKey) -> Around:
        """What lies around a mention: its thread, what is alike, open issues, its old texts."""
        found = around.around(self._db, key)
        return replace(
            found,
            before=marked(self._db, found.before),
            after=marked(self._db, found.after),
            alike=marked(self._db, found.alike),
        )

    def replies(self, key: MentionKey) -> tuple[Reply, ...]:
        """What we said in answer to a mention, oldest first."""
        return replies.of_mention(self._db, key)

    def open_replies(self) -> tuple[Reply, ...]:
        """Replies that wait for a second reader or are not known posted, the newest first."""
        return replies.open_ones(self._db)

    def advice(self) -> Advice:
        """The considerations, house rules and templates that stand before a reply."""
        return advice.shipped()

    def walked(self) -> Walked:
        """How often officers agreed with each way through the chart, at most a minute ago; and
        the questions of the chart in use by their ids."""
        now = self._clock()
        if self._walked is None or not now - self._walked[0] < FRESH:
            chart = charts.load(self.settings().chart)
            asked = {q.id: q.text for q in chart.questions.values()}
            agreed = agreements(around.lately_decided(self._db))
            self._walked = now, (agreed, asked)
        return self._walked[1]

    def find(self, identity: str) -> MentionKey:
        """The mention of an id, or of `source:id`. Raises NotFound for none and for several."""
        return find(self._db, identity)

    def sources(self) -> tuple[SourceLine, ...]:
        """Every source with its health in words."""
        rows = self._db.execute(
            "SELECT name, address, kind, channel, every, paused, status, why, last_heard, next_at, "
            "total, state, key FROM source WHERE NOT removed ORDER BY name COLLATE NOCASE"
        ).fetchall()
        now, usual = self._clock(), self.settings().interval
        known = rhythms(self._db, now)
        return tuple(line(row[:-1], now, known.get(row[-1], UNHEARD), usual) for row in rows)

    def added(self, source: str, most: int = 500) -> tuple[AddedLine, ...]:
        """What was added by hand to a source, the newest first, the withdrawn too."""
        return lines(self._db, source, most)

    def holidays(self, first: int, last: int) -> tuple[Holiday, ...]:
        """The days off from one year to another (both included), as the council has them."""
        return holidays(self.settings(), first, last)

    def areas(self) -> tuple[AreaState, ...]:
        """How every area stands: ours in the order of the services, then the other bodies."""
        return handoffread.area_states(self._db, self.council(), self._office())

    def area(self, name: str) -> AreaState:
        """How one area stands. Raises NotFound."""
        for found in handoffread.area_states(self._db, self.council(), self._office(), name):
            return found
        raise NotFound(f"There is no area {name}.")

    def unreached(self) -> tuple[str, ...]:
        """The areas that something waits for and nobody can be written to."""
        return handoffread.unreached(self._db, self.council())

    def sensitive_areas(self) -> tuple[str, ...]:
        """The areas that are marked as sensitive."""
        return sensitive_areas(self._db, self.council())

    def handoffs(self, area: str | None = None, waiting: bool = True) -> tuple[Handoff, ...]:
        """What was handed over, for one area or all; waiting: only what may be told now."""
        return handoffread.handoffs(self._db, area, waiting)

    def handoffs_of(self, key: MentionKey) -> tuple[Handoff, ...]:
        """Whom a mention went to, oldest first, with what was moved since."""
        return handoffread.handoffs_of(self._db, key)

    def area_log(self, area: str) -> tuple[HistoryLine, ...]:
        """What went to an area and what it answered, newest first."""
        return area_log(self._db, area)

    def misroutes(self, month: date) -> tuple[Misroute, ...]:
        """What went to an area that it was not for, in the month of this day."""
        return misroutes(self._db, month)

    def works(self, active: datetime | None = None) -> tuple[KnownWork, ...]:
        """The calendar of known works and events; active: only what goes on then."""
        return works.works(self._db, active)

    def works_near(
        self, places: Sequence[str], category: str, since: datetime, until: datetime,
        said: Sequence[str] = (),
    ) -> tuple[tuple[KnownWork, str], ...]:  # fmt: skip
        """What is known there then, with how far it explains what is said, in words; most first."""
        about = About(places, category, since, until, said)
        near = works.works_near(self._db, self.council(), about)
        return tuple((work, found.sentence) for work, found in near)

    def _office(self) -> handoffread.Office:
        kept, now = self.settings(), self._clock()
        year = now.astimezone(LONDON).year
        return handoffread.Office(now, days_off(kept, year), settings.clocks_of(kept).hours)

    def office(self) -> Office:
        """When the council works, by its own settings."""
        return office(self.settings(), self._clock().astimezone(LONDON).year)

    def exported(self, view: View | None = None) -> Iterator[Exported]:
        """Every mention with all that an export says of it."""
        return exported(self._db, view)

    def export_one(self, key: MentionKey) -> Exported:
        """One mention with all that an export says of it. Raises NotFound."""
        for found in exported(self._db, None, key):
            return found
        raise NotFound(f"There is no mention {key}.")

    def corrections(self) -> Iterator[Taught]:
        """Every correction of a reading that stands, in the order they were made."""
        return taught(self._db)

    def council(self) -> Council:
        """The council as kept, or the sample."""
        kept = self._setting("council")
        if kept is None:
            return councilfile.shipped_council()
        if self._council is None or self._council[0] != kept:
            self._council = kept, council_of(kept)  # thousands of places take long to read anew
        return self._council[1]

    def settings(self) -> settings.Settings:
        """The settings as kept."""
        return settings.read(self._setting)

    def chart(self) -> tuple[str, int]:
        """The chart in use and the number of its version."""
        name = self.settings().chart
        row = self._db.execute("SELECT max(key) FROM chart WHERE name = ?", [name]).fetchone()
        return name, row[0] or 0

    def missed(self) -> Missed | None:
        """What was said while nobody listened the last time, or None where nothing was missed."""
        return listening.missed(self._db)

    def hearing(self) -> tuple[int, int]:
        """How many of how many sources could be heard when they were last asked."""
        return listening.hearing(self._db)

    def last_heard(self) -> tuple[datetime | None, datetime | None]:
        """When anything was last heard, and when the next source is asked."""
        return listening.last_heard(self._db)

    def looked_at(self) -> int:
        """How many decisions were taken today, as days run in London."""
        today = self._clock().astimezone(LONDON)
        midnight = today.replace(hour=0, minute=0, second=0, microsecond=0)
        return int(
            self._db.execute(
                "SELECT count(*) FROM decision WHERE undone = 0 AND at >= ?", [micros(midnight)]
            ).fetchone()[0]
        )

    def changed(self) -> int:
        """A number that is another one whenever somebody else has written since."""
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    def sound(self) -> str:
        """ "ok", or what SQLite finds wrong with the database."""
        return str(self._db.execute("PRAGMA quick_check(1)").fetchone()[0])

    def _setting(self, name: str) -> str | None:
        row = self._db.execute("SELECT value FROM setting WHERE name = ?", [name]).fetchone()
        return None if row is None else str(row[0])
