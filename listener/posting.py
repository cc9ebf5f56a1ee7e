"""What is done about mails: written, queued, sent one by one or opened as drafts, and looked after.

Others queue a mail by `send`; who goes on without a person asks `by_itself` first.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLong
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from listener import commands as c
from listener.bench import Bench
from listener.clock import LONDON
from listener.errors import Known, NotUnderstood
from listener.events import DeliveriesChanged, Fault
from listener.forward import drafts
from listener.forward.mail import Letter, Sender, new_message_id, readdressed, tagged, written
from listener.forward.post import Came, Post, Route
from listener.handoff import Delivery, DeliveryKey, DigestKey
from listener.mailbox import addressees, sent_as
from listener.secrets import Secrets
from listener.settings import Settings
from listener.store.outbox import Parcel, outbox_of
from listener.store.outboxread import Purpose, Way
from rules.posting import after

log = logging.getLogger(__name__)

HALTED = "mail_waits"
"""The setting in which it is kept why nothing is sent, until a person changes something."""
PATIENCE = 5.0  # seconds that closing waits for a mail that is being sent
OF_THE_ROUTE = (
    "mail_way", "mail_host", "mail_port", "mail_security", "mail_user", "mail_from", "mail_ca",
)  # fmt: skip
"""The settings after whose change the queue is tried again."""


@dataclass(frozen=True, slots=True)
class _Running:
    parcel: Parcel
    future: Future[Came]


class Posting:
    """Lives on the engine's thread; one thread of its own speaks with the mail server.

    by_itself: whether the queue is sent without being asked, as beside the window.
    """

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
        self._by_itself = by_itself
        self._post = post or Post()
        self._secrets = secrets or Secrets()
        self.outbox = outbox_of(bench.store)
        self._line = ThreadPoolExecutor(1, "post")
        self._running: _Running | None = None
        self._tests: dict[DeliveryKey, Future[Any]] = {}
        self._asked: list[Future[Any]] = []
        self._went = 0
        self._route: tuple[object, ...] = self._route_now()
        self._next: datetime | None = None
        self._halted = bench.store.setting(HALTED) or ""
        if self.outbox.recover():
            bench.publish(DeliveriesChanged())
        drafts.tidy(profile, bench.clock())
        self._look_ahead()

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
            c.PostNow: self.post_now,
            c.SetMailPassword: self.set_password,
        }

    def by_itself(self) -> str:
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
    ) -> Delivery:
        """Writes a mail and keeps it whole: queued, or made a draft to be opened.

        Raises NotUnderstood where an address or what is set does not do, and Known where a mail of
        this digest is there already.
        """
        chosen = way or _way(self._bench.settings)
        sender = _sender(self._bench.settings)
        if chosen == "smtp":
            _refuse_unset(self._bench.settings)
        message_id = new_message_id(sender.address or sender.reply_to)
        mail = written(letter, sender, message_id, self._bench.clock(), draft=chosen == "eml")
        key = self.outbox.queue(
            purpose, addressees(letter.to), tagged(letter.subject, letter.token), mail, message_id,
            digest, chosen, by or self._bench.settings.officer,
        )  # fmt: skip
        if chosen == "smtp" and self._halted and purpose != "test":
            self.outbox.wait(self._halted)
        return self._told(key, mail)

    def send_digest(self, command: c.SendDigest) -> Delivery:
        """A digest on its way to whoever is told of its area now."""
        told = self.outbox.told(command.key)
        letter = Letter(
            told.to, told.subject, told.plain, told.html, told.csv, f"{told.area}.csv", told.token
        )
        if not told.to:
            raise NotUnderstood(
                f"{told.area} has no address yet, so its digest was not sent. Give it one in "
                "Settings, Areas."
            )
        return self.send("digest", letter, command.key, command.way or None, command.by)

    def mark_sent(self, command: c.MarkSent) -> Delivery:
        """A person says that it went; its draft is not needed any more."""
        done = self.outbox.mark_sent(command.key, self._by(command.by))
        drafts.remove(self._profile, command.key)
        return self._changed(done)

    def again(self, command: c.SendAgain) -> Delivery:
        """The same mail to those whom it did not reach, or to other addresses."""
        kept, mail = self.outbox.get(command.key), self.outbox.mail(command.key)
        if kept.way == "eml" and kept.state == "opened" and not command.to:
            return self._told(command.key, mail)
        missed = tuple(address for address, _ in kept.faults) if kept.state == "sent" else kept.to
        to = addressees(command.to or missed or kept.to)
        if command.to:
            mail = readdressed(mail, to)
        self.outbox.again(command.key, self._by(command.by), to, mail, kept.way)
        if self._halted and kept.way == "smtp":
            self.outbox.wait(self._halted)
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
        made = self.send("test", letter, by=command.by)
        if made.way == "eml":
            done.set_result(made)
        else:
            self._tests[made.key] = done
            self._send_next(self._bench.clock())

    def post_now(self, _: c.PostNow, done: Future[Any]) -> None:
        """Sends what is due; `done` gets how many went, when nothing is due any more."""
        self._asked.append(done)
        self._send_next(self._bench.clock())

    def set_password(self, command: c.SetMailPassword, done: Future[Any]) -> None:
        """Keeps the password, and tries the queue again."""
        name = _password_name(self._bench.settings)
        kept = self._line.submit(self._secrets.put, name, command.password)
        kept.add_done_callback(lambda f: self._bench.fetchers.hand(partial(self._kept, f, done)))

    def tick(self, now: datetime) -> datetime | None:
        """Sends what is due by itself; when it next wants to be called."""
        route = self._route_now()
        if route != self._route:
            self._route = route
            self._go_on()
        if self._by_itself and self._next is not None and self._next <= now:
            self._send_next(now)
        return self._next if self._by_itself and self._running is None else None

    def close(self) -> None:
        """Waits a little for the mail that is being sent, and writes down what came of it."""
        running = self._running
        self._by_itself = False
        if running is not None:
            try:
                running.future.exception(PATIENCE)
            except TooLong:
                self._post.stop()
            self._came(running.parcel, running.future)
        self._line.submit(self._post.hang_up)
        self._line.shutdown(wait=True)

    def _kept(self, kept: Future[str], done: Future[Any]) -> None:
        fault = kept.exception()
        if fault is not None:
            done.set_exception(fault)
            return
        self._go_on()
        done.set_result(kept.result())

    def _go_on(self) -> None:
        """A person changed something: what waited for that is tried again."""
        self._halt("")
        if self.outbox.go_on():
            self._look_ahead()
            self._bench.publish(DeliveriesChanged())

    def _halt(self, why: str) -> None:
        if why != self._halted:
            self._halted = why
            self._bench.store.set_setting(HALTED, why)

    def _send_next(self, now: datetime) -> None:
        """Gives the next mail that is due to the thread that sends, one at a time."""
        if self._running is not None:
            return
        parcels = self.outbox.due(now)
        if not parcels:
            self._look_ahead()
            self._nothing_due()
            return
        parcel = parcels[0]
        self.outbox.begin(parcel.key)
        parcel = replace(parcel, tries=parcel.tries + 1)
        future = self._line.submit(self._deliver, self._bench.settings, parcel)
        self._running = _Running(parcel, future)
        future.add_done_callback(
            lambda f: self._bench.fetchers.hand(partial(self._came, parcel, f))
        )

    def _deliver(self, settings: Settings, parcel: Parcel) -> Came:
        """On the thread that sends."""
        password = ""
        if settings.mail_user:
            try:
                password = self._secrets.get(_password_name(settings))
            except Known as fault:
                return Came("halt", fault.sentence().rstrip("."))
            if not password:
                return Came("halt", "no password is kept (Settings, Mail)")
        route = Route(
            settings.mail_host, settings.mail_port, settings.mail_security,  # type: ignore[arg-type]
            settings.mail_user, password, settings.mail_ca,
        )  # fmt: skip
        copy = (sent_as(settings.responses_address),) if settings.responses_address else ()
        if parcel.purpose == "test":
            copy = ()
        return self._post.deliver(route, sent_as(settings.mail_from), parcel.to, parcel.mail, copy)

    def _came(self, parcel: Parcel, future: Future[Came]) -> None:
        """Writes down what came of a try, and goes on with the next."""
        if self._running is None or self._running.future is not future:
            return  # written down already, when the app closed
        self._running = None
        fault = future.exception()
        if fault is not None:
            log.error("a fault of ours while sending", exc_info=fault)
            came = Came("unknown", "something of ours went wrong; the log says what")
        else:
            came = future.result()
        self._note(parcel, came)
        if self._by_itself or self._asked or self._tests:
            self._send_next(self._bench.clock())

    def _note(self, parcel: Parcel, came: Came) -> None:
        began, now = parcel.began.astimezone(LONDON), self._bench.clock().astimezone(LONDON)
        so = after(came.result, came.why, parcel.tries, began, now)
        test = self._tests.pop(parcel.key, None)
        if parcel.purpose == "test" and so.state == "queued":
            so = replace(so, state="failed", at=None, says=f"Not sent: {came.why}.")
        noted = self.outbox.note(parcel.key, so, came.went, came.refused)
        self._went += came.result == "sent"
        if came.result == "halt":
            if came.why != self._halted:
                self._bench.publish(Fault(f"No mail is sent: {came.why}. All of it is kept."))
            self._halt(came.why)
            self.outbox.wait(came.why)
        elif came.result == "sent" and self._halted:
            self._go_on()
        self._changed(noted)
        if test is not None:
            _answer(test, noted)

    def _nothing_due(self) -> None:
        self._line.submit(self._post.hang_up)
        asked, self._asked = self._asked, []
        for done in asked:
            done.set_result(self._went)
        if asked:
            self._went = 0

    def _told(self, key: DeliveryKey, mail: bytes) -> Delivery:
        made = self.outbox.get(key)
        if made.way == "eml":
            made = replace(made, draft=str(drafts.write(self._profile, key, mail)))
        return self._changed(made)

    def _changed(self, delivery: Delivery) -> Delivery:
        self._look_ahead()
        self._bench.publish(DeliveriesChanged((delivery.key,)))
        return delivery

    def _look_ahead(self) -> None:
        self._next = self.outbox.next_at()

    def _route_now(self) -> tuple[object, ...]:
        return tuple(getattr(self._bench.settings, name) for name in OF_THE_ROUTE)

    def _by(self, by: str) -> str:
        return by or self._bench.settings.officer


def _way(settings: Settings) -> Way:
    return "smtp" if settings.mail_way == "smtp" else "eml"


def _sender(settings: Settings) -> Sender:
    return Sender(
        settings.mail_from, settings.mail_name, settings.responses_address, settings.responses_plus
    )


def _refuse_unset(settings: Settings) -> None:
    missing = [
        name
        for name, value in (
            ("the mail server", settings.mail_host),
            ("the address to send from", settings.mail_from),
        )
        if not value
    ]
    if missing:
        raise NotUnderstood(
            f"Settings, Mail does not say {' and '.join(missing)} yet. Nothing was sent."
        )


def _password_name(settings: Settings) -> str:
    return f"smtp:{settings.mail_user}@{settings.mail_host}"


def _answer(test: Future[Any], noted: Delivery) -> None:
    if noted.state == "sent":
        test.set_result(noted)
    else:
        test.set_exception(Known(noted.says))
