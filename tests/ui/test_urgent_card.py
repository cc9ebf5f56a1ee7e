"""Urgent in the window: the card, whom one rang, and whether to reply."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from listener.commands import NoteUrgent
from listener.urgentcards import guide
from rules.urgent import ApprovedReply
from tests.ui import brackenford
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from tests.ui.test_everyone import nameless
from tests.ui.test_verbs import dialog, last
from tests.ui.urgentdesk import becomes, dangers, urgent_window
from ui.urgent.reply import reply_words
from ui.urgent.ways import Rang


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
