"""Pages are built when they are opened, and a look that is worn already is not put on again."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from listener.settings import changed
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from ui.firstrun.page import FirstRun
from ui.settings.page import SettingsPage
from ui.sources.page import SourcesPage
from ui.theme import Look, Theme


def test_no_page_is_built_before_it_is_opened(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = show(desk)
    for page in (SourcesPage, SettingsPage, FirstRun):
        assert window.findChild(page) is None
    window.open("sources")
    assert window.findChild(SourcesPage) is window.pages.currentWidget()
    assert window.findChild(SettingsPage) is None


def test_settings_built_late_show_what_is_kept_now(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    desk.kept.settings = changed(desk.kept.settings, "officer", "Early desk")
    window = show(desk)
    desk.kept.settings = changed(desk.kept.settings, "officer", "Late desk")
    window.telling.look_again()
    settle(qtbot, window)
    window.open("settings")
    assert window.settings.officer.text() == "Late desk"
    assert window.settings.isVisible()


def test_motion_stops_though_the_settings_were_never_opened(
    qtbot: QtBot, tmp_path: Path, show: Shown, theme: Theme
) -> None:
    desk = FakeDesk(tmp_path, 1)
    desk.kept.settings = changed(desk.kept.settings, "reduced_motion", True)
    window = show(desk)
    assert window.findChild(SettingsPage) is None
    assert theme.parent().cursorFlashTime() == 0  # type: ignore[union-attr]
    desk.kept.settings = changed(desk.kept.settings, "reduced_motion", False)
    window.telling.look_again()
    settle(qtbot, window)
    assert theme.parent().cursorFlashTime() > 0  # type: ignore[union-attr]


def test_a_look_that_is_worn_already_is_not_put_on_again(qtbot: QtBot, theme: Theme) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.wear(Look("light", 100))
    with qtbot.waitSignal(theme.changed):
        theme.wear(Look("dark", 100))
    with qtbot.waitSignal(theme.changed):
        theme.wear(Look("light", 100))
