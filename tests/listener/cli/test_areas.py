"""Areas, their contacts and the calendar of works, from the command line."""

from __future__ import annotations

from pathlib import Path

from tests.listener.calendar import emptied
from tests.listener.cli.conftest import Ask


def test_every_area_is_listed_with_who_is_told(ask: Ask) -> None:
    listed = ask("areas", "list", "--json")
    assert listed.status == 0
    highways = next(a for a in listed.json if a["area"] == "Highways and transport")
    assert highways["addresses"] == ["highways.duty@brackenford.example"]
    assert highways["health"] == []
    assert "Highways and transport" in ask("areas", "list").out


def test_contacts_come_by_the_table_and_go_out_again(ask: Ask, tmp_path: Path) -> None:
    ask("areas", "list")
    file = tmp_path / "contacts.csv"
    file.write_text(
        "area,email,colour\nParking,new@b.example,red\nMoon,x@b.example,\n", encoding="utf-8"
    )
    came = ask("areas", "contacts", str(file))
    assert came.status == 0
    assert "1 contacts kept, 1 faulty rows." in came.out
    assert "Columns not used: colour." in came.out
    out = tmp_path / "out.csv"
    assert ask("areas", "export", str(out)).status == 0
    assert "new@b.example" in out.read_text(encoding="utf-8-sig")
    assert ask("areas", "export", str(out), "--json").json["contacts"] > 10
    assert ask("undo").status == 0
    file.write_text("area,email\nMoon,x@b.example\n", encoding="utf-8")
    assert ask("areas", "contacts", str(file), "--json").status == 1


def test_works_come_by_the_table_with_columns_matched(
    ask: Ask, tmp_path: Path, profile: Path
) -> None:
    assert "Christmas market" in ask("works", "list").out
    emptied(profile)
    assert "Nothing is on the calendar" in ask("works", "list").out
    file = tmp_path / "works.csv"
    file.write_text(
        "Ort,Von,Bis\nMill Street,24/11/2026,25/11/2090\nPark Lane,soon,\n", encoding="utf-8"
    )
    assert ask("works", "import", str(file)).status == 1
    columns = ("--column", "street=Ort", "--column", "starts=von", "--column", "ends=Bis")
    came = ask("works", "import", str(file), *columns)
    assert came.status == 0
    assert "1 new, 0 changed, 0 as they were, 1 faulty rows." in came.out
    assert "Columns: street = Ort, starts = Von, ends = Bis." in came.out
    again = ask("works", "import", str(file), *columns, "--kind", "works", "--json")
    assert [r["state"] for r in again.json["rows"]] == ["same", "fault"]
    (kept,) = ask("works", "list", "--json").json
    assert (kept["street"], kept["ends"]) == ("Mill Street", "2090-11-25T23:59:00Z")
    assert "Mill Street" in ask("works", "list", "--all").out
    assert ask("works", "import", str(file), "--column", "street").status == 1


def test_a_second_reader_is_named_with_the_decision(ask: Ask, told: Path) -> None:
    options = ("--service", "Unauthorised encampments", "--as", "Ada")
    assert ask("decide", "b", "forward", *options, "--second", "Ada").status == 1
    assert ask("decide", "b", "forward", *options, "--second", "Bo").status == 0


def test_the_doctor_says_who_cannot_be_told(ask: Ask, told: Path, tmp_path: Path) -> None:
    file = tmp_path / "contacts.csv"
    file.write_text("area,deputy\nParking,d@b.example\n", encoding="utf-8")
    assert ask("areas", "contacts", str(file)).status == 0
    found = {f["what"]: f for f in ask("doctor", "--json").json}
    assert found["area Parking"]["state"] == "note"
    assert ask("decide", "b", "forward", "--service", "Permits and zones").status == 0
    found = {f["what"]: f for f in ask("doctor", "--json").json}
    assert found["area Parking"]["state"] == "fault"
    assert found["area Parking"]["says"].startswith("No address")
