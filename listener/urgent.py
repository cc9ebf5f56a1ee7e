"""What officers do about possible dangers: raise, look, ring, hand over, hold, and let out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from listener import commands as c
from listener.bench import Bench
from listener.clock import LONDON
from listener.errors import Known, NotUnderstood
from listener.events import CouncilChanged, MentionsChanged
from listener.handing import Handing
from listener.mention import Decision, MentionKey
from listener.urgentcards import GIVEN, guide, handover
from rules.flowchart import OUTCOMES
from rules.urgent import WayOut, hours_fault, way_words

DID = {
    "looking": "I am looking at it",
    "rang": "rang",
    "replied": "copied the reply that the safeguarding lead approved",
    "silence": "chose silence: no reply",
}


class Urgent:
    """Lives on the engine's thread. walk_again seats mentions after their danger changed."""

    def __init__(
        self, bench: Bench, walk_again: Callable[[Iterable[MentionKey] | None], int]
    ) -> None:
        self._bench = bench
        self._handing = Handing(bench)
        self._walk_again = walk_again

    def verbs(self) -> dict[type, Callable[[Any], object]]:
        """Each command that is done here."""
        return {
            c.MakeUrgent: self.make_urgent,
            c.PassOn: self.pass_on,
            c.NobodyAtRisk: self.nobody_at_risk,
            c.NoteUrgent: self.note,
            c.GiveToEmergency: self.give,
            c.PutOnHold: self.hold,
            c.EndHold: self.end_hold,
            c.SetDuty: self.set_duty,
        }

    def make_urgent(self, command: c.MakeUrgent) -> None:
        """The officer sees a danger: it stands in Urgent, whatever the app read."""
        self._bench.store.urgent.raise_(command.keys, self._by(command.by))
        self._walk_again(command.keys)
        self._bench.publish(MentionsChanged(command.keys))

    def pass_on(self, command: c.PassOn) -> tuple[Decision, ...]:
        """Out of Urgent: somebody was told. Raises NotUnderstood where it is not said who."""
        whom = command.whom.strip()
        if not whom:
            raise NotUnderstood("Please say whom you told. Nothing was changed.")
        now = self._bench.clock()
        told = command.told_at or now
        if told > now:
            raise NotUnderstood("That time is still to come. Nothing was changed.")
        by, reference = self._by(command.by), command.reference.strip()
        way = WayOut("passed_on", by, now, whom, command.how, told, reference, outcome="urgent")
        return self._out(command.keys, way, way_words(way, _when(told)), "", "urgent")

    def nobody_at_risk(self, command: c.NobodyAtRisk) -> tuple[Decision, ...]:
        """Out of Urgent: somebody read it and says why nobody is at risk. Raises NotUnderstood."""
        reason, by = command.reason.strip(), self._by(command.by)
        if not reason or not by:
            raise NotUnderstood("Please say why nobody is at risk, and who says so.")
        if command.outcome not in OUTCOMES or command.outcome == "urgent":
            raise NotUnderstood("Please say what becomes of it. Nothing was changed.")
        self._bench.refuse_unknown(command.outcome, command.service, "Nothing was changed.")
        if held := self._bench.publicity_stops(command.outcome):
            raise Known(f"{held} Nothing was changed.")
        way = WayOut(
            "nobody_at_risk", by, self._bench.clock(), reason=reason, outcome=command.outcome
        )
        return self._out(command.keys, way, way_words(way, ""), command.service, command.outcome)

    def _out(
        self, keys: tuple[MentionKey, ...], way: WayOut, note: str, service: str, outcome: str
    ) -> tuple[Decision, ...]:
        with self._bench.store.aside.one_step():
            made = self._bench.store.urgent.let_out(keys, way, note, service, outcome)
            self._handing.follow(dict.fromkeys(keys, service), way.by)
        self._bench.publish(MentionsChanged(keys))
        return made

    def note(self, command: c.NoteUrgent) -> None:
        """Somebody looks, rang, replied, or chose silence. Raises NotUnderstood."""
        said, what = DID.get(command.kind), command.what.strip()
        if said is None or (command.kind == "rang" and not what):
            raise NotUnderstood("Please say whom you rang. Nothing was kept.")
        what = f"{said} {what}" if command.kind == "rang" else said
        self._bench.store.urgent.note(command.keys, command.kind, self._by(command.by), what)
        self._bench.publish(MentionsChanged(command.keys))

    def give(self, command: c.GiveToEmergency) -> str:
        """What is handed over, once it is logged to whom and on what basis. Raises NotUnderstood.

        The log names what was given and repeats none of it; only here is a name given out.
        """
        recipient, basis = command.recipient.strip(), command.basis.strip()
        if not recipient or not basis:
            raise NotUnderstood("Please say to whom it is given, and on what basis.")
        store = self._bench.store
        kept = store.standing(command.key)
        by = self._by(command.by)
        who = "with the author's name or handle" if kept.heard.author else "without an author"
        said = f"gave to {recipient}: {GIVEN}, {who}; basis: {basis}"
        store.urgent.gave(command.key, by, said)
        self._bench.publish(MentionsChanged((command.key,)))
        return handover(kept.heard, kept.source_name, _when(kept.heard_at))

    def hold(self, command: c.PutOnHold) -> None:
        """Kept as it is; one on hold already is held for seven more days. Raises NotUnderstood."""
        why = self._why(command.why)
        self._bench.store.urgent.hold(command.keys, why, self._by(command.by))
        self._bench.publish(MentionsChanged(command.keys))

    def end_hold(self, command: c.EndHold) -> None:
        """The hold ends. Raises NotUnderstood without a reason, Known where nothing is held."""
        why = self._why(command.why)
        self._bench.store.urgent.end_hold(command.keys, why, self._by(command.by))
        self._bench.publish(MentionsChanged(command.keys))

    def set_duty(self, command: c.SetDuty) -> None:
        """Keeps the duty contacts. Raises NotUnderstood for a strange role or hours."""
        known = {role.id for role in guide().roles}
        for contact in command.contacts:
            if contact.role not in known:
                raise NotUnderstood(f"There is no duty contact called {contact.role}.")
            if fault := hours_fault(contact.hours):
                raise NotUnderstood(f"{fault}. Nothing was kept.")
        council = replace(
            self._bench.council, duty=command.contacts, approved_replies=command.replies
        )
        # Reading needs none of it: no mention is read again, and no reader is made anew.
        self._bench.store.set_council(council)
        self._bench.council = council
        self._bench.publish(CouncilChanged())

    def _by(self, given: str) -> str:
        return given.strip() or self._bench.settings.officer

    @staticmethod
    def _why(given: str) -> str:
        if not given.strip():
            raise NotUnderstood("Please give a reason. Nothing was changed.")
        return given.strip()


def _when(at: datetime) -> str:
    local = at.astimezone(LONDON)
    return f"{local:%a} {local.day} {local:%b} {local.year} {local:%H:%M}"
