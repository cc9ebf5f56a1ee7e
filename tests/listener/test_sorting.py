"""The desk as a whole: notes, mutes, sleep, stacks by hand, held publicity, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from listener.commands import (
    AddMention,
    AddNote,
    AddSource,
    Command,
    Decide,
    DecideAll,
    EndPublicity,
    HoldPublicity,
    Join,
    Mute,
    PauseSource,
    RemoveSource,
    Snooze,
    Split,
    Undo,
    Unmute,
    Wake,
)
from listener.desk import Desk
from listener.errors import Known, NotUnderstood
from listener.events import CouncilChanged, Event, SourcesChanged
from listener.mention import Detail, Heard, MentionKey
from tests.listener.store.making import FakeClock

POST = "https://tipley.example/2026/bins/"
BIN = "third week running our brown bin has been left on Park Lane, rang twice and no answer"
LAMP = "the street light outside 14 Cinder Bank has been out for a month, please fix it"
THANKS = "thank you all, have a lovely weekend"
CHAT = "ha, Brackenford council never changes, typical"
DANGER = "there is a live cable hanging over the pavement on Mill Street, kids walk past it"


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def desk(profile: Path, clock: FakeClock) -> Iterator[Desk]:
    opened = Desk.open(profile, workers=0, polling=False, clock=clock)
    yield opened
    opened.close()


Do = Callable[[Command], object]


@pytest.fixture
def do(desk: Desk) -> Do:
    return lambda command: desk.ask(command).result()


def say(desk: Desk, text: str, url: str = "", thread: str = "", author: str = "") -> MentionKey:
    heard = Heard("", "", text, url=url, thread=thread, author=author)
    key: MentionKey = desk.ask(AddMention(heard)).result()
    return key


def look(desk: Desk, key: MentionKey) -> Detail:
    reader = desk.reader()
    try:
        return reader.detail(key)
    finally:
        reader.close()


def view(desk: Desk, key: MentionKey) -> str:
    return look(desk, key).row.view


def past(desk: Desk, key: MentionKey) -> str:
    return "\n".join(h.what for h in look(desk, key).history)


def beat(desk: Desk) -> None:
    """The engine looks at the clock after each thing that it was asked."""
    for _ in range(2):
        with pytest.raises(Known):
            desk.ask(Wake((MentionKey(999),))).result()


def test_a_later_post_in_a_thread_that_we_answered_comes_back_as_a_row_of_its_own(
    desk: Desk, do: Do, clock: FakeClock
) -> None:
    post = say(desk, BIN, url=POST)
    do(Decide((post,), "answer", by="Amy"))
    clock.later(hours=2)
    alone = say(desk, CHAT)
    later = say(desk, f"{CHAT} innit", thread=POST)
    assert view(desk, alone) == "glance"
    assert (view(desk, later), view(desk, post)) == ("answer", "done")
    assert "Amy decided “Answer” on Fri 20 Nov 09:00" in past(desk, later)
    assert "open again" in past(desk, post)
    decision = look(desk, post).decision
    assert decision is not None
    assert decision.outcome == "answer"


def test_a_danger_in_a_thread_that_we_answered_is_urgent(
    desk: Desk, do: Do, clock: FakeClock
) -> None:
    post = say(desk, BIN, url=POST)
    do(Decide((post,), "answer"))
    clock.later(hours=2)
    assert view(desk, say(desk, DANGER, thread=POST)) == "urgent"


def test_a_mute_holds_over_a_restart_and_ends_by_itself(
    profile: Path, desk: Desk, do: Do, clock: FakeClock
) -> None:
    post = say(desk, BIN, url=POST)
    where = view(desk, post)
    assert do(Mute((post,), clock() + timedelta(days=3), "in circles", "Amy")) == 1
    assert view(desk, post) == "watching"
    desk.close()
    again = Desk.open(profile, workers=0, polling=False, clock=clock)
    try:
        later = say(again, LAMP, thread=POST)
        danger = say(again, DANGER, thread=POST)
        assert (view(again, later), view(again, danger)) == ("watching", "urgent")
        clock.later(days=3)
        beat(again)
        assert view(again, post) == where
        assert view(again, later) != "watching"
        assert "ended" in past(again, post)
    finally:
        again.close()


def test_a_thread_is_unmuted_by_hand_and_muted_again_by_undo(desk: Desk, do: Do) -> None:
    post = say(desk, BIN, url=POST)
    where = view(desk, post)
    do(Mute((post,)))
    do(Unmute((post,)))
    assert view(desk, post) == where
    assert do(Undo()) == "1 thread muted again"
    assert view(desk, post) == "watching"
    with pytest.raises(NotUnderstood):
        do(Mute((post,), until=look(desk, post).row.heard))


def test_a_snooze_has_an_end_within_reach(desk: Desk, do: Do, clock: FakeClock) -> None:
    key = say(desk, BIN)
    for until, grows in ((timedelta(days=100), 0), (timedelta(days=20), 3), (timedelta(0), 0)):
        with pytest.raises(NotUnderstood):
            do(Snooze((key,), clock() + until, "Amy", grows))
    do(Snooze((key,), clock() + timedelta(days=14), "Amy", 3))
    assert view(desk, key) == "snoozed"
    do(Wake((key,)))
    assert view(desk, key) != "snoozed"


def test_it_wakes_when_as_many_more_have_told_it(desk: Desk, do: Do, clock: FakeClock) -> None:
    first = say(desk, BIN, author="One")
    do(Snooze((first,), clock() + timedelta(days=14), "Amy", grows=2))
    second = say(desk, f"{BIN}!", author="Two")
    assert (view(desk, first), view(desk, second)) == ("snoozed", "snoozed")
    say(desk, f"{BIN}!!", author="Three")
    assert view(desk, first) != "snoozed"
    assert "it has grown from 1 to 3 people" in past(desk, first)


def test_a_stack_is_split_and_joined_and_what_comes_later_follows(desk: Desk, do: Do) -> None:
    one, two = say(desk, BIN, author="One"), say(desk, f"{BIN}!", author="Two")
    assert look(desk, one).row.stack_size == 2
    do(Split(two))
    assert {look(desk, k).row.stack_size for k in (one, two)} == {1}
    three = say(desk, f"{BIN}!!", author="Three")
    assert look(desk, three).stack[0].key == one
    lamp = say(desk, LAMP)
    do(Join((lamp,), one))
    assert look(desk, lamp).row.stack_size == 3
    assert do(Undo()) == "1 mention taken out of the stack again"
    assert look(desk, lamp).row.stack_size == 1
    with pytest.raises(Known):
        do(Join((three,), one))


def test_held_publicity_stops_joining_in_until_it_ends(
    desk: Desk, do: Do, clock: FakeClock
) -> None:
    events: list[Event] = []
    desk.listen(events.append)
    key = say(desk, THANKS)
    with pytest.raises(NotUnderstood):
        do(HoldPublicity("", clock() + timedelta(days=1)))
    do(HoldPublicity("a death in the council", clock() + timedelta(hours=5), "Amy"))
    assert CouncilChanged() in events
    with pytest.raises(Known, match="a death in the council; Amy"):
        do(Decide((key,), "join_in"))
    assert view(desk, key) != "done"
    do(Decide((key,), "answer"))  # a reply may be needed: the window asks first
    do(Undo())
    clock.later(hours=5)
    beat(desk)
    do(Decide((key,), "join_in"))
    assert view(desk, key) == "done"
    with pytest.raises(Known):
        do(EndPublicity())


def test_several_outcomes_of_one_step_are_taken_back_together_after_a_restart(
    profile: Path, desk: Desk, do: Do, clock: FakeClock
) -> None:
    one, two = say(desk, BIN), say(desk, LAMP)
    both = (Decide((one,), "forward"), Decide((two,), "no_reply"))
    assert len(do(DecideAll(both))) == 2  # type: ignore[arg-type]
    desk.close()
    again = Desk.open(profile, workers=0, polling=False, clock=clock)
    try:
        said = again.ask(Undo()).result()
        assert "No reply needed" in said
        assert "Forward" in said
        assert "done" not in {view(again, k) for k in (one, two)}
    finally:
        again.close()


def test_of_several_outcomes_none_is_decided_where_one_is_refused(desk: Desk, do: Do) -> None:
    one, two = say(desk, BIN), say(desk, LAMP)
    with pytest.raises(NotUnderstood):
        do(DecideAll((Decide((one,), "forward"), Decide((two,), "shrug"))))
    assert "done" not in {view(desk, k) for k in (one, two)}


def test_of_several_outcomes_none_stands_where_a_later_one_fails(desk: Desk, do: Do) -> None:
    one, danger = say(desk, BIN), say(desk, DANGER)
    assert view(desk, danger) == "urgent"
    for refused in (danger, MentionKey(999)):
        with pytest.raises(Known):
            do(DecideAll((Decide((one,), "forward"), Decide((refused,), "no_reply"))))
        assert view(desk, one) != "done"
    with_note = Decide((danger,), "no_reply", note="a drill, says the depot")
    do(DecideAll((Decide((one,), "forward"), with_note)))
    assert (view(desk, one), view(desk, danger)) == ("done", "done")
    do(Undo())
    assert view(desk, one) != "done"
    assert view(desk, danger) == "urgent"


def test_a_thread_is_muted_that_was_muted_and_taken_away_before(desk: Desk, do: Do) -> None:
    for _ in range(2):
        key = say(desk, BIN, url=POST)
        do(Mute((key,)))
        do(Undo())
        do(Undo())
    other = say(desk, LAMP, url=f"{POST}other")
    do(Mute((other,)))
    assert view(desk, say(desk, CHAT, thread=POST)) == "glance"  # and no other is muted with it


def test_a_note_is_no_decision(desk: Desk, do: Do) -> None:
    key = say(desk, BIN)
    where = view(desk, key)
    do(AddNote((key,), " rang the depot ", "Amy"))
    assert "note: rang the depot" in past(desk, key)
    assert view(desk, key) == where
    for text in ("  ", "x" * 4001):
        with pytest.raises(NotUnderstood):
            do(AddNote((key,), text))


def test_a_source_removed_or_paused_is_heard_again_by_undo(desk: Desk, do: Do) -> None:
    events: list[Event] = []
    do(AddSource("http://127.0.0.1:9/feed", "Voice", None, True, True))
    desk.listen(events.append)
    do(PauseSource("Voice", True))
    do(RemoveSource("Voice"))
    assert do(Undo()) == "the source Voice is heard again"
    assert do(Undo()) == "the source Voice is heard again"
    assert events.count(SourcesChanged()) == 4
    reader = desk.reader()
    assert [s.health for s in reader.sources() if s.name == "Voice"] == ["new"]
    reader.close()
