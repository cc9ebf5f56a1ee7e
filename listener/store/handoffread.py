"""Reads handoffs: what waits for an area, whom a mention went to, how each area stands."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from datetime import date, datetime
from typing import Any, NamedTuple

from listener.clock import LONDON
from listener.council import Council
from listener.handoff import AreaContact, AreaState, Handoff
from listener.mention import MentionKey
from listener.spike import SpikeKey
from listener.store.areas import contacts_of
from listener.store.asking import Asks
from listener.store.coding import maybe_moment, moment
from listener.store.unmailed import COPY
from rules.contacthealth import Sent, contact_health
from rules.telling import next_digest, told_now
from rules.worktime import Hours

# A mention stands in a digest of its area; a spike has a digest of its own.
TOLD = (
    "(EXISTS (SELECT 1 FROM digest_item i JOIN digest g ON g.key = i.digest "
    "WHERE i.area = h.area AND i.mention = h.mention AND g.state <> 'dropped') "
    "OR EXISTS (SELECT 1 FROM digest g WHERE g.spike = h.spike AND g.area = h.area "
    "AND g.state <> 'dropped'))"
)
STANDS = "h.undone = 0 AND h.ended IS NULL"
_COLUMNS = (
    "h.key, h.area, h.role, h.category, h.mention, h.spike, h.because, h.at, h.by, h.finished, "
    f"h.held, h.second, h.moved, {TOLD}"
)


class Office(NamedTuple):
    """When the council works, for what is due: now (UTC), its days off and its hours."""

    now: datetime
    holidays: Set[date]
    hours: Hours


def handoffs(db: Asks, area: str | None, waiting: bool) -> tuple[Handoff, ...]:
    """Handoffs that stand, oldest first: for one area or all. waiting: that may be told now.

    What is finished, in a digest already, or held for a second reader does not wait.
    """
    sql = f"SELECT {_COLUMNS} FROM handoff h WHERE {STANDS}"
    given: list[object] = []
    if area is not None:
        sql += " AND h.area = ?"
        given.append(area)
    if waiting:
        sql += f" AND h.finished = '' AND h.held = '' AND NOT {TOLD}"
    return tuple(_handoff(row) for row in db.execute(f"{sql} ORDER BY h.key", given))


def handoffs_of(db: Asks, mention: MentionKey) -> tuple[Handoff, ...]:
    """Everything that one mention went to, oldest first; what was moved since says where."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM handoff h WHERE h.undone = 0 AND h.mention = ? ORDER BY h.key",
        [mention],
    )
    return tuple(_handoff(row) for row in rows)


def _handoff(row: Sequence[Any]) -> Handoff:
    key, area, role, category, mention, spike, because, at, by, finished = row[:10]
    held, second, moved, told = row[10:]
    return Handoff(
        key, area, role, category,
        None if mention is None else MentionKey(mention),
        None if spike is None else SpikeKey(spike),
        because, moment(at), by, finished, held, second, bool(told), moved,
    )  # fmt: skip


def area_states(
    db: Asks, council: Council, office: Office, only: str | None = None
) -> tuple[AreaState, ...]:
    """How every area stands, or one of them."""
    counts = _counts(db, only)
    sent = sent_to(db)
    local = office.now.astimezone(LONDON)
    made = []
    for contact in contacts_of(db, council):
        if only is not None and contact.area != only:
            continue
        here = counts.get(contact.area, Counter())
        ours = contact.body == "ours"
        due = next_digest(contact.digest_times, local, office.holidays, office.hours)
        mail = _sent(sent, contact)
        back = tuple(a for a, _ in mail.bounced)
        made.append(
            AreaState(
                contact,
                here["waiting"],
                due if ours or contact.addresses else None,
                contact_health(contact, ours, mail, office.now),
                here["told"],
                dict(here),
                told_now(contact, local, "at_once", back, office.holidays),
            )
        )
    return tuple(made)


