"""Counting is right whatever order it comes in, whatever is put right, and wherever it stops."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from listener.mention import Correction, MentionKey, Said, ServiceGuess
from listener.store import Store, Taken
from listener.store.spikeshelf import Judging
from tests.listener.store.making import START, FakeClock, heard, open_store, taken

ROAD = "Mill Lane"


def of(
    text: str,
    at: datetime | None,
    author: str,
    *,
    category: str = "Roadworks",
    kind: str = "complaint",
    places: Sequence[str] = (ROAD,),
    like: int | None = None,
    **more: object,
) -> Taken:
    """A mention read as this, without a reader."""
    mention = heard(text, id=text, author=author, published=at, url="", **more)
    made = taken(mention, places=places, like=None if like is None else MentionKey(like))
    read = replace(
        made.reading,
        services=(ServiceGuess(category, "Highways", 0.9, "read"),) if category else (),
        kind=Said(kind, "read"),
    )
    return replace(made, reading=read)


def put(
    store: Store, source: int, items: Sequence[Taken], quiet: bool = False
) -> tuple[MentionKey, ...]:
    return store.keep(source, items, None, None, quiet=quiet).keys


def settle(store: Store) -> None:
    while store.spikes.pending():
        if store.spikes.count_some(50) or store.spikes.go_through_some(5):
            continue
        store.spikes.gather_some(Judging())


def counted(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """All that follows from the counts, without the numbers that rows have."""
    of_series = {
        key: (category, place)
        for key, category, place in store._db.execute("SELECT key, category, place FROM series")
    }
    heeds = store._db.execute("SELECT series, quarter, mention, person, counted, quiet FROM heed")
    episodes = store._db.execute("SELECT series, began, last, data FROM episode WHERE fresh < 2")
    spikes = store._db.execute(
        "SELECT title, began, posts, people, usual_low, usual_high, sureness FROM spike "
        "WHERE absorbed_by IS NULL AND json_extract(data, '$.dismissed') IS NULL"
    )
    return {
        "heed": sorted((of_series[s], *rest) for s, *rest in heeds),
        "episode": sorted((of_series[s], *rest) for s, *rest in episodes),
        "spike": sorted(tuple(row) for row in spikes),
    }


def anew(store: Store) -> None:
    """Forgets every count and counts all of it again."""
    for table in ("series", "heed", "counted_as", "recount", "checkpoint", "episode",
                  "spike", "spike_mention", "spike_act"):  # fmt: skip
        store._db.execute(f"DELETE FROM {table}")
    store._db.execute("UPDATE counting SET through = 0")
    store._db.conn.commit()
    settle(store)


def figures(found: dict[str, list[tuple[object, ...]]]) -> list[tuple[object, ...]]:
    """The episodes, to a tenth: a state that was kept is rounded a little."""
    rows = [(*row[:3], json.loads(str(row[3]))) for row in found["episode"]]
    return [(*row[:3], [round(x, 1) for x in row[3]]) for row in rows]


def weeks(chance: random.Random, posts: int = 160) -> list[Taken]:
    """Two weeks with a storm in them, in the order in which they were said."""
    found = [
        of(f"post {n}", START - timedelta(days=n % 14, hours=chance.uniform(0.5, 13)), f"p{n % 60}",
           category=chance.choice(("Roadworks", "Missed bin", "")),
           places=chance.choice(((), (ROAD,), ("High Street",))))
        for n in range(posts)
    ]  # fmt: skip
    begins = START - timedelta(hours=62)
    found += [of(f"storm {n}", begins + timedelta(minutes=5 * n), f"s{n}") for n in range(20)]
    return found


@pytest.fixture
def many() -> list[Taken]:
    return weeks(random.Random(3))


def test_a_storm_is_found_in_what_was_said(store: Store, source: int, many: list[Taken]) -> None:
    put(store, source, many)
    settle(store)
    ((title, _, posts, people, *_),) = counted(store)["spike"]
    assert title == "Roadworks · Mill Lane"
    assert 18 <= posts <= 24
    assert people >= 18


@pytest.mark.parametrize("seed", range(3))
def test_counts_and_spikes_are_the_same_whatever_the_order(
    store: Store, source: int, seed: int, many: list[Taken]
) -> None:
    chance = random.Random(seed)
    chance.shuffle(many)
    while many:
        now, many = many[:20], many[20:]
        put(store, source, now)
        if chance.random() < 0.6:
            settle(store)
    settle(store)
    stood = counted(store)
    anew(store)
    fresh = counted(store)
    assert (fresh["heed"], fresh["spike"]) == (stood["heed"], stood["spike"])
    assert figures(fresh) == figures(stood)


@pytest.mark.parametrize("seed", range(3))
def test_counts_are_right_after_whatever_officers_put_right(
    store: Store, source: int, seed: int, many: list[Taken]
) -> None:
    chance = random.Random(seed)
    keys = put(store, source, many)
    settle(store)
    for _ in range(30):
        key = chance.choice(keys)
        what = chance.choice(("service", "place", "kind", "name", "block", "undo", "join"))
        if what == "block":
            store.block(key, "asked for")
        elif what == "name":
            store.blank_author(key, "asked for")
        elif what == "undo":
            if store.setting("did"):
                store.undo("Amy")
                store.set_setting("did", "")
        elif what == "join":
            other = chance.choice(keys)
            if store.stack_facts(key) and key != other:
                stacks = {
                    store._db.execute("SELECT stack FROM triage WHERE mention = ?", [k])
                    .fetchone()[0] for k in (key, other)
                }  # fmt: skip
                if len(stacks) == 2:
                    store.aside.join([key], other, "Amy")
        else:
            value = {"service": "Missed bin", "place": "Park Lane", "kind": "news"}[what]
            store.correct(key, Correction(what, value, "Amy"))  # type: ignore[arg-type]
            store.set_setting("did", "yes")
        if chance.random() < 0.3:
            settle(store)
    settle(store)
    stood = counted(store)
    anew(store)
    fresh = counted(store)
    assert stood["heed"] == fresh["heed"]
    assert figures(stood) == figures(fresh)


def test_a_killed_count_goes_on_where_it_was(tmp_path: Path, many: list[Taken]) -> None:
    clock = FakeClock()
    store = open_store(tmp_path, clock)
    source = store.add_source("Voice", "http://b.example/feed").key
    put(store, source, many)
    for step in range(60):
        shelf = store.spikes
        if not (shelf.count_some(20) or shelf.go_through_some(1)):
            shelf.gather_some(Judging())
        if step % 3 == 0:
            store._db.conn.close()  # as a kill leaves it: nothing is put away
            store = open_store(tmp_path, clock)
    settle(store)
    stood = counted(store)
    anew(store)
    fresh = counted(store)
    assert (fresh["heed"], fresh["spike"]) == (stood["heed"], stood["spike"])
    assert figures(fresh) == figures(stood)
    store.close()


def test_a_number_given_out_again_is_counted_again(store: Store, source: int) -> None:
    hand = store.source_for("By hand", "by_hand").key
    put(store, source, [of("one", START, "a")])
    put(store, hand, [of("two", START, "b")])
    settle(store)
    store.undo("Amy")  # takes the mention that was added by hand away altogether
    settle(store)
    put(store, source, [of("three", START - timedelta(hours=2), "c", category="Missed bin")])
    settle(store)
    stood = counted(store)
    anew(store)
    fresh = counted(store)
    assert (fresh["heed"], fresh["spike"]) == (stood["heed"], stood["spike"])
    assert figures(fresh) == figures(stood)


def test_what_has_no_trusted_date_is_not_counted(store: Store, source: int) -> None:
    put(store, source, [of("undated in a first fetch", None, "a")], quiet=True)
    put(store, source, [of("doubted", None, "b", date_fault="its dates are not trusted")])
    put(store, source, [of("undated, and just heard", None, "c")])
    settle(store)
    assert {m for _, _, m, *_ in counted(store)["heed"]} == {3}


def test_a_withdrawn_mention_counts_no_more_until_it_is_back(store: Store) -> None:
    hand = store.source_for("By hand", "by_hand").key
    (key,) = put(store, hand, [of("one", START, "a")])
    settle(store)
    store.shelf.withdraw(key, "a slip", "Amy")
    settle(store)
    assert counted(store)["heed"] == []
    store.shelf.bring_back(key, "Amy")
    settle(store)
    assert len(counted(store)["heed"]) == 4


def test_copies_without_a_name_count_once_and_residents_each(store: Store, source: int) -> None:
    (first,) = put(store, source, [of("same", START, "", channel="news_feed")])
    for n in range(4):
        put(store, source, [of(f"same {n}", START, f"The Paper {n}", channel="news_feed",
                               like=first)])  # fmt: skip
    put(store, source, [of(f"same, says {n}", START, f"r{n}", like=first) for n in range(3)])
    settle(store)
    people = {row[3] for row in counted(store)["heed"]}
    assert len(people) == 4
    names = [json.dumps(row) for row in store._db.execute("SELECT * FROM heed")]
    assert not any("Paper" in n for n in names)


def test_the_sample_town_leaves_no_count_behind(store: Store) -> None:
    sample = store.add_source("S", "http://127.0.0.1:9/", sample=True).key
    put(store, sample, weeks(random.Random(1)))
    settle(store)
    store.forget_sample()
    settle(store)
    assert not any(counted(store).values())
