"""What keeps a mention: holds, the clocks of dangers that came late, and how both are undone."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlite_utils import Database

from listener.store.coding import micros


def start_clock(db: Database, key: int, now: datetime) -> None:
    """A danger that came after the mention was heard has its quarter of an hour from then."""
    db.execute("INSERT OR REPLACE INTO alarm (mention, since) VALUES (?, ?)", [key, micros(now)])


def take_back(db: Database, inverse: Mapping[str, Sequence[int]]) -> tuple[int, ...]:
    """What a verb here did is undone: rows are marked, a hold is lifted or stands again.

    Gives the mentions it was about, where they were named.
    """
    for table, name in (("urgent_act", "act"), ("way_out", "way")):
        db.conn.executemany(
            f"UPDATE {table} SET undone = 1 WHERE key = ?", [(k,) for k in inverse.get(name, ())]
        )
    db.conn.executemany("DELETE FROM hold WHERE key = ?", [(k,) for k in inverse.get("hold", ())])
    db.conn.executemany(
        "UPDATE hold SET ended = NULL WHERE key = ?", [(k,) for k in inverse.get("ended", ())]
    )
    return tuple(inverse.get("keys", ()))


def why_kept(conn: sqlite3.Connection, key: int) -> str:
    """Why the words of a mention may not be blanked now, or ""."""
    row = conn.execute(
        "SELECT why FROM hold WHERE mention = ? AND ended IS NULL ORDER BY key DESC", [key]
    ).fetchone()
    if row is not None:
        return f"it is on hold ({row[0]})"
    row = conn.execute("SELECT view FROM triage WHERE mention = ?", [key]).fetchone()
    return "it stands in Urgent" if row is not None and row[0] == "urgent" else ""
