"""A row that goes on in the next line, and how high it is said to be."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from ui.mention.subject import Subject
from ui.parts.buttons import KeyButton
from ui.parts.flow import Flow


class Hides(QObject):
    """Counts how often what it watches is hidden."""

    seen = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt names it
        self.seen += event.type() is QEvent.Type.Hide
        return False


def test_what_is_hidden_or_renamed_counts_at_once_in_how_high_it_is(qtbot: QtBot) -> None:
    inside = QWidget()
    qtbot.addWidget(inside)
    flow = Flow(gap=4)
    buttons = [QPushButton(f"A rather long button {n}") for n in range(4)]
    for button in buttons:
        flow.addWidget(button)
    QVBoxLayout(inside).addLayout(flow)
    inside.show()
    wide = buttons[0].sizeHint().width() * 2
    whole = flow.heightForWidth(wide)
    for button in buttons[1:]:
        button.hide()
    one = flow.heightForWidth(wide)
    assert one < whole
    assert flow.heightForWidth(wide) == one
    buttons[1].show()
    buttons[2].show()
    buttons[3].show()
    assert flow.heightForWidth(wide) == whole
    buttons[0].setText("x" * 200)
    qtbot.wait(1)  # Qt forgets at the next turn of the loop
    assert flow.heightForWidth(wide * 9) == one


def test_the_verbs_that_stay_are_not_hidden_on_the_way_to_the_next_mention(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    window.open("forward")
    settle(qtbot, window)
    bar = window.pane.bar
    hides = Hides()
    for verb in ("suggested", "forward", "reply", "snooze"):
        bar.button(verb).installEventFilter(hides)
    window.list.table.step(1)
    settle(qtbot, window)
    assert not hides.seen
    urgent = [c for c in map(window.list.model.card, range(9)) if c is not None][:1]
    bar.show_subject(Subject(tuple(urgent)))
    assert bar.button("suggested").isVisible()
    bar.show_subject(None)
    assert hides.seen
    assert not bar.button("suggested").isVisible()


def test_on_a_small_screen_the_verbs_take_three_rows_and_each_banner_one(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    window.resize(1000, 700)
    window.open("forward")
    settle(qtbot, window)
    window.banners.show_offline(True)
    qtbot.waitUntil(lambda: window.width() == 1000)
    settle(qtbot, window)
    buttons = (b for b in window.pane.bar.findChildren(KeyButton) if b.isVisible())
    assert len({b.mapTo(window, QPoint(0, 0)).y() for b in buttons}) <= 3
    for banner in (window.banners.sample, window.banners.offline):
        assert banner.isVisible()
        assert banner.height() < 3 * banner.fontMetrics().height()
