"""A window that is open at the settings, and one section of them."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from ui.settings.section import Section
from ui.shell import Window


def opened(qtbot: QtBot, desk: FakeDesk, show: Shown, real: bool = True) -> Window:
    if real and desk.kept.council is not None:
        desk.kept.council = replace(desk.kept.council, sample=False)
    window = show(desk)
    window.open("settings")
    settle(qtbot, window)
    return window


def section(window: Window, title: str) -> Section:
    found = next(s for s in window.settings.sections if s.title == title)
    window.settings.open_section(found)
    return found
