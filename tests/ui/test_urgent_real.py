"""Urgent on the real desk, by keyboard: what the window asks, the engine keeps."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import settle
from tests.ui.test_real_desk import counts, window
from tests.ui.test_verbs import dialog, press
from ui.shell import Window
from ui.urgent.ways import PassedOn

__all__ = ["window"]  # the fixture


def test_a_danger_is_looked_at_passed_on_and_brought_back(qtbot: QtBot, window: Window) -> None:
    window.open("urgent")
    settle(qtbot, window)
    key = window.list.current().key
    qtbot.waitUntil(lambda: "1 possible danger" in window.alarm.waiting.said())
    assert window.list.current().chips[0].word.endswith("min left")
    assert window.pane.urgent.title.text() == "⚑ Possible danger from electricity"
    press(qtbot, window, "I")
    qtbot.waitUntil(lambda: not window.alarm.waiting.said())
    qtbot.waitUntil(lambda: "looks at it" in window.list.current().sentence)
    press(qtbot, window, "U")
    form = dialog(PassedOn)
    form.to.setCurrentText("Highways control room")
    form.reference.setText("H-117")
    form.accept()
    qtbot.waitUntil(lambda: counts(qtbot, window)["urgent"] == 0)
    window.open("done")
    settle(qtbot, window)
    qtbot.waitUntil(lambda: window.pane.detail is not None and window.pane.detail.row.key == key)
    decision = window.pane.detail.decision
    assert decision is not None
    assert decision.note.startswith("Passed on to Highways control room by telephone, ")
    assert decision.note.endswith(", reference H-117")
    assert window.pane.urgent.title.text() == "Noted about this mention"
    press(qtbot, window, "")
    qtbot.keyClick(window.list.table, "Z", Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: counts(qtbot, window)["urgent"] == 1)


def test_u_raises_anything_and_undo_puts_it_back(qtbot: QtBot, window: Window) -> None:
    window.open("forward")
    settle(qtbot, window)
    card = window.list.current()
    press(qtbot, window, "U")
    qtbot.waitUntil(lambda: counts(qtbot, window)["urgent"] == 2)
    qtbot.waitUntil(lambda: window.pane.urgent.title.text() == "⚑ Somebody may be at risk")
    assert window.pane.detail.row.key == card.key
    qtbot.keyClick(window.list.table, "Z", Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: counts(qtbot, window)["urgent"] == 1)
