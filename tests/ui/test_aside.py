"""Notes, mutes, sleep, stacks by hand and held publicity, by keyboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from listener.commands import (
    AddNote,
    Decide,
    EndPublicity,
    HoldPublicity,
    Join,
    Mute,
    Snooze,
    Split,
    Star,
    Undo,
    Unmute,
    Wake,
)
from listener.mention import MentionKey
from rules.asleep import Afoot, Followed, Sleep
from rules.asleep import Mute as Muted
from rules.publicity import PublicityHold
from tests.ui.brackenford import NOW, row
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from tests.ui.test_verbs import dialog, last, press
from ui.mention.asleeplist import AsleepList, sentences
from ui.mention.noteform import NoteForm
from ui.mention.putaway import HoldForm, MuteForm
from ui.mention.stackers import JoinChooser, SplitChooser, likest
from ui.reply.dialog import ReplyDialog
from ui.shell import Window

HOLD = PublicityHold("Amy", "a death in the council", NOW, NOW + timedelta(days=1))


def opened(qtbot: QtBot, desk: FakeDesk, show: Shown, view: str) -> Window:
    window = show(desk)
    window.open(view)
    settle(qtbot, window)
    return window


def asked(desk: FakeDesk, kind: type[Any]) -> list[Any]:
    return [c for c in desk.asked if isinstance(c, kind)]


def choose(qtbot: QtBot, window: Window, verb: str, letter: str) -> None:
    """Opens a verb's menu by its key, and chooses a line by its letter."""
    press(qtbot, window, verb)
    qtbot.keyClick(dialog(QMenu), letter)
    settle(qtbot, window)


# Notes


