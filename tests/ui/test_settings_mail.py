"""The section of mail: what is set, the password, and what came of a test message."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from listener import commands as c
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from tests.ui.settingspage import opened, section
from ui.settings.mail import MailSection
from ui.shell import Window


def mail(window: Window) -> MailSection:
    found = section(window, "Mail")
    assert isinstance(found, MailSection)
    return found


def test_a_server_is_asked_for_only_where_one_is_used(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show)
    part = mail(window)
    assert part.sent_from.isVisible()
    assert not part.host.isVisible()
    part.way.setCurrentIndex(part.way.findData("smtp"))
    part.way.activated.emit(1)
    settle(qtbot, window)
    assert desk.kept.settings.mail_way == "smtp"
    qtbot.waitUntil(part.host.isVisible)
    part.host.setText("mail.brackenford.example")
    part.host.editingFinished.emit()
    settle(qtbot, window)
    assert desk.kept.settings.mail_host == "mail.brackenford.example"


def test_an_address_that_is_none_is_refused_in_words(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show)
    part = mail(window)
    part.responses.setText("answers")
    part.responses.editingFinished.emit()
    settle(qtbot, window)
    assert "“answers” cannot be an e-mail address" in window.settings.bar.said()
    assert desk.kept.settings.responses_address == ""


def test_the_password_is_handed_over_and_shown_nowhere(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show)
    part = mail(window)
    part.password.setText("a secret")
    part.keep_password()
    settle(qtbot, window)
    assert desk.asked[-1] == c.SetMailPassword("a secret")
    assert part.password.text() == ""
    assert part._kept.text() == "Kept in the keyring of this computer."


def test_what_came_of_a_test_message_is_said(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = opened(qtbot, desk, show)
    part = mail(window)
    part.send.click()
    settle(qtbot, window)
    assert "cannot be an e-mail address" in part.said()
    part.test_to.setText("me@brackenford.example")
    part.send.click()
    settle(qtbot, window)
    assert part.said() == "It went. Look whether it arrives at me@brackenford.example."
    assert part.send.isEnabled()
