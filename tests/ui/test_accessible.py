"""The accessible tree of every page and dialog, at 100 % and 200 %; and high contrast."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

import ui.theme
from listener.handoff import AreaContact, AreaState
from listener.spike import Silenced, SpikeKey
from listener.urgentcards import guide
from rules.asleep import Asleep, Mute
from rules.urgent import Hold
from tests.ui import fakeanswers, fakedigests, spiketown
from tests.ui.brackenford import COUNCIL, NOW, row
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from tests.ui.test_everyone import nameless
from tests.ui.test_mention import contrast
from ui.addmention.dialog import AddDialog
from ui.areas.form import ContactForm
from ui.areas.handing import AreaForm, RangForm
from ui.areas.second import SecondForm
from ui.digests.forms import EditForm, ElsewhereForm
from ui.mention.asleeplist import AsleepList
from ui.mention.choosers import Chooser, PlaceChooser
from ui.mention.dialogs import Until
from ui.mention.noteform import NoteForm
from ui.mention.putaway import HoldForm, MuteForm
from ui.mention.stackers import JoinChooser, SplitChooser
from ui.mention.where import Elsewhere
from ui.parts.keysheet import KeySheet
from ui.responses.inbox import InboxDialog
from ui.responses.lineform import Asking, LineForm
from ui.responses.postslist import PostsToAnswer
from ui.responses.recordform import RecordForm
from ui.searching import Named
from ui.shell import Window
from ui.spikes.forms import ReasonForm, SilenceForm
from ui.spikes.posts import PostsDialog
from ui.spikes.silences import SilencesDialog
from ui.theme import Look, Theme, tokens
from ui.tokens import DARK_HIGH, EVERY, LIGHT, LIGHT_HIGH, Tokens
from ui.urgent.contacts import ContactsDialog
from ui.urgent.given import Given
from ui.urgent.ways import Give, Holding, NobodyAtRisk, PassedOn, Rang
from ui.works.dialog import WorksDialog
from ui.works.forms import WorkForm

SILENCED = Silenced(4, "Roadworks", "Roadworks", "", NOW, "Amy", "known", NOW, ())
STATES = (AreaState(AreaContact("Parking", phone="01632 960111"), 1, None, ("No deputy.",)),)
DIALOGS: dict[str, Callable[[Window], QDialog]] = {
    "add": lambda w: AddDialog(w),
    "note": lambda w: NoteForm("answer", True, w),
    "mute": lambda w: MuteForm(NOW, w),
    "hold publicity": lambda w: HoldForm(NOW, w),
    "snooze until": lambda w: Until(NOW, w),
    "join": lambda w: JoinChooser(w),
    "split": lambda w: SplitChooser(row(1), (row(2),), w),
    "asleep": lambda w: AsleepList(Asleep((Mute(1, "Bins", "Amy", NOW, None, ""),)), None, NOW, w),
    "elsewhere": lambda w: Elsewhere((), w),
    "keys": lambda w: KeySheet(w),
    "correct": lambda w: Chooser("Tone", {"negative": "annoyed"}, "", w),
    "correct the place": lambda w: PlaceChooser((), w),
    "passed on": lambda w: PassedOn(NOW, ("999",), w),
    "nobody at risk": lambda w: NobodyAtRisk("Officer", "forward", w),
    "rang": lambda w: Rang(("999",), w),
    "give": lambda w: Give("Officer", w),
    "given": lambda w: Given("words", w),
    "holding": lambda w: Holding(None, NOW, w),
    "held": lambda w: Holding(Hold("Amy", NOW, "a threat", NOW), NOW, w),
    "contacts": lambda w: ContactsDialog(guide(), COUNCIL, False, w),
    "save search": lambda w: Named("bins", "bins", w),
    "who is told": lambda w: ContactForm(AreaContact("Parking"), w),
    "for information": lambda w: AreaForm(STATES, w),
    "rang an area": lambda w: RangForm(STATES, "Parking", w),
    "a second reader": lambda w: SecondForm("Amy", "why", True, w),
    "known works": lambda w: WorksDialog(w.bridge, w),
    "works by hand": lambda w: WorkForm(None, NOW, w),
    "not a spike": lambda w: ReasonForm("Roadworks", w),
    "silence": lambda w: SilenceForm("Roadworks", NOW, w),
    "posts of a spike": lambda w: PostsDialog(spiketown.card().posts, w),
    "silenced": lambda w: SilencesDialog((SILENCED,), NOW, w),
    "a line": lambda w: LineForm(Asking(SpikeKey(1), "Roadworks", "Amy", ("Amy", "Bob")), NOW, w),
    "posts to answer": lambda w: PostsToAnswer("Roadworks", fakeanswers.line(), NOW, w),
    "what a service said": lambda w: RecordForm("Roadworks", "Highways", ("Waste",), NOW, parent=w),
    "answers that wait": lambda w: InboxDialog(NOW, w),
    "edit a digest": lambda w: EditForm(fakedigests.digest(), w),
    "another address": lambda w: ElsewhereForm(fakedigests.TO, w),
}
PAGES = (
    "urgent", "forward", "snoozed", "done", "starred", "sources", "areas", "spikes", "digests",
)  # fmt: skip


@pytest.fixture(params=[100, 200], ids=["100 %", "200 %"])
def sized(request: pytest.FixtureRequest, desk: FakeDesk, show: Shown, theme: Theme) -> Window:
    """A window at the usual text size and at twice that, with a spike and digests to show."""
    desk.kept.cards[SpikeKey(1)] = spiketown.card()
    desk.kept.preview = spiketown.DIGEST
    desk.kept.told_to.due = (fakedigests.DUE,)
    desk.kept.told_to.digests = (fakedigests.digest(1), fakedigests.digest(2, state="opened"))
    desk.kept.told_to.mails = (fakedigests.mail(1, 2),)
    window = show(desk)
    theme.wear(Look("light", request.param))
    return window


def can_have_the_keyboard(within: QWidget) -> list[QWidget]:
    """What is shown and can be tabbed to, apart from the inner parts of Qt's own widgets."""
    return [
        w
        for w in within.findChildren(QWidget)
        if w.isVisible()
        and w.isEnabled()
        and w.focusPolicy() & Qt.FocusPolicy.TabFocus
        and w.focusProxy() is None
        and not w.objectName().startswith("qt_")
    ]


