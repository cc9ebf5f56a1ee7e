"""Reminds a service that has not answered, then tells its deputy; each once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from listener import commands as c
from listener.bench import Bench
from listener.clock import LONDON
from listener.errors import Known
from listener.events import Fault, ResponsesChanged
from listener.forward.mail import Letter
from listener.forward.reminders import reminder
from listener.handoff import AreaContact, Delivery
from listener.holidays import days_off
from listener.posting import Posting
from listener.settings import clocks_of
from listener.store.chases import Waiting, deputy_of
from listener.store.handoffread import Office
from rules.chasing import Step


class Chasing:
    """Lives on the engine's thread. by_itself: reminders go out without being asked."""

    def __init__(self, bench: Bench, posting: Posting, by_itself: bool) -> None:
        self._bench = bench
        self._posting = posting
        self._by_itself = by_itself

    def verbs(self) -> dict[type, Callable[[Any], object]]:
        """Each command with what does it."""
        return {c.Remind: self.remind}

    def remind(self, command: c.Remind) -> Delivery:
        """An officer sends the reminder that is due. Raises Known."""
        found = [w for w in self._waiting() if w.digest == command.digest]
        if not found:
            raise Known("That digest waits for no answer. Nothing was sent.")
        if found[0].chase.step not in ("remind", "deputy"):
            raise Known(f"{found[0].chase.because} Nothing was sent.")
        return self._send(found[0], command.by or self._bench.settings.officer)

    def expire(self) -> None:
        """Sends what is due by itself, where mail goes out without a person."""
        if not self._by_itself or self._posting.holds_back():
            return
        for waiting in self._waiting():
            if waiting.chase.step in ("remind", "deputy"):
                try:
                    self._send(waiting, "")
                except Known as fault:
                    self._bench.publish(Fault(fault.sentence()))

    def _send(self, of: Waiting, by: str) -> Delivery:
        """Written down before it is queued: broken off between, it is not sent a second time."""
        step = of.chase.step
        answers = self._bench.store.replies.answers
        contact = self._contacts().get(of.area) or AreaContact(of.area)
        to = (deputy_of(contact),) if step == "deputy" else self._desk(contact, of)
        if not answers.chased(of, step, of.chase.because):
            raise Known("That reminder went already. Nothing was sent.")
        try:
            made = self._posting.send("reminder", self._letter(of, step, to, by), of.digest, by=by)
        except Known:
            answers.not_chased(of, step)
            raise
        answers.chased_by(of, step, made.key)
        self._bench.publish(ResponsesChanged((of.spike,) if of.spike else ()))
        return made

    def _letter(self, of: Waiting, step: Step, to: tuple[str, ...], by: str) -> Letter:
        sent = of.sent or self._bench.clock()
        return reminder(
            step, area=of.area, to=to, subject=of.subject, plain=of.plain, token=of.token,
            mailbox=self._bench.settings.responses_address, sent=sent, until=of.until,
            answers=of.message_id, automatic=not by,
        )  # fmt: skip

    def _desk(self, contact: AreaContact, of: Waiting) -> tuple[str, ...]:
        left = {a.casefold() for a in contact.left}
        return tuple(a for a in of.to or contact.addresses if a.casefold() not in left)

    def _contacts(self) -> dict[str, AreaContact]:
        return {k.area: k for k in self._bench.store.areas.contacts(self._bench.council)}

    def _waiting(self) -> tuple[Waiting, ...]:
        return self._bench.store.replies.answers.waiting_for(
            self._contacts(), office_of(self._bench)
        )


def office_of(bench: Bench) -> Office:
    """When the council works, as it is set."""
    now = bench.clock()
    year = now.astimezone(LONDON).year
    return Office(now, days_off(bench.settings, year), clocks_of(bench.settings).hours)