def unreached(db: Asks, council: Council) -> tuple[str, ...]:
    """The areas that something waits for and nobody can be written to. Asked at each look."""
    mail = sent_to(db)
    found = []
    for contact in contacts_of(db, council):
        dead = {a.casefold() for a in (*mail.bounced, *contact.left)}
        if contact.body == "other" or any(a.casefold() not in dead for a in contact.addresses):
            continue
        waits = (
            f"SELECT 1 FROM handoff h WHERE h.area = ? AND {STANDS} AND h.finished = '' "
            f"AND h.held = '' AND NOT {TOLD} LIMIT 1"
        )
        if db.execute(waits, [contact.area]).fetchone():
            found.append(contact.area)
    return tuple(found)


def _counts(db: Asks, only: str | None) -> Mapping[str, Counter[str]]:
    """For each area, or for one: how many wait, are held, are told, are finished."""
    state = (
        "CASE WHEN h.finished <> '' THEN 'finished' WHEN h.held <> '' THEN 'held' "
        f"WHEN {TOLD} THEN 'told' ELSE 'waiting' END"
    )
    found: dict[str, Counter[str]] = {}
    rows = db.execute(
        f"SELECT h.area, {state}, count(*) FROM handoff h WHERE {STANDS} "
        "AND h.area = coalesce(?, h.area) GROUP BY 1, 2",
        [only],
    )
    for area, what, many in rows:
        found.setdefault(area, Counter())[what] = many
    return found


class Mail(NamedTuple):
    """Bounces by address, and for each area the first unanswered digest and the last answer."""

    bounced: Mapping[str, datetime]
    unanswered: Mapping[str, datetime]
    answered: Mapping[str, datetime]


def sent_to(db: Asks) -> Mail:
    """What became of mail: an address bounces where the last mail to it that ended came back.

    Two desks of one mail fare differently: each stands for itself, where that was written down.
    """
    ended: list[tuple[int, int, str, str]] = []
    for key, at, state, addressees in db.execute(
        "SELECT d.key, d.at, d.state, d.addressees FROM delivery d "
        "WHERE d.state IN ('sent', 'bounced') "
        "AND NOT EXISTS (SELECT 1 FROM delivery_to t WHERE t.delivery = d.key)"
    ):
        ended += [(at, key, state, address) for address in addresses_in(addressees)]
    ended += db.execute(
        "SELECT at, delivery, state, address FROM delivery_to "
        "WHERE state IN ('sent', 'refused', 'bounced') AND why <> ?",
        [COPY],
    ).fetchall()
    last = {address.casefold(): (state, moment(at)) for at, _, state, address in sorted(ended)}
    bounced = {a: at for a, (state, at) in last.items() if state != "sent"}
    answers = {
        area: moment(at)
        for area, at in db.execute(
            "SELECT area, max(at) FROM response WHERE undone = 0 GROUP BY area"
        )
    }
    sent: dict[str, datetime] = {}
    for area, at in db.execute("SELECT area, at FROM digest WHERE state = 'sent' ORDER BY at"):
        when = moment(at)
        if area not in sent and (area not in answers or when > answers[area]):
            sent[area] = when
    return Mail(bounced, sent, answers)


def addresses_in(kept: str) -> tuple[str, ...]:
    """The addresses of a delivery: a JSON list, or text with commas between."""
    try:
        found = json.loads(kept)
    except ValueError:
        found = kept.split(",")
    listed = found if isinstance(found, list) else [found]
    return tuple(a.strip() for a in map(str, listed) if a.strip())


def bounced_of(db: Asks, contact: AreaContact) -> tuple[str, ...]:
    """Which of a contact's addresses send mail back, for rules.telling.told_now."""
    return tuple(a for a, _ in _sent(sent_to(db), contact).bounced)


def _sent(mail: Mail, contact: AreaContact) -> Sent:
    used = dict.fromkeys((*contact.addresses, contact.deputy, contact.out_of_hours))
    found = ((a, mail.bounced[a.casefold()]) for a in used if a.casefold() in mail.bounced)
    return Sent(
        tuple((a, at.astimezone(LONDON)) for a, at in found),
        mail.unanswered.get(contact.area),
        mail.answered.get(contact.area),
    )


def last_told(db: Asks, area: str) -> datetime | None:
    """When the last digest of an area went out, or None."""
    row = db.execute(
        "SELECT max(at) FROM digest WHERE area = ? AND state IN ('sent', 'opened')", [area]
    ).fetchone()
    return maybe_moment(row[0])
