"""The sources page: what is usual, what to do, undo, and what was added by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from listener.commands import BringBack, ChangeSource, CorrectAdded, Poll, Undo, Withdraw
from listener.mention import AddedLine, MentionKey, SourceLine
from tests.ui import brackenford
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from tests.ui.test_everyone import nameless
from ui.shell import Window
from ui.sources.added import AddedDialog, CorrectForm, WithdrawForm
from ui.sources.details import SourceForm, span

BY_HAND = SourceLine("Groups", "", "by_hand", "", "ok", "added by hand", None, None, 2, 1800)
ADDED = (
    AddedLine(
        MentionKey(1), "bins on Park Lane", "", "Mums group", brackenford.NOW, True, "", False
    ),
    AddedLine(
        MentionKey(2), "gritting?", "", "Group", brackenford.NOW, False, "another town", True
    ),
)


def opened(qtbot: QtBot, desk: FakeDesk, show: Shown) -> Window:
    window = show(desk)
    window.open("sources")
    settle(qtbot, window)
    return window


def test_a_source_says_what_is_usual_and_what_to_do(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    line = replace(
        desk.kept.sources[0], rhythm="usually 3 a day, silent 5 days", silent=True,
        advice="Look whether its feed has moved.",
    )  # fmt: skip
    desk.kept.sources = (line, *desk.kept.sources[1:])
    window = opened(qtbot, desk, show)
    details = window.sources.details
    assert details.rhythm() == "Rhythm: usually 3 a day, silent 5 days."
    assert details.advice() == "What to do: Look whether its feed has moved."
    assert "1 unusually silent" in window.sources._summary.text()
    said = window.sources.model.index(0, 0).data(11)
    assert "usually 3 a day" in str(said)


def test_a_source_is_renamed_with_an_interval_and_it_is_taken_back(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show)
    name = window.sources._line().name  # type: ignore[union-attr]
    window.sources.details.button("change").click()
    form = window.findChild(SourceForm)
    assert nameless(form) == []
    form.name.setText("Voice of Tipley")
    form.how.setCurrentIndex(1)
    form.minutes.setValue(120)
    form.accept()
    settle(qtbot, window)
    assert ChangeSource(name, "Voice of Tipley", 7200) in desk.asked
    window.sources.bar.undo.emit()
    settle(qtbot, window)
    assert desk.asked[-1] == ChangeSource("Voice of Tipley", name, None)


def test_one_source_is_checked_and_opened(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = opened(qtbot, desk, show)
    went: list[str] = []
    window.sources.open_address = went.append
    line = window.sources._line()
    assert line is not None
    window.sources.details.button("check").click()
    window.sources.details.button("browse").click()
    assert Poll(True, (line.name,)) in desk.asked
    assert went == [line.address]


def test_a_fault_is_said_and_nothing_can_be_undone(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show)
    desk.refuses = "The disk is full."
    window.sources.remove()
    settle(qtbot, window)
    assert window.sources.bar.said() == "The disk is full."
    asked = len(desk.asked)
    window.sources.bar.undo.emit()
    assert len(desk.asked) == asked


def test_no_sources_has_its_face(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    desk.kept.sources = ()
    window = opened(qtbot, desk, show)
    assert "No source is heard yet." in window.sources._face.said()
    assert not window.sources.details.isVisible()


@pytest.mark.parametrize(
    ("seconds", "said"), [(1800, "30 min"), (3600, "1 hour"), (86400, "24 hours")]
)
def test_an_interval_reads_as_people_say_it(seconds: int, said: str) -> None:
    assert span(seconds) == said


def dialog(qtbot: QtBot, window: Window) -> AddedDialog:
    window.sources.details.button("added").click()
    settle(qtbot, window)
    found = window.findChild(AddedDialog)
    assert isinstance(found, AddedDialog)
    return found


def test_what_was_added_is_corrected_withdrawn_and_brought_back(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    desk.kept.sources, desk.kept.added = (BY_HAND,), ADDED
    window = opened(qtbot, desk, show)
    shown = dialog(qtbot, window)
    assert nameless(shown) == []
    shown.correct()
    form = shown.findChild(CorrectForm)
    form.text.setPlainText("bins on Park Road")
    form.link.setText("mail")
    form.accept()
    assert form.isVisible()
    form.link.setText("https://a.example/1")
    form.accept()
    shown.withdraw()
    why = shown.findChild(WithdrawForm)
    why.accept()
    assert why.isVisible()
    why.reason.setText("a mistake")
    why.accept()
    shown.table.choose(1)
    shown.bring_back()
    settle(qtbot, window)
    assert [c for c in desk.asked if isinstance(c, CorrectAdded | Withdraw | BringBack)] == [
        CorrectAdded(MentionKey(1), "bins on Park Road", "https://a.example/1", "Mums group"),
        Withdraw(MentionKey(1), "a mistake"),
        BringBack(MentionKey(2)),
    ]
    shown.bar.undo.emit()
    assert desk.asked[-1] == Undo()


def test_nothing_added_has_its_face(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    desk.kept.sources = (BY_HAND,)
    window = opened(qtbot, desk, show)
    assert "Nothing was added here yet." in dialog(qtbot, window).face.said()
