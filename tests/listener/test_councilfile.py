"""A council's own file, its places and its services are read, and faults are named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from listener import resources
from listener.council import NamedPlace
from listener.councilfile import read, read_areas, read_places, shipped_council
from listener.errors import NotFound, NotUnderstood

FULL = """
name = "Walsbury Borough Council"
short = "Walsbury"
handles = ["@Walsbury"]
pre_election_from = 2027-03-20
pre_election_to = "2027-05-06"

[[members]]
name = "Ann Other"
handles = ["@ann_other"]

[[places]]
name = "Mill Lane"
kind = "road"
nicknames = ["the Mill"]

[[consultations]]
name = "Parks"
words = ["park plan"]
opens = 2026-11-01
closes = 2026-11-30

[[false_claims]]
claim = "The baths close"
words = ["baths closing"]
review = 2027-01-01
"""


def test_a_whole_council_is_read() -> None:
    council = read(FULL)
    assert (council.name, council.short, council.sample) == (
        "Walsbury Borough Council",
        "Walsbury",
        False,
    )
    assert council.places == (NamedPlace("Mill Lane", "road", ("the Mill",)),)
    assert council.pre_election == (date(2027, 3, 20), date(2027, 5, 6))
    assert council.consultations[0].closes == date(2026, 11, 30)
    assert council.members[0].handles == ("@ann_other",)
    assert council.false_claims[0].review == date(2027, 1, 1)


def test_a_name_alone_is_a_council() -> None:
    assert read('name = "Walsbury"').short == "Walsbury"


@pytest.mark.parametrize(
    ("wrong", "line", "key"),
    [
        ('name = "x"\ncolour = "red"', 2, "colour"),
        ('short = "x"', 1, "name"),
        ("\nname = 3", 2, "name"),
        ('name = "x"\n\nhandles = "@x"', 3, "handles"),
        ('name = "x"\nsample = "yes"', 2, "sample"),
        ('name = "x"\nplaces = ["a"]', 2, "places"),
        ('name = "x"\n[[places]]\nname = "a"\n[[places]]\nname = "b"\nkind = "rd"', 6, "kind"),
        ('name = "x"\n[[places]]\nname = "a"\n[[places]]\nkind = "road"', 4, "name"),
        ('name = "x"\n[[members]]\nname = "a"\nemail = "a"', 4, "email"),
        (
            'name = "x"\n[[consultations]]\nname = "a"\nopens = 2026-02-01\ncloses = 2026-01-01',
            5,
            "closes",
        ),
        ('name = "x"\n[[false_claims]]\nclaim = "a"\nreview = "soon"', 4, "review"),
        ('name = "x"\npre_election_from = 2027-03-20', 1, "pre_election_to"),
        (
            'name = "x"\npre_election_from = 2027-03-20\npre_election_to = 2027-03-01',
            3,
            "pre_election_to",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_line(wrong: str, line: int, key: str) -> None:
    with pytest.raises(NotUnderstood) as fault:
        read(wrong)
    assert f"line {line}: “{key}”" in fault.value.sentence()
    assert fault.value.sentence().endswith("Nothing was changed.")


def test_what_is_no_toml_says_where() -> None:
    with pytest.raises(NotUnderstood, match="line 2"):
        read('name = "x"\n= 3')


def test_the_sample_council_is_whole_and_made_up() -> None:
    council = shipped_council()
    assert council.sample
    assert council.contact == ""
    assert len(council.members) == 10
    assert len({m.name for m in council.members}) == 10
    assert len(council.services) == 86
    assert {p.name for p in council.places if p.kind == "ward"} >= {
        "Tipley",
        "Old Hale",
        "Quarry Bank Hill",
    }
    named = {n for p in council.places for n in (p.name, *p.nicknames)}
    assert {"Wolverton Road", "the Wolverton", "Central Library", "M5 junction 2"} <= named
    assert len(council.consultations) >= 2
    assert 2 <= len(council.false_claims) <= 3
    assert all(c.answer and c.owner for c in council.false_claims)


def test_everything_in_the_description_of_the_town_is_in_its_file(shared: Path) -> None:
    told = (shared / "data" / "town.md").read_text(encoding="utf-8")
    council = shipped_council()
    missing = [p.name for p in council.places if p.name not in told]
    assert missing in ([], ["Wednesmere tip"])
    for handle in (*council.handles, *council.hashtags):
        assert handle in told


def test_places_are_read_as_other_lists_name_them(tmp_path: Path) -> None:
    file = tmp_path / "streets.csv"
    file.write_bytes(
        "Street name;Type;Also known as;Ward name\r\n"
        "Mill Lane;;the Mill|Milly;Old Hale\r\nCafé Quarter;Suburban area;;\r\n"
        "Tollgate island;;;\r\nMill Lane;;the Mill|Milly;Old Hale\r\n;;;\r\n"
        "North;Electoral ward;;\r\nA4123;;;\r\n".encode("cp1252")
    )
    assert read_places(file) == (
        NamedPlace("Mill Lane", "road", ("the Mill", "Milly"), "Old Hale"),
        NamedPlace("Café Quarter", "place"),
        NamedPlace("Tollgate island", "junction"),
        NamedPlace("North", "ward"),
        NamedPlace("A4123", "road"),
    )


@pytest.mark.parametrize("text", ["", "kind,ward\nroad,x\n", "name,kind\n,road\n", 'name\n"a\nb\n'])
def test_a_list_without_places_is_refused_in_words(tmp_path: Path, text: str) -> None:
    file = tmp_path / "places.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(NotUnderstood, match=r"Nothing was (changed|taken)\."):
        read_places(file)


@pytest.mark.parametrize("separator", ["\t", ","])
def test_services_are_read_with_tabs_or_commas(tmp_path: Path, separator: str) -> None:
    file = tmp_path / "areas.tsv"
    rows = (
        ("service_area", "category", "tier", "typical_phrases"),
        ("Roads", "Potholes", "all", "pothole|crater"),
    )
    file.write_text("\n".join(separator.join(row) for row in rows), encoding="utf-8")
    assert [(s.area, s.category, s.phrases) for s in read_areas(file)] == [
        ("Roads", "Potholes", ("pothole", "crater"))
    ]


def test_the_services_that_are_shipped_can_be_imported_again(tmp_path: Path) -> None:
    file = tmp_path / "services.tsv"
    file.write_text(resources.text("services/services.tsv"), encoding="utf-8")
    assert read_areas(file) == shipped_council().services


def test_other_tables_and_missing_files_are_refused_in_words(tmp_path: Path) -> None:
    file = tmp_path / "areas.csv"
    file.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(NotUnderstood, match="typical_phrases"):
        read_areas(file)
    with pytest.raises(NotFound, match="cannot be read"):
        read_places(tmp_path / "none.csv")
