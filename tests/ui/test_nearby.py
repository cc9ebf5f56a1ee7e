"""What lies around a mention: folded, told in lines, and how often officers agreed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from listener.council import Service
from listener.mention import MentionKey, ServiceGuess
from listener.store.around import Around, Issue, OldText
from rules.agreement import Agreement
from tests.ui import brackenford
from tests.ui.brackenford import NOW
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from tests.ui.fakereader import NOTHING_AROUND
from ui.mention.text import Words
from ui.mention.where import Elsewhere, sureness, whose
from ui.shell import Window
from ui.theme import Theme


def texts(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]


def opened(qtbot: QtBot, desk: FakeDesk, show: Shown, around: Around) -> Window:
    for key in desk.kept.rows:
        desk.kept.around[key] = around
    window = show(desk)
    window.open("forward")
    settle(qtbot, window)
    return window


def rows(many: int) -> tuple[brackenford.Row, ...]:
    return tuple(
        replace(brackenford.row(100 + n, text=f"number {n}"), decided="") for n in range(many)
    )


def test_nothing_around_shows_no_headings(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    nearby = opened(qtbot, desk, show, NOTHING_AROUND).pane.nearby
    for part in (nearby.old, nearby.before, nearby.after, nearby.alike, nearby.issues):
        assert not part.isVisible()


def test_a_thread_is_folded_to_its_last_three(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    around = replace(NOTHING_AROUND, before=rows(12), in_thread=12)
    before = opened(qtbot, desk, show, around).pane.nearby.before
    told = texts(before)
    assert [t.rsplit(" ", 1)[1] for t in told[1:]] == ["9", "10", "11"]
    assert before.all.text() == "Show all 12"
    before.all.click()
    assert len(texts(before)) == 13
    before.all.click()
    assert len(texts(before)) == 4


def test_of_a_long_thread_it_is_said_how_long_it_is(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    around = replace(NOTHING_AROUND, before=rows(50), in_thread=400)
    before = opened(qtbot, desk, show, around).pane.nearby.before
    assert before.all.text() == "Show the last 50; 400 in this thread"


def test_old_texts_are_shown_when_asked_for(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    texts_ = (OldText(NOW, "", "first <b>words</b>"), OldText(NOW, "", "second words"))
    old = opened(qtbot, desk, show, replace(NOTHING_AROUND, old_texts=texts_)).pane.nearby.old
    assert old.heading.accessibleName() == "Its author changed it 2 times"
    assert not [t for t in texts(old) if "words" in t]
    old.all.click()
    assert [t for t in texts(old) if "first <b>words</b>" in t]


def test_open_issues_are_told_with_whom_and_when(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    issue = Issue(MentionKey(9), "Street lighting", "Amy", NOW, 3)
    around = replace(NOTHING_AROUND, issues=(issue,), open=2, alike=rows(2), alike_in_all=30,
                     places=("Mill Street",))  # fmt: skip
    window = opened(qtbot, desk, show, around)
    nearby = window.pane.nearby
    told = texts(nearby.issues)
    assert told[1].startswith("Forwarded to Street lighting ")
    assert told[1].endswith("by Amy (3 mentions); no finish yet")
    assert told[2] == "2 mentions like it not decided yet"
    assert nearby.alike.heading.accessibleName() == "Like it at Mill Street, within 14 days: 30"
    sought: list[str] = []
    nearby.sought.connect(sought.append)
    nearby.list_alike.click()
    (search,) = sought
    assert search == 'category:"Roadworks and closures" place:"Mill Street"'
    settle(qtbot, window)
    assert window.head.search.text() == window.list.search == search


def test_agreement_is_shown_for_its_own_way_only(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    desk.kept.walked = (
        {("council", "positive", "no"): Agreement(93, 100),
         ("council", "positive", "yes"): Agreement(1, 100)},
        {"service": "Is it a service problem?"},
    )  # fmt: skip
    window = opened(qtbot, desk, show, NOTHING_AROUND)
    settle(qtbot, window)
    told = texts(window.pane.why)
    assert "Officers agreed in 93% of the last 100 that passed this step." in told
    assert not [t for t in told if " 1% " in t]


def test_the_branch_not_taken_names_the_question_that_it_asks(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    for key, of in desk.kept.rows.items():
        walk = brackenford.verdict(of)
        steps = (*walk.steps[:2], walk.steps[2]._replace(not_taken="notice"), *walk.steps[3:])
        desk.kept.details[key] = replace(brackenford.detail(of), verdict=replace(walk, steps=steps))
    desk.kept.walked = ({}, {"notice": "Is it news?"})
    window = opened(qtbot, desk, show, NOTHING_AROUND)
    settle(qtbot, window)
    window.pane.why.fold.click()
    settle(qtbot, window)
    assert "Yes would have asked: Is it news?" in texts(window.pane.why)


def test_marks_can_be_hidden_and_are_told_to_who_cannot_see_them(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show, NOTHING_AROUND)
    window.open("unsure")
    settle(qtbot, window)
    said = window.pane.said
    assert said.legend.isVisible()
    assert "marked" in said.words.accessibleDescription()

    def marked(words: Words) -> bool:
        cursor = words.textCursor()
        found = False
        for at in range(1, words.document().characterCount()):
            cursor.setPosition(at)
            found |= cursor.charFormat().fontUnderline()
        return found

    assert marked(said.words)
    said.legend.marks.click()
    assert not marked(said.words)
    window.list.table.step(1)
    settle(qtbot, window)
    assert not marked(said.words)  # hidden for the next one too


@pytest.mark.parametrize(
    ("certainty", "word"),
    [(1.0, "very likely"), (0.85, "very likely"), (0.7, "likely"),
     (0.4, "perhaps"), (0.0, "a guess")],
)  # fmt: skip
def test_how_sure_is_a_word(certainty: float, word: str) -> None:
    assert sureness(certainty) == word


def test_what_is_not_ours_says_whose_it_is(
    qtbot: QtBot, desk: FakeDesk, show: Shown, theme: Theme
) -> None:
    water = next(s for s in brackenford.SERVICES if not s.ours)
    assert whose(water) == "; not ours: Severn Trent does it, we only point there"
    assert whose(Service("A", "B", "other:", ())) == (
        "; not ours: another body does it, we only point there"
    )
    for key, of in desk.kept.rows.items():
        detail = brackenford.detail(of)
        guess = ServiceGuess(water.category, water.area, 0.7, "names “main”", ours=False)
        reading = replace(detail.reading, services=(guess,))
        desk.kept.details[key] = replace(detail, reading=reading)
    window = opened(qtbot, desk, show, NOTHING_AROUND)
    assert any("likely" in t and "Severn Trent does it" in t for t in texts(window.pane.where))
    chooser = Elsewhere(brackenford.SERVICES)
    qtbot.addWidget(chooser)
    chooser.search.setText("severn")
    assert "Severn Trent" in chooser._list.item(0).text()


def test_somewhere_else_is_found_by_typing_and_the_arrows(qtbot: QtBot, theme: Theme) -> None:
    chooser = Elsewhere(brackenford.SERVICES)
    qtbot.addWidget(chooser)
    chooser.show()
    qtbot.keyClick(chooser.search, Qt.Key.Key_Down)
    assert chooser.chosen() == brackenford.SERVICES[1]
    qtbot.keyClick(chooser.search, Qt.Key.Key_Up)
    qtbot.keyClick(chooser.search, Qt.Key.Key_Up)
    assert chooser.chosen() == brackenford.SERVICES[0]
    QApplication.sendEvent(
        chooser.search, QKeyEvent(QEvent.Type.KeyPress, 0x42F, Qt.KeyboardModifier(0), "Я")
    )
    assert chooser.search.text() == "Я"  # a key that Qt has no name for
    chooser.search.clear()
    qtbot.keyClicks(chooser.search, "dragons")
    assert chooser.chosen() is None
    assert "No service is called that. Try what people call it." in texts(chooser)
    chooser.accept()
    assert chooser.isVisible()
    chooser.search.clear()
    assert "No service is called that. Try what people call it." not in texts(chooser)


def test_in_one_column_what_lies_around_comes_after_where_it_should_go(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show, replace(NOTHING_AROUND, open=1))
    pane = window.pane

    def tops() -> list[int]:
        cards = (pane.said, pane.nearby, pane.where)
        return [c.mapTo(pane, c.rect().topLeft()).y() for c in cards]

    window.resize(2200, 900)
    qtbot.waitUntil(lambda: tops()[2] < tops()[1])
    assert pane.nearby.x() == pane.said.x()
    window.resize(900, 900)
    qtbot.waitUntil(lambda: tops()[0] < tops()[2])
    settle(qtbot, window)  # what has no place yet in the new layout stands where it stood
    assert tops()[0] < tops()[2] < tops()[1]
