"""When we listened, when we did not, and what could be heard."""

from __future__ import annotations

from datetime import datetime, timedelta

from listener.store.asking import Asks
from listener.store.coding import maybe_moment, moment
from listener.store.records import Missed

GAP = timedelta(minutes=3)  # a shorter silence is a restart, not an absence
UNDATED = timedelta(hours=1)  # what has no date and comes so soon after a start was said before


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


def hearing(db: Asks) -> tuple[int, int]:
    """How many of how many sources could be heard when they were last asked."""
    ok, every = db.execute(
        "SELECT sum(status IN ('new', 'unchanged', 'waiting') AND last_heard IS NOT NULL), "
        "count(*) FROM source WHERE NOT removed AND kind = 'feed' AND NOT paused"
    ).fetchone()
    return ok or 0, every


def last_heard(db: Asks) -> tuple[datetime | None, datetime | None]:
    """When anything was last heard, and when the next source is asked."""
    last, following = db.execute(
        "SELECT max(last_heard), min(CASE WHEN NOT paused THEN next_at END) FROM source "
        "WHERE NOT removed AND kind = 'feed'"
    ).fetchone()
    return maybe_moment(last), maybe_moment(following)
