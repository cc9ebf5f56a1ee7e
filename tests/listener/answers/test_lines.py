"""One line for the many posts of a spike: four eyes, versions, who was told the old one."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from listener.commands import (
    Change,
    EndLine,
    HoldPublicity,
    MakeUrgent,
    MarkRead,
    RecordResponse,
    SetLine,
    Undo,
    UseLine,
)
from listener.desk import Desk
from listener.errors import Known, NotUnderstood
from listener.handoff import Line, LineUsed
from listener.mention import MentionKey
from listener.profile import DATABASE
from tests.listener.answers.test_recording import SPIKE, acts, look
from tests.listener.answers.town import NOW, Clock

SAYS = "The lights on Wolverton Road run until 5 pm today; we have asked for longer green times."


def set_line(desk: Desk, text: str = SAYS, **more: Any) -> Line:
    command = SetLine(SPIKE, text, "Bob", NOW + timedelta(days=7), by="Amy")
    return desk.ask(replace(command, **more)).result()


def posts(desk: Desk) -> list[MentionKey]:
    return [p.key for p in look(desk, lambda r: r.answers.posts(SPIKE))]


def use(desk: Desk, line: Line, *keys: MentionKey, **more: Any) -> LineUsed:
    return desk.ask(UseLine(line.key, keys, by="Amy", **more)).result()


def told(desk: Desk) -> list[str]:
    return [p.told for p in look(desk, lambda r: r.answers.posts(SPIKE))]


def test_a_line_is_approved_by_somebody_else_and_holds_for_a_time(desk: Desk, clock: Clock) -> None:
    made = set_line(desk)
    assert (made.version, made.approver, made.by, made.ended) == (1, "Bob", "Amy", False)
    assert look(desk, lambda r: r.answers.line_of(SPIKE)) == made
    assert acts(desk) == ["set line 1, approved by Bob"]
    clock.move(days=8)
    assert look(desk, lambda r: r.answers.line_of(SPIKE)) is None
    with pytest.raises(Known, match="This line is over"):
        use(desk, made, posts(desk)[0])


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"approver": "amy"}, "somebody else has to read it"),
        ({"approver": ""}, "say who has read it"),
        ({"text": " "}, "nothing in the line"),
        ({"text": "x" * 5_001}, "at most 5,000"),
        ({"text": "We have {what was changed}."}, "Not filled in"),
        ({"ends": NOW - timedelta(days=1)}, "over before it begins"),
        ({"ends": NOW + timedelta(days=60)}, "6 weeks at most"),
    ],
)
def test_what_cannot_be_a_line_says_why(desk: Desk, more: dict[str, Any], says: str) -> None:
    with pytest.raises(NotUnderstood, match=says):
        set_line(desk, **more)
    assert look(desk, lambda r: r.answers.lines(SPIKE)) == ()


def test_a_line_answers_posts_and_is_noted_at_each(desk: Desk) -> None:
    line = set_line(desk)
    keys = posts(desk)
    used = use(desk, line, *keys[:2])
    assert [r.text for r in used.replies] == [SAYS, SAYS]
    assert [r.state for r in used.replies] == ["copied", "copied"]
    assert used.line.used == tuple(sorted(keys[:2]))
    assert used.fault == "No address of the contact centre is set."
    detail = look(desk, lambda r: r.detail(keys[0]))
    assert detail.decision.outcome == "answer"
    what = "answered with line 1 for Roadworks and closures · Wolverton Road"
    assert what in [h.what for h in detail.history]
    assert sorted(told(desk)) == ["current", "current", "not"]
    desk.ask(Undo()).result()
    assert told(desk) == ["not"] * 3
    assert look(desk, lambda r: r.detail(keys[0])).decision is None


def test_when_it_changes_those_who_were_told_the_old_one_are_listed(desk: Desk) -> None:
    keys = posts(desk)
    use(desk, set_line(desk), *keys[:2])
    assert look(desk, lambda r: r.answers.told_old_line(SPIKE)) == ()
    same = set_line(desk, f"{SAYS} Thank you.", same=True)
    assert look(desk, lambda r: r.answers.told_old_line(SPIKE)) == ()
    two = set_line(desk, "The lights run until Friday.")
    old = look(desk, lambda r: r.answers.told_old_line(SPIKE))
    assert [p.key for p in old] == keys[:2]
    assert old[0].version == 1
    detail = look(desk, lambda r: r.detail(keys[0]))
    assert "was told the old line" in detail.history[-1].what
    assert detail.row.view == "done"
    with pytest.raises(Known, match="replaced or ended"):
        use(desk, same, keys[2])
    use(desk, two, keys[0])
    assert [p.key for p in look(desk, lambda r: r.answers.told_old_line(SPIKE))] == [keys[1]]
    assert [line.version for line in look(desk, lambda r: r.answers.lines(SPIKE))] == [3, 2, 1]


def test_setting_and_ending_are_taken_back(desk: Desk) -> None:
    one = set_line(desk)
    set_line(desk, "Another.")
    desk.ask(EndLine(SPIKE, "Amy")).result()
    with pytest.raises(Known, match="no line that holds"):
        desk.ask(EndLine(SPIKE, "Amy")).result()
    assert look(desk, lambda r: r.answers.line_of(SPIKE)) is None
    desk.ask(Undo()).result()
    assert look(desk, lambda r: r.answers.line_of(SPIKE)).version == 2
    desk.ask(Undo()).result()
    assert look(desk, lambda r: r.answers.line_of(SPIKE)) == one
    desk.ask(Undo()).result()
    assert look(desk, lambda r: r.answers.lines(SPIKE)) == ()


def test_held_publicity_and_pre_election_dates_stop_a_line(desk: Desk) -> None:
    line = set_line(desk)
    desk.ask(HoldPublicity("mourning", NOW + timedelta(days=3), by="Amy")).result()
    with pytest.raises(Known, match="all publicity is held"):
        use(desk, line, posts(desk)[0])
    with pytest.raises(NotUnderstood, match="all publicity is held"):
        set_line(desk, "More.")
    assert len(use(desk, line, posts(desk)[0], needed=True).replies) == 1


def test_a_pre_election_period_stops_lines_that_are_not_needed(desk: Desk) -> None:
    for name, day in (("pre_election_from", "2026-11-01"), ("pre_election_to", "2026-12-10")):
        desk.ask(Change(name, day)).result()
    with pytest.raises(NotUnderstood, match="pre-election period until 10 December"):
        set_line(desk)
    assert set_line(desk, needed=True).version == 1
    member = look(desk, lambda r: r.council()).members[0].name
    with pytest.raises(NotUnderstood, match="names a party, a candidate or a member"):
        set_line(desk, f"{member} has opened the road again.", needed=True)


def test_the_contact_centre_is_told_when_a_version_is_first_used(
    desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    for name, value in (
        ("mail_host", "localhost"), ("mail_from", "comms@brackenford.example"),
        ("mail_way", "smtp"), ("contact_centre", "contact.centre@brackenford.example"),
    ):  # fmt: skip
        desk.ask(Change(name, value)).result()
    keys = posts(desk)
    line = set_line(desk)
    first = use(desk, line, keys[0])
    assert first.told is not None
    assert first.told.to == ("contact.centre@brackenford.example",)
    assert "(line 1)" in first.told.subject
    assert use(desk, line, keys[1]).told is None
    again = use(desk, set_line(desk, "The lights run until Friday."), keys[0])
    assert again.told is not None
    assert "(line 2)" in again.told.subject


def test_you_said_we_did_holds_no_word_that_nobody_read(desk: Desk) -> None:
    assert look(desk, lambda r: r.answers.done_draft(SPIKE)) == ""
    record = RecordResponse("finished", spike=SPIKE, changed="the diversion signs", action="fixed",
                            by="Amy")  # fmt: skip
    key = desk.ask(record).result().response.key
    draft = look(desk, lambda r: r.answers.done_draft(SPIKE))
    assert draft == (
        "You told us about Wolverton Road. We have: the diversion signs. Thank you for telling us. "
        "{link}"
    )
    unread(desk.profile, key)
    assert "the diversion signs" not in look(desk, lambda r: r.answers.done_draft(SPIKE))
    assert "{what was changed}" in look(desk, lambda r: r.answers.done_draft(SPIKE))
    assert desk.ask(MarkRead(key, "Amy")).result().read_by == "Amy"
    assert "the diversion signs" in look(desk, lambda r: r.answers.done_draft(SPIKE))
    desk.ask(Undo()).result()
    assert "the diversion signs" not in look(desk, lambda r: r.answers.done_draft(SPIKE))


def unread(profile: Path, key: int) -> None:
    """As a mail is kept that nobody has read yet."""
    with sqlite3.connect(profile / DATABASE) as db:
        db.execute("UPDATE response SET read_by = '' WHERE key = ?", [key])
    db.close()


def test_too_many_at_once_are_refused(desk: Desk) -> None:
    line = set_line(desk)
    with pytest.raises(NotUnderstood, match="At most 200"):
        use(desk, line, *(MentionKey(n) for n in range(201)))


def test_a_possible_danger_gets_no_line(desk: Desk) -> None:
    line = set_line(desk)
    keys = posts(desk)
    desk.ask(MakeUrgent((keys[0],), "Amy")).result()
    used = use(desk, line, *keys[:2])
    assert [k for k, _ in used.left_out] == [keys[0]]
    assert "possible danger" in used.left_out[0][1]
    assert len(used.replies) == 1
    assert look(desk, lambda r: r.answers.posts(SPIKE))[0].urgent
