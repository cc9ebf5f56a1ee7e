"""Beside deciding, in the window: second readers, more areas, who rang, and moving what went."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from listener.commands import Decide, ForwardTo, Rang, ReadSecond
from listener.council import Service
from listener.handoff import AreaContact, AreaState
from listener.mention import Decision
from tests.ui import brackenford
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from tests.ui.test_verbs import dialog, last, press
from ui.areas.handing import AreaForm, RangForm
from ui.areas.second import SecondForm
from ui.mention.where import Elsewhere
from ui.shell import Window

PARKING = AreaState(AreaContact("Parking", phone="01632 960111"), 1, None, ("No address: none.",))
PLAIN = Service("Highways", "Potholes", "all", ())
CAMPS = Service("Community safety", "Encampments", "all", (), "sensitive")


def opened(qtbot: QtBot, desk: FakeDesk, show: Shown) -> Window:
    desk.kept.areas = (PARKING,)
    window = show(desk)
    window.open("forward")
    settle(qtbot, window)
    return window


def test_what_is_sensitive_is_not_sent_by_one_key(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show)
    window.verbs.services = (CAMPS,)
    window.pane.where.pick(CAMPS)
    press(qtbot, window, "F")
    assert not any(isinstance(c, Decide) for c in desk.asked)
    form = dialog(SecondForm)
    form.reader.setEditText("Officer")  # who forwards it
    form.accept()
    assert form.isVisible()
    form.reader.setEditText("Bo")
    form.accept()
    settle(qtbot, window)
    assert (last(desk, Decide).service, last(desk, Decide).second) == ("Encampments", "Bo")


def test_what_may_accuse_somebody_is_not_sent_by_one_key(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    why = "Restricted: not for service digests."
    desk.kept.rows = {k: replace(r, alleged=why) for k, r in desk.kept.rows.items()}
    window = opened(qtbot, desk, show)
    window.verbs.services = (PLAIN,)
    window.pane.where.pick(PLAIN)
    press(qtbot, window, "F")
    assert not any(isinstance(c, Decide) for c in desk.asked)
    form = dialog(SecondForm)
    assert any("it may accuse somebody" in shown.text() for shown in form.findChildren(QLabel))
    form.accept()  # nobody yet: it waits for one
    settle(qtbot, window)
    assert (last(desk, Decide).service, last(desk, Decide).second) == ("Potholes", "")


def test_what_goes_to_a_sensitive_area_is_not_sent_by_one_key(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    desk.kept.areas = (AreaState(AreaContact("Highways", sensitive=True), 0, None),)
    window = show(desk)
    window.open("forward")
    settle(qtbot, window)
    window.verbs.services = (PLAIN,)
    window.pane.where.pick(PLAIN)
    press(qtbot, window, "F")
    assert not any(isinstance(c, Decide) for c in desk.asked)
    dialog(SecondForm).reject()


def test_one_more_area_hears_of_it_for_information(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show)
    key = window.list.current().key
    window.more.handing.inform()
    settle(qtbot, window)
    form = dialog(AreaForm)
    form.why.setText("the bay is shut")
    form.accept()
    settle(qtbot, window)
    asked = last(desk, ForwardTo)
    assert (asked.keys, asked.area, asked.because) == ((key,), "Parking", "the bay is shut")


def test_whom_one_rang_is_kept_and_the_number_stands_there(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show)
    window.more.handing.rang()
    settle(qtbot, window)
    form = dialog(RangForm)
    assert form.number.text() == "Ring 01632 960111"
    form.said.setText("a crew is on its way")
    form.accept()
    settle(qtbot, window)
    assert (last(desk, Rang).area, last(desk, Rang).said) == ("Parking", "a crew is on its way")


def test_somebody_else_says_that_they_have_read_it(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show)
    window.more.handing.read_besides()
    form = dialog(SecondForm)
    form.accept()
    assert form.isVisible()  # who?
    form.reader.setEditText("Bo")
    form.accept()
    settle(qtbot, window)
    assert last(desk, ReadSecond).by == "Bo"


def test_g_on_a_decided_one_moves_it(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = opened(qtbot, desk, show)
    card = window.list.current()
    made = Decision("answer", "Potholes", "Amy", brackenford.NOW)
    desk.kept.details[card.key] = replace(brackenford.detail(card.row), decision=made)
    window.pane.read_again()
    settle(qtbot, window)
    window.verbs.services = (CAMPS,)
    window.verbs.elsewhere()
    dialog(Elsewhere).accept()
    settle(qtbot, window)
    asked = last(desk, Decide)
    assert (asked.outcome, asked.service, asked.note) == ("answer", "Encampments", "moved")


def test_a_banner_says_that_nobody_can_be_told_and_leads_to_the_page(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show)
    assert "Parking" in window.banners.areas.said()
    window.banners.areas._press.click()
    settle(qtbot, window)
    assert window.pages.currentWidget() is window.pages.areas
    state = window.pages.areas.state()
    assert state is not None
    assert state.contact.area == "Parking"
