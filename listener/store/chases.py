"""Which digests wait for an answer, and what was done about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlite_utils import Database

from listener.clock import LONDON
from listener.handoff import AreaContact, DigestKey, Overdue
from listener.spike import SpikeKey
from listener.store import journal
from listener.store.asking import Asks
from listener.store.coding import maybe_moment, micros, moment
from listener.store.handoffread import Office, addresses_in
from rules.chasing import Asked, Chase, chase

LOOKED_AT = timedelta(days=90)
"""An older digest is past reminding: whoever wants to know rings."""
# The newest answer that stands; the mail of the digest, the newest first.
_WAITS = """
SELECT g.key, g.area, g.spike, g.subject, g.plain, g.token, g.state,
    d.message_id, d.state,
    coalesce((SELECT max(at) FROM delivery_step WHERE delivery = d.key), d.at),
    d.addressees,
    (SELECT r.kind || ' ' || coalesce(r.until, '') FROM response r WHERE r.digest = g.key
        AND r.undone = 0 ORDER BY r.at DESC, r.key DESC LIMIT 1),
    EXISTS (SELECT 1 FROM waiting_answer a WHERE a.digest = g.key AND a.settled = ''),
    (SELECT at FROM chase WHERE digest = g.key AND step = 'remind'),
    (SELECT at FROM chase WHERE digest = g.key AND step = 'deputy')
FROM digest g LEFT JOIN delivery d ON d.key = (SELECT max(key) FROM delivery
    WHERE digest = g.key AND purpose = 'digest')
WHERE g.at >= ? AND g.state IN ('sent', 'opened') AND NOT EXISTS (SELECT 1 FROM response r
    WHERE r.digest = g.key AND r.undone = 0 AND r.kind <> 'in_hand') ORDER BY g.key
"""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A digest without its answer, and what follows."""

    digest: DigestKey
    area: str
    spike: SpikeKey | None
    subject: str
    plain: str
    token: str
    message_id: str
    to: tuple[str, ...]
    sent: datetime | None  # UTC; None where it is not known
    until: datetime | None
    chase: Chase


def waiting(db: Asks, contacts: Mapping[str, AreaContact], work: Office) -> tuple[Waiting, ...]:
    """Every digest that was sent in the last 90 days and waits for an answer, oldest first."""
    rows = db.execute(_WAITS, [micros(work.now - LOOKED_AT)]).fetchall()
    return tuple(_waiting(row, contacts, work) for row in rows)


def overdue(db: Asks, contacts: Mapping[str, AreaContact], work: Office) -> tuple[Overdue, ...]:
    """Those whose agreed time is over, or of which it is not known whether they went."""
    return tuple(
        Overdue(w.digest, w.area, w.spike, w.subject, w.sent, w.chase.at, w.chase.step,
                w.chase.because)
        for w in waiting(db, contacts, work)
        if w.chase.late or (w.sent is None and w.chase.step == "wait")
    )  # fmt: skip


def keep(
    db: Database, of: Waiting, step: str, because: str, now: datetime, delivery: int | None = None
) -> bool:
    """Writes a reminder down before it is sent, so that none goes twice; whether it is new."""
    made = db.execute(
        "INSERT OR IGNORE INTO chase VALUES (?, ?, ?, ?, ?)",
        [of.digest, step, micros(now), because, delivery],
    )
    if made.rowcount > 0 and of.spike is not None:
        db.execute("INSERT INTO spike_act (spike, at, by, what) VALUES (?, ?, ?, ?)",
                   [of.spike, micros(now), journal.LISTENER, because])  # fmt: skip
    return bool(made.rowcount > 0)


def note_mail(db: Database, digest: int, step: str, delivery: int) -> None:
    """The mail that a reminder went by."""
    db.execute("UPDATE chase SET delivery = ? WHERE digest = ? AND step = ?",
               [delivery, digest, step])  # fmt: skip


def drop(db: Database, digest: int, step: str) -> None:
    """A reminder that could not be written was none."""
    db.execute("DELETE FROM chase WHERE digest = ? AND step = ? AND delivery IS NULL",
               [digest, step])  # fmt: skip


def _waiting(row: tuple[Any, ...], contacts: Mapping[str, AreaContact], work: Office) -> Waiting:
    (key, area, spike, subject, plain, token, state, message_id, mail, at, to, said, unread,
     reminded, deputised) = row  # fmt: skip
    contact = contacts.get(area) or AreaContact(area)
    kind, _, until = (said or " ").partition(" ")
    went = state == "sent" and mail in (None, "sent")
    sent = moment(at) if went and at is not None else None
    ends = moment(int(until)) if until else None
    asked = Asked(
        _local(sent), contact.answer_within, bool(deputy_of(contact)), kind, _local(ends),
        bool(unread), _local(maybe_moment(reminded)), _local(maybe_moment(deputised)),
    )  # fmt: skip
    return Waiting(
        DigestKey(key), area, None if spike is None else SpikeKey(spike), subject, plain, token,
        message_id or "", addresses_in(to or "[]"), sent, ends,
        chase(asked, work.now.astimezone(LONDON), work.holidays, work.hours),
    )  # fmt: skip


def deputy_of(contact: AreaContact) -> str:
    """The deputy's address, "" where there is none, or they have left."""
    left = {a.casefold() for a in contact.left}
    return "" if contact.deputy.casefold() in left or "@" not in contact.deputy else contact.deputy


def _local(at: datetime | None) -> datetime | None:
    return None if at is None else at.astimezone(LONDON)
