"""Searches, saved searches and chips on the real desk: what the fake promises, the engine keeps."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import settle
from tests.ui.test_real_desk import counts, window
from tests.ui.test_verbs import dialog
from ui.searching import Named, Reason
from ui.shell import Window

__all__ = ["window"]


def seek(qtbot: QtBot, window: Window, typed: str) -> None:
    window.head.type(typed)
    qtbot.waitUntil(lambda: window.list.search == typed)
    settle(qtbot, window)


@pytest.mark.parametrize(
    ("typed", "many"),
    [
        ("bin OR pothole", 2),
        ("-is:urgent", 3),
        ('"live cable" is:urgent', 1),
        ("(bin OR light) -fix", 1),
        ("after:today", 4),
        ("by:me", 0),
    ],
)
def test_the_search_language_is_understood(
    qtbot: QtBot, window: Window, typed: str, many: int
) -> None:
    seek(qtbot, window, typed)
    assert window.list.model.rowCount() == many


def test_a_misspelt_word_is_put_right(qtbot: QtBot, window: Window) -> None:
    seek(qtbot, window, "streat lihgt")
    qtbot.waitUntil(lambda: window.list.face.button().isVisible())
    assert window.list.face.button().text() == "Search for street light"
    qtbot.mouseClick(window.list.face.button(), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.list.model.rowCount() == 1)


def test_a_search_is_kept_counted_and_taken_back(qtbot: QtBot, window: Window) -> None:
    seek(qtbot, window, "pothole OR bin")
    window.searching.save()
    form = dialog(Named)
    form.name.setText("Roads and bins")
    form.accept()
    qtbot.waitUntil(lambda: len(window.rail.saved.buttons) == 1)
    (button,) = window.rail.saved.buttons.values()
    qtbot.waitUntil(lambda: button.accessibleName() == "Roads and bins, 2 waiting")
    window.verbs.undo()
    qtbot.waitUntil(lambda: not window.rail.saved.buttons)


def test_a_search_for_a_person_is_kept_with_its_reason_only(qtbot: QtBot, window: Window) -> None:
    seek(qtbot, window, "sarah jones")
    window.searching.save()
    dialog(Named).accept()
    qtbot.waitUntil(lambda: any(w.isVisible() for w in window.findChildren(Reason)))
    form = dialog(Reason)
    form.reason.setText("agreed with legal")
    form.accept()
    qtbot.waitUntil(lambda: len(window.rail.saved.searches) == 1)
    assert window.rail.saved.searches[0].reason == "agreed with legal"


def test_a_chip_decides_and_the_decided_stand_in_done_today(qtbot: QtBot, window: Window) -> None:
    window.open("forward")
    settle(qtbot, window)
    key = window.list.current().key
    qtbot.waitUntil(lambda: window.list.cards.chips_of(key) is not None)
    qtbot.mouseClick(window.list.cards.chips_of(key).buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: counts(qtbot, window)["done"] == 1)
    qtbot.waitUntil(lambda: window.rail.button("done").accessibleName() == "Done today, 1")
    window.open("done")
    settle(qtbot, window)
    assert window.list.model.keys() == (key,)
    assert window.list.heading() == "1 decided today · 0 before"
