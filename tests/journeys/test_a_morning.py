"""A morning of the sample council at the real window on the real desk, by keyboard alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from listener.commands import Change, ImportFile
from listener.desk import Desk
from listener.sample import mentions
from tests.ui.conftest import settle
from tests.ui.conftest import theme as theme
from ui.addmention.dialog import AddDialog
from ui.mention.choosers import Chooser
from ui.mention.noteform import NoteForm
from ui.queue.card import Card
from ui.reply.dialog import ReplyDialog
from ui.shell import Window
from ui.theme import Theme
from ui.urgent.ways import NobodyAtRisk, PassedOn

HEARD = 38  # of these some are news or need no reply: 31 are for an officer to work
MORNING = 31
MOST = 2.2  # keys a mention, on average
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
OVERHEARD = "What time does the library in Tipley open on Sundays?"


def a_morning() -> str:
    """Things said in Brackenford's last day, every second so that all kinds are among them."""
    said = [m for m in mentions() if -60 <= m.minutes < 1500]
    lines = (f"{n}\t{m.title}\t{m.text}" for n, m in enumerate(said[0 : HEARD * 2 : 2]))
    return "id\ttitle\ttext\n" + "\n".join(lines) + "\n"


@dataclass
class Officer:
    """Presses keys wherever the keyboard is, and counts them; typed words are counted apart."""

    qtbot: QtBot
    window: Window
    keys: int = 0
    letters: int = 0
    did: Counter[str] = field(default_factory=Counter)

    def press(self, key: str | Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """One key, with its modifier one press as a person makes it."""
        self.keys += 1
        at = self._at()
        if modifier is None:
            QTest.keyClick(at, key)
        else:
            QTest.keyClick(at, key, modifier)
        self.rest()

    def type(self, words: str) -> None:
        """Words into a form."""
        self.letters += len(words)
        QTest.keyClicks(self._at(), words)

    def rest(self) -> None:
        """Until the desk has done what it was asked for and the window shows it."""
        if QApplication.activeModalWidget() is None and QApplication.activePopupWidget() is None:
            self.window.activateWindow()  # as any window manager does once a dialog has closed
        self.until(lambda: "Everything saved" in self.window.rail.foot())
        settle(self.qtbot, self.window)

    def until(self, so: Callable[[], bool]) -> None:
        """Waits until something is so."""
        self.qtbot.waitUntil(so, timeout=20_000)

    def _at(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        return popup or QApplication.focusWidget() or QApplication.activeWindow() or self.window


@pytest.fixture
def officer(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Officer]:
    """An officer at the window, with the morning's mentions heard and nothing else to come."""
    told = tmp_path / "morning.tsv"
    told.write_text(a_morning(), encoding="utf-8")
    desk = Desk.open(tmp_path / "profile", workers=0, polling=False)
    desk.ask(Change("first_run_done", True)).result()
    assert desk.ask(ImportFile(told)).result().new == HEARD
    window = Window(desk, theme)
    window.verbs.open_address = lambda _: None
    qtbot.addWidget(window, before_close_func=lambda w: w.close_now())
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: window.glance is not None)
    settle(qtbot, window)
    yield Officer(qtbot, window)
    window.close_now()
    desk.close()
    QGuiApplication.clipboard().clear()


def test_a_morning_is_read_to_its_end_by_keyboard_alone(
    officer: Officer, capsys: pytest.CaptureFixture[str]
) -> None:
    window = officer.window
    _add_a_mention(officer)
    window_said = window.list.face.said
    for _ in range(4 * HEARD):
        officer.until(lambda: window.list.model.rowCount() > 0 or "You have" in window_said())
        card = window.list.current()
        if card is None:
            break
        _work(officer, card)
    assert window_said().startswith("You have read all ")
    assert "that we could hear" in window_said()
    left = window.glance.counts
    assert not any(left[v] for v in ("urgent", "unsure", "answer", "forward", "decide"))
    assert set(officer.did) >= {
        "added", "passed on", "nobody at risk", "yes", "no", "suggested", "forwarded", "replied",
        "no reply", "snoozed", "corrected", "taken back",
    }  # fmt: skip
    worked = left["done"] + left["snoozed"]
    with capsys.disabled():
        print(  # noqa: T201 - the figure is what this test is for
            f"\na morning: {worked} mentions worked in {officer.keys} keys, "
            f"{officer.keys / worked:.2f} each, "
            f"{officer.keys / (HEARD + 1):.2f} for each of the {HEARD + 1} read; "
            f"{officer.letters} letters typed into forms; "
            f"{dict(officer.did)}"
        )
    assert worked >= MORNING
    assert officer.keys / worked <= MOST  # not of all that was read: news takes no key


def _work(officer: Officer, card: Card) -> None:
    """What an officer does with the mention that the list is at: each way once, then the quick."""
    window = officer.window
    officer.until(lambda: window.pane.detail is not None and window.pane.detail.row.key == card.key)
    card, detail = window.list.current() or card, window.pane.detail
    assert detail is not None
    view = detail.row.view
    if view == "urgent":
        (_nobody_at_risk if officer.did["passed on"] == 1 else _pass_on)(officer)
    elif detail.verdict.asks is not None:
        yes = officer.did["yes"] <= officer.did["no"]
        alone = not officer.did["yes"]  # each way once
        officer.press("Y" if yes else "N", None if alone else ALT)
        officer.did["yes" if yes else "no"] += 1
    elif view == "forward":
        _one_of_forward(officer)
    elif view == "answer" and not officer.did["replied"]:
        _reply(officer)
    else:
        _as_suggested(officer)


def _as_suggested(officer: Officer) -> None:
    officer.press("D")
    if isinstance(QApplication.activeModalWidget(), NoteForm):
        officer.press(Qt.Key.Key_Return, CTRL)
    officer.did["suggested"] += 1


def _one_of_forward(officer: Officer) -> None:
    did, window = officer.did, officer.window
    if not did["corrected"]:
        officer.press("C")
        assert isinstance(QApplication.activePopupWidget(), QMenu)
        officer.press("T")
        assert isinstance(QApplication.activeModalWidget(), Chooser)
        officer.press(Qt.Key.Key_Down)
        officer.press(Qt.Key.Key_Return)
        did["corrected"] += 1
    elif not did["snoozed"]:
        officer.press("Z")
        officer.press(Qt.Key.Key_Return)
        did["snoozed"] += 1
    elif not did["taken back"]:
        key = window.list.current().key
        officer.press("E")
        officer.press("Z", CTRL)
        officer.until(lambda: window.list.model.where(key) >= 0)
        did["taken back"] += 1
    elif not did["no reply"]:
        officer.press("E")
        did["no reply"] += 1
    else:
        officer.press("F")
        did["forwarded"] += 1


def _pass_on(officer: Officer) -> None:
    """Whom you told is chosen with the arrows, and how."""
    officer.press("U")
    form = QApplication.activeModalWidget()
    assert isinstance(form, PassedOn)
    officer.press(Qt.Key.Key_Down)
    if not form.to.currentText():
        officer.type("Duty officer")
    if not officer.did["passed on"]:
        officer.press(Qt.Key.Key_Tab)
        officer.press(Qt.Key.Key_Down)
        assert form.how.currentText() == "999"
    officer.press(Qt.Key.Key_Return)
    officer.did["passed on"] += 1


def _nobody_at_risk(officer: Officer) -> None:
    officer.press("P")
    assert isinstance(QApplication.activeModalWidget(), NobodyAtRisk)
    officer.type("A figure of speech")
    officer.press(Qt.Key.Key_Return)
    officer.did["nobody at risk"] += 1
    officer.did["passed on"] += 1  # the rest is passed on again


def _reply(officer: Officer) -> None:
    officer.press("R")
    assert isinstance(QApplication.activeModalWidget(), ReplyDialog)
    officer.press(Qt.Key.Key_Space)
    officer.press(Qt.Key.Key_Tab)
    officer.press(Qt.Key.Key_Tab)
    officer.type("Thank you for asking. It is on our website.")
    officer.press(Qt.Key.Key_Return, CTRL)
    officer.did["replied"] += 1


def _add_a_mention(officer: Officer) -> None:
    officer.press("A")
    assert isinstance(QApplication.activeModalWidget(), AddDialog)
    officer.type(OVERHEARD)
    for _ in range(2):  # past the link, to whether anyone could read it
        officer.press(Qt.Key.Key_Tab)
    officer.press(Qt.Key.Key_Space)
    officer.press(Qt.Key.Key_Return, CTRL)
    officer.did["added"] += 1
