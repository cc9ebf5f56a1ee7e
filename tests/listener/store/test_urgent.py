"""What the store keeps of possible dangers, and what it will not blank."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from listener.errors import Known, NotFound
from listener.mention import Correction, MentionKey
from listener.store import Store
from listener.store.reading import Reader
from listener.store.schema import APPLICATION_ID, migrations
from tests.listener.store.making import FakeClock, heard, keep_one, poll, taken


def test_what_is_urgent_or_held_is_not_blanked(store: Store, source: int) -> None:
    urgent = keep_one(store, source, "u", view="urgent", grade="person")
    held = keep_one(store, source, "h")
    store.urgent.hold([held], "a threat", "Amy")
    for key in (urgent, held):
        with pytest.raises(Known, match="Nothing was erased"):
            store.block(key, "deleted by its author")
    store.urgent.end_hold([held], "over", "Amy")
    store.block(held, "deleted by its author")


def test_a_new_text_that_names_a_danger_has_its_clock_from_then(
    store: Store, source: int, reader: Reader, clock: FakeClock
) -> None:
    (key,) = poll(store, source, [heard("The bins were missed")])
    at = clock.later(hours=2)
    sifted = store.sift(source, [heard("The bins were missed and it smells of gas")])
    new = [taken(m, version_of=k, view="urgent", grade="hazard") for k, m in sifted.changed]
    store.keep(source, new, None, None, quiet=False)
    mark = reader.row(key).urgent
    assert mark is not None
    assert mark.due is not None
    assert (mark.due - at).total_seconds() == 900


def test_what_is_not_there_is_not_held_raised_or_noted(store: Store) -> None:
    nobody = [MentionKey(99)]
    for do in (
        lambda: store.urgent.hold(nobody, "why", "Amy"),
        lambda: store.urgent.end_hold(nobody, "why", "Amy"),
        lambda: store.urgent.raise_(nobody, "Amy"),
        lambda: store.urgent.note(nobody, "rang", "Amy", "rang 999"),
        lambda: store.urgent.note(nobody, "looking", "Amy", "looks"),
        lambda: store.urgent.gave(nobody[0], "Amy", "gave"),
    ):
        with pytest.raises(NotFound):
            do()


def test_what_is_forgotten_takes_all_of_it_along(store: Store, tmp_path: Path) -> None:
    key = keep_one(store, store.source_for("Added by hand", "by_hand").key, "h")
    store.urgent.note([key], "rang", "Amy", "rang 999")
    store.urgent.hold([key], "why", "Amy")
    for _ in range(3):
        store.undo("Amy")
    conn = sqlite3.connect(tmp_path / "listener.db")
    for table in ("urgent_act", "way_out", "alarm", "hold"):
        assert conn.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table
    conn.close()


def test_a_database_of_the_second_version_can_be_looked_at_and_is_brought_up_to_date(
    tmp_path: Path, clock: FakeClock
) -> None:
    path = tmp_path / "listener.db"
    conn = sqlite3.connect(path)
    db = Database(conn, recursive_triggers=False)
    migrations.apply(db, stop_before="0003-urgent")
    conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    conn.execute("PRAGMA user_version = 2")
    conn.execute(
        "INSERT INTO source (name, address, kind, channel, allow_private, paused) "
        "VALUES ('Voice', '', 'feed', '', 0, 0)"
    )
    conn.commit()
    conn.close()
    reader = Reader(path, clock)
    assert reader.alarms().waiting == ()
    assert reader.rows("urgent").rows == ()
    reader.close()
    store = Store.open(path, clock=clock)
    key = keep_one(store, 1, view="urgent", grade="person")
    store.urgent.note([key], "looking", "Amy", "looks")
    store.close()


def test_no_danger_is_decided_with_a_milder_member_of_its_row(store: Store, source: int) -> None:
    lead = keep_one(store, source, "d", view="urgent", grade="person", need=0.1)
    under = keep_one(store, source, "m", view="answer", need=4.0, like=lead)
    assert store.urgent.among([under]) == (under,)
    assert store.replies.seat_of(under) == ("urgent", "")


def test_what_is_urgent_already_keeps_its_clock_when_somebody_raises_it(
    store: Store, source: int, reader: Reader, clock: FakeClock
) -> None:
    key = keep_one(store, source, "d", view="urgent", grade="person")
    quiet = keep_one(store, source, "q")
    clock.later(minutes=10)
    store.urgent.raise_([quiet], "Amy")
    before = [reader.row(k).urgent for k in (key, quiet)]
    clock.later(minutes=4)
    store.urgent.raise_([key, quiet], "Amy")
    assert [reader.row(k).urgent for k in (key, quiet)] == before


def test_a_correction_taken_back_gives_the_clock_back(
    store: Store, source: int, clock: FakeClock
) -> None:
    key = keep_one(store, source, "d")
    raised = clock.later(minutes=10)
    store.correct(key, Correction("danger", "person", "Amy"))
    assert store.standing(key).raised_at == raised
    store.undo("Amy")
    assert store.standing(key).raised_at is None
