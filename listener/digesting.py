"""Writes digests, lets officers edit them, and sees to it that each is there when it is due."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from listener import commands as c
from listener.bench import Bench
from listener.clock import LONDON
from listener.errors import Known, NotUnderstood
from listener.events import DigestsChanged, Fault
from listener.forward import checking
from listener.forward.answerlinks import reply_links
from listener.forward.letter import blocks_of, plain_text
from listener.forward.render import html_of
from listener.forward.writing import Writing, Written, nothing_new
from listener.handoff import AreaContact, Digest, DueDigest, EditedDigest
from listener.holidays import days_off
from listener.settings import clocks_of
from listener.spike import SpikeKey
from listener.store.digestdue import due_digests
from listener.store.digests import new_token
from listener.understanding.masking import known_of

AGAIN = timedelta(minutes=15)  # a draft is not written anew for every post of a storm
LONGEST_SUBJECT = 200
LONGEST = 20_000
LISTENER = "the listener"
Send = Callable[[c.SendDigest], object]


class Digesting:
    """Lives on the engine's thread. send: what a standing instruction of a supervisor starts."""

    def __init__(self, bench: Bench, send: Send | None = None) -> None:
        self._bench = bench
        self._send = send

    def verbs(self) -> dict[type, Callable[[Any], object]]:
        """Each command that is done here."""
        return {
            c.BuildDigest: self.build,
            c.EditDigest: self.edit,
            c.DropDigest: self.drop,
        }

    def build(self, command: c.BuildDigest) -> Digest:
        """Keeps a draft. Raises Known where nothing is new."""
        by = command.by or self._bench.settings.officer
        made = self._written(command.area, command.spike, by, new_token())
        if made is None:
            raise Known(nothing_new(command.area, command.spike))
        return self._keep(made)

    def edit(self, command: c.EditDigest) -> EditedDigest:
        """A draft says what an officer wrote; handles are taken out, names are warned of."""
        subject = " ".join(command.subject.split())
        if not subject or not command.plain.strip():
            raise NotUnderstood("A digest needs a subject and a text. Nothing was changed.")
        if len(subject) > LONGEST_SUBJECT or len(command.plain) > LONGEST:
            raise NotUnderstood(
                f"A subject has at most {LONGEST_SUBJECT} characters and a digest {LONGEST:,}. "
                "Nothing was changed."
            )
        shelf = self._bench.store.digests
        was = shelf.draft(command.key)
        checked = checking.checked(subject, command.plain, known_of(self._bench.council))
        blocks = blocks_of(checked.plain)
        html = html_of(checked.subject, blocks, self._links(was.token, checked.subject))
        by = command.by or self._bench.settings.officer
        kept = shelf.edit(command.key, checked.subject, plain_text(blocks), html, by)
        self._bench.publish(DigestsChanged((kept.key,)))
        return EditedDigest(kept, checked.warnings)

    def drop(self, command: c.DropDigest) -> None:
        """A draft goes nowhere. Raises Known where it went already."""
        by = command.by or self._bench.settings.officer
        self._bench.store.digests.drop(command.key, by)
        self._bench.publish(DigestsChanged((command.key,)))

    def tick(self, now: datetime) -> None:
        """Writes what is due: as drafts, which wait for an officer but for a standing instruction.

        A draft that an officer has edited stays as it is; what came since waits for the next.
        """
        contacts = {k.area: k for k in self._contacts()}
        for due in self.due(now):
            contact = contacts[due.area]
            waits = self._bench.store.digests.waiting_draft(due.area, due.spike)
            if waits is not None and waits.at > now - AGAIN:
                continue
            try:
                made = self._written(due.area, due.spike, LISTENER, new_token())
            except Known as fault:
                self._bench.publish(Fault(fault.sentence()))
                continue
            if made is None or (waits is not None and set(waits.mentions) == set(
                made.digest.mentions
            )):  # fmt: skip
                continue
            self._by_standing_instruction(self._keep(made), contact)

    def _by_standing_instruction(self, kept: Digest, contact: AreaContact) -> None:
        """Sends without an officer what a supervisor signed for; a mail program needs one."""
        signed = contact.standing and not contact.sensitive and not kept.twice
        if not signed or self._send is None or self._bench.settings.mail_way != "smtp":
            return
        try:
            self._send(c.SendDigest(kept.key, by=f"standing instruction: {contact.standing}"))
        except Known as fault:
            self._bench.publish(Fault(fault.sentence()))

    def due(self, now: datetime) -> tuple[DueDigest, ...]:
        """What is to be told now, and why now."""
        bench = self._bench
        local = now.astimezone(LONDON)
        with bench.store.digests.look() as db:
            return due_digests(
                db, bench.store.areas.contacts(bench.council), local,
                days_off(bench.settings, local.year), clocks_of(bench.settings).hours,
            )  # fmt: skip

    def _written(self, area: str, spike: SpikeKey | None, by: str, token: str) -> Written | None:
        bench = self._bench
        with bench.store.digests.look() as db:
            writing = Writing(db, bench.council, bench.settings, bench.clock())
            return writing.write(area, spike, by, token)

    def _keep(self, made: Written) -> Digest:
        kept = self._bench.store.digests.keep(made.digest, made.said)
        kept = replace(kept, twice=made.digest.twice)
        self._bench.publish(DigestsChanged((kept.key,)))
        return kept

    def _contacts(self) -> tuple[AreaContact, ...]:
        return self._bench.store.areas.contacts(self._bench.council)

    def _links(self, token: str, subject: str) -> tuple[tuple[str, str], ...]:
        return reply_links(self._bench.settings.responses_address, token, subject)
