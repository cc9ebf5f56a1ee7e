"""Reading the responses mailbox: each mail counts once, and nothing else is touched."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from listener import charts
from listener.answering import Answering
from listener.bench import Bench
from listener.commands import AcceptAnswer, DropAnswer, SetResponsesPassword
from listener.errors import Known, NotUnderstood
from listener.events import DeliveriesChanged, Event, Fault, ResponsesChanged
from listener.forward.mailbox import Box, Fetched, NoMailbox
from listener.forward.place import Place
from listener.handoff import MailboxRead
from listener.mailround import MailRound
from listener.profile import DATABASE
from listener.rounds import Fetchers
from listener.secrets import Secrets
from listener.settings import Settings
from listener.store import Store
from listener.store.outbox import outbox_of
from listener.store.reading import Reader
from tests.listener.answers import mails
from tests.listener.answers.mails import mail, ready
from tests.listener.answers.town import Clock, town


class FakeFetchers:
    """Does what a fetching thread would at once; a fault of the world is handed back."""

    def browse(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        try:
            found = work()
        except Known as fault:
            found = fault
        done(found)


class FakeBox:
    """A mailbox in memory, two mails a look."""

    def __init__(self) -> None:
        self.mails: list[bytes] = []
        self.fault = ""
        self.halts = False
        self.looks = 0
        self.at_once = 2

    def __call__(self, box: Box, password: str, since: Place) -> Fetched:
        self.looks += 1
        if self.fault:
            raise NoMailbox(self.fault, halts=self.halts)
        new = list(enumerate(self.mails, 1))[since.uid :]
        some = tuple(new[: self.at_once])
        uid = some[-1][0] if some else since.uid
        return Fetched(some, Place(box.name, 1, uid), len(new) - len(some))


class Room:
    """The round with all that it needs, and a reader."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.path = town(folder, clock) / DATABASE
        self.clock = clock
        self.box = FakeBox()
        self.heard: list[Event] = []
        self.open()

    def open(self, by_itself: bool = True) -> None:
        store = Store.open(self.path, clock=self.clock)
        council = store.council()
        assert council is not None
        settings = Settings(
            responses_host="imap.brackenford.example", responses_user="replies",
            mail_from="comms@brackenford.example",
        )  # fmt: skip
        self.bench = Bench(
            store, cast(Fetchers, FakeFetchers()), self.heard.append, self.clock, council,
            charts.load("council"), settings,
        )  # fmt: skip
        secrets = Secrets()
        self.round = MailRound(self.bench, outbox_of(store), secrets, by_itself, self.box)
        self.answering = Answering(self.bench)
        done: Future[Any] = Future()
        self.round.set_password(SetResponsesPassword("pw"), done)
        done.result(0)

    def read(self) -> MailboxRead:
        done: Future[Any] = Future()
        self.round.read_now(done)
        return cast(MailboxRead, done.result(0))

    def look(self, at: Callable[[Reader], Any]) -> Any:
        reader = Reader(self.path, self.clock)
        try:
            return at(reader)
        finally:
            reader.close()

    def close(self) -> None:
        self.bench.store.close()


@pytest.fixture
def room(tmp_path: Path, clock: Clock) -> Iterator[Room]:
    clock.move(hours=1)
    room = Room(tmp_path, clock)
    yield room
    room.close()


def test_every_kind_of_mail_is_told_in_words(room: Room) -> None:
    room.box.mails = [
        ready("ours", "Crew booked"),
        mail("I am out of the office until Monday", f"Automatic reply: {mails.SUBJECT}",
             Message_ID="<a2@x>"),
        mails.DSN,
        mail("done", sender="Dave <dave@brackenford.example>", Message_ID="<a3@x>"),
        mail("Invoice attached", "Invoice 4711", Message_ID="<a4@x>"),
        mail("14 posts", mails.SUBJECT, "comms@brackenford.example", Message_ID=mails.DIGEST_ID),
        b"",
    ]  # fmt: skip
    read = room.read()
    assert read.counts == {"counts": 1, "auto": 1, "bounce": 1, "waits": 1, "alone": 3}
    said = [m.says for m in sorted(read.mails, key=lambda m: m.what)]
    assert any("answered: We'll deal with it. It stays open" in s for s in said)
    assert any("dave@brackenford.example is no address of" in s for s in said)
    assert any("It stays in the mailbox: it answers no digest" in s for s in said)
    assert any("A mail server reports: " in s for s in said)
    assert room.box.looks == 4
    (one,) = room.look(lambda r: r.answers.responses())
    assert (one.kind, one.by, one.read_by) == ("ours", "highways@brackenford.example", "")
    assert "Crew booked" in one.said
    assert any(isinstance(e, ResponsesChanged) for e in room.heard)
    assert any(isinstance(e, DeliveriesChanged) for e in room.heard)
    assert room.look(lambda r: r.answers.mailbox()).alone == 3


def test_a_mail_counts_once_whatever_the_mailbox_says(room: Room) -> None:
    room.box.mails = [ready("ours"), ready("ours")]
    assert room.read().counts == {"counts": 1, "known": 1}
    room.close()
    with sqlite3.connect(room.path) as db:
        db.execute("DELETE FROM setting WHERE name = 'responses_place'")
    db.close()
    room.open()
    assert room.read().counts == {"known": 2}
    assert len(room.look(lambda r: r.answers.responses())) == 1
    assert room.read().counts == {}


