"""What a screen reader does and is told where Qt goes a way of its own."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from listener.commands import Change
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk


def toggle(widget: QWidget) -> None:
    """What a screen reader's user presses: the one action that the widget offers first."""
    action = QAccessible.queryAccessibleInterface(widget).actionInterface()
    action.doAction(action.actionNames()[0])


@pytest.mark.parametrize("name", ["answer", "sources", "settings"])
def test_a_list_or_a_page_is_opened_by_a_screen_readers_action(
    qtbot: QtBot, desk: FakeDesk, show: Shown, name: str
) -> None:
    window = show(desk)
    opened: list[str] = []
    window.rail.opened.connect(opened.append)
    toggle(window.rail.button(name))
    settle(qtbot, window)
    assert opened == [name]
    window.rail.button("forward").click()
    window.open("unsure")
    settle(qtbot, window)
    assert opened == [name, "forward"]  # what only shows which is open opens nothing


def test_a_setting_is_ticked_by_a_screen_readers_action_and_kept_once(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    window.open("settings")
    settle(qtbot, window)
    box = next(b for b in window.settings.findChildren(QCheckBox) if "at the clock" in b.text())
    before = box.isChecked()
    toggle(box)
    settle(qtbot, window)
    window.telling.look_again()
    settle(qtbot, window)
    assert [c for c in desk.asked if isinstance(c, Change)] == [Change("badge", not before)]


def test_marks_are_switched_off_by_a_screen_readers_action(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    window.open("forward")
    settle(qtbot, window)
    toggle(window.pane.said.legend.marks)
    settle(qtbot, window)
    assert desk.asked[-1] == Change("marks", False)


def test_nothing_is_described_in_tags(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = show(desk)
    for name in ("forward", "unsure"):
        window.open(name)
        settle(qtbot, window)
        for widget in window.findChildren(QWidget):
            face = QAccessible.queryAccessibleInterface(widget)
            if face is not None:
                assert "<" not in face.text(QAccessible.Text.Description), widget
