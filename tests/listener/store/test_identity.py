"""What counts as the same mention, from poll to poll and from file to file."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from listener.mention import MentionKey
from listener.store import Store
from listener.store.reading import Reader
from tests.listener.store.making import START, FakeClock, heard, poll


def test_a_known_item_is_not_kept_again(store: Store, source: int) -> None:
    assert len(poll(store, source, [heard()])) == 1
    assert poll(store, source, [heard()]) == ()


def test_new_words_under_an_id_are_a_version_and_the_decision_stands(
    store: Store, source: int, reader: Reader
) -> None:
    (key,) = poll(store, source, [heard()])
    store.decide([key], "forward", "", "seen", "Amy")
    assert poll(store, source, [heard("They have been emptied now")]) == ()
    detail = reader.detail(key)
    assert (detail.versions, detail.heard.text) == (2, "They have been emptied now")
    assert detail.decision is not None
    assert (detail.decision.outcome, detail.row.view) == ("forward", "done")


def test_an_id_that_changes_at_every_poll_is_known_by_link_title_and_date(
    store: Store, source: int
) -> None:
    assert [len(poll(store, source, [heard(id=f"r{n}")])) for n in range(3)] == [1, 0, 0]


def test_items_without_ids_are_told_apart_by_what_they_say(store: Store, source: int) -> None:
    items = [heard(id=""), heard(id="", title="Another story")]
    assert [len(poll(store, source, items)) for _ in range(3)] == [2, 0, 0]


def test_an_item_with_nothing_but_words_is_known_again(store: Store, source: int) -> None:
    bare = heard("Only text", id="", title="", url="", author="", published=None)
    assert [len(poll(store, source, [bare])) for _ in range(3)] == [1, 0, 0]


def test_one_id_on_two_different_items_is_two(store: Store, source: int, reader: Reader) -> None:
    twins = [heard(), heard("Quite other words", title="Another", url="http://b.example/2")]
    assert [len(poll(store, source, twins)) for _ in range(3)] == [2, 0, 0]
    ids = [e.heard.id for e in reader.exported()]
    assert ids[0] == "a1"
    assert len(set(ids)) == 2


def test_a_twin_that_comes_at_a_later_poll_is_one_more(store: Store, source: int) -> None:
    other = heard("Quite other words", title="Another", url="http://b.example/2")
    assert len(poll(store, source, [heard()])) == 1
    assert [len(poll(store, source, [heard(), other])) for _ in range(2)] == [1, 0]


def test_an_item_shown_twice_with_old_and_new_words_is_one_and_keeps_still(
    store: Store, source: int, reader: Reader
) -> None:
    both = [heard("New words"), heard("Old words")]
    for _ in range(3):
        poll(store, source, both)
    (only,) = reader.exported()
    assert (only.heard.text, reader.detail(only.key).versions) == ("New words", 1)


def test_undated_comments_under_one_link_and_title_are_all_kept(store: Store, source: int) -> None:
    def comment(n: int) -> object:
        return heard(f"Comment {n}", id=f"c{n}", title="Re: Bins", published=None)

    assert len(poll(store, source, [comment(0), comment(1)])) == 2  # type: ignore[list-item]
    assert len(poll(store, source, [comment(1), comment(2)])) == 1  # type: ignore[list-item]


def test_two_sources_may_use_one_id(store: Store, source: int, reader: Reader) -> None:
    other = store.add_source("Echo", "http://echo.example/feed").key
    (first,) = poll(store, source, [heard()])
    (second,) = poll(store, other, [heard()])
    assert first != second
    assert reader.find("Voice:a1") == first
    assert reader.find("Echo:a1") == second


def test_ids_and_names_with_colons_are_found(store: Store, source: int, reader: Reader) -> None:
    odd = store.add_source("Talk: the forum", "http://talk.example/feed").key
    (one,) = poll(store, source, [heard(id="tag:b.example,2026:1")])
    (two,) = poll(store, odd, [heard(id="tag:t.example:2")])
    assert reader.find("tag:b.example,2026:1") == one
    assert reader.find("Voice:tag:b.example,2026:1") == one
    assert reader.find("Talk: the forum:tag:t.example:2") == two


def test_n_distinct_rows_of_a_file_give_n_mentions_and_the_file_again_adds_none(
    store: Store, reader: Reader
) -> None:
    file = store.source_for("posts.tsv", "files").key
    rows = [heard(f"Row {n}", id="", title="", url="") for n in range(40)]
    rows += [replace(r, published=START + timedelta(days=1)) for r in rows]  # another time
    rows += [heard(f"Same id {n}", id="x", title="", url="") for n in range(5)]
    assert len(poll(store, file, rows)) == 85
    assert len(list(reader.exported())) == 85
    assert poll(store, file, rows) == ()


def test_a_removed_source_that_comes_back_brings_nothing_twice_and_is_asked_afresh(
    store: Store, source: int
) -> None:
    poll(store, source, [heard()])
    store.remove_source("Voice")
    again = store.add_source("The Voice", "http://brackenford.example/feed")
    assert poll(store, again.key, [heard()]) == ()
    assert not store.state(again.key).gone


def test_what_was_erased_is_not_heard_again(
    store: Store, source: int, reader: Reader, clock: FakeClock
) -> None:
    (key,) = poll(store, source, [heard()])
    store.block(key, "asked for by the author")
    assert poll(store, source, [heard()]) == ()
    assert poll(store, source, [heard("Said again in other words")]) == ()
    assert poll(store, source, [heard("And again", id="another")]) == ()
    (left,) = reader.exported()
    assert (left.heard.text, left.heard.author, left.heard.url) == ("", "", "")
    assert reader.rows(search="bins").total == 0


def test_a_name_is_blanked_alone(store: Store, source: int, reader: Reader) -> None:
    (key,) = poll(store, source, [heard()])
    store.blank_author(key, "asked for")
    poll(store, source, [heard("New words")])
    said = reader.detail(MentionKey(key)).heard
    assert (said.author, said.text) == ("", "New words")
