"""Notes, mutes and sleep, as they are kept and taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from listener.errors import Known, NotFound, NothingToUndo
from listener.mention import MentionKey
from listener.store import Store
from listener.store.reading import Reader
from tests.listener.store.making import START, FakeClock, keep_one
from tests.listener.store.saying import say, seated, told, undone

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
