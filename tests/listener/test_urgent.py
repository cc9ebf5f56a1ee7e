"""Possible dangers on the whole desk: what is done about them, kept, shown and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from listener import commands as c
from listener.councilfile import read, shipped_council
from listener.desk import Desk
from listener.doctor import examine
from listener.errors import Known, NotUnderstood
from listener.mention import Detail, Heard, MentionKey, Row
from listener.store.reading import Reader
from listener.urgentcards import handover
from rules.urgent import Duty, Sheet
from tests.listener.store.making import FakeClock

GAS = "Strong smell of gas at the top of Mill Lane, can anybody else smell it?"


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def desk(tmp_path: Path, clock: FakeClock) -> Iterator[Desk]:
    opened = Desk.open(tmp_path / "profile", workers=0, polling=False, clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def reader(desk: Desk) -> Iterator[Reader]:
    opened = desk.reader()
    yield opened
    opened.close()


def told(desk: Desk, text: str = GAS, **more: object) -> MentionKey:
    heard = Heard("", "", text, **more)  # type: ignore[arg-type]
    key: MentionKey = desk.ask(c.AddMention(heard, "Me")).result()
    return key


def sheet(reader: Reader, key: MentionKey) -> Sheet:
    found = reader.detail(key).urgent
    assert found is not None
    return found


def did(detail: Detail) -> list[str]:
    return [line.what for line in detail.history[1:]]


def test_an_urgent_clock_runs_in_real_time_from_when_it_was_heard(
    desk: Desk, reader: Reader, clock: FakeClock
) -> None:
    clock.now = clock.now.replace(day=22, hour=23)  # a Sunday night
    key = told(desk)
    mark = reader.row(key).urgent
    assert mark is not None
    assert mark.due == clock.now + timedelta(minutes=15)
    assert reader.alarms().waiting == (mark.due,)
    assert reader.alarms().first == key


def test_an_urgent_clock_runs_as_long_as_the_council_set_it(desk: Desk, reader: Reader) -> None:
    desk.ask(c.Change("urgent_minutes", 40)).result()
    heard, raised = told(desk), told(desk, "The new benches in the park are lovely")
    desk.ask(c.MakeUrgent((raised,), "Amy")).result()
    due = reader.row(heard).heard + timedelta(minutes=40)
    assert [sheet(reader, k).mark.due for k in (heard, raised)] == [due, due]
    assert reader.alarms().waiting == (due, due)


def test_what_was_published_long_before_it_was_heard_has_no_clock(
    desk: Desk, reader: Reader, clock: FakeClock
) -> None:
    key = told(desk, published=clock.now - timedelta(days=3))
    mark = reader.row(key).urgent
    assert mark is not None
    assert mark.due is None
    assert reader.alarms().waiting == ()


def test_whoever_looks_at_it_stops_the_alarm_and_nothing_else(desk: Desk, reader: Reader) -> None:
    key = told(desk)
    desk.ask(c.NoteUrgent((key,), "looking", by="Amy")).result()
    row = reader.row(key)
    assert reader.alarms().waiting == ()
    assert row.view == "urgent"
    assert row.urgent is not None
    assert (row.urgent.looking, row.urgent.due is not None) == ("Amy", True)
    assert did(reader.detail(key))[-1] == "I am looking at it"
    desk.ask(c.Undo()).result()
    assert len(reader.alarms().waiting) == 1


def test_it_leaves_by_being_passed_on_and_undo_brings_it_back(
    desk: Desk, reader: Reader, clock: FakeClock
) -> None:
    key = told(desk)
    at = clock.now - timedelta(minutes=5)
    made = desk.ask(c.PassOn((key,), "Duty engineer", "telephone", at, "H-117", "Amy")).result()
    note = "Passed on to Duty engineer by telephone, Fri 20 Nov 2026 08:55, reference H-117"
    assert (made[0].outcome, made[0].by, made[0].note) == ("urgent", "Amy", note)
    (way,) = sheet(reader, key).ways
    assert (way.whom, way.how, way.told_at, way.reference) == (
        "Duty engineer", "telephone", at, "H-117",
    )  # fmt: skip
    assert reader.export_one(key).decision == made[0]
    assert sheet(reader, key).hold is not None  # what was passed on is kept, and reviewed
    desk.ask(c.Undo()).result()
    assert reader.row(key).view == "urgent"
    assert (sheet(reader, key).ways, sheet(reader, key).hold) == ((), None)


def test_it_leaves_when_somebody_says_why_nobody_is_at_risk(desk: Desk, reader: Reader) -> None:
    key = told(desk)
    desk.ask(c.NobodyAtRisk((key,), "a line from a play", "no_reply", by="Amy")).result()
    (way,) = sheet(reader, key).ways
    assert (way.way, way.by, way.reason, way.outcome) == (
        "nobody_at_risk", "Amy", "a line from a play", "no_reply",
    )  # fmt: skip
    assert reader.row(key).view == "done"
    assert sheet(reader, key).hold is None


def test_it_leaves_with_no_word_that_is_held_and_to_no_service_that_is_not_there(
    desk: Desk, clock: FakeClock
) -> None:
    key = told(desk)
    desk.ask(c.HoldPublicity("a death in the council", clock() + timedelta(hours=4))).result()
    for outcome, service, says in (("join_in", "", "a death"), ("answer", "Dragons", "Dragons")):
        with pytest.raises(Known, match=says):
            desk.ask(c.NobodyAtRisk((key,), "a line from a play", outcome, service)).result()


def test_a_way_out_needs_all_that_makes_it_one(
    desk: Desk, reader: Reader, clock: FakeClock
) -> None:
    key = told(desk)
    for command in (
        c.PassOn((key,), " ", "telephone"),
        c.PassOn((key,), "Ann", "telephone", clock.now + timedelta(hours=1)),
        c.NobodyAtRisk((key,), "", "no_reply"),
        c.NobodyAtRisk((key,), "a play", "urgent"),
        c.NoteUrgent((key,), "rang", " "),
        c.NoteUrgent((key,), "slept"),
        c.GiveToEmergency(key, "Police", " "),
        c.PutOnHold((key,), " "),
    ):
        with pytest.raises(NotUnderstood):
            desk.ask(command).result()
    assert reader.row(key).view == "urgent"


def test_an_ordinary_decision_lets_no_danger_out_without_a_word(desk: Desk, reader: Reader) -> None:
    key, other = told(desk), told(desk, "A pothole in Mill Lane burst my tyre")
    with pytest.raises(Known, match="leaves Urgent only"):
        desk.ask(c.Decide((key,), "no_reply")).result()
    with pytest.raises(Known, match="leaves Urgent only"):
        desk.ask(c.Decide((other, key), "no_reply", note="all of them")).result()
    assert reader.row(other).view != "done"
    desk.ask(c.Decide((key,), "no_reply", note="read: it is about a cooker")).result()
    (way,) = sheet(reader, key).ways
    assert (way.way, way.reason) == ("nobody_at_risk", "read: it is about a cooker")


def test_anything_is_made_urgent_decided_or_not_and_has_a_fresh_clock(
    desk: Desk, reader: Reader, clock: FakeClock
) -> None:
    key = told(desk, "A pothole in Mill Lane burst my tyre")
    desk.ask(c.Decide((key,), "no_reply")).result()
    later = clock.later(hours=3)
    desk.ask(c.MakeUrgent((key,), "Amy")).result()
    row = reader.row(key)
    assert (row.view, row.grade, row.decided) == ("urgent", "person", "")
    assert row.urgent is not None
    assert row.urgent.due == later + timedelta(minutes=15)
    assert did(reader.detail(key))[-1] == "made urgent"
    desk.ask(c.Undo()).result()
    assert (reader.row(key).view, reader.row(key).decided) == ("done", "no_reply")


def test_who_looked_before_does_not_quiet_a_later_danger(
    desk: Desk, reader: Reader, clock: FakeClock
) -> None:
    key = told(desk)
    desk.ask(c.NoteUrgent((key,), "looking", by="Amy")).result()
    desk.ask(c.NobodyAtRisk((key,), "a cooker", "no_reply")).result()
    clock.later(hours=1)
    desk.ask(c.MakeUrgent((key,))).result()
    assert reader.alarms().first == key


def test_whom_one_rang_is_kept_with_name_and_time(
    desk: Desk, reader: Reader, clock: FakeClock
) -> None:
    key = told(desk)
    desk.ask(c.NoteUrgent((key,), "rang", "999: on their way", "Amy")).result()
    (act,) = sheet(reader, key).acts
    assert (act.kind, act.by, act.at, act.what) == (
        "rang", "Amy", clock.now, "rang 999: on their way",
    )  # fmt: skip


def test_what_is_given_to_emergency_services_is_logged_and_not_repeated(
    desk: Desk, reader: Reader, clock: FakeClock
) -> None:
    key = told(desk, author="@someone", url="https://x.example/1", published=clock.now, channel="x")
    asked = c.GiveToEmergency(key, "Police (999)", "to protect somebody's life", "Amy")
    given = desk.ask(asked).result()
    for part in ("https://x.example/1", "@someone", "Me (x)", "20 November 2026, 09:00:00", GAS):
        assert part in given
    said = did(reader.detail(key))[-1]
    assert said == sheet(reader, key).acts[0].what
    assert "Police (999)" in said
    assert "to protect somebody's life" in said
    assert "with the author's name or handle" in said
    assert "@someone" not in said
    assert "gas" not in said
    with pytest.raises(Known):
        while True:  # everything else can be taken back; what left the house cannot
            desk.ask(c.Undo()).result()
    assert not reader.rows("urgent").rows


def test_what_has_no_author_and_no_link_says_so() -> None:
    text = handover(Heard("1", "T", "words"), "Voice", "now")
    assert "Link: none known" in text
    assert "not kept, or not shown" in text
    assert "not given by the source" in text


def test_a_hold_is_put_reviewed_renewed_and_ended(
    desk: Desk, reader: Reader, clock: FakeClock
) -> None:
    key = told(desk, "A pothole in Mill Lane burst my tyre")
    desk.ask(c.PutOnHold((key,), "the police may ask", "Amy")).result()
    hold = sheet(reader, key).hold
    assert hold is not None
    assert (hold.why, hold.review - hold.at) == ("the police may ask", timedelta(days=7))
    assert [r.key for r in reader.rows(search="is:held").rows] == [key]
    clock.later(days=7)
    assert reader.alarms().reviews == 1
    desk.ask(c.PutOnHold((key,), "they asked", "Amy")).result()
    assert reader.alarms().reviews == 0
    desk.ask(c.EndHold((key,), "they have it", "Amy")).result()
    assert sheet(reader, key).hold is None
    with pytest.raises(Known, match="not on hold"):
        desk.ask(c.EndHold((key,), "again")).result()
    for why in ("they asked", "the police may ask"):
        desk.ask(c.Undo()).result()
        found = sheet(reader, key).hold
        assert found is not None
        assert found.why == why
    with pytest.raises(Known, match="nothing of today"):  # the first hold is a week old
        desk.ask(c.Undo()).result()


def test_everything_done_about_it_outlives_a_restart_and_can_be_taken_back(
    tmp_path: Path, desk: Desk, clock: FakeClock
) -> None:
    key = told(desk)
    desk.ask(c.PassOn((key,), "Duty engineer", "999")).result()
    desk.close()
    again = Desk.open(tmp_path / "profile", workers=0, polling=False, clock=clock)
    assert "taken back" in again.ask(c.Undo()).result()
    reader = again.reader()
    assert reader.row(key).view == "urgent"
    reader.close()
    again.close()


def test_a_text_that_may_distress_is_marked_in_every_list(desk: Desk, reader: Reader) -> None:
    key = told(desk, "I can't go on, I want to end my life tonight")
    calm = told(desk)
    assert hidden(reader.row(key))
    assert not hidden(reader.row(calm))
    desk.ask(c.PassOn((key,), "999", "999")).result()
    assert all(hidden(r) for r in reader.rows("done").rows)
    assert sheet(reader, key).mark.hidden


def hidden(row: Row) -> bool:
    return row.urgent is not None and row.urgent.hidden


def test_duty_contacts_are_kept_without_reading_anything_again(
    desk: Desk, reader: Reader, tmp_path: Path
) -> None:
    key = told(desk)
    before = reader.detail(key).reading
    council = reader.council()
    fewer = tuple(d for d in council.duty if d.role != "water")
    desk.ask(c.SetDuty(fewer, council.approved_replies)).result()
    assert reader.alarms().missing == ("Water company",)
    assert sheet(reader, key).contacts == fewer
    assert reader.detail(key).reading == before
    for wrong in (Duty("cook", phone="1"), Duty("water", phone="1", hours="9 to 5")):
        with pytest.raises(NotUnderstood):
            desk.ask(c.SetDuty((wrong,))).result()
    desk.close()
    states = {f.what: (f.state, f.says) for f in examine(tmp_path / "profile")}
    assert states["duty contacts"][0] == "fault"
    assert "Water company" in states["duty contacts"][1]


def test_the_sample_council_has_every_contact_and_only_numbers_of_drama(
    desk: Desk, reader: Reader
) -> None:
    assert reader.alarms().missing == ()
    for duty in shipped_council().duty:
        for number in (duty.phone, duty.out_of_hours):
            assert not number or number.startswith(("01632 960", "07700 900"))


def test_duty_contacts_are_read_from_the_councils_file() -> None:
    council = read(
        'name = "x"\n[[duty]]\nrole = "water"\nphone = "1"\nhours = "always"\n'
        '[[approved_replies]]\ntype = "self_harm"\ntext = "t"\nby = "lead"\non = 2026-01-02\n'
    )
    assert council.duty == (Duty("water", phone="1", hours="always"),)
    assert council.approved_replies[0].by == "lead"
    for wrong, key in (
        ('[[duty]]\nrole = "cook"', "role"),
        ('[[duty]]\nrole = "water"\nhours = "9 to 5"', "hours"),
        ('[[approved_replies]]\ntype = "gas"\ntext = "t"\nby = "b"', "type"),
        ('[[approved_replies]]\ntype = "self_harm"\ntext = "t"', "by"),
    ):
        with pytest.raises(NotUnderstood, match=f"“{key}”"):
            read(f'name = "x"\n{wrong}')


def test_another_file_of_the_same_council_leaves_its_contacts(
    desk: Desk, reader: Reader, tmp_path: Path
) -> None:
    file = tmp_path / "council.toml"
    file.write_text('name = "Walsbury"', encoding="utf-8")
    desk.ask(c.UseCouncil(file)).result()
    assert reader.council().duty == ()  # the sample's contacts are nobody's
    desk.ask(c.SetDuty((Duty("water", phone="1", hours="always"),))).result()
    desk.ask(c.UseCouncil(file)).result()
    assert len(reader.council().duty) == 1


def test_a_danger_that_came_later_is_ranked_by_the_clock_that_is_shown(
    desk: Desk, reader: Reader, clock: FakeClock
) -> None:
    old = told(desk, "The museum in Tipley opens at ten", published=clock() - timedelta(3))
    clock.later(hours=3)
    first = told(desk, "A notice went up at the allotments")
    desk.ask(c.MakeUrgent((first,))).result()
    clock.later(minutes=5)
    desk.ask(c.MakeUrgent((old,))).result()
    for row in reader.rows("urgent").rows:
        assert row.urgent is not None
        assert row.due == row.urgent.due
    rows = {r.key: r for r in reader.rows("urgent").rows}
    assert rows[old].due == clock() + timedelta(minutes=15)
    assert rows[first].due == clock() + timedelta(minutes=10)
    assert [r.key for r in reader.rows("urgent").rows] == [first, old]


def test_a_worse_danger_buys_no_time_where_a_clock_runs(
    desk: Desk, reader: Reader, clock: FakeClock
) -> None:
    key = told(desk, "There is an open manhole on Mill Lane, no cover on it")
    assert reader.row(key).view == "urgent"
    due = reader.row(key).due
    clock.later(minutes=10)
    desk.ask(c.Correct(key, "danger", "person")).result()
    row = reader.row(key)
    assert row.grade == "person"
    assert row.urgent is not None
    assert (row.due, row.urgent.due) == (due, due)


def test_whoever_keeps_office_hours_keeps_those_of_the_council(
    desk: Desk, reader: Reader, clock: FakeClock
) -> None:
    key = told(desk)
    day = clock().date()
    desk.ask(c.Change("hours", "off off off off off 09:00-13:00 off")).result()
    desk.ask(c.Change("holidays", f"+{day}")).result()
    office = sheet(reader, key).office
    assert [bool(d) for d in office.hours] == [False] * 5 + [True, False]
    assert day in office.holidays
    assert reader.office() == office
