"""A window at the first mention to answer, and a reply to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from tests.ui.test_verbs import dialog, press
from ui.reply.dialog import ReplyDialog
from ui.shell import Window


@pytest.fixture
def window(qtbot: QtBot, desk: FakeDesk, show: Shown) -> Iterator[Window]:
    """A window at the first mention to answer; what it would open is kept in `opened`."""
    window = show(desk)
    opened: list[str] = []
    window.verbs.open_address = opened.append
    window.opened = opened
    QGuiApplication.clipboard().clear()
    window.open("answer")
    settle(qtbot, window)
    yield window
    QGuiApplication.clipboard().clear()


def begin(qtbot: QtBot, window: Window) -> ReplyDialog:
    press(qtbot, window, "R")
    return dialog(ReplyDialog)


def reply(qtbot: QtBot, window: Window, text: str = "We will look. Amy") -> None:
    form = begin(qtbot, window)
    qtbot.keyClick(form.signed_in, Qt.Key.Key_Space)
    form.draft.set_words(text)
    qtbot.keyClick(form.draft.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)


def clip() -> str:
    return QGuiApplication.clipboard().text()
