"""From `R` to the link of what was posted, by keyboard: copied, read twice, kept, refused."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from listener.commands import CopyReply, Decide, PostedReply, ReadReply, WithdrawReply, WriteReply
from listener.mention import Danger
from rules.replying import Reply, ReplyStep
from tests.ui import brackenford
from tests.ui.answering import begin, clip, reply, window
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from tests.ui.test_verbs import dialog, last, press
from ui.reply.forms import NOT_YET, Posted, SecondReader
from ui.shell import Window

__all__ = ["window"]  # the fixture


def political(desk: FakeDesk) -> None:
    """Every service of the council is one whose replies are read twice."""
    services = tuple(replace(s, flag="political") for s in brackenford.SERVICES)
    desk.kept.council = replace(brackenford.COUNCIL, services=services)
    desk.kept.settings = replace(desk.kept.settings, officers="Officer, Bob")


def test_replying_keeps_copies_opens_and_goes_on(
    qtbot: QtBot, desk: FakeDesk, window: Window
) -> None:
    key, url = window.list.current().key, window.pane.detail.heard.url
    reply(qtbot, window)
    sent = last(desk, WriteReply)
    assert (sent.key, sent.text, sent.outcome) == (key, "We will look. Amy", "answer")
    assert clip() == "We will look. Amy"
    assert window.opened == [url]
    assert window.list.current().key != key
    assert "Reply copied" in window.pane.bar.undo.said()
    assert "not known posted" in window.pane.strip.said()
    assert not [c for c in desk.asked if isinstance(c, Decide)]  # one verb does both


def test_what_the_desk_refuses_is_said_and_the_draft_stays(
    qtbot: QtBot, desk: FakeDesk, window: Window
) -> None:
    desk.refuses = "The disk is full. Nothing was kept."
    reply(qtbot, window, "Half a thought")
    assert window.pane.bar.undo.said() == "The disk is full. Nothing was kept."
    assert clip() == ""
    assert begin(qtbot, window).draft.words() == "Half a thought"


def test_the_link_of_what_was_posted_is_taken_from_the_clipboard(
    qtbot: QtBot, desk: FakeDesk, window: Window
) -> None:
    reply(qtbot, window)
    QGuiApplication.clipboard().setText(" https://social.example/@b/7\n")
    press(qtbot, window, "L")
    assert last(desk, PostedReply) == PostedReply(1, "https://social.example/@b/7", "Officer")
    settle(qtbot, window)
    assert window.pane.strip.said() == ""
    assert window.pane.bar.undo.said() == "Posted, with its link at social.example."


def test_without_a_link_on_the_clipboard_it_is_asked_for(
    qtbot: QtBot, desk: FakeDesk, window: Window
) -> None:
    reply(qtbot, window)  # its own text is on the clipboard
    press(qtbot, window, "L")
    form = dialog(Posted)
    form.link.setText("somewhere")
    form.accept()
    assert form.isVisible()
    form.link.clear()
    form.accept()
    assert last(desk, PostedReply) == PostedReply(1, "", "Officer")


def test_no_link_is_wanted_where_nothing_was_copied(
    qtbot: QtBot, desk: FakeDesk, window: Window
) -> None:
    press(qtbot, window, "L")
    assert window.pane.bar.undo.said() == "No reply waits for its link."


def test_the_strip_leads_to_the_mention_and_can_be_put_away(
    qtbot: QtBot, desk: FakeDesk, window: Window
) -> None:
    key = window.list.current().key
    reply(qtbot, window)
    window.pane.strip.button("show").click()
    qtbot.waitUntil(lambda: window.pane.detail is not None and window.pane.detail.row.key == key)
    settle(qtbot, window)
    assert window.pane.strip.said() == ""  # its card is in sight
    assert window.pane.replies.isVisible()
    buttons = {b.accessibleName() for b in window.pane.replies.findChildren(QAbstractButton)}
    assert buttons == {"Paste its link", "It was posted", "Not sent after all"}
    window.open("answer")
    settle(qtbot, window)
    assert window.pane.strip.said()
    window.pane.strip.button("later").click()
    assert not window.pane.strip.isVisible()


def test_not_sent_after_all(qtbot: QtBot, desk: FakeDesk, window: Window) -> None:
    reply(qtbot, window)
    window.replying._asked("withdraw", desk.kept.replies[0])
    settle(qtbot, window)
    assert last(desk, WithdrawReply) == WithdrawReply(1, "Officer")
    assert window.pane.strip.said() == ""


def test_a_second_pair_of_eyes_from_asking_to_copying(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    political(desk)
    window = show(desk)
    opened: list[str] = []
    window.verbs.open_address = opened.append
    QGuiApplication.clipboard().clear()
    window.open("answer")
    settle(qtbot, window)
    key = window.list.current().key
    form = begin(qtbot, window)
    assert form.go.text() == "Keep for a second reader"
    form.signed_in.setChecked(True)
    form.draft.set_words("The papers are online.")
    form.accept()
    settle(qtbot, window)
    assert clip() == ""
    assert opened == []
    assert window.list.current().key == key  # not decided: it stays where it is
    assert window.pane.replies.isVisible()
    window.replying._asked("read", desk.kept.replies[0])
    asked = dialog(SecondReader)
    assert [asked.name.itemText(n) for n in range(asked.name.count())] == ["Bob"]
    asked.answer.setCurrentText(NOT_YET)
    asked.accept()
    assert asked.isVisible()
    assert asked.missing() == "Please say what should be different."
    asked.answer.setCurrentIndex(0)
    asked.accept()
    settle(qtbot, window)
    assert last(desk, ReadReply) == ReadReply(1, "Bob", True, "")
    window.replying._asked("copy", desk.kept.replies[0])
    settle(qtbot, window)
    assert last(desk, CopyReply) == CopyReply(1, "Officer")
    assert clip() == "The papers are online."
    assert len(opened) == 1
    QGuiApplication.clipboard().clear()


def test_what_was_sent_back_is_written_again_from_there(
    qtbot: QtBot, desk: FakeDesk, window: Window
) -> None:
    key = window.list.current().key
    steps = (ReplyStep("waits", "Officer", brackenford.NOW),
             ReplyStep("back", "Bob", brackenford.NOW, note="kinder"))  # fmt: skip
    desk.kept.replies.append(
        Reply(1, key, "Bluesky search", "No.", "Officer", brackenford.NOW, "answer", "", "it is "
              "delicate", steps)
    )  # fmt: skip
    form = begin(qtbot, window)
    assert form.draft.words() == "No."


@pytest.mark.parametrize(("view", "said"), [("urgent", "pass it on first")])
def test_no_reply_to_a_danger(
    qtbot: QtBot, desk: FakeDesk, window: Window, view: str, said: str
) -> None:
    window.open(view)
    settle(qtbot, window)
    press(qtbot, window, "R")
    assert said in window.pane.bar.undo.said()


def test_no_reply_to_a_threat(qtbot: QtBot, desk: FakeDesk, window: Window) -> None:
    detail = window.pane.detail
    danger = Danger("person", "a threat", "threat")
    threat = replace(detail, reading=replace(detail.reading, danger=danger))
    assert "Threats get no reply" in window.replying.refused(threat)


def test_one_mention_at_a_time(qtbot: QtBot, desk: FakeDesk, window: Window) -> None:
    window.open("forward")
    settle(qtbot, window)
    window.list.table.selectAll()
    press(qtbot, window, "R")
    assert "one mention at a time" in window.pane.bar.undo.said()


def test_what_is_decided_may_still_be_answered(
    qtbot: QtBot, desk: FakeDesk, window: Window
) -> None:
    window.open("forward")
    settle(qtbot, window)
    key = window.list.current().key
    press(qtbot, window, "F")
    window.open("done")
    settle(qtbot, window)
    assert window.pane.bar.button("reply").isVisible()
    reply(qtbot, window)
    assert last(desk, WriteReply).key == key
    assert desk.kept.rows[key].decided == "forward"
