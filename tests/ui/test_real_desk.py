"""The window on the real desk: what the fake promises, the engine keeps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from listener.commands import AddMention, Change, Decide, ImportFile
from listener.desk import Desk
from listener.mention import Heard
from tests.ui.conftest import settle
from tests.ui.test_verbs import dialog, press
from ui.mention.choosers import Chooser
from ui.mention.putaway import HoldForm, MuteForm
from ui.reply.dialog import ReplyDialog
from ui.shell import Window
from ui.theme import Theme
from ui.window import built

TOLD = """id\ttitle\ttext
1\t\tthird week running our brown bin has been left on Park Lane, rang twice and no answer
2\t\tthe street light outside 14 Cinder Bank has been out for a month, please fix it
3\t\tthere is a live cable hanging over the pavement on Mill Street, kids walk past it
4\t\tpothole on Wolverton Road, needs filling in please
"""


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Window]:
    """A window on a desk that polls nothing, with four mentions."""
    told = tmp_path / "told.tsv"
    told.write_text(TOLD, encoding="utf-8")
    desk = Desk.open(tmp_path / "profile", workers=0, polling=False)
    desk.ask(Change("first_run_done", True)).result()
    assert desk.ask(ImportFile(told)).result().new == 4
    window = Window(desk, theme)
    qtbot.addWidget(window, before_close_func=lambda w: w.close_now())
    window.show()
    qtbot.waitUntil(lambda: window.glance is not None)
    settle(qtbot, window)
    yield window
    window.close_now()
    desk.close()


def counts(qtbot: QtBot, window: Window) -> dict[str, int]:
    """How many stand in each list now."""
    found: list[dict[str, int]] = []
    window.bridge.read(lambda r: dict(r.counts()), found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def test_decided_by_keyboard_and_taken_back(qtbot: QtBot, window: Window) -> None:
    before = counts(qtbot, window)
    assert sum(before.values()) == 4
    window.open("forward")
    settle(qtbot, window)
    assert window.list.model.rowCount() == before["forward"] > 0
    first = window.list.current().key
    qtbot.keyClick(window.list.table, "F")
    qtbot.waitUntil(lambda: counts(qtbot, window)["done"] == 1)
    qtbot.keyClick(window.list.table, "Z", Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: counts(qtbot, window)["done"] == 0)
    qtbot.waitUntil(lambda: window.list.model.where(first) >= 0)


def test_a_danger_stays_until_somebody_was_told(qtbot: QtBot, window: Window) -> None:
    window.open("urgent")
    settle(qtbot, window)
    assert window.list.model.rowCount() == counts(qtbot, window)["urgent"] == 1
    for key in "FERN":
        qtbot.keyClick(window.list.table, key)
    settle(qtbot, window)
    assert counts(qtbot, window)["urgent"] == 1


def test_sources_and_settings_are_read_from_the_profile(qtbot: QtBot, window: Window) -> None:
    window.open("sources")
    settle(qtbot, window)
    assert window.sources.model.rowCount() >= 1
    window.settings.officer.setText("Duty desk")
    window.settings.officer.editingFinished.emit()
    qtbot.waitUntil(lambda: window.verbs.officer == "Duty desk")


def test_the_reading_is_put_right_by_keyboard_and_the_mention_moves(
    qtbot: QtBot, window: Window
) -> None:
    window.open("forward")
    settle(qtbot, window)
    card = window.list.current()
    press(qtbot, window, "C")
    qtbot.keyClick(dialog(QMenu), "D")
    settle(qtbot, window)
    chooser = dialog(Chooser)
    qtbot.keyClick(chooser.list, "A")
    qtbot.keyClick(chooser.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: counts(qtbot, window)["urgent"] == 2)
    qtbot.waitUntil(lambda: window.pane.detail.row.grade == "person")
    detail = window.pane.detail
    assert detail.row.key == card.key
    assert detail.reading.danger.because == "Officer says so"
    assert detail.history[-1].what == "corrected the danger: a person at risk, was no danger"
    press(qtbot, window, "")  # the window has the keyboard again
    qtbot.keyClick(window.list.table, "Z", Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: counts(qtbot, window)["urgent"] == 1)


def test_a_council_is_set_up_and_what_was_added_is_put_right(qtbot: QtBot, window: Window) -> None:
    window.going.welcome()
    window.first_run.begin()
    settle(qtbot, window)
    pages = window.first_run.set_up
    pages.name_form.lines["name"].setText("Larkford District Council")
    pages.places.take_in("name\nQuarl Lane\n")
    qtbot.waitUntil(lambda: pages.places.use.isVisibleTo(pages.places))
    pages.places.use.click()
    pages.keep()
    qtbot.waitUntil(lambda: window.rail._council.text() == "Larkford")
    window.open("settings")
    qtbot.waitUntil(lambda: len(window.settings.places.listing.entries()) == 1)
    window.settings.it.look_over()
    qtbot.waitUntil(lambda: "[ok] the database" in window.settings.it.said(), timeout=20_000)
    key = window.bridge._desk.ask(AddMention(Heard("", "", "bins on Quarl Lane"), "Groups"))
    assert key.result()
    window.open("sources")
    settle(qtbot, window)
    assert "Groups" in [line.name for line in window.sources.model._lines]


def test_a_reply_is_written_copied_posted_and_taken_back_by_keyboard(
    qtbot: QtBot, window: Window
) -> None:
    opened: list[str] = []
    window.verbs.open_address = opened.append
    window.open("forward")
    settle(qtbot, window)
    key = window.list.current().key
    press(qtbot, window, "R")
    form = dialog(ReplyDialog)
    qtbot.keyClick(form.signed_in, Qt.Key.Key_Space)
    qtbot.keyClicks(form.draft.text, "On its way.")
    qtbot.keyClick(form.draft.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: counts(qtbot, window)["done"] == 1)
    qtbot.waitUntil(lambda: "not known posted" in window.pane.strip.said())
    assert QGuiApplication.clipboard().text() == "On its way."
    QGuiApplication.clipboard().setText("https://b.example/reply/1")
    press(qtbot, window, "L")
    qtbot.waitUntil(lambda: not window.pane.strip.said())
    window.going.go_to("done", key)
    qtbot.waitUntil(lambda: bool(window.pane.shown_replies))
    assert window.pane.shown_replies[0].last.link == "https://b.example/reply/1"
    assert window.pane.detail.decision.outcome == "forward"
    for _ in range(2):  # the link, then reply and decision in one
        press(qtbot, window, "")
        qtbot.keyClick(window.list.table, "Z", Qt.KeyboardModifier.ControlModifier)
        settle(qtbot, window)
    qtbot.waitUntil(lambda: counts(qtbot, window)["done"] == 0)
    QGuiApplication.clipboard().clear()


def test_a_thread_is_muted_by_keyboard_and_heard_again_by_undo(
    qtbot: QtBot, window: Window
) -> None:
    window.open("forward")
    settle(qtbot, window)
    before = counts(qtbot, window)
    press(qtbot, window, "Q")
    settle(qtbot, window)
    dialog(MuteForm).accept()
    qtbot.waitUntil(lambda: counts(qtbot, window)["watching"] == before["watching"] + 1)
    press(qtbot, window, "")
    qtbot.keyClick(window.list.table, "Z", Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: counts(qtbot, window) == before)
    window.open("forward")
    settle(qtbot, window)
    qtbot.waitUntil(lambda: window.pane.detail is not None)
    assert any("muted this thread" in h.what for h in window.pane.detail.history)


def test_publicity_is_held_and_the_desk_refuses_what_it_stops(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, "")
    qtbot.keyClick(window.list.table, "H", Qt.KeyboardModifier.ControlModifier)
    form = dialog(HoldForm)
    form.why.setText("a storm")
    form.accept()
    qtbot.waitUntil(lambda: "a storm" in window.banners.publicity.said())
    key = window.list.current().key
    refused: list[str] = []
    window.bridge.ask(Decide((key,), "join_in"), None, refused.append)
    qtbot.waitUntil(lambda: bool(refused))
    assert "all publicity is held until" in refused[0]


def test_the_window_opens_in_the_look_that_is_kept(
    qtbot: QtBot, qapp: QApplication, theme: Theme, tmp_path: Path
) -> None:
    desk = Desk.open(tmp_path / "profile", workers=0, polling=False)
    desk.ask(Change("theme", "dark")).result()
    desk.ask(Change("text_size", 150)).result()
    window = built(qapp, desk)
    try:
        assert qapp.styleSheet()
        assert qapp.font().pixelSize() == 21
        assert window.palette().window().color().lightness() < 128
    finally:
        window.close_now()
        desk.close()
        theme.wear(theme.look)
