"""What the window and the command line see: pages, searches, what was missed, health in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from listener.errors import NotFound
from listener.mention import PollReport
from listener.sources.state import SourceState
from listener.store import Store
from listener.store.reading import Reader
from listener.store.records import Cursor
from tests.listener.store.making import START, FakeClock, heard, keep_one, poll, reading, taken

HOSTILE = (
    '"', '""', "OR", "OR OR", "-", "--", "NOT", "AND", "bins OR", "OR bins", "(", ")", "a AND (b",
    "title:bins", "text : x", "{title}: x", "^bins", "bins*", "*", "NEAR(a b)", "a NEAR/2 b",
    "'; DROP TABLE mention; --", "-\"bins", "area:", "area:%", "is:nothing", "source:\"", "\x00",
    "a\x00b", "😀", "\ud800", "bins -bins", "-bins -lane", "+", "a+b", "²", "\u202e",
    "is:urgent OR x",
)  # fmt: skip


def report(status: str, why: str = "") -> PollReport:
    return PollReport("Voice", "http://b.example/feed", status, 0, None, None, why)  # type: ignore[arg-type]


def test_a_page_goes_on_where_the_last_one_ended(store: Store, source: int, reader: Reader) -> None:
    keys = [keep_one(store, source, f"m{n}", need=3 + n % 3 / 10) for n in range(25)]
    seen: list[int] = []
    after: Cursor | None = None
    while True:
        page = reader.rows("forward", limit=10, after=after)
        assert page.total == 25
        seen += [r.key for r in page.rows]
        if page.next is None:
            break
        after = page.next
    assert sorted(seen) == keys
    assert seen[:2] == [keys[0], keys[3]]


def test_the_newest_is_first_among_what_is_done(store: Store, source: int, reader: Reader) -> None:
    keys = [keep_one(store, source, f"m{n}", need=3 + n / 10) for n in range(3)]
    store.decide(keys, "forward", "", "", "Amy")
    assert [r.key for r in reader.rows("done").rows] == keys[::-1]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("bins", {"lane", "close"}),
        ("bin", {"lane", "close"}),
        ("bins lane", {"lane"}),
        ("lane OR close", {"lane", "close"}),
        ("bins -close", {"lane"}),
        ("-bins", {"café"}),
        ('"bins were missed"', {"lane"}),
        ("CAFE", {"café"}),
        ("source:voi", {"lane", "close", "café"}),
        ('source:"Echo"', set()),
        ("place:mill", {"lane"}),
        ("area:waste -place:mill", {"close", "café"}),
        ("is:urgent", {"close"}),
        ("-is:urgent bins", {"lane"}),
        ("nothing", set()),
        ("title:bins", {"lane", "close"}),
    ],
)
def test_a_search_finds(
    store: Store, source: int, reader: Reader, typed: str, found: set[str]
) -> None:
    said = {
        "lane": taken(heard("title: bins were missed in a lane", id="lane"), places=("Mill Lane",)),
        "close": taken(heard("title: bins by the close", id="close"), grade="hazard"),
        "café": taken(heard("The café is shut", id="café", title="")),
    }
    store.keep(source, list(said.values()), None, None, quiet=False)
    page = reader.rows(search=typed)
    assert {r.id for r in page.rows} == found
    assert page.total == len(found)


def test_a_search_finds_a_row_by_the_words_of_a_member(
    store: Store, source: int, reader: Reader
) -> None:
    one = keep_one(store, source, "a")
    member = taken(heard("It smells of gas here", id="b"), need=4.0, like=one)
    store.keep(source, [member], None, None, quiet=False)
    assert [r.key for r in reader.rows(search="gas").rows] == [one]
    assert [r.key for r in reader.rows("forward", search="gas").rows] == [one]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(typed=st.text(max_size=30))
@example(typed=" ".join(HOSTILE))
def test_whatever_is_typed_is_searched_and_never_raises(
    store: Store, source: int, reader: Reader, typed: str
) -> None:
    reader.rows(search=typed)
    reader.rows("done", search=typed)


@pytest.mark.parametrize("typed", HOSTILE)
def test_operators_are_words(store: Store, source: int, reader: Reader, typed: str) -> None:
    keep_one(store, source)
    assert reader.rows(search=typed).total in (0, 1)
    with pytest.raises(NotFound):
        reader.find(typed)


def test_a_reader_sees_no_half_batch(store: Store, source: int, look: Callable[[], Reader]) -> None:
    reader = look()
    before = reader.changed()
    with store._writing():
        poll(store, source, [heard(id=f"m{n}", title=f"T {n}", url="") for n in range(5)])
        assert reader.counts()["forward"] == 0
        assert list(reader.exported()) == []
    assert reader.counts()["forward"] == 5
    assert reader.changed() != before


def test_what_was_said_while_nobody_listened_is_told(
    store: Store, source: int, reader: Reader, clock: FakeClock
) -> None:
    store.begin_listening(clock())
    store.heartbeat(clock.later(minutes=30))
    stopped = clock()
    began = clock.later(hours=12)
    store.begin_listening(began)
    clock.later(minutes=1)
    poll(
        store,
        source,
        [
            heard("In the night", id="n", title="N", published=stopped + timedelta(hours=3)),
            heard("Long before", id="l", title="L", published=stopped - timedelta(days=3)),
            heard("Without a date", id="u", title="U", published=None),
            heard("After the start", id="s", title="S", published=began + timedelta(seconds=30)),
        ],
    )
    missed = reader.missed()
    assert missed is not None
    assert (missed.since, missed.until, missed.came_in) == (stopped, began, 2)
    poll(store, source, [heard("By now", id="x", title="X", published=clock.later(hours=5))])
    assert reader.missed() == missed


def test_a_short_restart_is_no_absence(store: Store, reader: Reader, clock: FakeClock) -> None:
    store.begin_listening(clock())
    store.begin_listening(clock.later(minutes=2))
    assert reader.missed() is None


def test_a_source_tells_how_it_fares(
    store: Store, source: int, reader: Reader, clock: FakeClock
) -> None:
    assert reader.sources()[0].health == "new"
    good = SourceState(first_done=True, last_ok=clock(), next_at=clock() + timedelta(minutes=30))
    store.keep_state(source, good, report("unchanged"))
    clock.later(minutes=5)
    line = reader.sources()[0]
    assert (line.health, "5 min ago" in line.says) == ("ok", True)
    assert store.state(source) == good
    gone = SourceState(gone=True, why="gone")
    store.keep_state(source, gone, report("stopped", "The site says that this feed is gone."))
    line = reader.sources()[0]
    assert line.health == "stopped"
    assert "gone" in line.says
    assert reader.hearing() == (0, 1)


def test_what_was_read_comes_back_as_it_was(store: Store, source: int, reader: Reader) -> None:
    mention = heard(
        "Is the “bridge” — 橋 — shut?\n\tYes\u200b", thread="http://b.example/t", tally=300,
        seen_at="group", place="Mill Lane", category="Roads", already_routed=True, public=False,
        author_is="member", date_fault="doubtful", channel="forum",
    )  # fmt: skip
    item = taken(mention, grade="words", places=("Mill Lane", "High Street"), question=True)
    (key,) = store.keep(source, [item], None, None, quiet=False).keys
    detail = reader.detail(key)
    assert detail.heard == mention
    assert detail.reading == reading(
        grade="words", places=("Mill Lane", "High Street"), question=True
    )
    assert detail.verdict == item.verdict
    assert store.standing(key).heard_at == START


def test_every_version_of_a_chart_is_kept(store: Store) -> None:
    first = store.keep_chart("council", "one")
    assert store.keep_chart("council", "one") == first
    second = store.keep_chart("council", "two")
    assert store.keep_chart("council", "one") not in (first, second)


def test_a_reader_of_a_missing_profile_says_so(tmp_path: Path, clock: FakeClock) -> None:
    with pytest.raises(Exception, match="Nothing is kept"):
        Reader(tmp_path / "none" / "listener.db", clock)
