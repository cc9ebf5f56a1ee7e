"""Puts the rooms together on the engine's thread and sends each command to the one that does it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from listener import commands as c
from listener.added import Added
from listener.answering import Answering
from listener.areas import Areas
from listener.bench import Bench
from listener.bringing import Bringing
from listener.chasing import Chasing
from listener.digesting import Digesting
from listener.events import (
    AreasChanged,
    CouncilChanged,
    DigestsChanged,
    ResponsesChanged,
    SourcesChanged,
    SpikesChanged,
)
from listener.housekeeping import House
from listener.lines import Lines
from listener.mailround import MailRound
from listener.noticing import Noticing
from listener.polling import Polling
from listener.posting import Posting
from listener.replying import Replying
from listener.sample import SampleTown
from listener.sample import works as sample_works
from listener.searches import Searches
from listener.secrets import Secrets
from listener.sorting import Sorting
from listener.sourcing import Sourcing, allow_private
from listener.spiking import Spiking
from listener.triage import Triage
from listener.urgent import Urgent
from listener.web import Web
from listener.works import Works
from rules.tables import joined

BEAT = timedelta(seconds=60)  # how finely "not listening from … to …" is known
SLEPT = timedelta(minutes=5)  # beats that stay out this long mean that the computer slept

CLOSING, ALONE = 1.0, 60.0  # seconds that counting may take at the end, of a window and else


class Office:
    """The engine's work. Lives on its thread."""

    def __init__(self, bench: Bench, web: Web, by_itself: bool, profile: Path) -> None:
        self._bench = bench
        self._web = web
        self._town: SampleTown | None = None
        self._polling = Polling(bench, by_itself)
        self._sourcing = Sourcing(bench, web, self._polling.reschedule)
        self._bringing = Bringing(bench)
        self._triage = Triage(bench)
        self._added = Added(bench, self._triage.walk_again)
        self._house = House(
            bench, profile, self._polling.reschedule, self._leave_sample, self._triage.walk_again
        )
        self._urgent = Urgent(bench, self._triage.walk_again)
        self._sorting = Sorting(bench, self._triage.walk_again)
        self._searches = Searches(bench)
        secrets = Secrets()
        self._posting = Posting(bench, profile, by_itself, secrets=secrets)
        self._mailround = MailRound(bench, self._posting.outbox, secrets, by_itself)
        self._answering = Answering(bench)
        self._digesting = Digesting(bench, self._posting.send_digest)
        self._noticing = Noticing(bench, self._triage.walk_again, by_itself)
        self._chasing = Chasing(bench, self._posting, by_itself)
        self._by_itself = by_itself
        self._beat_at = bench.clock()
        self._now: dict[type, Callable[[Any], object]] = self._verbs()
        self._later: dict[type, Callable[[Any, Future[Any]], None]] = {
            c.Poll: lambda k, done: self._polling.poll(k.everything, k.names, done),
            c.Discover: self._sourcing.discover,
            c.AddSource: self._sourcing.add,
            c.ImportFile: self._bringing.bring_in,
            c.UseCouncil: self._house.use_file,
            c.ImportPlaces: self._house.import_places,
            c.ImportAreas: self._house.import_areas,
            c.LookOver: self._house.look_over,
            **self._posting.later(),
            **self._mailround.later(),
        }
        self._open()

    def _verbs(self) -> dict[type, Callable[[Any], object]]:
        sourcing, triage, bringing = self._sourcing, self._triage, self._bringing
        sorting = self._sorting
        own: dict[type, Callable[[Any], object]] = {
            c.RemoveSource: lambda k: sourcing.remove(k.name),
            c.PauseSource: lambda k: sourcing.pause(k.name, k.paused),
            c.ImportSources: sourcing.bring_in,
            c.ExportSources: lambda k: sourcing.take_out(k.path),
            c.AddMention: bringing.add,
            c.Decide: triage.decide,
            c.DecideAll: triage.decide_all,
            c.AnswerQuestion: triage.answer,
            c.AnswerAndDecide: triage.answer_and_decide,
            c.Correct: triage.correct,
            c.Snooze: triage.snooze,
            c.Star: triage.star,
            c.Undo: lambda k: self._undo(k.by),
            c.Wake: sorting.wake,
            c.AddNote: sorting.note,
            c.Mute: sorting.mute,
            c.Unmute: sorting.unmute,
            c.Split: sorting.split,
            c.Join: sorting.join,
            c.HoldPublicity: sorting.hold,
            c.EndPublicity: sorting.end_hold,
            c.UseChart: lambda k: triage.use_chart(k.name),
            c.SetUpCouncil: self._house.set_up,
            c.ReadTable: self._house.read_table,
            c.WriteTable: self._house.write_table,
            c.ChangeSource: sourcing.change,
            c.PutBackSource: lambda k: sourcing.put_back(k.name),
            c.CorrectAdded: self._added.correct,
            c.Withdraw: self._added.withdraw,
            c.BringBack: self._added.bring_back,
            c.Change: self._house.change,
            c.LogExport: lambda k: self._bench.store.log(
                k.what, k.by or self._bench.settings.officer
            ),
            c.SaveSearch: self._searches.save,
            c.DropSearch: self._searches.drop,
            c.MoveSearch: self._searches.move,
            c.Backup: lambda k: self._bench.store.backup(k.path),
        }
        replying = Replying(self._bench, triage.needs_to_know)
        rooms = (
            replying, self._urgent, Areas(self._bench), triage.handing, Works(self._bench),
            self._answering, self._posting, Spiking(self._bench, self._noticing),
            self._digesting, self._chasing, Lines(self._bench, replying, self._posting),
        )  # fmt: skip
        return joined(own, *(room.verbs() for room in rooms))

    def _open(self) -> None:
        bench = self._bench
        for record in bench.store.source_records():
            if record.allow_private:
                allow_private(self._web, record.address)
        if bench.council.sample:
            self._serve_sample()
        self._polling.reschedule()
        self._house.open()
        if self._by_itself:
            bench.store.begin_listening(bench.clock())

    def answer(self, command: object, done: Future[Any]) -> None:
        """Does what is asked; what takes the web or the worker is answered when it is done."""
        self._polling.settle()  # what came before it is kept and told of before
        later = self._later.get(type(command))
        if later is not None:
            later(command, done)
        else:
            done.set_result(self._now[type(command)](command))

    def tick(self, now: datetime) -> datetime | None:
        """Wakes the snoozed, beats the heart, ends an emergency chart, polls what is due."""
        if now >= self._beat_at:
            if self._by_itself and now - self._beat_at > SLEPT:
                self._bench.store.begin_listening(now)
                self._bench.publish(SourcesChanged())
            self._beat_at = now + BEAT
            self._polling.settle()
            self._triage.end_emergency(now)
            woken = self._bench.store.wake(now)
            if woken:
                self._triage.walk_again(woken)
            self._sorting.expire(now)
            self._chasing.expire()
            if self._by_itself:
                self._digesting.tick(now)
            if self._by_itself:
                self._bench.store.heartbeat(now)
        rooms = (self._polling, self._noticing, self._posting, self._mailround)
        wanted = [*(room.tick(now) for room in rooms), self._beat_at]
        return min(at for at in wanted if at is not None)

    def close(self) -> None:
        """Ends what is under way, notes when listening stopped, and puts everything away."""
        self._posting.close()
        self._bench.fetchers.close()
        self._polling.settle()
        self._noticing.close(CLOSING if self._by_itself else ALONE)
        if self._town is not None:
            self._town.stop()
        if self._by_itself:
            self._bench.store.heartbeat(self._bench.clock())
        self._bench.store.close()

    def _undo(self, by: str) -> str:
        """Takes the last thing back, in whichever room it was done."""
        undone = self._triage.undo(by)
        if "sources" in undone.beyond:
            self._polling.reschedule()
            self._bench.publish(SourcesChanged())
        if "areas" in undone.beyond:
            self._bench.publish(AreasChanged())
        if "responses" in undone.beyond:
            self._bench.publish(ResponsesChanged())
        if "spikes" in undone.beyond:
            self._noticing.look_soon()
            self._bench.publish(SpikesChanged())
        if "digests" in undone.beyond:
            self._bench.publish(DigestsChanged())
        if "publicity" in undone.beyond:
            self._bench.publish(CouncilChanged())
        return undone.said

    def _serve_sample(self) -> None:
        bench = self._bench
        kept = bench.settings
        epoch = datetime.fromisoformat(kept.sample_epoch) if kept.sample_epoch else bench.clock()
        self._town = SampleTown(epoch, kept.sample_port)
        port = self._town.start()
        allow_private(self._web, f"http://127.0.0.1:{port}/")
        if not kept.sample_epoch:
            bench.set("sample_epoch", epoch.isoformat())
            bench.store.works.begin_with(sample_works(epoch), "the sample")
        if port != kept.sample_port:
            bench.set("sample_port", port)
            self._readdress()

    def _readdress(self) -> None:
        """The sample town has another port than last time: its sources move with it."""
        town, store = self._town, self._bench.store
        assert town is not None
        known = {r.name: r for r in store.source_records()}
        for name, address, channel in town.addresses():
            if name in known:
                store.readdress(known[name].key, address)
            else:
                store.add_source(
                    name, address, channel=channel, every=60, allow_private=True, sample=True
                )

    def _leave_sample(self) -> None:
        if self._town is not None:
            self._town.stop()
            self._town = None
