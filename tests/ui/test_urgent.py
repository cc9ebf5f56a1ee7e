"""Urgent in the window: the alarm, the card, the two ways out, hidden text, holds, contacts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from listener.commands import (
    Change,
    EndHold,
    GiveToEmergency,
    MakeUrgent,
    NoteUrgent,
    PutOnHold,
    SetDuty,
)
from listener.events import CouncilChanged
from listener.mention import MentionKey
from listener.urgentcards import guide
from rules.urgent import Alarms, ApprovedReply, Duty, Hold, Mark, WayOut
from tests.ui import brackenford
from tests.ui.brackenford import NOW
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from tests.ui.test_everyone import nameless
from tests.ui.test_verbs import dialog, last, press
from ui.queue.card import card_of
from ui.shell import Window
from ui.urgent.alarm import Alarm, alarm_words, missing_words
from ui.urgent.contacts import ContactsDialog
from ui.urgent.given import Given
from ui.urgent.record import record_of
from ui.urgent.reply import reply_words
from ui.urgent.signs import HIDDEN, ORDER
from ui.urgent.ways import Give, Holding, Rang


def urgent_window(qtbot: QtBot, show: Shown, desk: FakeDesk) -> Window:
    window = show(desk)
    window.open("urgent")
    settle(qtbot, window)
    qtbot.waitUntil(lambda: window.pane.urgent.isVisible())
    return window


def dangers(desk: FakeDesk) -> list[MentionKey]:
    return [k for k, r in desk.kept.rows.items() if r.view == "urgent"]


def becomes(desk: FakeDesk, kind: str, channel: str = "page_comment", **mark: Any) -> MentionKey:
    """The first possible danger of the desk is of this kind now."""
    key = dangers(desk)[0]
    made = replace(Mark(kind, NOW + timedelta(minutes=11)), **mark)
    row = replace(desk.kept.rows[key], grade="person", channel=channel, urgent=made)
    desk.kept.rows[key] = row
    detail = brackenford.detail(row)
    assert detail.urgent is not None
    reply = ApprovedReply("self_harm", "Please ring 116 123.", "Safeguarding lead")
    sheet = replace(detail.urgent, mark=made, replies=(reply,), own_page=channel == "page_comment")
    desk.kept.details[key] = replace(detail, urgent=sheet)
    return key


# The clock and the alarm


def test_the_clock_stands_in_the_row_and_on_the_mention(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = urgent_window(qtbot, show, desk)
    card = window.list.current()
    assert card.clock.text.endswith(("11 min left", "10 min left"))
    assert "min left" in card.sentence
    assert window.pane.urgent.clock.text() == card.clock.text
    window.alarm.ticked.emit(NOW + timedelta(minutes=15))
    assert window.list.current().clock.text == "◷ late 4 min"
    assert window.pane.urgent.clock.text() == "◷ late 4 min"


def test_the_clocks_are_said_anew_every_half_minute_at_least(desk: FakeDesk, show: Shown) -> None:
    window = show(desk)
    assert window.alarm._beat.isActive()
    assert window.alarm._beat.interval() <= 30_000


def test_the_alarm_stands_over_every_page_until_somebody_looks(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    window.open("forward")
    qtbot.waitUntil(lambda: bool(window.alarm.waiting.said()))
    many = len(dangers(desk))
    assert window.alarm.waiting.said().startswith(
        f"⚑ {many} possible dangers: nobody is looking at them yet"
    )
    assert nameless(window) == []
    window.alarm.look.emit(dangers(desk)[1])
    settle(qtbot, window)
    qtbot.waitUntil(lambda: window.list.view == "urgent" and window.list.current() is not None)
    qtbot.waitUntil(lambda: window.list.current().key == dangers(desk)[1])
    qtbot.keyClick(window.list.table, "A", Qt.KeyboardModifier.ControlModifier)
    press(qtbot, window, "I")
    asked = last(desk, NoteUrgent)
    assert (len(asked.keys), asked.kind, asked.by) == (many, "looking", "Officer")
    qtbot.waitUntil(lambda: not window.alarm.waiting.said())
    assert window.list.model.rowCount() == many  # only the alarm stops
    assert "Officer looks at it" in window.list.current().sentence


def test_i_says_where_there_is_no_alarm_to_stop(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = show(desk)
    window.open("forward")
    settle(qtbot, window)
    press(qtbot, window, "I")
    assert "no alarm" not in window.pane.bar.undo.said()
    assert "Only a possible danger" in window.pane.bar.undo.said()


def test_the_alarm_sounds_only_where_one_wants_it_and_for_what_is_new(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    sounds: list[int] = []
    alarm = Alarm(window.bridge, lambda: sounds.append(1))
    qtbot.addWidget(alarm)
    settle(qtbot, window)
    assert sounds == []
    desk.kept.settings = replace(desk.kept.settings, alarm_sound=True)
    alarm.look_again()
    settle(qtbot, window)
    assert sounds == []
    key = next(k for k, r in desk.kept.rows.items() if r.view == "forward")
    desk.ask(MakeUrgent((key,)))
    alarm.look_again()
    settle(qtbot, window)
    assert sounds == [1]
    alarm.look_again()
    settle(qtbot, window)
    assert sounds == [1]
    alarm.stop()


@pytest.mark.parametrize(
    ("waiting", "said"),
    [
        ((), ""),
        ((NOW + timedelta(minutes=5),), "1 possible danger: nobody is looking at it yet."),
        ((NOW - timedelta(minutes=5), NOW), "2 possible dangers: nobody is looking at them yet"),
    ],
)
def test_the_alarm_is_a_calm_sentence(waiting: tuple[datetime, ...], said: str) -> None:
    found = alarm_words(Alarms(waiting, 1), NOW)
    assert said in found
    assert ("Late since" in found) is (len(waiting) == 2)


# The card


def test_the_card_says_whom_to_ring_what_to_do_save_and_not_post(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = urgent_window(qtbot, show, desk)
    card = window.pane.urgent
    assert card.title.text() == "⚑ Possible danger from electricity"
    assert card.ring.said().startswith("Ring now: 999")
    assert "105" in card.ring.said()
    assert not card.save.isVisible()
    qtbot.keyClick(card.more, Qt.Key.Key_Space)
    assert card.save.isVisible()
    assert "to be confirmed by your council" in card.every.said()
    assert "that it is safe" in card.never.said()
    assert nameless(window) == []
    at = card.kind.findData("gas")
    card.kind.setCurrentIndex(at)
    card.kind.activated.emit(at)
    assert "0800 111 999" in card.ring.said()


def test_out_of_hours_the_card_says_the_other_number_first(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = urgent_window(qtbot, show, desk)
    card = window.pane.urgent
    number = {d.role: (d.phone, d.out_of_hours) for d in brackenford.DUTY}["highways"]
    card.tick(datetime(2026, 11, 24, 10, 0, tzinfo=UTC))  # a Tuesday
    assert number[0] in card.ring.said()
    assert number[1] not in card.ring.said()
    card.tick(datetime(2026, 11, 24, 22, 0, tzinfo=UTC))
    assert number[1] in card.ring.said()


def test_a_contact_that_is_missing_stands_in_the_card_as_a_fault(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    key = dangers(desk)[0]
    detail = brackenford.detail(desk.kept.rows[key])
    assert detail.urgent is not None
    desk.kept.details[key] = replace(detail, urgent=replace(detail.urgent, contacts=()))
    window = urgent_window(qtbot, show, desk)
    assert "! Highways emergencies: no number filled in yet" in window.pane.urgent.ring.said()


def test_a_mention_that_is_no_danger_has_no_card(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = show(desk)
    window.open("forward")
    settle(qtbot, window)
    assert not window.pane.urgent.isVisible()
    window.open("urgent")
    settle(qtbot, window)
    assert window.pane.urgent.isVisible()


def test_whom_one_rang_is_kept_from_a_quick_form(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = urgent_window(qtbot, show, desk)
    window.pane.urgent.button("rang").click()
    form = dialog(Rang)
    assert form.whom.currentText().startswith("Police, fire")
    form.whom.setCurrentText("")
    form.accept()
    assert form.isVisible()
    form.whom.setCurrentText("999")
    form.said.setText("on their way")
    form.accept()
    settle(qtbot, window)
    assert last(desk, NoteUrgent).what == "999: on their way"
    settle(qtbot, window)
    qtbot.waitUntil(lambda: not window.pane.urgent.record.isHidden())


@pytest.mark.parametrize(
    ("kind", "own", "reply", "said"),
    [
        ("threat", True, None, "Threats get no reply"),
        ("self_harm", False, None, "this is not on our own page"),
        ("self_harm", True, None, "No reply is approved yet"),
        ("self_harm", True, ApprovedReply("self_harm", "x", "the lead"), "Approved by the lead"),
    ],
)
def test_whether_to_reply_is_a_sentence(
    kind: str, own: bool, reply: ApprovedReply | None, said: str
) -> None:
    assert said in reply_words(guide().card(kind), own, reply)


def test_for_self_harm_on_our_own_page_the_approved_reply_or_silence_is_chosen(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    becomes(desk, "self_harm")
    window = urgent_window(qtbot, show, desk)
    opened: list[str] = []
    window.verbs.open_address = opened.append
    window.pane.urgent.reply.copy.click()
    settle(qtbot, window)
    assert QApplication.clipboard().text() == "Please ring 116 123."
    assert last(desk, NoteUrgent).kind == "replied"
    assert len(opened) == 1
    window.pane.urgent.reply.silence.click()
    assert last(desk, NoteUrgent).kind == "silence"


def test_a_threat_gets_no_reply(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    becomes(desk, "threat")
    window = urgent_window(qtbot, show, desk)
    box = window.pane.urgent.reply
    assert box.words.text() == "Threats get no reply. Send it to the police."
    assert not box.copy.isVisible()
    assert not box.silence.isVisible()


# The verbs


def test_u_makes_anything_urgent_and_a_second_u_passes_it_on(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    window.open("forward")
    settle(qtbot, window)
    key = window.list.current().key
    press(qtbot, window, "U")
    settle(qtbot, window)
    assert last(desk, MakeUrgent) == MakeUrgent((key,), "Officer")
    assert window.list.current().key == key
    qtbot.waitUntil(lambda: window.pane.urgent.title.text() == "⚑ Somebody may be at risk")
    assert window.pane.bar.button("safe").isVisible()
    press(qtbot, window, "")
    qtbot.keyClick(window.list.table, "Z", Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert desk.kept.rows[key].view == "forward"


def test_u_works_on_what_is_decided_and_not_on_many_at_once(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    window.open("forward")
    settle(qtbot, window)
    key = window.list.current().key
    press(qtbot, window, "E")
    window.open("done")
    settle(qtbot, window)
    assert window.list.current().key == key
    assert window.pane.bar.button("urgent").isVisible()
    press(qtbot, window, "U")
    assert last(desk, MakeUrgent).keys == (key,)
    window.list.open(None, "a")
    settle(qtbot, window)
    qtbot.keyClick(window.list.table, "A", Qt.KeyboardModifier.ControlModifier)
    asked = len(desk.asked)
    press(qtbot, window, "U")
    assert len(desk.asked) == asked
    assert "at most 20" in window.pane.bar.undo.said()


def test_the_exact_words_are_copied_for_an_emergency_service_and_logged(
    qtbot: QtBot, desk: FakeDesk, show: Shown, tmp_path: Path
) -> None:
    window = urgent_window(qtbot, show, desk)
    key = window.list.current().key
    window.pane.urgent.button("give").click()
    form = dialog(Give)
    form.basis.setCurrentText("")
    form.accept()
    assert form.isVisible()
    form.basis.setCurrentText("to protect somebody's life")
    form.accept()
    settle(qtbot, window)
    assert last(desk, GiveToEmergency) == GiveToEmergency(
        key, "Police (999)", "to protect somebody's life", "Officer"
    )
    qtbot.waitUntil(lambda: "Exact words" in QApplication.clipboard().text())
    given = dialog(Given)
    assert nameless(given) == []
    given.save(tmp_path / "words.txt")
    assert "live cable" in (tmp_path / "words.txt").read_text(encoding="utf-8")
    given.save(tmp_path / "none" / "words.txt")
    assert "still on the clipboard" in given._said.text()
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "words.pdf"))
    given.print_to(printer)
    assert (tmp_path / "words.pdf").stat().st_size > 0
    given.reject()


def test_a_mention_is_put_on_hold_and_the_hold_ends_with_a_reason(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    window.open("forward")
    settle(qtbot, window)
    key = window.list.current().key
    press(qtbot, window, "H")
    form = dialog(Holding)
    form.accept()
    assert form.isVisible()
    form.why.setText("the police may ask")
    form.accept()
    settle(qtbot, window)
    assert last(desk, PutOnHold) == PutOnHold((key,), "the police may ask", "Officer")
    qtbot.waitUntil(lambda: window.pane.urgent.title.text() == "Noted about this mention")
    qtbot.waitUntil(lambda: "on hold" in window.list.current().sentence)
    press(qtbot, window, "H")
    again = dialog(Holding)
    again.what.setCurrentIndex(1)
    again.why.setText("they have it")
    again.accept()
    settle(qtbot, window)
    assert last(desk, EndHold).why == "they have it"


def test_a_hold_whose_review_is_due_is_said_over_every_page(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    desk.kept.reviews = 1
    window = show(desk)
    qtbot.waitUntil(lambda: "on hold for seven days" in window.alarm.reviews.said())
    window.alarm.review.emit()
    settle(qtbot, window)
    assert window.list.search == "is:held"


def test_what_was_done_is_listed_with_what_restricts_and_holds_it() -> None:
    detail = brackenford.detail(brackenford.row(1))
    assert detail.urgent is not None
    hold = Hold("Amy", NOW - timedelta(days=8), "a threat", NOW - timedelta(days=1))
    way = WayOut("passed_on", "Amy", NOW, "999", "telephone", NOW, "H-1")
    sheet = replace(detail.urgent, hold=hold, ways=(way,), restricted="Restricted: it names her.")
    first, held, out = record_of(sheet, NOW)
    assert first == "Restricted: it names her."
    assert "On hold for 8 days" in held
    assert "Passed on to 999 by telephone" in out


# Text that may distress


def test_a_text_that_may_distress_is_hidden_until_it_is_opened_and_again_afterwards(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    becomes(desk, "self_harm", hidden=True)
    window = urgent_window(qtbot, show, desk)
    said, why = window.pane.said, window.pane.why
    card = window.list.current()
    assert card.text == HIDDEN
    assert "live cable" not in card.sentence
    assert said.veil.isVisible()
    assert not said.words.isVisible()
    assert not why.isVisible()
    assert nameless(window) == []
    press(qtbot, window, "")
    qtbot.keyClick(window.list.table, Qt.Key.Key_Return)
    assert said.words.isVisible()
    assert said.words.hasFocus()
    assert why.isVisible()
    assert not said.veil.isVisible()
    qtbot.keyClick(window.list.table, "J")
    settle(qtbot, window)
    assert said.words.isVisible()
    qtbot.keyClick(window.list.table, "K")
    settle(qtbot, window)
    assert said.veil.isVisible()
    qtbot.keyClick(said.veil.show_button, Qt.Key.Key_Return)
    assert said.words.isVisible()


def test_a_text_that_was_opened_stays_open_when_something_is_noted(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    key = becomes(desk, "self_harm", hidden=True)
    window = urgent_window(qtbot, show, desk)
    window.pane.said.read()
    desk.ask(NoteUrgent((key,), "looking", "", "Officer"))
    settle(qtbot, window)
    assert not window.pane.said.covered()


def test_a_hidden_row_says_so_wherever_it_stands() -> None:
    row = brackenford.row(1, urgent=Mark("child", None, hidden=True), view="done")
    assert card_of(row, NOW).text == HIDDEN


# The list and the contacts


def test_urgent_says_in_which_order_it_stands(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = urgent_window(qtbot, show, desk)
    assert window.list.about.isVisible()
    assert window.list.about.text() == ORDER
    window.open("forward")
    settle(qtbot, window)
    assert not window.list.about.isVisible()


def test_empty_duty_contacts_are_a_red_fault_and_are_filled_in_there(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    assert desk.kept.council is not None
    filled = tuple(d for d in desk.kept.council.duty if d.role != "water")
    desk.kept.council = replace(desk.kept.council, duty=filled)
    window = show(desk)
    qtbot.waitUntil(lambda: "Water company" in window.alarm.contacts.said())
    assert window.alarm.contacts.property("banner") == "red"
    window.alarm.contacts._press.click()
    settle(qtbot, window)
    form = dialog(ContactsDialog)
    assert "Water company" in form._empty.text()
    form.lines[("water", "hours")].setText("9 to 5")
    form.accept()
    assert form.isVisible()
    form.lines[("water", "phone")].setText("01632 960109")
    form.lines[("water", "hours")].setText("always")
    assert form._empty.isHidden()
    form.reply.setPlainText("Please ring 116 123.")
    form.accept()
    assert form.isVisible()  # who approved it?
    form.approver.setText("the lead")
    form.sound.setChecked(True)
    form.accept()
    settle(qtbot, window)
    asked = last(desk, SetDuty)
    assert Duty("water", "", "01632 960109", "always") in asked.contacts
    assert asked.replies[0].by == "the lead"
    assert Change("alarm_sound", True) in desk.asked
    desk.tell(CouncilChanged())
    qtbot.waitUntil(lambda: not window.alarm.contacts.said())


def test_what_others_added_to_the_contacts_is_kept(qtbot: QtBot, desk: FakeDesk) -> None:
    council = desk.kept.council
    assert council is not None
    second = Duty("water", "second desk", "1", "", "2")
    reply = ApprovedReply("self_harm", "words", "the lead")
    council = replace(council, duty=(*council.duty, second), approved_replies=(reply,))
    form = ContactsDialog(guide(), council, False)
    qtbot.addWidget(form)
    assert set(form.contacts()) == set(council.duty)
    assert form.replies() == (reply,)
    form.reply.setPlainText("")
    assert form.replies() == ()


def test_many_empty_contacts_are_counted() -> None:
    said = missing_words(("a", "b", "c", "d", "e", "f"))
    assert said == "! 6 duty contacts not filled in: a, b, c, d and 2 more."
