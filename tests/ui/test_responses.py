"""What a service said, the line for residents, and the posts to answer: worked by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from listener import commands as c
from listener.handoff import AreaContact, AreaState, DigestKey
from listener.settings import Settings
from listener.spike import SpikeKey
from tests.ui import fakeanswers, spiketown
from tests.ui.brackenford import NOW
from tests.ui.conftest import Shown, settle
from tests.ui.fakeanswers import SAYS
from tests.ui.fakedesk import FakeDesk
from tests.ui.test_everyone import nameless
from ui.bridge import Bridge
from ui.responses.lineform import Asking, LineForm
from ui.responses.postslist import PostsToAnswer
from ui.responses.recordform import RecordForm
from ui.responses.responding import Responding
from ui.theme import Look, Theme

AREAS = ("Highways", "Waste", "Parks")


@pytest.fixture
def over(qtbot: QtBot, theme: Theme) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


@pytest.fixture
def responding(desk: FakeDesk, over: QWidget) -> Iterator[Responding]:
    bridge = Bridge(desk)
    made = Responding(bridge, over)
    made.opened = []  # type: ignore[attr-defined]
    made.open_address = made.opened.append  # type: ignore[attr-defined]
    desk.kept.settings = c_settings(desk)
    yield made
    bridge.close()


def c_settings(desk: FakeDesk) -> Settings:
    return replace(desk.kept.settings, officer="Amy", officers="Amy, Bob, Cat")


def shown(qtbot: QtBot, over: QWidget, kind: type) -> QDialog:
    found: list[QDialog] = []

    def there() -> bool:
        found[:] = [d for d in over.findChildren(kind) if d.isVisible()]
        return bool(found)

    qtbot.waitUntil(there)
    return found[-1]


def last(desk: FakeDesk, kind: type) -> object:
    return [k for k in desk.asked if isinstance(k, kind)][-1]


def form(qtbot: QtBot, **more: object) -> RecordForm:
    made = RecordForm("Roadworks · Wolverton Road", "Highways", AREAS, NOW, **more)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.show()
    return made


def test_each_answer_asks_for_what_it_needs(qtbot: QtBot, theme: Theme) -> None:
    made = form(qtbot)
    wanted = {"ours": [], "not_ours": [made.whose], "in_hand": [made.dated],
              "finished": [made.action, made.changed]}  # fmt: skip
    every = (made.whose, made.dated, made.until, made.action, made.changed)
    for kind, parts in wanted.items():
        made.kind.setCurrentIndex(made.kind.findData(kind))
        assert [p for p in every if p.isVisible()] == [p for p in every if p in parts]
    made.kind.setCurrentIndex(made.kind.findData("in_hand"))
    made.dated.setChecked(True)
    assert made.until.isVisible()
    assert not nameless(made)


def test_what_was_typed_becomes_the_command(qtbot: QtBot, theme: Theme) -> None:
    made = form(qtbot)
    made.kind.setCurrentIndex(made.kind.findData("finished"))
    made.action.setCurrentIndex(1)
    made.changed.setText("signs")
    made.whose.setEditText("Waste")  # of another answer, chosen before
    made.said.setPlainText(" They rang. ")
    assert made.command(DigestKey(1), None, "Amy") == c.RecordResponse(
        "finished", DigestKey(1), None, "Highways", "They rang.", None, "", "signs", "none", "Amy"
    )
    made.kind.setCurrentIndex(made.kind.findData("in_hand"))
    assert made.command(None, SpikeKey(1), "Amy").until is None
    made.dated.setChecked(True)
    until = made.command(None, SpikeKey(1), "Amy").until
    assert until is not None
    assert until > NOW
    made.until.setDateTime(made.until.dateTime().addDays(-30))
    assert made.missing() == "That day is past."


def test_a_mail_that_waits_is_shown_and_filled_in(qtbot: QtBot, theme: Theme) -> None:
    made = form(qtbot, mail=fakeanswers.mail(until=NOW + timedelta(days=3)))
    assert made.accepted_as("Amy") == c.AcceptAnswer(
        1, "finished", None, "", "signs", "fixed", "Amy"
    )
    assert not made.said.isVisible()
    with pytest.raises(ValueError, match="no mail"):
        form(qtbot).accepted_as("Amy")


def test_answers_from_a_strange_address_may_count_from_now_on(
    qtbot: QtBot, desk: FakeDesk, responding: Responding, over: QWidget
) -> None:
    stranger = fakeanswers.mail()
    responding.accept(stranger)
    dialog = shown(qtbot, over, RecordForm)
    assert dialog.trust.text() == f"Count answers from {stranger.by} from now on"
    assert not dialog.trust.isChecked()
    dialog.trust.setChecked(True)
    dialog.accept()
    qtbot.waitUntil(lambda: any(isinstance(k, c.AcceptAnswer) for k in desk.asked))
    assert last(desk, c.AcceptAnswer).trust  # type: ignore[attr-defined]
    known = AreaContact(stranger.area, answers_from=(stranger.by,))
    desk.kept.areas = (AreaState(known, 0, None),)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    responding.accept(stranger)
    again = shown(qtbot, over, RecordForm)
    assert again.trust.isHidden()


def test_recording_says_what_follows(
    qtbot: QtBot, desk: FakeDesk, responding: Responding, over: QWidget
) -> None:
    said: list[str] = []
    responding.said.connect(lambda words, _: said.append(words))
    responding.record(spiketown.spike())
    dialog = shown(qtbot, over, RecordForm)
    dialog.accept()
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["It stays open until they say that it is finished."]
    assert last(desk, c.RecordResponse).spike == SpikeKey(1)  # type: ignore[attr-defined]
    responding.accept(fakeanswers.mail())
    shown(qtbot, over, RecordForm).accept()
    qtbot.waitUntil(lambda: len(said) == 2)
    assert last(desk, c.AcceptAnswer).by == "Amy"  # type: ignore[attr-defined]


def asking(**more: object) -> Asking:
    return Asking(SpikeKey(1), "Roadworks", "Amy", ("Amy", "Bob"), **more)  # type: ignore[arg-type]


def test_a_line_wants_a_text_and_a_second_person(qtbot: QtBot, theme: Theme) -> None:
    made = LineForm(asking(), NOW)
    qtbot.addWidget(made)
    made.show()
    assert made.missing() == "There is nothing in the line yet."
    made.draft.set_words("We have {what was changed}.")
    assert "curly brackets" in made.missing()
    made.draft.set_words(SAYS)
    assert made.missing() == "Please say who has read it."
    assert [made.approver.itemText(n) for n in range(made.approver.count())] == ["", "Bob"]
    made.approver.setCurrentText("Bob")
    assert made.missing() == ""
    assert not made.same.isVisible()
    command = made.command()
    assert (command.text, command.approver, command.starts) == (SAYS, "Bob", None)
    made.ends.setDateTime(made.starts.dateTime().addDays(-1))
    assert made.missing() == "It would be over before it begins."
    assert not nameless(made)


def test_the_next_version_begins_with_the_last_and_shows_them_all(
    qtbot: QtBot, theme: Theme
) -> None:
    versions = (fakeanswers.line(2, text="Two."), fakeanswers.line(1))
    made = LineForm(asking(versions=versions), NOW)
    qtbot.addWidget(made)
    made.show()
    assert made.draft.words() == "Two."
    assert made.same.isVisible()
    texts = " ".join(str(w.property("text")) for w in made.findChildren(QWidget))
    assert "Line 1, " in texts
    assert "approved by Bob, told 0 times" in texts


def test_what_the_desk_refuses_is_asked_for_again_with_the_text(
    qtbot: QtBot, desk: FakeDesk, responding: Responding, over: QWidget
) -> None:
    desk.kept.answers.refuses = "Not now: all publicity is held."
    responding.line(spiketown.spike())
    dialog = shown(qtbot, over, LineForm)
    assert isinstance(dialog, LineForm)
    dialog.draft.set_words(SAYS)
    dialog.approver.setCurrentText("Bob")
    dialog.accept()
    qtbot.waitUntil(lambda: shown(qtbot, over, LineForm) is not dialog)
    again = shown(qtbot, over, LineForm)
    assert isinstance(again, LineForm)
    assert again.draft.words() == SAYS
    desk.kept.answers.refuses = ""
    again.approver.setCurrentText("Bob")
    again.accept()
    assert isinstance(shown(qtbot, over, PostsToAnswer), PostsToAnswer)
    assert last(desk, c.SetLine).text == SAYS  # type: ignore[attr-defined]


def test_posts_are_copied_and_opened_one_after_the_other(
    qtbot: QtBot, desk: FakeDesk, responding: Responding, over: QWidget
) -> None:
    answers = desk.kept.answers
    answers.kept_lines = [fakeanswers.line(2), fakeanswers.line(1)]
    answers.kept_posts = [
        fakeanswers.post(1, told="old", version=1), fakeanswers.post(2, told="old", version=1),
        fakeanswers.post(3), fakeanswers.post(4, urgent=True), fakeanswers.post(9),
    ]  # fmt: skip
    responding.answer_posts(spiketown.spike())
    dialog = shown(qtbot, over, PostsToAnswer)
    assert isinstance(dialog, PostsToAnswer)
    assert dialog.which.currentText() == "Told the old line (2)"
    assert dialog.list.count() == 2
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    assert QGuiApplication.clipboard().text() == SAYS
    assert responding.opened == ["https://x.example/1"]  # type: ignore[attr-defined]
    assert last(desk, c.UseLine) == c.UseLine(answers.kept_lines[0].key, (1,))  # type: ignore[arg-type]
    dialog.which.setCurrentIndex(1)
    assert dialog.list.count() == 3
    dialog.list.setCurrentRow(1)
    assert not dialog.go.isEnabled()
    dialog.list.setCurrentRow(2)
    dialog.go.click()
    qtbot.waitUntil(lambda: dialog.says.text() == "Threats get no reply.")
    assert not nameless(dialog)
    looked: list[object] = []
    responding.look_at.connect(looked.append)
    dialog.mention.click()
    assert looked == [9]


def test_you_said_we_did_begins_with_its_draft(
    qtbot: QtBot, desk: FakeDesk, responding: Responding, over: QWidget
) -> None:
    why: list[str] = []
    responding.failed.connect(why.append)
    responding.done(spiketown.spike())
    qtbot.waitUntil(lambda: bool(why))
    assert why == ["No service has said yet that it is finished."]
    desk.kept.answers.draft = "You told us about Wolverton Road. We have {what was changed}."
    responding.done(spiketown.spike())
    dialog = shown(qtbot, over, LineForm)
    assert isinstance(dialog, LineForm)
    assert dialog.draft.words().startswith("You told us about Wolverton Road.")
    assert "curly brackets" in dialog.missing()
    dialog.reject()


@pytest.mark.parametrize(("colours", "size"), [("dark", 100), ("light", 200), ("dark", 200)])
def test_nothing_is_cut_off_in_any_look(
    qtbot: QtBot, theme: Theme, colours: str, size: int
) -> None:
    theme.wear(Look(colours, size))  # type: ignore[arg-type]
    versions = (fakeanswers.line(2), fakeanswers.line(1))
    posts = PostsToAnswer("Roadworks", fakeanswers.line(2), NOW)
    posts.show_posts([fakeanswers.post(n) for n in range(1, 6)])
    for dialog in (form(qtbot), LineForm(asking(versions=versions), NOW), posts):
        qtbot.addWidget(dialog)
        dialog.show()
        QApplication.processEvents()
        room = dialog.screen().availableGeometry()
        assert dialog.width() <= room.width()
        assert dialog.height() <= room.height()
    theme.wear(Look("light", 100))


def test_the_page_of_spikes_opens_them(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    desk.kept.cards[SpikeKey(1)] = spiketown.card()
    desk.kept.answers.kept_posts = [fakeanswers.post(1)]
    window = show(desk)
    window.open("spikes")
    settle(qtbot, window)
    page = window.pages.spikes
    for verb, kind in (("response", RecordForm), ("line", LineForm), ("to_answer", PostsToAnswer)):
        page.doing.verbs[verb]()
        shown(qtbot, window, kind).reject()
    page.doing.verbs["done"]()
    qtbot.waitUntil(lambda: "No service has said yet" in page.passing.bar.said())
