"""Stacks taken apart and joined by hand, as they are kept and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from listener.errors import Known
from listener.store import Store
from listener.store.reading import Reader
from tests.listener.store.making import FakeClock, keep_one, open_store
from tests.listener.store.saying import say, seated, undone


def test_a_member_taken_out_stays_out_and_comes_back_by_undo_after_a_restart(
    tmp_path: Path, clock: FakeClock
) -> None:
    store = open_store(tmp_path, clock)
    source = store.add_source("Voice", "http://b.example/feed").key
    one = say(store, source, "a")
    two = say(store, source, "b", like=one)
    three = say(store, source, "c", like=one)
    seated(store, store.aside.split(one, "Amy"))  # it founded the stack
    reader = Reader(tmp_path / "listener.db", clock)
    assert (reader.row(one).stack_size, reader.row(two).stack_size) == (1, 2)
    assert {r.key for r in reader.rows("forward").rows} == {one, two}
    assert reader.afoot(one).apart
    four = say(store, source, "d", like=two)
    assert (reader.row(one).stack_size, reader.row(four).stack_size) == (1, 3)
    store.close()
    store = open_store(tmp_path, clock)
    assert undone(store) == "put back into its stack"
    assert reader.row(one).stack_size == 4
    assert {k: reader.row(k).stack_size for k in (two, three, four)} == {two: 4, three: 4, four: 4}
    assert not reader.afoot(one).apart
    reader.close()
    store.close()


def test_what_stands_alone_cannot_be_taken_out(store: Store, source: int) -> None:
    with pytest.raises(Known):
        store.aside.split(keep_one(store, source), "Amy")


def test_what_was_taken_out_draws_others_to_it_last(store: Store, source: int) -> None:
    bands = (1, 2, 3, 4)
    one = say(store, source, "a", bands=bands)
    two = say(store, source, "b", like=one, bands=bands)
    three = say(store, source, "c", like=one, bands=(1, 2))
    store.aside.split(one, "Amy")
    (found,) = store.likely([bands], [None])
    assert [c.key for c in found] == [two, three, one]


def test_two_stories_joined_by_hand_are_one_row_and_two_again_by_undo(
    store: Store, source: int, reader: Reader
) -> None:
    one, two = say(store, source, "a"), say(store, source, "b")
    three = say(store, source, "c", like=two)
    seated(store, store.aside.join([two], one, "Amy"))
    assert {reader.row(k).stack_size for k in (one, two, three)} == {3}
    assert [r.key for r in reader.rows("forward").rows] == [one]
    since = say(store, source, "d", like=two)
    undone(store)
    assert {k: reader.row(k).stack_size for k in (two, three)} == {two: 2, three: 2}
    assert reader.row(since).stack_size == 2  # what came since stays where it was put
    assert {r.key for r in reader.rows("forward").rows} == {one, two}
    with pytest.raises(Known):
        store.aside.join([three], two, "Amy")


def test_no_danger_hides_in_a_stack_joined_by_hand(
    store: Store, source: int, reader: Reader
) -> None:
    one = say(store, source, "a")
    danger = say(store, source, "b", view="urgent", grade="person")
    store.aside.join([danger], one, "Amy")
    assert [r.key for r in reader.rows("urgent").rows] == [danger]
    assert reader.row(danger).stack_size == 2
