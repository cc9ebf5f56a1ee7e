"""Reminders: after the agreed time, once, then the deputy; none while nobody knows it went."""

from __future__ import annotations

import sqlite3
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest

from listener.chasing import Chasing
from listener.commands import Change, RecordResponse, Remind, SendDigest
from listener.desk import Desk
from listener.errors import Known
from listener.handoff import DigestKey
from listener.profile import DATABASE
from tests.listener.answers.test_recording import acts, look
from tests.listener.answers.town import HIGHWAYS, Clock, town

DIGEST = DigestKey(1)


def smtp(desk: Desk) -> None:
    for name, value in (
        ("mail_host", "localhost"), ("mail_from", "comms@brackenford.example"),
        ("responses_address", "replies@brackenford.example"), ("mail_way", "smtp"),
    ):  # fmt: skip
        desk.ask(Change(name, value)).result()


def reminders(desk: Desk) -> list[Any]:
    return [d for d in look(desk, lambda r: r.outbox.deliveries()) if d.purpose == "reminder"]


def written(folder: Path, key: int) -> Any:
    with sqlite3.connect(folder / DATABASE) as db:
        raw = db.execute("SELECT mail FROM delivery WHERE key = ?", [key]).fetchone()[0]
    db.close()
    return message_from_bytes(raw, policy=policy.default)


def test_nothing_is_late_before_its_time(desk: Desk, clock: Clock) -> None:
    assert look(desk, lambda r: r.answers.overdue()) == ()
    with pytest.raises(Known, match="A reminder goes out if there is no answer"):
        desk.ask(Remind(DIGEST)).result()


def test_an_officer_reminds_and_then_the_deputy_is_told(
    desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    smtp(desk)
    clock.move(days=4)
    (late,) = look(desk, lambda r: r.answers.overdue())
    assert (late.area, late.step) == (HIGHWAYS.area, "remind")
    made = desk.ask(Remind(DIGEST, "Amy")).result()
    assert made.to == HIGHWAYS.addresses
    mail = written(tmp_path, made.key)
    assert mail["Subject"] == "Reminder: Roadworks · Wolverton Road [CL-7F3K2]"
    assert mail["In-Reply-To"] == "<d1.7F3K2@brackenford.example>"
    assert "[CL-7F3K2-ours]" in mail.as_string() or "CL-7F3K2-ours" in str(
        mail.get_body(("html",)).get_content()
    )
    with pytest.raises(Known, match="The deputy is told at"):
        desk.ask(Remind(DIGEST, "Amy")).result()
    clock.move(days=8)
    made = desk.ask(Remind(DIGEST, "Amy")).result()
    assert made.to == (HIGHWAYS.deputy,)
    (late,) = look(desk, lambda r: r.answers.overdue())
    assert late.step == "tell"
    assert "Please ring them" in late.says
    with pytest.raises(Known, match="Nothing was sent"):
        desk.ask(Remind(DIGEST, "Amy")).result()
    assert any("the deputy is told" in what for what in acts(desk))


def test_an_answer_ends_it_and_in_hand_puts_it_off(desk: Desk, clock: Clock) -> None:
    clock.move(days=4)
    until = clock.at.replace(hour=23)
    desk.ask(RecordResponse("in_hand", digest=DIGEST, until=until)).result()
    assert look(desk, lambda r: r.answers.overdue()) == ()
    clock.move(days=4)
    (late,) = look(desk, lambda r: r.answers.overdue())
    assert "in hand until" in late.says
    desk.ask(RecordResponse("finished", digest=DIGEST, action="fixed")).result()
    assert look(desk, lambda r: r.answers.overdue()) == ()


def test_a_draft_that_is_not_known_sent_gets_no_reminder(
    desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    with sqlite3.connect(tmp_path / DATABASE) as db:
        db.execute("UPDATE digest SET state = 'opened'")
        db.execute("UPDATE delivery SET state = 'opened', way = 'eml'")
    db.close()
    clock.move(days=10)
    (late,) = look(desk, lambda r: r.answers.overdue())
    assert (late.sent, late.step) == (None, "wait")
    assert "not known whether this mail went" in late.says
    with pytest.raises(Known, match="Nothing was sent"):
        desk.ask(Remind(DIGEST)).result()


@pytest.mark.parametrize(("way", "many"), [("smtp", 1), ("eml", 0)])
def test_by_itself_it_reminds_once_where_mail_needs_no_person(
    tmp_path: Path, clock: Clock, way: str, many: int
) -> None:
    folder = town(tmp_path, clock)
    desk = Desk.open(folder, workers=0, polling=False, clock=clock)
    smtp(desk)
    desk.ask(Change("mail_way", way)).result()
    desk.close()
    clock.move(days=4)
    for _ in range(2):
        desk = Desk.open(folder, workers=0, polling=False, clock=clock)
        office = desk._engine._work  # type: ignore[union-attr]
        chasing = Chasing(office._bench, office._posting, by_itself=True)
        desk._engine.post(chasing.expire)  # type: ignore[union-attr]
        desk._engine.post(chasing.expire)  # type: ignore[union-attr]
        desk.ask(Change("badge", True)).result()
        assert len(reminders(desk)) == many
        desk.close()


def test_a_reminder_without_an_address_can_be_sent_later(desk: Desk, clock: Clock) -> None:
    clock.move(days=4)
    desk.ask(Change("mail_way", "smtp")).result()
    with pytest.raises(Known, match="does not say"):
        desk.ask(Remind(DIGEST)).result()
    smtp(desk)
    assert desk.ask(Remind(DIGEST)).result().purpose == "reminder"


def test_a_reminder_is_no_digest(desk: Desk, clock: Clock) -> None:
    smtp(desk)
    clock.move(days=4)
    desk.ask(Remind(DIGEST)).result()
    with pytest.raises(Known):
        desk.ask(SendDigest(DIGEST)).result()
