"""Which digests are due: what an area wants at once, and what waited past one of its times."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import date, datetime

from listener.clock import LONDON
from listener.handoff import AreaContact, DigestKey, DueDigest
from listener.spike import SpikeKey
from listener.store.asking import Asks
from listener.store.coding import moment
from listener.store.digestfacts import FOLDED
from listener.store.handoffread import STANDS
from rules.telling import next_digest
from rules.worktime import Hours

_TOLD = (
    "EXISTS (SELECT 1 FROM digest_item i JOIN digest g ON g.key = i.digest WHERE i.area = h.area "
    f"AND i.mention = h.mention AND g.state <> 'dropped' AND NOT (g.spike IS NULL AND {FOLDED})) "
    "OR EXISTS (SELECT 1 FROM digest g WHERE g.spike = h.spike AND g.area = h.area "
    f"AND g.state <> 'dropped' AND NOT {FOLDED} AND g.at >= h.at)"
)


def due_digests(
    db: Asks,
    contacts: Sequence[AreaContact],
    local: datetime,
    holidays: Set[date],
    hours: Hours,
) -> tuple[DueDigest, ...]:
    """What is to be told now (local, aware), the urgent first. Drafts that wait are named in it.

    A handoff is due when one of its area's times has passed since, on a working day; a spike, a
    hazard or a category that the area wants at once is due when it is handed over.
    """
    known = {c.area: c for c in contacts}
    found: dict[tuple[str, SpikeKey | None], DueDigest] = {}
    rows = db.execute(
        "SELECT h.area, h.spike, h.category, h.at, coalesce(t.grade, '') FROM handoff h "
        f"LEFT JOIN triage t ON t.mention = h.mention WHERE {STANDS} AND h.finished = '' "
        f"AND h.held = '' AND NOT ({_TOLD}) ORDER BY h.key"
    ).fetchall()
    for area, spike, category, at, grade in rows:
        contact = known.get(area)
        key = (area, None if spike is None else SpikeKey(spike))
        if contact is None or (key in found and found[key].at_once):
            continue
        because, at_once = _because(contact, spike, category, grade)
        if not because:
            due = next_digest(contact.digest_times, moment(at).astimezone(LONDON), holidays, hours)
            because = f"its digest of {due:%H:%M}" if due is not None and due <= local else ""
        if because:
            found[key] = DueDigest(area, key[1], because, at_once, _draft(db, *key))
    return tuple(sorted(found.values(), key=lambda d: (not d.at_once, d.area, d.spike or 0)))


def _because(
    contact: AreaContact, spike: int | None, category: str, grade: str
) -> tuple[str, bool]:
    """Why an area wants something at once, and whether it does."""
    if spike is not None and "spike" in contact.at_once:
        return "it wants spikes at once", True
    if spike is None and grade in ("hazard", "person") and "hazard" in contact.at_once:
        return "it wants hazards at once", True
    if category and category in contact.at_once:
        return f"it wants {category} at once", True
    return "", False


def _draft(db: Asks, area: str, spike: SpikeKey | None) -> DigestKey | None:
    row = db.execute(
        "SELECT max(key) FROM digest WHERE area = ? AND spike IS ? AND state = 'draft'",
        [area, spike],
    ).fetchone()
    return DigestKey(row[0]) if row[0] is not None else None
