"""A window on a fake desk, closed again after each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.fakedesk import FakeDesk
from ui.shell import Window
from ui.theme import Look, Theme

Shown = Callable[[FakeDesk], Window]


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The look of the application; there is one application for all tests."""
    return Theme(qapp, Look("light", 100))


@pytest.fixture
def show(qtbot: QtBot, theme: Theme) -> Iterator[Shown]:
    """Shows a window on a desk and waits until it has read where everything stands."""
    windows: list[Window] = []

    def shown(desk: FakeDesk) -> Window:
        window = Window(desk, theme)
        windows.append(window)
        qtbot.addWidget(window, before_close_func=lambda w: w.close_now())
        window.show()
        qtbot.waitUntil(lambda: window.glance is not None)
        settle(qtbot, window)
        return window

    yield shown
    for window in windows:
        window.close_now()
    theme.wear(Look("light", 100))


@pytest.fixture
def desk(tmp_path: Path) -> FakeDesk:
    """A desk with sixty mentions."""
    return FakeDesk(tmp_path, 60)


def settle(qtbot: QtBot, window: Window) -> None:
    """Waits until everything that was asked of the reading thread has been shown."""
    # What is shown may itself ask for more: a list for its first mention, and that for its walk.
    asked, before = sum(window.bridge._latest.values()), -1
    while asked != before:
        done: list[bool] = []
        window.bridge.read(lambda _: True, done.append)
        before = asked + 1
        qtbot.waitUntil(lambda done=done: bool(done))
        asked = sum(window.bridge._latest.values())