def test_a_note_is_kept_and_the_mention_stays_where_it_is(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show, "forward")
    key = window.list.current().key
    press(qtbot, window, "M")
    form = dialog(NoteForm)
    form.accept()
    assert form.isVisible()  # there is nothing to keep yet
    qtbot.keyClicks(form.text, "rang the depot")
    qtbot.keyClick(form.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert last(desk, AddNote) == AddNote((key,), "rang the depot", "Officer")
    assert window.list.current().key == key
    assert window.pane.bar.undo.said() == "Noted."
    assert not asked(desk, Decide)


def test_a_note_may_decide_in_the_same_step(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = opened(qtbot, desk, show, "forward")
    press(qtbot, window, "M")
    form = dialog(NoteForm)
    form.text.setPlainText("known to the depot")
    form.outcome.setCurrentIndex(form.outcome.findData("watch"))
    form.accept()
    settle(qtbot, window)
    done = last(desk, Decide)
    assert (done.outcome, done.note) == ("watch", "known to the depot")
    assert not asked(desk, AddNote)


def test_where_the_officer_decides_d_asks_for_the_decision(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show, "decide")
    press(qtbot, window, "D")
    form = dialog(NoteForm)
    assert form.decision() == "evaluate"
    form.outcome.setCurrentIndex(form.outcome.findData("no_reply"))
    form.accept()
    settle(qtbot, window)
    assert last(desk, Decide).outcome == "no_reply"


def test_an_urgent_mention_takes_a_note_and_offers_no_decision_with_it(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show, "urgent")
    press(qtbot, window, "M")
    form = dialog(NoteForm)
    assert not form.outcome.isVisible()
    form.text.setPlainText("ringing them now")
    form.accept()
    settle(qtbot, window)
    assert last(desk, AddNote).text == "ringing them now"
    assert window.list.model.rowCount() == 7


# Putting away


def test_snooze_until_it_grows_and_until_an_answer_say_when_it_comes_back_at_the_latest(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show, "forward")
    choose(qtbot, window, "Z", "G")
    grows = last(desk, Snooze)
    assert (grows.grows, grows.answer) == (3, False)
    assert timedelta(days=13) < grows.until - datetime.now(UTC) < timedelta(days=15)
    assert "3 more people" in window.pane.bar.undo.said()
    assert "at the latest" in window.pane.bar.undo.said()
    choose(qtbot, window, "Z", "A")
    answer = last(desk, Snooze)
    assert (answer.grows, answer.answer) == (0, True)
    assert answer.keys != grows.keys


def test_what_is_snoozed_is_woken_by_the_same_key(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show, "forward")
    key = window.list.current().key
    choose(qtbot, window, "Z", "T")
    window.open("snoozed")
    settle(qtbot, window)
    choose(qtbot, window, "Z", "W")
    assert last(desk, Wake).keys == (key,)
    assert window.list.model.rowCount() == 0


def test_a_mute_says_first_how_much_it_would_quieten(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show, "forward")
    key = window.list.current().key
    press(qtbot, window, "Q")
    settle(qtbot, window)
    form = dialog(MuteForm)
    qtbot.waitUntil(lambda: form.preview.text() == "Would quieten 7 other mentions here now.")
    form.why.setText("all was answered")
    form.accept()
    settle(qtbot, window)
    mute = last(desk, Mute)
    assert (mute.keys, mute.why) == ((key,), "all was answered")
    assert timedelta(days=13) < mute.until - datetime.now(UTC) < timedelta(days=15)
    assert "its posts stand in Watching" in window.pane.bar.undo.said()


def test_a_muted_thread_says_so_at_its_mention_and_is_unmuted_there(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    key = next(k for k, r in desk.kept.rows.items() if r.view == "forward")
    desk.kept.afoot[key] = Afoot(mute=Muted(key, "Bins", "Amy", NOW, None, "in circles"))
    window = opened(qtbot, desk, show, "forward")
    (said,) = window.pane.afoot.said()
    assert said == (
        "This thread is muted until somebody unmutes it, by Amy (in circles). Possible "
        "dangers still come through."
    )
    qtbot.mouseClick(window.pane.afoot.button("mute"), Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert last(desk, Unmute).keys == (key,)
    qtbot.waitUntil(lambda: not window.pane.afoot.isVisible())


def test_q_on_a_muted_thread_offers_to_unmute_it(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    key = next(k for k, r in desk.kept.rows.items() if r.view == "forward")
    desk.kept.afoot[key] = Afoot(mute=Muted(key, "Bins", "Amy", NOW, None, ""))
    window = opened(qtbot, desk, show, "forward")
    press(qtbot, window, "Q")
    box = dialog(QMessageBox)
    assert "by Amy" in box.text()
    box.button(QMessageBox.StandardButton.Yes).click()
    settle(qtbot, window)
    assert last(desk, Unmute).keys == (key,)


def test_what_is_asleep_lists_every_mute_and_unmutes_it(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    key = next(k for k, r in desk.kept.rows.items() if r.view == "forward")
    desk.kept.afoot[key] = Afoot(mute=Muted(key, "Bins again", "Amy", NOW, None, "", 3))
    window = opened(qtbot, desk, show, "forward")
    choose(qtbot, window, ".", "W")
    listed = dialog(AsleepList)
    assert "Bins again" in listed.list.item(0).text()
    assert "3 mentions quiet now" in listed.list.item(0).text()
    listed.unmute.emit(int(key))
    listed.close()
    settle(qtbot, window)
    assert last(desk, Unmute).keys == (key,)


def test_nothing_asleep_is_said(desk: FakeDesk) -> None:
    reader = desk.reader()
    (said,) = sentences(reader.asleep(), None, NOW)
    reader.close()
    assert said.startswith("Nothing is asleep")


def test_what_it_sleeps_for_and_what_was_answered_before_is_said_at_the_mention(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    keys = [k for k, r in desk.kept.rows.items() if r.view == "forward"]
    before = next(k for k, r in desk.kept.rows.items() if r.view == "answer")
    desk.kept.afoot[keys[0]] = Afoot(
        sleep=Sleep(NOW, 3, 1, True), follows=Followed(before, "answer", "Amy", NOW), apart=True
    )
    window = opened(qtbot, desk, show, "forward")
    said = " ".join(window.pane.afoot.said())
    assert "3 more people tell it, or twice as many (1 person then)" in said
    assert "somebody answers" in said
    assert "A later post where we answered: Answer, Amy" in said
    assert "it stays out" in said
    qtbot.mouseClick(window.pane.afoot.button("follows"), Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: window.list.current().key == before)


# Stacks


def test_one_member_is_taken_out_of_its_stack(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = opened(qtbot, desk, show, "forward")
    member = window.pane.detail.stack[1]
    choose(qtbot, window, ".", "T")
    chooser = dialog(SplitChooser)
    assert chooser.list.count() == window.pane.detail.row.stack_size
    chooser.list.setCurrentRow(2)
    desk.kept.rows[member.key] = member
    chooser.accept()
    settle(qtbot, window)
    assert last(desk, Split).key == member.key


def test_a_mention_is_joined_to_the_one_found_by_search(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show, "forward")
    key = window.list.current().key
    choose(qtbot, window, ".", "J")
    chooser = dialog(JoinChooser)
    qtbot.waitUntil(lambda: chooser.list.count() > 0)
    assert key not in [chooser.list.item(n).data(256).key for n in range(chooser.list.count())]
    qtbot.keyClicks(chooser.search, "Library")
    qtbot.waitUntil(lambda: "Library" in chooser.list.item(0).text())
    wanted = chooser.chosen()
    qtbot.keyClick(chooser.search, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert last(desk, Join) == Join((key,), wanted.key, "Officer")


def test_those_with_the_most_words_in_common_come_first() -> None:
    one = row(1, text="the street light on Cinder Bank is out again")
    near = row(2, text="Cinder Bank: another street light is out")
    far = row(3, text="brown bins were missed on Park Lane")
    assert [r.key for r in likest(one, [far, near])] == [near.key, far.key]


# Publicity


def test_publicity_is_held_with_a_reason_and_the_banner_says_so(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show, "forward")
    press(qtbot, window, "")
    qtbot.keyClick(window.list.table, "H", Qt.KeyboardModifier.ControlModifier)
    form = dialog(HoldForm)
    form.accept()
    assert form.isVisible()  # it wants a reason
    form.why.setText("a death in the council")
    form.accept()
    settle(qtbot, window)
    assert last(desk, HoldPublicity).why == "a death in the council"
    qtbot.waitUntil(lambda: "a death in the council" in window.banners.publicity.said())
    press(qtbot, window, "")  # the window has the keyboard again
    qtbot.keyClick(window.list.table, "H", Qt.KeyboardModifier.ControlModifier)
    dialog(QMessageBox).button(QMessageBox.StandardButton.Yes).click()
    settle(qtbot, window)
    assert asked(desk, EndPublicity)
    qtbot.waitUntil(lambda: window.banners.publicity.said() == "")


@pytest.mark.parametrize("key", "DR")
def test_while_it_holds_joining_in_is_neither_suggested_nor_done_by_a_key(
    qtbot: QtBot, desk: FakeDesk, show: Shown, key: str
) -> None:
    desk.kept.hold = HOLD
    for k in [k for k, r in desk.kept.rows.items() if r.guess != "join_in"]:
        del desk.kept.rows[k]
    window = opened(qtbot, desk, show, "answer")
    before = window.list.model.keys()
    assert not window.pane.bar.button("suggested").isVisible()
    assert "waits" in window.pane.afoot.said()[0]
    press(qtbot, window, key)
    assert window.list.model.keys() == before
    assert not asked(desk, Decide)
    assert "all publicity is held until" in window.pane.bar.undo.said()


def test_while_it_holds_a_reply_is_asked_about_first(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    desk.kept.hold = HOLD
    window = opened(qtbot, desk, show, "answer")
    addresses: list[str] = []
    window.verbs.open_address = addresses.append
    key = window.list.current().key
    press(qtbot, window, "R")
    box = dialog(QMessageBox)
    assert "a death in the council" in box.text()
    assert not addresses
    box.button(QMessageBox.StandardButton.Cancel).click()
    assert not asked(desk, Decide)
    press(qtbot, window, "R")
    dialog(QMessageBox).button(QMessageBox.StandardButton.Yes).click()
    settle(qtbot, window)
    form = dialog(ReplyDialog)
    assert form.isVisible()
    assert not addresses  # nothing is opened before the reply is written
    form.reject()
    assert window.list.current().key == key


def test_in_bulk_what_is_held_back_stays_and_is_counted(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    desk.kept.hold = HOLD
    keep = {k for k, r in desk.kept.rows.items() if r.guess in ("join_in", "no_reply")}
    for k in [k for k in desk.kept.rows if k not in keep]:
        del desk.kept.rows[k]
    window = show(desk)
    window.list.open(None, "a")
    settle(qtbot, window)
    window.list.table.selectAll()
    joins = [c for c in window.list.table.chosen() if c.row.guess == "join_in"]
    press(qtbot, window, "D")
    decided = {k for c in asked(desk, Decide) for k in c.keys}
    assert decided.isdisjoint(c.key for c in joins)
    assert f"{len(joins)} mentions held back" in window.pane.bar.undo.said()


# Many at once, and back


def test_more_than_twenty_are_asked_about_first(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    for n in range(1, 26):
        desk.kept.rows[MentionKey(500 + n)] = replace(row(3), key=MentionKey(500 + n))
    window = opened(qtbot, desk, show, "forward")
    window.list.table.selectAll()
    choose(qtbot, window, "Z", "T")
    box = dialog(QMessageBox)
    assert "at once?" in box.text()
    box.button(QMessageBox.StandardButton.Cancel).click()
    assert not asked(desk, Snooze)


def test_several_undos_in_a_row_each_lead_to_what_came_back(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show, "forward")
    first = window.list.current().key
    choose(qtbot, window, "Z", "T")
    choose(qtbot, window, ".", "S")
    assert asked(desk, Star)
    second = window.list.current().key
    window.list.table.step(3)
    for back_to in (second, first):
        qtbot.mouseClick(window.pane.bar.undo.button, Qt.MouseButton.LeftButton)
        settle(qtbot, window)
        assert window.list.current().key == back_to
    assert len(asked(desk, Undo)) == 2
    assert desk.kept.rows[first].view == "forward"
