"""Takes back what an officer did with the answers of the services."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from listener.store import responses, waitinganswers


def take_back(db: Database, done: Mapping[str, Any], by: str, now: datetime) -> list[int]:
    """Puts everything back as it was; which mentions it was about."""
    if "read" in done:
        db.execute("UPDATE response SET read_by = '' WHERE key = ?", [done["read"]])
        return []
    if "waiting" in done:
        waitinganswers.put_back(db, done["waiting"])
        return []
    _handoffs(db, done)
    placed = done["reroute"]
    row = db.execute(
        f"{responses.RESPONSE} WHERE r.key = ?", [placed[0] if placed else done["response"]]
    ).fetchone()
    found = responses.read(row)
    if placed:
        db.execute("UPDATE reroute SET area = ? WHERE response = ?", [placed[1], placed[0]])
    else:
        db.execute("UPDATE response SET undone = 1 WHERE key = ?", [found.key])
        db.execute("DELETE FROM reroute WHERE response = ?", [found.key])
        db.execute("UPDATE waiting_answer SET settled = '' WHERE settled = ?", [str(found.key)])
    responses.act(db, found.spike, now, by, f"the answer of {found.area} taken back")
    return list(responses.concerned(db, found))


def _handoffs(db: Database, done: Mapping[str, Any]) -> None:
    db.conn.executemany(
        "UPDATE handoff SET finished = ? WHERE key = ?", [(was, key) for key, was in done["closed"]]
    )
    db.conn.executemany(
        "UPDATE handoff SET undone = 1 WHERE key = ?", [(key,) for key in done["opened"]]
    )
