"""What lies around a mention, and how it is found."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

from listener.mention import Heard, MentionKey
from listener.store import Store
from listener.store.around import around
from listener.store.reading import Reader
from tests.listener.store.making import START, FakeClock, heard, taken


def keep(store: Store, source: int, mention: Heard, **more: object) -> MentionKey:
    return store.keep(
        source, [taken(mention, **more)], None, None, quiet=False  # type: ignore[arg-type]
    ).keys[0]  # fmt: skip


def said(n: int, **more: object) -> Heard:
    return heard(f"number {n}", id=f"m{n}", url=f"http://b.example/{n}", **more)


POST = "http://tipley.example/post"


def test_what_was_said_before_it_in_the_thread_is_found_oldest_first(
    store: Store, source: int, reader: Reader
) -> None:
    root = keep(store, source, heard("the post", id="root", url=POST))
    first, mine, later = (keep(store, source, said(n, thread=POST)) for n in (1, 2, 3))
    keep(store, source, said(4))
    found = reader.around(mine)
    assert [r.key for r in found.before] == [root, first]
    assert found.in_thread == 3
    assert [r.key for r in found.after] == [later]
    assert [r.key for r in reader.around(root).after] == [first, mine, later]


def test_of_a_long_thread_the_nearest_fifty_are_shown(
    store: Store, source: int, reader: Reader
) -> None:
    keys = [keep(store, source, said(n, thread=POST)) for n in range(60)]
    found = reader.around(keys[-1])
    assert [r.key for r in found.before] == keys[9:59]
    assert found.in_thread == 59


def test_what_is_alike_shares_category_place_and_fourteen_days(
    store: Store, source: int, reader: Reader, clock: FakeClock
) -> None:
    keep(store, source, said(1), places=["Mill Lane"])
    now = clock.later(days=15)
    keep(store, source, said(6), places=["Mill Lane"])  # heard today, said long ago
    near = keep(store, source, said(2, published=now), places=["Mill Lane", "Coseford"])
    keep(store, source, said(3), places=["Park Lane"])
    keep(store, source, said(4))
    mine = keep(store, source, said(5, published=now), places=["Mill Lane"])
    found = reader.around(mine)
    assert [r.key for r in found.alike] == [near]
    assert (found.alike_in_all, found.open, found.places) == (1, 1, ("Mill Lane",))


def test_members_of_the_stack_are_not_told_twice(store: Store, source: int, reader: Reader) -> None:
    first = keep(store, source, said(1), places=["Mill Lane"])
    second = keep(store, source, said(2), places=["Mill Lane"], like=first)
    assert reader.around(second).alike == ()


def test_handoffs_near_it_are_open_issues(store: Store, source: int, reader: Reader) -> None:
    keys = [keep(store, source, said(n), places=["Mill Lane"]) for n in range(4)]
    store.decide(keys[:2], "forward", "Missed bin", "", "Amy")
    found = reader.around(keys[3])
    (issue,) = found.issues
    assert (issue.service, issue.by, issue.mentions, issue.at) == ("Missed bin", "Amy", 2, START)
    assert found.open == 1
    store.undo("Amy")
    assert reader.around(keys[3]).issues == ()
    assert reader.around(keys[3]).open == 3


def test_old_texts_are_kept_and_told(store: Store, source: int, reader: Reader) -> None:
    mention = said(1)
    key = keep(store, source, mention)
    store.keep(source, [taken(replace(mention, text="number one"), version_of=key)], None, None,
               quiet=False)  # fmt: skip
    (old,) = reader.around(key).old_texts
    assert (old.at, old.text) == (START, "number 1")


def test_what_is_not_kept_has_nothing_around_it(reader: Reader) -> None:
    assert reader.around(MentionKey(9)).before == ()


def test_no_query_walks_the_whole_database(store: Store, source: int, tmp_path: Path) -> None:
    key = keep(store, source, said(1, thread=POST), places=["Mill Lane"])
    asked: list[str] = []
    conn = sqlite3.connect(tmp_path / "listener.db")
    conn.set_trace_callback(asked.append)
    around(conn, key)
    conn.set_trace_callback(None)
    for sql in asked:
        plan = [row[3] for row in conn.execute(f"EXPLAIN QUERY PLAN {sql}")]
        assert not [p for p in plan if p.startswith(("SCAN m", "SCAN t", "SCAN d"))], (sql, plan)
    near = next(sql for sql in asked if "places FROM triage" in sql)
    plan = [row[3] for row in conn.execute(f"EXPLAIN QUERY PLAN {near}")]
    assert any("triage_near" in p for p in plan), plan
    conn.close()


def test_agreement_is_counted_over_what_was_decided(
    store: Store, source: int, reader: Reader, clock: FakeClock
) -> None:
    keys = [keep(store, source, said(n)) for n in range(10)]
    store.decide(keys[:9], "forward", "", "", "Amy")
    assert reader.walked()[0] == {}
    store.decide(keys[9:], "watch", "", "", "Amy")
    clock.later(minutes=2)
    agreed, asked = reader.walked()
    assert agreed[("council", "ask", "no")].percent == 90
    assert asked["g_scope"].startswith("Is it about the council")
