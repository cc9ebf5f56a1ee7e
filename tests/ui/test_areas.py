"""Areas and people, and the calendar of works, in the window: on the real desk and its reader."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from listener.commands import AddMention, Change, Decide, ImportWorks, SetArea
from listener.desk import Desk
from listener.handoff import AreaContact, AreaState, Handoff
from listener.mention import Heard, MentionKey
from listener.spike import KnownWork, WorkKey
from rules.telling import Told
from tests.listener.calendar import emptied
from tests.ui.test_verbs import dialog
from ui.areas.form import ContactForm
from ui.areas.page import AreasPage
from ui.bridge import Bridge
from ui.mention.went import hazard_line, went_lines, works_lines
from ui.theme import Theme
from ui.words import LONDON
from ui.works.dialog import WorksDialog
from ui.works.forms import WorkForm

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
CALENDAR = "Ort,Von,Bis,ref\nMill Street,24/11/2026,25/11/2090,A\nPark Lane,soon,25/11/2090,B\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk.open(tmp_path / "profile", workers=0, polling=False)
    emptied(tmp_path / "profile")
    yield opened
    opened.close()


@pytest.fixture
def bridge(desk: Desk, theme: Theme, qapp: QApplication) -> Iterator[Bridge]:
    made = Bridge(desk)
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, bridge: Bridge) -> AreasPage:
    made = AreasPage(bridge)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    made.open_area("Parking")
    qtbot.waitUntil(lambda: made.state() is not None)
    return made


@pytest.fixture
def works(qtbot: QtBot, bridge: Bridge) -> WorksDialog:
    made = WorksDialog(bridge)
    qtbot.addWidget(made)
    made.show()
    return made


def row(page: AreasPage, area: str) -> tuple[str, ...]:
    return next(r for r in page.model._rows if r[0] == area)


def test_the_page_says_who_is_told_and_what_waits(
    qtbot: QtBot, desk: Desk, page: AreasPage
) -> None:
    key: MentionKey = desk.ask(AddMention(Heard("", "", "pothole on Mill Street"))).result()
    desk.ask(Decide((key,), "forward", "Permits and zones")).result()
    page.reload()
    qtbot.waitUntil(lambda: row(page, "Parking")[1] == "1")
    assert row(page, "Parking")[2:] == ("well", "parking@brackenford.example")
    assert row(page, "NHS")[2] == "another body"
    assert page.card.now.text().startswith("Told now, where it cannot wait:")
    qtbot.waitUntil(lambda: page.card.waiting.isVisible())
    sought: list[str] = []
    page.sought.connect(sought.append)
    page.card.posts.click()
    assert sought == ['area:"Parking"']


def test_a_contact_is_changed_and_taken_back(qtbot: QtBot, page: AreasPage) -> None:
    page.card.edit.click()
    form = dialog(ContactForm)
    form.addresses.setPlainText("nobody")
    form.accept()
    assert form.isVisible()  # that is no address
    form.addresses.setPlainText("new@brackenford.example")
    form.lines["hours"].setText("nine")
    form.accept()
    assert form.isVisible()
    form.lines["hours"].setText("09:00-17:00")
    form.times.setText("noon")
    assert "noon" in form.missing()
    form.times.setText("9:00, 13:30")
    form.lines["link"].setText("www")
    assert "https" in form.missing()
    form.lines["link"].clear()
    form.accept()
    qtbot.waitUntil(lambda: row(page, "Parking")[3] == "new@brackenford.example")
    page.bar.button.click()
    qtbot.waitUntil(lambda: row(page, "Parking")[3] == "parking@brackenford.example")


def test_a_supervisor_signs_for_digests_that_go_by_themselves(
    qtbot: QtBot, desk: Desk, page: AreasPage
) -> None:
    page.card.edit.click()
    form = dialog(ContactForm)
    assert not form.by_itself.isChecked()
    assert "Never for a sensitive area" in form.by_itself.accessibleDescription()
    form.by_itself.setChecked(True)
    assert form.missing() == "Who signs for it that digests go without an officer?"
    form.signed.setText(" The  supervisor ")
    form.sensitive.setChecked(True)
    assert "nothing goes by itself" in form.missing()
    form.sensitive.setChecked(False)
    form.accept()
    today = datetime.now(LONDON)
    signed = f"The supervisor, {today.day} {today:%B %Y}"
    facts = page.card._facts
    qtbot.waitUntil(lambda: any(signed in t.text() for t in facts.findChildren(QLabel)))
    page.card.edit.click()
    again = dialog(ContactForm)
    assert again.contact().standing == signed  # not signed anew by being looked at
    again.by_itself.setChecked(False)
    assert again.contact().standing == ""
    again.reject()


def test_a_test_message_goes_to_each_address(qtbot: QtBot, desk: Desk, page: AreasPage) -> None:
    opened: list[str] = []
    page.testing.open_file = lambda path: not opened.append(path)  # type: ignore[func-returns-value]
    page.card.try_it.click()
    qtbot.waitUntil(lambda: bool(opened))
    assert page.bar.said() == (
        "A test message went. Look whether it arrives: parking@brackenford.example "
        "(open in your mail program)."
    )
    desk.ask(Change("mail_way", "smtp")).result()
    page.card.try_it.click()
    qtbot.waitUntil(lambda: "does not say the mail server" in page.bar.said())


def test_what_is_wrong_is_said_in_words(qtbot: QtBot, desk: Desk, page: AreasPage) -> None:
    desk.ask(SetArea(AreaContact("Parking"))).result()
    page.reload()
    qtbot.waitUntil(lambda: row(page, "Parking")[2].startswith("! No address"))
    assert page.card.health.isVisible()


def test_contacts_come_and_go_by_the_file(qtbot: QtBot, page: AreasPage, tmp_path: Path) -> None:
    file = tmp_path / "contacts.csv"
    file.write_text("area,email\nParking,a@b.example\nMoon,x@b.example\n", encoding="utf-8")
    page.bring(file)
    qtbot.waitUntil(lambda: row(page, "Parking")[3] == "a@b.example")
    assert page.bar.said() == "1 contact kept."
    assert page._faults.isVisible()
    page.write(tmp_path / "out.csv")
    qtbot.waitUntil(lambda: "written to" in page.bar.said())
    page.bring(tmp_path / "none.csv")
    qtbot.waitUntil(lambda: "cannot be read" in page.bar.said())


def test_works_are_added_changed_taken_off_and_back(qtbot: QtBot, works: WorksDialog) -> None:
    works.add()
    form = dialog(WorkForm)
    form.accept()
    assert form.isVisible()  # where is it?
    form.lines["street"].setText("Mill Street")
    form.accept()
    qtbot.waitUntil(lambda: works.work() is not None)
    works.change()
    form = dialog(WorkForm)
    form.lines["description"].setText("Resurfacing")
    form.accept()
    qtbot.waitUntil(lambda: works.model._rows[0][2] == "Resurfacing")
    works.remove()
    qtbot.waitUntil(lambda: works.work() is None)
    works.bar.button.click()
    qtbot.waitUntil(lambda: works.work() is not None)


def test_a_file_is_looked_at_matched_and_brought_in(
    qtbot: QtBot, works: WorksDialog, tmp_path: Path
) -> None:
    file = tmp_path / "works.csv"
    file.write_text(CALENDAR, encoding="utf-8")
    works.look_at(file)
    qtbot.waitUntil(lambda: works.preview.isVisible())
    assert not works.preview.take.isEnabled()  # which column is the street?
    for ours, theirs in (("street", "Ort"), ("starts", "Von"), ("ends", "Bis")):
        box = works.preview.matching.boxes[ours]
        box.setCurrentIndex(box.findData(theirs))
        box.activated.emit(box.currentIndex())
        qtbot.waitUntil(lambda box=box, theirs=theirs: box.currentData() == theirs)
    qtbot.waitUntil(lambda: works.preview.take.isEnabled())
    assert works.preview.says.text() == "1 new, 1 not understood. Nothing is kept yet."
    assert works.preview.model._rows[0][:2] == ("3", "! not understood")
    works.preview.take.click()
    qtbot.waitUntil(lambda: works.work() is not None)
    assert works.bar.said() == "1 new, 1 not understood."
    works.look_at(tmp_path / "none.csv")
    qtbot.waitUntil(lambda: "cannot be read" in works.bar.said())


def test_what_is_over_is_shown_when_asked_for(
    qtbot: QtBot, desk: Desk, works: WorksDialog, tmp_path: Path
) -> None:
    file = tmp_path / "works.csv"
    file.write_text("street,start,end\nMill Street,24/11/2020,25/11/2020\n", encoding="utf-8")
    desk.ask(ImportWorks(file)).result()
    works.reload()
    qtbot.waitUntil(lambda: bool(works._works))
    assert works.work() is None
    works.over.setChecked(True)
    assert works.work() is not None


def test_a_supervisor_may_want_explained_spikes_calm(
    qtbot: QtBot, desk: Desk, works: WorksDialog
) -> None:
    qtbot.waitUntil(lambda: works._face.isVisible())
    works.calm.click()
    reader = desk.reader()
    qtbot.waitUntil(lambda: reader.settings().works_calm)
    reader.close()


def test_a_mention_says_whom_it_went_to_and_how_that_stands() -> None:
    made = [
        Handoff(1, "Highways", "lead", "Potholes", None, None, "Potholes fits best", NOW, "Ada"),
        Handoff(2, "Parks", "information", "", None, None, "a tree", NOW, "Ada", told=True),
        Handoff(3, "Housing", "lead", "", None, None, "", NOW, "Ada", held="it waits for one"),
        Handoff(4, "Waste", "lead", "", None, None, "", NOW, "Ada", moved="Parks"),
        Handoff(5, "Waste", "lead", "", None, None, "", NOW, "Ada", "fixed", second="Bo"),
    ]
    lines = went_lines(made, NOW)
    assert lines[0] == (
        "To Highways Tue 24 Nov 09:00 by Ada (Potholes fits best): waits for the next digest"
    )
    assert lines[1].startswith("To Parks, for information")
    assert [line.rpartition(": ")[2] for line in lines[1:4]] == [
        "told", "it waits for one", "moved to Parks",
    ]  # fmt: skip
    assert "Bo read it besides" in lines[4]


def test_known_works_near_it_are_told_in_a_line() -> None:
    work = KnownWork(WorkKey(1), "works", "", "", "Mill Street", "Gas", NOW, NOW + timedelta(9))
    assert works_lines([(work, "may explain it: it lies in Tipley")]) == [
        "Mill Street: Gas, to 3 December · may explain it: it lies in Tipley"
    ]


def test_a_hazard_shows_whom_to_ring_now() -> None:
    area = AreaContact("Highways", name="duty desk", phone="01632 960106")
    assert "ring duty desk, 01632 960106." in hazard_line(AreaState(area, 0, None))
    night = AreaState(area, 0, None, told=Told((), "01632 960196", "out of hours"))
    assert "01632 960196" in hazard_line(night)
    assert "no number to ring" in hazard_line(AreaState(AreaContact("Parks"), 0, None))
    assert hazard_line(None) == ""
