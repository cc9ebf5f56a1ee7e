"""Noticing waits for a calm moment, works in short turns, and never stops hearing."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from listener import events, noticing
from listener.bench import Bench
from listener.errors import ProfileUnusable
from listener.mention import MentionKey
from listener.noticing import Noticing, judging_of
from listener.settings import Settings
from listener.store import Store
from rules.raising import Floors
from tests.listener.store.making import START, FakeClock, open_store
from tests.listener.store.test_counting import of, put, weeks


class Bench_:  # noqa: N801 - stands for a bench
    """What noticing needs of a bench."""

    def __init__(self, store: Store, clock: FakeClock) -> None:
        self.store, self.clock, self.settings = store, clock, Settings()
        self.published: list[events.Event] = []

    def publish(self, event: events.Event) -> None:
        self.published.append(event)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench_]:
    clock = FakeClock()
    store = open_store(tmp_path, clock)
    yield Bench_(store, clock)
    store.close()


@pytest.fixture
def moment(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A clock of the machine that runs only when it is told to."""
    stands = SimpleNamespace(now=100.0)
    monkeypatch.setattr(noticing, "time", SimpleNamespace(monotonic=lambda: stands.now))
    return stands


@pytest.fixture
def walked() -> list[MentionKey]:
    return []


@pytest.fixture
def room(bench: Bench_, walked: list[MentionKey]) -> Noticing:
    def again(keys: Iterable[MentionKey]) -> int:
        walked.extend(keys)
        return len(walked)

    return Noticing(cast(Bench, bench), again, True)


def source(bench: Bench_) -> int:
    return bench.store.source_for("Voice", "files").key


def storm(bench: Bench_, people: int = 12) -> None:
    """An hour about the roadworks that is going on, heard live after two weeks."""
    import random

    put(bench.store, source(bench), weeks(random.Random(2))[:160], quiet=True)
    now = [of(f"now {n}", START - timedelta(minutes=5 * n), f"n{n}") for n in range(people)]
    put(bench.store, source(bench), now)


def turns(room: Noticing, bench: Bench_, moment: SimpleNamespace, most: int = 200) -> None:
    for _ in range(most):
        moment.now += 1
        room.tick(bench.clock())


def test_what_is_new_is_counted_in_a_calm_moment(
    room: Noticing, bench: Bench_, moment: SimpleNamespace
) -> None:
    storm(bench)
    room.tick(bench.clock())
    assert bench.store.spikes.pending()
    moment.now += 0.3
    put(bench.store, source(bench), [of("more", START, "m")])
    room.tick(bench.clock())
    moment.now += 0.3
    room.tick(bench.clock())
    assert bench.store._db.execute("SELECT count(*) FROM heed").fetchone() == (0,)
    turns(room, bench, moment)
    assert not bench.store.spikes.pending()


def test_a_turn_is_short_and_the_rest_is_done_in_the_next(
    room: Noticing, bench: Bench_, moment: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(noticing, "MENTIONS", 5)
    storm(bench)
    room.tick(bench.clock())
    moment.now += 5
    moments = iter(x * 0.02 + moment.now for x in range(10_000))
    monkeypatch.setattr(noticing, "time", SimpleNamespace(monotonic=lambda: next(moments)))
    assert room.tick(bench.clock()) == bench.clock()
    counted = bench.store._db.execute("SELECT count(*) FROM counted_as").fetchone()[0]
    assert 0 < counted <= 20


def test_an_open_spike_is_told_and_its_mentions_are_walked_again(
    room: Noticing, bench: Bench_, moment: SimpleNamespace, walked: list[MentionKey]
) -> None:
    storm(bench)
    turns(room, bench, moment)
    assert events.SpikesChanged() in bench.published
    assert len(walked) >= 10
    told = [e for e in bench.published if isinstance(e, events.SpikeRaised)]
    assert told == []
    bench.clock.later(minutes=11)
    turns(room, bench, moment, 2)
    (told_,) = [e for e in bench.published if isinstance(e, events.SpikeRaised)]
    assert told_.title == "Roadworks · Mill Lane"
    assert "resident" not in told_.title.lower()


def test_where_nobody_is_there_it_is_told_of_the_next_time(
    bench: Bench_, moment: SimpleNamespace
) -> None:
    storm(bench)
    alone = Noticing(cast(Bench, bench), lambda keys: 0, False)
    turns(alone, bench, moment)
    bench.clock.later(minutes=11)
    turns(alone, bench, moment, 2)
    alone.close(5)
    assert not any(isinstance(e, events.SpikeRaised) for e in bench.published)
    Noticing(cast(Bench, bench), lambda keys: 0, True).settle()
    assert any(isinstance(e, events.SpikeRaised) for e in bench.published)


def test_a_fault_is_told_once_and_hearing_goes_on(
    room: Noticing, bench: Bench_, moment: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> bool:
        raise ProfileUnusable("The disk is full.")

    storm(bench)
    with monkeypatch.context() as broken:
        broken.setattr(type(bench.store.spikes), "count_some", full)
        turns(room, bench, moment, 5)
        bench.clock.later(minutes=6)
        turns(room, bench, moment, 5)
    faults = [e for e in bench.published if isinstance(e, events.Fault)]
    assert faults == [events.Fault("The disk is full.")]
    bench.clock.later(minutes=6)
    turns(room, bench, moment)
    assert not bench.store.spikes.pending()


def test_a_busy_new_source_is_not_taken_for_a_spike(
    room: Noticing, bench: Bench_, moment: SimpleNamespace
) -> None:
    bench.clock.now = START - timedelta(days=20)
    put(bench.store, source(bench), [of("old", bench.clock(), "a")])
    bench.clock.now = START
    new = bench.store.source_for("New forum", "files").key
    said = [
        of(f"chat {n}", START - timedelta(minutes=45 * n), f"f{n}", category="Bins", places=())
        for n in range(8)
    ]
    put(bench.store, new, said)
    turns(room, bench, moment)
    assert bench.store._db.execute("SELECT count(*) FROM spike").fetchone() == (0,)


def test_settings_say_how_it_is_judged() -> None:
    judging = judging_of(Settings(spike_sensitivity="calm", spike_posts=9, spike_people=6))
    assert judging.floors == Floors(9, 6)
    assert judging.sensitivity == "calm"
    assert judging.pace.repeat == timedelta(hours=2)


def test_a_turn_of_a_settled_profile_costs_next_to_nothing(room: Noticing, bench: Bench_) -> None:
    storm(bench)
    room.settle()
    began = time.perf_counter()
    for _ in range(200):
        room.tick(bench.clock())
    assert time.perf_counter() - began < 0.5
