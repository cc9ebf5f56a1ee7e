"""Keeps what a batch of mails says, each mail once, with how far the mailbox was read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import NamedTuple

from sqlite_utils import Database

from listener.forward.answers import AnswerMail
from listener.forward.place import Place
from listener.forward.weighing import Weighed
from listener.handoff import MailTaken, Response, ResponseKey, WaitingAnswer
from listener.mention import MentionKey
from listener.spike import SpikeKey
from listener.store import mailreads, responses, waitinganswers
from listener.store.responses import About
from rules import answering

NOBODY = About(None, None, "")
Judge = Callable[[AnswerMail, str], Weighed]
"""What becomes of a mail about a digest of an area ("" for none)."""
Whose = Callable[[str, str], str]
"""The area that words mean, said by an area; "" for none."""


class Batch(NamedTuple):
    """What became of each mail, and what is shown otherwise now."""

    taken: list[MailTaken]
    mentions: set[MentionKey]
    spikes: set[SpikeKey]


def take(
    db: Database, mails: Sequence[AnswerMail], place: Place, judge: Judge, whose: Whose,
    now: datetime,
) -> Batch:  # fmt: skip
    """Takes mails that people wrote. A mail that was taken before is not taken again."""
    batch = Batch([], set(), set())
    for mail in mails:
        batch.taken.append(_one(db, mail, judge, whose, now, batch))
    mailreads.keep_place(db, place)
    return batch


def _one(
    db: Database, mail: AnswerMail, judge: Judge, whose: Whose, now: datetime, batch: Batch
) -> MailTaken:
    said = partial(MailTaken, mail.subject, mail.sender)
    if waitinganswers.known(db, mail.message_id):
        return said("known", "It was taken before.")
    meant = mailreads.meant(db, mail.token, mail.refs)
    about = NOBODY if meant is None else responses.about(db, meant, None, "")
    weighed = judge(mail, about.area)
    if weighed.what == "alone":
        return said("alone", f"It stays in the mailbox: {weighed.why}.")
    if about.spike is not None:
        batch.spikes.add(about.spike)
    if weighed.what == "waits" or mail.kind is None:
        waitinganswers.keep(db, _waiting(mail, about, weighed.why), mail.message_id)
        return said("waits", f"It waits for you: {weighed.why}.")
    new = Response(
        ResponseKey(0), about.digest, about.spike, about.area, mail.kind, mail.at, mail.sender,
        mail.said, mail.until, mail.whose, mail.changed, "", mail.action,
    )  # fmt: skip
    to = whose(mail.whose, about.area) if mail.kind == "not_ours" else ""
    kept = responses.put(db, new, now, to=to, message_id=mail.message_id, undoable=False)
    batch.mentions.update(kept.mentions)
    until = "" if mail.until is None else responses.day(mail.until)
    follows = answering.follows(
        mail.kind, to=to, whose=mail.whose, until=until, handoffs=kept.handoffs
    )
    return said("counts", f"{responses.told(kept.response, to)}. {follows}")


def _waiting(mail: AnswerMail, about: About, why: str) -> WaitingAnswer:
    return WaitingAnswer(
        0, about.digest, about.spike, about.area, mail.kind, mail.sender, mail.at, mail.said, why,
        mail.until, mail.whose, mail.changed, mail.action,
    )  # fmt: skip
