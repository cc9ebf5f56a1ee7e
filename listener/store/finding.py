"""Finds a mention by its id, and what was said while nobody listened."""

from __future__ import annotations

from datetime import timedelta

from listener.errors import NotFound
from listener.mention import MentionKey
from listener.store.asking import Asks
from listener.store.coding import moment
from listener.store.records import Missed

GAP = timedelta(minutes=3)  # a shorter silence is a restart, not an absence
UNDATED = timedelta(hours=1)  # what has no date and comes so soon after a start was said before


def find(db: Asks, identity: str) -> MentionKey:
    """The mention of an id, or of `source:id`. Raises NotFound for none and for several."""
    identity = identity.encode("utf-8", "replace").decode()
    found = db.execute(
        "SELECT m.key, s.name FROM mention m JOIN source s ON s.key = m.source WHERE m.id = ?",
        [identity],
    ).fetchall()
    if len(found) > 1:
        names = ", ".join(f"{name}:{identity}" for _, name in found)
        raise NotFound(f"Several sources have a mention {identity}. Say which: {names}.")
    if found:
        return MentionKey(found[0][0])
    for at in (n for n, c in enumerate(identity) if c == ":"):
        row = db.execute(
            "SELECT m.key FROM mention m JOIN source s ON s.key = m.source "
            "WHERE s.name = ? AND m.id = ?",
            [identity[:at], identity[at + 1 :]],
        ).fetchone()
        if row is not None:
            return MentionKey(row[0])
    raise NotFound(f"There is no mention {identity}.")


def missed(db: Asks) -> Missed | None:
    """What was said while nobody listened the last time, or None where nothing was missed."""
    spans = db.execute("SELECT began, ended FROM span ORDER BY key DESC LIMIT 2").fetchall()
    if len(spans) < 2 or moment(spans[0][0]) - moment(spans[1][1]) < GAP:
        return None
    since, until = spans[1][1], spans[0][0]
    came, urgent = db.execute(
        "SELECT count(*), sum(t.view = 'urgent') FROM mention m "
        "JOIN triage t ON t.mention = m.key WHERE m.heard >= ? AND m.quiet = 0 "
        "AND CASE WHEN m.published IS NULL THEN m.heard <= ? "
        "ELSE m.published BETWEEN ? AND ? END",
        [until, until + UNDATED // timedelta(microseconds=1), since, until],
    ).fetchone()
    return Missed(moment(since), moment(until), came, urgent or 0)
