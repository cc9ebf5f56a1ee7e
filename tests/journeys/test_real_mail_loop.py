"""The whole loop of a spike through real servers: Exim takes the mails, Dovecot has the answers."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from listener import commands as c
from listener.errors import Known
from tests.journeys.eximtown import Town, exim
from tests.journeys.spikeloop import BOXES, HIGHWAYS, RESPONSES, Loop, whole_loop
from tests.listener.answers import dovecot
from tests.listener.answers.dovecot import PASSWORD, USER, Server
from tests.listener.answers.mails import DIGEST_ID, DSN, mail
from tests.listener.forward.conftest import keyring_in_memory
from tests.listener.forward.town import MemoryKeyring
from tests.listener.spikes.days import days_of, midnight

__all__ = ["keyring_in_memory"]
MANY, STORM = 1_000, 500


class Real:
    """Maildirs that Exim fills, and a mailbox that Dovecot serves."""

    def __init__(self, town: Town, server: Server) -> None:
        self.town, self.server = town, server

    def arrived(self, box: str, many: int) -> list[EmailMessage]:
        return self.town.arrived(box.split("@")[0], many)

    def give(self, mail: bytes) -> None:
        self.server.give(mail)


@pytest.fixture(scope="module")
def servers() -> Iterator[tuple[Town, Server]]:
    with exim() as town, dovecot.running() as server:
        yield town, server


@pytest.fixture
def loop(
    tmp_path: Path, servers: tuple[Town, Server], keyring_in_memory: MemoryKeyring
) -> Iterator[Loop]:
    town, server = servers
    both = tmp_path / "both.pem"  # one file of those that are trusted, as a council has
    both.write_text(town.authority.read_text() + server.ca.read_text())
    with days_of(tmp_path) as days:
        days.ordinary(4, 10)
        made = Loop(days, Real(town, server))
        made.set_up(
            mail_way="smtp", mail_host="127.0.0.1", mail_port=town.port, mail_user="comms",
            mail_from="comms@brackenford.example", mail_ca=str(both), officer="Amy",
            responses_address=RESPONSES, responses_host="localhost",
            responses_port=server.imaps, responses_user=USER,
        )  # fmt: skip
        made.ask(c.SetMailPassword("a real password"))
        made.ask(c.SetResponsesPassword(PASSWORD))
        yield made


def test_a_spike_goes_the_whole_way_and_comes_back(
    loop: Loop, servers: tuple[Town, Server]
) -> None:
    whole_loop(loop)
    town, server = servers
    copies = {m["Message-ID"] for m in town.arrived("answers", 3)}
    went = loop.look(lambda r: r.outbox.deliveries())
    assert {d.state for d in went} == {"sent"}
    assert {d.message_id for d in went} == copies
    assert len(copies) == len(went) == 3
    assert server.seen() == 0


def test_a_wrong_password_reads_nothing_and_says_so(loop: Loop) -> None:
    loop.ask(c.SetResponsesPassword("wrong"))
    with pytest.raises(Known, match="does not take the user name or the password"):
        loop.ask(c.ReadResponses())
    loop.ask(c.SetResponsesPassword(PASSWORD))
    loop.ask(c.ReadResponses())


@pytest.mark.long
def test_a_thousand_answers_and_a_storm_of_bounces_are_each_taken_once(
    loop: Loop, servers: tuple[Town, Server], capsys: pytest.CaptureFixture[str]
) -> None:
    spike = loop.storm(midnight(loop.days.now) + timedelta(days=1, hours=7, minutes=40))
    loop.sent[HIGHWAYS] = len(servers[0].arrived("desk1", 0))
    digest = loop.forward(spike.key)
    loop.ask(c.ReadResponses())
    subject, sender = f"RE: {digest['Subject']}", BOXES[HIGHWAYS]
    answers = [
        mail(f"We'll deal with it, {n}", subject, sender, Message_ID=f"<m{n}@x>")
        for n in range(MANY)
    ]
    ours = str(digest["Message-ID"]).encode()
    storm = [
        DSN.replace(b"bounce1", b"b%d" % n).replace(DIGEST_ID.encode(), ours) for n in range(STORM)
    ]
    servers[1].give(*answers, *storm)
    began = time.monotonic()
    read = loop.ask(c.ReadResponses())
    took = time.monotonic() - began
    assert read.counts == {"counts": MANY, "bounce": STORM}
    assert loop.ask(c.ReadResponses()).counts == {}
    (went,) = loop.look(lambda r: r.outbox.deliveries())
    assert went.state == "bounced"
    assert loop.ask(c.PostNow()) == 0
    assert len(servers[0].arrived("desk1", 0)) == loop.sent[HIGHWAYS]
    with capsys.disabled():
        sys.stdout.write(f"\n{MANY} answers, {STORM} bounces from Dovecot in {took:.1f} s\n")
    assert took < 120
