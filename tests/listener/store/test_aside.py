"""Notes, mutes, sleep, stacks by hand and holds, as they are kept and taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from listener.errors import Known, NotFound, NothingToUndo
from listener.mention import MentionKey
from listener.store import Seat, Standing, Store
from listener.store.reading import Reader
from rules.asleep import placed
from tests.listener.store.making import (
    START,
    FakeClock,
    heard,
    keep_one,
    open_store,
    taken,
    verdict,
)


def walk(kept: Standing) -> Seat:
    """A walk that leads to forward, wherever a mute or an answer puts it then."""
    view = placed("forward", kept.shelf, kept.reading.danger.grade)
    return Seat(kept.key, verdict(), view, 3.0, None)


def glancing(kept: Standing) -> Seat:
    """A walk that leads to a glance."""
    view = placed("glance", kept.shelf, kept.reading.danger.grade)
    return Seat(kept.key, verdict("no_reply"), view, 6.0, None)


def say(
    store: Store,
    source: int,
    identity: str,
    *,
    thread: str = "",
    author: str = "Jo Resident",
    like: MentionKey | None = None,
    again: Callable[[Standing], Seat] = walk,
    **more: object,
) -> MentionKey:
    """A new post is heard."""
    mention = heard(
        id=identity, url=f"http://b.example/{identity}", thread=thread, author=author,
        published=None,
    )  # fmt: skip
    new = taken(mention, like=like, **more)  # type: ignore[arg-type]
    return store.keep(source, [new], None, None, quiet=False, again=again).keys[0]


def seated(store: Store, keys: tuple[MentionKey, ...]) -> None:
    store.seat([walk(store.standing(k)) for k in keys])


def undone(store: Store) -> str:
    """Takes the last thing back and walks what it freed."""
    back = store.undo("Amy")
    seated(store, tuple(k for k in back.keys if store.standing(k).status == "open"))
    return back.said


def told(reader: Reader, key: MentionKey) -> list[str]:
    return [h.what for h in reader.detail(key).history]


# Notes


def test_a_note_stands_in_the_history_with_who_and_when_until_it_is_taken_back(
    store: Store, source: int, reader: Reader
) -> None:
    key = keep_one(store, source)
    store.aside.note([key], "rang the depot, they know", "Amy")
    line = reader.detail(key).history[-1]
    assert (line.by, line.at, line.what) == ("Amy", START, "note: rang the depot, they know")
    assert reader.row(key).view == "forward"
    assert "note" in undone(store)
    assert not any("depot" in w for w in told(reader, key))
    assert "taken back" in told(reader, key)[-1]


def test_a_note_leaves_with_the_words_of_an_erased_mention(
    store: Store, source: int, reader: Reader
) -> None:
    key = keep_one(store, source)
    store.aside.note([key], "says that her mother is ill", "Amy")
    store.block(key, "asked to")
    assert not any("mother" in w for w in told(reader, key))
    store.undo("Amy")


def test_a_note_at_an_unknown_mention_is_refused(store: Store, source: int) -> None:
    with pytest.raises(NotFound):
        store.aside.note([keep_one(store, source), MentionKey(77)], "hm", "Amy")
    with pytest.raises(NothingToUndo):
        store.undo("Amy")


# Mutes


def test_a_muted_thread_goes_to_watching_with_what_comes_later(
    store: Store, source: int, reader: Reader
) -> None:
    post = say(store, source, "p")
    comment = say(store, source, "c", thread="http://b.example/p")
    other = say(store, source, "o")
    assert reader.quietens([post]) == 1
    seated(store, store.aside.mute([post], None, "going round in circles", "Amy"))
    later = say(store, source, "d", thread="http://b.example/p")
    views = {k: reader.row(k).view for k in (post, comment, later, other)}
    assert views == {post: "watching", comment: "watching", later: "watching", other: "forward"}
    assert "muted" in told(reader, later)[-1]
    mute = reader.afoot(later).mute
    assert mute is not None
    assert (mute.by, mute.why, mute.until, mute.quiet) == (
        "Amy", "going round in circles", None, 3,
    )  # fmt: skip
    assert [m.mention for m in reader.asleep().mutes] == [post]


def test_a_danger_passes_a_mute(store: Store, source: int, reader: Reader) -> None:
    post = say(store, source, "p")
    seated(store, store.aside.mute([post], None, "", "Amy"))
    at_risk = say(store, source, "r", thread="p", view="urgent", grade="person")
    words = say(store, source, "w", thread="p", grade="words")
    assert (reader.row(at_risk).view, reader.row(words).view) == ("urgent", "forward")


def test_a_muted_story_told_elsewhere_is_muted_too(
    store: Store, source: int, reader: Reader
) -> None:
    post = say(store, source, "p")
    store.aside.mute([post], None, "", "Amy")
    again = say(store, source, "q", like=post)
    assert store.standing(again).shelf == "muted"


def test_a_mute_ends_by_itself_by_hand_and_by_undo(
    store: Store, source: int, reader: Reader, clock: FakeClock
) -> None:
    post = say(store, source, "p")
    seated(store, store.aside.mute([post], START + timedelta(hours=2), "", "Amy"))
    assert store.aside.expire(clock.later(hours=1)) == ((), False)
    assert store.aside.expire(clock.later(hours=1)) == ((post,), False)
    seated(store, (post,))
    assert reader.row(post).view == "forward"
    seated(store, store.aside.mute([post], None, "", "Amy"))
    seated(store, store.aside.unmute([post], "Ben"))
    assert (reader.row(post).view, reader.afoot(post).mute) == ("forward", None)
    undone(store)
    assert reader.row(post).view == "watching"
    undone(store)
    assert reader.row(post).view == "forward"
    with pytest.raises(Known):
        store.aside.unmute([post], "Ben")


# Sleep until something happens


def test_what_sleeps_until_it_grows_wakes_when_more_people_tell_it(
    store: Store, source: int, reader: Reader
) -> None:
    first = say(store, source, "a", author="One")
    store.snooze([first], START + timedelta(days=14), "Amy", grows=3)
    second = say(store, source, "b", author="Two", like=first)
    same_person = say(store, source, "c", author="Two", like=first)
    third = say(store, source, "d", author="Three", like=first)
    assert {reader.row(k).view for k in (first, second, same_person, third)} == {"snoozed"}
    assert reader.counts()["snoozed"] == 1
    sleep = reader.afoot(first).sleep
    assert sleep is not None
    assert (sleep.grows, sleep.was) == (3, 1)
    say(store, source, "e", author="Four", like=first)
    assert reader.counts()["snoozed"] == 0
    assert reader.row(first).view == "forward"
    assert told(reader, first)[-1] == "came back: it has grown from 1 to 4 people"


def test_a_danger_does_not_sleep_with_its_stack(store: Store, source: int, reader: Reader) -> None:
    first = say(store, source, "a")
    store.snooze([first], START + timedelta(days=14), "Amy", grows=3)
    danger = say(store, source, "b", like=first, view="urgent", grade="hazard")
    words = say(store, source, "c", like=first, grade="words")
    assert (reader.row(danger).view, reader.row(words).view) == ("urgent", "forward")


def test_what_sleeps_until_an_answer_wakes_at_a_later_post_in_its_thread(
    store: Store, source: int, reader: Reader, clock: FakeClock
) -> None:
    asked = say(store, source, "a")
    store.snooze([asked], START + timedelta(days=14), "Amy", answer=True)
    clock.later(hours=1)
    say(store, source, "x")
    assert reader.row(asked).view == "snoozed"
    say(store, source, "b", thread="http://b.example/a")
    assert reader.row(asked).view == "forward"
    assert told(reader, asked)[-1] == "came back: somebody answered in its thread"


def test_what_waits_in_vain_comes_back_and_says_so(
    store: Store, source: int, reader: Reader, clock: FakeClock
) -> None:
    key = say(store, source, "a")
    store.snooze([key], START + timedelta(days=14), "Amy", grows=3, answer=True)
    assert store.wake(clock.later(days=14)) == (key,)
    assert told(reader, key)[-1] == (
        "came back: the time had come, and it had not grown and nobody had answered"
    )


def test_undoing_a_snooze_wakes_what_joined_it_since(
    store: Store, source: int, reader: Reader
) -> None:
    first = say(store, source, "a", author="One")
    store.snooze([first], START + timedelta(days=14), "Amy", grows=5)
    since = say(store, source, "b", author="Two", like=first)
    undone(store)
    assert {reader.row(k).view for k in (first, since)} == {"forward"}
    assert reader.counts()["forward"] == 1
    assert reader.afoot(first).sleep is None


def test_an_earlier_condition_stands_again_when_the_later_snooze_is_taken_back(
    store: Store, source: int, reader: Reader
) -> None:
    key = say(store, source, "a")
    store.snooze([key], START + timedelta(days=14), "Amy", grows=5)
    store.snooze([key], START + timedelta(days=1), "Amy")
    undone(store)
    sleep = reader.afoot(key).sleep
    assert sleep is not None
    assert (sleep.grows, sleep.until) == (5, START + timedelta(days=14))


def test_woken_by_hand_and_put_to_sleep_again(store: Store, source: int, reader: Reader) -> None:
    key = say(store, source, "a")
    store.snooze([key], START + timedelta(days=1), "Amy", answer=True)
    assert reader.asleep().for_answer == 1
    seated(store, store.aside.wake([key], "Amy"))
    assert reader.row(key).view == "forward"
    undone(store)
    assert (reader.row(key).view, reader.asleep().for_answer) == ("snoozed", 1)
    store.aside.wake([key], "Amy")
    with pytest.raises(Known):
        store.aside.wake([key], "Amy")


# Later posts in threads that we answered


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


# Stacks by hand


def test_a_member_taken_out_stays_out_and_comes_back_by_undo_after_a_restart(
    tmp_path: Path, clock: FakeClock
) -> None:
    store = open_store(tmp_path, clock)
    source = store.add_source("Voice", "http://b.example/feed").key
    one = say(store, source, "a")
    two = say(store, source, "b", like=one)
    three = say(store, source, "c", like=one)
    seated(store, store.aside.split(one, "Amy"))  # it founded the stack
    reader = Reader(tmp_path / "listener.db", clock)
    assert (reader.row(one).stack_size, reader.row(two).stack_size) == (1, 2)
    assert {r.key for r in reader.rows("forward").rows} == {one, two}
    assert reader.afoot(one).apart
    four = say(store, source, "d", like=two)
    assert (reader.row(one).stack_size, reader.row(four).stack_size) == (1, 3)
    store.close()
    store = open_store(tmp_path, clock)
    assert undone(store) == "put back into its stack"
    assert reader.row(one).stack_size == 4
    assert {k: reader.row(k).stack_size for k in (two, three, four)} == {two: 4, three: 4, four: 4}
    assert not reader.afoot(one).apart
    reader.close()
    store.close()


def test_what_stands_alone_cannot_be_taken_out(store: Store, source: int) -> None:
    with pytest.raises(Known):
        store.aside.split(keep_one(store, source), "Amy")


def test_what_was_taken_out_draws_others_to_it_last(store: Store, source: int) -> None:
    bands = (1, 2, 3, 4)
    one = say(store, source, "a", bands=bands)
    two = say(store, source, "b", like=one, bands=bands)
    three = say(store, source, "c", like=one, bands=(1, 2))
    store.aside.split(one, "Amy")
    (found,) = store.likely([bands], [None])
    assert [c.key for c in found] == [two, three, one]


def test_two_stories_joined_by_hand_are_one_row_and_two_again_by_undo(
    store: Store, source: int, reader: Reader
) -> None:
    one, two = say(store, source, "a"), say(store, source, "b")
    three = say(store, source, "c", like=two)
    seated(store, store.aside.join([two], one, "Amy"))
    assert {reader.row(k).stack_size for k in (one, two, three)} == {3}
    assert [r.key for r in reader.rows("forward").rows] == [one]
    since = say(store, source, "d", like=two)
    undone(store)
    assert {k: reader.row(k).stack_size for k in (two, three)} == {two: 2, three: 2}
    assert reader.row(since).stack_size == 2  # what came since stays where it was put
    assert {r.key for r in reader.rows("forward").rows} == {one, two}
    with pytest.raises(Known):
        store.aside.join([three], two, "Amy")


def test_no_danger_hides_in_a_stack_joined_by_hand(
    store: Store, source: int, reader: Reader
) -> None:
    one = say(store, source, "a")
    danger = say(store, source, "b", view="urgent", grade="person")
    store.aside.join([danger], one, "Amy")
    assert [r.key for r in reader.rows("urgent").rows] == [danger]
    assert reader.row(danger).stack_size == 2


# Publicity


def test_publicity_is_held_ended_and_held_again(
    store: Store, reader: Reader, clock: FakeClock
) -> None:
    assert reader.publicity() is None
    store.aside.hold("a storm", START + timedelta(hours=4), "Amy")
    store.aside.hold("a death in the council", START + timedelta(hours=2), "Ben")
    hold = reader.publicity()
    assert hold is not None
    assert (hold.by, hold.why) == ("Ben", "a death in the council")
    assert store.undo("Amy").beyond == {"publicity"}
    hold = reader.publicity()
    assert hold is not None
    assert hold.why == "a storm"
    store.aside.end_hold("Amy")
    assert reader.publicity() is None
    with pytest.raises(Known):
        store.aside.end_hold("Amy")
    store.undo("Amy")
    assert reader.publicity() is not None
    assert store.aside.expire(clock.later(hours=4)) == ((), True)
    assert reader.publicity() is None
    assert store.aside.expire(clock.later(hours=1)) == ((), False)


# Undo


def test_several_things_are_taken_back_one_after_the_other(
    store: Store, source: int, reader: Reader
) -> None:
    key = say(store, source, "a")
    store.star([key], True, "Amy")
    store.aside.note([key], "hm", "Amy")
    seated(store, store.aside.mute([key], None, "", "Amy"))
    store.snooze([key], START + timedelta(hours=1), "Amy")
    store.decide([key], "answer", "", "", "Amy")
    said = [undone(store) for _ in range(5)]
    assert [s.split()[0] for s in said] == ["Answer", "snooze", "the", "the", "star"]
    row = reader.row(key)
    assert (row.view, row.starred, row.decided) == ("forward", False, "")
    with pytest.raises(NothingToUndo):
        store.undo("Amy")


def test_what_was_done_on_another_day_is_not_taken_back_by_chance(
    store: Store, source: int, reader: Reader, clock: FakeClock
) -> None:
    key = keep_one(store, source)
    store.decide([key], "forward", "", "", "Amy")
    clock.later(hours=14)  # 23:00
    clock.later(days=1)
    with pytest.raises(NothingToUndo, match="Fri 20 Nov 09:00"):
        store.undo("Amy")
    assert reader.row(key).view == "done"


def test_a_source_paused_or_removed_by_mistake_comes_back(store: Store, source: int) -> None:
    store.pause_source("Voice", True)
    store.remove_source("Voice")
    assert store.source_records() == []
    assert store.undo("Amy").said == "the source Voice is heard again"
    assert [r.paused for r in store.source_records()] == [True]
    assert store.undo("Amy").beyond == {"sources"}
    assert [r.paused for r in store.source_records()] == [False]


def test_a_removed_source_does_not_come_back_over_another_of_its_name(
    store: Store, source: int
) -> None:
    store.remove_source("Voice")
    store.add_source("Voice", "http://b.example/other")
    with pytest.raises(Known, match="another source has that name"):
        store.undo("Amy")
