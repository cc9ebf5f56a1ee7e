"""Searches on what is kept: fields, dates, who decided, pages, and lists that follow from them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from listener.errors import Known
from listener.mention import Correction, MentionKey
from listener.store import Store
from listener.store.reading import Reader
from listener.store.records import Cursor
from tests.listener.store.making import START, FakeClock, heard, keep_one, taken


@pytest.fixture
def three(store: Store, source: int) -> tuple[MentionKey, ...]:
    """Said an hour, two days and forty days ago; the last is about a hazard in Mill Lane."""
    said = [
        taken(heard("The bins were left", id="bins", title="")),  # an hour ago
        taken(heard("A swan on the pond", id="swan", title="", published=START - timedelta(days=2)),
              places=("Swan Pond",)),
        taken(heard("A deep hole again", id="hole", title="", published=START - timedelta(days=40)),
              grade="hazard", places=("Mill Lane",), view="urgent"),
    ]  # fmt: skip
    return store.keep(source, said, None, None, quiet=False).keys


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("after:7d", {"bins", "swan"}),
        ("before:7d", {"hole"}),
        ("after:today", {"bins"}),
        ("after:yesterday before:today", set()),
        ("tone:<-0.3", {"bins", "swan", "hole"}),
        ("tone:>-0.3", set()),
        ("tone:annoyed", {"bins", "swan", "hole"}),
        ("tone:pleased OR place:mill", {"hole"}),
        ("bins OR is:urgent", {"bins", "hole"}),
        ("(swan OR hole) -place:mill", {"swan"}),
        ("place:(mill OR swan)", {"swan", "hole"}),
        ("-after:7d", {"hole"}),
        ("-(bins OR swan)", {"hole"}),
        ("is:open kind:complaint source:voice", {"bins", "swan", "hole"}),
        ("source:gazette", set()),
        ("service:missed area:waste", {"bins", "swan", "hole"}),
    ],
)
def test_fields_narrow_a_search(
    three: tuple[MentionKey, ...], reader: Reader, typed: str, found: set[str]
) -> None:
    page = reader.rows(search=typed)
    assert {r.id for r in page.rows} == found
    assert page.total == len(found)
    assert page.told == ""


def test_who_decided_is_found_and_no_longer_after_undo(
    store: Store, three: tuple[MentionKey, ...], reader: Reader
) -> None:
    store.set_setting("officer", "Amy")
    store.decide(three[:1], "forward", "", "", "Amy")
    store.decide(three[1:2], "no_reply", "", "", "Bea Duty")
    assert [r.key for r in reader.rows(search="by:me").rows] == [three[0]]
    assert [r.key for r in reader.rows(search="by:duty").rows] == [three[1]]
    assert [r.key for r in reader.rows(search="-by:amy is:done").rows] == [three[1]]
    store.undo("Amy")
    assert reader.rows(search="by:bea").total == 0


def test_a_corrected_tone_is_found_by_its_number(
    store: Store, three: tuple[MentionKey, ...], reader: Reader
) -> None:
    store.correct(three[0], Correction("tone", "positive", "Amy"))
    assert [r.key for r in reader.rows(search="tone:>0.5").rows] == [three[0]]
    store.undo("Amy")
    assert reader.rows(search="tone:>0.5").total == 0


def test_the_posts_of_a_spike_are_found_by_its_id(
    store: Store, three: tuple[MentionKey, ...], reader: Reader
) -> None:
    with store._writing() as db:
        db["spike"].insert(
            {"key": 7, "id": "S7", "title": "", "category": "", "area": "", "place": "Mill Lane",
             "status": "open", "began": 0, "noticed": 0, "posts": 2, "people": 2, "at_least": 0,
             "usual_low": 0, "usual_high": 1, "usual_words": "", "sureness": ""}
        )  # fmt: skip
        db["spike_mention"].insert({"spike": 7, "mention": three[2]})
    assert [r.id for r in reader.rows(search="spike:s7").rows] == ["hole"]
    assert reader.rows(search="spike:S8").total == 0


def test_what_is_read_as_words_is_said(reader: Reader, source: int) -> None:
    assert reader.rows(search="is:lost").told == "Read as words: is:lost."


def test_a_search_is_paged_and_shows_each_row_once(
    store: Store, source: int, reader: Reader
) -> None:
    keys = [keep_one(store, source, f"m{n}") for n in range(20)]
    # The first row speaks for members all through the list.
    for n in range(5):
        member = taken(heard("bins, me too", id=f"same{n}"), need=9.0, like=keys[0])
        store.keep(source, [member], None, None, quiet=False)
        keys += [keep_one(store, source, f"n{n}")]
    seen: list[MentionKey] = []
    after: Cursor | None = None
    while True:
        page = reader.rows(search="bins", limit=4, after=after)
        assert page.total == 25
        seen += [r.key for r in page.rows]
        after = page.next
        if after is None:
            break
    assert len(seen) == 25
    assert sorted(seen) == sorted(keys)
    assert seen[:2] == [keys[-1], keys[0]]  # its newest member stands there


def test_the_starred_are_counted_wherever_they_stand(
    store: Store, three: tuple[MentionKey, ...], reader: Reader
) -> None:
    store.star(three[:2], True, "Amy")
    store.decide(three[:1], "forward", "", "", "Amy")
    assert reader.starred() == 2
    assert {r.key for r in reader.rows(search="is:starred").rows} == set(three[:2])


def test_what_was_decided_today_comes_first(
    store: Store, source: int, reader: Reader, clock: FakeClock
) -> None:
    keys = [keep_one(store, source, f"m{n}") for n in range(6)]
    store.decide(keys[3:], "forward", "", "", "Amy")
    clock.later(days=1)
    store.decide([keys[2]], "forward", "", "", "Amy")
    store.decide([keys[0]], "forward", "", "", "Amy")
    seen: list[MentionKey] = []
    after: Cursor | None = None
    while True:
        page = reader.rows("done", limit=2, after=after)
        seen += [r.key for r in page.rows]
        after = page.next
        if after is None:
            break
    assert seen == [keys[0], keys[2], keys[5], keys[4], keys[3]]
    assert reader.done_today() == 2
    store.undo("Amy")
    assert reader.done_today() == 1


def test_the_waiting_of_a_search_leave_out_what_is_done(
    store: Store, three: tuple[MentionKey, ...], reader: Reader
) -> None:
    store.decide(three[:1], "forward", "", "", "Amy")
    assert reader.waiting("after:90d") == 2
    assert reader.waiting("after:90d", most=1) == 1


def test_a_count_that_takes_long_is_not_given(
    store: Store, source: int, look: Callable[[], Reader]
) -> None:
    for n in range(60):
        keep_one(store, source, f"m{n}")
    reader = look()
    slow = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    assert reader._db.hurried(lambda: reader._db.execute(slow).fetchone(), 0.01) is None
    with pytest.raises(Known):
        reader._db.hurried(lambda: reader._db.execute("SELECT * FROM nowhere"), 60)


def test_what_is_taken_away_leaves_no_facets(store: Store, reader: Reader) -> None:
    by_hand = store.source_for("Added by hand", "by_hand").key
    keep_one(store, by_hand)
    assert reader.rows(search="after:90d source:hand").total == 1
    store.undo("Amy")
    assert reader.rows(search="after:90d").total == 0
    assert reader._db.execute("SELECT count(*) FROM facet").fetchone() == (0,)
