"""What officers do to mentions, and what follows: the undecided are walked again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import islice

from listener import charts
from listener.bench import Bench
from listener.commands import (
    AnswerAndDecide,
    AnswerQuestion,
    Correct,
    Decide,
    DecideAll,
    Snooze,
    Star,
)
from listener.correcting import correction_of
from listener.errors import Known, NotFound, NotUnderstood
from listener.events import MentionsChanged
from listener.handing import Handing
from listener.mention import Decision, MentionKey
from listener.store import Seat, Standing, Undone
from rules.asleep import too_long
from rules.flowchart import Verdict
from rules.routing import Choice, handoff_for
from rules.urgent import WayOut

EMERGENCY_HOURS = 12  # the emergency chart ends by itself, unless it is chosen again


class Triage:
    """Lives on the engine's thread."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self.handing = Handing(bench)

    def decide(self, command: Decide) -> tuple[Decision, ...]:
        """Records one decision a stack. Raises NotUnderstood for an unknown outcome or category."""
        return self.decide_all(DecideAll((command,)))

    def decide_all(self, command: DecideAll) -> tuple[Decision, ...]:
        """The same for several outcomes: all or none, and one step to be taken back."""
        for one in command.decisions:
            self._refuse(one)
        with self._bench.store.aside.one_step():
            made = tuple(d for one in command.decisions for d in self._decide(one))
        self._bench.publish(MentionsChanged(tuple(k for d in command.decisions for k in d.keys)))
        return made

    def _refuse(self, command: Decide) -> None:
        self._bench.refuse_unknown(command.outcome, command.service, "Nothing was decided.")
        if held := self._bench.publicity_stops(command.outcome):
            raise Known(f"{held} Nothing was decided.")

    def _decide(self, command: Decide) -> tuple[Decision, ...]:
        by = command.by or self._bench.settings.officer
        services = {
            key: command.service or self.needs_to_know(key, command.outcome) for key in command.keys
        }
        if self._bench.store.urgent.among(command.keys):
            made = self._let_out(command, services, by)
        else:
            made = self._bench.store.decide(
                command.keys, command.outcome, services, command.note, by
            )
        self.handing.follow(services, by, command.second.strip())
        return made

    def _let_out(
        self, command: Decide, services: dict[MentionKey, str], by: str
    ) -> tuple[Decision, ...]:
        """A possible danger leaves by a note that says whom one told or why nobody is at risk."""
        if len(command.keys) > 1 or not command.note.strip():
            raise Known(
                "A possible danger leaves Urgent only by being passed on, or read by somebody who "
                "says that nobody is at risk: one at a time, with a note that says so. Nothing was "
                "changed."
            )
        now, note, outcome = self._bench.clock(), command.note.strip(), command.outcome
        if outcome == "urgent":
            way = WayOut("passed_on", by, now, note, "as noted", now, outcome=outcome)
        else:
            way = WayOut("nobody_at_risk", by, now, reason=note, outcome=outcome)
        return self._bench.store.urgent.let_out(command.keys, way, note, services, outcome)

    def needs_to_know(self, key: MentionKey, outcome: str) -> str:
        """The service that hears of it whatever the outcome, where we are sure enough of one."""
        kept = self._bench.store.standing(key)
        choices = [Choice(s.category, s.area, s.certainty, s.ours) for s in kept.reading.services]
        handoff = handoff_for(outcome, choices, kept.heard.already_routed)
        return handoff.category if handoff is not None and handoff.sure else ""

    def answer(self, command: AnswerQuestion) -> Verdict:
        """The officer answers what the chart asks, and the walk goes on from there."""
        self._keep_answer(command.key, command.yes, command.by)
        return self._walked(command.key)

    def answer_and_decide(self, command: AnswerAndDecide) -> Decision | None:
        """Answers, and decides where the chart then says for good what the officer saw it say."""
        store, key = self._bench.store, command.key
        if store.standing(key).status == "done":
            raise NotFound("This is decided already. Nothing was changed.")
        self._bench.refuse_unknown(command.expected, command.service, "Nothing was changed.")
        made: tuple[Decision, ...] = ()
        with store.aside.one_step():
            self._keep_answer(key, command.yes, command.by)
            seat = self._seat(store.standing(key))
            store.seat([seat])
            if seat.verdict.outcome == command.expected and self._at_one_stroke(seat):
                made = self._decide(
                    Decide((key,), command.expected, command.service, by=command.by)
                )
        self._bench.publish(MentionsChanged((key,)))
        return made[0] if made else None

    def _at_one_stroke(self, seat: Seat) -> bool:
        """Whether it may be decided with its answer: never what an officer has to weigh first."""
        outcome = seat.verdict.outcome or ""
        weighed = seat.view == "urgent" or seat.verdict.fault or outcome in ("urgent", "evaluate")
        return not weighed and not self._bench.publicity_stops(outcome)

    def _keep_answer(self, key: MentionKey, yes: bool, by: str) -> None:
        asked = self._seat(self._bench.store.standing(key)).verdict.asks
        if asked is None:
            raise NotFound("The chart asks nothing about this mention. Nothing was changed.")
        self._bench.store.answer(key, asked, yes, by or self._bench.settings.officer)

    def correct(self, command: Correct) -> Verdict:
        """The officer puts a part of the reading right, and the mention is walked by it."""
        by = command.by or self._bench.settings.officer
        made = correction_of(command.what, command.value, by, self._bench.council)
        with self._bench.store.aside.one_step():
            self._bench.store.correct(command.key, made)
            if made.what == "service":
                self.handing.moved(command.key, made.value, by)
        return self._walked(command.key)

    def _walked(self, key: MentionKey) -> Verdict:
        """Walks one mention again and seats it, unless it is decided; what the chart says now."""
        seat = self._seat(self._bench.store.standing(key))
        self._bench.store.seat([seat])
        self._bench.publish(MentionsChanged((key,)))
        return seat.verdict

    def snooze(self, command: Snooze) -> None:
        """Puts mentions away until a time, or until they grow or are answered, then they wake."""
        waits = command.grows > 0 or command.answer
        refused = too_long(command.until, self._bench.clock(), waits)
        if refused:
            raise NotUnderstood(refused)
        by = command.by or self._bench.settings.officer
        self._bench.store.snooze(command.keys, command.until, by, command.grows, command.answer)
        self._bench.publish(MentionsChanged(command.keys))

    def star(self, command: Star) -> None:
        """Stars mentions or takes the star away."""
        by = command.by or self._bench.settings.officer
        self._bench.store.star(command.keys, command.on, by)
        self._bench.publish(MentionsChanged(command.keys))

    def undo(self, by: str) -> Undone:
        """Takes the last thing back, and walks what it freed again. Raises NothingToUndo."""
        undone = self._bench.store.undo(by or self._bench.settings.officer)
        for key in undone.retold:  # a text that was corrected is the old one again: read it anew
            standing = self._bench.store.standing(key)
            read = self._bench.read_here([standing.heard])[0]
            self._bench.store.reread(key, read.reading)
        self.walk_again(undone.keys)
        return undone

    def use_chart(self, name: str) -> int:
        """Another chart: the undecided are walked again; what people decided stands."""
        if name not in charts.shipped():
            raise NotFound(f"There is no chart {name}. There are: {', '.join(charts.shipped())}.")
        bench = self._bench
        before = bench.settings.chart
        bench.use_chart(name)
        bench.set("chart", name)
        if name == "emergency":
            bench.set("chart_before", before if before != name else bench.settings.chart_before)
            bench.set("chart_until", (bench.clock() + _TWELVE).isoformat())
        else:
            bench.set("chart_until", "")
        return self.walk_again()

    def end_emergency(self, now: datetime) -> None:
        """The emergency chart ends by itself after twelve hours."""
        until = self._bench.settings.chart_until
        if until and datetime.fromisoformat(until) <= now:
            self.use_chart(self._bench.settings.chart_before)

    def walk_again(self, only: Iterable[MentionKey] | None = None) -> int:
        """Walks the undecided (or some of them) again and seats them; returns how many."""
        store = self._bench.store
        chosen = store.undecided() if only is None else (store.standing(k) for k in only)
        walked = 0
        for some in _runs(chosen):
            store.seat([self._seat(s) for s in some if s.status == "open"])
            walked += len(some)
        self._bench.publish(MentionsChanged(()))
        return walked

    def _seat(self, standing: Standing) -> Seat:
        return self._bench.walk(standing)


def _runs(standings: Iterable[Standing]) -> Iterator[tuple[Standing, ...]]:
    """Some hundreds at a time: a queue of half a million is never all in memory."""
    waiting = iter(standings)
    while some := tuple(islice(waiting, 500)):
        yield some


_TWELVE = timedelta(hours=EMERGENCY_HOURS)
