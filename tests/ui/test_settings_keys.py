"""The keys in the settings: changed, switched off, refused where taken, and their sheet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from pytestqt.qtbot import QtBot

from listener.commands import LookOver
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from tests.ui.settingspage import opened, section
from ui import keymap
from ui.keys import KEYS
from ui.parts.buttons import KeyButton
from ui.parts.keysheet import KeySheet
from ui.settings.keys import KeyForm


def test_a_key_is_changed_and_buttons_and_sheet_follow(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show)
    section(window, "Keys")
    keys = window.settings.keys
    keys.table.choose([k.verb for k in KEYS].index("add"))
    keys.edit()
    form = keys.findChild(KeyForm)
    qtbot.keyClick(form.line, "F")
    form.accept()
    assert form.isVisible()
    assert "is taken" in form._missing.text()
    qtbot.keyClick(form.line, Qt.Key.Key_F7)
    form.accept()
    settle(qtbot, window)
    assert {"F7"} <= set(window.keys)
    assert "A" not in window.keys
    bound = [s.key().toString() for s in window.findChildren(QShortcut) if s.isEnabled()]
    assert bound.count("F7") == 1
    assert any(b._key == "F7" for b in window.head.findChildren(KeyButton))
    window.settings.undo()
    settle(qtbot, window)
    assert "A" in window.keys


def test_a_key_is_switched_off_and_comes_back_as_usual(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show)
    section(window, "Keys")
    keys = window.settings.keys
    keys.table.choose([k.verb for k in KEYS].index("star"))
    keys.switch_off()
    settle(qtbot, window)
    assert "S" not in window.keys
    keys.as_usual()
    settle(qtbot, window)
    assert "S" in window.keys
    assert desk.kept.settings.keys == ""


@pytest.mark.parametrize(
    ("key", "says"),
    [("Tab", "Tab"), ("Ctrl+1", "list"), ("Shift+K", "capital"), ("", "press"), ("J", "taken")],
)
def test_a_key_that_may_not_be_used_is_said(key: str, says: str) -> None:
    assert says in keymap.clash({}, "add", key)


def test_changed_keys_come_back_from_their_text() -> None:
    changes = {"add": ("I",), "star": ()}
    assert keymap.changes_of(keymap.text_of(changes)) == changes
    assert keymap.changes_of("no JSON") == {}
    assert keymap.changes_of('{"nothing": ["X"], "add": "I"}') == {}
    assert keymap.text_of({"add": ("A",)}) == ""


def test_the_sheet_of_keys_leads_to_what_it_asks_for(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show)
    window.open("forward")
    window.key_sheet()
    sheet = window.findChild(KeySheet)
    next(b for b in sheet.findChildren(KeyButton) if b.text() == "Copy for IT").click()
    settle(qtbot, window)
    assert LookOver() in desk.asked
    assert window.settings.it.copy.isVisible()
