"""Says where a topic is busy only because a source is new: more is heard, not more is said."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

from listener.store.asking import Asks
from listener.store.coding import dumps, micros
from rules.raising import Swell

NEW = timedelta(days=7)  # a source is new for so long
OLD = timedelta(days=14)  # where so long was listened, what is new stands out
MOST = 0.5  # of the posts


def new_source_of(db: Asks, swell: Swell, now: datetime) -> str:
    """Why a busy topic may be none, in words: most of it comes from a new source; or ""."""
    if not _heard_before(db, None, now - OLD):
        return ""
    rows = db.execute(
        "SELECT source, quiet FROM mention WHERE key IN (SELECT value FROM json_each(?))",
        [dumps(sorted(swell.mentions))],
    ).fetchall()
    counts = Counter(source for source, quiet in rows if not quiet)
    if not counts:
        return ""
    source, many = counts.most_common(1)[0]
    if many < MOST * len(rows) or _heard_before(db, source, now - NEW):
        return ""
    name = db.execute("SELECT name FROM source WHERE key = ?", [source]).fetchone()[0]
    return f"most of it comes from {name}, which is listened to only since a few days"


def _heard_before(db: Asks, source: int | None, at: datetime) -> bool:
    asked = "SELECT 1 FROM mention WHERE heard <= ?2 AND (?1 IS NULL OR source = ?1) LIMIT 1"
    return db.execute(asked, [source, micros(at)]).fetchone() is not None
