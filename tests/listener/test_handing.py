"""A handoff follows the service decision, moves with it, waits where it must, and is undone."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from listener.commands import (
    AddMention,
    Command,
    Correct,
    Decide,
    ForwardTo,
    ImportFile,
    NobodyAtRisk,
    Rang,
    ReadSecond,
    SetArea,
    SetUpCouncil,
    Undo,
)
from listener.councilfile import shipped_council
from listener.desk import Desk
from listener.errors import Known, NotUnderstood
from listener.handoff import AreaContact, Handoff
from listener.mention import Detail, Heard, MentionKey
from listener.spike import SpikeKey
from listener.store.reading import Reader
from tests.listener.store.making import FakeClock

HIGHWAYS, WASTE, STREET = "Highways and transport", "Waste and recycling", "Street scene"
HOLE = "pothole on Wolverton Road, needs filling in please"
FLOOD = "flooding on Wolverton Road, the water is up to the kerb and cars turn back"
CAMP = "caravans have set up an unauthorised encampment at Priory Park"
DANGER = "there is a live cable hanging over the pavement on Mill Street, kids walk past it"
Do = Callable[[Command], object]
T = TypeVar("T")


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def desk(tmp_path: Path, clock: FakeClock) -> Iterator[Desk]:
    opened = Desk.open(tmp_path / "profile", workers=0, polling=False, clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def do(desk: Desk) -> Do:
    return lambda command: desk.ask(command).result()


def say(desk: Desk, text: str, **more: object) -> MentionKey:
    key: MentionKey = desk.ask(AddMention(Heard("", "", text, **more))).result()  # type: ignore[arg-type]
    return key


def read(desk: Desk, look: Callable[[Reader], T]) -> T:
    reader = desk.reader()
    try:
        return look(reader)
    finally:
        reader.close()


def went(desk: Desk, key: MentionKey) -> tuple[Handoff, ...]:
    return read(desk, lambda r: r.handoffs_of(key))


def areas(found: tuple[Handoff, ...]) -> list[tuple[str, str]]:
    return [(h.area, h.role) for h in found]


def detail(desk: Desk, key: MentionKey) -> Detail:
    return read(desk, lambda r: r.detail(key))


@pytest.mark.parametrize("outcome", ["forward", "answer", "no_reply", "monitor"])
def test_the_service_hears_of_it_whatever_the_outcome(desk: Desk, do: Do, outcome: str) -> None:
    key = say(desk, HOLE)
    do(Decide((key,), outcome, "Potholes and road surface", by="Ada"))
    (made,) = went(desk, key)
    assert (made.area, made.role, made.by) == (HIGHWAYS, "lead", "Ada")
    assert made.because == "Potholes and road surface fits best"
    assert read(desk, lambda r: r.handoffs(HIGHWAYS)) == (made,)
    assert read(desk, lambda r: r.area(HIGHWAYS)).waiting == 1


def test_it_is_taken_back_with_the_decision(desk: Desk, do: Do) -> None:
    key = say(desk, HOLE)
    do(Decide((key,), "forward", "Potholes and road surface"))
    assert "Forward" in str(do(Undo()))
    assert went(desk, key) == ()
    assert read(desk, lambda r: r.handoffs()) == ()


def test_a_decision_without_a_service_hands_nothing_over(desk: Desk, do: Do) -> None:
    key = say(desk, "thank you all, have a lovely weekend")
    do(Decide((key,), "out_of_scope"))
    assert went(desk, key) == ()


def test_what_the_service_has_already_and_other_bodies_get_nothing(desk: Desk, do: Do) -> None:
    routed = say(desk, HOLE, already_routed=True)
    motorway = say(desk, "pothole on the M5 slip road again")
    do(Decide((routed,), "forward", "Potholes and road surface"))
    do(Decide((motorway,), "signpost", "Motorways and trunk roads"))
    assert went(desk, routed) == went(desk, motorway) == ()


def test_flooding_on_a_road_goes_to_highways_for_information(desk: Desk, do: Do) -> None:
    key = say(desk, FLOOD)
    do(Decide((key,), "forward", "Flooding"))
    assert areas(went(desk, key)) == [
        ("Emergencies and severe weather", "lead"),
        (HIGHWAYS, "information"),
    ]
    told = [h.what for h in detail(desk, key).history]
    assert f"for information to {HIGHWAYS}: the water stands on a road" in told
    do(Undo())
    assert went(desk, key) == ()


def test_every_post_that_the_decision_covers_goes_there(desk: Desk, do: Do) -> None:
    first = say(desk, HOLE, author="A")
    second = say(desk, HOLE, author="B")
    do(Decide((first,), "forward", "Potholes and road surface"))
    assert len(went(desk, first)) == len(went(desk, second)) == 1


def test_deciding_for_another_service_moves_it_and_undoing_moves_it_back(
    desk: Desk, do: Do
) -> None:
    key = say(desk, HOLE)
    do(Decide((key,), "forward", "Potholes and road surface"))
    do(Decide((key,), "forward", "Fly-tipping", by="Bo"))
    old, new = went(desk, key)
    assert (old.area, old.moved) == (HIGHWAYS, STREET)
    assert (new.area, new.because) == (STREET, "Bo chose Fly-tipping")
    assert read(desk, lambda r: r.handoffs()) == (new,)
    do(Undo())
    (back,) = went(desk, key)
    assert (back.area, back.moved) == (HIGHWAYS, "")


def test_the_same_service_again_hands_nothing_over_twice(desk: Desk, do: Do) -> None:
    key = say(desk, HOLE)
    for outcome in ("forward", "answer"):
        do(Decide((key,), outcome, "Potholes and road surface"))
    assert len(went(desk, key)) == 1


def test_a_corrected_service_moves_what_was_handed_over(desk: Desk, do: Do) -> None:
    key = say(desk, HOLE)
    do(Correct(key, "service", "Fly-tipping"))
    assert went(desk, key) == ()  # not decided yet: there is nothing to move
    do(Decide((key,), "forward", "Fly-tipping"))
    do(Correct(key, "service", "Missed collections", by="Bo"))
    assert areas(read(desk, lambda r: r.handoffs())) == [(WASTE, "lead")]
    assert went(desk, key)[-1].because == "Bo corrected the service"
    do(Undo())
    assert areas(read(desk, lambda r: r.handoffs())) == [(STREET, "lead")]
    assert detail(desk, key).row.category == "Fly-tipping"


def test_a_decision_that_names_no_service_drops_what_nobody_was_told_of(desk: Desk, do: Do) -> None:
    key = say(desk, HOLE)
    do(Decide((key,), "forward", "Potholes and road surface"))
    do(Decide((key,), "out_of_scope"))
    assert read(desk, lambda r: r.handoffs(waiting=False)) == ()
    do(Undo())
    assert len(read(desk, lambda r: r.handoffs())) == 1


def test_a_sensitive_one_waits_for_a_second_reader(desk: Desk, do: Do) -> None:
    key = say(desk, CAMP)
    do(Decide((key,), "forward", "Unauthorised encampments", by="Ada"))
    (made,) = went(desk, key)
    assert made.held.startswith("it waits for a second reader")
    assert read(desk, lambda r: r.handoffs()) == ()
    assert read(desk, lambda r: r.area(made.area)).counts == {"held": 1}
    with pytest.raises(Known, match="Ada wrote it"):
        do(ReadSecond((key,), "ada"))
    assert do(ReadSecond((key,), "Bo")) == 1
    (free,) = read(desk, lambda r: r.handoffs())
    assert (free.held, free.second) == ("", "Bo")
    assert do(Undo()) == "it waits for a second reader again"
    assert read(desk, lambda r: r.handoffs()) == ()
    with pytest.raises(Known, match="Please say who has read it"):
        do(ReadSecond((key,), ""))


def test_who_read_it_besides_may_be_named_at_once(desk: Desk, do: Do) -> None:
    key = say(desk, CAMP)
    with pytest.raises(Known, match="somebody else has to read it"):
        do(Decide((key,), "forward", "Unauthorised encampments", by="Ada", second="Ada"))
    assert detail(desk, key).decision is None
    do(Decide((key,), "forward", "Unauthorised encampments", by="Ada", second="Bo"))
    (made,) = read(desk, lambda r: r.handoffs())
    assert (made.held, made.second) == ("", "Bo")
    with pytest.raises(Known, match="Nothing here waits"):
        do(ReadSecond((key,), "Bo"))


def test_an_area_that_is_marked_sensitive_waits_too(desk: Desk, do: Do) -> None:
    do(SetArea(AreaContact(HIGHWAYS, sensitive=True)))
    key = say(desk, HOLE)
    do(Decide((key,), "forward", "Potholes and road surface"))
    assert went(desk, key)[0].held.endswith("the area is marked as sensitive")


def test_one_more_area_by_hand_stays_when_the_lead_moves(desk: Desk, do: Do) -> None:
    key = say(desk, HOLE)
    do(Decide((key,), "forward", "Potholes and road surface"))
    assert do(ForwardTo((key,), "Parking", because="  the bay is  shut")) == 1
    assert went(desk, key)[-1].because == "added by hand: the bay is shut"
    with pytest.raises(Known, match="Parking has it already"):
        do(ForwardTo((key,), "Parking"))
    with pytest.raises(NotUnderstood, match="no area called Moon"):
        do(ForwardTo((key,), "Moon"))
    with pytest.raises(NotUnderstood, match="Nothing is chosen"):
        do(ForwardTo((), "Parking"))
    do(Decide((key,), "forward", "Fly-tipping"))
    assert areas(read(desk, lambda r: r.handoffs())) == [
        ("Parking", "information"),
        (STREET, "lead"),
    ]


def test_adding_an_area_is_taken_back_alone(desk: Desk, do: Do) -> None:
    key = say(desk, HOLE)
    do(Decide((key,), "forward", "Potholes and road surface"))
    do(ForwardTo((key,), "Parking"))
    assert do(Undo()) == "no longer with Parking"
    assert areas(went(desk, key)) == [(HIGHWAYS, "lead")]


def test_somebody_rang_stands_in_the_history(desk: Desk, do: Do, clock: FakeClock) -> None:
    key = say(desk, HOLE)
    do(Rang((key,), "Highways duty desk", "they send a crew"))
    assert detail(desk, key).history[-1].what == (
        "rang Highways duty desk at 09:00: they send a crew"
    )
    with pytest.raises(NotUnderstood, match="still to come"):
        do(Rang((key,), "Highways", at=clock.now.replace(year=2027)))
    with pytest.raises(NotUnderstood, match="whom you rang"):
        do(Rang((key,), " "))


def test_a_danger_that_was_read_goes_to_its_service_too(desk: Desk, do: Do) -> None:
    key = say(desk, DANGER)
    do(NobodyAtRisk((key,), "isolated an hour ago", "forward", "Street lighting", by="Ada"))
    assert areas(went(desk, key)) == [(HIGHWAYS, "lead")]
    do(Undo())
    assert went(desk, key) == ()


def test_an_issue_is_open_until_its_handoff_is_finished(desk: Desk, do: Do) -> None:
    first = say(desk, HOLE)
    do(Decide((first,), "no_reply", "Potholes and road surface"))
    again = say(desk, HOLE + ".", author="B")
    facts = {s.question: s.because for s in detail(desk, again).verdict.steps}
    assert f"the same was forwarded to {HIGHWAYS} already" in " ".join(facts.values())


def test_finished_ends_the_open_issue(desk: Desk, do: Do, tmp_path: Path) -> None:
    first = say(desk, HOLE)
    do(Decide((first,), "forward", "Potholes and road surface"))
    assert read(desk, lambda r: r.around(first)).issues
    (made,) = went(desk, first)
    desk.close()
    with sqlite3.connect(tmp_path / "profile" / "listener.db") as db:
        db.execute("UPDATE handoff SET finished = 'fixed' WHERE key = ?", [made.key])
    db.close()
    later = Desk.open(tmp_path / "profile", workers=0, polling=False, clock=FakeClock())
    assert read(later, lambda r: r.around(first)).issues == ()
    assert read(later, lambda r: r.handoffs()) == ()
    again = say(later, HOLE + "!", author="C")
    assert "already" not in " ".join(s.because for s in detail(later, again).verdict.steps)
    later.close()


def test_many_are_handed_over_in_one_step(desk: Desk, do: Do, tmp_path: Path) -> None:
    file = tmp_path / "snow.tsv"
    file.write_text(
        "id\ttext\n"
        + "".join(f"{n}\tungritted hill number {n * 7919} near me\n" for n in range(60)),
        encoding="utf-8",
    )
    do(ImportFile(file))
    rows = read(desk, lambda r: r.rows(limit=100)).rows
    keys = tuple(r.key for r in rows if r.view != "urgent")
    do(Decide(keys, "forward", "Gritting and winter service"))
    waiting = read(desk, lambda r: r.area(HIGHWAYS)).waiting
    assert waiting == sum(r.stack_size for r in rows if r.key in keys)
    do(Undo())
    assert read(desk, lambda r: r.area(HIGHWAYS)).waiting == 0


def test_a_spike_goes_to_an_area_once_and_is_taken_back(desk: Desk, do: Do) -> None:
    to = ForwardTo((), HIGHWAYS, "lead", spike=SpikeKey(7), category="Roadworks and closures")
    assert do(to) == 1
    (made,) = read(desk, lambda r: r.handoffs(HIGHWAYS))
    assert (made.spike, made.mention, made.category) == (7, None, "Roadworks and closures")
    with pytest.raises(Known, match="has this spike already"):
        do(to)
    do(Undo())
    assert read(desk, lambda r: r.handoffs()) == ()


def test_what_was_tried_on_the_sample_leaves_with_it(desk: Desk, do: Do) -> None:
    do(ForwardTo((), HIGHWAYS, "lead", spike=SpikeKey(7), category="Roadworks and closures"))
    do(SetUpCouncil(replace(shipped_council(), name="Larkford Council", sample=False)))
    assert read(desk, lambda r: r.handoffs(waiting=False)) == ()


def test_an_open_spike_is_an_open_issue(desk: Desk, tmp_path: Path) -> None:
    key = say(desk, HOLE)
    desk.close()
    db = sqlite3.connect(tmp_path / "profile" / "listener.db", isolation_level=None)
    db.execute(
        "INSERT INTO spike (key, id, title, category, area, place, status, began, noticed, posts, "
        "people, at_least, usual_low, usual_high, usual_words, sureness) "
        "VALUES (1, 'S1', 'Potholes · Wolverton Road', '', '', '', 'open', 0, 0, 1, 1, 0, 0, 0, "
        "'', '')"
    )
    db.execute("INSERT INTO spike_mention VALUES (1, ?)", [key])
    later = Desk.open(tmp_path / "profile", workers=0, polling=False, clock=FakeClock())
    again = say(later, HOLE + "!", author="B")
    steps = " ".join(s.because for s in detail(later, again).verdict.steps)
    assert "it is part of the spike Potholes · Wolverton Road" in steps
    later.close()
    db.execute("UPDATE spike SET status = 'ended'")
    db.close()
    later = Desk.open(tmp_path / "profile", workers=0, polling=False, clock=FakeClock())
    again = say(later, HOLE + "?", author="C")
    assert "part of the spike" not in " ".join(
        s.because for s in detail(later, again).verdict.steps
    )
    later.close()
