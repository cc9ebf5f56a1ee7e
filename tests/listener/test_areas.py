"""Who is told of each area: kept, taken back, from a table, from a council's file, the sample."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from listener.commands import (
    Command,
    ExportContacts,
    ImportContacts,
    ReadContacts,
    SetArea,
    Undo,
    UseCouncil,
)
from listener.contactfile import contacts_read, contacts_text
from listener.councilfile import read_contacts, shipped_contacts, shipped_council
from listener.desk import Desk
from listener.errors import NotFound, NotUnderstood
from listener.events import AreasChanged, Event
from listener.handoff import AreaContact, AreaState, ContactsRead
from tests.listener.store.making import FakeClock

HIGHWAYS = "Highways and transport"
AREAS = ("Highways and transport", "Parking")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk.open(tmp_path / "profile", workers=0, polling=False, clock=FakeClock())
    yield opened
    opened.close()


@pytest.fixture
def do(desk: Desk) -> Callable[[Command], object]:
    return lambda command: desk.ask(command).result()


def states(desk: Desk) -> dict[str, AreaState]:
    reader = desk.reader()
    try:
        return {s.contact.area: s for s in reader.areas()}
    finally:
        reader.close()


def test_every_area_of_the_sample_has_somebody_who_is_told(desk: Desk) -> None:
    found = states(desk)
    assert set(found) == {c.area for c in shipped_contacts()}
    assert {s.told for s in shipped_council().services} <= set(found)
    ours = [s.contact for s in found.values() if s.contact.body == "ours"]
    assert all(c.addresses and c.phone and c.link for c in ours)
    for address in (a for c in ours for a in (*c.addresses, *filter(None, (c.deputy,)))):
        assert address.endswith("@brackenford.example")
    numbers = {n for s in found.values() for n in (s.contact.phone, s.contact.out_of_hours) if n}
    assert all(n.startswith(("01632 960", "07700 900")) for n in numbers)


def test_an_area_says_when_its_next_digest_is_due(desk: Desk) -> None:
    due = states(desk)[HIGHWAYS].due
    assert due is not None
    assert f"{due:%a %H:%M}" == "Fri 14:00"  # the clock stands on a Friday, 09:00


def test_who_is_told_is_kept_and_taken_back(desk: Desk, do: Callable[[Command], object]) -> None:
    heard: list[Event] = []
    desk.listen(heard.append)
    before = states(desk)[HIGHWAYS].contact
    made = do(SetArea(replace(before, addresses=(" roads@b.example",), digest_times=("9:05",))))
    assert isinstance(made, AreaContact)
    assert made.digest_times == ("09:05",)
    assert states(desk)[HIGHWAYS].contact.addresses == ("roads@b.example",)
    assert do(Undo()) == f"who is told of {HIGHWAYS} is what it was"
    assert states(desk)[HIGHWAYS].contact == before
    assert heard.count(AreasChanged()) == 2


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"addresses": ("roads",)}, "“roads” is no mail address."),
        ({"hours": "nine to five"}, "“nine to five” are no hours"),
        ({"digest_times": ("noon",)}, "“noon” is no time of a digest"),
        ({"link": "www.b.example"}, "The public link begins with https://."),
        ({"standing": "Amy", "sensitive": True}, "It has no standing instruction"),
        ({"area": "Roads"}, "The council has no area called Roads."),
    ],
)
def test_a_contact_that_cannot_be_used_is_refused_in_words(
    do: Callable[[Command], object], change: dict[str, object], says: str
) -> None:
    with pytest.raises(NotUnderstood, match="Nothing was changed") as fault:
        do(SetArea(replace(AreaContact(HIGHWAYS), **change)))  # type: ignore[arg-type]
    assert says in fault.value.sentence()


def test_an_unknown_area_is_not_found(desk: Desk) -> None:
    reader = desk.reader()
    assert reader.area("Parking").contact.name == "Parking desk"
    with pytest.raises(NotFound):
        reader.area("Moon")
    reader.close()


def test_a_table_is_read_whatever_its_columns_are_called() -> None:
    text = (
        "Service Area;Email;Deputy;Office hours;OOH;Tel.;Report at;Digest times;At once;Notes\n"
        "highways and transport;a@b.example, c@b.example;d@b.example;Mon-Fri 08:00-16:00;"
        "01632 960001;01632 960002;https://b.example;9:00, 14:00;spike|Drains, gullies;x\n"
    )
    found = contacts_read(text, False, AREAS)
    assert found.faults == ()
    assert found.columns == ("Notes",)
    assert found.contacts == (
        AreaContact(
            HIGHWAYS, ("a@b.example", "c@b.example"), "", "d@b.example", "Mon-Fri 08:00-16:00",
            "01632 960001", "01632 960002", "https://b.example", ("09:00", "14:00"),
            ("spike", "Drains, gullies"),
        ),
    )  # fmt: skip


def test_each_row_that_is_not_understood_is_told_with_its_line() -> None:
    text = (
        "area,email,answer within,other body\n"
        "Moon,a@b.example,,\nParking,nobody,,\n,x@b.example,,\n\n"
        "Parking,p@b.example,soon,\nParking,p@b.example,16,\nparking,p@b.example,,\n"
        "made-up trams,,,yes\n"
    )
    found = contacts_read(text, False, AREAS)
    assert [line for line, _ in found.faults] == [2, 3, 4, 6, 8]
    assert found.faults[0][1] == "the council has no area called Moon."
    assert [c.area for c in found.contacts] == ["Parking", "made-up trams"]
    assert found.contacts[0].answer_within == 16
    assert found.contacts[1].body == "other"


@pytest.mark.parametrize("text", ["", "name,email\nx,y@b.example\n"])
def test_a_table_without_areas_says_so(text: str) -> None:
    found = contacts_read(text, False, AREAS)
    assert found.contacts == ()
    assert found.faults[0][0] == 0


def test_contacts_go_out_and_come_back_the_same() -> None:
    contacts = [c for c in shipped_contacts() if c.area != "central government"]
    plus = replace(contacts[0], phone="+44 1632 960001")
    found = contacts_read(
        contacts_text([plus, *contacts[1:]]), False, [c.area for c in shipped_contacts()]
    )
    assert found.contacts == (plus, *contacts[1:])


def test_a_table_is_kept_in_one_step(
    desk: Desk, do: Callable[[Command], object], tmp_path: Path
) -> None:
    before = states(desk)
    file = tmp_path / "contacts.csv"
    file.write_text(
        "area,address\nParking,new@b.example\nHousing,too@b.example\nMoon,x@b.example\n",
        encoding="utf-8",
    )
    read = do(ReadContacts(file))
    assert isinstance(read, ContactsRead)
    assert states(desk) == before
    assert do(ImportContacts(file)) == read
    assert len(read.faults) == 1
    assert states(desk)["Housing"].contact.addresses == ("too@b.example",)
    do(Undo())
    assert states(desk) == before


def test_a_table_ends_no_standing_instruction_and_forgets_nobody_who_left(
    desk: Desk, do: Callable[[Command], object], tmp_path: Path
) -> None:
    signed = AreaContact("Parking", ("old@b.example",), standing="Amy, 2 November 2026")
    do(SetArea(replace(signed, left=("gone@b.example",))))
    file = tmp_path / "contacts.csv"
    file.write_text("area,address\nParking,new@b.example\n", encoding="utf-8")
    do(ImportContacts(file))
    made = states(desk)["Parking"].contact
    assert (made.addresses, made.standing) == (("new@b.example",), signed.standing)
    assert made.left == ("gone@b.example",)
    file.write_text("area,address,sensitive\nParking,new@b.example,yes\n", encoding="utf-8")
    do(ImportContacts(file))
    assert states(desk)["Parking"].contact.standing == ""


def test_contacts_are_written_to_a_file(do: Callable[[Command], object], tmp_path: Path) -> None:
    assert do(ExportContacts(tmp_path / "out.csv")) == len(shipped_contacts())
    with pytest.raises(NotFound):
        do(ExportContacts(tmp_path / "nowhere" / "out.csv"))


def test_a_councils_file_may_hold_them(
    desk: Desk, do: Callable[[Command], object], tmp_path: Path
) -> None:
    file = tmp_path / "council.toml"
    file.write_text(
        'name = "Larkford District Council"\n[[areas]]\narea = "Parking"\n'
        'addresses = ["p@larkford.example"]\nanswer_within = 8\nsensitive = true\n',
        encoding="utf-8",
    )
    do(UseCouncil(file))
    found = states(desk)
    assert found["Parking"].contact == AreaContact(
        "Parking", ("p@larkford.example",), answer_within=8, sensitive=True
    )
    assert found[HIGHWAYS].contact == AreaContact(HIGHWAYS)  # the sample's went with the sample


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('body = "theirs"', "line 3: “body”"),
        ("answer_within = 1.5", "must be a whole number"),
        ('addresses = ["nobody"]', "(Parking) cannot be taken: “nobody” is no mail address"),
    ],
)
def test_a_councils_file_says_which_contact_is_wrong(line: str, says: str) -> None:
    with pytest.raises(NotUnderstood) as fault:
        read_contacts(f'[[areas]]\narea = "Parking"\n{line}\n')
    assert says in fault.value.sentence()


def test_what_is_wrong_with_a_contact_is_said(desk: Desk, do: Callable[[Command], object]) -> None:
    do(SetArea(AreaContact("Parking", hours="Mon-Fri 08:30-17:00")))
    assert states(desk)["Parking"].health == (
        "No address: nothing can be sent to it.",
        "No deputy: nobody stands in where the desk does not answer.",
        "Nobody is named for out of hours.",
    )
    assert states(desk)["National Highways"].health == ()
