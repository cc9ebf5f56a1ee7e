"""Saved searches, the starred, the session and the faces of a list, in the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from listener.commands import DropSearch, MoveSearch, SaveSearch, Undo
from listener.events import Offline
from listener.mention import MentionKey, SavedSearch
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from tests.ui.test_everyone import nameless
from tests.ui.test_verbs import dialog, last
from ui.head import PAUSE, Head
from ui.queue.heading import heading_words, narrower_left_out
from ui.searching import Named, Reason
from ui.shell import Window
from ui.theme import Look, Theme


@pytest.fixture
def window(desk: FakeDesk, show: Shown) -> Window:
    desk.kept.saved = (
        SavedSearch(1, "Brown bins", "brown bin"),
        SavedSearch(2, "Swings", "swings"),
    )
    return show(desk)


def names(window: Window) -> list[str]:
    return [s.name for s in window.rail.saved.searches]


def seek(qtbot: QtBot, window: Window, text: str) -> None:
    window.head.focus_search()
    qtbot.keyClicks(window.head.search, text)
    qtbot.keyClick(window.head.search, Qt.Key.Key_Return)
    settle(qtbot, window)


def test_a_search_is_saved_by_key_and_stands_in_the_rail(
    qtbot: QtBot, window: Window, desk: FakeDesk
) -> None:
    assert not window.head.saving.isVisible()
    seek(qtbot, window, "street lights")
    assert window.head.saving.isVisible()
    qtbot.keyClick(window.head.search, "S", Qt.KeyboardModifier.ControlModifier)
    form = dialog(Named)
    form.name.setText("Lights out")
    form.accept()
    settle(qtbot, window)
    assert last(desk, SaveSearch) == SaveSearch("Lights out", "street lights", "Officer")
    qtbot.waitUntil(lambda: names(window) == ["Brown bins", "Swings", "Lights out"])
    assert nameless(window) == []


def test_a_search_saved_under_a_name_that_is_there_takes_its_place(
    qtbot: QtBot, window: Window, desk: FakeDesk
) -> None:
    window.head.type("black bin")
    window.searching.save()
    form = dialog(Named)
    form.name.setText("brown bins")
    form.accept()
    settle(qtbot, window)
    assert last(desk, SaveSearch) == SaveSearch("Brown bins", "black bin", "Officer", "", 1)
    qtbot.waitUntil(lambda: window.rail.saved.searches[0].typed == "black bin")
    assert names(window) == ["Brown bins", "Swings"]


def test_nothing_is_saved_where_nothing_was_typed(
    qtbot: QtBot, window: Window, desk: FakeDesk
) -> None:
    window.searching.save()
    assert "Type a search first" in window.pane.bar.undo.said()
    assert window.head.search.hasFocus()


def test_a_saved_search_opens_with_its_words_and_its_count(qtbot: QtBot, window: Window) -> None:
    button = window.rail.saved.buttons[1]
    qtbot.waitUntil(lambda: "waiting" in button.accessibleName())
    assert button.accessibleName() == "Brown bins, 7 waiting"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.head.search.text() == "brown bin"
    assert window.list.heading() == "Brown bins · 7 · last heard first"
    assert button.isChecked()
    assert window.list.table.hasFocus()
    qtbot.keyClick(window.list.table, Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert window.list.view == "urgent"
    assert window.head.search.text() == ""


def test_it_is_renamed_moved_and_taken_away_by_keys(
    qtbot: QtBot, window: Window, desk: FakeDesk
) -> None:
    saved = window.rail.saved
    saved.buttons[2].setFocus()
    qtbot.keyClick(saved.buttons[2], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: names(window) == ["Swings", "Brown bins"])
    assert last(desk, MoveSearch) == MoveSearch(2, -1, "Officer")
    qtbot.waitUntil(saved.buttons[2].hasFocus)  # it moved, and the keyboard with it
    qtbot.keyClick(saved.buttons[2], Qt.Key.Key_F2)
    form = dialog(Named)
    form.name.setText("Play areas")
    form.accept()
    qtbot.waitUntil(lambda: names(window) == ["Play areas", "Brown bins"])
    qtbot.keyClick(saved.buttons[2], Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(window) == ["Brown bins"])
    assert last(desk, DropSearch) == DropSearch(2, "Officer")
    assert "taken away" in window.pane.bar.undo.said()
    window.verbs.undo()
    qtbot.waitUntil(lambda: names(window) == ["Play areas", "Brown bins"])
    assert isinstance(desk.asked[-1], Undo)


def test_a_search_for_a_person_is_warned_of_and_wants_a_reason(
    qtbot: QtBot, window: Window, desk: FakeDesk
) -> None:
    window.head.type("@some.body")
    window.searching.save()
    dialog(Named).accept()
    settle(qtbot, window)
    form = dialog(Reason)
    assert form.windowTitle() == "Saved searches are for topics, not people"
    form.accept()
    assert form.isVisible()  # no reason, nothing saved
    form.reason.setText("threats, agreed with legal")
    form.accept()
    qtbot.waitUntil(lambda: "@some.body" in names(window))
    assert last(desk, SaveSearch).reason == "threats, agreed with legal"


@pytest.mark.parametrize("size", [100, 200])
def test_a_long_name_is_cut_and_its_count_is_not(
    qtbot: QtBot, window: Window, desk: FakeDesk, theme: Theme, size: int
) -> None:
    desk.kept.settings = replace(desk.kept.settings, theme="light", text_size=size)
    theme.wear(Look("light", size))
    window.telling.look_again()
    settle(qtbot, window)
    before = window.rail.width()
    desk.kept.saved = (SavedSearch(7, "Everything that is said about the brown bins", "bin"),)
    window.telling.look_again()
    settle(qtbot, window)
    button = window.rail.saved.buttons[7]
    qtbot.waitUntil(lambda: "waiting" in button.accessibleName())
    assert window.rail.width() == before
    assert button.mapTo(window.rail, button.rect().bottomRight()).x() < window.rail.width()


def test_arrows_go_through_the_saved_searches_too(qtbot: QtBot, window: Window) -> None:
    window.rail.button("starred").setFocus()
    qtbot.keyClick(window.rail.button("starred"), Qt.Key.Key_Down)
    assert window.rail.saved.buttons[1].hasFocus()
    for _ in range(2):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    assert window.rail.button("digests").hasFocus()


def test_the_starred_stand_together_wherever_they_are(
    qtbot: QtBot, window: Window, desk: FakeDesk
) -> None:
    for key in (MentionKey(2), MentionKey(5)):
        desk.kept.rows[key] = replace(desk.kept.rows[key], starred=True)
    window.telling.look_again()
    settle(qtbot, window)
    assert window.rail.button("starred").accessibleName() == "Starred, 2"
    window.open("starred")
    settle(qtbot, window)
    assert set(window.list.model.keys()) == {2, 5}
    assert window.list.heading() == "Starred · 2 · last heard first"


def test_the_session_is_kept_in_the_rail(qtbot: QtBot, window: Window) -> None:
    sitting, box = window.sitting, window.rail.session
    start = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
    sitting.clock = lambda: start
    assert box.said() == "15 min · 54 to look at"
    window.list.table.step(1)
    assert box.said() == "15 min left · 2 of 54 looked at"
    bar = QAccessible.queryAccessibleInterface(box.bar)
    assert bar.text(QAccessible.Text.Name) == "Session: mentions looked at"
    assert bar.text(QAccessible.Text.Value) != ""
    sitting.clock = lambda: start + timedelta(minutes=4)
    sitting.leave()
    sitting.clock = lambda: start + timedelta(minutes=54)
    sitting.come_back()
    assert box.said() == "11 min left · 2 of 54 looked at"
    sitting.clock = lambda: start + timedelta(minutes=90)
    sitting.show_now()
    assert box.said() == "15 min are up · 2 of 54 looked at"
    assert "never left for later" in box.later.text()
    qtbot.mouseClick(box.button, Qt.MouseButton.LeftButton)
    assert box.said() == "15 min · 54 to look at"
    window.list.table.step(1)
    assert box.said() == "15 min left · 2 of 54 looked at"


def test_a_session_may_be_shorter_or_none(qtbot: QtBot, window: Window, desk: FakeDesk) -> None:
    desk.kept.settings = replace(desk.kept.settings, session_minutes=5, session_mentions=20)
    window.telling.look_again()
    settle(qtbot, window)
    assert window.rail.session.said() == "5 min · 20 to look at"
    desk.kept.settings = replace(desk.kept.settings, session_minutes=0)
    window.telling.look_again()
    settle(qtbot, window)
    assert not window.rail.session.isVisible()


def test_what_is_not_to_do_is_no_part_of_the_session(qtbot: QtBot, window: Window) -> None:
    window.open("news")
    settle(qtbot, window)
    for _ in range(3):
        window.list.table.step(1)
    assert window.rail.session.said() == "15 min · 54 to look at"


def test_a_search_that_found_nothing_offers_another(
    qtbot: QtBot, window: Window, desk: FakeDesk
) -> None:
    desk.kept.meant = "swings"
    seek(qtbot, window, "swimgs")
    qtbot.waitUntil(lambda: window.list.face.button().isVisible())
    assert "Nothing found for “swimgs”" in window.list.face.said()
    assert window.list.face.button().text() == "Search for swings"
    qtbot.mouseClick(window.list.face.button(), Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.list.model.rowCount() > 0
    assert window.head.search.text() == "swings"


def test_what_was_read_as_words_is_said_over_the_list(
    qtbot: QtBot, window: Window, desk: FakeDesk
) -> None:
    desk.kept.told = "Read as words: is:lost."
    seek(qtbot, window, "swings")
    assert window.list.told.isVisible()
    assert window.list.told.text() == "Read as words: is:lost."


@pytest.mark.parametrize(
    ("typed", "wider"),
    [
        ("bins is:open", "bins"),
        ("is:open after:7d bins", "bins"),
        ("bins -is:done", "bins"),
        ("bins", ""),
        ("(bins is:open) OR lane", ""),
    ],
)
def test_what_narrows_a_search_is_left_out(typed: str, wider: str) -> None:
    assert narrower_left_out(typed) == wider


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        (lambda: heading_words("forward", "", False, 9, False, 0),
         "9 mentions to forward · sorted by need"),
        (lambda: heading_words("done", "", False, 1204, False, 22),
         "22 decided today · 1,182 before"),
        (lambda: heading_words(None, "bins", False, 1000, True, 0),
         "More than 1,000 found for “bins” · last heard first"),
    ],
)  # fmt: skip
def test_a_heading_says_how_many_and_in_which_order(heading: Callable[[], str], said: str) -> None:
    assert heading() == said


def test_an_empty_list_says_that_nothing_is_heard_offline(
    qtbot: QtBot, tmp_path: Path, show: Shown
) -> None:
    desk = FakeDesk(tmp_path)
    window = show(desk)
    desk.tell(Offline(True))
    qtbot.waitUntil(lambda: "offline" in window.list.face.said())
    desk.tell(Offline(False))
    qtbot.waitUntil(lambda: "offline" not in window.list.face.said())


def test_a_search_that_is_left_leaves_an_empty_field_without_its_clear_button(
    qtbot: QtBot, theme: Theme
) -> None:
    head = Head()
    qtbot.addWidget(head)
    head.show()
    head.show_search("bins")
    [clear] = head.search.findChildren(QToolButton)
    qtbot.waitUntil(lambda: clear.property("opacity") == 1.0)
    with qtbot.assertNotEmitted(head.sought, wait=PAUSE * 2):
        head.forget()
    assert clear.property("opacity") == 0.0
