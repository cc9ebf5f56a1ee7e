"""What has to be in sight: the words beside whom to ring, whole clocks, whole fields."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QPoint
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from listener.mention import ServiceGuess
from tests.ui import brackenford
from tests.ui.brackenford import NOW
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from ui.addmention.dialog import AddDialog
from ui.mention.actions import Actions
from ui.mention.subject import Subject
from ui.mention.where import _why
from ui.queue.card import card_of
from ui.queue.heading import heading_words
from ui.queue.layout import left_to_clock
from ui.theme import Theme


def in_sight(part: QWidget, area: QScrollArea) -> bool:
    """Whether the whole of it is seen without scrolling."""
    top = part.mapTo(area.viewport(), QPoint(0, 0)).y()
    return part.isVisible() and top >= 0 and top + part.height() <= area.viewport().height()


def test_the_words_of_a_danger_and_whom_to_ring_are_seen_at_once(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    window.resize(1440, 900)
    window.open("urgent")
    settle(qtbot, window)
    pane = window.pane
    qtbot.waitUntil(lambda: in_sight(pane.said.words, pane._scroll))
    qtbot.waitUntil(lambda: in_sight(pane.urgent.ring, pane._scroll))
    assert pane.said.mapTo(pane, QPoint(0, 0)).y() == pane.urgent.mapTo(pane, QPoint(0, 0)).y()
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: pane._all.indexOf(pane.urgent) == 0)
    qtbot.waitUntil(lambda: in_sight(pane.urgent.title, pane._scroll))


def test_several_suggestions_are_not_named_by_the_first(qtbot: QtBot, theme: Theme) -> None:
    bar = Actions()
    qtbot.addWidget(bar)
    rows = [brackenford.row(2, view="forward", outcome=o) for o in ("forward", "complaint_route")]
    cards = tuple(card_of(r, NOW) for r in rows)
    bar.show_subject(Subject(cards))
    assert bar.button("suggested").text() == "Each as suggested"
    bar.show_subject(Subject(cards[:1]))
    assert bar.button("suggested").text() == "As suggested: Forward"


def test_a_long_address_that_was_copied_leaves_the_fields_whole(qtbot: QtBot, theme: Theme) -> None:
    QGuiApplication.clipboard().setText("https://www.example.org/" + "groups/brackenford/" * 5)
    dialog = AddDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.copied.isVisible()
    qtbot.waitUntil(
        lambda: (
            dialog._area.widget().width() <= dialog._area.viewport().width()
            and dialog.link.width() <= dialog._area.viewport().width()
        )
    )
    QGuiApplication.clipboard().clear()


def test_a_narrow_row_cuts_the_word_of_danger_and_not_its_clock(theme: Theme) -> None:
    font = QFont()
    font.setPixelSize(14)
    row = replace(brackenford.row(1), view="urgent", due=NOW + timedelta(minutes=11))
    card = card_of(replace(row, grade="person"), NOW)
    assert card.clock is not None
    assert left_to_clock(card, 400, font) > 60
    assert left_to_clock(card, 900, font) == 0
    assert left_to_clock(replace(card, clock=None), 400, font) == 0


def test_a_guess_is_called_a_guess_once() -> None:
    guess = ServiceGuess("Roadworks", "Highways", 0.2, "names “lights”")
    assert _why(guess, 0) == "a guess: names “lights”"
    assert _why(guess, 1) == "may also fit: names “lights”"
    assert _why(replace(guess, certainty=0.7), 0) == "best guess, likely: names “lights”"


def test_a_search_that_found_nothing_says_so_once() -> None:
    assert heading_words(None, "swimgs", False, 0, False, 0) == "Searched for “swimgs”"
    assert heading_words("forward", "", False, 1, False, 0) == "1 mention to forward"
