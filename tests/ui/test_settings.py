"""The settings: every change at once, said, refused in words, and taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShortcut
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from listener.commands import Change, LookOver, ReadTable, SetUpCouncil, UseChart, WriteTable
from listener.council import Member, NamedPlace, TableRead
from listener.events import Rereading
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from tests.ui.test_everyone import nameless
from ui import keymap, startup
from ui.house.entryforms import MemberForm, PlaceForm, ServiceForm
from ui.house.listing import PLACES, Pasted
from ui.keys import KEYS
from ui.parts.buttons import KeyButton
from ui.parts.keysheet import KeySheet
from ui.settings.keys import KeyForm
from ui.settings.section import Section
from ui.shell import Window

SECTIONS = range(14)


def opened(qtbot: QtBot, desk: FakeDesk, show: Shown, real: bool = True) -> Window:
    if real and desk.kept.council is not None:
        desk.kept.council = replace(desk.kept.council, sample=False)
    window = show(desk)
    window.open("settings")
    settle(qtbot, window)
    return window


def section(window: Window, title: str) -> Section:
    found = next(s for s in window.settings.sections if s.title == title)
    window.settings.open_section(found)
    return found


@pytest.mark.parametrize("at", SECTIONS)
def test_every_section_can_be_named_by_a_screen_reader(
    qtbot: QtBot, desk: FakeDesk, show: Shown, at: int
) -> None:
    window = opened(qtbot, desk, show)
    assert len(window.settings.sections) == len(SECTIONS)
    window.settings.list.setCurrentRow(at)
    settle(qtbot, window)
    assert nameless(window) == []


def test_a_search_leaves_the_sections_that_hold_it(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show)
    page = window.settings
    qtbot.keyClicks(page.seek, "bank holiday")
    left = [page.list.item(n).text() for n in SECTIONS if not page.list.item(n).isHidden()]
    assert left == ["Hours and holidays"]
    assert page.list.currentItem().text() == "Hours and holidays"
    page.seek.setText("xyzzy")
    assert all(page.list.item(n).isHidden() for n in SECTIONS)
    page.seek.clear()
    assert not any(page.list.item(n).isHidden() for n in SECTIONS)


def test_return_in_the_list_steps_into_the_section(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show)
    page = window.settings
    page.list.setFocus()
    page.list.setCurrentRow([s.title for s in page.sections].index("Session and clocks"))
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert section(window, "Session and clocks").isAncestorOf(QApplication.focusWidget())


def test_a_change_is_said_and_taken_back(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = opened(qtbot, desk, show)
    officer = window.settings.officer
    officer.setText("Amy")
    officer.editingFinished.emit()
    settle(qtbot, window)
    assert desk.kept.settings.officer == "Amy"
    window.settings.bar.undo.emit()
    settle(qtbot, window)
    assert desk.kept.settings.officer == "Officer"


def test_a_change_that_is_refused_is_said_and_what_stood_there_comes_back(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show)
    officer = window.settings.officer
    officer.setText("")
    officer.editingFinished.emit()
    settle(qtbot, window)
    assert "cannot be empty" in window.settings.bar.said()
    assert officer.text() == "Officer"


def test_a_section_goes_back_to_the_usual_and_that_is_taken_back_too(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    desk.kept.settings = replace(desk.kept.settings, session_minutes=30, urgent_minutes=5)
    window = opened(qtbot, desk, show)
    clocks = section(window, "Session and clocks")
    assert clocks.reset_button.isVisible()
    clocks.reset_button.click()
    settle(qtbot, window)
    assert (desk.kept.settings.session_minutes, desk.kept.settings.urgent_minutes) == (15, 15)
    window.settings.undo()
    settle(qtbot, window)
    assert (desk.kept.settings.session_minutes, desk.kept.settings.urgent_minutes) == (30, 5)


def test_another_chart_is_used_and_the_one_before_comes_back(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show)
    chart = window.settings.chart_section.chart
    chart.setCurrentIndex(chart.findData("classic"))
    chart.activated.emit(chart.currentIndex())
    settle(qtbot, window)
    window.settings.undo()
    assert [c for c in desk.asked if isinstance(c, UseChart)] == [
        UseChart("classic"), UseChart("council"),
    ]  # fmt: skip


def test_dates_that_make_no_period_are_said(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    desk.kept.settings = replace(
        desk.kept.settings, pre_election_from=date(2027, 5, 1), pre_election_to=date(2027, 3, 1)
    )
    window = opened(qtbot, desk, show)
    assert "before the first" in window.settings.chart_section._wrong.text()


def test_the_council_is_changed_field_by_field(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = opened(qtbot, desk, show)
    name = window.settings.council.name_form.lines["name"]
    name.setText("Larkford District Council")
    name.editingFinished.emit()
    settle(qtbot, window)
    assert desk.kept.council is not None
    assert desk.kept.council.name == "Larkford District Council"
    name.setText("")
    name.editingFinished.emit()
    settle(qtbot, window)
    assert "name" in window.settings.council.name_form._wrong.text()
    assert sum(isinstance(c, SetUpCouncil) for c in desk.asked) == 1


def test_the_sample_council_is_not_changed_by_hand(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show, real=False)
    assert not window.settings.council.name_form.isEnabled()


def test_places_from_a_file_are_shown_before_they_are_used(
    qtbot: QtBot, desk: FakeDesk, show: Shown, tmp_path: Path
) -> None:
    window = opened(qtbot, desk, show)
    listing = window.settings.places.listing
    before = len(listing.entries())
    desk.kept.understood = TableRead(
        places=(NamedPlace("Quarl Lane", "road"), NamedPlace("Mill Street", "road", ("Millie",))),
        faults=((3, "it gives no name."),),
    )
    section(window, "Places")
    listing.look_at(tmp_path / "streets.csv")
    settle(qtbot, window)
    assert listing.said().startswith("2 places understood, 1 line not. Nothing is kept yet.")
    assert len(listing.entries()) == before
    listing.join.click()
    settle(qtbot, window)
    assert desk.kept.council is not None
    names = [p.name for p in desk.kept.council.places]
    assert names.count("Mill Street") == 1
    assert "Quarl Lane" in names
    window.settings.undo()
    settle(qtbot, window)
    assert len(desk.kept.council.places) == before


def test_a_place_is_added_changed_and_taken_out(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = opened(qtbot, desk, show)
    section(window, "Places")
    listing = window.settings.places.listing
    listing.add()
    form = listing.findChild(PlaceForm)
    assert nameless(form) == []
    form.accept()
    assert form.isVisible()  # it has no name yet
    form.name.setText("Quarl Lane")
    form.accept()
    settle(qtbot, window)
    assert listing.entries()[-1] == NamedPlace("Quarl Lane", "road")
    qtbot.keyClicks(listing.seek, "quarl")
    assert listing.model.rowCount() == 1
    listing.remove()
    settle(qtbot, window)
    assert desk.kept.council is not None
    assert "Quarl Lane" not in [p.name for p in desk.kept.council.places]
    assert "is called that" in listing.face.said()


def test_a_service_says_whose_it_is(qtbot: QtBot, desk: FakeDesk) -> None:
    assert desk.kept.council is not None
    ours, other = desk.kept.council.services[0], desk.kept.council.services[-1]
    for service in (ours, other):
        form = ServiceForm(service)
        qtbot.addWidget(form)
        assert form.entry() == service
        assert form.missing() == ""
    form.who.setText("")
    assert "which other body" in form.missing()


def test_members_are_pasted(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = opened(qtbot, desk, show)
    section(window, "Members")
    listing = window.settings.members.listing
    desk.kept.understood = TableRead(members=(Member("Ada T"),))
    listing.paste()
    form = listing.findChild(Pasted)
    form.text.setPlainText("Ada T")
    form.accept()
    settle(qtbot, window)
    listing.use.click()
    settle(qtbot, window)
    assert ReadTable("members", None, "Ada T") in desk.asked
    assert desk.kept.council is not None
    assert desk.kept.council.members == (Member("Ada T"),)
    edit = MemberForm(Member("Ada T"))
    qtbot.addWidget(edit)
    assert edit.entry() == Member("Ada T")


def test_a_list_that_cannot_be_read_says_why(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = opened(qtbot, desk, show)
    desk.refuses = "no.csv cannot be read. Nothing was changed."
    window.settings.places.listing.look_at(Path("no.csv"))
    settle(qtbot, window)
    assert window.settings.places.listing.said() == desk.refuses
    desk.refuses = ""
    window.settings.places.listing.write(Path("out.tsv"))
    settle(qtbot, window)
    assert WriteTable("places", Path("out.tsv")) in desk.asked
    assert PLACES.many == "places"


def test_working_hours_are_typed_and_faults_said(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = opened(qtbot, desk, show)
    hours = window.settings.hours
    section(window, "Hours and holidays")
    works, opens, shuts = hours._days[5]
    works.click()
    settle(qtbot, window)
    opens.setText("9")
    shuts.setText("1230")
    shuts.editingFinished.emit()
    settle(qtbot, window)
    assert desk.kept.settings.hours.endswith("09:00-12:30 off")
    shuts.setText("8:00")
    shuts.editingFinished.emit()
    settle(qtbot, window)
    assert "Saturday: the office must shut later" in hours._wrong.text()
    assert desk.kept.settings.hours.endswith("09:00-12:30 off")


def test_a_day_off_is_added_and_christmas_worked(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = opened(qtbot, desk, show)
    hours = window.settings.hours
    section(window, "Hours and holidays")
    settle(qtbot, window)
    christmas = hours._list[0].day
    hours._work()
    settle(qtbot, window)
    assert desk.kept.settings.holidays == f"-{christmas.isoformat()}"
    hours._holiday(date(christmas.year, 6, 15), True)
    settle(qtbot, window)
    assert desk.kept.settings.holidays.endswith(f"+{christmas.year}-06-15")
    window.settings.undo()
    settle(qtbot, window)
    assert desk.kept.settings.holidays == f"-{christmas.isoformat()}"


def test_a_key_is_changed_and_buttons_and_sheet_follow(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show)
    section(window, "Keys")
    keys = window.settings.keys
    keys.table.choose([k.verb for k in KEYS].index("add"))
    keys.edit()
    form = keys.findChild(KeyForm)
    qtbot.keyClick(form.line, "F")
    form.accept()
    assert form.isVisible()
    assert "is taken" in form._missing.text()
    qtbot.keyClick(form.line, Qt.Key.Key_F7)
    form.accept()
    settle(qtbot, window)
    assert {"F7"} <= set(window.keys)
    assert "A" not in window.keys
    bound = [s.key().toString() for s in window.findChildren(QShortcut) if s.isEnabled()]
    assert bound.count("F7") == 1
    assert any(b._key == "F7" for b in window.head.findChildren(KeyButton))
    window.settings.undo()
    settle(qtbot, window)
    assert "A" in window.keys


def test_a_key_is_switched_off_and_comes_back_as_usual(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show)
    section(window, "Keys")
    keys = window.settings.keys
    keys.table.choose([k.verb for k in KEYS].index("star"))
    keys.switch_off()
    settle(qtbot, window)
    assert "S" not in window.keys
    keys.as_usual()
    settle(qtbot, window)
    assert "S" in window.keys
    assert desk.kept.settings.keys == ""


@pytest.mark.parametrize(
    ("key", "says"),
    [("Tab", "Tab"), ("Ctrl+1", "list"), ("Shift+K", "capital"), ("", "press"), ("J", "taken")],
)
def test_a_key_that_may_not_be_used_is_said(key: str, says: str) -> None:
    assert says in keymap.clash({}, "add", key)


def test_changed_keys_come_back_from_their_text() -> None:
    changes = {"add": ("I",), "star": ()}
    assert keymap.changes_of(keymap.text_of(changes)) == changes
    assert keymap.changes_of("no JSON") == {}
    assert keymap.changes_of('{"nothing": ["X"], "add": "I"}') == {}
    assert keymap.text_of({"add": ("A",)}) == ""


def test_it_s_text_is_copied(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = opened(qtbot, desk, show)
    section(window, "For IT")
    window.settings.it.copy.click()
    settle(qtbot, window)
    assert LookOver() in desk.asked
    assert QGuiApplication.clipboard().text().startswith("Council Listener, for IT")


def test_starting_at_log_in_writes_a_file_and_takes_it_away(
    qtbot: QtBot, desk: FakeDesk, show: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr("sys.platform", "linux")
    window = opened(qtbot, desk, show)
    section(window, "Start-up")
    entry = window.settings.start.entry
    assert entry is not None
    assert entry.path is not None
    window.settings.start.on.click()
    settle(qtbot, window)
    assert "--hidden" in entry.path.read_text(encoding="utf-8")
    assert Change("start_at_login", True) in desk.asked
    window.settings.start.on.click()
    settle(qtbot, window)
    assert not entry.path.exists()


def test_each_system_gets_what_it_wants_for_starting() -> None:
    profile, home = Path("/home/amy/my profile 100%"), Path("/home/amy")
    linux = startup.entry("linux", ["/opt/council-listener"], profile, {}, home)
    assert linux is not None
    assert linux.path == home / ".config/autostart/council-listener-my-profile-100-.desktop"
    assert (
        "Exec=/opt/council-listener --profile '/home/amy/my profile 100%%' --hidden" in linux.text
    )
    windows = startup.entry("win32", ["C:\\Apps\\cl.exe"], Path("C:/p q"), {}, home)
    assert windows is not None
    assert windows.path is None
    assert windows.text == 'C:\\Apps\\cl.exe --profile "C:/p q" --hidden'
    assert startup.entry("darwin", ["x"], profile, {}, home) is None


def test_an_entry_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    entry = startup.Entry(tmp_path / "file" / "x.desktop", "x", "")
    assert "could not be written" in startup.put(entry, True)


def test_reading_again_shows_how_far_it_is(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    window = opened(qtbot, desk, show)
    desk.tell(Rereading(300, 1204))
    qtbot.waitUntil(lambda: "Reading again: 300 of 1,204" in window.rail.foot())
    desk.tell(Rereading(1204, 1204))
    qtbot.waitUntil(lambda: "Reading again" not in window.rail.foot())


def test_the_sheet_of_keys_leads_to_what_it_asks_for(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    window = opened(qtbot, desk, show)
    window.open("forward")
    window.key_sheet()
    sheet = window.findChild(KeySheet)
    next(b for b in sheet.findChildren(KeyButton) if b.text() == "Copy for IT").click()
    settle(qtbot, window)
    assert LookOver() in desk.asked
    assert window.settings.it.copy.isVisible()


def test_marks_and_motion_follow_the_settings(qtbot: QtBot, desk: FakeDesk, show: Shown) -> None:
    blinks = QApplication.cursorFlashTime()
    window = opened(qtbot, desk, show)
    look = section(window, "Look")
    for box in look.findChildren(QCheckBox):
        box.click()
        settle(qtbot, window)
    assert desk.kept.settings.reduced_motion
    assert not desk.kept.settings.marks
    assert QApplication.cursorFlashTime() == 0
    assert not window.pane.said.words._marked
    look.reset()
    settle(qtbot, window)
    assert QApplication.cursorFlashTime() == blinks
    assert window.pane.said.words._marked
