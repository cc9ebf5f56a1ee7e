"""An officer puts right what was read: C, a letter, a choice."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from listener.commands import Correct, Decide, NobodyAtRisk, Undo
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from tests.ui.test_everyone import nameless
from tests.ui.test_verbs import dialog, last, press
from ui.keys import KEYS, PARTS
from ui.mention.choosers import Chooser, PlaceChooser
from ui.mention.where import Elsewhere
from ui.parts.keysheet import KeySheet
from ui.shell import Window
from ui.urgent.ways import NobodyAtRisk as NobodyAtRiskForm


def choose(qtbot: QtBot, window: Window, letter: str, kind: type[Any]) -> Any:
    """C and a letter; the window that it opens."""
    press(qtbot, window, "C")
    qtbot.keyClick(dialog(QMenu), letter)
    settle(qtbot, window)
    assert not menus()
    return dialog(kind)


def menus() -> list[QMenu]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible()]


def corrections(desk: FakeDesk) -> list[Correct]:
    return [c for c in desk.asked if isinstance(c, Correct)]


def opened(qtbot: QtBot, show: Shown, desk: FakeDesk, view: str) -> Window:
    window = show(desk)
    window.open(view)
    settle(qtbot, window)
    return window


@pytest.mark.parametrize(
    ("letter", "first", "what", "value"),
    [("T", "P", "tone", "positive"), ("K", "T", "kind", "thanks"),
     ("D", "N", "danger", "none"), ("D", "A", "danger", "person")],
)  # fmt: skip
def test_a_part_is_corrected_by_its_letter_and_the_first_letter_of_the_choice(
    qtbot: QtBot, desk: FakeDesk, show: Shown, letter: str, first: str, what: str, value: str
) -> None:
    window = opened(qtbot, show, desk, "forward")
    key = window.list.current().key
    chooser = choose(qtbot, window, letter, Chooser)
    assert nameless(chooser) == []
    qtbot.keyClick(chooser.list, first)
    qtbot.keyClick(chooser.list, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert corrections(desk) == [Correct(key, what, value, "Officer")]
    assert window.pane.bar.undo.said().startswith(f"Corrected the {what}:")
    assert window.list.current().key == key


def test_the_service_is_found_by_what_people_call_it_and_forward_goes_there(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, show, desk, "forward")
    chooser = choose(qtbot, window, "S", Elsewhere)
    qtbot.keyClicks(chooser.search, "lamp")
    qtbot.keyClick(chooser.search, Qt.Key.Key_Return)
    settle(qtbot, window)
    (asked,) = corrections(desk)
    assert (asked.what, asked.value) == ("service", "Street lighting")
    assert window.pane.where.picked() == "Street lighting"
    press(qtbot, window, "F")
    assert last(desk, Decide).service == "Street lighting"


def test_a_place_is_found_by_its_nickname_or_taken_as_typed(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, show, desk, "forward")
    chooser = choose(qtbot, window, "L", PlaceChooser)
    qtbot.keyClicks(chooser.search, "the mill")
    assert [chooser.list.item(n).text() for n in range(chooser.list.count())] == [
        "Mill Street · road, Coseford", "“the mill”, as typed",
    ]  # fmt: skip
    qtbot.keyClick(chooser.search, Qt.Key.Key_Down)
    assert chooser.chosen() == "the mill"
    qtbot.keyClick(chooser.search, Qt.Key.Key_Up)
    qtbot.keyClick(chooser.search, Qt.Key.Key_Return)
    settle(qtbot, window)
    chooser = choose(qtbot, window, "L", PlaceChooser)
    qtbot.keyClicks(chooser.search, "behind the chapel")
    qtbot.keyClick(chooser.search, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert [c.value for c in corrections(desk)] == ["Mill Street", "behind the chapel"]


def test_no_place_and_esc_correct_nothing(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = opened(qtbot, show, desk, "forward")
    desk.kept.council = None
    window.correcting.council = None
    chooser = choose(qtbot, window, "L", PlaceChooser)
    qtbot.keyClick(chooser.search, Qt.Key.Key_Return)
    assert chooser.isVisible()
    qtbot.keyClick(chooser.search, Qt.Key.Key_Escape)
    press(qtbot, window, "C")
    qtbot.keyClick(dialog(QMenu), Qt.Key.Key_Escape)
    assert not menus()
    assert corrections(desk) == []


@pytest.mark.parametrize("first", ["N", "D"])
def test_a_danger_is_not_corrected_away_but_judged_by_name(
    qtbot: QtBot, desk: FakeDesk, show: Shown, first: str
) -> None:
    window = opened(qtbot, show, desk, "urgent")
    key = window.list.current().key
    chooser = choose(qtbot, window, "D", Chooser)
    assert chooser.chosen() == "hazard"  # what it is read as
    qtbot.keyClick(chooser.list, first)
    qtbot.keyClick(chooser.list, Qt.Key.Key_Return)
    settle(qtbot, window)
    form = dialog(NobodyAtRiskForm)
    form.reason.setText("a line from a play")
    form.accept()
    settle(qtbot, window)
    assert corrections(desk) == []
    read = last(desk, NobodyAtRisk)
    assert (read.keys, read.reason) == ((key,), "a line from a play")


def test_a_danger_that_an_officer_sees_has_at_once_the_ways_out_of_a_danger(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, show, desk, "forward")
    chooser = choose(qtbot, window, "D", Chooser)
    qtbot.keyClick(chooser.list, "A")
    qtbot.keyClick(chooser.list, Qt.Key.Key_Return)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: window.pane.bar.button("safe").isVisible())
    assert not window.pane.bar.button("forward").isVisible()


def test_no_line_of_a_choice_lies_over_another(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = opened(qtbot, show, desk, "forward")
    for letter, kind in (("K", Chooser), ("L", PlaceChooser)):
        chooser = choose(qtbot, window, letter, kind)
        lines = [chooser.list.visualItemRect(chooser.list.item(n)) for n in range(3)]
        needed = chooser.fontMetrics().height()
        assert all(line.height() >= max(needed, 24) for line in lines)
        assert all(a.bottom() < b.top() for a, b in pairwise(lines))
        chooser.reject()
        settle(qtbot, window)


def test_a_correction_is_undone_by_key(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = opened(qtbot, show, desk, "forward")
    before = window.list.current().row
    chooser = choose(qtbot, window, "T", Chooser)
    qtbot.keyClick(chooser.list, "P")
    qtbot.keyClick(chooser.list, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.list.current().row.tone == "positive"
    press(qtbot, window, "")  # the window has the keyboard again
    qtbot.keyClick(window.list.table, "Z", Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert isinstance(desk.asked[-1], Undo)
    assert desk.kept.rows[before.key] == before


def test_what_the_desk_refuses_is_said(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = opened(qtbot, show, desk, "forward")
    desk.refuses = "The disk is full. Nothing was changed."
    chooser = choose(qtbot, window, "K", Chooser)
    chooser.accept()
    settle(qtbot, window)
    assert window.pane.bar.undo.said() == desk.refuses


def test_the_letters_after_c_mean_what_they_always_do_without_it(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, show, desk, "forward")
    first, second = window.list.model.keys()[:2]
    press(qtbot, window, "C")
    qtbot.keyClick(dialog(QMenu), Qt.Key.Key_Escape)
    press(qtbot, window, "D")
    assert last(desk, Decide).keys == (first,)
    assert window.list.current().key == second
    assert {k for key in KEYS for k in key.keys if k.startswith("C") and "+" not in k} == {"C"}


def test_each_letter_is_underlined_in_its_line_and_stands_on_the_sheet(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    for part in PARTS:
        assert part.text[part.text.index("&") + 1].upper() == part.letter
    assert len({p.letter for p in PARTS}) == len(PARTS)
    sheet = KeySheet(show(desk))
    told = [label.text() for label in sheet.findChildren(QLabel)]
    assert "C L" in told
    assert "correct the place" in told
    sheet.deleteLater()


def test_the_button_opens_the_menu_too_and_nothing_does_where_no_mention_is_seen(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, show, desk, "forward")
    window.pane.bar.button("correct").click()
    menu = dialog(QMenu)
    assert menu.accessibleName() == "Correct what was read"
    menu.close()
    window.open("sources")
    settle(qtbot, window)
    qtbot.keyClick(window.sources.table, "C")
    assert not menus()