def alike(within: QWidget) -> list[str]:
    """The names that two controls of one parent share, so that nobody could tell them apart."""
    names: Counter[tuple[QWidget | None, str]] = Counter()
    for widget in can_have_the_keyboard(within):
        told = QAccessible.queryAccessibleInterface(widget)
        names[widget.parentWidget(), told.text(QAccessible.Text.Name)] += 1
    return [name for (_, name), many in names.items() if many > 1]


def small(within: QWidget) -> list[str]:
    """The buttons that are hard to hit."""
    return [
        f"{b.text() or b.accessibleName()}: {b.width()} × {b.height()}"
        for b in within.findChildren(QAbstractButton)
        if b.isVisible()
        and not b.objectName().startswith("qt_")
        and min(b.width(), b.height()) < 24
    ]


def trapped(within: QWidget, qtbot: QtBot) -> list[str]:
    """Where Tab, pressed again and again, does not lead on to another control."""
    within.activateWindow()
    qtbot.waitUntil(within.isActiveWindow)
    met: list[QWidget] = []
    for _ in range(12 * len(can_have_the_keyboard(within)) + 12):  # a date has many parts
        at = QApplication.focusWidget()
        if at is None:
            break
        if met and at is met[0] and len(set(met)) > 1:
            return []
        met.append(at)
        qtbot.keyClick(at, Qt.Key.Key_Tab)
    many = len(can_have_the_keyboard(within))
    return [] if many <= 1 or len(set(met)) >= many else [w.accessibleName() for w in met[-2:]]


# The order of Tab is walked by pressing it: asking Qt for the next in its chain wraps parts that Qt
# deletes by itself, and the interpreter crashed on them two windows later.
def faults(within: QWidget) -> dict[str, list[str]]:
    """Everything that is wrong, by what is wrong with it."""
    found = {
        "without a name": nameless(within), "named alike": alike(within),
        "too small": small(within),
    }  # fmt: skip
    return {what: which for what, which in found.items() if which}


@pytest.mark.parametrize("page", PAGES)
def test_every_page_can_be_told_hit_and_reached(qtbot: QtBot, sized: Window, page: str) -> None:
    sized.open(page)
    settle(qtbot, sized)
    assert faults(sized) == {}


def test_every_section_of_the_settings_too(qtbot: QtBot, sized: Window) -> None:
    sized.open("settings")
    settle(qtbot, sized)
    sections = sized.settings.list
    for at in range(sections.count()):
        sections.setCurrentRow(at)
        assert faults(sized) == {}, sections.item(at).text()


def test_no_section_of_the_settings_is_cut_off_at_the_side(qtbot: QtBot, sized: Window) -> None:
    sized.resize(1000, 700)
    sized.open("settings")
    settle(qtbot, sized)
    for at in range(sized.settings.list.count()):
        sized.settings.list.setCurrentRow(at)
        areas = [a for a in sized.settings.findChildren(QScrollArea) if a.isVisible()]
        for area in areas:
            qtbot.waitUntil(lambda a=area: a.widget().width() <= a.viewport().width())  # type: ignore[misc]


@pytest.mark.parametrize("name", DIALOGS)
def test_every_dialog_can_be_told_hit_reached_and_left(
    qtbot: QtBot, sized: Window, name: str
) -> None:
    dialog = DIALOGS[name](sized)
    dialog.show()
    assert faults(dialog) == {}
    assert trapped(dialog, qtbot) == []
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_lists_of_the_rail_are_one_choice_of_which_one_is_made(
    desk: FakeDesk, show: Shown
) -> None:
    window = show(desk)
    window.open("forward")
    said = {
        name: QAccessible.queryAccessibleInterface(window.rail.button(name))
        for name in window.rail.names()
    }
    assert {s.role() for s in said.values()} == {QAccessible.Role.RadioButton}
    assert [n for n, s in said.items() if s.state().checked] == ["forward"]


@pytest.mark.parametrize("high", [LIGHT_HIGH, DARK_HIGH], ids=["light", "dark"])
def test_high_contrast_gives_all_text_seven_to_one(high: Tokens) -> None:
    pairs = [(g, i) for g in (high.page, high.card, high.rail, high.chosen)
             for i in (high.text, high.soft, high.accent, high.red)]  # fmt: skip
    pairs += [*high.chips.values(), (high.accent, high.on_accent), (high.red, high.on_red)]
    assert [p for p in pairs if contrast(*p) < 7] == []
    for ground in (high.page, high.card, high.rail):
        assert contrast(ground, high.edge) >= 7
        assert contrast(ground, high.line) >= 3
        assert contrast(ground, high.focus) >= 4.5


def test_the_system_asks_for_high_contrast_and_gets_it(
    theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len({t.page for t in EVERY}) == len(EVERY)
    monkeypatch.setattr(ui.theme, "high_contrast", lambda: True)
    theme.wear(Look("light", 100))
    assert tokens() is LIGHT_HIGH
    theme.wear(theme.other_scheme())
    assert tokens() is DARK_HIGH
    monkeypatch.undo()
    theme.wear(Look("light", 100))
    assert tokens() is LIGHT
