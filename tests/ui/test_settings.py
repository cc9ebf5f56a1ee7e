"""The settings: every change at once, said, refused in words, and taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from listener.commands import LookOver, UseChart
from listener.events import Rereading
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from tests.ui.settingspage import opened, section
from tests.ui.test_everyone import nameless

SECTIONS = range(18)


@pytest.mark.parametrize("at", SECTIONS)
def test_every_section_can_be_named_by_a_screen_reader(
    qtbot: QtBot, desk: FakeDesk, show: Shown, at: int
) -> None:
    window = opened(qtbot, desk, show)
    assert len(window.settings.sections) == len(SECTIONS)
    window.settings.list.setCurrentRow(at)
    settle(qtbot, window)
    assert nameless(window) == []


def test_a_search_leaves_the_sections_that_hold_it(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show)
    page = window.settings
    qtbot.keyClicks(page.seek, "bank holiday")
    left = [page.list.item(n).text() for n in SECTIONS if not page.list.item(n).isHidden()]
    assert left == ["Hours and holidays"]
    assert page.list.currentItem().text() == "Hours and holidays"
    page.seek.setText("xyzzy")
    assert all(page.list.item(n).isHidden() for n in SECTIONS)
    page.seek.clear()
    assert not any(page.list.item(n).isHidden() for n in SECTIONS)


def test_return_in_the_list_steps_into_the_section(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show)
    page = window.settings
    page.list.setFocus()
    page.list.setCurrentRow([s.title for s in page.sections].index("Session and clocks"))
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert section(window, "Session and clocks").isAncestorOf(QApplication.focusWidget())


def test_a_change_is_said_and_taken_back(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = opened(qtbot, desk, show)
    officer = window.settings.officer
    officer.setText("Amy")
    officer.editingFinished.emit()
    settle(qtbot, window)
    assert desk.kept.settings.officer == "Amy"
    window.settings.bar.undo.emit()
    settle(qtbot, window)
    assert desk.kept.settings.officer == "Officer"


def test_a_change_that_is_refused_is_said_and_what_stood_there_comes_back(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show)
    officer = window.settings.officer
    officer.setText("")
    officer.editingFinished.emit()
    settle(qtbot, window)
    assert "cannot be empty" in window.settings.bar.said()
    assert officer.text() == "Officer"


def test_a_section_goes_back_to_the_usual_and_that_is_taken_back_too(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    desk.kept.settings = replace(desk.kept.settings, session_minutes=30, urgent_minutes=5)
    window = opened(qtbot, desk, show)
    clocks = section(window, "Session and clocks")
    assert clocks.reset_button.isVisible()
    clocks.reset_button.click()
    settle(qtbot, window)
    assert (desk.kept.settings.session_minutes, desk.kept.settings.urgent_minutes) == (15, 15)
    window.settings.undo()
    settle(qtbot, window)
    assert (desk.kept.settings.session_minutes, desk.kept.settings.urgent_minutes) == (30, 5)


def test_another_chart_is_used_and_the_one_before_comes_back(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show)
    chart = window.settings.chart_section.chart
    chart.setCurrentIndex(chart.findData("classic"))
    chart.activated.emit(chart.currentIndex())
    settle(qtbot, window)
    window.settings.undo()
    assert [c for c in desk.asked if isinstance(c, UseChart)] == [
        UseChart("classic"), UseChart("council"),
    ]  # fmt: skip


def test_dates_that_make_no_period_are_said(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    desk.kept.settings = replace(
        desk.kept.settings, pre_election_from=date(2027, 5, 1), pre_election_to=date(2027, 3, 1)
    )
    window = opened(qtbot, desk, show)
    assert "before the first" in window.settings.chart_section._wrong.text()


def test_working_hours_are_typed_and_faults_said(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = opened(qtbot, desk, show)
    hours = window.settings.hours
    section(window, "Hours and holidays")
    works, opens, shuts = hours._days[5]
    works.click()
    settle(qtbot, window)
    opens.setText("9")
    shuts.setText("1230")
    shuts.editingFinished.emit()
    settle(qtbot, window)
    assert desk.kept.settings.hours.endswith("09:00-12:30 off")
    shuts.setText("8:00")
    shuts.editingFinished.emit()
    settle(qtbot, window)
    assert "Saturday: the office must shut later" in hours._wrong.text()
    assert desk.kept.settings.hours.endswith("09:00-12:30 off")


def test_a_day_off_is_added_and_christmas_worked(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = opened(qtbot, desk, show)
    hours = window.settings.hours
    section(window, "Hours and holidays")
    settle(qtbot, window)
    christmas = hours._list[0].day
    hours._work()
    settle(qtbot, window)
    assert desk.kept.settings.holidays == f"-{christmas.isoformat()}"
    hours._holiday(date(christmas.year, 6, 15), True)
    settle(qtbot, window)
    assert desk.kept.settings.holidays.endswith(f"+{christmas.year}-06-15")
    window.settings.undo()
    settle(qtbot, window)
    assert desk.kept.settings.holidays == f"-{christmas.isoformat()}"


def test_it_s_text_is_copied(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = opened(qtbot, desk, show)
    section(window, "For IT")
    window.settings.it.copy.click()
    settle(qtbot, window)
    assert LookOver() in desk.asked
    assert QGuiApplication.clipboard().text().startswith("Council Listener, for IT")


def test_reading_again_shows_how_far_it_is(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = opened(qtbot, desk, show)
    desk.tell(Rereading(300, 1204))
    qtbot.waitUntil(lambda: "Reading again: 300 of 1,204" in window.rail.foot())
    desk.tell(Rereading(1204, 1204))
    qtbot.waitUntil(lambda: "Reading again" not in window.rail.foot())


def test_marks_and_motion_follow_the_settings(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    blinks = QApplication.cursorFlashTime()
    window = opened(qtbot, desk, show)
    look = section(window, "Look")
    for box in look.findChildren(QCheckBox):
        box.click()
        settle(qtbot, window)
    assert desk.kept.settings.reduced_motion
    assert not desk.kept.settings.marks
    assert QApplication.cursorFlashTime() == 0
    assert not window.pane.said.words._marked
    look.reset()
    settle(qtbot, window)
    assert QApplication.cursorFlashTime() == blinks
    assert window.pane.said.words._marked
