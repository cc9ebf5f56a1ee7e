"""Mails are sent once, and only once, whatever the server does; each step is kept in words."""

from __future__ import annotations

from datetime import timedelta

import pytest

from listener import commands as c
from listener.errors import Known, NotUnderstood
from tests.listener.forward.conftest import Bench
from tests.listener.forward.making import area_kept, digest_kept
from tests.listener.forward.town import Box


def test_a_digest_goes_to_its_area_with_a_copy_to_the_responses_mailbox(
    posted: Bench, box: Box
) -> None:
    made = posted.send()
    assert (made.state, posted.digest()) == ("queued", "queued")
    assert posted.post() == 1
    to, _ = box.mails[0]
    assert to == ["desk@highways.example", "answers@brackenford.example"]
    mail = box.read()[0]
    assert mail["Message-ID"] == made.message_id
    assert mail["Bcc"] is None
    assert mail["Reply-To"] == "answers@brackenford.example"
    assert mail["Subject"] == "Roadworks on Wolverton Road: 14 posts [CL-TOK0001]"
    assert (posted.get(made.key).state, posted.digest()) == ("sent", "sent")
    said = [words for _, words in posted.get(made.key).log]
    assert said == [
        "Put in the queue by Officer, to desk@highways.example.",
        "Handing it to the server.",
        "It went at Fri 20 Nov 09:00.",
    ]


def test_nothing_is_sent_twice(posted: Bench, box: Box) -> None:
    made = posted.send()
    with pytest.raises(Known, match="nothing is sent twice"):
        posted.desk.ask(c.SendDigest(made.digest)).result()  # type: ignore[arg-type]
    posted.post()
    with pytest.raises(Known, match="nothing is sent twice"):
        posted.desk.ask(c.SendAgain(made.key)).result()
    posted.post()
    assert len(box.mails) == 1


def test_a_server_that_is_gone_for_an_hour_gets_it_once_it_is_back(posted: Bench, box: Box) -> None:
    held = posted.port()
    posted.set(mail_port=9)  # nobody is there
    made = posted.send()
    waits = []
    for _ in range(6):
        posted.post()
        now = posted.get(made.key)
        assert now.next_at is not None
        assert "nobody takes mail at 127.0.0.1:9" in now.says
        waits.append(now.next_at - posted.clock.now)
        posted.clock.now = now.next_at
    assert waits == [timedelta(minutes=m) for m in (1, 5, 15, 30, 60, 60)]
    posted.set(mail_port=held)
    assert posted.post() == 1
    assert posted.get(made.key).state == "sent"
    assert len(box.mails) == 1


def test_after_two_days_a_person_decides(posted: Bench) -> None:
    posted.set(mail_port=9)
    made = posted.send()
    posted.post()
    posted.clock.now += timedelta(days=2)
    posted.post()
    now = posted.get(made.key)
    assert (now.state, posted.digest()) == ("failed", "failed")
    assert "tried 2 times in two days" in now.says


@pytest.mark.parametrize(
    ("answer", "state", "says"),
    [
        ("452 4.2.2 over quota", "queued", "the mailbox is full"),
        ("552 5.2.2 over quota", "failed", "the mailbox is full"),
        ("554 5.7.1 no spam here", "failed", "does not let us send"),
        ("421 closing", "queued", "busy or closing"),
    ],
)
def test_a_refusal_is_said_in_words_and_kept(
    posted: Bench, box: Box, answer: str, state: str, says: str
) -> None:
    box.answers.append(answer)
    made = posted.send()
    posted.post()
    now = posted.get(made.key)
    assert now.state == state
    assert says in now.says
    assert not box.mails
    if state == "failed":
        posted.desk.ask(c.SendAgain(made.key)).result()
    else:
        assert now.next_at is not None
        posted.clock.now = now.next_at
    assert posted.post() == 1
    assert box.read()[0]["Message-ID"] == made.message_id


