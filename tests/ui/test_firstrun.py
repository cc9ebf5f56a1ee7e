"""Getting a council in, page by page and by keyboard: nothing typed is lost on the way."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from listener.commands import Poll, SetUpCouncil
from listener.council import Service
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from tests.ui.test_everyone import nameless
from ui.firstrun.steps import SetUp
from ui.shell import Window
from ui.theme import Look, Theme

ALT = Qt.KeyboardModifier.AltModifier


def begun(qtbot: QtBot, desk: FakeDesk, show: Shown) -> tuple[Window, SetUp]:
    desk.kept.settings = replace(desk.kept.settings, first_run_done=False)
    window = show(desk)
    window.first_run.ways.own.click()
    settle(qtbot, window)
    return window, window.first_run.set_up


def test_a_council_is_set_up_by_keyboard_alone(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window, pages = begun(qtbot, desk, show)
    assert QApplication.focusWidget() is pages.name_form.lines["name"]
    qtbot.keyClicks(QApplication.focusWidget(), "Larkford District Council")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right, ALT)
    qtbot.keyClicks(QApplication.focusWidget(), "@larkford")
    for _ in range(6):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right, ALT)
    settle(qtbot, window)
    (made,) = [c.council for c in desk.asked if isinstance(c, SetUpCouncil)]
    assert (made.name, made.handles) == ("Larkford District Council", ("@larkford",))
    assert made.short == "Larkford"
    assert not made.sample
    assert made.services  # those that came with the app
    assert made.places == ()
    assert Poll() in desk.asked
    assert not window.first_run.isVisible()
    assert "the sample has left" in window.pane.bar.undo.said()
    assert desk.kept.settings.first_run_done
    qtbot.waitUntil(lambda: not window.banners.sample.said())


@pytest.mark.parametrize("at", range(7))
def test_every_page_can_be_named(qtbot: QtBot, desk: FakeDesk, show: Shown, at: int) -> None:
    window, pages = begun(qtbot, desk, show)
    pages.go(at)
    settle(qtbot, window)
    assert nameless(window) == []
    assert pages.heading.text().startswith(f"{at + 1} of 7")


def test_going_back_and_away_loses_nothing(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window, pages = begun(qtbot, desk, show)
    pages.name_form.lines["name"].setText("Larkford")
    pages.go_on()
    pages.accounts.lists["hashtags"].setPlainText("#Larkford")
    pages.go_back()
    pages.go_back()
    assert window.first_run.ways.isVisible()
    window.open("forward")
    window.going.welcome()
    window.first_run.begin()
    settle(qtbot, window)
    assert pages.name_form.lines["name"].text() == "Larkford"
    assert pages.council().hashtags == ("#Larkford",)


def test_a_page_without_a_name_is_not_left_and_says_why(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    _, pages = begun(qtbot, desk, show)
    pages.go_on()
    assert pages.at() == 0
    assert "name" in pages._says.text()


def test_a_page_left_for_later_leads_back_where_it_is_wrong(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    _, pages = begun(qtbot, desk, show)
    pages.name_form.lines["name"].setText("Larkford")
    pages.go_on()
    pages.accounts.lists["handles"].setPlainText("@a b")
    pages.leave_for_later()
    pages.keep()
    assert pages.at() == 1
    assert "space" in pages._says.text()


def test_a_council_that_is_refused_stays_typed_in(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window, pages = begun(qtbot, desk, show)
    pages.name_form.lines["name"].setText("Larkford")
    desk.refuses = "The disk is full. Nothing was changed."
    pages.keep()
    settle(qtbot, window)
    assert pages._says.text() == desk.refuses
    assert window.first_run.isVisible()
    assert pages.next.isEnabled()


def test_at_twice_the_text_size_the_pages_fit_the_window(
    qtbot: QtBot, desk: FakeDesk, show: Shown, theme: Theme
) -> None:
    window, pages = begun(qtbot, desk, show)
    theme.wear(Look("light", 200))
    for at in range(7):
        pages.go(at)
        settle(qtbot, window)
        assert window.minimumSizeHint().width() <= 1440


def test_a_district_signposts_what_its_county_does(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    assert desk.kept.council is not None
    mended = Service("Highways", "Potholes", "county/unitary", ("pothole",))
    desk.kept.council = replace(desk.kept.council, services=(mended,))
    _, pages = begun(qtbot, desk, show)
    pages.name_form.lines["name"].setText("Larkford District Council")
    pages.name_form.tier.setCurrentIndex(pages.name_form.tier.findData("district"))
    assert pages.council().services[0].tier == "other: the county council"
    pages.go(5)
    assert pages.services.model.index(0, 2).data() == "the county council"
    pages.services.changed.emit((mended,), "")
    pages.services.show_entries((mended,))
    assert pages.council().services == (mended,)
