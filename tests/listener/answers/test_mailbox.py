"""The responses mailbox on a real Dovecot: what is new, nothing marked, faults in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from listener.commands import Change, ReadResponses, SetResponsesPassword
from listener.desk import Desk
from listener.forward.mailbox import Box, NoMailbox, fetch
from listener.forward.place import Place
from tests.listener.answers import dovecot, mails
from tests.listener.answers.dovecot import PASSWORD, USER, Server
from tests.listener.answers.mails import mail, ready
from tests.listener.answers.town import Clock, town


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with dovecot.running() as server:
        yield server


def box(server: Server, security: str = "tls") -> Box:
    port = server.imaps if security == "tls" else server.imap
    return Box("localhost", port, security, USER, "INBOX", str(server.ca))


def test_mails_are_fetched_once_and_left_unseen(server: Server) -> None:
    first = fetch(box(server), PASSWORD, Place())
    assert first.mails == ()
    server.give(mail("Ours"), mail("Done"))
    two = fetch(box(server), PASSWORD, first.place)
    assert [b"Ours" in two.mails[0][1], b"Done" in two.mails[1][1]] == [True, True]
    assert fetch(box(server, "starttls"), PASSWORD, two.place).mails == ()
    server.give(mail("Not for us"))
    (one,) = fetch(box(server, "starttls"), PASSWORD, two.place).mails
    assert b"Not for us" in one[1]
    assert server.seen() == 0
    renumbered = replace(two.place, validity=two.place.validity + 1)
    assert len(fetch(box(server), PASSWORD, renumbered).mails) == 3
    other = replace(two.place, box="somebody@elsewhere/INBOX")
    assert len(fetch(box(server), PASSWORD, other).mails) == 3


def test_a_great_many_come_a_hundred_at_a_time(server: Server) -> None:
    place = fetch(box(server), PASSWORD, Place()).place
    server.give(*(mail(f"Ours {n}") for n in range(120)))
    some = fetch(box(server), PASSWORD, place)
    assert (len(some.mails), some.more) == (100, 20)
    assert len(fetch(box(server), PASSWORD, some.place).mails) == 20


def test_an_enormous_mail_is_cut(server: Server) -> None:
    place = fetch(
        box(server),
        PASSWORD,
        Place(),
    ).place
    while fetch(box(server), PASSWORD, place).more:
        place = fetch(box(server), PASSWORD, place).place
    place = fetch(box(server), PASSWORD, place).place
    server.give(mail("Ours\n" + "x" * 900 + "\n" + "photograph\n" * 200_000))
    ((_, raw),) = fetch(box(server), PASSWORD, place).mails
    assert len(raw) == 1_000_000


@pytest.mark.parametrize(
    ("change", "password", "says", "halts"),
    [
        ({}, "wrong", "does not take the user name or the password. It is not tried again", True),
        ({"folder": "Ymatebion"}, PASSWORD, "has no folder Ymatebion", False),
        ({"ca": ""}, PASSWORD, "is not trusted", False),
        ({"ca": "/nowhere.pem"}, PASSWORD, "cannot be read", False),
        ({"port": 1}, PASSWORD, "nobody answers at localhost:1", False),
        ({"host": "nowhere.invalid"}, PASSWORD, "no server is known", False),
        ({"host": "imap.example", "security": "none"}, PASSWORD, "without encryption", False),
    ],
)
def test_faults_are_said_in_words(
    server: Server, change: dict[str, object], password: str, says: str, halts: bool
) -> None:
    with pytest.raises(NoMailbox) as fault:
        fetch(replace(box(server), **change), password, Place())  # type: ignore[arg-type]
    assert says in fault.value.sentence()
    assert fault.value.halts == halts
    assert "nothing was lost" in fault.value.sentence() or "encryption" in says


def test_a_plain_port_that_should_be_tls_is_said_in_words(server: Server, tmp_path: Path) -> None:
    with pytest.raises(NoMailbox, match=r"does not speak TLS|broke|broke off"):
        fetch(replace(box(server), port=server.imap), PASSWORD, Place())


def test_a_desk_reads_its_mailbox_and_counts_each_answer_once(
    server: Server, tmp_path: Path, clock: Clock
) -> None:
    place = fetch(box(server), PASSWORD, Place()).place
    while fetch(box(server), PASSWORD, place).mails:
        place = fetch(box(server), PASSWORD, place).place
    desk = Desk.open(town(tmp_path, clock), workers=0, polling=False, clock=clock)
    for name, value in (
        ("responses_host", "localhost"), ("responses_port", server.imaps),
        ("responses_user", USER), ("mail_ca", str(server.ca)),
    ):  # fmt: skip
        desk.ask(Change(name, value)).result()
    with pytest.raises(NoMailbox, match="no password is kept"):
        desk.ask(ReadResponses()).result()
    desk.ask(SetResponsesPassword(PASSWORD)).result()
    desk.ask(ReadResponses()).result()
    server.give(
        ready("inhand", "Friday 27/11", Message_ID="<desk@x>"),
        mails.DSN,
        mail("Lunch?", "Lunch", Message_ID="<l@x>"),
    )
    read = desk.ask(ReadResponses()).result()
    assert read.counts == {"counts": 1, "bounce": 1, "alone": 1}
    assert desk.ask(ReadResponses()).result().counts == {}
    reader = desk.reader()
    (one,) = [r for r in reader.answers.responses() if r.kind == "in_hand"]
    assert one.until is not None
    assert reader.answers.mailbox().read_at == clock.at
    reader.close()
    desk.close()
    assert server.seen() == 0
