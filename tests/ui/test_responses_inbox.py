"""What of the services' answers waits for an officer, seen to by keyboard; its settings."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from listener import commands as c
from listener.handoff import MailboxState, ResponseKey
from listener.spike import SpikeKey
from tests.ui import fakeanswers, spiketown
from tests.ui.brackenford import NOW
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from tests.ui.settingspage import opened, section
from tests.ui.test_everyone import nameless
from tests.ui.test_responses import last, over, shown
from ui.bridge import Bridge
from ui.responses.inbox import InboxDialog, PlaceForm, Waits
from ui.responses.recordform import RecordForm
from ui.responses.responding import Responding
from ui.responses.seeing import Seeing
from ui.settings.responses import ResponsesSection
from ui.theme import Theme

__all__ = ["over"]
LOST = fakeanswers.response(key=ResponseKey(2), kind="not_ours", whose="no idea", changed="")


@pytest.fixture
def seeing(desk: FakeDesk, over: QWidget) -> Iterator[Seeing]:
    desk.kept.answers.waits = Waits(
        (fakeanswers.mail(),), (LOST,), (fakeanswers.late(),), (LOST, fakeanswers.response()),
        MailboxState(NOW),
    )  # fmt: skip
    bridge = Bridge(desk)
    responding = Responding(bridge, over)
    responding.open_file = lambda _: None
    yield Seeing(bridge, responding, over)
    bridge.close()


def visible(dialog: InboxDialog) -> list[str]:
    verbs = ("accept", "drop", "place", "remind", "record", "read")
    return [v for v in verbs if dialog.button(v).isVisible()]


def test_each_thing_that_waits_has_its_own_verbs(
    qtbot: QtBot, desk: FakeDesk, seeing: Seeing, over: QWidget
) -> None:
    seeing.open()
    dialog = shown(qtbot, over, InboxDialog)
    assert isinstance(dialog, InboxDialog)
    qtbot.waitUntil(lambda: dialog.list.count() == 4)
    found = []
    for row in range(4):
        dialog.list.setCurrentRow(row)
        found.append(visible(dialog))
    assert found == [["accept", "drop"], ["place"], ["remind", "record"], ["read"]]
    assert dialog.list.item(0).text().startswith("✉ dave@brackenford.example")
    assert "Nobody has said whose it is" in dialog.list.item(1).text()
    assert "they are reminded" in dialog.list.item(2).text()
    assert "“signs All done”" in dialog.list.item(3).text()
    assert not nameless(dialog)


def test_they_are_seen_to_one_after_the_other(
    qtbot: QtBot, desk: FakeDesk, seeing: Seeing, over: QWidget
) -> None:
    many: list[int] = []
    seeing.waits.connect(many.append)
    seeing.open()
    dialog = shown(qtbot, over, InboxDialog)
    assert isinstance(dialog, InboxDialog)
    qtbot.waitUntil(lambda: dialog.list.count() == 4)
    dialog.button("drop").click()
    qtbot.waitUntil(lambda: dialog.list.count() == 3)
    dialog.list.itemActivated.emit(dialog.list.item(0))
    form = shown(qtbot, dialog, PlaceForm)
    assert isinstance(form, PlaceForm)
    form.accept()
    qtbot.waitUntil(lambda: dialog.list.count() == 2)
    assert last(desk, c.PlaceResponse).key == LOST.key  # type: ignore[attr-defined]
    dialog.button("remind").click()
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    dialog.button("read").click()
    qtbot.waitUntil(lambda: dialog.list.count() == 0)
    qtbot.waitUntil(lambda: dialog.says.text() == "Nothing waits for you.")
    assert many[-1] == 0


def test_a_late_answer_can_be_typed_and_a_mail_accepted(
    qtbot: QtBot, desk: FakeDesk, seeing: Seeing, over: QWidget
) -> None:
    seeing.open()
    dialog = shown(qtbot, over, InboxDialog)
    assert isinstance(dialog, InboxDialog)
    qtbot.waitUntil(lambda: dialog.list.count() == 4)
    dialog.button("accept").click()
    shown(qtbot, over, RecordForm).accept()
    qtbot.waitUntil(lambda: any(isinstance(k, c.AcceptAnswer) for k in desk.asked))
    dialog.list.setCurrentRow(2)
    dialog.button("record").click()
    shown(qtbot, over, RecordForm).accept()
    qtbot.waitUntil(lambda: any(isinstance(k, c.RecordResponse) for k in desk.asked))
    assert last(desk, c.RecordResponse).digest == 1  # type: ignore[attr-defined]


def test_a_mailbox_that_cannot_be_read_says_so(qtbot: QtBot, theme: Theme) -> None:
    dialog = InboxDialog(NOW)
    qtbot.addWidget(dialog)
    dialog.show_waits(Waits(mailbox=MailboxState(NOW, "The password is wrong.")))
    assert dialog.says.text() == "The password is wrong."
    assert visible(dialog) == []


def test_the_page_of_spikes_says_how_many_wait(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    desk.kept.cards[SpikeKey(1)] = spiketown.card()
    desk.kept.answers.waits = Waits((fakeanswers.mail(),))
    window = show(desk)
    window.open("spikes")
    settle(qtbot, window)
    page = window.pages.spikes
    qtbot.waitUntil(lambda: page.answers.text() == "Answers that wait (1)…")
    page.answers.click()
    dialog = shown(qtbot, window, InboxDialog)
    assert isinstance(dialog, InboxDialog)
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    dialog.button("drop").click()
    qtbot.waitUntil(lambda: not page.answers.isVisible())
    dialog.reject()


def test_the_mailbox_is_set_and_tried_in_the_settings(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show)
    answers = section(window, "Answers of the services")
    assert isinstance(answers, ResponsesSection)
    answers.host.setText("imap.brackenford.example")
    answers.host.editingFinished.emit()
    qtbot.waitUntil(lambda: desk.kept.settings.responses_host == "imap.brackenford.example")
    answers.password.setText("secret")
    qtbot.keyClick(answers.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: answers.said() == "Kept in the keyring of this computer.")
    assert answers.password.text() == ""
    answers.read.click()
    qtbot.waitUntil(lambda: answers.said() == "It can be read. Nothing new is in it.")
    desk.kept.answers.came = {"counts": 2, "waits": 1, "alone": 4}
    answers.read.click()
    qtbot.waitUntil(lambda: "7 new mails, of which 2 answers and 1 waits" in answers.said())
    desk.refuses = "The line broke."
    answers.read.click()
    qtbot.waitUntil(lambda: answers.said() == "The line broke.")
    assert answers.read.isEnabled()
