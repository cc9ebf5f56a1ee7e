"""The mails as they are looked at: by the one who sends them, and by the window."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, Protocol, TypeVar

from listener.clock import LONDON
from listener.council import Council
from listener.errors import Known, NotFound
from listener.handoff import AreaContact, Delivery, DeliveryKey, DigestKey
from listener.store.areas import contacts_of
from listener.store.asking import Asks
from listener.store.coding import maybe_moment, micros, moment
from listener.store.handoffread import Office, bounced_of
from rules.telling import Told, Urgency, told_now

Purpose = Literal["digest", "reminder", "line", "test"]
Way = Literal["smtp", "eml"]
_COLUMNS = (
    "key, digest, purpose, addressees, subject, message_id, way, state, says, at, next_at, "
    "length(mail) = 0"
)
P = TypeVar("P", covariant=True)


@dataclass(frozen=True, slots=True)
class OutboxReads:
    """A part of the Reader: used on its thread."""

    _db: Asks
    _council: Callable[[], Council]
    _office: Callable[[], Office]

    def to_whom(self, area: str, at_once: bool = False) -> Told:
        """Who would be told of an area's affairs now, and why."""
        return to_whom(self._db, area, self._council(), self._office(), at_once)

    def deliveries(self, digest: DigestKey | None = None, most: int = 200) -> tuple[Delivery, ...]:
        """The mails of a digest, or all, the newest first, each with its log."""
        return deliveries(self._db, digest, most)

    def log(self, key: DeliveryKey) -> tuple[tuple[datetime, str], ...]:
        """What became of one mail, in words, oldest first. Times are UTC."""
        return log(self._db, key)

    def counts(self) -> Mapping[str, int]:
        """How many mails stand in each state."""
        return counts(self._db)


@dataclass(frozen=True, slots=True)
class Ready:
    """A digest as it is to be sent."""

    area: str
    token: str
    subject: str
    plain: str
    html: str
    csv: str
    of_spike: bool


class Packed(Protocol[P]):
    """Makes a parcel of a row."""

    def __call__(
        self,
        key: DeliveryKey,
        purpose: Purpose,
        to: tuple[str, ...],
        mail: bytes,
        tries: int,
        began: datetime,
    ) -> P: ...


def due(db: Asks, now: datetime, most: int, packed: Packed[P]) -> tuple[P, ...]:
    """What is to be sent now, the oldest first; test mails before all others."""
    rows = db.execute(
        "SELECT key, purpose, mail, tries, at FROM delivery WHERE state = 'queued' "
        "AND next_at <= ? ORDER BY purpose <> 'test', key LIMIT ?",
        [micros(now), most],
    ).fetchall()
    return tuple(
        packed(DeliveryKey(key), purpose, _waiting(db, key), mail, tries, moment(at))
        for key, purpose, mail, tries, at in rows
    )


def _waiting(db: Asks, key: int) -> tuple[str, ...]:
    return tuple(a for a, s in addresses(db, key).items() if s == "waiting")


def addresses(db: Asks, key: int) -> dict[str, str]:
    """Where each address of a mail stands."""
    rows = db.execute("SELECT address, state FROM delivery_to WHERE delivery = ?", [key])
    return dict(rows.fetchall())


def next_at(db: Asks) -> datetime | None:
    """When the next mail is due by itself."""
    row = db.execute("SELECT min(next_at) FROM delivery WHERE state = 'queued'").fetchone()
    return maybe_moment(row[0])


def delivery(db: Asks, key: DeliveryKey) -> Delivery:
    """One mail with its log. Raises NotFound."""
    found = _deliveries(db, "key = ?", [key], 1)
    if not found:
        raise NotFound(f"There is no mail {key}. Nothing was changed.")
    return found[0]


def mail(db: Asks, key: DeliveryKey) -> bytes:
    """One mail as it is kept. Raises NotFound."""
    row = db.execute("SELECT mail FROM delivery WHERE key = ?", [key]).fetchone()
    if row is None:
        raise NotFound(f"There is no mail {key}. Nothing was changed.")
    return bytes(row[0])


