"""A spike from the first post to the last answer, with a mail server and a mailbox in memory."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from listener.commands import Change
from listener.mailround import MailRound
from listener.spike import SpikeKey
from tests.journeys.spikeloop import HIGHWAYS, RESPONSES, Loop, reads_well, whole_loop
from tests.listener.answers.test_mailround import FakeBox
from tests.listener.forward.conftest import keyring_in_memory
from tests.listener.forward.town import Box, MemoryKeyring, serving
from tests.listener.spikes.days import days_of, midnight
from tests.ui.conftest import settle
from tests.ui.conftest import theme as theme
from ui.shell import Window
from ui.theme import Theme

__all__ = ["keyring_in_memory"]


class InMemory:
    """What the server on loopback took, and a mailbox that is a list."""

    def __init__(self, post: Box, box: FakeBox) -> None:
        self.post, self.box = post, box

    def arrived(self, box: str, many: int) -> list[EmailMessage]:
        to = [t for t, _ in self.post.mails]
        found = [m for t, m in zip(to, self.post.read(), strict=True) if box in t]
        assert len(found) == many
        return found

    def give(self, mail: bytes) -> None:
        self.box.mails.append(mail)


@pytest.fixture
def loop(
    tmp_path: Path, keyring_in_memory: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Loop]:
    post, box = Box(), FakeBox()
    monkeypatch.setattr("listener.office.MailRound", partial(MailRound, fetches=box))
    with serving(post) as port, days_of(tmp_path) as days:
        days.ordinary(4, 10)
        made = Loop(days, InMemory(post, box))
        made.set_up(
            mail_way="smtp", mail_host="127.0.0.1", mail_port=port, mail_security="none",
            mail_from="comms@brackenford.example", responses_address=RESPONSES,
            responses_host="imap.brackenford.example", responses_user="answers", officer="Amy",
        )  # fmt: skip
        yield made


def test_a_spike_goes_the_whole_way_and_comes_back(loop: Loop) -> None:
    whole_loop(loop)


def test_one_key_in_the_window_forwards_it(loop: Loop, qtbot: QtBot, theme: Theme) -> None:
    loop.ask(Change("first_run_done", True))
    spike = loop.storm(midnight(loop.days.now) + timedelta(days=1, hours=7, minutes=40))
    window = Window(loop.days.desk, theme)
    qtbot.addWidget(window, before_close_func=lambda w: w.close_now())
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: window.glance is not None)
    window.open("spikes")
    page = window.pages.spikes

    def shown(key: SpikeKey) -> bool:
        settle(qtbot, window)
        current = page.current()
        return current is not None and current.key == key and page.doing.digest is not None

    def press(key: SpikeKey) -> None:
        qtbot.waitUntil(lambda: shown(key), timeout=10_000)
        qtbot.keyClick(page.list, Qt.Key.Key_F)
        qtbot.waitUntil(lambda: loop.handoffs(key) != [], timeout=10_000)
        qtbot.waitUntil(lambda: loop.card(key).spike.status == "acknowledged", timeout=10_000)

    loop.press = press
    mail = loop.forward(spike.key)
    reads_well(mail, spike)
    assert loop.handoffs(spike.key) == [(HIGHWAYS, "")]
    loop.answer(mail, "We'll deal with it")
    page.go_to(spike.key)
    qtbot.waitUntil(lambda: "We'll deal with it" in said_on(page.said), timeout=10_000)
    window.close_now()


def said_on(view: QWidget) -> str:
    """Every word that a part of the window shows."""
    return "\n".join(part.text() for part in view.findChildren(QLabel))
