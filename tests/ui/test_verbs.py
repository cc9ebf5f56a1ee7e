"""What an officer does, by keyboard, and what the desk is asked for then."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from listener.commands import (
    AddMention,
    AnswerQuestion,
    Decide,
    NobodyAtRisk,
    PassOn,
    Snooze,
    Star,
    Undo,
)
from rules.workclock import Office
from rules.worktime import hours_of
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from ui.addmention.dialog import AddDialog
from ui.mention.dialogs import Until, monday, tomorrow
from ui.mention.where import Elsewhere
from ui.shell import Window
from ui.urgent.ways import NobodyAtRisk as NobodyAtRiskForm
from ui.urgent.ways import PassedOn
from ui.verbs import MANY

T = TypeVar("T", bound=QWidget)


def press(qtbot: QtBot, window: Window, keys: str) -> None:
    """Presses letters in the list and waits for what comes of each."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for key in keys:
        qtbot.keyClick(window.list.table, key)
        settle(qtbot, window)


def last(desk: FakeDesk, kind: type[Any]) -> Any:
    """The last thing of a kind that was asked."""
    return [c for c in desk.asked if isinstance(c, kind)][-1]


def dialog(kind: type[T]) -> T:
    """The dialog that is open."""
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())


def test_forward_goes_to_the_best_guess_and_on_to_the_next(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    window.open("forward")
    settle(qtbot, window)
    first, second = window.list.model.keys()[:2]
    press(qtbot, window, "F")
    assert last(desk, Decide) == Decide(
        (first,), "forward", "Roadworks and closures", "", "Officer"
    )
    assert window.list.current().key == second
    assert window.pane.detail.row.key == second
    assert window.pane.bar.undo.said() == "Decided: forward to Roadworks and closures."


@pytest.mark.parametrize(
    ("view", "key", "outcome"),
    [("forward", "E", "no_reply"), ("forward", "D", "forward"),
     ("answer", "D", "answer"), ("news", "E", "no_reply")],
)  # fmt: skip
def test_each_verb_records_its_outcome(
    qtbot: QtBot, desk: FakeDesk, show: Shown, view: str, key: str, outcome: str
) -> None:
    window = show(desk)
    opened: list[str] = []
    window.verbs.open_address = opened.append
    window.open(view)
    settle(qtbot, window)
    press(qtbot, window, key)
    assert last(desk, Decide).outcome == outcome
    assert len(opened) == (1 if key == "R" else 0)


def test_undo_brings_the_mention_back_and_goes_to_it(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    window.open("forward")
    settle(qtbot, window)
    first = window.list.model.keys()[0]
    press(qtbot, window, "F")
    qtbot.keyClick(window.list.table, "Z", Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert isinstance(desk.asked[-1], Undo)
    assert window.list.current().key == first
    assert window.pane.bar.undo.said().startswith("Taken back:")


def test_what_the_desk_refuses_comes_back_with_the_reason(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    window.open("forward")
    settle(qtbot, window)
    before = window.list.model.keys()
    desk.refuses = "The disk is full. Nothing was decided."
    press(qtbot, window, "F")
    settle(qtbot, window)
    assert window.list.model.keys() == before
    assert window.pane.bar.undo.said() == "The disk is full. Nothing was decided."


def test_the_officer_answers_the_chart_and_the_walk_goes_on(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    window.open("unsure")
    settle(qtbot, window)
    assert window.pane.why.asked.isVisible()
    assert "not settled" in window.pane.why.heading.accessibleName()
    key = window.list.current().key
    press(qtbot, window, "Y")
    settle(qtbot, window)
    assert desk.asked[-1] == AnswerQuestion(key, True, "Officer")
    assert not window.pane.why.asked.isVisible()
    assert window.list.current().key == key
    press(qtbot, window, "D")
    assert last(desk, Decide).outcome == "complaint_route"


@pytest.mark.parametrize("key", "FREZNYM")
def test_a_possible_danger_is_passed_by_by_every_ordinary_key(
    qtbot: QtBot, desk: FakeDesk, show: Shown, key: str
) -> None:
    window = show(desk)
    window.open("urgent")
    settle(qtbot, window)
    before, asked = window.list.model.keys(), len(desk.asked)
    press(qtbot, window, key)
    assert window.list.model.keys() == before
    assert len(desk.asked) == asked
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible()]


def test_a_possible_danger_leaves_when_it_was_passed_on(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    window.open("urgent")
    settle(qtbot, window)
    key = window.list.current().key
    press(qtbot, window, "U")
    form = dialog(PassedOn)
    form.accept()
    assert form.isVisible()  # it wants to know to whom
    form.to.setCurrentText("Duty engineer")
    form.reference.setText("H-117")
    told = form.told_at()
    form.accept()
    settle(qtbot, window)
    done = last(desk, PassOn)
    assert (done.keys, done.whom, done.how) == ((key,), "Duty engineer", "telephone")
    assert (done.reference, done.told_at) == ("H-117", told)


def test_a_possible_danger_leaves_when_somebody_read_it_and_says_why(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    window.open("urgent")
    settle(qtbot, window)
    press(qtbot, window, "P")
    form = dialog(NobodyAtRiskForm)
    form.accept()
    assert form.isVisible()  # it wants a reason
    form.reason.setText("a line from a play")
    form.accept()
    settle(qtbot, window)
    done = last(desk, NobodyAtRisk)
    assert (done.outcome, done.reason, done.by) == ("forward", "a line from a play", "Officer")


def test_bulk_passes_dangers_by_and_says_how_many(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    window.open("forward")
    window.list.open(None, "a")  # a search shows all lists together
    settle(qtbot, window)
    for _ in range(3):
        qtbot.keyClick(window.list.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    chosen = window.list.table.chosen()
    assert len(chosen) == 4
    press(qtbot, window, "E")
    decided = {k for c in desk.asked if isinstance(c, Decide) for k in c.keys}
    assert decided == {c.key for c in chosen if c.row.view != "urgent"}
    assert "1 possible danger passed by" in window.pane.bar.undo.said()


def test_a_great_many_are_decided_only_after_a_question(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    window.list.open(None, "a")
    settle(qtbot, window)
    window.list.table.selectAll()
    closable = [c.key for c in window.list.table.chosen() if c.row.view not in ("urgent", "done")]
    assert len(closable) > MANY
    for button, decided in (
        (QMessageBox.StandardButton.Cancel, 0),
        (QMessageBox.StandardButton.Yes, len(closable)),
    ):
        press(qtbot, window, "E")
        box = dialog(QMessageBox)
        assert f"Decide {len(closable)} mentions at once?" in box.text()
        box.button(button).click()
        settle(qtbot, window)
        keys = {k for c in desk.asked if isinstance(c, Decide) for k in c.keys}
        assert len(keys) == decided


def test_letters_typed_in_the_search_field_are_letters(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    qtbot.keyClick(window.list.table, "F", Qt.KeyboardModifier.ControlModifier)
    asked = len(desk.asked)
    qtbot.keyClicks(window.head.search, "fredzusxypjkagmbnctlk?/")
    assert window.head.search.text() == "fredzusxypjkagmbnctlk?/"
    assert len(desk.asked) == asked


def test_keys_move_star_and_select(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = show(desk)
    window.open("forward")
    settle(qtbot, window)
    press(qtbot, window, "JJK")
    assert window.list.table.currentIndex().row() == 1
    press(qtbot, window, "S")
    assert last(desk, Star) == Star((window.list.current().key,), True, "Officer")
    press(qtbot, window, "XJXJ")  # moving keeps what is selected
    assert [i.row() for i in window.list.table.selectionModel().selectedRows()] == [1, 2]
    press(qtbot, window, "KX")
    assert [c.key for c in window.list.table.chosen()] == [window.list.model.keys()[1]]


def test_another_service_is_found_by_what_people_call_it(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    window.open("forward")
    settle(qtbot, window)
    press(qtbot, window, "G")
    chooser = dialog(Elsewhere)
    qtbot.keyClicks(chooser.search, "lamp")
    qtbot.keyClick(chooser.search, Qt.Key.Key_Return)
    settle(qtbot, window)
    press(qtbot, window, "F")
    assert last(desk, Decide).service == "Street lighting"


def test_snooze_offers_times_and_a_date(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = show(desk)
    window.open("forward")
    settle(qtbot, window)
    press(qtbot, window, "Z")
    menu = dialog(QMenu)
    menu.actions()[0].trigger()
    menu.close()
    settle(qtbot, window)
    assert last(desk, Snooze).until == tomorrow(datetime.now(UTC))
    press(qtbot, window, "Z")
    menu = dialog(QMenu)
    menu.actions()[2].trigger()
    menu.close()
    form = dialog(Until)
    assert form.until() == tomorrow(datetime.now(UTC))
    form.accept()
    settle(qtbot, window)
    assert len([c for c in desk.asked if isinstance(c, Snooze)]) == 2


def test_half_past_eight_is_half_past_eight_in_london_in_summer_too() -> None:
    summer = datetime(2026, 7, 3, 22, 30, tzinfo=UTC)  # a Friday, 23:30 in London
    assert tomorrow(summer) == datetime(2026, 7, 4, 7, 30, tzinfo=UTC)
    assert monday(summer) == datetime(2026, 7, 6, 7, 30, tzinfo=UTC)
    assert monday(datetime(2026, 11, 23, 9, 0, tzinfo=UTC)) == datetime(
        2026, 11, 30, 8, 30, tzinfo=UTC
    )


def test_tomorrow_begins_when_the_council_opens(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    office = Office(hours_of("07:15-15:00 " * 5 + "off off"))
    window = show(desk)
    window.open("forward")
    settle(qtbot, window)
    window.list.office = office
    press(qtbot, window, "Z")
    menu = dialog(QMenu)
    assert menu.actions()[0].text() == "&Tomorrow 07:15"
    menu.actions()[0].trigger()
    menu.close()
    settle(qtbot, window)
    assert last(desk, Snooze).until == tomorrow(datetime.now(UTC), office)
    friday = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)  # it is shut on the day after
    assert tomorrow(friday, office) == datetime(2026, 11, 28, 7, 15, tzinfo=UTC)


def test_a_mention_that_is_not_public_is_added_without_its_author(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    press(qtbot, window, "A")
    form = dialog(AddDialog)
    form.author.setText("A Neighbour")
    form.link.setText("https://www.example.org/groups/1")
    form.text.setPlainText("several say that the grit bin is empty")
    form.accept()
    assert form.isVisible()  # could anyone read this without joining?
    form.private.setChecked(True)
    assert not form.author.isVisible()
    assert "own words" in form.text.accessibleName()
    form.tally.setValue(300)
    form.accept()
    settle(qtbot, window)
    added = last(desk, AddMention)
    assert added.heard.author == ""
    assert added.heard.url == ""
    assert not added.heard.public
    assert added.heard.tally == 300


def test_closing_says_first_that_listening_stops(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = show(desk)
    window.close()
    assert window.isVisible()
    box = window.closing.box
    assert "Listening stops" in box.text()
    box.reject()
    assert window.isVisible()
    window.close()
    window.closing.box.defaultButton().click()
    assert not window.isVisible()
    assert desk.kept.readers_open == 0
