"""Sends what is queued, one mail at a time, on a thread of its own; notes what came of each.

Each is marked as being sent, on the disk, before the server is given it.
"""

from __future__ import annotations

import logging
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLong
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

from listener import commands as c
from listener.bench import Bench
from listener.clock import LONDON
from listener.errors import Known
from listener.events import DeliveriesChanged, Fault
from listener.forward.post import Came, Post, Route
from listener.handoff import Delivery, DeliveryKey
from listener.mailbox import sent_as
from listener.secrets import Secrets
from listener.settings import Settings
from listener.store.outbox import Outbox, Parcel
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


class Sending:
    """Lives on the engine's thread; `_deliver` alone runs on the one that speaks with the server.

    by_itself: whether the queue is sent without being asked, as beside the window.
    """

    def __init__(
        self, bench: Bench, outbox: Outbox, by_itself: bool, post: Post, secrets: Secrets
    ) -> None:
        self._bench = bench
        self._outbox = outbox
        self._by_itself = by_itself
        self._post = post
        self._secrets = secrets
        self._line = ThreadPoolExecutor(1, "post")
        self._running: _Running | None = None
        self._tests: dict[DeliveryKey, Future[Any]] = {}
        self._asked: list[Future[Any]] = []
        self._went = 0
        self._route = self._route_now()
        self._halted = bench.store.setting(HALTED) or ""
        self._next = outbox.next_at()

    def take(self, key: DeliveryKey, test: Future[Any] | None = None) -> None:
        """A mail was put in the queue. test: gets what came of it, past all that waits."""
        if test is not None:
            self._tests[key] = test
            self._send_next(self._bench.clock())
            return
        if self._halted:
            self._outbox.wait(self._halted)
        self._next = self._outbox.next_at()

    def post_now(self, done: Future[Any]) -> None:
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
        if not self._by_itself or self._running is not None:
            return None
        if self._next is not None and self._next <= now:
            self._send_next(now)
            return None
        return self._next

    def close(self) -> None:
        """Waits a little for the mail that is being sent, and writes down what came of it."""
        running = self._running
        self._by_itself = False
        self._asked.clear()
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
        if self._outbox.go_on():
            self._bench.publish(DeliveriesChanged())
        self._next = self._outbox.next_at()

    def _halt(self, why: str) -> None:
        if why != self._halted:
            self._halted = why
            self._bench.store.set_setting(HALTED, why)

    def _send_next(self, now: datetime) -> None:
        """Gives the next mail that is due to the thread that sends, one at a time."""
        if self._running is not None:
            return
        parcels = self._outbox.due(now)
        if not parcels:
            self._next = self._outbox.next_at()
            self._nothing_due()
            return
        self._outbox.begin(parcels[0].key)
        parcel = replace(parcels[0], tries=parcels[0].tries + 1)
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
        copied = settings.responses_address and parcel.purpose != "test"
        copy = (sent_as(settings.responses_address),) if copied else ()
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
        if parcel.purpose == "test" and so.state == "queued":
            so = replace(so, state="failed", at=None, says=f"Not sent: {came.why}.")
        noted = self._outbox.note(parcel.key, so, came.went, came.refused)
        self._went += came.result == "sent"
        if came.result == "halt":
            self._stop_all(came.why)
        elif came.result == "sent" and self._halted:
            self._go_on()
        self._bench.publish(DeliveriesChanged((parcel.key,)))
        test = self._tests.pop(parcel.key, None)
        if test is not None:
            _answer(test, noted)

    def _stop_all(self, why: str) -> None:
        """A wrong password that is tried again for each mail would lock the account."""
        if why != self._halted:
            self._bench.publish(Fault(f"No mail is sent: {why}. All of it is kept."))
        self._halt(why)
        self._outbox.wait(why)

    def _nothing_due(self) -> None:
        self._line.submit(self._post.hang_up)
        asked, self._asked = self._asked, []
        for done in asked:
            done.set_result(self._went)
        if asked:
            self._went = 0

    def _route_now(self) -> tuple[object, ...]:
        return tuple(getattr(self._bench.settings, name) for name in OF_THE_ROUTE)


def _password_name(settings: Settings) -> str:
    return f"smtp:{settings.mail_user}@{settings.mail_host}"


def _answer(test: Future[Any], noted: Delivery) -> None:
    if noted.state == "sent":
        test.set_result(noted)
    else:
        test.set_exception(Known(noted.says))
