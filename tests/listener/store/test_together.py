"""Hazards of one type at one place stand as one row of Urgent; nothing hides in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from listener.mention import Danger, Grade, MentionKey, ServiceGuess
from listener.store import Store
from listener.store.reading import Reader
from rules.urgent import WayOut
from tests.listener.store.making import START, FakeClock, heard, seat, taken

ICE = "Gritting and winter service"
LANE = ("Mill Lane",)


def told(
    store: Store,
    source: int,
    name: str,
    *,
    grade: Grade = "hazard",
    type_: str = "road",
    service: str = ICE,
    places: tuple[str, ...] = LANE,
    need: float = 0.2,
    hours: float = 0,
    question: bool = False,
) -> MentionKey:
    """One post in Urgent, unlike any other in its words."""
    said = START + timedelta(hours=hours)
    mention = heard(id=name, url=f"http://b.example/{name}", author=name, published=said)
    item = taken(mention, view="urgent", need=need, grade=grade, places=places, question=question)
    read = replace(
        item.reading,
        danger=Danger(grade, "“ice”", type_),
        services=(ServiceGuess(service, "Highways", 0.9, "“ice”"),) if service else (),
    )
    kept = store.keep(source, [replace(item, reading=read)], None, None, quiet=False)
    return kept.keys[0]


def leads(reader: Reader) -> list[int]:
    return [int(r.key) for r in reader.rows("urgent").rows]


def test_many_posts_of_one_hazard_are_one_row_that_says_how_many(
    store: Store, source: int, reader: Reader
) -> None:
    keys = [told(store, source, f"p{n}", need=0.2 + n / 1e6, hours=n / 10) for n in range(23)]
    (row,) = reader.rows("urgent").rows
    assert (row.key, row.stack_size, row.people) == (keys[0], 23, 23)
    assert reader.counts()["urgent"] == 1
    assert reader.detail(keys[5]).history[1].what == (
        f"joined to a stack: the same type of hazard (road), {ICE}, at Mill Lane within 12 hours"
    )


@pytest.mark.parametrize(
    "more",
    [
        {"grade": "person", "type_": "medical"},
        {"type_": "collapse"},
        {"service": "Trees and hedges"},
        {"service": ""},
        {"places": ("Park Lane",)},
        {"places": ("Mill Lane", "Park Lane")},
        {"places": ()},
        {"hours": 13},
        {"question": True},
    ],
)
def test_whoever_adds_something_is_a_row_of_its_own(
    store: Store, source: int, reader: Reader, more: dict[str, object]
) -> None:
    one = told(store, source, "one")
    other = told(store, source, "other", **more)  # type: ignore[arg-type]
    assert sorted(leads(reader)) == [one, other]


def test_two_persons_at_risk_at_one_place_are_two_rows(
    store: Store, source: int, reader: Reader
) -> None:
    both = [told(store, source, n, grade="person", type_="medical") for n in ("a", "b")]
    assert leads(reader) == both


def test_the_one_that_is_needed_soonest_speaks(store: Store, source: int, reader: Reader) -> None:
    told(store, source, "unsure", need=0.6)
    sure = told(store, source, "sure", need=0.2)
    assert leads(reader) == [sure]


def test_a_way_out_covers_those_present_and_what_comes_later_waits_anew(
    store: Store, source: int, reader: Reader
) -> None:
    keys = [told(store, source, n) for n in ("a", "b")]
    way = WayOut("passed_on", "Amy", START, "Highways duty desk", "phone")
    store.urgent.let_out([keys[0]], way, "", "", "forward")
    later = told(store, source, "later", hours=1)
    assert leads(reader) == [later]
    done = {e.key for e in reader.exported() if e.status == "done"}
    assert done == set(keys)


def test_a_row_that_somebody_looks_at_takes_no_more_in(
    store: Store, source: int, reader: Reader
) -> None:
    one = told(store, source, "one")
    store.urgent.note([one], "looking", "Amy", "Amy is looking")
    two = told(store, source, "two")
    three = told(store, source, "three")
    assert sorted(leads(reader)) == [one, two]
    assert [r.stack_size for r in reader.rows("urgent").rows if r.key == two] == [2]
    assert three not in leads(reader)


def test_a_member_that_turns_out_to_be_somebody_at_risk_leaves_the_row(
    store: Store, source: int, reader: Reader
) -> None:
    one = told(store, source, "one")
    two = told(store, source, "two")
    store.urgent.raise_([two], "Amy")
    store.seat([seat(two, "urgent", 0.1)])
    assert leads(reader) == [two, one]


def test_what_is_taken_out_by_hand_stays_out_and_draws_nobody(
    store: Store, source: int, reader: Reader, clock: FakeClock
) -> None:
    one = told(store, source, "one")
    two = told(store, source, "two")
    store.aside.split(two, "Amy")
    assert sorted(leads(reader)) == [one, two]
    three = told(store, source, "three", need=0.3)
    assert sorted(leads(reader)) == [one, two]
    (row,) = (r for r in reader.rows("urgent").rows if r.key == one)
    assert row.stack_size == 2
    assert three > two
