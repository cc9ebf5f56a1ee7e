"""Urgent in the window: text that may distress is hidden until it is opened."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from listener.commands import NoteUrgent
from rules.urgent import Mark
from tests.ui import brackenford
from tests.ui.brackenford import NOW
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from tests.ui.test_everyone import nameless
from tests.ui.test_verbs import press
from tests.ui.urgentdesk import becomes, urgent_window
from ui.queue.card import card_of
from ui.urgent.signs import HIDDEN


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
