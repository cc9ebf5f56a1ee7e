"""The window for everyone: names for screen readers, keys, text size, both schemes, first run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from listener.commands import (
    AddSource,
    Change,
    Discover,
    ExportSources,
    PauseSource,
    PutBackSource,
    RemoveSource,
)
from listener.events import Fault, Offline
from listener.urgentcards import guide
from rules.asleep import Asleep, Mute
from rules.urgent import Hold
from tests.ui.brackenford import COUNCIL, NOW, row
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeCandidate, FakeDesk, FakeFound
from ui.addmention.dialog import AddDialog
from ui.keys import KEYS
from ui.mention.asleeplist import AsleepList
from ui.mention.choosers import Chooser, PlaceChooser
from ui.mention.noteform import NoteForm
from ui.mention.putaway import HoldForm, MuteForm
from ui.mention.stackers import JoinChooser, SplitChooser
from ui.mention.where import Elsewhere
from ui.parts.keysheet import KeySheet
from ui.shell import Window
from ui.theme import Look, Theme, tokens
from ui.tokens import DARK, LIGHT
from ui.urgent.contacts import ContactsDialog
from ui.urgent.given import Given
from ui.urgent.ways import Give, Holding, NobodyAtRisk, PassedOn, Rang

PAGES = ("urgent", "unsure", "forward", "done", "sources", "settings")


def nameless(window: QWidget) -> list[str]:
    """The widgets that can have the keyboard and that a screen reader could not name."""
    found = []
    for widget in (window, *window.findChildren(QWidget)):
        if widget.focusPolicy() is Qt.FocusPolicy.NoFocus or not widget.isVisible():
            continue
        if widget.objectName().startswith("qt_") or widget is window:
            continue  # parts of a widget of Qt's own, which speaks for them
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


@pytest.mark.parametrize("page", PAGES)
def test_whatever_can_have_the_keyboard_has_a_name(
    qtbot: QtBot, desk: FakeDesk, show: Shown, page: str
) -> None:
    window = show(desk)
    window.open(page)
    settle(qtbot, window)
    assert nameless(window) == []


def test_the_dialogs_have_names_too(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = show(desk)
    for dialog in (
        AddDialog(window), PassedOn(NOW, (), window), NobodyAtRisk("Officer", "forward", window),
        NoteForm("answer", True, window), MuteForm(NOW, window), HoldForm(NOW, window),
        JoinChooser(window), SplitChooser(row(1), (row(2),), window),
        AsleepList(Asleep((Mute(1, "Bins", "Amy", NOW, None, ""),)), None, NOW, window),
        Elsewhere((), window), KeySheet(window),
        Chooser("Tone", {"negative": "annoyed"}, "", window), PlaceChooser((), window),
        Rang(("999",), window), Give("Officer", window), Holding(None, NOW, window),
        Holding(Hold("Amy", NOW, "a threat", NOW), NOW, window), Given("words", window),
        ContactsDialog(guide(), COUNCIL, False, window),
    ):  # fmt: skip
        dialog.show()
        assert nameless(dialog) == [], type(dialog).__name__
        dialog.close()


def test_the_list_reads_its_rows_as_sentences(desk: FakeDesk, show: Shown) -> None:
    window = show(desk)
    table = QAccessible.queryAccessibleInterface(window.list.table)
    said = [table.child(n).text(QAccessible.Text.Name) for n in range(table.childCount())]
    assert any("possible hazard" in one and one.endswith(".") for one in said)


def test_every_key_of_the_sheet_is_bound_and_none_is_bound_twice(
    desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    bound = [s.key().toString() for s in window.findChildren(QShortcut)]
    assert len(bound) == len(set(bound))
    assert set(window.keys) == {combination for key in KEYS for combination in key.keys}
    assert "Ctrl+1" in bound
    assert "Ctrl+0" in bound


def test_buttons_are_large_enough_to_press(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = show(desk)
    for page in PAGES:
        window.open(page)
        settle(qtbot, window)
        for button in window.findChildren(QAbstractButton):
            if button.isVisible() and not button.objectName().startswith("qt_"):
                assert button.height() >= 24, (page, button.text())


def test_the_urgent_verb_comes_first_and_no_verb_is_cut_off(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    window.open("forward")
    settle(qtbot, window)
    for wide in (1440, 1100, 900):
        window.resize(wide, 700)
        qtbot.waitUntil(lambda: window.pane.bar.height() > 0)
        settle(qtbot, window)
        bar = window.pane.bar
        buttons = [b for b in bar.findChildren(QAbstractButton) if b.isVisible()]
        for button in buttons:
            at = button.mapTo(bar, button.rect().bottomRight())
            assert bar.rect().contains(at), (wide, button.text())
        first = min(buttons, key=lambda b: (b.y(), b.x()))
        assert first is bar.button("urgent")


def test_text_grows_to_two_hundred_per_cent_and_is_kept(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    before = window.fontInfo().pixelSize()
    for _ in range(8):
        qtbot.keyClick(window.list.table, "=", Qt.KeyboardModifier.ControlModifier)
        settle(qtbot, window)
    assert window.fontInfo().pixelSize() == before * 2
    assert Change("text_size", 200) in desk.asked
    assert window.minimumSizeHint().width() <= 1440
    qtbot.keyClick(window.list.table, "-", Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert desk.kept.settings.text_size == 175


def test_light_and_dark_change_over(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = show(desk)
    assert tokens() is LIGHT
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window.list.table, "D", both)
    settle(qtbot, window)
    assert tokens() is DARK
    assert desk.kept.settings.theme == "dark"


def test_the_first_run_offers_three_ways_and_says_that_nobody_listens(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    desk.kept.settings = replace(desk.kept.settings, first_run_done=False)
    window = show(desk)
    assert window.first_run.isVisible()
    assert nameless(window) == []
    qtbot.keyClick(window.first_run.sample, Qt.Key.Key_Space)
    settle(qtbot, window)
    assert desk.kept.settings.first_run_done
    assert not window.first_run.isVisible()
    assert "sample" in window.banners.sample.said()


def test_verbs_do_nothing_where_no_mention_is_seen(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    window.open("sources")
    settle(qtbot, window)
    asked = len(desk.asked)
    for key in "FRED":
        qtbot.keyClick(window.sources.table, key)
    assert len(desk.asked) == asked


def test_a_site_is_looked_at_before_it_is_added(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = show(desk)
    window.open("sources")
    box = window.sources.add_box
    desk.found = FakeFound(
        (
            FakeCandidate("https://a.example/feed", "News", "posts", "hyperlocal", ("One", "Two")),
            FakeCandidate("https://a.example/comments", "Comments", "comments", "comment", ()),
        ),
        "",
    )
    qtbot.keyClicks(box.address, "a.example")
    qtbot.keyClick(box.address, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert Discover("a.example") in desk.asked
    assert box.add.isVisible()
    box.add.click()
    settle(qtbot, window)
    added = [c.address for c in desk.asked if isinstance(c, AddSource)]
    assert added == ["https://a.example/feed", "https://a.example/comments"]


def test_a_source_is_paused_and_removed_and_put_back(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    window.open("sources")
    settle(qtbot, window)
    window.sources.table.selectRow(0)
    window.sources.pause()
    window.sources.remove()
    settle(qtbot, window)
    assert desk.asked[-2:] == [PauseSource("Tipley Talk", True), RemoveSource("Tipley Talk")]
    assert "What it said is kept" in window.sources.bar.said()
    window.sources.bar.undo.emit()
    assert desk.asked[-1] == PutBackSource("Tipley Talk")


def test_being_offline_is_one_banner_and_a_fault_is_said_once(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    desk.tell(Offline(True))
    desk.tell(Fault("The disk is nearly full. What was heard is kept."))
    qtbot.waitUntil(lambda: "offline" in window.banners.offline.said())
    qtbot.waitUntil(lambda: "nearly full" in window.banners.fault.said())
    desk.tell(Offline(False))
    qtbot.waitUntil(lambda: window.banners.offline.said() == "")


def test_the_window_remembers_where_it_stood(tmp_path: Path, show: Shown) -> None:
    first: Window = show(FakeDesk(tmp_path, 9))
    first.resize(780, 555)  # the offscreen screen has 800 by 600
    first.close_now()
    assert (tmp_path / "window.ini").exists()
    second: Window = show(FakeDesk(tmp_path, 9))
    assert (second.width(), second.height()) == (780, 555)


def test_the_list_of_sources_is_written_where_one_says(
    qtbot: QtBot, desk: FakeDesk, show: Shown, tmp_path: Path
) -> None:
    window = show(desk)
    window.open("sources")
    settle(qtbot, window)
    window.sources.write_list(tmp_path / "sources.opml")
    settle(qtbot, window)
    assert ExportSources(tmp_path / "sources.opml") in desk.asked
    assert window.sources.bar.said() == f"2 feeds written to {tmp_path / 'sources.opml'}."


@pytest.mark.parametrize("size", [100, 150, 200])
def test_no_count_in_the_rail_is_cut(
    qtbot: QtBot, show: Shown, desk: FakeDesk, theme: Theme, size: int
) -> None:
    window = show(desk)
    theme.wear(Look("light", size))
    window.rail.show_counts({"unsure": 12_345, "glance": 999_999})
    window.rail.show_sources(3, 128)
    settle(qtbot, window)
    for name in window.rail.names():
        button = window.rail.button(name)
        right = button.mapTo(window.rail, button.rect().bottomRight()).x()
        assert right < window.rail.width()
        assert button.width() >= button.minimumSizeHint().width()


def test_return_presses_a_button(qtbot: QtBot, show: Shown, desk: FakeDesk) -> None:
    window = show(desk)
    button = window.rail.button("settings")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert window.pages.currentWidget() is window.settings


def test_the_window_fits_the_screen(show: Shown, desk: FakeDesk) -> None:
    window = show(desk)
    room = window.screen().availableGeometry().size()
    assert window.width() <= room.width()
    assert window.height() <= room.height()


def test_at_twice_the_size_the_verbs_leave_the_mention_room(
    qtbot: QtBot, show: Shown, desk: FakeDesk, theme: Theme
) -> None:
    window = show(desk)
    window.resize(1440, 860)
    theme.wear(Look("light", 200))
    settle(qtbot, window)
    window.list.table.step(1)
    settle(qtbot, window)
    assert window.pane.said.words.isVisible()
    seen = window.pane.said.parentWidget().visibleRegion().boundingRect()
    assert seen.height() > window.height() / 2


def test_return_in_a_list_of_services_chooses_once(qtbot: QtBot, desk: FakeDesk) -> None:
    chooser = Elsewhere(desk.kept.council.services)
    qtbot.addWidget(chooser)
    accepted: list[bool] = []
    chooser.accepted.connect(lambda: accepted.append(True))
    chooser.open()
    chooser._list.setFocus()
    qtbot.keyClick(chooser._list, Qt.Key.Key_Return)
    chooser.accept()
    assert accepted == [True]


def test_the_bar_shows_only_while_it_has_something_to_say(
    qtbot: QtBot, show: Shown, tmp_path: Path
) -> None:
    window = show(FakeDesk(tmp_path, 0))
    assert not window.pane.bar.isVisible()
    window.pane.bar.say("Nothing could be taken back.", False, True)
    assert window.pane.bar.isVisible()
    assert window.pane.bar.undo.said() == "Nothing could be taken back."
