"""From `R` to the link of what was posted, by keyboard: ticked, drafted, counted, copied, kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from listener.advice import shipped
from listener.commands import (
    CopyReply,
    Decide,
    PostedReply,
    ReadReply,
    WithdrawReply,
    WriteReply,
)
from listener.mention import Danger
from rules.letters import counted
from rules.replying import Reply, ReplyStep
from tests.ui import brackenford
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from tests.ui.test_everyone import nameless
from tests.ui.test_verbs import dialog, last, press
from ui.reply.dialog import Ask, ReplyDialog
from ui.reply.draft import Draft, count_words
from ui.reply.forms import NOT_YET, Posted, SecondReader
from ui.shell import Window
from ui.theme import Look, Theme


@pytest.fixture
def window(qtbot: QtBot, desk: FakeDesk, show: Shown) -> Iterator[Window]:
    """A window at the first mention to answer; what it would open is kept in `opened`."""
    window = show(desk)
    opened: list[str] = []
    window.verbs.open_address = opened.append
    window.opened = opened
    QGuiApplication.clipboard().clear()
    window.open("answer")
    settle(qtbot, window)
    yield window
    QGuiApplication.clipboard().clear()


def begin(qtbot: QtBot, window: Window) -> ReplyDialog:
    press(qtbot, window, "R")
    return dialog(ReplyDialog)


def reply(qtbot: QtBot, window: Window, text: str = "We will look. Amy") -> None:
    form = begin(qtbot, window)
    qtbot.keyClick(form.signed_in, Qt.Key.Key_Space)
    form.draft.set_words(text)
    qtbot.keyClick(form.draft.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)


def clip() -> str:
    return QGuiApplication.clipboard().text()


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


def test_signing_in_comes_first(qtbot: QtBot, desk: FakeDesk, window: Window) -> None:
    form = begin(qtbot, window)
    assert form.signed_in.hasFocus()
    form.draft.set_words("We will look.")
    form.accept()
    assert form.isVisible()
    assert "signed in as the council" in form.objection()
    assert not [c for c in desk.asked if isinstance(c, WriteReply)]


def test_what_is_not_filled_in_is_copied_only_after_a_yes(
    qtbot: QtBot, desk: FakeDesk, window: Window
) -> None:
    form = begin(qtbot, window)
    form.signed_in.setChecked(True)
    form.template.setCurrentIndex(1)
    form.template.activated.emit(1)
    assert "{link}" in form.draft.words()
    form.accept()
    assert form.isVisible()
    assert form.objection().startswith("Not filled in: {link}")
    assert form.anyway.hasFocus()
    field = form.draft.field("link")
    field.setText("https://b.example/bins")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "{link}" not in form.draft.words()
    assert "https://b.example/bins" in form.draft.words()
    qtbot.keyClick(form.draft.network, Qt.Key.Key_Return)
    assert form.isVisible()  # Return in a field fills it in, and presses no button
    for name in form.draft.wants():
        form.draft.field(name).setText("Amy")
        form.draft.field(name).editingFinished.emit()
    assert form.objection() == ""
    assert not form.anyway.isVisible()


def test_return_in_the_last_field_fills_it_in_and_copies_nothing(
    qtbot: QtBot, desk: FakeDesk, window: Window
) -> None:
    form = begin(qtbot, window)
    form.signed_in.setChecked(True)
    form.draft.set_words("See {link}")
    form.draft.field("link").setFocus()
    qtbot.keyClicks(form.draft.field("link"), "https://b.example/a")
    qtbot.keyClick(form.draft.field("link"), Qt.Key.Key_Return)
    assert form.draft.words() == "See https://b.example/a"
    assert form.draft.text.hasFocus()
    assert form.isVisible()
    assert not [c for c in desk.asked if isinstance(c, WriteReply)]


def test_a_template_never_swallows_what_was_typed(
    qtbot: QtBot, desk: FakeDesk, window: Window
) -> None:
    form = begin(qtbot, window)
    form.draft.set_words("My own words.")
    for at in (1, 2):
        form.template.setCurrentIndex(at)
        form.template.activated.emit(at)
        assert form.draft.words().startswith("My own words.\n\n")
    assert form.draft.words().count("{officer}") == 2
    form.draft.set_words("")
    form.template.activated.emit(1)
    form.template.activated.emit(1)
    assert form.draft.words().count("{officer}") == 1


def test_too_long_is_said_and_may_be_overruled(
    qtbot: QtBot, desk: FakeDesk, window: Window
) -> None:
    form = begin(qtbot, window)
    form.signed_in.setChecked(True)
    form.draft.network.setCurrentIndex(form.draft.network.findData("bluesky"))
    form.draft.set_words("a" * 301)
    form.accept()
    assert form.objection() == "It is 1 too long for Bluesky."
    form.anyway.setChecked(True)
    form.accept()
    settle(qtbot, window)
    assert last(desk, WriteReply).text == "a" * 301


def test_a_draft_put_away_is_taken_up_again(qtbot: QtBot, desk: FakeDesk, window: Window) -> None:
    form = begin(qtbot, window)
    form.draft.set_words("Half a thought")
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert begin(qtbot, window).draft.words() == "Half a thought"


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


def test_the_windows_of_a_reply_have_names(qtbot: QtBot, desk: FakeDesk, window: Window) -> None:
    form = begin(qtbot, window)
    form.signed_in.setChecked(True)
    form.draft.set_words("{link} {officer} {reference} {place} {service}")
    form.accept()
    made = Reply(1, 1, "S", "Hello", "Amy", brackenford.NOW, "answer", "", "it is delicate", ())
    for shown in (form, Posted("", window), SecondReader(made, (), window)):
        shown.show()
        assert nameless(shown) == []
        shown.close()


@pytest.mark.parametrize("size", [100, 200])
def test_the_dialog_fits_a_small_screen(
    qtbot: QtBot, desk: FakeDesk, window: Window, theme: Theme, size: int
) -> None:
    theme.wear(Look("light", size))
    form = begin(qtbot, window)
    room = form.screen().availableGeometry()
    assert form.height() <= room.height()
    assert form.width() <= room.width()
    assert form.rect().contains(form.go.mapTo(form, form.go.rect().bottomRight()))
    form.reject()


def test_unknown_and_hostile_fields_stay_text(qtbot: QtBot, theme: Theme) -> None:
    draft = Draft("x")
    qtbot.addWidget(draft)
    draft.set_words("😡 {link} {odd} <b>{place}</b> {unfinished")
    assert draft.wants() == ("link", "odd", "place")
    draft.field("place").setText("{link} & <i>")
    draft.field("place").editingFinished.emit()
    draft.field("link").setText("x")
    assert "<b>{link} & <i></b>" in draft.words()
    with pytest.raises(KeyError):
        draft.field("odd")


def test_counts_are_said_in_words() -> None:
    assert (
        count_words(counted("a" * 212, "bluesky")) == "212 of 300 on Bluesky (a link counts whole)"
    )
    assert count_words(counted("a" * 303, "bluesky")).endswith(": 3 too many")
    assert count_words(counted("a", "comment")) == "1 character; we know of no limit for a comment"


def test_the_fields_that_are_known_are_filled_in(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    detail = brackenford.detail(brackenford.row(2))
    values = {"service": "missed collections", "place": "Park Lane", "officer": "Amy"}
    form = ReplyDialog(Ask(detail, shipped(), "Amy", "Missed collections", "normal", values))
    qtbot.addWidget(form)
    form.outcome.setCurrentIndex(form.outcome.findData("forward"))
    assert "Passed" in form.template.itemText(1)  # what fits best stands first
    form.template.setCurrentIndex(1)
    form.template.activated.emit(1)
    assert "Park Lane" in form.draft.words()
    assert form.draft.wants() in (("link",), ("reference", "link"))
