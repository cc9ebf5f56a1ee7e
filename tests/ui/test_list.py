"""The list: pages, sentences, and rows that never move by themselves."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from listener.events import MentionsArrived
from listener.mention import MentionKey
from tests.ui import brackenford
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from tests.ui.fakereader import FakeMissed
from ui.queue.card import card_of
from ui.queue.delegate import two_lines
from ui.queue.model import QueueModel


def cards(first: int, many: int) -> list[Any]:
    rows = (brackenford.row(n) for n in range(first, first + many))
    return [card_of(r, brackenford.NOW) for r in rows]


def test_the_model_asks_for_a_page_once_and_shows_nothing_twice() -> None:
    asked: list[Any] = []
    model = QueueModel(asked.append)
    model.start(cards(1, 10), 10)
    model.fetchMore()
    model.fetchMore()
    assert asked == [10]
    model.append(cards(8, 10), None)
    assert model.keys() == tuple(range(1, 18))
    assert not model.canFetchMore()


def test_what_leaves_the_model_leaves_the_order_of_the_rest() -> None:
    model = QueueModel(lambda _: None)
    model.start(cards(1, 6), None)
    model.leave([MentionKey(2), MentionKey(5), MentionKey(77)])
    assert model.keys() == (1, 3, 4, 6)
    assert [model.where(MentionKey(k)) for k in (1, 3, 4, 6)] == [0, 1, 2, 3]


def test_the_model_reads_nothing_when_it_is_asked_for_data(qtbot: QtBot) -> None:
    asked: list[Any] = []
    model = QueueModel(asked.append)
    model.start(cards(1, 50), 50)
    for at in range(50):
        model.data(model.index(at, 0), int(Qt.ItemDataRole.AccessibleTextRole))
    assert not asked


def test_every_row_is_a_sentence() -> None:
    model = QueueModel(lambda _: None)
    model.start(cards(1, 9), None)
    for at in range(9):
        said = model.data(model.index(at, 0), int(Qt.ItemDataRole.AccessibleTextRole))
        assert said.endswith(".")
        assert len(said.split()) > 5
    unsure = model.data(model.index(1, 0), int(Qt.ItemDataRole.AccessibleTextRole))
    assert "annoyed" in unsure
    assert "not settled" in unsure
    assert "4 like this" in unsure


def test_two_lines_hold_the_beginning_and_never_half_an_emoji(qtbot: QtBot) -> None:
    font = QFont()
    font.setPixelSize(14)
    lines = two_lines("😡" * 90 + " bins " * 60, font, 300)
    assert len(lines) == 2
    assert "\N{REPLACEMENT CHARACTER}" not in "".join(lines)
    assert two_lines("bins", font, 300) == ["bins"]
    assert two_lines("", font, 300) == []


def test_a_list_reads_one_page_until_it_is_scrolled(
    qtbot: QtBot, tmp_path: Path, show: Shown
) -> None:
    desk = FakeDesk(tmp_path)
    for key in range(1, 351):
        desk.kept.rows[MentionKey(key)] = brackenford.row(key, view="forward")
    window = show(desk)
    assert window.list.model.rowCount() == 100
    window.list.table.scrollToBottom()
    qtbot.waitUntil(lambda: window.list.model.rowCount() == 200)
    assert desk.kept.pages_read == 2


def test_new_mentions_are_announced_and_move_no_row(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    window.open("forward")
    settle(qtbot, window)
    before = window.list.model.keys()
    for key in range(901, 913):
        desk.kept.rows[MentionKey(key)] = brackenford.row(key, view="forward")
    desk.tell(MentionsArrived("Tipley Talk", 12, 0, False))
    qtbot.waitUntil(window.list.fresh.isVisible)
    assert window.list.fresh.text() == "12 new: show them"
    assert window.list.model.keys() == before
    qtbot.mouseClick(window.list.fresh, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.list.model.rowCount() == len(before) + 12)
    assert not window.list.fresh.isVisible()


def test_an_empty_list_says_what_was_read_and_what_was_not_heard(
    tmp_path: Path, show: Shown
) -> None:
    desk = FakeDesk(tmp_path)
    desk.kept.looked_at = 31
    window = show(desk)
    assert window.list.face.said() == (
        "You have read all 31 that we could hear (1 of 2 sources; groups are not heard)."
    )


def test_a_list_that_cannot_be_read_says_so_and_can_be_tried_again(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    desk.kept.broken = "The disk did not answer. What was heard is kept."
    window.list.reload()
    settle(qtbot, window)
    assert "The disk did not answer" in window.list.face.said()
    assert window.list.face.isVisible()
    desk.kept.broken = ""
    window.list.reload()
    settle(qtbot, window)
    assert window.list.table.isVisible()


def test_the_start_says_what_was_missed(desk: FakeDesk, show: Shown) -> None:
    now = brackenford.NOW.replace(hour=6, minute=2)
    desk.kept.missed = FakeMissed(now - timedelta(hours=12, minutes=28), now, 43, 2)
    window = show(desk)
    said = window.banners.missed.said()
    assert "43 came in, 2 possible dangers first" in said
    assert said.startswith("Not listening ")


@pytest.mark.parametrize(("words", "found"), [("swings", True), ("zebra crossing", False)])
def test_search_finds_or_says_that_it_found_nothing(
    qtbot: QtBot, desk: FakeDesk, show: Shown, words: str, found: bool
) -> None:
    window = show(desk)
    qtbot.keyClick(window.list.table, "/")
    assert window.head.search.hasFocus()
    qtbot.keyClicks(window.head.search, words)
    qtbot.keyClick(window.head.search, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert (window.list.model.rowCount() > 0) is found
    assert window.list.face.isVisible() is not found
    qtbot.keyClick(window.head.search, Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert window.list.search == ""
    assert window.head.search.text() == ""
