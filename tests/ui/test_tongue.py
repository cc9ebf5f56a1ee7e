"""The window can be said in another language: every text of its own goes through one door."""

from __future__ import annotations

import re
import runpy
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from ui.addmention.dialog import AddDialog
from ui.keys import KEYS
from ui.mention.putaway import MuteForm
from ui.mention.where import sureness
from ui.settings.sections import ChartSection, LookSection, NotesSection
from ui.theme import Theme
from ui.tongue import tr
from ui.urgent.ways import Give, PassedOn

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
ROOT = Path(__file__).parents[2]


class Brackets(QTranslator):
    """Another language, in which every text stands in brackets."""

    def isEmpty(self) -> bool:  # noqa: N802 - the name is Qt's
        return False

    def translate(  # type: ignore[override]
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return f"⟦{text}⟧" if context == "ui" else ""


@pytest.fixture
def brackets(qapp: QApplication) -> Iterator[None]:
    """The window in brackets."""
    other = Brackets()
    qapp.installTranslator(other)
    yield
    qapp.removeTranslator(other)


def test_the_template_for_translators_is_up_to_date() -> None:
    made = runpy.run_path(str(ROOT / "docs" / "strings.py"))
    kept = (ROOT / "resources" / "i18n" / "council-listener.ts").read_text(encoding="utf-8")
    assert made["template"](made["strings"]()) == kept, "run `make strings`"


def test_values_are_put_into_the_translation(brackets: None) -> None:
    assert tr("{many:,} wait", many=1204) == "⟦1,204 wait⟧"


def test_a_table_is_said_when_it_is_read(brackets: None) -> None:
    assert KEYS[0].does.startswith("⟦")


def test_english_stays_as_it_is_written() -> None:
    assert tr("Keys") == "Keys"
    assert tr("") == ""


NAMES = {
    "Brackenford", "Tipley Talk", "Grass and play areas", "Missed collections", "Street lighting",
    "Roadworks and closures",
}  # fmt: skip
"""Of the council, of a source, and of services."""
OTHERS = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d+ |"  # when and where, then a resident's words
    r"\d+  ?|tone |Is it positive|Forward to the service|"  # questions and reasons of the flowchart
    r"⚑ Possible danger|A power line|A street light|Escalate now|Somebody hurt"  # the urgent cards
)
"""Words of residents, of the flowchart and of the urgent cards: they come from beneath the window
and stay in English for now (docs/architecture.md)."""
PAGES = ("urgent", "unsure", "forward", "done", "sources", "settings")


def bare(window: QWidget) -> set[str]:
    """The visible texts of labels and buttons of which no part is in brackets."""
    found = set()
    for shown in window.findChildren(QWidget):
        if shown.isVisible() and isinstance(shown, QLabel | QAbstractButton):
            text = shown.text().strip()
            if re.search("[A-Za-z]{2}", text) and "⟦" not in text:
                found.add(text)
    return found


def test_every_text_of_the_pages_is_said_in_the_other_language(
    brackets: None, qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    for page in PAGES:
        window.open(page)
        settle(qtbot, window)
        assert {t for t in bare(window) - NAMES if not OTHERS.match(t)} == set(), page


def test_the_choices_of_the_forms_are_said_in_the_other_language(
    brackets: None, qtbot: QtBot, theme: Theme
) -> None:
    forms = (
        MuteForm(NOW), Give("Officer"), PassedOn(NOW), LookSection(), ChartSection(),
        NotesSection(), AddDialog(),
    )  # fmt: skip
    for form in forms:
        qtbot.addWidget(form)
        for box in form.findChildren(QComboBox):
            offered = {box.itemText(n) for n in range(box.count())}
            assert {t for t in offered if re.search("[a-z]{2}", t) and "⟦" not in t} == set()
    assert all(sureness(certainty).startswith("⟦") for certainty in (0.9, 0.7, 0.4, 0.1))
