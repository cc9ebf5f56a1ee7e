"""Drafts for the council's own mail program; copies and bounces that come back."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from datetime import timedelta
from email.parser import BytesParser
from email.policy import default
from pathlib import Path

import pytest

from listener import commands as c
from listener.errors import Known, NotUnderstood
from listener.forward import drafts
from listener.handoff import DeliveryKey, DigestKey
from listener.store import Store
from listener.store.outbox import Outbox, outbox_of
from listener.store.outboxread import Way
from rules.posting import Next
from tests.listener.forward.conftest import Bench
from tests.listener.forward.making import digest_kept, digest_state
from tests.listener.forward.town import MemoryKeyring
from tests.listener.store.making import FakeClock, open_store


def test_a_digest_is_a_draft_by_default_that_is_not_known_sent(bench: Bench) -> None:
    made = bench.send()
    assert (made.way, made.state, bench.digest()) == ("eml", "opened", "opened")
    assert "not known sent" in made.says
    assert "No reminder goes out by itself" in made.says
    path = Path(made.draft)
    mail = BytesParser(policy=default).parsebytes(path.read_bytes())
    assert mail["X-Unsent"] == "1"
    assert mail["To"] == "desk@highways.example"
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_once_it_is_said_to_have_gone_the_file_goes_too(bench: Bench) -> None:
    made = bench.send()
    sent = bench.desk.ask(c.MarkSent(made.key)).result()
    assert (sent.state, bench.digest()) == ("sent", "sent")
    assert not Path(made.draft).exists()
    with pytest.raises(Known, match="nothing is sent twice"):
        bench.desk.ask(c.SendAgain(made.key)).result()


def test_a_draft_is_opened_again_as_it_was(bench: Bench) -> None:
    made = bench.send()
    before = Path(made.draft).read_bytes()
    Path(made.draft).unlink()
    again = bench.desk.ask(c.SendAgain(made.key)).result()
    assert Path(again.draft).read_bytes() == before
    assert len(bench.all()) == 1


def test_a_draft_that_is_given_up_can_be_made_again(bench: Bench) -> None:
    made = bench.send()
    bench.desk.ask(c.StopMail(made.key)).result()
    assert not Path(made.draft).exists()
    assert bench.digest() == "failed"
    assert bench.desk.ask(c.SendAgain(made.key)).result().state == "opened"


def test_the_way_may_be_chosen_for_one_digest(bench: Bench) -> None:
    with pytest.raises(NotUnderstood, match="Settings, Mail does not say"):
        bench.send(1, way="smtp")
    assert bench.all() == ()


def test_a_dropped_digest_is_not_sent(bench: Bench) -> None:
    key = digest_kept(bench.profile, state="dropped")
    with pytest.raises(Known, match="was dropped"):
        bench.desk.ask(c.SendDigest(key)).result()


def test_a_test_message_is_a_draft_too(bench: Bench) -> None:
    made = bench.desk.ask(c.TestMail("me@brackenford.example")).result()
    assert (made.purpose, made.state) == ("test", "opened")
    with pytest.raises(NotUnderstood, match="cannot be an e-mail address"):
        bench.desk.ask(c.TestMail("me")).result()


def test_a_draft_that_cannot_be_written_is_said_and_the_mail_is_kept(bench: Bench) -> None:
    (bench.profile / drafts.FOLDER).write_text("in the way", encoding="utf-8")
    key = digest_kept(bench.profile)
    with pytest.raises(Known, match="cannot be written"):
        bench.desk.ask(c.SendDigest(key)).result()
    assert bench.get(1).state == "opened"
    (bench.profile / drafts.FOLDER).unlink()
    assert Path(bench.desk.ask(c.SendAgain(bench.get(1).key)).result().draft).exists()


def test_old_drafts_are_taken_away(tmp_path: Path) -> None:
    clock = FakeClock()
    path = drafts.write(tmp_path, 1, b"mail")
    os.utime(path, (clock.now.timestamp(), clock.now.timestamp()))
    drafts.tidy(tmp_path, clock.now + timedelta(days=13))
    assert path.exists()
    drafts.tidy(tmp_path, clock.now + timedelta(days=15))
    assert not path.exists()


TO = ("desk@highways.example", "depot@highways.example")


@pytest.fixture
def outbox(tmp_path: Path, keyring_in_memory: MemoryKeyring) -> Iterator[Outbox]:
    store: Store = open_store(tmp_path, FakeClock())
    digest_kept(tmp_path)
    yield outbox_of(store)
    store.close()


def queued(outbox: Outbox, way: Way = "smtp") -> DeliveryKey:
    subject = "Roadworks [CL-TOK0001]"
    return outbox.queue("digest", TO, subject, b"mail", "<1@b.example>", DigestKey(1), way)


def test_a_copy_of_a_draft_is_known_by_its_subject(outbox: Outbox, tmp_path: Path) -> None:
    key = queued(outbox, "eml")
    assert outbox.copy_seen("<other@outlook.example>", "Re: Roadworks [CL-TOK0001]") is None
    assert outbox.copy_seen("<other@outlook.example>", "Roadworks\r\n [CL-TOK0001]") == key
    assert digest_state(tmp_path) == "sent"


def test_a_bounce_from_one_desk_of_two_is_said_and_the_other_has_it(
    outbox: Outbox, tmp_path: Path
) -> None:
    key = queued(outbox)
    outbox.begin(key)
    outbox.note(key, Next("sent", None, "It went."), TO)
    assert outbox.bounced("<1@b.example>", "", (TO[1].upper(),), "the mailbox is full", True) == key
    now = outbox.get(key)
    assert (now.state, now.says) == ("sent", f"It went, but not to {TO[1]}: the mailbox is full.")
    assert now.faults == ((TO[1], "the mailbox is full"),)
    outbox.bounced("", "TOK0001", (), "there is no such address", True)
    now = outbox.get(key)
    assert (now.state, digest_state(tmp_path)) == ("bounced", "failed")


def test_a_report_of_a_delay_changes_nothing_but_is_noted(outbox: Outbox) -> None:
    key = queued(outbox)
    outbox.bounced("<1@b.example>", "", TO[:1], "the mailbox is full", False)
    now = outbox.get(key)
    assert now.state == "queued"
    assert now.log[-1][1].startswith(f"Not with {TO[0]} yet: the mailbox is full.")


def test_a_bounce_of_a_strangers_mail_is_nothing(outbox: Outbox) -> None:
    queued(outbox)
    assert outbox.bounced("<2@b.example>", "NOSUCH", TO, "no", True) is None