def test_somebody_elses_answer_waits_for_the_officer(room: Room) -> None:
    room.box.mails = [mail("Finished, signs turned", sender="dave@brackenford.example")]
    room.read()
    (waiting,) = room.look(lambda r: r.answers.waiting())
    assert (waiting.kind, waiting.by) == ("finished", "dave@brackenford.example")
    made = room.answering.accept(AcceptAnswer(waiting.key, "finished", changed="signs", by="Amy"))
    assert (made.response.by, made.response.read_by) == ("dave@brackenford.example", "Amy")
    assert made.response.said == "Finished, signs turned"
    assert room.look(lambda r: r.answers.waiting()) == ()
    room.bench.store.undo("Amy")
    assert len(room.look(lambda r: r.answers.waiting())) == 1
    room.answering.drop(DropAnswer(waiting.key, "Amy"))
    assert room.look(lambda r: r.answers.waiting()) == ()
    room.bench.store.undo("Amy")
    assert len(room.look(lambda r: r.answers.waiting())) == 1
    assert room.read().counts == {}


def test_answers_count_from_an_address_that_an_officer_trusts(room: Room) -> None:
    dave = "dave@brackenford.example"
    room.box.mails = [mail("Finished, signs turned", sender=dave)]
    room.read()
    (waiting,) = room.look(lambda r: r.answers.waiting())
    accept = AcceptAnswer(waiting.key, "finished", changed="signs", by="Amy", trust=True)
    room.answering.accept(accept)
    contact = room.look(lambda r: r.area(waiting.area)).contact
    assert contact.answers_from == (dave,)
    assert dave not in contact.addresses
    room.box.mails += [mail("We'll deal with it", sender=dave, Message_ID="<a2@b.example>")]
    assert room.read().counts == {"counts": 1}
    room.bench.store.undo("Amy")  # the answer and the trust go together
    assert room.look(lambda r: r.area(waiting.area)).contact.answers_from == ()
    assert len(room.look(lambda r: r.answers.waiting())) == 1


def test_what_is_not_for_a_service_is_sent_on(room: Room) -> None:
    other = "Waste and recycling"
    assert other in room.bench.area_names()
    room.box.mails = [ready("notours", other)]
    read = room.read()
    assert f"It goes to {other} instead" in read.mails[0].says
    asked = "SELECT area FROM handoff WHERE finished = ''"
    assert room.look(lambda r: r._db.execute(asked).fetchall()) == [(other,)]
    assert room.look(lambda r: r.answers.unplaced()) == ()


def test_a_mailbox_that_cannot_be_read_says_so_once_and_goes_on(room: Room) -> None:
    room.box.fault = "The mailbox could not be read: the line broke."
    with pytest.raises(NoMailbox):
        room.read()
    assert room.look(lambda r: r.answers.mailbox()).fault == room.box.fault
    at = room.clock.at
    assert room.round.tick(at) == at + timedelta(minutes=5)
    room.clock.move(minutes=5)
    for _ in range(3):
        room.round.tick(room.clock.at)
    assert [e for e in room.heard if isinstance(e, Fault)] == [Fault(room.box.fault)]
    room.box.fault = ""
    room.clock.move(minutes=5)
    room.round.tick(room.clock.at)
    assert room.look(lambda r: r.answers.mailbox()).fault == ""
    assert room.look(lambda r: r.answers.mailbox()).read_at == room.clock.at


def test_a_wrong_password_is_not_tried_again_by_itself(room: Room) -> None:
    room.box.fault, room.box.halts = "The password is wrong.", True
    room.round.tick(room.clock.at)
    looks = room.box.looks
    room.clock.move(hours=1)
    assert room.round.tick(room.clock.at) is None
    assert room.box.looks == looks
    room.box.fault = ""
    room.round.set_password(SetResponsesPassword("right"), Future())
    room.round.tick(room.clock.at)
    assert room.box.looks == looks + 1


def test_without_a_mailbox_reading_says_what_is_missing(room: Room) -> None:
    room.bench.settings = Settings()
    assert room.round.tick(room.clock.at) is None
    with pytest.raises(NotUnderstood, match="does not say where the responses mailbox is"):
        room.read()


def test_a_thousand_answers_and_a_storm_of_bounces_take_bounded_turns(room: Room) -> None:
    room.box.at_once = 100
    answers = [
        mail(f"We'll deal with it, number {n}", Message_ID=f"<n{n}@x>") for n in range(1_000)
    ]
    storm = [mails.DSN.replace(b"bounce1", b"bounce%d" % n) for n in range(1_000)]
    room.box.mails = [m for pair in zip(answers, storm, strict=True) for m in pair]
    began = time.monotonic()
    read = room.read()
    took = time.monotonic() - began
    assert read.counts == {"counts": 1_000, "bounce": 1_000}
    assert room.box.looks == 20
    assert len(read.mails) == 500
    assert took < 60
    assert len(room.look(lambda r: r.answers.responses())) == 500
