"""A spike of the sample council by keyboard alone: forwarded, answered, edited, explained."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from listener.commands import BuildDigest, Change, CountNow, Decide, Poll, SetArea
from listener.desk import Desk
from tests.journeys.test_a_morning import CTRL, Officer
from tests.ui.conftest import settle
from tests.ui.conftest import theme as theme
from ui.areas.form import ContactForm
from ui.digests.forms import EditForm
from ui.parts.rail import RailButton
from ui.responses.lineform import LineForm
from ui.responses.postslist import PostsToAnswer
from ui.responses.recordform import RecordForm
from ui.shell import Window
from ui.theme import Theme
from ui.works.dialog import WorksDialog
from ui.works.forms import WorkForm

FAR = 60  # presses of Tab after which a thing counts as out of reach
SPACE, TAB, DOWN, RETURN = Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Return
LINE = "The lights on Wolverton Road are back in step. Thank you for telling us."


@pytest.fixture
def officer(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Officer]:
    """An officer at the window, the town heard and counted, one area's digest written."""
    desk = Desk.open(tmp_path / "profile", workers=0, polling=False)
    for name, value in (("first_run_done", True), ("officers", "Officer, Amy")):
        desk.ask(Change(name, value)).result()
    desk.ask(Poll(everything=True)).result()
    desk.ask(CountNow()).result()
    reader = desk.reader()
    row = next(r for r in reader.rows(view="forward", limit=50).rows if r.area == "Parking")
    contacts = [a.contact for a in reader.areas() if a.contact.addresses]
    reader.close()
    for contact in contacts:  # else the answer depends on the hour at which this is run
        desk.ask(SetArea(replace(contact, hours=""))).result()
    desk.ask(Decide((row.key,), "forward", by="Officer")).result()
    desk.ask(BuildDigest("Parking", by="Officer")).result()
    window = Window(desk, theme)
    qtbot.addWidget(window, before_close_func=lambda w: w.close_now())
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: window.glance is not None)
    settle(qtbot, window)
    yield Officer(qtbot, window)
    window.close_now()
    desk.close()
    QGuiApplication.clipboard().clear()


def form(officer: Officer, kind: type[QDialog]) -> QDialog:
    """The dialog of this kind that is open and has the keyboard."""
    found: list[QDialog] = []

    def there() -> bool:
        found[:] = [w for w in QApplication.topLevelWidgets() if type(w) is kind and w.isVisible()]
        return bool(found)

    officer.until(there)
    found[0].activateWindow()
    officer.until(found[0].isActiveWindow)
    return found[0]


def gone(officer: Officer, kind: type[QDialog]) -> None:
    """Waits until no dialog of this kind is open."""
    officer.until(
        lambda: not [w for w in QApplication.topLevelWidgets() if type(w) is kind and w.isVisible()]
    )


def tab_to(officer: Officer, *names: str) -> None:
    """Presses Tab until one of these has the keyboard."""
    met: list[str] = []
    for _ in range(FAR):
        at = QApplication.focusWidget()
        said = at.accessibleName() if at is not None else ""
        if isinstance(at, QAbstractButton):
            said = said or at.text()
        if said in names:
            return
        met.append(said)
        officer.press(TAB)
    raise AssertionError(f"{names} cannot be reached with Tab, but {met}")


def open_page(officer: Officer, name: str) -> None:
    """By the rail: with Tab into it, down its lists, and Space."""
    button = officer.window.rail.button(name)
    for _ in range(FAR):
        if QApplication.focusWidget() is button:
            officer.press(SPACE)
            return
        officer.press(DOWN if isinstance(QApplication.focusWidget(), RailButton) else TAB)
    raise AssertionError(f"{name} cannot be reached in the rail")


