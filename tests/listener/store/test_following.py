"""Later posts in threads that we answered."""

from __future__ import annotations

import pytest

from listener.store import Store
from listener.store.reading import Reader
from tests.listener.store.making import FakeClock
from tests.listener.store.saying import glancing, say, told


def test_a_later_post_in_a_thread_that_we_answered_comes_to_answer(
    store: Store, source: int, reader: Reader, clock: FakeClock
) -> None:
    post = say(store, source, "p")
    store.decide([post], "answer", "", "", "Amy")
    clock.later(hours=2)
    later = say(store, source, "c", thread="http://b.example/p", again=glancing)
    elsewhere = say(store, source, "x", again=glancing)
    assert reader.row(later).view == "answer"
    assert elsewhere not in [r.key for r in reader.rows("answer").rows]
    follows = reader.afoot(later).follows
    assert follows is not None
    assert (follows.mention, follows.outcome, follows.by) == (post, "answer", "Amy")
    assert reader.row(post).view == "done"  # what was decided stays decided
    assert reader.afoot(post).followed_by == later
    assert "open again" in told(reader, post)[-1]
    store.decide([later], "no_reply", "", "", "Amy")
    assert reader.afoot(post).followed_by == 0


@pytest.mark.parametrize("outcome", ["forward", "no_reply", "watch"])
def test_where_we_said_nothing_a_later_post_is_like_any_other(
    store: Store, source: int, reader: Reader, clock: FakeClock, outcome: str
) -> None:
    post = say(store, source, "p")
    store.decide([post], outcome, "", "", "Amy")
    clock.later(hours=2)
    assert reader.afoot(say(store, source, "c", thread="p")).follows is None


def test_the_same_story_from_another_source_is_no_reply(
    store: Store, source: int, reader: Reader, clock: FakeClock
) -> None:
    post = say(store, source, "p")
    store.decide([post], "answer", "", "", "Amy")
    clock.later(hours=2)
    assert reader.afoot(say(store, source, "q", thread="p", like=post)).follows is None


def test_an_answer_taken_back_was_none(
    store: Store, source: int, reader: Reader, clock: FakeClock
) -> None:
    post = say(store, source, "p")
    store.decide([post], "answer", "", "", "Amy")
    clock.later(hours=2)
    later = say(store, source, "c", thread="p", again=glancing)
    back = store.undo("Amy")
    assert set(back.keys) == {post, later}
    assert store.standing(later).shelf == ""