def test_one_full_mailbox_of_two_gets_it_later_and_the_other_once(posted: Bench, box: Box) -> None:
    area_kept(posted.profile, "Highways", "desk@highways.example", "depot@highways.example")
    box.refuses["depot@highways.example"] = "452 4.2.2 full"
    made = posted.send()
    posted.post()
    now = posted.get(made.key)
    assert now.state == "queued"
    assert "depot@highways.example: the mailbox is full" in now.says
    box.refuses.clear()
    assert now.next_at is not None
    posted.clock.now = now.next_at
    posted.post()
    assert posted.get(made.key).state == "sent"
    got = [a for to, _ in box.mails for a in to if a.endswith("highways.example")]
    assert got == ["desk@highways.example", "depot@highways.example"]


def test_an_address_that_is_none_is_told_and_the_mail_goes_to_its_right_one(
    posted: Bench, box: Box
) -> None:
    area_kept(posted.profile, "Highways", "desk@highways.example", "gone@highways.example")
    box.refuses["gone@highways.example"] = "550 5.1.1 no such user"
    made = posted.send()
    posted.post()
    now = posted.get(made.key)
    assert now.state == "sent"
    assert now.faults == (
        ("gone@highways.example", "there is no such address (550 5.1.1 no such user)"),
    )
    again = c.SendAgain(made.key, ("new@highways.example",))
    posted.desk.ask(again).result()
    posted.post()
    assert box.mails[1][0] == ["new@highways.example", "answers@brackenford.example"]
    assert [m["Message-ID"] for m in box.read()] == [made.message_id] * 2
    assert box.read()[1]["To"] == "new@highways.example"


def test_a_line_that_breaks_while_the_server_takes_it_is_not_tried_again(
    posted: Bench, box: Box
) -> None:
    box.hangs_up = True
    made = posted.send()
    posted.post()
    now = posted.get(made.key)
    assert now.state == "unknown"
    assert "Not known whether it went" in now.says
    posted.clock.now += timedelta(days=1)
    posted.post()
    assert len(box.mails) == 1
    told = posted.desk.ask(c.MarkSent(made.key)).result()
    assert (told.state, told.says) == ("sent", "Officer says that it went.")
    assert posted.digest() == "sent"


def test_what_is_not_known_is_sent_again_with_the_same_message_id(posted: Bench, box: Box) -> None:
    box.hangs_up = True
    made = posted.send()
    posted.post()
    box.hangs_up = False
    posted.desk.ask(c.SendAgain(made.key)).result()
    assert posted.post() == 1
    assert len({m["Message-ID"] for m in box.read()}) == 1


def test_a_thousand_go_over_one_line(posted: Bench, box: Box) -> None:
    for key in range(1, 1_001):
        posted.send(key)
    assert posted.post() == 1_000
    assert box.lines == 1
    assert len({m["Message-ID"] for m in box.read()}) == 1_000
    assert {d.state for d in posted.all()} == {"sent"}


def test_what_is_not_set_yet_is_said(bench: Bench) -> None:
    bench.set(mail_way="smtp")
    with pytest.raises(NotUnderstood, match="the mail server and the address to send from"):
        bench.send()


def test_an_area_without_address_is_said_and_nothing_is_queued(posted: Bench) -> None:
    key = digest_kept(posted.profile, 5, area="Waste")
    with pytest.raises(NotUnderstood, match="Nothing was sent to Waste"):
        posted.desk.ask(c.SendDigest(key)).result()
    assert posted.all() == ()


def test_a_mail_is_stopped_while_it_waits(posted: Bench, box: Box) -> None:
    made = posted.send()
    assert posted.desk.ask(c.StopMail(made.key)).result().state == "failed"
    assert posted.post() == 0
    assert not box.mails
    with pytest.raises(Known, match="does not wait any more"):
        posted.desk.ask(c.StopMail(made.key)).result()
