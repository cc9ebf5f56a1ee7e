"""How an area stands: what bounced, what was never answered, what went to it by mistake."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from listener.desk import Desk
from listener.handoff import AreaState, Misroute
from listener.store.areas import contact_of
from listener.store.coding import micros
from listener.store.handoffread import addresses_in
from listener.store.reading import Reader
from tests.listener.store.making import START, FakeClock

WASTE, DESK_MAIL = "Waste and recycling", "waste.desk@brackenford.example"


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    Desk.open(tmp_path, workers=0, polling=False, clock=FakeClock()).close()
    conn = sqlite3.connect(tmp_path / "listener.db", isolation_level=None)
    yield conn
    conn.close()


def look(folder: Path) -> Reader:
    return Reader(folder / "listener.db", FakeClock())


def state(folder: Path, area: str = WASTE) -> AreaState:
    reader = look(folder)
    try:
        return reader.area(area)
    finally:
        reader.close()


def delivery(db: sqlite3.Connection, to: str, how: str, at: datetime) -> None:
    db.execute(
        "INSERT INTO delivery (purpose, addressees, subject, message_id, way, state, says, mail, "
        "at) VALUES ('digest', ?, '', ?, 'smtp', ?, '', '', ?)",
        [to, f"{at}{how}", how, micros(at)],
    )


def digest(db: sqlite3.Connection, key: int, at: datetime, how: str = "sent") -> None:
    db.execute(
        "INSERT INTO digest VALUES (?, ?, ?, NULL, 0, 0, '', '', '', '', '[]', ?, ?, '')",
        [key, f"t{key}", WASTE, how, micros(at)],
    )


def response(db: sqlite3.Connection, on: int, kind: str, at: datetime, whose: str = "") -> None:
    db.execute(
        "INSERT INTO response (digest, area, kind, at, by, said, whose, changed) "
        "VALUES (?, ?, ?, ?, '', '', ?, '')",
        [on, WASTE, kind, micros(at), whose],
    )


def handoff(
    db: sqlite3.Connection, key: int, category: str, moved: str = "", ended: datetime | None = None
) -> None:
    db.execute(
        "INSERT INTO handoff (key, area, role, category, mention, because, at, by, moved, ended) "
        "VALUES (?, ?, 'lead', ?, ?, '', ?, '', ?, ?)",
        [key, WASTE, category, key, micros(START), moved, micros(ended) if ended else None],
    )


def test_a_bounce_is_said_until_a_mail_arrives_again(
    db: sqlite3.Connection, tmp_path: Path
) -> None:
    delivery(db, f'["{DESK_MAIL.upper()}"]', "bounced", START - timedelta(days=2))
    found = state(tmp_path).health
    assert found[0].startswith("No address that works")
    assert found[1] == f"Mail to {DESK_MAIL} came back on 18 November."
    delivery(db, DESK_MAIL, "sent", START - timedelta(days=1))
    assert state(tmp_path).health == ()


def test_of_two_desks_of_one_mail_the_one_whose_mail_came_back_is_named(
    db: sqlite3.Connection, tmp_path: Path
) -> None:
    db.execute(
        "INSERT OR REPLACE INTO area VALUES (?, ?)",
        [WASTE, json.dumps({"area": WASTE, "addresses": [DESK_MAIL, "two@b.example"]})],
    )
    at = START - timedelta(days=1)
    delivery(db, json.dumps([DESK_MAIL, "two@b.example"]), "sent", at)
    for address, how in ((DESK_MAIL, "sent"), ("two@b.example", "bounced")):
        db.execute("INSERT INTO delivery_to VALUES (1, ?, ?, '', ?)", [address, how, micros(at)])
    told = [h for h in state(tmp_path).health if "came back" in h]
    assert told == ["Mail to two@b.example came back on 19 November."]
    db.execute("UPDATE delivery_to SET state = 'refused' WHERE address = ?", [DESK_MAIL])
    assert state(tmp_path).health[0].startswith("No address that works")


def test_thirty_days_without_an_answer_are_said(db: sqlite3.Connection, tmp_path: Path) -> None:
    digest(db, 1, START - timedelta(days=40))
    assert state(tmp_path).health == (
        "Silent for 40 days: nothing that was sent has been answered.",
    )
    response(db, 1, "ours", START - timedelta(days=39))
    assert state(tmp_path).health == ()
    digest(db, 2, START - timedelta(days=31))
    digest(db, 3, START - timedelta(days=3))
    assert "the last answer came on 12 October" in state(tmp_path).health[0]


def test_what_stands_in_a_digest_waits_no_more(db: sqlite3.Connection, tmp_path: Path) -> None:
    for key in (1, 2, 3):
        handoff(db, key, "Missed collections")
    digest(db, 1, START)
    db.execute("INSERT INTO digest_item VALUES (?, 1, 1)", [WASTE])
    db.execute("UPDATE handoff SET finished = 'fixed' WHERE key = 2")
    found = state(tmp_path)
    assert (found.waiting, found.open) == (1, 1)
    assert found.counts == {"waiting": 1, "told": 1, "finished": 1}
    db.execute("UPDATE digest SET state = 'dropped'")
    assert state(tmp_path).waiting == 2


def test_misroutes_are_counted_by_rule_and_month(db: sqlite3.Connection, tmp_path: Path) -> None:
    for key in (1, 2):
        handoff(db, key, "Fly-tipping", "Street scene", START)
    handoff(db, 3, "Fly-tipping", "Street scene", START - timedelta(days=1))
    handoff(db, 4, "Fly-tipping", "Parking", START - timedelta(days=30))
    for key in (5, 6):
        handoff(db, key, "Missed collections")
        db.execute("INSERT INTO digest_item VALUES (?, ?, 1)", [WASTE, key])
    digest(db, 1, START)
    response(db, 1, "not_ours", START, whose="the housing trust")
    response(db, 1, "ours", START)
    reader = look(tmp_path)
    assert reader.misroutes(date(2026, 11, 30)) == (
        Misroute("Fly-tipping", WASTE, "an officer moved it to Street scene", 2),
        Misroute(
            "Missed collections",
            WASTE,
            "the area said that it is not for them (the housing trust)",
            1,
        ),
    )
    assert reader.misroutes(date(2026, 12, 1)) == ()
    reader.close()


@pytest.mark.parametrize(
    ("kept", "found"),
    [('["a@b", " c@d "]', ("a@b", "c@d")), ("a@b, c@d", ("a@b", "c@d")), ("", ()), ("[]", ())],
)
def test_addresses_are_read_however_they_were_kept(kept: str, found: tuple[str, ...]) -> None:
    assert addresses_in(kept) == found


def test_a_contact_of_a_later_version_is_still_read() -> None:
    assert contact_of('{"area": "Parking", "pager": "1", "left": ["a@b"]}').left == ("a@b",)
