"""Killed between sending and noting, and other ends: nothing lost, and nothing sent twice."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path

from listener import commands as c
from listener.desk import Desk
from listener.store import Store
from listener.store.backup import restore
from listener.store.outbox import outbox_of
from tests.listener.forward.conftest import Bench
from tests.listener.forward.making import area_kept, digest_kept, digest_state
from tests.listener.forward.town import Box, serving
from tests.listener.store.making import FakeClock


def prepared(profile: Path, port: int) -> None:
    desk = Desk.open(profile, workers=0, polling=False)
    for name, value in (
        ("mail_way", "smtp"), ("mail_host", "127.0.0.1"), ("mail_port", port),
        ("mail_security", "none"), ("mail_from", "comms@brackenford.example"),
    ):  # fmt: skip
        desk.ask(c.Change(name, value)).result()
    desk.close()
    area_kept(profile, "Highways", "desk@highways.example")
    digest_kept(profile)


def kill_while_sending(profile: Path, box: Box) -> None:
    """The server has the whole mail and has not answered yet: then the program is killed."""
    command = [sys.executable, "-m", "tests.listener.forward.sender", str(profile)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as sender:
        assert sender.stdout is not None
        assert sender.stdout.readline() == "queued\n"
        assert box.got.wait(30)
        sender.kill()
        assert sender.stdout.read() == ""
    assert sender.returncode == -9


def test_killed_between_sending_and_noting_it_is_not_sent_again(tmp_path: Path) -> None:
    box = Box(waits=threading.Event())
    with serving(box) as port:
        prepared(tmp_path, port)
        kill_while_sending(tmp_path, box)
        assert box.waits is not None
        box.waits.set()
        desk = Desk.open(tmp_path, workers=0, polling=False)
        try:
            assert desk.ask(c.PostNow()).result() == 0
            reader = desk.reader()
            (kept,) = reader.outbox.deliveries()
            reader.close()
            assert kept.state == "unknown"
            assert "the program ended while the server was taking it" in kept.says
            assert digest_state(tmp_path) == "queued"
            assert len(box.mails) == 1
        finally:
            desk.close()


def test_the_copy_in_the_responses_mailbox_settles_it(tmp_path: Path) -> None:
    box = Box(waits=threading.Event())
    with serving(box) as port:
        prepared(tmp_path, port)
        kill_while_sending(tmp_path, box)
        assert box.waits is not None
        box.waits.set()
    clock = FakeClock()
    store = Store.open(tmp_path / "listener.db", clock=clock)
    outbox = outbox_of(store)
    (key,) = outbox.recover()
    copy = box.read()[0]
    assert outbox.copy_seen("<somebody@else.example>", "Bins") is None
    assert outbox.copy_seen(copy["Message-ID"], copy["Subject"]) == key
    assert outbox.get(key).state == "sent"
    assert outbox.copy_seen(copy["Message-ID"], copy["Subject"]) is None
    store.close()
    assert digest_state(tmp_path) == "sent"


def test_closing_the_app_waits_for_the_answer_and_notes_it(tmp_path: Path) -> None:
    box = Box(waits=threading.Event())
    with serving(box) as port:
        prepared(tmp_path, port)
        desk = Desk.open(tmp_path, workers=0, polling=False)
        desk.ask(c.SendDigest(digest_kept(tmp_path, 2))).result()
        desk.ask(c.PostNow())
        assert box.got.wait(30)
        assert box.waits is not None
        threading.Timer(0.2, box.waits.set).start()
        desk.close()
    assert digest_state(tmp_path, 2) == "sent"


def test_closing_the_app_does_not_wait_for_a_server_that_stays_silent(tmp_path: Path) -> None:
    box = Box(waits=threading.Event())
    with serving(box) as port:
        prepared(tmp_path, port)
        desk = Desk.open(tmp_path, workers=0, polling=False)
        desk.ask(c.SendDigest(digest_kept(tmp_path, 2))).result()
        desk.ask(c.PostNow())
        assert box.got.wait(30)
        began = time.monotonic()
        desk.close()
        assert time.monotonic() - began < 8
        assert box.waits is not None
        box.waits.set()
    desk = Desk.open(tmp_path, look_only=True)
    reader = desk.reader()
    assert reader.outbox.counts() == {"unknown": 1}
    reader.close()
    desk.close()


def test_what_was_queued_in_a_copy_is_not_sent_once_the_copy_is_put_back(
    posted: Bench, box: Box, tmp_path: Path
) -> None:
    posted.send()
    copy = tmp_path / "copy.db"
    posted.desk.ask(c.Backup(copy)).result()
    assert posted.post() == 1
    posted.desk.close()
    restore(copy, posted.profile / "listener.db", posted.clock.now)
    desk = Desk.open(posted.profile, workers=0, polling=False, clock=posted.clock)
    assert desk.ask(c.PostNow()).result() == 0
    desk.close()
    assert len(box.mails) == 1
