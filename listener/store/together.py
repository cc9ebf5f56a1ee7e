"""Puts a hazard under the row that speaks for the same thing to make safe at the same place."""

from __future__ import annotations

from datetime import datetime

from sqlite_utils import Database

from listener.mention import Heard, MentionKey, Reading
from listener.store import correcting, journal
from listener.store.coding import micros, moment
from listener.store.stacks import join
from rules.together import WITHIN, Hazard, one_hazard

MOST = 8  # rows of one place that are compared
# Rows of Urgent that somebody looks at already are left alone: what came since is read by itself.
ROWS = (
    "SELECT t.mention, coalesce(m.published, m.heard) FROM triage t "
    "JOIN mention m ON m.key = t.mention WHERE t.lead = t.mention AND t.view = 'urgent' "
    "AND t.status = 'open' AND t.grade = 'hazard' AND t.places = ? AND t.mention <> ? "
    "AND coalesce(m.published, m.heard) BETWEEN ? AND ? "
    "AND t.mention NOT IN (SELECT mention FROM apart) "
    "AND NOT EXISTS (SELECT 1 FROM urgent_act a WHERE a.mention = t.mention AND a.undone = 0) "
    "ORDER BY t.need, t.mention LIMIT ?"
)


def stand_together(db: Database, key: int, heard: Heard, reading: Reading, now: datetime) -> None:
    """Joins a new mention, like no other in its words, to the row of the same hazard if one waits.

    Which of the two speaks, and whether it adds something and stands for itself, is settled as in
    any stack; it can be taken out by hand, and a way out covers those that are in it then.
    """
    best = reading.best
    if reading.danger.grade != "hazard" or best is None or not reading.places:
        return
    said = heard.published or now
    mine = hazard_of(reading, said)
    named = "\x1f".join(sorted({p.name for p in reading.places}))
    span = micros(said - WITHIN), micros(said + WITHIN)
    for other, at in db.execute(ROWS, [named, key, *span, MOST]).fetchall():
        told = correcting.read_now(db, MentionKey(other))
        because = one_hazard(mine, hazard_of(told, moment(at)))
        if because:
            join(db, key, other)
            journal.tell(db, [key], now, journal.LISTENER, f"joined to a stack: {because}")
            return


def hazard_of(reading: Reading, said: datetime) -> Hazard:
    """What a reading tells of a hazard, for the rules."""
    best = reading.best
    places = frozenset((p.name, p.kind) for p in reading.places)
    danger = reading.danger
    return Hazard(danger.grade, danger.type, best.category if best else "", places, said)
