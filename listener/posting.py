"""What is done about mails: written and queued, or opened as drafts, and looked after.

Others queue a mail by `send`; who goes on without a person asks `holds_back` first.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from listener import commands as c
from listener.bench import Bench
from listener.clock import LONDON
from listener.errors import Known, NotUnderstood
from listener.events import AreasChanged, DeliveriesChanged
from listener.forward import drafts
from listener.forward.mail import Letter, Sender, new_message_id, readdressed, tagged, written
from listener.forward.post import Post
from listener.forward.readtwice import read_twice
from listener.handoff import Delivery, DeliveryKey, DigestKey
from listener.holidays import days_off
from listener.mailbox import addressees
from listener.secrets import Secrets
from listener.sending import Sending
from listener.settings import Settings, clocks_of
from listener.store.handoffread import Office
from listener.store.outbox import outbox_of
from listener.store.outboxread import Purpose, Way
from listener.store.unmailed import NOT_AGAIN
from rules.replying import may_read, officers_of


class Posting:
    """Lives on the engine's thread. by_itself: the queue is sent without being asked."""

    def __init__(
        self,
        bench: Bench,
        profile: Path,
        by_itself: bool,
        post: Post | None = None,
        secrets: Secrets | None = None,
    ) -> None:
        self._bench = bench
        self._profile = profile
        self.outbox = outbox_of(bench.store)
        self.outbox.recover()
        drafts.tidy(profile, bench.clock())
        self._sending = Sending(bench, self.outbox, by_itself, post or Post(), secrets or Secrets())
        self.tick: Callable[[datetime], datetime | None] = self._sending.tick
        self.close: Callable[[], None] = self._sending.close

    def verbs(self) -> dict[type, Callable[[Any], object]]:
        """Each command that is done here at once."""
        return {
            c.SendDigest: self.send_digest,
            c.MarkSent: self.mark_sent,
            c.SendAgain: self.again,
            c.StopMail: self.stop,
        }

    def later(self) -> dict[type, Callable[[Any, Future[Any]], None]]:
        """Each command that is answered once the server or the keyring has answered."""
        return {
            c.TestMail: self.test,
            c.PostNow: lambda _, done: self._sending.post_now(done),
            c.SetMailPassword: self._sending.set_password,
        }

    def holds_back(self) -> str:
        """Why no mail goes out without a person, or "" where it does."""
        if self._bench.settings.mail_way == "smtp":
            return ""
        return "Mail goes out as drafts that a person sends, so no reminder goes out by itself."

    def send(
        self,
        purpose: Purpose,
        letter: Letter,
        digest: DigestKey | None = None,
        way: Way | None = None,
        by: str = "",
        test: Future[Any] | None = None,
        second: str = "",
    ) -> Delivery:
        """Writes a mail and keeps it whole: queued, or made a draft to be opened.

        Raises NotUnderstood where an address or what is set does not do, and Known where a mail of
        this digest is there already.
        """
        settings = self._bench.settings
        chosen = way or _way(settings)
        sender = _sender(settings)
        if chosen == "smtp":
            _refuse_unset(settings)
        message_id = new_message_id(sender.address or sender.reply_to)
        mail = written(letter, sender, message_id, self._bench.clock(), draft=chosen == "eml")
        key = self.outbox.queue(
            purpose, addressees(letter.to), tagged(letter.subject, letter.token), mail, message_id,
            digest, chosen, self._by(by), second,
        )  # fmt: skip
        if chosen == "smtp":
            self._sending.take(key, test)
        return self._told(key, mail)

    def send_digest(self, command: c.SendDigest) -> Delivery:
        """A digest on its way to those who are told of its area."""
        told = self.outbox.told(command.key)
        second = self._second(command)
        to = self._told_now(told.area, told.of_spike)
        letter = Letter(
            to, told.subject, told.plain, told.html, told.csv, f"{told.area}.csv", told.token
        )
        way = command.way or None
        made = self.send("digest", letter, command.key, way, command.by, second=second)
        if self._bench.store.handoffs.sent(command.key, self._by(command.by)):
            self._bench.publish(AreasChanged())
        return made

    def _second(self, command: c.SendDigest) -> str:
        """Who read a digest besides. Raises Known where somebody has to and nobody has."""
        bench, by = self._bench, self._by(command.by)
        shelf, second = bench.store.digests, " ".join(command.second.split())
        kept = shelf.one(command.key)
        with shelf.look() as db:
            why = read_twice(db, bench.council, kept.area, kept.spike)
        if not why and not second:
            return ""
        refused = may_read(second, by, officers_of(bench.settings.officers))
        if refused and not second:
            refused = f"No one key sends this: {why}. {refused}"
        if refused:
            raise Known(f"{refused} Nothing was sent.")
        return second

    def mark_sent(self, command: c.MarkSent) -> Delivery:
        """A person says that it went; its draft is not needed any more."""
        done = self.outbox.mark_sent(command.key, self._by(command.by))
        drafts.remove(self._profile, command.key)
        return self._changed(done)

    def again(self, command: c.SendAgain) -> Delivery:
        """The same mail to those whom it did not reach, or to other addresses."""
        kept, mail = self.outbox.get(command.key), self.outbox.mail(command.key)
        if kept.erased:
            raise Known(NOT_AGAIN)
        if kept.way == "eml" and kept.state == "opened" and not command.to:
            return self._told(command.key, mail)
        missed = tuple(address for address, _ in kept.faults) if kept.state == "sent" else ()
        to = addressees(command.to or missed or kept.to)
        if command.to:
            mail = readdressed(mail, to)
        self.outbox.again(command.key, self._by(command.by), to, mail, kept.way)
        if kept.way == "smtp":
            self._sending.take(command.key)
        return self._told(command.key, mail)

    def stop(self, command: c.StopMail) -> Delivery:
        """It is not sent."""
        done = self.outbox.stop(command.key, self._by(command.by))
        drafts.remove(self._profile, command.key)
        return self._changed(done)

    def test(self, command: c.TestMail, done: Future[Any]) -> None:
        """A test message past all that waits; `done` gets what came of it."""
        letter = Letter(
            (command.to,), "A test message from Council Listener",
            "This is a test of the mail settings of Council Listener. Nothing needs to be done.\n",
        )  # fmt: skip
        made = self.send("test", letter, by=command.by, test=done)
        if made.way == "eml":
            done.set_result(made)

    def _told_now(self, area: str, at_once: bool) -> tuple[str, ...]:
        """To whom an area's mail goes now. Raises NotUnderstood with the reason where to nobody."""
        bench, kept = self._bench, self._bench.settings
        now = bench.clock()
        off = days_off(kept, now.astimezone(LONDON).year)
        office = Office(now, off, clocks_of(kept).hours)
        found = self.outbox.to_whom(area, bench.council, office, at_once)
        if not found.to:
            ring = f" Ring {found.ring}." if found.ring else ""
            raise NotUnderstood(f"Nothing was sent to {area}: {found.because}.{ring}")
        return found.to

    def _told(self, key: DeliveryKey, mail: bytes) -> Delivery:
        made = self.outbox.get(key)
        if made.way == "eml":
            made = replace(made, draft=str(drafts.write(self._profile, key, mail)))
        return self._changed(made)

    def _changed(self, delivery: Delivery) -> Delivery:
        self._bench.publish(DeliveriesChanged((delivery.key,)))
        return delivery

    def _by(self, by: str) -> str:
        return by or self._bench.settings.officer


def _way(settings: Settings) -> Way:
    return "smtp" if settings.mail_way == "smtp" else "eml"


def _sender(settings: Settings) -> Sender:
    return Sender(
        settings.mail_from, settings.mail_name, settings.responses_address, settings.responses_plus
    )


def _refuse_unset(settings: Settings) -> None:
    wanted = (
        ("the mail server", settings.mail_host),
        ("the address to send from", settings.mail_from),
    )
    missing = [name for name, value in wanted if not value]
    if missing:
        raise NotUnderstood(
            f"Settings, Mail does not say {' and '.join(missing)} yet. Nothing was sent."
        )