def to_whom(db: Asks, area: str, council: Council, office: Office, at_once: bool) -> Told:
    """Who is told of an area's affairs now, and why; an area without contact has none."""
    contacts = {k.area: k for k in contacts_of(db, council)}
    contact = contacts.get(area, AreaContact(area))
    local = office.now.astimezone(LONDON)
    urgency: Urgency = "at_once" if at_once else "digest"
    return told_now(contact, local, urgency, bounced_of(db, contact), office.holidays)


def told(db: Asks, key: DigestKey) -> Ready:
    """A digest as it is to be sent. Raises NotFound, and Known where it was dropped."""
    row = db.execute(
        "SELECT area, token, subject, plain, html, csv, state, spike FROM digest WHERE key = ?",
        [key],
    ).fetchone()
    if row is None:
        raise NotFound(f"There is no digest {key}. Nothing was sent.")
    area, token, subject, plain, html, csv, state, spike = row
    if state == "dropped":
        raise Known("This digest was dropped, so it was not sent.")
    return Ready(area, token, subject, plain, html, csv, spike is not None)


def deliveries(db: Asks, digest: DigestKey | None = None, most: int = 200) -> tuple[Delivery, ...]:
    """The mails of a digest, or all, the newest first, each with its log."""
    if digest is None:
        return _deliveries(db, "1", [], most)
    return _deliveries(db, "digest = ?", [digest], most)


def log(db: Asks, key: DeliveryKey) -> tuple[tuple[datetime, str], ...]:
    """What became of one mail, in words, oldest first. Times are UTC."""
    rows = db.execute("SELECT at, what FROM delivery_step WHERE delivery = ? ORDER BY key", [key])
    return tuple((moment(at), what) for at, what in rows.fetchall())


def counts(db: Asks) -> dict[str, int]:
    """How many mails stand in each state."""
    return dict(db.execute("SELECT state, count(*) FROM delivery GROUP BY state").fetchall())


def meant(db: Asks, message_id: str, token: str) -> DeliveryKey | None:
    """The mail of this Message-ID, else the last one of the digest with this token."""
    row = db.execute("SELECT key FROM delivery WHERE message_id = ?", [message_id]).fetchone()
    if row is None and token:
        row = db.execute(
            "SELECT d.key FROM delivery d JOIN digest g ON g.key = d.digest WHERE g.token = ? "
            "ORDER BY d.key DESC LIMIT 1",
            [token],
        ).fetchone()
    return None if row is None else DeliveryKey(row[0])


def not_known_sent(db: Asks, message_id: str, subject: str) -> DeliveryKey | None:
    """A mail of this Message-ID that is not known sent, else a draft of this subject."""
    row = db.execute(
        "SELECT key FROM delivery WHERE message_id = ? "
        "AND state IN ('unknown', 'opened', 'failed')",
        [message_id],
    ).fetchone()
    if row is None and subject:
        row = db.execute(
            "SELECT key FROM delivery WHERE subject = ? AND state = 'opened' ORDER BY key LIMIT 1",
            [" ".join(subject.split())],
        ).fetchone()
    return None if row is None else DeliveryKey(row[0])


def _deliveries(db: Asks, where: str, given: Sequence[Any], most: int) -> tuple[Delivery, ...]:
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM delivery WHERE {where} ORDER BY key DESC LIMIT ?", [*given, most]
    ).fetchall()
    return tuple(_delivery(db, row) for row in rows)


def _delivery(db: Asks, row: Sequence[Any]) -> Delivery:
    key, digest, purpose, to, subject, message_id, way, state, says, at, next_one, erased = row
    faults = db.execute(
        "SELECT address, why FROM delivery_to WHERE delivery = ? AND state IN "
        "('refused', 'bounced') ORDER BY address",
        [key],
    ).fetchall()
    return Delivery(
        DeliveryKey(key), digest, purpose, tuple(json.loads(to)), subject, message_id, way, state,
        says, moment(at), log(db, DeliveryKey(key)), tuple((a, w) for a, w in faults),
        maybe_moment(next_one), erased=bool(erased),
    )  # fmt: skip
