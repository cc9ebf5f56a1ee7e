"""The council in the settings: its name, places, services and members."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from listener.commands import ReadTable, SetUpCouncil, WriteTable
from listener.council import Member, NamedPlace, TableRead
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from tests.ui.settingspage import opened, section
from tests.ui.test_everyone import nameless
from ui.house.entryforms import MemberForm, PlaceForm, ServiceForm
from ui.house.listing import PLACES, Pasted


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
