"""Answering the chart and doing what it then says, at one stroke: where it may, where not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from listener.commands import AnswerAndDecide, AnswerQuestion
from rules.publicity import Stopped
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from tests.ui.test_verbs import last
from ui.shell import Window


def alt(qtbot: QtBot, window: Window, key: str) -> None:
    """Alt and a letter, in the list."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.list.table, key, Qt.KeyboardModifier.AltModifier)
    settle(qtbot, window)


def test_one_stroke_answers_and_does_what_was_shown_beside_the_question(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    window.open("unsure")
    settle(qtbot, window)
    first, second = window.list.model.keys()[:2]
    assert "Alt+Y or Alt+N answers and does it" in window.pane.why.asked.stroke.text()
    assert "Alt+Y also does it: Offer the complaint route" in window.pane.why.asked.yes.toolTip()
    service = window.list.current().row.category
    alt(qtbot, window, "Y")
    assert last(desk, AnswerAndDecide) == AnswerAndDecide(
        first, True, "complaint_route", service, "Officer"
    )
    assert window.list.current().key == second
    assert window.pane.bar.undo.said() == "Answered yes. Decided: offer the complaint route."
    qtbot.keyClick(window.list.table, "Z", Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert window.list.current().key == first


def test_one_stroke_only_answers_where_the_chart_asks_on(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    desk.asks_more = True
    window = show(desk)
    window.open("unsure")
    settle(qtbot, window)
    key = window.list.current().key
    alt(qtbot, window, "N")
    assert last(desk, AnswerAndDecide).key == key
    assert window.list.current().key == key
    assert window.pane.bar.undo.said() == "Answered no."


@pytest.mark.parametrize(
    ("asks", "leads"), [("complaint", "urgent"), ("complaint", "evaluate"), ("g_risk", "forward")]
)
def test_no_stroke_decides_a_danger_or_what_is_the_officers(
    qtbot: QtBot, desk: FakeDesk, show: Shown, asks: str, leads: str
) -> None:
    window = show(desk)
    window.open("unsure")
    settle(qtbot, window)
    key = window.list.current().key
    detail = window.pane.detail
    desk.kept.details[key] = replace(
        detail, verdict=replace(detail.verdict, asks=asks, yes_leads=leads, no_leads=leads)
    )
    window.pane.read_again()
    settle(qtbot, window)
    assert not window.pane.why.asked.stroke.isVisible()
    alt(qtbot, window, "Y")
    assert desk.asked[-1] == AnswerQuestion(key, True, "Officer")


def test_one_stroke_asks_the_person_where_publicity_is_held(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    window.open("unsure")
    settle(qtbot, window)
    key = window.list.current().key
    window.more.answering.stopped = lambda _: Stopped("no", "held", "held")
    alt(qtbot, window, "Y")
    assert desk.asked[-1] == AnswerQuestion(key, True, "Officer")
