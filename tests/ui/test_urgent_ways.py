"""Urgent in the window: made urgent, exact words given out, holds, and what was done."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from listener.commands import EndHold, GiveToEmergency, MakeUrgent, PutOnHold
from rules.urgent import Hold, WayOut
from tests.ui import brackenford
from tests.ui.brackenford import NOW
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from tests.ui.test_everyone import nameless
from tests.ui.test_verbs import dialog, last, press
from tests.ui.urgentdesk import urgent_window
from ui.urgent.given import Given
from ui.urgent.record import record_of
from ui.urgent.ways import Give, Holding, PassedOn


def test_u_makes_anything_urgent_and_a_second_u_passes_it_on(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    window.open("forward")
    settle(qtbot, window)
    key = window.list.current().key
    press(qtbot, window, "U")
    settle(qtbot, window)
    assert last(desk, MakeUrgent) == MakeUrgent((key,), "Officer")
    assert window.list.current().key == key
    qtbot.waitUntil(lambda: window.pane.urgent.title.text() == "⚑ Somebody may be at risk")
    assert window.pane.bar.button("safe").isVisible()
    press(qtbot, window, "U")
    dialog(PassedOn).reject()
    press(qtbot, window, "")
    qtbot.keyClick(window.list.table, "Z", Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert desk.kept.rows[key].view == "forward"


def test_u_works_on_what_is_decided_and_not_on_many_at_once(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    window.open("forward")
    settle(qtbot, window)
    key = window.list.current().key
    press(qtbot, window, "E")
    window.open("done")
    settle(qtbot, window)
    assert window.list.current().key == key
    assert window.pane.bar.button("urgent").isVisible()
    press(qtbot, window, "U")
    assert last(desk, MakeUrgent).keys == (key,)
    window.list.open(None, "a")
    settle(qtbot, window)
    qtbot.keyClick(window.list.table, "A", Qt.KeyboardModifier.ControlModifier)
    asked = len(desk.asked)
    press(qtbot, window, "U")
    assert len(desk.asked) == asked
    assert "at most 20" in window.pane.bar.undo.said()


def test_the_exact_words_are_copied_for_an_emergency_service_and_logged(
    qtbot: QtBot, desk: FakeDesk, show: Shown, tmp_path: Path
) -> None:
    window = urgent_window(qtbot, show, desk)
    key = window.list.current().key
    window.pane.urgent.button("give").click()
    form = dialog(Give)
    form.basis.setCurrentText("")
    form.accept()
    assert form.isVisible()
    form.basis.setCurrentText("to protect somebody's life")
    form.accept()
    settle(qtbot, window)
    assert last(desk, GiveToEmergency) == GiveToEmergency(
        key, "Police (999)", "to protect somebody's life", "Officer"
    )
    qtbot.waitUntil(lambda: "Exact words" in QApplication.clipboard().text())
    given = dialog(Given)
    assert nameless(given) == []
    given.save(tmp_path / "words.txt")
    assert "live cable" in (tmp_path / "words.txt").read_text(encoding="utf-8")
    given.save(tmp_path / "none" / "words.txt")
    assert "still on the clipboard" in given._said.text()
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "words.pdf"))
    given.print_to(printer)
    assert (tmp_path / "words.pdf").stat().st_size > 0
    given.reject()


def test_a_mention_is_put_on_hold_and_the_hold_ends_with_a_reason(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    window.open("forward")
    settle(qtbot, window)
    key = window.list.current().key
    press(qtbot, window, "H")
    form = dialog(Holding)
    form.accept()
    assert form.isVisible()
    form.why.setText("the police may ask")
    form.accept()
    settle(qtbot, window)
    assert last(desk, PutOnHold) == PutOnHold((key,), "the police may ask", "Officer")
    qtbot.waitUntil(lambda: window.pane.urgent.title.text() == "Noted about this mention")
    qtbot.waitUntil(lambda: "on hold" in window.list.current().sentence)
    press(qtbot, window, "H")
    again = dialog(Holding)
    again.what.setCurrentIndex(1)
    again.why.setText("they have it")
    again.accept()
    settle(qtbot, window)
    assert last(desk, EndHold).why == "they have it"


def test_a_hold_whose_review_is_due_is_said_over_every_page(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    desk.kept.reviews = 1
    window = show(desk)
    qtbot.waitUntil(lambda: "on hold for seven days" in window.alarm.reviews.said())
    window.alarm.review.emit()
    settle(qtbot, window)
    assert window.list.search == "is:held"


def test_what_was_done_is_listed_with_what_restricts_and_holds_it() -> None:
    detail = brackenford.detail(brackenford.row(1))
    assert detail.urgent is not None
    hold = Hold("Amy", NOW - timedelta(days=8), "a threat", NOW - timedelta(days=1))
    way = WayOut("passed_on", "Amy", NOW, "999", "telephone", NOW, "H-1")
    sheet = replace(detail.urgent, hold=hold, ways=(way,), restricted="Restricted: it names her.")
    first, held, out = record_of(sheet, NOW)
    assert first == "Restricted: it names her."
    assert "On hold for 8 days" in held
    assert "Passed on to 999 by telephone" in out
