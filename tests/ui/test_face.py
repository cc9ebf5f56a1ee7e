"""What an officer's eye falls on: inks, widths, what stands beside what, and what is said when."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPalette
from PySide6.QtWidgets import QBoxLayout, QLabel, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from listener.commands import Decide
from tests.ui import brackenford
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from ui.addmention.dialog import AddDialog
from ui.house.table import WordsModel, WordsTable
from ui.manners.dropping import LARGEST, _picture
from ui.parts.banners import Banner
from ui.parts.buttons import KeyButton
from ui.queue.card import Card, card_of
from ui.queue.layout import height, layout, shown
from ui.queue.layout import wide as chip_width
from ui.sources.page import SourcesPage
from ui.theme import Theme, icon_pixmap, tokens
from ui.verbs import _done_words

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def ink(shown: QLabel) -> str:
    """The colour of its words."""
    return shown.palette().color(QPalette.ColorRole.WindowText).name()


def test_a_banner_has_its_ink_when_it_is_first_shown_and_when_it_changes(
    qtbot: QtBot, theme: Theme
) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    for colour in ("red", "amber", "grey"):
        banner.say(f"Something {colour}.", colour)
        banner.ensurePolished()
        words = next(w for w in banner.findChildren(QLabel) if w.text())
        assert ink(words) == QColor(tokens().chips[colour][1]).name()


@pytest.mark.parametrize("page", ["sources", "settings", "first run"])
def test_no_page_shows_what_was_searched_for_in_a_list(
    qtbot: QtBot, desk: FakeDesk, show: Shown, page: str
) -> None:
    window = show(desk)
    window.head.type("lights")
    settle(qtbot, window)
    window.going.welcome() if page == "first run" else window.open(page)
    assert window.head.search.text() == ""
    marked = [name for name, button in window.rail._buttons.items() if button.isChecked()]
    assert marked == ([] if page == "first run" else [page])
    window.going.back()
    assert window.going.on_list()
    assert window.rail.button(str(window.list.view)).isChecked()


def test_beside_an_empty_list_nothing_asks_to_choose_in_it(
    qtbot: QtBot, tmp_path: Path, show: Shown
) -> None:
    window = show(FakeDesk(tmp_path, 0))
    window.open("forward")
    settle(qtbot, window)
    assert window.list.face.said()
    assert window.pane._face.said() == ""


def decided(*outcomes: str, service: str = "", passed_by: int = 0) -> str:
    """What is said once mentions were decided with these outcomes, one each."""
    card = card_of(brackenford.row(1), NOW)
    cards: tuple[Card, ...] = (card,) * len(outcomes)
    commands = [Decide((card.key,), o, service, "", "Officer") for o in dict.fromkeys(outcomes)]
    return _done_words(cards, commands, passed_by)


def test_what_was_decided_is_said_as_a_decision() -> None:
    assert decided("complaint_route") == "Decided: offer the complaint route"
    assert decided("no_reply", "no_reply") == "Decided: no reply needed (2 mentions)"
    assert decided("forward", service="Grass") == "Decided: forward to Grass"
    assert decided("forward") == "Decided: forward to the service"
    assert decided("forward", "answer") == "Decided as suggested (2 mentions)"
    assert decided("answer", passed_by=1) == "Decided: answer; 1 possible danger passed by"


def test_the_figures_of_the_sources_stand_under_their_heading(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    window.resize(1440, 900)
    window.open("sources")
    settle(qtbot, window)
    page = window.sources
    assert isinstance(page, SourcesPage)
    table, metrics = page.table, page.table.fontMetrics()
    role = int(Qt.ItemDataRole.TextAlignmentRole)
    heading = page.model.headerData(3, Qt.Orientation.Horizontal, role)
    assert heading == page.model.data(page.model.index(0, 3), role)
    for column in (3, 4):  # as wide as what stands there, and no strip beside it
        widest = max(metrics.horizontalAdvance(c) for c in page.model.column(column))
        assert widest < table.columnWidth(column) < widest + 2 * metrics.height()


def test_the_add_dialog_shows_its_key_and_a_number_box_that_can_be_pressed(
    qtbot: QtBot, theme: Theme
) -> None:
    dialog = AddDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    add = next(b for b in dialog.findChildren(KeyButton) if b.text() == "Add")
    assert add.property("kind") == "primary"
    assert add.accessibleDescription() == "Key Ctrl+Return"
    box = dialog.findChild(QSpinBox)
    assert box is not None
    inner = box.findChild(QLineEdit)
    assert inner is not None
    assert inner.textMargins().left() > 0
    assert box.width() - inner.geometry().right() >= 20  # the arrows have that room


def test_a_table_of_so_many_lines_cuts_none_of_them(qtbot: QtBot, theme: Theme) -> None:
    model = WordsModel(("What", "Keys"))
    table = WordsTable("Keys", model, (1, 1), 6)
    qtbot.addWidget(table)
    model.show_rows([(f"Line {n}", "K") for n in range(20)])
    table.show()
    for _ in range(2):
        table.resize(400, table.minimumHeight())
    assert table.viewport().height() % table.rowHeight(0) == 0
    assert table.viewport().height() // table.rowHeight(0) == 6


def test_the_same_rows_again_leave_a_table_as_it_was_scrolled(qtbot: QtBot, theme: Theme) -> None:
    model = WordsModel(("What", "Keys"))
    rows = [(f"Line {n}", "K") for n in range(20)]
    model.show_rows(rows)
    with qtbot.assertNotEmitted(model.modelReset):
        model.show_rows(rows)
    with qtbot.waitSignal(model.modelReset):
        model.show_rows(rows[1:])


def test_beside_a_hidden_text_no_column_is_left_blank(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    window.resize(1440, 900)
    pane = window.pane
    assert pane._columns.direction() == QBoxLayout.Direction.LeftToRight
    pane.said.veil.show()
    pane._show_whys()
    assert pane._columns.direction() == QBoxLayout.Direction.TopToBottom
    pane.said.veil.hide()
    pane._show_whys()
    assert pane._columns.direction() == QBoxLayout.Direction.LeftToRight


def test_at_twice_the_text_size_the_tone_has_a_line_of_its_own(theme: Theme) -> None:
    font = QFont()
    font.setPixelSize(28)
    row = replace(brackenford.row(1), tone="negative", view="forward", grade="none")
    row = replace(row, urgent=None, due=NOW + timedelta(minutes=59))
    card = card_of(row, NOW)
    clock, tone = shown(card, 400, font)[:2]
    assert card.clock == clock
    assert tone.word == "annoyed"
    where = layout(QRect(0, 0, 400, height(400, font)), font, card)
    first, second = where.signs
    assert chip_width(tone.text, font) < second.width()
    assert first.bottom() < second.top()
    assert second.bottom() < where.presses.top()
    assert where.presses.bottom() < height(400, font)
    alone = layout(QRect(0, 0, 400, height(400, font)), font, replace(card, clock=None, signs=()))
    assert len(alone.signs) == 1


def test_an_icon_is_drawn_once(theme: Theme) -> None:
    assert icon_pixmap("star", "#123456").cacheKey() == icon_pixmap("star", "#123456").cacheKey()
    assert icon_pixmap("star", "#123456").cacheKey() != icon_pixmap("star", "#654321").cacheKey()


def test_a_large_picture_is_read_no_larger_than_it_is_wanted(tmp_path: Path, theme: Theme) -> None:
    for size, read in ((3000, LARGEST), (300, 300)):
        path = tmp_path / f"{size}.png"
        picture = QImage(size, size // 2, QImage.Format.Format_RGB32)
        picture.fill(0)
        picture.save(str(path))
        assert _picture(path).width() == read
