"""Urgent in the window: the duty contacts, said where empty, and filled in."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from listener.commands import Change, SetDuty
from listener.events import CouncilChanged
from listener.urgentcards import guide
from rules.urgent import ApprovedReply, Duty
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from tests.ui.test_verbs import dialog, last
from ui.urgent.alarm import missing_words
from ui.urgent.contacts import ContactsDialog


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
