"""A desk that keeps everything in memory, for tests of the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from listener import commands as c
from listener.errors import Known, NothingToUndo
from listener.events import (
    CouncilChanged,
    Event,
    MentionsChanged,
    SearchesChanged,
    SourcesChanged,
    SpikesChanged,
)
from listener.mention import (
    Decision,
    HistoryLine,
    ImportedFeed,
    ImportReport,
    MentionKey,
    Row,
    RowResult,
    SavedSearch,
    Saving,
    SourceLine,
)
from listener.settings import changed
from listener.spike import SpikeKey
from rules.asleep import Afoot, Mute
from rules.publicity import PublicityHold
from rules.replying import Reply, ReplyStep, State, second_reader
from rules.urgent import Act, Hold, Mark, WayOut
from tests.ui import brackenford, fakedigests, spiketown
from tests.ui.brackenford import NOW
from tests.ui.fakereader import FakeReader, Kept


@dataclass(frozen=True)
class FakeCandidate:
    address: str
    title: str
    kind: str
    channel: str
    samples: tuple[str, ...]


@dataclass(frozen=True)
class FakeFound:
    feeds: tuple[FakeCandidate, ...]
    because: str


class FakeDesk:
    """Does what is asked at once, on the calling thread, and remembers what was asked."""

    def __init__(self, profile: Path, many: int = 0, refuses: str = "") -> None:
        self.profile = profile
        self.kept = Kept()
        self.asked: list[c.Command] = []
        self.refuses = refuses
        self.asks_more = False  # after an answer
        self.found = FakeFound((), "there is no feed there")
        self._hear: list[Callable[[Event], None]] = []
        self._before: list[tuple[str, dict[MentionKey, Row]]] = []
        self._saved_before: list[tuple[SavedSearch, ...]] = []
        for key in range(1, many + 1):
            self.kept.rows[MentionKey(key)] = brackenford.row(key)

    def reader(self) -> FakeReader:
        return FakeReader(self.kept)

    def listen(self, hear: Callable[[Event], None]) -> None:
        self._hear.append(hear)

    def tell(self, event: Event) -> None:
        """The engine says something."""
        for hear in self._hear:
            hear(event)

    def close(self) -> None:
        self._hear.clear()

    def ask(self, command: c.Command) -> Future[Any]:
        self.asked.append(command)
        future: Future[Any] = Future()
        try:
            if self.refuses:
                raise Known(self.refuses)
            future.set_result(self._do(command))
        except Known as fault:
            future.set_exception(fault)
        return future

    def _do(self, command: c.Command) -> object:
        match command:
            case c.Decide(keys=keys, outcome=outcome):
                self.kept.looked_at += len(keys)
                return self._change("decided", keys, view="done", decided=outcome)
            case c.DecideAll(decisions=decisions):
                self.asked += decisions
                for one in decisions:
                    self._do(one)
                together = [self._before.pop() for _ in decisions]
                rows = {k: r for _, some in reversed(together) for k, r in some.items()}
                self._before.append(("decided", rows))
            case c.Snooze(keys=keys, until=until):
                return self._change("snoozed", keys, view="snoozed", snoozed_until=until)
            case c.Mute(keys=keys, until=until, why=why, by=by):
                for key in keys:
                    mute = Mute(key, self.kept.rows[key].snippet, by, brackenford.NOW, until, why)
                    self.kept.afoot[key] = Afoot(mute=mute)
                return self._change("muted", keys, view="watching")
            case c.Unmute(keys=keys):
                for key in keys:
                    self.kept.afoot.pop(key, None)
                return self._change("unmuted", keys, view="forward")
            case c.Wake(keys=keys):
                return self._change("woken", keys, view="forward", snoozed_until=None)
            case c.AddNote(keys=keys, text=text):
                return self._change(f"note: {text}", keys)
            case c.Split(key=key):
                return self._change("split", (key,), stack_size=1)
            case c.Join(keys=keys):
                return self._change("joined", keys)
            case c.HoldPublicity(why=why, until=until, by=by):
                self.kept.hold = PublicityHold(by, why, brackenford.NOW, until)
                self.tell(CouncilChanged())
            case c.EndPublicity():
                self.kept.hold = None
                self.tell(CouncilChanged())
            case c.Star(keys=keys, on=on):
                return self._change("starred", keys, starred=on)
            case c.AnswerQuestion(key=key, yes=yes):
                outcome = "complaint_route" if yes else "forward"
                return self._change("answered", (key,), view="forward", asks=None, outcome=outcome,
                                    guess=outcome)  # fmt: skip
            case c.AnswerAndDecide(key=key, expected=expected):
                if self.asks_more:
                    return self._change("answered", (key,), outcome=None)
                self._change("answered, decided", (key,), view="done", decided=expected)
                return Decision(expected, "", "Officer", NOW)
            case c.Correct(key=key, what=what, value=value):
                return self._correct(key, what, value)
            case c.WriteReply() | c.ReadReply() | c.CopyReply() | c.PostedReply():
                return self._reply(command)
            case c.WithdrawReply(reply=key, by=by):
                return self._replied(key, "withdrawn", by)
            case c.MakeUrgent() | c.PassOn() | c.NobodyAtRisk() | c.NoteUrgent():
                return self._urgent(command)
            case c.PutOnHold() | c.EndHold():
                return self._hold(command)
            case c.GiveToEmergency(key=key):
                return f"Exact words:\n{self.kept.rows[key].snippet}\n"
            case c.SetDuty(contacts=contacts, replies=replies):
                assert self.kept.council is not None
                self.kept.council = replace(
                    self.kept.council, duty=contacts, approved_replies=replies
                )
                self.tell(CouncilChanged())
            case c.SaveSearch() | c.DropSearch() | c.MoveSearch():
                return self._search(command)
            case c.AcknowledgeSpike(key=key, to=to):
                return self._spike(key, status="acknowledged", acknowledged=to)
            case c.NotASpike(key=key) | c.EndSpike(key=key):
                return self._spike(key, status="ended")
            case c.BuildDigest(spike=spike) if spike is not None:
                if self.kept.preview is None:
                    raise Known("Nothing is new.")
                return self.kept.preview
            case c.SendDigest(key=key) if self.kept.preview is not None:
                return spiketown.delivery(key)
            case (
                c.RecordResponse() | c.AcceptAnswer() | c.SetLine() | c.UseLine() | c.DropAnswer()
                | c.PlaceResponse() | c.MarkRead() | c.Remind() | c.ReadResponses()
                | c.SetResponsesPassword()
            ):  # fmt: skip
                return self.kept.answers.do(command)
            case (c.SendDigest() | c.MarkSent() | c.SendAgain() | c.StopMail() | c.TestMail()
                  | c.PostNow() | c.SetMailPassword() | c.BuildDigest() | c.EditDigest()
                  | c.DropDigest()):  # fmt: skip
                return fakedigests.done(self.kept.told_to, command, self.tell)
            case c.Undo():
                return self._undo()
            case c.Change(name=name, value=value):
                self.kept.settings = changed(self.kept.settings, name, value)
            case c.Discover():
                return self.found
            case c.AddMention(heard=heard):
                key = MentionKey(max(self.kept.rows, default=0) + 1)
                self.kept.rows[key] = brackenford.row(key, text=heard.text, view="forward")
                return key
            case c.ImportFile(path=path):
                return ImportReport(path.name, 1, 0, (RowResult(1, "new", ""),), (), ())
            case c.ImportSources(path=path):
                return (ImportedFeed("Tipley", "https://tipley.example/feed", "added", ""),)
            case c.ExportSources():
                return sum(s.kind == "feed" for s in self.kept.sources)
            case c.SetUpCouncil(council=council):
                self.kept.council = council
                self.tell(CouncilChanged())
                return council.name
            case c.ReadTable():
                return self.kept.understood
            case c.WriteTable(which=which):
                return len(getattr(self.kept.council, which))
            case c.LookOver():
                return "Council Listener, for IT\n[ok] the database: sound\n"
            case c.UseChart(name=name):
                self.kept.settings = changed(self.kept.settings, "chart", name)
                return 0
            case c.Poll():
                return ()
            case c.ChangeSource(name=name, new_name=new, every=every):
                self._sources(tuple(
                    replace(s, name=new, every_seconds=every or 1800, own_interval=bool(every))
                    if s.name == name else s for s in self.kept.sources))  # fmt: skip
            case c.PutBackSource(name=name):
                gone = [s for s in brackenford.SOURCES if s.name == name]
                self._sources((*self.kept.sources, *gone))
            case c.RemoveSource(name=name):
                self._sources(tuple(s for s in self.kept.sources if s.name != name))
            case c.PauseSource(name=name, paused=paused):
                health = "paused" if paused else "ok"
                self._sources(tuple(replace(s, health=health) if s.name == name else s
                                    for s in self.kept.sources))  # type: ignore[arg-type]  # fmt: skip
        return None

    def _sources(self, lines: tuple[SourceLine, ...]) -> None:
        self.kept.sources = lines
        self.tell(SourcesChanged())

    def _change(self, did: str, keys: Sequence[MentionKey], **changes: object) -> None:
        self._before.append((did, {k: self.kept.rows[k] for k in keys}))
        for key in keys:
            row = replace(self.kept.rows[key], **changes)  # type: ignore[arg-type]
            self.kept.rows[key] = row
            past = (HistoryLine(row.heard, "Officer", did),)
            self.kept.details[key] = brackenford.detail(row, past)
        self.tell(MentionsChanged(tuple(keys)))

    def _urgent(self, command: c.MakeUrgent | c.PassOn | c.NobodyAtRisk | c.NoteUrgent) -> None:
        keys, now = command.keys, datetime.now(UTC)
        match command:
            case c.MakeUrgent():
                due = now + timedelta(minutes=15)
                self._change("made urgent", keys, view="urgent", grade="person", decided="",
                             urgent=Mark("", due))  # fmt: skip
            case c.NoteUrgent(kind=kind, what=what, by=by):
                act = Act(kind, by, now, what or kind)
                row = self.kept.rows[keys[0]]
                mark = row.urgent or Mark("", None)
                if kind == "looking":
                    mark = replace(mark, looking=by, looked_at=now)
                self._change(kind, keys, urgent=mark)
                self._sheet(keys[0], acts=(act,))
            case c.PassOn(whom=whom, how=how, by=by):
                self._change("passed on", keys, view="done", decided="urgent")
                self._sheet(keys[0], ways=(WayOut("passed_on", by, now, whom, how, now),))
            case c.NobodyAtRisk(reason=reason, outcome=outcome, by=by):
                self._change("nobody at risk", keys, view="done", decided=outcome)
                self._sheet(keys[0], ways=(WayOut("nobody_at_risk", by, now, reason=reason),))

    def _hold(self, command: c.PutOnHold | c.EndHold) -> None:
        key, now = command.keys[0], datetime.now(UTC)
        held = isinstance(command, c.PutOnHold)
        mark = self.kept.rows[key].urgent or Mark("", None)
        self._change("hold", command.keys, urgent=replace(mark, held=held))
        hold = Hold(command.by, now, command.why, now + timedelta(days=7)) if held else None
        self._sheet(key, hold=hold)

    def _sheet(self, key: MentionKey, **changes: object) -> None:
        detail = self.kept.details[key]
        assert detail.urgent is not None
        sheet = replace(detail.urgent, **changes)  # type: ignore[arg-type]
        self.kept.details[key] = replace(detail, urgent=sheet)
        self.tell(MentionsChanged((key,)))

    def _correct(self, key: MentionKey, what: str, value: str) -> None:
        """What shows of a correction in a row; an urgent one is not corrected away."""
        risk = value in ("person", "hazard")
        if what == "danger" and not risk and self.kept.rows[key].view == "urgent":
            raise Known("A possible danger leaves Urgent only by being passed on.")
        shows: dict[str, dict[str, object]] = {
            "tone": {"tone": value}, "service": {"category": value},
            "danger": {"grade": value} | ({"view": "urgent"} if risk else {}),
        }  # fmt: skip
        self._change(f"corrected the {what}: {value}", (key,), **shows.get(what, {}))

    def _reply(self, command: c.Command) -> Reply:
        match command:
            case c.WriteReply(key=key, text=text, outcome=outcome, service=service, by=by):
                known = self.kept.council.services if self.kept.council else ()
                flag = next((s.flag for s in known if s.category == service), "normal")
                why = second_reader(outcome, flag)
                number, source = len(self.kept.replies) + 1, self.kept.rows[key].source
                self.kept.replies.append(
                    Reply(number, key, source, text, by, NOW, outcome, service, why, ())
                )
                return self._replied(number, "waits" if why else "copied", by)
            case c.ReadReply(reply=number, by=by, agrees=agrees, note=note):
                return self._replied(number, "read" if agrees else "back", by, note=note)
            case c.CopyReply(reply=number, by=by):
                return self._replied(number, "copied", by)
            case c.PostedReply(reply=number, link=link, by=by):
                return self._replied(number, "posted", by, link=link)
        raise AssertionError(command)

    def _replied(self, number: int, state: State, by: str, **more: str) -> Reply:
        reply = self.kept.replies[number - 1]
        now = replace(reply, steps=(*reply.steps, ReplyStep(state, by, NOW, **more)))
        self.kept.replies[number - 1] = now
        key = MentionKey(reply.mention)
        if state == "copied" and self.kept.rows[key].view != "done":
            self._change("decided", (key,), view="done", decided=reply.outcome)
        else:
            self.tell(MentionsChanged((key,)))
        return now

    def _spike(self, number: int, **changes: object) -> None:
        key = SpikeKey(number)
        card = self.kept.cards[key]
        now = replace(card.spike, **changes)  # type: ignore[arg-type]
        self.kept.cards[key] = replace(card, spike=now)
        self.tell(SpikesChanged())

    def _search(self, command: c.SaveSearch | c.DropSearch | c.MoveSearch) -> object:
        kept = {s.key: s for s in self.kept.saved}
        order = list(kept)
        made = None
        match command:
            case c.SaveSearch(name=name, typed=typed, by=by, reason=reason, key=key):
                if "@" in typed and not reason:
                    return Saving(None, f"it looks for the handle {typed}")
                made = SavedSearch(key or max(kept, default=0) + 1, name, typed, by, reason)
                kept[made.key] = made
                order = list(kept)
            case c.DropSearch(key=key):
                order.remove(key)
            case c.MoveSearch(key=key, steps=steps):
                at = order.index(key)
                order.insert(max(0, at + steps), order.pop(at))
        self._saved_before.append(self.kept.saved)
        self.kept.saved = tuple(kept[k] for k in order)
        self.tell(SearchesChanged())
        return Saving(made) if made else None

    def _undo(self) -> str:
        if self._saved_before:
            self.kept.saved = self._saved_before.pop()
            self.tell(SearchesChanged())
            return "the saved searches are what they were"
        if not self._before:
            raise NothingToUndo("There is nothing to undo.")
        did, rows = self._before.pop()
        self.kept.rows.update(rows)
        for key in rows:
            self.kept.details.pop(key, None)
        self.tell(MentionsChanged(()))
        return f"{did} {len(rows)}"
