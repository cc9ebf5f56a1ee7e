"""Notes that officers write at a mention, for each other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlite_utils import Database

from listener.errors import NotFound
from listener.mention import MentionKey
from listener.store import journal
from listener.store.coding import micros


def add(db: Database, keys: Sequence[MentionKey], text: str, by: str, now: datetime) -> None:
    """Keeps a note at each of these mentions. Raises NotFound."""
    made = []
    for key in keys:
        if db.execute("SELECT 1 FROM triage WHERE mention = ?", [key]).fetchone() is None:
            raise NotFound(f"There is no mention {key}. Nothing was changed.")
        row = db.execute(
            "INSERT INTO note (mention, at, by, text) VALUES (?, ?, ?, ?)",
            [key, micros(now), by, text],
        )
        made.append(int(row.lastrowid or 0))
    said = f"the note at {journal.many(len(keys))} taken back"
    journal.write(db, now, by, said, also={"notes": made})
