"""A spike that known works explain says so, and calls nobody where the supervisor wants that."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from listener.commands import Change, RemoveWork, SetWork
from listener.spike import KnownWork, Spike, SpikeCard, WorkKey
from tests.listener.calendar import emptied
from tests.listener.spikes.days import STORM, Days, days_of, midnight

GAS = "Gas main renewal, Brackengas, to 1 December, two-way lights"
WHOLE = f"{GAS}: explains all of it: it is on Wolverton Road, and no other place is named"


@pytest.fixture
def days(tmp_path: Path) -> Iterator[Days]:
    """Some ordinary days, and nothing on the calendar."""
    with days_of(tmp_path) as town:
        town.ordinary(7, 16)
        emptied(tmp_path / "profile")
        yield town


def known(days: Days, street: str = "Wolverton Road") -> KnownWork:
    starts, ends = days.now - timedelta(days=3), datetime(2026, 12, 1, 12, tzinfo=days.now.tzinfo)
    work = KnownWork(
        WorkKey(0), "works", "G1", "Brackengas", street, "Gas main renewal", starts, ends,
        "two-way lights",
    )  # fmt: skip
    kept: KnownWork = days.desk.ask(SetWork(work, "Amy")).result()
    return kept


def storm(days: Days, posts: int = 14) -> None:
    begins = midnight(days.now) + timedelta(hours=8)
    days.storm(begins, STORM, posts, 1)
    days.count(begins + timedelta(hours=1, minutes=30))


def one(days: Days) -> Spike:
    (spike,) = days.spikes()
    return spike


def card(days: Days) -> SpikeCard:
    reader = days.desk.reader()
    try:
        return reader.spike_card(one(days).key)
    finally:
        reader.close()


def test_a_spike_that_known_works_explain_says_so_and_calls_all_the_same(days: Days) -> None:
    known(days)
    storm(days)
    assert one(days).explained == WHOLE
    assert [(w.sentence, why) for w, why in card(days).works] == [
        (GAS, "explains all of it: it is on Wolverton Road, and no other place is named")
    ]
    assert len(days.told) == 1


def test_it_calls_nobody_where_the_supervisor_wants_that_and_its_card_says_why(days: Days) -> None:
    days.desk.ask(Change("works_calm", True)).result()
    work = known(days)
    storm(days)
    assert one(days).status == "open"
    assert days.told == []
    (line,) = [h for h in card(days).history if "calls nobody, as is set" in h]
    assert "explains all of it" in line
    days.desk.ask(RemoveWork(work.key)).result()
    days.count()
    assert one(days).explained == ""
    assert len(days.told) == 1


def test_works_elsewhere_explain_nothing_and_those_that_come_later_are_seen(days: Days) -> None:
    days.desk.ask(Change("works_calm", True)).result()
    known(days, "Park Lane")
    storm(days)
    assert one(days).explained == ""
    assert len(days.told) == 1
    known(days)
    days.count()
    assert "explains" in one(days).explained


def test_where_several_name_another_place_too_it_calls(days: Days) -> None:
    days.desk.ask(Change("works_calm", True)).result()
    known(days)
    text = "Roadworks on Wolverton Road, and now the queue is back to Station Road, ridiculous"
    days.storm(midnight(days.now) + timedelta(hours=8), (*STORM[:4], text), 20, 1)
    days.count(days.now + timedelta(minutes=30))
    assert "part of it" in one(days).explained
    assert len(days.told) == 1
