"""Corrections: kept, taken back after a restart too, and a database from before there were any."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from listener.errors import Known, NotFound
from listener.mention import Correction, MentionKey, What
from listener.store import Store
from listener.store.reading import Reader
from listener.store.schema import VERSION
from rules.asleep import Afoot, Asleep
from tests.listener.store.making import (
    START,
    FakeClock,
    heard,
    keep_one,
    made_older,
    open_store,
    reading,
    seat,
    taken,
)


def by_amy(what: What, value: str, more: str = "") -> Correction:
    return Correction(what, value, "Amy", more)


GARDEN = by_amy("service", "Garden waste", "Waste and recycling")


def test_a_correction_is_what_every_reader_sees_and_the_reading_itself_stays(
    store: Store, source: int, reader: Reader, tmp_path: Path
) -> None:
    key = keep_one(store, source)
    store.correct(key, GARDEN)
    store.correct(key, by_amy("place", "Park Lane", "road"))
    row, detail, (out,) = reader.row(key), reader.detail(key), reader.exported()
    assert (row.category, row.area) == ("Garden waste", "Waste and recycling")
    assert detail.reading == out.reading == store.standing(key).reading
    assert detail.reading.best is not None
    assert detail.reading.best.because == "Amy says so"
    assert reader.rows(search="category:garden place:park area:recycling").total == 1
    assert [h.what for h in detail.history[-2:]] == [
        "corrected the service: Garden waste, was Missed bin",
        "corrected the place: Park Lane added",
    ]
    conn = sqlite3.connect(tmp_path / "listener.db")
    (data,) = conn.execute("SELECT data FROM reading").fetchone()
    conn.close()
    assert "Amy" not in data


def test_corrections_that_stand_are_told_for_learning(
    store: Store, source: int, reader: Reader, clock: FakeClock
) -> None:
    key = keep_one(store, source)
    store.correct(key, GARDEN)
    clock.later(minutes=1)
    store.correct(key, by_amy("service", "Street cleaning", "Streets"))
    store.correct(key, by_amy("place", "Park Lane", "road"))
    store.correct(key, by_amy("place", "Mill Lane", "road"))
    at = clock()
    assert list(reader.corrections()) == [
        ("Voice:a1", "service", "Garden waste", "Street cleaning", "Amy", at),
        ("Voice:a1", "place", "", "Park Lane", "Amy", at),
        ("Voice:a1", "place", "Park Lane", "Mill Lane", "Amy", at),
    ]
    for _ in range(3):
        store.undo("Amy")
    assert list(reader.corrections()) == [
        ("Voice:a1", "service", "Missed bin", "Garden waste", "Amy", START)
    ]
    assert reader.row(key).category == "Garden waste"
    assert store.undo("Ben").said == "the correction of the service taken back"
    assert list(reader.corrections()) == []
    assert reader.detail(key).reading == reading()


def test_nothing_is_learned_of_what_was_erased(store: Store, source: int, reader: Reader) -> None:
    key = keep_one(store, source)
    store.correct(key, GARDEN)
    store.block(key, "asked for on the telephone")
    assert list(reader.corrections()) == []


def test_a_correction_is_taken_back_after_a_restart(tmp_path: Path, clock: FakeClock) -> None:
    store = open_store(tmp_path, clock)
    key = keep_one(store, store.add_source("Voice", "http://b.example/feed").key)
    store.correct(key, by_amy("tone", "positive"))
    store.close()
    store = open_store(tmp_path, clock)
    assert store.standing(key).reading.tone.label == "positive"
    assert store.undo("Ben").keys == (key,)
    assert store.standing(key).reading == reading()
    store.close()


def test_a_new_reading_keeps_the_corrections(store: Store, source: int, reader: Reader) -> None:
    key = keep_one(store, source)
    store.correct(key, GARDEN)
    store.reread(key, reading(places=("Mill Lane",)))
    assert reader.row(key).category == "Garden waste"
    new = taken(heard("The bins were missed, both", id="a1"), version_of=key)
    store.keep(source, [new], None, None, quiet=False)
    detail = reader.detail(key)
    assert (detail.versions, detail.row.category) == (2, "Garden waste")


def test_a_danger_in_a_new_text_is_not_hidden_by_what_was_said_of_the_old(
    store: Store, source: int, reader: Reader
) -> None:
    key = keep_one(store, source)
    store.correct(key, by_amy("danger", "none"))
    store.correct(key, GARDEN)
    worse = taken(heard("Somebody is trapped", id="a1"), version_of=key, grade="person")
    assert store.corrections_for(key, worse.reading) == (GARDEN,)
    rose = replace(worse, view="urgent")
    assert store.keep(source, [rose], None, None, quiet=False).urgent == 1
    assert reader.row(key).grade == "person"
    assert "old text" in reader.detail(key).history[-1].what
    store.undo("Amy")  # of the service
    store.undo("Amy")  # of the danger, which stands no longer: nothing comes back
    assert reader.row(key).grade == "person"
    assert list(reader.corrections()) == []


@pytest.mark.parametrize("value", ["none", "words"])
def test_nothing_in_urgent_is_corrected_away(
    store: Store, source: int, reader: Reader, value: str
) -> None:
    read = keep_one(store, source, "r", view="urgent", grade="hazard")
    answered = keep_one(store, source, "y", view="urgent", grade="words")
    for key in (read, answered):
        with pytest.raises(Known, match="leaves Urgent only"):
            store.correct(key, by_amy("danger", value))
    assert list(reader.corrections()) == []
    store.decide([read], "no_reply", "", "Read, nobody at risk: a play", "Amy")
    store.correct(read, by_amy("danger", value))
    assert reader.row(read).grade == value


def test_what_was_put_away_comes_back_for_a_person_at_risk_and_goes_again(
    store: Store, source: int, reader: Reader, clock: FakeClock
) -> None:
    key = keep_one(store, source)
    under = keep_one(store, source, "b", need=4.0, like=key)
    store.snooze([key], clock.later(hours=1), "Amy")
    store.correct(key, by_amy("danger", "person"))
    store.seat([seat(key, "urgent", 0.1)])
    assert (reader.row(key).view, reader.row(under).view) == ("urgent", "snoozed")
    assert (reader.counts()["urgent"], reader.counts()["snoozed"]) == (1, 1)
    store.undo("Amy")
    assert (reader.row(key).view, reader.row(key).grade) == ("snoozed", "none")
    assert (reader.counts()["urgent"], reader.counts()["snoozed"]) == (0, 2)


def test_an_unknown_mention_is_not_corrected(store: Store) -> None:
    with pytest.raises(NotFound):
        store.correct(MentionKey(99), GARDEN)


def test_what_was_added_by_hand_leaves_with_its_corrections(
    store: Store, reader: Reader, tmp_path: Path
) -> None:
    key = keep_one(store, store.source_for("Added by hand", "by_hand").key, "h")
    store.correct(key, GARDEN)
    store.undo("Amy")
    store.undo("Amy")
    conn = sqlite3.connect(tmp_path / "listener.db")
    assert conn.execute("SELECT count(*) FROM correction").fetchone() == (0,)
    conn.close()


@pytest.fixture
def of_version_1(tmp_path: Path, clock: FakeClock) -> MentionKey:
    """A database as the first version made it, with one mention; its key."""
    now = tmp_path / "now.db"
    store = Store.open(now, clock=clock)
    key = keep_one(store, store.add_source("Voice", "http://b.example/feed").key)
    store.star([key], True, "Amy")
    store.close()
    made_older(now, tmp_path / "listener.db", "0002-corrections")
    return key


def test_a_database_of_the_first_version_is_brought_up_to_date(
    tmp_path: Path, clock: FakeClock, of_version_1: MentionKey
) -> None:
    store = open_store(tmp_path, clock)
    threads = sqlite3.connect(tmp_path / "listener.db")
    assert threads.execute("SELECT count(*) FROM thread_of").fetchone()[0] > 0
    threads.close()
    assert "star" in store.undo("Amy").said  # what was done before can be taken back
    store.correct(of_version_1, GARDEN)
    reader = Reader(tmp_path / "listener.db", clock)
    assert reader.row(of_version_1).category == "Garden waste"
    reader.close()
    store.close()
    conn = sqlite3.connect(tmp_path / "listener.db")
    assert conn.execute("PRAGMA user_version").fetchone() == (VERSION,)
    conn.close()


def test_a_database_of_the_first_version_can_be_looked_at_as_it_lies(
    tmp_path: Path, clock: FakeClock, of_version_1: MentionKey
) -> None:
    reader = Reader(tmp_path / "listener.db", clock)
    assert reader.detail(of_version_1).reading == reading()
    assert [r.key for r in reader.rows("forward").rows] == [of_version_1]
    assert [e.key for e in reader.exported()] == [of_version_1]
    assert list(reader.corrections()) == []
    assert (reader.afoot(of_version_1), reader.asleep()) == (Afoot(), Asleep())
    assert reader.publicity() is None
    assert [r.key for r in reader.rows(search="bins tone:<1 after:90d").rows] == [of_version_1]
    assert (reader.rows("done").total, reader.done_today(), reader.starred()) == (0, 0, 1)
    assert reader.saved_searches() == ()
    store = open_store(tmp_path, clock)  # and while it is looked at, it is brought up to date
    store.star([of_version_1], False, "Amy")
    assert not reader.row(of_version_1).starred
    store.close()
    reader.close()