def test_a_spike_is_seen_to_by_keyboard_alone(officer: Officer) -> None:
    window = officer.window
    files: list[str] = []
    officer.press("6", CTRL)  # Spikes
    page = window.pages.spikes
    page.doing.open_file = files.append
    officer.until(lambda: page.card is not None and page.list.hasFocus())
    _forward(officer)
    assert len(files) == 1
    _write_a_line(officer)
    _record_an_answer(officer)
    _add_a_work(officer)


def _forward(officer: Officer) -> None:
    passing = officer.window.pages.spikes.passing
    officer.until(passing.button("forward").isEnabled)
    officer.press("f")
    officer.until(lambda: "not known" in passing.bar.said())


def _write_a_line(officer: Officer) -> None:
    officer.press("r")
    form(officer, LineForm)
    officer.press(Qt.Key.Key_Escape)  # leads back, and asks nothing
    gone(officer, LineForm)
    assert officer.window.pages.spikes.list.hasFocus()
    officer.press("r")
    form(officer, LineForm)
    officer.type(LINE)
    tab_to(officer, "Approved by, not by its writer")
    officer.type("Amy")
    officer.press(RETURN, CTRL)
    gone(officer, LineForm)
    form(officer, PostsToAnswer)  # the posts that it answers open by themselves
    officer.press(Qt.Key.Key_Escape)
    gone(officer, PostsToAnswer)


def _record_an_answer(officer: Officer) -> None:
    officer.press(".")
    officer.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    officer.press("w")  # What the service said
    form(officer, RecordForm)
    tab_to(officer, "Keep this answer")
    officer.press(SPACE)
    gone(officer, RecordForm)
    officer.until(lambda: "It stays open" in officer.window.pages.spikes.passing.bar.said())


def _add_a_work(officer: Officer) -> None:
    tab_to(officer, "Known works and events")
    officer.press(SPACE)
    calendar = form(officer, WorksDialog)
    assert isinstance(calendar, WorksDialog)
    tab_to(officer, "Add")
    officer.press(SPACE)
    form(officer, WorkForm)
    officer.type("Wolverton Road")
    officer.press(TAB)
    officer.type("Gas main renewal")
    officer.press(RETURN)
    gone(officer, WorkForm)
    officer.until(lambda: "is on the calendar" in calendar.bar.said())
    form(officer, WorksDialog)  # has the keyboard again, as any window manager sees to
    officer.press(Qt.Key.Key_Escape)
    gone(officer, WorksDialog)


def test_a_digest_is_edited_and_sent_and_an_area_changed_by_keyboard_alone(
    officer: Officer,
) -> None:
    window = officer.window
    open_page(officer, "digests")
    page = window.pages.digests
    opened: list[str] = []
    page.doing.open_file = lambda path: not opened.append(path)  # type: ignore[func-returns-value]
    officer.until(lambda: page.list.hasFocus() and page.pane.can("edit"))
    officer.press("m")
    form(officer, EditForm)
    tab_to(officer, "Text")
    officer.type("The residents of Tipley ask for this. ")
    officer.press(RETURN, CTRL)
    gone(officer, EditForm)
    officer.until(lambda: "The residents of Tipley" in page.pane.plain.text())
    officer.press("f")
    officer.until(lambda: page.pane.can("went"))
    officer.press("d")
    officer.until(lambda: "says that it went" in page.pane._says.text())
    assert len(opened) == 1
    _change_an_area(officer)


def _change_an_area(officer: Officer) -> None:
    open_page(officer, "areas")
    areas = officer.window.pages.areas
    officer.until(areas.table.hasFocus)
    officer.press(DOWN)
    officer.until(lambda: areas.state() is not None and areas.table.at() == 1)
    tab_to(officer, "Change who is told of Parking")
    officer.press(SPACE)
    form(officer, ContactForm)
    tab_to(officer, "Name of the desk")
    officer.type("The parking desk")
    officer.press(RETURN)
    gone(officer, ContactForm)
    officer.until(lambda: "Undo" in areas.bar.button.text() and areas.bar.isVisible())
