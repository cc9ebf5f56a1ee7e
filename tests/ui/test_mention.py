"""The mention: plain text, marks in shape and colour, nothing loaded, nothing believed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from listener.mention import Danger, Reading, Said, Tone, Word
from tests.ui import brackenford
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from ui import words
from ui.mention.marks import Mark, marks_of
from ui.mention.text import LINES, Words, format_of
from ui.parts.labels import label
from ui.theme import Theme
from ui.tokens import DARK, LIGHT, Tokens

HOSTILE = (
    "<b>bold</b>",
    '<img src="file:///etc/passwd">',
    "<script>alert(1)</script>",
    '<a href="javascript:alert(1)">press</a>',
    "&lt;not markup&gt; &amp; so on",
    "<div>" * 20_000,
    "=cmd|' /C calc'!A0",
)


def reading(*found: Word) -> Reading:
    tone = Tone(-0.5, "negative", "", found)
    return Reading(tone, (), (), Danger("none", ""), Said("en", ""), Said("complaint", ""))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(qtbot: QtBot, theme: Theme, text: str) -> None:
    view = Words()
    qtbot.addWidget(view)
    view.show_words("", text, ())
    assert view.toPlainText() == text[:20_000]
    shown = label(text)
    qtbot.addWidget(shown)
    assert shown.text() == text


def test_nothing_is_ever_loaded(qtbot: QtBot, theme: Theme) -> None:
    view = Words()
    qtbot.addWidget(view)
    kind = QTextDocument.ResourceType.ImageResource.value
    for address in ("file:///etc/passwd", "https://www.example.org/pixel.png"):
        assert view.loadResource(kind, QUrl(address)) is None
        assert not isinstance(view.document().resource(kind, QUrl(address)), QImage)


def test_no_label_of_the_window_guesses_markup(desk: FakeDesk, show: Shown) -> None:
    window = show(desk)
    for one in window.findChildren(QLabel):
        assert one.textFormat().name == "PlainText", one.text()


def test_marks_count_as_qt_counts_after_an_emoji(qtbot: QtBot, theme: Theme) -> None:
    text = "\n😡😡 no lorry again"
    word = Word("no lorry", -1.0, text.index("no"), text.index("no") + 8)
    marks = marks_of(reading(word), text, titleless=True)
    assert marks == (Mark(5, 13, "annoyed"),)
    view = Words()
    qtbot.addWidget(view)
    view.show_words("", text[1:], marks)
    cursor = view.textCursor()
    cursor.setPosition(6)
    assert cursor.charFormat().underlineStyle() == LINES["annoyed"][0]
    cursor.setPosition(16)
    assert cursor.charFormat().underlineStyle() != LINES["annoyed"][0]


def test_marks_of_one_mention_do_not_stay_for_the_next(qtbot: QtBot, theme: Theme) -> None:
    view = Words()
    qtbot.addWidget(view)
    view.show_words("", "no lorry", (Mark(0, 8, "annoyed"),))
    view.show_words("", "thank you for the lorry", ())
    cursor = view.textCursor()
    cursor.setPosition(12)
    assert cursor.charFormat().underlineStyle() != LINES["annoyed"][0]


def test_marks_of_a_title_that_repeats_the_text_stand_in_the_text() -> None:
    text = "No lorry\nNo lorry again"
    in_title, in_text = Word("No lorry", -1.0, 0, 8), Word("again", -1.0, 18, 23)
    marks = marks_of(reading(in_title, in_text), text, titleless=True)
    assert marks == (Mark(0, 8, "annoyed"), Mark(9, 14, "annoyed"))


def test_words_outside_the_text_are_not_marked() -> None:
    assert marks_of(reading(Word("x", -1.0, -1, -1), Word("y", -1.0, 90, 99)), "\nshort") == ()


def test_every_kind_of_mark_has_a_shape_of_its_own(qapp: QApplication, theme: Theme) -> None:
    shapes = [format_of(kind).underlineStyle() for kind in LINES]
    assert len(set(shapes)) == len(shapes)


def test_what_turns_text_around_is_made_visible() -> None:
    assert words.plain("gnp\N{RIGHT-TO-LEFT OVERRIDE}exe") == "gnp\N{REPLACEMENT CHARACTER}exe"
    assert words.plain("a\0b") == "a\N{REPLACEMENT CHARACTER}b"
    assert words.plain("two\nlines") == "two\nlines"


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.brackenford.gov.uk@evil.example/x", "evil.example"),
        ("https://bräckenford.example/", "xn--brckenford-r5a.example"),
        ("http://127.0.0.1:8080/a", "127.0.0.1:8080"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("https://[broken", ""),
        ("", ""),
    ],
)
def test_the_true_host_is_shown(address: str, host: str) -> None:
    assert words.true_host(address) == host


def test_danger_is_never_answered_no(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = show(desk)
    window.open("forward")
    settle(qtbot, window)
    window.pane.why.fold.click()
    settle(qtbot, window)
    said = [one.text() for one in window.pane.why.findChildren(QLabel) if one.isVisible()]
    at = said.index("Could someone be in danger?")
    assert said[at + 1] == "not seen"
    assert said[at + 2] == "none of our danger words found; you judge"
    assert any("would have led to" in text for text in said)


def test_the_walk_is_folded_to_the_deciding_step(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = show(desk)
    window.open("forward")
    why = window.pane.why

    def said() -> list[str]:
        return [one.text() for one in why.findChildren(QLabel) if one.isVisible()]

    # Steps are shown once their detail is read, and again once it is known how often all agreed.
    qtbot.waitUntil(lambda: "Is it positive?" in said())
    settle(qtbot, window)
    assert "Is it positive?" in said()
    assert "Is it about us?" not in said()
    why.fold.click()
    assert "Is it about us?" in said()
    why.fold.click()
    assert "Is it about us?" not in said()


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2.2 defines it."""

    def light(colour: str) -> float:
        parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_text_has_contrast_on_every_ground(tokens: Tokens) -> None:
    for ground in (tokens.page, tokens.card, tokens.rail, tokens.chosen):
        for ink in (tokens.text, tokens.soft, tokens.accent, tokens.red):
            assert contrast(ground, ink) >= 4.5, (ground, ink)
    for ground, ink in tokens.chips.values():
        assert contrast(ground, ink) >= 4.5, (ground, ink)
    assert contrast(tokens.accent, tokens.on_accent) >= 4.5
    for ground in (tokens.page, tokens.card):
        assert contrast(ground, tokens.edge) >= 3
        assert contrast(ground, tokens.focus) >= 3


def test_times_are_shown_in_london(qapp: QApplication) -> None:
    summer = brackenford.NOW.replace(year=2026, month=7, day=1, hour=7, minute=51)
    assert words.when(summer) == "Wed 1 Jul 08:51"
    assert words.when(summer, summer.replace(year=2027)) == "Wed 1 Jul 2026 08:51"
