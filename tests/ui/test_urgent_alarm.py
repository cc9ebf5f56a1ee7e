"""Urgent in the window: its clocks, its order, and the alarm over every page."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from listener.commands import MakeUrgent, NoteUrgent
from rules.urgent import Alarms
from tests.ui.brackenford import NOW
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from tests.ui.test_everyone import nameless
from tests.ui.test_verbs import last, press
from tests.ui.urgentdesk import dangers, urgent_window
from ui.urgent.alarm import Alarm, alarm_words
from ui.urgent.signs import ORDER


def test_the_clock_stands_in_the_row_and_on_the_mention(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = urgent_window(qtbot, show, desk)
    window.alarm.ticked.emit(NOW)  # whenever the test runs
    card = window.list.current()
    assert card.clock.text == "◷ 11 min left"
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


def test_urgent_says_in_which_order_it_stands(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = urgent_window(qtbot, show, desk)
    assert window.list.about.isVisible()
    assert window.list.about.text() == ORDER
    window.open("forward")
    settle(qtbot, window)
    assert not window.list.about.isVisible()
