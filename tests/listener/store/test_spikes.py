"""What is kept of spikes, for looking at: the card's facts, what is short, what fell silent."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from listener.errors import NotFound
from listener.sources.state import SourceState
from listener.store import Store
from listener.store.reading import Reader
from listener.store.spikeshelf import Judging
from tests.listener.store.making import START, FakeClock
from tests.listener.store.test_counting import of, put, settle, weeks

Look = Callable[[], Reader]


def live(store: Store, source: int, people: int = 12) -> None:
    """An hour about the roadworks that is going on, after two weeks."""
    put(store, source, weeks(random.Random(2))[:160], quiet=True)
    said = [of(f"now {n}", START - timedelta(minutes=5 * n), f"n{n}") for n in range(people)]
    put(store, source, said)
    settle(store)


def test_a_spike_is_read_with_its_mix_and_what_is_beside(
    store: Store, source: int, look: Look
) -> None:
    live(store, source)
    put(store, source, [of("a notice", START - timedelta(minutes=20), "", kind="notice")])
    settle(store)
    reader = look()
    (spike,) = reader.spikes("open")
    assert spike.title == "Roadworks · Mill Lane"
    assert (spike.mix, spike.beside) == ({"complaint": spike.posts}, {"notice": 1})
    assert len(reader.spike_keys(spike.key)) == spike.posts + 1
    assert reader.spike_counts() == {"open": 1, "acknowledged": 0, "ended": 0, "past": 0}
    assert reader.find_spike(spike.id.lower()) == spike.key
    assert reader.spike(spike.key) == spike
    assert reader.spike_history(spike.key)[0].what == "noticed"
    with pytest.raises(NotFound):
        reader.spike(99)
    with pytest.raises(NotFound):
        reader.find_spike("S99")


def test_bars_are_hours_with_what_is_usual_for_each(store: Store, source: int, look: Look) -> None:
    live(store, source)
    reader = look()
    (spike,) = reader.spikes("open")
    bars = reader.spike_bars(spike.key)
    assert len(bars) >= 16
    assert [b.at - bars[0].at for b in bars[:3]] == [timedelta(hours=n) for n in range(3)]
    assert sum(b.posts for b in bars if b.part) >= spike.posts
    assert all(0 <= b.low <= b.high <= 4 for b in bars)
    assert not bars[0].part


def test_a_count_is_short_where_a_window_overflowed_meanwhile(
    store: Store, source: int, look: Look
) -> None:
    live(store, source)
    assert not look().spikes("open")[0].short
    state = replace(SourceState(), short_at=START)
    put(store, source, [of("one more", START, "m")])
    store._db.execute("UPDATE source SET state = ? WHERE key = ?", [state.to_json(), source])
    settle(store)
    assert look().spikes("open")[0].short


def test_a_topic_that_fell_silent_is_told_of(
    store: Store, source: int, look: Look, clock: FakeClock
) -> None:
    said = [
        of(f"p{n}", START - timedelta(hours=2 * n), f"p{n}", category="Missed bin", places=())
        for n in range(300)
    ]
    put(store, source, said, quiet=True)
    settle(store)
    assert look().drops() == ()
    clock.later(days=6)
    (everything, bins) = sorted(look().drops(), key=lambda d: d.title)
    assert (everything.title, bins.title) == ("Everything heard", "Missed bin")
    assert bins.since <= START
    assert bins.a_day > 5


def test_a_spike_whose_posts_turn_out_to_be_others_is_gone(
    store: Store, source: int, look: Look
) -> None:
    live(store, source, 8)
    assert len(look().spikes()) == 1
    for n in range(8):
        key = look().find(f"now {n}")
        store.block(key, "asked for")
        store._db.execute("UPDATE triage SET kind = 'news' WHERE mention = ?", [key])
    settle(store)
    assert look().spikes() == ()


def test_a_calm_listener_has_no_weak_spike_from_then_on(
    store: Store, source: int, look: Look
) -> None:
    live(store, source, 6)
    store._db.execute("UPDATE episode SET fresh = 1")
    store._db.conn.commit()
    before = len(look().spikes())
    store.spikes.gather_some(Judging(sensitivity="calm"))
    assert len(look().spikes()) <= before
