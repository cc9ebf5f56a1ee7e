"""What is taken back, how far, and what is not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from listener.errors import Known, NothingToUndo
from listener.store import Store
from listener.store.reading import Reader
from tests.listener.store.making import START, FakeClock, keep_one
from tests.listener.store.saying import say, seated, undone


def test_several_things_are_taken_back_one_after_the_other(
    store: Store, source: int, reader: Reader
) -> None:
    key = say(store, source, "a")
    store.star([key], True, "Amy")
    store.aside.note([key], "hm", "Amy")
    seated(store, store.aside.mute([key], None, "", "Amy"))
    store.snooze([key], START + timedelta(hours=1), "Amy")
    store.decide([key], "answer", "", "", "Amy")
    said = [undone(store) for _ in range(5)]
    assert [s.split()[0] for s in said] == ["Answer", "snooze", "the", "the", "star"]
    row = reader.row(key)
    assert (row.view, row.starred, row.decided) == ("forward", False, "")
    with pytest.raises(NothingToUndo):
        store.undo("Amy")


def test_what_was_done_on_another_day_is_not_taken_back_by_chance(
    store: Store, source: int, reader: Reader, clock: FakeClock
) -> None:
    key = keep_one(store, source)
    store.decide([key], "forward", "", "", "Amy")
    clock.later(hours=14)  # 23:00
    clock.later(days=1)
    with pytest.raises(NothingToUndo, match="Fri 20 Nov 09:00"):
        store.undo("Amy")
    assert reader.row(key).view == "done"


def test_a_source_paused_or_removed_by_mistake_comes_back(store: Store, source: int) -> None:
    store.pause_source("Voice", True)
    store.remove_source("Voice")
    assert store.source_records() == []
    assert store.undo("Amy").said == "the source Voice is heard again"
    assert [r.paused for r in store.source_records()] == [True]
    assert store.undo("Amy").beyond == {"sources"}
    assert [r.paused for r in store.source_records()] == [False]


def test_a_removed_source_does_not_come_back_over_another_of_its_name(
    store: Store, source: int
) -> None:
    store.remove_source("Voice")
    store.add_source("Voice", "http://b.example/other")
    with pytest.raises(Known, match="another source has that name"):
        store.undo("Amy")
