"""The same story told many times is one row, unless a member has more to say."""

from __future__ import annotations

import pytest

from listener.store import Store
from listener.store.reading import Reader
from tests.listener.store.making import (
    FakeClock,
    heard,
    keep_one,
    reading,
    seat,
    taken,
)


def rows_of(reader: Reader) -> list[int]:
    return [int(r.key) for r in reader.rows("forward").rows + reader.rows("urgent").rows]


def test_a_member_that_adds_nothing_stands_under_the_first(
    store: Store, source: int, reader: Reader
) -> None:
    one = keep_one(store, source, "a", need=3.1)
    keep_one(store, source, "b", need=3.2, like=one)
    (row,) = reader.rows("forward").rows
    assert (row.key, row.stack_size) == (one, 2)
    assert reader.counts()["forward"] == 1


def test_the_worst_member_speaks_for_the_stack(store: Store, source: int, reader: Reader) -> None:
    one = keep_one(store, source, "a", need=3.2)
    worse = keep_one(store, source, "b", need=3.1, like=one)
    assert rows_of(reader) == [worse]


@pytest.mark.parametrize(
    "more", [{"grade": "hazard"}, {"places": ("Mill Lane",)}, {"question": True}]
)
def test_a_member_that_adds_danger_a_place_or_a_question_is_a_row_of_its_own(
    store: Store, source: int, reader: Reader, more: dict[str, object]
) -> None:
    one = keep_one(store, source, "a")
    other = keep_one(store, source, "b", like=one, **more)
    rows = reader.rows("forward").rows
    assert {r.key for r in rows} == {one, other}
    assert {r.stack_size for r in rows} == {2}


def test_a_member_that_says_less_but_is_needed_sooner_hurries_the_row_that_says_more(
    store: Store, source: int, reader: Reader
) -> None:
    full = keep_one(store, source, "a", need=3.5, places=("Mill Lane",))
    alone = keep_one(store, source, "b", need=3.4)
    keep_one(store, source, "c", need=3.1, like=full)
    assert rows_of(reader) == [full, alone]


def test_members_of_one_batch_are_stacked(store: Store, source: int, reader: Reader) -> None:
    def one(n: int, like: int | None) -> object:
        return taken(heard(id=f"m{n}", url=f"http://b.example/{n}"), like=like, need=3.0 + n)

    kept = store.keep(
        source, [one(0, None), one(1, -1), one(2, -2)], None, None, quiet=False  # type: ignore[list-item]
    )  # fmt: skip
    (row,) = reader.rows("forward").rows
    assert (row.key, row.stack_size) == (kept.keys[0], 3)


def test_a_decision_covers_the_members_present_and_no_later_one(
    store: Store, source: int, reader: Reader, clock: FakeClock
) -> None:
    one = keep_one(store, source, "a")
    two = keep_one(store, source, "b", like=one)
    store.decide([one], "forward", "Missed bin", "", "Amy")
    three = keep_one(store, source, "c", like=one)
    assert rows_of(reader) == [three]
    status = {e.key: (e.status, bool(e.decision)) for e in reader.exported()}
    assert status == {one: ("done", True), two: ("done", True), three: ("open", False)}
    assert "Missed bin" in store.standing(three).open_issue


def test_an_author_counts_once_and_the_nameless_as_one(
    store: Store, source: int, reader: Reader
) -> None:
    names = ["Jo", "Jo", "Al", "", ""]
    batch = [
        taken(
            heard(id=f"p{n}", url=f"http://b.example/{n}", author=name),
            like=-1 if n else None,
        )
        for n, name in enumerate(names)
    ]
    store.keep(source, batch, None, None, quiet=False)
    (row,) = reader.rows("forward").rows
    assert (row.stack_size, row.people) == (5, 3)


def test_a_new_text_that_names_a_danger_leaves_the_row_it_stood_under(
    store: Store, source: int, reader: Reader
) -> None:
    one = keep_one(store, source, "a")
    two = keep_one(store, source, "b", like=one)
    changed = taken(
        heard("Somebody is trapped", id="b"), view="urgent", need=0.1, grade="person",
        version_of=two,
    )  # fmt: skip
    assert store.keep(source, [changed], None, None, quiet=False).urgent == 1
    assert [r.key for r in reader.rows("urgent").rows] == [two]
    assert [r.key for r in reader.rows("forward").rows] == [one]


def test_a_danger_that_comes_into_a_decided_text_opens_it_again(
    store: Store, source: int, reader: Reader
) -> None:
    one = keep_one(store, source, "a")
    two = keep_one(store, source, "b", like=one, need=3.5)
    store.decide([one], "no_reply", "", "", "Amy")
    changed = taken(
        heard("Somebody is trapped", id="a"), view="urgent", need=0.1, grade="person",
        version_of=one,
    )  # fmt: skip
    store.keep(source, [changed], None, None, quiet=False)
    assert [r.key for r in reader.rows("urgent").rows] == [one]
    assert [r.key for r in reader.rows("done").rows] == [two]
    detail = reader.detail(one)
    assert detail.decision is not None
    assert "opened again" in detail.history[-1].what


def test_a_new_reading_brings_a_hidden_danger_out(
    store: Store, source: int, reader: Reader
) -> None:
    one = keep_one(store, source, "a")
    two = keep_one(store, source, "b", like=one)
    store.reread(two, reading(grade="hazard"))
    store.seat([seat(one, "forward"), seat(two, "urgent", 0.2)])
    assert [r.key for r in reader.rows("urgent").rows] == [two]


def test_a_walk_that_makes_a_member_the_worst_lets_it_speak(
    store: Store, source: int, reader: Reader
) -> None:
    keys = [keep_one(store, source, "a", need=3.1)]
    keys += [keep_one(store, source, i, need=3.2, like=keys[0]) for i in ("b", "c")]
    needs = (3.9, 3.8, 3.7)
    store.seat([seat(k, "forward", n) for k, n in zip(keys, needs, strict=True)])
    assert rows_of(reader) == [keys[2]]
    assert reader.counts()["forward"] == 1


def test_when_a_row_leaves_nobody_who_says_more_is_left_under_the_next(
    store: Store, source: int, reader: Reader
) -> None:
    hand = store.source_for("Added by hand", "by_hand").key
    full = keep_one(store, hand, "a", need=3.0, grade="words", places=("Mill Lane",))
    plain = keep_one(store, source, "b", need=3.1, like=full)
    words = keep_one(store, source, "c", need=3.2, like=full, grade="words")
    assert rows_of(reader) == [full]
    store.undo("Amy")  # what was added by hand is taken away again
    assert rows_of(reader) == [plain, words]
