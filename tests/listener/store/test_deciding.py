"""What officers do, and taking it back, also after the program was started again."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from listener.errors import Known, NotFound, NothingToUndo
from listener.mention import Correction, MentionKey
from listener.store import Store
from listener.store.reading import Reader
from tests.listener.store.making import START, FakeClock, keep_one, open_store, seat


def test_a_decision_keeps_who_when_what_and_why(store: Store, source: int, reader: Reader) -> None:
    key = keep_one(store, source)
    (made,) = store.decide([key], "forward", "Missed bin", "third week", "Amy")
    assert (made.by, made.at, made.outcome, made.note) == ("Amy", START, "forward", "third week")
    detail = reader.detail(key)
    assert detail.decision == made
    assert detail.verdict.outcome == "forward"
    assert (detail.history[-1].by, "third week" in detail.history[-1].what) == ("Amy", True)


def test_undo_after_a_restart_opens_the_whole_row_again(tmp_path: Path, clock: FakeClock) -> None:
    store = open_store(tmp_path, clock)
    source = store.add_source("Voice", "http://b.example/feed").key
    one = keep_one(store, source, "a")
    two = keep_one(store, source, "b", like=one)
    store.decide([one], "forward", "", "", "Amy")
    store.close()
    store = open_store(tmp_path, clock)
    assert set(store.undo("Ben").keys) == {one, two}
    reader = Reader(tmp_path / "listener.db", clock)
    assert [e.status for e in reader.exported()] == ["open", "open"]
    assert [e.decision for e in reader.exported()] == [None, None]
    reader.close()
    store.close()


def test_an_earlier_decision_stands_again_when_the_later_is_taken_back(
    store: Store, source: int, reader: Reader
) -> None:
    key = keep_one(store, source)
    store.decide([key], "forward", "", "", "Amy")
    store.decide([key], "no_reply", "", "", "Ben")
    store.undo("Ben")
    detail = reader.detail(key)
    assert detail.decision is not None
    assert (detail.decision.outcome, detail.row.decided, detail.row.view) == (
        "forward", "forward", "done",
    )  # fmt: skip


def test_an_answer_is_kept_with_its_name_and_taken_back(store: Store, source: int) -> None:
    key = keep_one(store, source)
    store.answer(key, "ours", True, "Amy")
    assert store.standing(key).answers == {"ours": (True, "Amy")}
    store.undo("Amy")
    assert store.standing(key).answers == {}


def test_nothing_to_undo_is_said(store: Store) -> None:
    with pytest.raises(NothingToUndo):
        store.undo("Amy")


def test_an_unknown_mention_changes_nothing(store: Store, source: int, reader: Reader) -> None:
    key = keep_one(store, source)
    with pytest.raises(NotFound):
        store.decide([key, MentionKey(99)], "forward", "", "", "Amy")
    assert reader.row(key).view == "forward"
    with pytest.raises(NothingToUndo):
        store.undo("Amy")


def test_a_snoozed_row_wakes_when_its_time_has_come(
    store: Store, source: int, reader: Reader, clock: FakeClock
) -> None:
    key = keep_one(store, source)
    store.snooze([key], START + timedelta(hours=2), "Amy")
    assert reader.row(key).view == "snoozed"
    assert store.wake(clock.later(hours=1)) == ()
    assert store.wake(clock.later(hours=1)) == (key,)
    # Killed before it was walked again, it is woken once more at the next beat.
    assert store.wake(clock.later(minutes=1)) == (key,)
    store.seat([seat(key, "forward")])
    assert (store.wake(clock.later(minutes=1)), reader.row(key).view) == ((), "forward")


def test_a_danger_and_what_was_decided_cannot_be_put_away(store: Store, source: int) -> None:
    urgent = keep_one(store, source, "u", view="urgent", grade="person")
    under = keep_one(store, source, "v", view="forward", need=5.0, like=urgent)
    done = keep_one(store, source, "d")
    store.decide([done], "forward", "", "", "Amy")
    with pytest.raises(Known):
        store.snooze([urgent, under, done], START + timedelta(hours=2), "Amy")
    assert store.standing(under).status == "open"


def test_taking_a_star_back_touches_nothing_else(
    store: Store, source: int, reader: Reader, clock: FakeClock
) -> None:
    key = keep_one(store, source)
    store.snooze([key], START + timedelta(hours=1), "Amy")
    store.star([key], True, "Amy")
    store.wake(clock.later(hours=1))
    store.seat([seat(key, "answer")])
    store.undo("Amy")
    assert (reader.row(key).starred, reader.row(key).view) == (False, "answer")


def test_what_was_added_by_hand_can_be_taken_back(
    store: Store, source: int, reader: Reader
) -> None:
    heard_before = keep_one(store, source, "a", need=3.5)
    hand = store.source_for("Added by hand", "by_hand").key
    added = keep_one(store, hand, "h", need=3.1, like=heard_before)
    assert [r.key for r in reader.rows("forward").rows] == [added]
    store.undo("Amy")
    assert [r.key for r in reader.rows("forward").rows] == [heard_before]
    assert [e.key for e in reader.exported()] == [heard_before]
    assert keep_one(store, hand, "h") == added  # and it can be added anew


def test_the_sample_leaves_and_what_stood_under_it_stays(store: Store, reader: Reader) -> None:
    sample = store.add_source("Sample", "http://127.0.0.1:9/feed", sample=True).key
    real = store.add_source("Real", "http://b.example/feed").key
    first = keep_one(store, sample, "s")
    mine = keep_one(store, real, "r", need=4.0, like=first)
    store.forget_sample()
    assert [r.key for r in reader.rows("forward").rows] == [mine]
    assert [s.name for s in reader.sources()] == ["Real"]
    assert reader.rows(search="bins").total == 1


def test_nothing_of_the_sample_is_left_for_whatever_bears_its_numbers_next(
    store: Store, reader: Reader, tmp_path: Path
) -> None:
    sample = store.add_source("Sample", "http://127.0.0.1:9/feed", sample=True).key
    keys = [keep_one(store, sample, f"s{n}") for n in range(4)]
    until = START + timedelta(hours=1)
    store.aside.note(keys, "hm", "Amy")
    store.aside.mute(keys[:1], until, "", "Amy")
    store.aside.split(keep_one(store, sample, "t", like=keys[1]), "Amy")
    store.snooze(keys[1:2], until, "Amy", grows=2)
    store.replies.write(keys[2], "Hello.", "answer", "", "Amy", "")
    store.urgent.raise_(keys[3:], "Amy")
    store.urgent.note(keys[3:], "looking", "Amy", "looks")
    store.correct(keys[3], Correction("tone", "positive", "Amy"))
    store.aside.hold("to try it", until, "Amy")
    store.block(keys[0], "asked for")
    store.forget_sample()
    stays = {
        "blocked",
        "setting",
        "history",
        "counter",
        "counting",
    }  # what was done, and no numbers to reuse
    kept = {}
    with sqlite3.connect(tmp_path / "listener.db") as db:
        for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'"):
            if not table.startswith(("words", "_", "sqlite")) and table not in stays:
                kept[table] = db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    db.close()
    assert {table for table, n in kept.items() if n} == set()
