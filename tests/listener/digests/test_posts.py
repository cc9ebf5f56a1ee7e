"""Kept mentions as posts: whose, where, and why some are never quoted."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from listener.mention import Heard, MentionKey
from listener.spike import Post
from listener.store import Store
from listener.store.posts import posts_of
from tests.listener.store.making import heard, poll, taken

Look = Callable[..., tuple[Post, ...]]


@pytest.fixture
def keep(tmp_path: Path) -> Look:
    """Keeps mentions in a store of their own and reads them as posts."""
    from tests.listener.store.making import FakeClock, open_store

    def kept(*mentions: Heard, after: str = "", **more: object) -> tuple[Post, ...]:
        store = open_store(tmp_path, FakeClock())
        source = store.add_source("Voice", "http://brackenford.example/feed").key
        made = [taken(m, **more) for m in mentions]  # type: ignore[arg-type]
        keys = store.keep(source, made, None, None, quiet=False).keys
        store.close()
        db = sqlite3.connect(tmp_path / "listener.db")
        if after:
            db.execute(after)
        found = posts_of(db, keys)
        db.close()
        return found

    return kept


def said(text: str, n: int = 0, **more: object) -> Heard:
    return heard(text, id=f"a{n}", title="", url="", **more)


def test_a_post_has_its_own_places_and_is_counted(keep: Look) -> None:
    (post,) = keep(said("The bins were missed again"), places=("Mill Lane",))
    assert post.places == ("Mill Lane",)
    assert (post.category, post.area) == ("Missed bin", "Waste")
    assert post.counted
    assert post.private == ""


def test_news_is_beside_and_not_counted(keep: Look) -> None:
    (post,) = keep(said("Work begins"), after="UPDATE triage SET kind = 'news'")
    assert not post.counted


def test_a_person_is_the_same_in_each_post_and_the_nameless_are_each_one(keep: Look) -> None:
    first, again, other, one, two = keep(
        said("one", 1, author="@Jo_B"), said("two", 2, author="jo_b"), said("3", 3, author="Al"),
        said("four", 4, author=""), said("five", 5, author=""),
    )  # fmt: skip
    assert first.person == again.person
    assert len({first.person, other.person, one.person, two.person}) == 4


@pytest.mark.parametrize(
    ("text", "more", "after", "why"),
    [
        ("The bins were missed", {"public": False}, "", "not said in public"),
        ("The bins were missed", {"channel": "facebook_group"}, "", "not said in public"),
        ("Plate lifted", {}, "UPDATE triage SET grade = 'hazard'", "danger"),
        ("You lot", {}, "UPDATE triage SET kind = 'abuse'", "abuse"),
        ("Bins", {}, "UPDATE reading SET data = json_set(data, '$[6].names_person', "
         "json('[true, \"x\"]'))", "name a person"),
        ("Bins", {}, "INSERT INTO hold (mention, at, by, why) SELECT key, 0, '', '' FROM mention",
         "on hold"),
        ("My daughter could not get past the bins", {}, "", "child"),
        ("I missed my hospital appointment", {}, "", "health"),
        ("They moved on", {}, "UPDATE triage SET category = 'Unauthorised encampments'",
         "sensitive matter"),
        ("The traffic warden is on the take", {}, "", "allegation"),
    ],
)  # fmt: skip
def test_why_a_post_is_never_quoted(
    keep: Look, text: str, more: dict[str, object], after: str, why: str
) -> None:
    (post,) = keep(said(text, **more), after=after)
    assert why in post.private


def test_a_post_that_names_another_author_names_a_person(keep: Look) -> None:
    named, plain = keep(
        said("cheers lane_ender_67 for the tip", 1, author="Al Resident"),
        said("The bins were missed", 2, author="lane_ender_67"),
    )
    assert named.names_person
    assert named.private
    assert not plain.names_person


def test_what_was_erased_says_so_and_what_was_withdrawn_is_left_out(
    store: Store, source: int, tmp_path: Path
) -> None:
    one, two = poll(store, source, [said("Jo Secret", 1), said("Two", 2)])
    store.block(one, "asked for")
    store.close()
    db = sqlite3.connect(tmp_path / "listener.db")
    db.execute("UPDATE triage SET lead = -mention WHERE mention = ?", [two])
    (post,) = posts_of(db, [one, two, MentionKey(99)])
    db.close()
    assert post.private == "it was erased on request"
    assert post.text == ""


def test_they_come_oldest_first(keep: Look) -> None:
    found = keep(*(said(f"text {n}", n) for n in range(700)))
    assert len(found) == 700
    assert [(p.said, p.key) for p in found] == sorted((p.said, p.key) for p in found)
