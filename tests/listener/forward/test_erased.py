"""What was erased stays in no kept mail, be it sent, waiting, or lying there as a draft."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest

from listener import commands as c
from listener.errors import Known
from listener.handoff import Delivery, DigestKey
from listener.profile import DATABASE
from listener.store.digests import blank
from tests.listener.forward.conftest import Bench
from tests.listener.forward.making import area_kept, digest_kept
from tests.listener.forward.town import Box

COPY = "Its copy was erased with a post in it."
Erase = Callable[[], None]


@pytest.fixture
def erase(bench: Bench) -> Erase:
    """Erases the post that is quoted in digest 1, as the store does, beside the desk."""

    def done() -> None:
        with closing(sqlite3.connect(bench.profile / DATABASE)) as db, db:
            db.execute(
                "INSERT INTO digest_said VALUES (7, 1, 'quote', 'Down to one lane.') "
                "ON CONFLICT DO NOTHING"
            )
            blank(db, 7)

    return done


def kept(bench: Bench) -> bytes:
    with closing(sqlite3.connect(bench.profile / DATABASE)) as db:
        return b"".join(mail for (mail,) in db.execute("SELECT mail FROM delivery"))


def test_a_mail_that_went_loses_its_body_and_keeps_its_log(
    posted: Bench, box: Box, erase: Erase
) -> None:
    made = posted.send()
    posted.post()
    erase()
    now = posted.get(made.key)
    assert kept(posted) == b""
    assert (now.state, now.to, now.message_id) == ("sent", made.to, made.message_id)
    assert now.says.endswith(COPY)
    assert now.log[-1][1] == COPY
    assert posted.digest() == "sent"
    with pytest.raises(Known, match="not sent again"):
        posted.desk.ask(c.SendAgain(made.key, ("other@highways.example",))).result()


def test_one_that_waits_is_given_up_and_its_digest_is_a_draft_again(
    posted: Bench, box: Box, erase: Erase
) -> None:
    made = posted.send()
    erase()
    now = posted.get(made.key)
    assert (now.state, posted.digest()) == ("failed", "draft")
    assert "Its digest is a draft again" in now.says
    assert posted.post() == 0
    assert box.mails == []
    again: Delivery = posted.desk.ask(c.SendDigest(DigestKey(1))).result()
    posted.post()
    assert posted.get(again.key).state == "sent"
    assert b"Down to one lane" not in box.mails[0][1]
    assert b"erased on request" in box.mails[0][1]


def test_one_of_which_a_desk_has_its_copy_already_is_not_written_anew(
    posted: Bench, box: Box, erase: Erase
) -> None:
    box.refuses["second@highways.example"] = "450 mailbox full"
    area_kept(posted.profile, "Highways", "desk@highways.example", "second@highways.example")
    made = posted.send()
    posted.post()
    assert posted.get(made.key).state == "queued"
    erase()
    now = posted.get(made.key)
    assert (now.state, posted.digest()) == ("sent", "sent")
    assert now.faults == (("second@highways.example", "its copy was erased with a post in it"),)


def test_a_draft_file_goes_and_a_person_says_whether_it_went(bench: Bench, erase: Erase) -> None:
    made = bench.send()
    assert list((bench.profile / "drafts").glob("*.eml"))
    erase()
    assert not list((bench.profile / "drafts").glob("*.eml"))
    now = bench.get(made.key)
    assert (now.state, now.erased) == ("opened", True)
    assert "If you have not sent the draft, delete it" in now.says
    with pytest.raises(Known, match="not sent again"):
        bench.desk.ask(c.SendAgain(made.key)).result()
    bench.desk.ask(c.StopMail(made.key)).result()
    assert (bench.get(made.key).state, bench.digest()) == ("failed", "draft")


def test_a_draft_that_went_is_said_to_have_gone(bench: Bench, erase: Erase) -> None:
    made = bench.send()
    erase()
    bench.desk.ask(c.MarkSent(made.key)).result()
    assert (bench.get(made.key).state, bench.digest()) == ("sent", "sent")


def test_a_service_that_quotes_the_post_in_its_answer_loses_the_quote(
    bench: Bench, erase: Erase
) -> None:
    digest_kept(bench.profile)
    with closing(sqlite3.connect(bench.profile / DATABASE)) as db, db:
        db.execute(
            "INSERT INTO response (key, digest, area, kind, at, by, said, whose, changed) VALUES "
            "(1, 1, 'Highways', 'ours', 0, 'a', 'About “Down to one lane.”: we know', '', '')"
        )
    erase()
    with closing(sqlite3.connect(bench.profile / DATABASE)) as db:
        assert db.execute("SELECT said FROM response").fetchone() == (
            "About “[erased on request]”: we know",
        )
