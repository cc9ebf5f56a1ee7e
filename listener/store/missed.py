"""What was said while nobody listened: the computer was off, or it slept."""

from __future__ import annotations

from datetime import timedelta

from listener.store.asking import Asks
from listener.store.coding import moment
from listener.store.records import Missed

GAP = timedelta(minutes=3)  # a shorter silence is a restart, not an absence
UNDATED = timedelta(hours=1)  # what has no date and comes so soon after a start was said before


def missed(db: Asks) -> Missed | None:
    """What came in for the last time in which nobody listened, or None where none was missed."""
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
