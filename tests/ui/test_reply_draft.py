"""The dialog of a reply: signed in, drafted, filled in, counted, put away."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from listener.advice import shipped
from listener.commands import WriteReply
from rules.letters import counted
from rules.replying import Reply
from tests.ui import brackenford
from tests.ui.answering import begin, window
from tests.ui.conftest import settle
from tests.ui.fakedesk import FakeDesk
from tests.ui.test_everyone import nameless
from tests.ui.test_verbs import last
from ui.reply.dialog import Ask, ReplyDialog
from ui.reply.draft import Draft, count_words
from ui.reply.forms import Posted, SecondReader
from ui.shell import Window
from ui.theme import Look, Theme

__all__ = ["window"]  # the fixture


def test_signing_in_comes_first(qtbot: QtBot, desk: FakeDesk, window: Window) -> None:
    form = begin(qtbot, window)
    assert form.signed_in.hasFocus()
    form.draft.set_words("We will look.")
    form.accept()
    assert form.isVisible()
    assert "signed in as the council" in form.objection()
    assert not [c for c in desk.asked if isinstance(c, WriteReply)]


def test_what_is_not_filled_in_is_copied_only_after_a_yes(
    qtbot: QtBot, desk: FakeDesk, window: Window
) -> None:
    form = begin(qtbot, window)
    form.signed_in.setChecked(True)
    form.template.setCurrentIndex(1)
    form.template.activated.emit(1)
    assert "{link}" in form.draft.words()
    form.accept()
    assert form.isVisible()
    assert form.objection().startswith("Not filled in: {link}")
    assert form.anyway.hasFocus()
    field = form.draft.field("link")
    field.setText("https://b.example/bins")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "{link}" not in form.draft.words()
    assert "https://b.example/bins" in form.draft.words()
    qtbot.keyClick(form.draft.network, Qt.Key.Key_Return)
    assert form.isVisible()  # Return in a field fills it in, and presses no button
    for name in form.draft.wants():
        form.draft.field(name).setText("Amy")
        form.draft.field(name).editingFinished.emit()
    assert form.objection() == ""
    assert not form.anyway.isVisible()


def test_return_in_the_last_field_fills_it_in_and_copies_nothing(
    qtbot: QtBot, desk: FakeDesk, window: Window
) -> None:
    form = begin(qtbot, window)
    form.signed_in.setChecked(True)
    form.draft.set_words("See {link}")
    form.draft.field("link").setFocus()
    qtbot.keyClicks(form.draft.field("link"), "https://b.example/a")
    qtbot.keyClick(form.draft.field("link"), Qt.Key.Key_Return)
    assert form.draft.words() == "See https://b.example/a"
    assert form.draft.text.hasFocus()
    assert form.isVisible()
    assert not [c for c in desk.asked if isinstance(c, WriteReply)]


def test_a_template_never_swallows_what_was_typed(
    qtbot: QtBot, desk: FakeDesk, window: Window
) -> None:
    form = begin(qtbot, window)
    form.draft.set_words("My own words.")
    for at in (1, 2):
        form.template.setCurrentIndex(at)
        form.template.activated.emit(at)
        assert form.draft.words().startswith("My own words.\n\n")
    assert form.draft.words().count("{officer}") == 2
    form.draft.set_words("")
    form.template.activated.emit(1)
    form.template.activated.emit(1)
    assert form.draft.words().count("{officer}") == 1


def test_too_long_is_said_and_may_be_overruled(
    qtbot: QtBot, desk: FakeDesk, window: Window
) -> None:
    form = begin(qtbot, window)
    form.signed_in.setChecked(True)
    form.draft.network.setCurrentIndex(form.draft.network.findData("bluesky"))
    form.draft.set_words("a" * 301)
    form.accept()
    assert form.objection() == "It is 1 too long for Bluesky."
    form.anyway.setChecked(True)
    form.accept()
    settle(qtbot, window)
    assert last(desk, WriteReply).text == "a" * 301


def test_a_draft_put_away_is_taken_up_again(qtbot: QtBot, desk: FakeDesk, window: Window) -> None:
    form = begin(qtbot, window)
    form.draft.set_words("Half a thought")
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert begin(qtbot, window).draft.words() == "Half a thought"


def test_the_windows_of_a_reply_have_names(qtbot: QtBot, desk: FakeDesk, window: Window) -> None:
    form = begin(qtbot, window)
    form.signed_in.setChecked(True)
    form.draft.set_words("{link} {officer} {reference} {place} {service}")
    form.accept()
    made = Reply(1, 1, "S", "Hello", "Amy", brackenford.NOW, "answer", "", "it is delicate", ())
    for shown in (form, Posted("", window), SecondReader(made, (), window)):
        shown.show()
        assert nameless(shown) == []
        shown.close()


@pytest.mark.parametrize("size", [100, 200])
def test_the_dialog_fits_a_small_screen(
    qtbot: QtBot, desk: FakeDesk, window: Window, theme: Theme, size: int
) -> None:
    theme.wear(Look("light", size))
    form = begin(qtbot, window)
    room = form.screen().availableGeometry()
    assert form.height() <= room.height()
    assert form.width() <= room.width()
    assert form.rect().contains(form.go.mapTo(form, form.go.rect().bottomRight()))
    form.reject()


def test_unknown_and_hostile_fields_stay_text(qtbot: QtBot, theme: Theme) -> None:
    draft = Draft("x")
    qtbot.addWidget(draft)
    draft.set_words("😡 {link} {odd} <b>{place}</b> {unfinished")
    assert draft.wants() == ("link", "odd", "place")
    draft.field("place").setText("{link} & <i>")
    draft.field("place").editingFinished.emit()
    draft.field("link").setText("x")
    assert "<b>{link} & <i></b>" in draft.words()
    with pytest.raises(KeyError):
        draft.field("odd")


def test_counts_are_said_in_words() -> None:
    assert (
        count_words(counted("a" * 212, "bluesky")) == "212 of 300 on Bluesky (a link counts whole)"
    )
    assert count_words(counted("a" * 303, "bluesky")).endswith(": 3 too many")
    assert count_words(counted("a", "comment")) == "1 character; we know of no limit for a comment"


def test_the_fields_that_are_known_are_filled_in(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    detail = brackenford.detail(brackenford.row(2))
    values = {"service": "missed collections", "place": "Park Lane", "officer": "Amy"}
    form = ReplyDialog(Ask(detail, shipped(), "Amy", "Missed collections", "normal", values))
    qtbot.addWidget(form)
    form.outcome.setCurrentIndex(form.outcome.findData("forward"))
    assert "Passed" in form.template.itemText(1)  # what fits best stands first
    form.template.setCurrentIndex(1)
    form.template.activated.emit(1)
    assert "Park Lane" in form.draft.words()
    assert form.draft.wants() in (("link",), ("reference", "link"))
