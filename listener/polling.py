"""Decides on the engine's thread what to poll, and keeps what the fetchers bring back."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial

from listener.bench import Bench
from listener.errors import Known, NotFound
from listener.events import Fault, MentionsArrived, Offline, PollProgress, SourcesChanged
from listener.intake import Read, ours_left_out, take, trusted_dates
from listener.mention import PollReport
from listener.rounds import Answered
from listener.sources import manners
from listener.sources.state import SourceRecord, SourceState
from listener.store import LONGEST, Kept, Member, Sifted

Reports = tuple[PollReport, ...]
Tell = Callable[[], None]
OURS = "Something of ours went wrong while keeping it; the log says what."
log = logging.getLogger(__name__)


@dataclass
class Round:
    """One round of polling: who is still out, what came back, and who waits for it."""

    waiting: set[int]
    of: int
    done: Future[Reports] | None
    reports: list[PollReport] = field(default_factory=list)


class Polling:
    """Lives on the engine's thread. A source is never out twice at once."""

    def __init__(self, bench: Bench, by_itself: bool) -> None:
        self._bench = bench
        self._by_itself = by_itself
        self._out: set[int] = set()
        self._records: dict[int, SourceRecord] = {}
        self._when: dict[int, datetime] = {}
        self._rounds: list[Round] = []
        self._offline = False

    def reschedule(self) -> None:
        """Looks again at when each source is next due; after any source was added or changed."""
        now = self._bench.clock()
        self._records = {r.key: r for r in self._bench.store.source_records() if r.kind == "feed"}
        self._when = {}
        for key, record in self._records.items():
            state = self._bench.store.state(key)
            if not (record.paused or state.gone):
                self._when[key] = max(state.next_at or now, state.quiet_until or now)

    def tick(self, now: datetime) -> datetime | None:
        """Polls what is due, unless this program only polls when asked. Returns the next time."""
        group = self._bench.store.group
        if group.due:
            group.settle()
        following = self._poll_due(now) if self._by_itself else None
        if not len(group):
            return following
        soon = now + timedelta(seconds=LONGEST)
        return min(following, soon) if following else soon

    def _poll_due(self, now: datetime) -> datetime | None:
        waiting = {k: t for k, t in self._when.items() if k not in self._out}
        due = {k for k, t in waiting.items() if t <= now}
        if due:
            store = self._bench.store
            self._start([(self._records[k], store.state(k)) for k in sorted(due)], None)
        return min((t for k, t in waiting.items() if k not in due), default=None)

    def poll(self, everything: bool, names: tuple[str, ...], done: Future[Reports]) -> None:
        """Polls what is due (or everything); `done` gets a report for each source asked about."""
        now = self._bench.clock()
        records = self._named(names)
        go: list[tuple[SourceRecord, SourceState]] = []
        round_ = Round(set(), 0, done)
        for record in records:
            state = self._bench.store.state(record.key)
            why = manners.skip_reason(record, state, now, everything)
            if why is None:
                go.append((record, state))
            else:
                round_.reports.append(manners.left_alone(record, state, why))
        self._start(go, round_)

    def _named(self, names: tuple[str, ...]) -> list[SourceRecord]:
        records = [r for r in self._bench.store.source_records() if r.kind == "feed"]
        if not names:
            return records
        wanted = set(names)
        chosen = [r for r in records if r.name in wanted]
        missing = wanted - {r.name for r in chosen}
        if missing:
            raise NotFound(f"There is no source called {', '.join(sorted(missing))}.")
        return chosen

    def _start(self, go: list[tuple[SourceRecord, SourceState]], round_: Round | None) -> None:
        round_ = round_ or Round(set(), 0, None)
        round_.waiting = {record.key for record, _ in go}
        round_.of = len(go)
        self._rounds.append(round_)
        usual = self._bench.settings.interval
        for record, state in ((replace(r, usual=usual), s) for r, s in go):
            if record.key in self._out:
                continue
            self._out.add(record.key)
            self._bench.fetchers.fetch(record, state, partial(self._answered, record, state))
        self._end_of_rounds()

    def _answered(self, record: SourceRecord, state: SourceState, came: Answered | Known) -> None:
        if isinstance(came, Known):
            self._failed(record, state, came)
            return
        now = self._bench.clock()
        parsed = came.parsed
        state, report = manners.after_answer(
            record, state, came.answer, parsed, came.body_hash, now
        )
        if parsed is None or report.status == "error":
            self._keep_state(record, state, report)
            return
        first = not state.first_done
        mentions = trusted_dates(ours_left_out(parsed.mentions, self._bench.council), now, first)
        sifted = self._bench.store.sift(record.key, mentions)
        if not sifted.fresh and not sifted.changed:
            self._keep_state(record, manners.after_keeping(state), report)
            return
        heard = sifted.fresh + tuple(h for _, h in sifted.changed)
        self._bench.fetchers.read(heard, partial(self._read, record, state, report, sifted))

    def _read(
        self,
        record: SourceRecord,
        state: SourceState,
        report: PollReport,
        sifted: Sifted,
        came: list[Read] | Known,
    ) -> None:
        if isinstance(came, Known):
            self._failed(record, state, came)
            return
        first = not state.first_done
        state, report = manners.after_keeping(state), manners.counted(report, len(sifted.fresh))

        def keep() -> Tell:
            kept = self._keep(record, versions(came, sifted), state, report, quiet=first)
            arrived = MentionsArrived(record.name, report.new, kept.urgent, quiet=first)
            return partial(self._arrived, record, report, arrived)

        self._together(record, state, keep)

    def _keep(
        self,
        record: SourceRecord,
        batch: list[Read],
        state: SourceState,
        report: PollReport,
        quiet: bool,
    ) -> Kept:
        store = self._bench.store
        likely = store.likely([r.bands for r in batch], [r.heard.published for r in batch])
        ground = self._bench.ground(record.name)
        taken = take(
            batch, likely, ground, store.stack_facts, store.corrections_for, store.answers_to
        )
        return store.keep(record.key, taken, state, report, quiet=quiet, again=self._bench.walk)

    def _arrived(self, record: SourceRecord, report: PollReport, arrived: MentionsArrived) -> None:
        self._bench.publish(arrived)
        self._finished(record, report)

    def _failed(self, record: SourceRecord, state: SourceState, fault: Known) -> None:
        state, report = manners.after_fault(record, state, fault, self._bench.clock())
        self._keep_state(record, state, report)

    def _keep_state(self, record: SourceRecord, state: SourceState, report: PollReport) -> None:
        def keep() -> Tell:
            self._bench.store.keep_state(record.key, state, report)
            return partial(self._finished, record, report)

        self._together(record, state, keep)

    def _together(self, record: SourceRecord, state: SourceState, keep: Callable[[], Tell]) -> None:
        """Keeps it with what comes in at the same time; alone, and at once, where nobody is out."""
        group = self._bench.store.group
        group.join(Member(keep, partial(self._unkept, record, state)))
        if group.due or len(self._out) <= len(group):
            group.settle()

    def _unkept(self, record: SourceRecord, state: SourceState, fault: Exception) -> None:
        """The disk, or we, failed: nothing of it is kept, so the next poll brings all of it again.

        What is remembered of the source is left as it was: nothing can be kept just now.
        """
        known = fault if isinstance(fault, Known) else Known(OURS)
        if known is not fault:
            log.error("a fault of ours while keeping %s", record.name, exc_info=fault)
        _, report = manners.after_fault(record, state, known, self._bench.clock())
        self._bench.publish(Fault(known.sentence()))
        self._finished(record, report)

    def settle(self) -> None:
        """Keeps for good what came in, and tells of it; before anything else is asked."""
        self._bench.store.group.settle()

    def _finished(self, record: SourceRecord, report: PollReport) -> None:
        self._out.discard(record.key)
        if record.key in self._records:
            self._plan(record, report)
        for round_ in self._rounds:
            if record.key in round_.waiting:
                round_.waiting.discard(record.key)
                round_.reports.append(report)
                self._bench.publish(
                    PollProgress(round_.of - len(round_.waiting), round_.of, report.next_at)
                )
        self._end_of_rounds()

    def _plan(self, record: SourceRecord, report: PollReport) -> None:
        self._when.pop(record.key, None)
        if report.next_at is not None and report.status != "stopped":
            self._when[record.key] = report.next_at

    def _end_of_rounds(self) -> None:
        for round_ in [r for r in self._rounds if not r.waiting]:
            self._rounds.remove(round_)
            self._say_offline(round_)
            if round_.of:
                self._bench.publish(SourcesChanged())
            if round_.done is not None:
                round_.done.set_result(tuple(round_.reports))

    def _say_offline(self, round_: Round) -> None:
        """Where every one of several sources failed to be reached, say it once."""
        tried = [r for r in round_.reports if r.status in {"new", "unchanged", "error"}]
        offline = len(tried) > 2 and all(r.status == "error" for r in tried)
        if tried and offline != self._offline:
            self._offline = offline
            self._bench.publish(Offline(offline))


def versions(read: list[Read], sifted: Sifted) -> list[Read]:
    """The batch with each changed text tied to the mention that it is a new version of."""
    fresh = len(sifted.fresh)
    changed = [
        Read(r.heard, r.reading, r.bands, key)
        for r, (key, _) in zip(read[fresh:], sifted.changed, strict=True)
    ]
    return read[:fresh] + changed
