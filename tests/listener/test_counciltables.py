"""Places, services and members from tables: what was understood, and line by line what was not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from listener.council import Member, NamedPlace, faults_of, for_tier, short_of
from listener.councilfile import shipped_council
from listener.counciltables import table_read, written


def test_members_are_read_from_a_pasted_list() -> None:
    read = table_read(
        "members", "Cllr Ada Thistle, @ada, Hedgerow\n\nOsric Penny; Lantern\n", False
    )
    assert read.members == (
        Member("Ada Thistle", ("@ada",), "Hedgerow"),
        Member("Osric Penny", (), "Lantern"),
    )
    assert read.faults == ()


def test_a_member_without_a_name_is_told_by_its_line() -> None:
    read = table_read("members", "Ada Thistle\n@nobody, Hedgerow\n", False)
    assert len(read.members) == 1
    assert read.faults == ((2, "it gives no name."),)


def test_members_are_read_from_a_table_with_a_heading() -> None:
    read = table_read(
        "members", "Party,Councillor,Twitter,Ward\nLantern,Ada T,adat @b,North\n", False
    )
    assert read.members == (Member("Ada T", ("@adat", "@b"), "Lantern"),)
    assert read.columns == ("Ward",)


def test_places_that_are_understood_are_read_though_others_are_not() -> None:
    read = table_read(
        "places", "name,kind,colour\nMill Lane,,red\n,road,\nTollgate island,,\n", False
    )
    assert [(p.name, p.kind) for p in read.places] == [
        ("Mill Lane", "road"), ("Tollgate island", "junction"),
    ]  # fmt: skip
    assert read.faults == ((3, "it gives no name."),)
    assert read.columns == ("colour",)


@pytest.mark.parametrize(
    ("which", "text", "says"),
    [
        ("places", "street code,colour\n1,red\n", "no column “name”"),
        ("places", "", "empty"),
        ("services", "name\nBins\n", "no column service_area and none category"),
        ("services", "service_area\tcategory\nWaste\t\n", "it gives no category"),
        ("services", "service_area\tcategory\nWaste\tBins\nParks\tBins\n", "more than once"),
    ],
)
def test_what_is_no_such_table_is_said_in_words(which: str, text: str, says: str) -> None:
    read = table_read(which, text, "\t" in text)  # type: ignore[arg-type]
    assert any(says in why for _, why in read.faults)


@pytest.mark.parametrize("which", ["places", "services", "members"])
def test_what_we_write_we_read_again(which: str) -> None:
    council = shipped_council()
    read = table_read(which, written(which, council), True)  # type: ignore[arg-type]
    assert getattr(read, which) == getattr(council, which)
    assert read.faults == ()


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("name", " ", "name"),
        ("tier", "kingdom", "none of"),
        ("site", "larkford.example", "https://"),
        ("contact", "somebody", "e-mail"),
        ("handles", ("@a b",), "space"),
    ],
)
def test_a_wrong_field_of_the_council_is_named(field: str, value: object, says: str) -> None:
    council = replace(shipped_council(), **{field: value})  # type: ignore[arg-type]
    ((named, why),) = faults_of(council)
    assert named == field
    assert says in why


def test_the_sample_council_is_sound() -> None:
    assert faults_of(shipped_council()) == ()
    assert isinstance(shipped_council().places[0], NamedPlace)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Larkford District Council", "Larkford"),
        ("London Borough of Tipley", "Tipley"),
        ("City of Coseford Council", "Coseford"),
        ("Brackenford Metropolitan Borough Council", "Brackenford"),
        ("Council", "Council"),
    ],
)
def test_the_short_name_is_what_people_say(name: str, short: str) -> None:
    assert short_of(name) == short


def test_what_another_tier_does_is_not_ours() -> None:
    services = shipped_council().services
    ours = {tier: sum(s.ours for s in for_tier(services, tier)) for tier in ("unitary", "district")}
    assert ours["district"] < ours["unitary"] == sum(s.ours for s in services)
