"""The buttons on the rows: they do what they say, by mouse, keyboard and screen reader."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from listener.commands import Decide, Star
from tests.ui import brackenford
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from tests.ui.test_verbs import dialog, last
from ui.mention.where import Elsewhere
from ui.queue.bulk import bulk_words
from ui.queue.card import card_of
from ui.queue.chips import ChipButton
from ui.queue.members import Members
from ui.shell import Window
from ui.theme import Look, Theme


@pytest.fixture
def window(qtbot: QtBot, desk: FakeDesk, show: Shown) -> Window:
    """A window at the list of what is to be forwarded."""
    window = show(desk)
    window.open("forward")
    settle(qtbot, window)
    qtbot.waitUntil(lambda: window.list.cards.chips_of(window.list.current().key) is not None)
    return window


def chip(window: Window, row: int, does: str) -> ChipButton:
    """A button of a row in sight."""
    key = window.list.model.keys()[row]
    chips = window.list.cards.chips_of(key)
    assert chips is not None and chips.card is not None
    at = [p.does for p in chips.card.presses].index(does)
    return chips.buttons[at]


def test_the_outcome_chip_does_as_suggested_for_its_row_alone(
    qtbot: QtBot, window: Window, desk: FakeDesk
) -> None:
    second = window.list.model.keys()[1]
    qtbot.mouseClick(chip(window, 1, "suggested"), Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert last(desk, Decide).keys == (second,)
    assert last(desk, Decide).outcome == "forward"
    assert window.list.model.where(second) == -1


def test_the_service_chip_chooses_another_service_for_its_row(
    qtbot: QtBot, window: Window, desk: FakeDesk
) -> None:
    third = window.list.model.keys()[2]
    qtbot.mouseClick(chip(window, 2, "elsewhere"), Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    chooser = dialog(Elsewhere)
    qtbot.keyClicks(chooser.search, "grass")
    qtbot.keyClick(chooser.search, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.pane.service_of(third) == "Grass and play areas"


def test_the_stack_chip_shows_who_told_the_same(qtbot: QtBot, window: Window) -> None:
    row = next(n for n, k in enumerate(window.list.model.keys())
               if window.list.model.card(n).row.stack_size == 14)  # fmt: skip
    qtbot.mouseClick(chip(window, row, "members"), Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    members = dialog(Members)
    assert members.list.count() == 14
    assert members.windowTitle() == "14 like this"
    qtbot.keyClick(members.list, Qt.Key.Key_Escape)


def test_the_star_chip_stars_and_takes_the_star_away(
    qtbot: QtBot, window: Window, desk: FakeDesk
) -> None:
    star = chip(window, 1, "star")
    assert (star.text(), star.accessibleName()) == ("☆", "Star")
    qtbot.mouseClick(star, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert last(desk, Star) == Star((window.list.current().key,), True, "Officer")
    star = chip(window, 1, "star")
    assert (star.text(), star.accessibleName()) == ("★", "Starred: take the star away")


def test_the_chips_are_reached_and_left_by_arrows(
    qtbot: QtBot, window: Window, desk: FakeDesk
) -> None:
    table = window.list.table
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert chip(window, 0, "suggested").hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert chip(window, 0, "elsewhere").hasFocus()
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert table.hasFocus()
    qtbot.keyClick(table, Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle(qtbot, window)
    assert last(desk, Decide).keys == (desk.asked[-1].keys[0],)
    assert table.hasFocus()


def test_only_the_chips_of_the_current_row_are_on_the_way_of_tab(
    qtbot: QtBot, window: Window
) -> None:
    assert chip(window, 0, "star").focusPolicy() == Qt.FocusPolicy.TabFocus
    assert chip(window, 1, "star").focusPolicy() == Qt.FocusPolicy.NoFocus
    window.list.table.step(1)
    assert chip(window, 0, "star").focusPolicy() == Qt.FocusPolicy.NoFocus
    qtbot.keyClick(window.list.table, Qt.Key.Key_Tab)
    assert chip(window, 1, "suggested").hasFocus()


def found(interface: QAccessibleInterface, role: QAccessible.Role) -> list[str]:
    """The names of everything of a role in the accessible tree."""
    names = [interface.text(QAccessible.Text.Name)] if interface.role() == role else []
    for n in range(interface.childCount()):
        child = interface.child(n)
        if child is not None and child.role() != QAccessible.Role.Table:
            names += found(child, role)
    return names


def test_a_screen_reader_finds_the_chips_as_buttons(window: Window) -> None:
    root = QAccessible.queryAccessibleInterface(window.list)
    names = found(root, QAccessible.Role.Button)
    assert "Forward: do as suggested" in names
    assert "For Roadworks and closures: choose another service" in names
    assert "14 like this: show them" in names
    assert "Star" in names


@pytest.mark.parametrize(("size", "wide"), [(100, 1440), (100, 900), (150, 1440), (200, 1440)])
def test_chips_are_large_enough_and_stay_in_their_row(
    qtbot: QtBot, window: Window, theme: Theme, size: int, wide: int
) -> None:
    window.resize(wide, 900)
    theme.wear(Look("light", size))
    settle(qtbot, window)
    table, page = window.list.table, window.list.cards
    qtbot.waitUntil(lambda: page.chips_of(window.list.model.keys()[0]) is not None)
    qtbot.wait(20)  # what was resized is placed in the next turn
    for row in table.in_sight():
        chips = page.chips_of(window.list.model.keys()[row])
        if chips is None:
            continue  # only partly in sight
        box = table.visualRect(table.model().index(row, 0))
        box.translate(table.viewport().mapTo(page, QPoint(0, 0)))
        for button in (b for b in chips.buttons if b.isVisible()):
            at = button.geometry().translated(chips.pos())
            assert box.contains(at), (row, button.text())
            assert at.height() >= 24 and at.width() >= 24


def test_chips_of_rows_out_of_sight_are_none_and_the_wheel_turns_over_them(
    qtbot: QtBot, window: Window, desk: FakeDesk
) -> None:
    first = window.list.model.keys()[0]
    button = chip(window, 0, "star")
    centre = button.rect().center()
    wheel = QWheelEvent(
        QPointF(centre), QPointF(button.mapToGlobal(centre)), QPoint(0, -400), QPoint(0, -1200),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    # What a button ignores goes to the page it lies on; Qt hands on only what a mouse sent.
    QApplication.sendEvent(window.list.cards, wheel)
    assert window.list.table.verticalScrollBar().value() > 0
    assert window.list.cards.chips_of(first) is None


def test_a_decided_row_has_no_verbs_left_to_press() -> None:
    card = card_of(brackenford.row(3, view="done", decided="forward"), brackenford.NOW)
    assert [p.does for p in card.presses] == ["members", "star"]
    assert "✓ Forward" in [s.text for s in card.signs]


def test_an_urgent_row_is_passed_on_and_not_closed_by_its_chip(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    assert window.list.view == "urgent"
    qtbot.waitUntil(lambda: window.list.cards.chips_of(window.list.model.keys()[0]) is not None)
    qtbot.mouseClick(chip(window, 0, "suggested"), Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    form = QApplication.activeModalWidget()
    assert form is not None and form.windowTitle() == "Passed on"
    form.close()
    assert not [c for c in desk.asked if isinstance(c, Decide)]


def test_the_clocks_of_the_rows_go_on(window: Window) -> None:
    due = brackenford.NOW + timedelta(minutes=40)
    key = window.list.model.keys()[0]
    window.list.refresh([brackenford.row(int(key), view="urgent", due=due)])
    window.list.tell_time(brackenford.NOW + timedelta(minutes=10))
    assert window.list.model.card(0).clock.word == "due in 30 min"
    window.list.tell_time(brackenford.NOW + timedelta(minutes=50))
    assert window.list.model.card(0).clock.word == "late 10 min"


def test_several_are_selected_by_x_and_let_go_by_escape(qtbot: QtBot, window: Window) -> None:
    table = window.list.table
    for key in "XJJX":
        qtbot.keyClick(table, key)
    assert [i.row() for i in table.selectionModel().selectedRows()] == [0, 2]
    assert window.list.bulk.isVisible()
    assert window.list.bulk.text() == "2 selected · D would do: 2 Forward · Esc lets go"
    qtbot.keyClick(table, Qt.Key.Key_Escape)
    assert not window.list.bulk.isVisible()
    assert [i.row() for i in table.selectionModel().selectedRows()] == [2]
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert window.list.bulk.text().startswith("2 selected")
    qtbot.keyClick(table, "A", Qt.KeyboardModifier.ControlModifier)
    assert len(table.chosen()) == window.list.model.rowCount()


def test_a_bulk_says_what_it_would_do_and_what_it_passes_by() -> None:
    rows = [brackenford.row(k) for k in range(1, 10)]
    cards = [card_of(r, brackenford.NOW) for r in rows]
    said = bulk_words(cards, 9, 40)
    assert said.startswith("All 9 that are shown are selected, of 40 · D would do: ")
    assert "3 Forward" in said
    assert "1 possible danger would be passed by" in said
    assert bulk_words(cards[:1], 9, 9) == "1 selected · Esc lets go"
