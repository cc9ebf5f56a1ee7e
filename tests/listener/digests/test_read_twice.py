"""A digest of something sensitive goes only where a second person has read it, and says who did."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from listener.commands import BuildDigest, Change, SendDigest
from listener.desk import Desk
from listener.errors import Known
from listener.handoff import Delivery, Digest
from listener.profile import DATABASE
from listener.spike import SpikeKey
from tests.listener.digests.test_digesting import look, opened, ticking
from tests.listener.digests.town import Clock, hand_over, one, town

AREA = "the area is marked as sensitive"
CAMPS = "it is about people who are easily known and easily harmed"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    with opened(town(tmp_path, clock, sensitive=True), clock) as made:
        yield made


def built(desk: Desk) -> Digest:
    made: Digest = desk.ask(BuildDigest(spike=SpikeKey(1), by="Amy")).result()
    return made


def test_no_one_key_sends_it_and_the_reason_is_said(desk: Desk, tmp_path: Path) -> None:
    made = built(desk)
    assert made.twice == AREA
    assert look(desk, lambda r: r.digest(made.key)).twice == AREA
    assert look(desk, lambda r: r.preview_digest("", SpikeKey(1))).twice == AREA
    with pytest.raises(Known, match=f"No one key sends this: {AREA}. Please say who has read it"):
        desk.ask(SendDigest(made.key, by="Amy")).result()
    assert one(tmp_path, "SELECT count(*) FROM delivery") == [(0,)]


def test_the_sender_is_no_second_reader_nor_is_a_stranger_to_the_officers(desk: Desk) -> None:
    made = built(desk)
    with pytest.raises(Known, match=r"somebody else has to read it. Nothing was sent"):
        desk.ask(SendDigest(made.key, by="Amy", second=" amy ")).result()
    desk.ask(Change("officers", "Amy, Ben")).result()
    with pytest.raises(Known, match="Zed is not among the officers"):
        desk.ask(SendDigest(made.key, by="Amy", second="Zed")).result()


def test_read_by_two_it_goes_and_its_acts_say_so(desk: Desk) -> None:
    made = built(desk)
    sent: Delivery = desk.ask(SendDigest(made.key, by="Amy", second="Ben")).result()
    assert sent.log[0][1].endswith("; Ben read it besides.")
    acts = [(by, what) for _, by, what in look(desk, lambda r: r.digest(made.key)).acts]
    assert acts == [("Amy", "written"), ("Ben", "read besides, so that it may go")]


def test_a_spike_of_a_sensitive_service_is_read_by_two_whatever_its_area(
    tmp_path: Path, clock: Clock
) -> None:
    folder = town(tmp_path, clock)
    with closing(sqlite3.connect(folder / DATABASE)) as db, db:
        db.execute("UPDATE spike SET category = 'Unauthorised encampments'")
    with opened(folder, clock) as desk:
        assert look(desk, lambda r: r.preview_digest("Highways and transport", SpikeKey(1))).twice
        made: Digest = desk.ask(
            BuildDigest("Highways and transport", SpikeKey(1), by="Amy")
        ).result()
        assert made.twice == CAMPS
        with pytest.raises(Known, match=CAMPS):
            desk.ask(SendDigest(made.key)).result()


def test_such_a_spike_stands_in_no_digest_of_its_area(tmp_path: Path, clock: Clock) -> None:
    folder = town(tmp_path, clock)
    hand_over(folder, clock())
    with opened(folder, clock) as desk:
        area = "Highways and transport"
        assert "Wolverton" in look(desk, lambda r: r.preview_digest(area, None)).plain
        with closing(sqlite3.connect(folder / DATABASE)) as db, db:
            db.execute(
                "UPDATE spike SET category = 'Unauthorised encampments', title = 'Camps · The Rec'"
            )
        assert "The Rec" not in look(desk, lambda r: r.preview_digest(area, None)).plain


def test_an_ordinary_one_needs_nobody_else(tmp_path: Path, clock: Clock) -> None:
    with opened(town(tmp_path, clock), clock) as desk:
        made = built(desk)
        assert made.twice == ""
        assert desk.ask(SendDigest(made.key)).result().state == "opened"


def test_a_standing_instruction_never_sends_such_a_spike(tmp_path: Path, clock: Clock) -> None:
    folder = town(tmp_path, clock, standing="Signed by the supervisor, 2 November 2026")
    hand_over(folder, clock(), spike=True)
    with closing(sqlite3.connect(folder / DATABASE)) as db, db:
        db.execute("UPDATE spike SET category = 'Unauthorised encampments'")
    assert ticking(folder, clock, "smtp") == []
    assert one(folder, "SELECT state FROM digest") == [("draft",)]
