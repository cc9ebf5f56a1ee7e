"""Reads the responses mailbox, by itself and when asked; each mail counts once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from listener import commands as c
from listener.bench import Bench
from listener.errors import Known, NotUnderstood
from listener.events import DeliveriesChanged, Fault, MentionsChanged, ResponsesChanged
from listener.forward.answers import AnswerMail, parsed, read
from listener.forward.bounces import Bounce, bounce_of
from listener.forward.mailbox import Box, Fetches, NoMailbox, fetch
from listener.forward.place import Place
from listener.forward.weighing import Weighed, addresses_of, weigh
from listener.handoff import MailboxRead, MailTaken
from listener.secrets import Secrets
from listener.settings import Settings
from listener.store.outbox import Outbox
from rules.whose import whose_area

SHOWN = 500  # mails of one round that are told one by one; the counts are of all
AT_LEAST = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Brought:
    """A batch of mails as read on the fetching thread."""

    mails: tuple[AnswerMail, ...]
    bounces: tuple[tuple[AnswerMail, Bounce], ...]
    place: Place
    more: int


class MailRound:
    """Lives on the engine's thread; `_bring` alone runs on one that fetches.

    by_itself: whether the mailbox is read without being asked, as beside the window.
    """

    def __init__(
        self,
        bench: Bench,
        outbox: Outbox,
        secrets: Secrets,
        by_itself: bool,
        fetches: Fetches = fetch,
    ) -> None:
        self._bench = bench
        self._outbox = outbox
        self._secrets = secrets
        self._by_itself = by_itself
        self._fetches = fetches
        self._asked: list[Future[Any]] = []
        self._taken: list[MailTaken] = []
        self._counts: Counter[str] = Counter()
        self._running = False
        self._halted: Box | None = None  # a wrong password tried again and again locks the account
        self._next = bench.clock()

    def later(self) -> dict[type, Callable[[Any, Future[Any]], None]]:
        """Each command that is answered once the mailbox or the keyring has answered."""
        return {
            c.ReadResponses: lambda _, done: self.read_now(done),
            c.SetResponsesPassword: self.set_password,
        }

    def read_now(self, done: Future[Any]) -> None:
        """Looks into the mailbox; `done` gets a MailboxRead once nothing new is there."""
        if not box_of(self._bench.settings).host:
            raise NotUnderstood("Settings, Mail does not say where the responses mailbox is.")
        self._asked.append(done)
        self._halted = None
        self._begin()

    def set_password(self, command: c.SetResponsesPassword, done: Future[Any]) -> None:
        """Keeps the password, and lets the mailbox be read again."""
        name = password_name(box_of(self._bench.settings))
        self._halted = None
        self._next = self._bench.clock()

        def kept(result: str | Known) -> None:
            if isinstance(result, Known):
                done.set_exception(result)
            else:
                done.set_result(result)

        self._bench.fetchers.browse(partial(self._secrets.put, name, command.password), kept)

    def tick(self, now: datetime) -> datetime | None:
        """Looks into the mailbox when it is time; when it next wants to be called."""
        settings = self._bench.settings
        box = box_of(settings)
        if not self._by_itself or not box.host or self._running or box == self._halted:
            return None
        self._next = min(self._next, now + self._every())
        if self._next <= now:
            self._begin()
            return None
        return self._next

    def _every(self) -> timedelta:
        return max(AT_LEAST, timedelta(seconds=self._bench.settings.responses_every))

    def _begin(self) -> None:
        if not self._running:
            self._running = True
            since = self._bench.store.replies.answers.place_read()
            box = box_of(self._bench.settings)
            work = partial(self._bring, box, since, self._bench.clock())
            self._bench.fetchers.browse(work, partial(self._came, box))

    def _bring(self, box: Box, since: Place, now: datetime) -> Brought:
        """On a fetching thread: fetches, and reads what each mail says."""
        password = self._secrets.get(password_name(box))
        if box.user and not password:
            raise NoMailbox(
                "The responses mailbox was not read: no password is kept (Settings, Mail).",
                halts=True,
            )
        fetched = self._fetches(box, password, since)
        mails = tuple((read(raw, now), raw) for _, raw in fetched.mails)
        bounces = tuple(
            (mail, found)
            for mail, raw in mails
            if mail.passed == "bounce" and (found := _bounce(raw)) is not None
        )
        return Brought(tuple(mail for mail, _ in mails), bounces, fetched.place, fetched.more)

    def _came(self, box: Box, brought: Brought | Known) -> None:
        """Takes a batch in one turn of the engine; the next batch waits for its own."""
        self._running = False
        now = self._bench.clock()
        self._next = now + self._every()
        if isinstance(brought, Known):
            self._failed(box, brought)
            return
        try:
            taken = self._take(brought)
        except Known as fault:
            self._failed(box, fault)
            return
        self._counts.update(t.what for t in taken)
        self._taken += taken[: SHOWN - len(self._taken)]
        alone = sum(t.what == "alone" for t in taken)
        self._bench.store.replies.answers.keep_state(now, "", alone)
        if brought.more:
            self._begin()
            return
        self._end()

    def _take(self, brought: Brought) -> list[MailTaken]:
        # Bounces and copies first: noted twice they do no harm, and a place kept before would
        # lose those that were not noted yet.
        taken = self._bounced(brought)
        people = []
        for mail in brought.mails:
            if mail.passed in ("auto", "broken"):
                taken.append(_said(mail, "auto" if mail.passed == "auto" else "alone",
                                   f"It answers nothing: {mail.why}."))  # fmt: skip
            elif not mail.passed and self._is_copy(mail):
                taken.append(_said(mail, "copy", "A copy of a mail of ours: it went."))
            elif not mail.passed:
                people.append(mail)
        batch = self._bench.store.replies.answers.take(
            people, brought.place, self._judge(), self._whose
        )
        if batch.mentions:
            self._bench.publish(MentionsChanged(tuple(sorted(batch.mentions))))
        if any(t.what in ("counts", "waits") for t in batch.taken):
            self._bench.publish(ResponsesChanged(tuple(sorted(batch.spikes))))
        return taken + batch.taken

    def _bounced(self, brought: Brought) -> list[MailTaken]:
        taken, known, keys = [], set(), []
        for mail, bounce in brought.bounces:
            key = None
            if bounce not in known:  # a storm of reports about one mail is one report
                known.add(bounce)
                key = self._outbox.bounced(
                    bounce.message_id, bounce.token, bounce.recipients, bounce.why, bounce.permanent
                )
            keys += [key] if key is not None else []
            taken.append(_said(mail, "bounce", f"A mail server reports: {bounce.why}."))
        read_as = {mail.message_id for mail, _ in brought.bounces}
        taken += [
            _said(mail, "bounce", "A mail server reports on a mail; it arrived, or is not ours.")
            for mail in brought.mails
            if mail.passed == "bounce" and mail.message_id not in read_as
        ]
        if keys:
            self._bench.publish(DeliveriesChanged(tuple(dict.fromkeys(keys))))
        return taken

    def _is_copy(self, mail: AnswerMail) -> bool:
        """Whether it is one of our own mails that came back to the mailbox, which proves it went.

        An answer has a tag of its own, or answers a mail; our own have neither.
        """
        if mail.refs or (mail.kind is not None and "CL-" in mail.subject):
            return False
        key = self._outbox.copy_seen(mail.message_id, mail.subject)
        if key is not None:
            self._bench.publish(DeliveriesChanged((key,)))
        return key is not None

    def _judge(self) -> Callable[[AnswerMail, str], Weighed]:
        contacts = {k.area: k for k in self._bench.store.areas.contacts(self._bench.council)}
        settings = self._bench.settings
        own = (settings.mail_from, settings.responses_address)
        answers = frozenset().union(*map(addresses_of, contacts.values()))

        def judge(mail: AnswerMail, area: str) -> Weighed:
            ours = [a for a in own if a.casefold() not in answers]
            return weigh(mail, area, contacts.get(area), ours)

        return judge

    def _whose(self, said: str, area: str) -> str:
        found = whose_area(said, self._bench.area_names())
        return "" if found == area else found

    def _failed(self, box: Box, fault: Known) -> None:
        if isinstance(fault, NoMailbox) and fault.halts:
            self._halted = box
        self._bench.store.replies.answers.keep_state(None, fault.sentence())
        asked, self._asked = self._asked, []
        for done in asked:
            done.set_exception(fault)
        if not asked:
            self._bench.publish(Fault(fault.sentence()))
        self._taken, self._counts = [], Counter()

    def _end(self) -> None:
        made = MailboxRead(tuple(self._taken), dict(self._counts))
        self._taken, self._counts = [], Counter()
        asked, self._asked = self._asked, []
        for done in asked:
            done.set_result(made)


def box_of(settings: Settings) -> Box:
    """Where the responses mailbox is; its host is "" where none is set."""
    return Box(
        settings.responses_host, settings.responses_port, settings.responses_security,
        settings.responses_user, settings.responses_folder or "INBOX", settings.mail_ca,
    )  # fmt: skip


def password_name(box: Box) -> str:
    """Under which name the password lies in the keyring."""
    return f"imap:{box.user}@{box.host}"


def _bounce(raw: bytes) -> Bounce | None:
    mail = parsed(raw)
    return None if mail is None else bounce_of(mail)


def _said(mail: AnswerMail, what: Any, says: str) -> MailTaken:
    return MailTaken(mail.subject, mail.sender, what, says)
