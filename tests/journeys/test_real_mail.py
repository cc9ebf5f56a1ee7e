"""A digest by a real mail server, Exim: what arrives, what is refused, what comes back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from listener import commands as c
from listener.desk import Desk
from listener.errors import Known
from listener.forward.bounces import bounce_of
from listener.handoff import Delivery
from listener.store import Store
from listener.store.outbox import outbox_of
from tests.journeys.eximtown import Town, exim
from tests.listener.forward.conftest import keyring_in_memory
from tests.listener.forward.making import area_kept, digest_kept, digest_state
from tests.listener.forward.town import MemoryKeyring
from tests.listener.store.making import FakeClock

__all__ = ["keyring_in_memory"]


@pytest.fixture(scope="module")
def town() -> Iterator[Town]:
    with exim() as running:
        yield running


@pytest.fixture
def desk(tmp_path: Path, town: Town, keyring_in_memory: MemoryKeyring) -> Iterator[Desk]:
    opened = Desk.open(tmp_path, workers=0, polling=False)
    for name, value in (
        ("mail_way", "smtp"), ("mail_host", "127.0.0.1"), ("mail_port", town.port),
        ("mail_user", "comms"), ("mail_from", "comms@brackenford.example"),
        ("mail_name", "Brackenford – communications"), ("mail_ca", str(town.authority)),
        ("responses_address", "answers@brackenford.example"),
    ):  # fmt: skip
        opened.ask(c.Change(name, value)).result()
    opened.ask(c.SetMailPassword("a real password")).result()
    yield opened
    opened.close()


def sent(desk: Desk, key: int, *to: str) -> Delivery:
    area_kept(desk.profile, "Highways", *to)
    digest = digest_kept(desk.profile, key, html="<p>Down to one lane – 40 minutes.</p>")
    made: Delivery = desk.ask(c.SendDigest(digest)).result()
    desk.ask(c.PostNow()).result()
    reader = desk.reader()
    now = next(d for d in reader.outbox.deliveries() if d.key == made.key)
    reader.close()
    return now


def test_a_digest_arrives_whole_with_its_copy(desk: Desk, town: Town) -> None:
    now = sent(desk, 1, "desk1@highways.example")
    assert (now.state, digest_state(desk.profile)) == ("sent", "sent")
    (mail,) = town.arrived("desk1")
    assert str(mail["From"]) == "Brackenford – communications <comms@brackenford.example>"
    assert mail["Message-ID"] == now.message_id
    assert "Bcc" not in mail
    html = mail.get_body(("html",))
    assert html is not None
    assert html.get_content().strip() == "<p>Down to one lane – 40 minutes.</p>"
    (table,) = mail.iter_attachments()
    assert table.get_filename() == "Highways.csv"
    copies = [m["Message-ID"] for m in town.arrived("answers")]
    assert now.message_id in copies


def test_a_desk_that_is_not_there_and_a_full_one(desk: Desk, town: Town) -> None:
    now = sent(desk, 2, "desk2@highways.example", "nobody@highways.example")
    assert now.state == "sent"
    assert now.faults == (
        ("nobody@highways.example", "there is no such address (550 5.1.1 no such desk)"),
    )
    full = sent(desk, 3, "full@highways.example")
    assert full.state == "queued"
    assert "the mailbox is full (452 4.2.2 mailbox full). Trying again" in full.says


def test_a_mail_that_comes_back_is_read_and_noted(desk: Desk, town: Town, tmp_path: Path) -> None:
    now = sent(desk, 4, "left@highways.example")
    assert now.state == "sent"  # the server took it, and finds out later
    back = town.arrived("comms")[-1]
    found = bounce_of(back)
    assert found is not None
    assert (found.message_id, found.token) == (now.message_id, "TOK0004")
    assert found.recipients == ("left@highways.example",)
    desk.close()
    store = Store.open(tmp_path / "listener.db", clock=FakeClock())
    outbox_of(store).bounced(
        found.message_id, found.token, found.recipients, found.why, found.permanent
    )
    assert outbox_of(store).get(now.key).state == "bounced"
    store.close()


def test_a_wrong_password_is_said(desk: Desk, town: Town) -> None:
    desk.ask(c.SetMailPassword("another")).result()
    with pytest.raises(Known, match=r"comms was not let in: .*535"):
        desk.ask(c.TestMail("desk5@highways.example")).result()


def test_a_server_that_nobody_vouches_for_is_told_nothing(desk: Desk, town: Town) -> None:
    desk.ask(c.Change("mail_ca", "")).result()
    with pytest.raises(Known, match="is not trusted"):
        desk.ask(c.TestMail("desk6@highways.example")).result()
