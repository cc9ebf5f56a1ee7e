"""Held publicity, as it is kept and taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from listener.errors import Known
from listener.store import Store
from listener.store.reading import Reader
from tests.listener.store.making import START, FakeClock


def test_publicity_is_held_ended_and_held_again(
    store: Store, reader: Reader, clock: FakeClock
) -> None:
    assert reader.publicity() is None
    store.aside.hold("a storm", START + timedelta(hours=4), "Amy")
    store.aside.hold("a death in the council", START + timedelta(hours=2), "Ben")
    hold = reader.publicity()
    assert hold is not None
    assert (hold.by, hold.why) == ("Ben", "a death in the council")
    assert store.undo("Amy").beyond == {"publicity"}
    hold = reader.publicity()
    assert hold is not None
    assert hold.why == "a storm"
    store.aside.end_hold("Amy")
    assert reader.publicity() is None
    with pytest.raises(Known):
        store.aside.end_hold("Amy")
    store.undo("Amy")
    assert reader.publicity() is not None
    assert store.aside.expire(clock.later(hours=4)) == ((), True)
    assert reader.publicity() is None
    assert store.aside.expire(clock.later(hours=1)) == ((), False)
