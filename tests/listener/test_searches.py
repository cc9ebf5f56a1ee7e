"""Saved searches: kept, changed and taken back; for topics, and with a reason where for people."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from listener.commands import DropSearch, MoveSearch, SaveSearch, Undo
from listener.council import Council, Member, NamedPlace, Service
from listener.desk import Desk
from listener.errors import Known, NotFound
from listener.mention import SavedSearch
from listener.topics import person_in

COUNCIL = Council(
    "Brackenford Council", "Brackenford", handles=("@brackenford",),
    members=(Member("Ada Example", ("@cllr_example",)),),
    places=(NamedPlace("Victoria Park", "place"), NamedPlace("Rose Lane", "road")),
    services=(Service("Parks", "Grass cutting", "all", ("long grass",)),),
)  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk.open(tmp_path, workers=0, polling=False)
    yield desk
    desk.close()


def saved(desk: Desk) -> list[str]:
    reader = desk.reader()
    names = [s.name for s in reader.saved_searches()]
    reader.close()
    return names


def save(desk: Desk, name: str, typed: str = "bins", **more: object) -> SavedSearch:
    made = desk.ask(SaveSearch(name, typed, **more)).result()  # type: ignore[arg-type]
    assert made.saved is not None, made.person
    return made.saved


def test_searches_are_kept_in_order_moved_renamed_and_taken_away(desk: Desk) -> None:
    one, two, three = (save(desk, n) for n in ("One", "Two", "Three"))
    desk.ask(MoveSearch(three.key, -2)).result()
    assert saved(desk) == ["Three", "One", "Two"]
    desk.ask(MoveSearch(three.key, -1)).result()  # it is on top already
    save(desk, "Bins", key=two.key)
    desk.ask(DropSearch(one.key)).result()
    assert saved(desk) == ["Three", "Bins"]
    for after in (["Three", "One", "Bins"], ["Three", "One", "Two"], ["One", "Two", "Three"]):
        desk.ask(Undo()).result()
        assert saved(desk) == after


def test_the_last_thing_is_taken_back_after_a_restart_too(tmp_path: Path) -> None:
    desk = Desk.open(tmp_path, workers=0, polling=False)
    save(desk, "One")
    desk.close()
    desk = Desk.open(tmp_path, workers=0, polling=False)
    assert "One" in desk.ask(Undo()).result()
    assert saved(desk) == []
    desk.close()


@pytest.mark.parametrize(
    ("name", "typed"), [("", "bins"), (" ", "bins"), ("Bins", " "), ("B" * 61, "b"), ("one", "b")]
)
def test_what_cannot_be_saved_says_why(desk: Desk, name: str, typed: str) -> None:
    save(desk, "One")
    with pytest.raises(Known, match=r"Nothing was saved|needs a name"):
        desk.ask(SaveSearch(name, typed)).result()
    assert saved(desk) == ["One"]


def test_what_is_gone_cannot_be_changed(desk: Desk) -> None:
    for command in (DropSearch(7), MoveSearch(7, 1), SaveSearch("Bins", "bins", key=7)):
        with pytest.raises(NotFound):
            desk.ask(command).result()


def test_forty_searches_are_enough(desk: Desk) -> None:
    for n in range(40):
        save(desk, f"Search {n}")
    with pytest.raises(Known, match="40"):
        desk.ask(SaveSearch("One more", "bins")).result()


def test_a_search_for_a_person_wants_a_reason_and_keeps_it(desk: Desk, tmp_path: Path) -> None:
    asked = desk.ask(SaveSearch("A neighbour", "james thornbury")).result()
    assert asked.saved is None
    assert "james thornbury" in asked.person
    assert saved(desk) == []
    kept = save(
        desk, "A neighbour", "james thornbury", reason="threats to staff, agreed with legal"
    )
    assert kept.reason == "threats to staff, agreed with legal"
    reader = desk.reader()
    row = reader._db.execute("SELECT what FROM history WHERE mention = 0").fetchone()
    assert "which may be for a person: threats to staff" in row[0]
    reader.close()


@pytest.mark.parametrize(
    ("typed", "person"),
    [
        ("@some.body", True),
        ("@brackenford bins", False),
        ("sarah jones", True),
        ('"Sarah Jones" bins', True),
        ("sarah OR jones", False),
        ("mrs patel", True),
        ("Ada Example", True),
        ("cllr_example", True),
        ("victoria park", False),
        ("rose lane flood", False),
        ("james street", False),
        ("by:sarah is:done", False),
        ('by:"Sarah Jones" bins', False),
        ("bins -recycling area:waste", False),
        ("grass cutting", False),
        ("jo@example.org", False),
    ],
)
def test_people_are_told_from_topics(typed: str, person: bool) -> None:
    assert bool(person_in(typed, COUNCIL)) is person, person_in(typed, COUNCIL)
