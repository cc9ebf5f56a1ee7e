"""The calendar of known works: by hand, by the table, never doubled, taken back, near a mention."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest

from listener.commands import Command, ImportWorks, ReadWorks, RemoveWork, SetWork, Undo
from listener.desk import Desk
from listener.errors import NotFound, NotUnderstood
from listener.spike import KnownWork, WorkKey, WorksRead
from listener.store.reading import Reader
from listener.workfile import works_read
from tests.listener.calendar import emptied
from tests.listener.store.making import START, FakeClock

Do = Callable[[Command], object]
T = TypeVar("T")
OURS = (
    "reference,promoter,street,description,start,end,traffic management\n"
    "BR1,Brackengas,Wolverton Road,Gas main renewal,01/10/2026,12/12/2026,two-way lights\n"
    "BR2,Highways,Mill Street,Resurfacing,24/11/2026 09:30,24 November 2026 4pm,road closure\n"
)
STREET_MANAGER = (
    "permit_reference_number,promoter_organisation,street_name,activity_type,"
    "proposed_start_date,proposed_end_date,actual_start_date_time,actual_end_date_time,"
    "traffic_management_type,usrn\n"
    "X1,BRACKENGAS,WOLVERTON ROAD,UTILITY WORKS,2026-10-01,2026-12-12,2026-10-02T08:00:00Z,,"
    "TWO_WAY_SIGNALS,123\n"
)
WORK = KnownWork(
    WorkKey(0), "event", "", "Town team", "Civic Hall", "Lights switch-on",
    START + timedelta(days=7), START + timedelta(days=7, hours=3),
)  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk.open(tmp_path / "profile", workers=0, polling=False, clock=FakeClock())
    emptied(tmp_path / "profile")
    yield opened
    opened.close()


@pytest.fixture
def do(desk: Desk) -> Do:
    return lambda command: desk.ask(command).result()


def read(desk: Desk, look: Callable[[Reader], T]) -> T:
    reader = desk.reader()
    try:
        return look(reader)
    finally:
        reader.close()


def streets(desk: Desk) -> list[str]:
    return [w.street for w in read(desk, lambda r: r.works())]


def file(folder: Path, text: str, name: str = "works.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_table_is_read_with_british_dates_and_days_that_end_at_midnight() -> None:
    found = works_read(OURS, False)
    first, second = (r.work for r in found.rows)
    assert first is not None
    assert second is not None
    assert f"{first.starts:%d %b %H:%M} {first.ends:%d %b %H:%M}" == "30 Sep 23:00 12 Dec 23:59"
    assert f"{second.starts:%d %b %H:%M} {second.ends:%d %b %H:%M}" == "24 Nov 09:30 24 Nov 16:00"
    assert first.sentence == "Gas main renewal, Brackengas, to 12 December, two-way lights"


def test_the_columns_of_street_manager_are_known() -> None:
    found = works_read(STREET_MANAGER, False)
    (row,) = found.rows
    assert row.work is not None
    assert (row.work.reference, row.work.promoter) == ("X1", "BRACKENGAS")
    assert f"{row.work.starts:%d %b %H:%M}" == "02 Oct 08:00"  # what really was, before the plan
    assert f"{row.work.ends:%d %b}" == "12 Dec"
    assert row.work.traffic == "two way signals"
    assert found.unused == ("usrn",)


def test_other_columns_can_be_matched_by_hand() -> None:
    text = "Ort,Was,Von,Bis\nMill Street,Resurfacing,24/11/2026,25/11/2026\n"
    without = works_read(text, False)
    assert "No column was found for street and starts" in without.rows[0].says
    assert without.names == ("Ort", "Was", "Von", "Bis")
    matched = (("street", "ort"), ("starts", "Von"), ("ends", "Bis"), ("description", "Was"))
    found = works_read(text, False, matched)
    assert found.many("new") == 1
    assert found.unused == ()
    assert "no column Zeit" in works_read(text, False, (("street", "Zeit"),)).rows[0].says
    assert "no column colour of ours" in works_read(text, False, (("colour", "Ort"),)).rows[0].says


def test_a_matching_may_say_that_there_is_no_such_column() -> None:
    (row, _) = works_read(OURS, False, (("promoter", ""),)).rows
    assert row.work is not None
    assert row.work.promoter == ""


def test_each_row_that_is_not_understood_is_told_with_its_line() -> None:
    text = (
        "street,start,end,type\n"
        "Mill Street,soon,25/11/2026,\n,24/11/2026,25/11/2026,\n\n"
        "Mill Street,24/11/2026,,\nMill Street,,25/11/2026,\n"
        "Mill Street,24/11/2026,23/11/2026,\nCivic Hall,27/11/2026,,Fair\n"
    )
    found = works_read(text, False)
    assert [(r.line, r.says) for r in found.rows if r.state == "fault"] == [
        (2, "its start: the date “soon” cannot be read."),
        (3, "it names no street or place."),
        (5, "it gives no end."),
        (6, "it gives no start."),
        (7, "it ends before it begins."),
    ]
    assert found.rows[-1].work is not None
    assert found.rows[-1].work.kind == "event"


@pytest.mark.parametrize("text", ["", "\n\n", "a,b\n1,2\n"])
def test_what_is_no_table_of_works_says_so(text: str) -> None:
    found = works_read(text, False)
    assert [r.line for r in found.rows] == [0]


def test_looking_at_a_file_keeps_nothing_and_importing_it_again_doubles_nothing(
    desk: Desk, do: Do, tmp_path: Path
) -> None:
    path = file(tmp_path, OURS)
    looked = do(ReadWorks(path))
    assert isinstance(looked, WorksRead)
    assert (looked.many("new"), streets(desk)) == (2, [])
    do(ImportWorks(path))
    assert streets(desk) == ["Wolverton Road", "Mill Street"]
    again = do(ImportWorks(path))
    assert isinstance(again, WorksRead)
    assert again.many("same") == 2
    later = do(ImportWorks(file(tmp_path, OURS.replace("12/12/2026", "19/12/2026"))))
    assert isinstance(later, WorksRead)
    assert (later.many("changed"), later.many("same")) == (1, 1)
    assert len(streets(desk)) == 2
    assert "19 December" in read(desk, lambda r: r.works())[0].sentence
    assert do(Undo()) == "1 known work as before"
    assert "12 December" in read(desk, lambda r: r.works())[0].sentence
    do(Undo())
    assert streets(desk) == []


def test_what_stands_twice_in_a_file_is_kept_once_as_it_stands_last(
    desk: Desk, do: Do, tmp_path: Path
) -> None:
    twice = "street,start,end,ref\nMill Street,24/11/2026,25/11/2026,A\n" + (
        "Mill Street,24/11/2026,26/11/2026,a\nPark Lane,24/11/2026,25/11/2026,\n"
        "Park Lane,24/11/2026,27/11/2026,\n"
    )
    found = do(ImportWorks(file(tmp_path, twice)))
    assert isinstance(found, WorksRead)
    assert [r.state for r in found.rows] == ["new", "changed", "new", "changed"]
    assert [f"{w.ends:%d}" for w in read(desk, lambda r: r.works())] == ["26", "27"]
    do(Undo())
    assert streets(desk) == []


def test_one_is_added_changed_and_taken_off_by_hand_and_each_is_taken_back(
    desk: Desk, do: Do
) -> None:
    made = do(SetWork(WORK, "Ada"))
    assert isinstance(made, KnownWork)
    assert made.by == "Ada"
    do(SetWork(replace(made, street=" Priory  Park ")))
    assert streets(desk) == ["Priory Park"]
    do(RemoveWork(made.key))
    assert streets(desk) == []
    assert do(Undo()) == "Priory Park is on the calendar again"
    assert do(Undo()) == "Civic Hall is what it was"
    assert read(desk, lambda r: r.works()) == (made,)
    assert do(Undo()) == "Civic Hall taken off again"
    assert streets(desk) == []


def test_by_hand_too_nothing_unusable_is_kept(do: Do) -> None:
    with pytest.raises(NotUnderstood, match="street or place"):
        do(SetWork(replace(WORK, street="  ")))
    with pytest.raises(NotUnderstood, match="before it begins"):
        do(SetWork(replace(WORK, ends=START)))
    for command in (RemoveWork(WorkKey(7)), SetWork(replace(WORK, key=WorkKey(7)))):
        with pytest.raises(NotFound):
            do(command)


def test_what_goes_on_now_and_what_is_near_is_found(desk: Desk, do: Do, tmp_path: Path) -> None:
    do(ImportWorks(file(tmp_path, OURS)))
    assert len(read(desk, lambda r: r.works(START))) == 1
    hour = timedelta(hours=1)
    near = read(
        desk,
        lambda r: r.works_near(
            ("Wolverton Road", "Tollgate island"), "Roadworks and closures", START - hour, START
        ),
    )
    assert [(w.reference, says) for w, says in near] == [
        ("BR1", "explains part of it: it is on Wolverton Road, Tollgate island is named too")
    ]
    assert read(desk, lambda r: r.works_near(("Park Lane",), "", START - hour, START)) == ()
    by_nickname = replace(WORK, kind="works", street="the Wolverton", starts=START, ends=START)
    do(SetWork(by_nickname))
    near = read(desk, lambda r: r.works_near(("Wolverton Road",), "Street lighting", START, START))
    assert len(near) == 2
