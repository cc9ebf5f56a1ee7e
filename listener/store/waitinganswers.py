"""Mails about a digest that count once an officer says so: from somebody else, or not clear."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast

from sqlite_utils import Database

from listener.errors import NotFound
from listener.handoff import DigestKey, ResponseKind, WaitingAnswer
from listener.spike import SpikeKey
from listener.store import journal
from listener.store.asking import Asks
from listener.store.coding import maybe_micros, maybe_moment, micros, moment

MOST = 200  # shown at once, the oldest first
DROPPED = "dropped"
_WAITING = (
    "SELECT key, digest, spike, area, kind, by, at, said, why, until, whose, changed, action "
    "FROM waiting_answer"
)


def waiting(db: Asks) -> tuple[WaitingAnswer, ...]:
    """Those that wait, the oldest first, at most 200."""
    rows = db.execute(f"{_WAITING} WHERE settled = '' ORDER BY key LIMIT ?", [MOST])
    return tuple(_of(row) for row in rows)


def one(db: Asks, key: int) -> WaitingAnswer:
    """One that waits. Raises NotFound."""
    row = db.execute(f"{_WAITING} WHERE key = ? AND settled = ''", [key]).fetchone()
    if row is None:
        raise NotFound(f"There is no mail {key} that waits for you. Nothing was changed.")
    return _of(row)


def keep(db: Database, new: WaitingAnswer, message_id: str) -> int:
    """Keeps one; 0 where that mail is kept already."""
    made = db.execute(
        "INSERT OR IGNORE INTO waiting_answer (message_id, digest, spike, area, kind, by, at, "
        "said, until, whose, changed, action, why) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [message_id, new.digest, new.spike, new.area, new.kind or "", new.by, micros(new.at),
         new.said, maybe_micros(new.until), new.whose, new.changed, new.action, new.why],
    )  # fmt: skip
    return int(made.lastrowid or 0) if made.rowcount > 0 else 0


def settle(db: Database, key: int, as_what: str) -> None:
    """It waits no longer: dropped, or the key of the answer that it became."""
    db.execute("UPDATE waiting_answer SET settled = ? WHERE key = ?", [as_what, key])


def drop(db: Database, key: int, by: str, now: datetime) -> None:
    """It answers nothing. Raises NotFound."""
    one(db, key)
    settle(db, key, DROPPED)
    said = "the mail waits for you again"
    journal.write(db, now, by, said, also={"answered": {"waiting": key}})


def put_back(db: Database, key: int) -> None:
    """One that was dropped waits again."""
    settle(db, key, "")


def known(db: Asks, message_id: str) -> bool:
    """Whether a mail was taken before, as an answer or as one that waits."""
    return any(
        db.execute(f"SELECT 1 FROM {table} WHERE message_id = ?", [message_id]).fetchone()
        for table in ("response", "waiting_answer")
    )


def _of(row: Sequence[Any]) -> WaitingAnswer:
    return WaitingAnswer(
        key=row[0],
        digest=None if row[1] is None else DigestKey(row[1]),
        spike=None if row[2] is None else SpikeKey(row[2]),
        area=row[3],
        kind=cast(ResponseKind, row[4]) if row[4] else None,
        by=row[5],
        at=moment(row[6]),
        said=row[7],
        why=row[8],
        until=maybe_moment(row[9]),
        whose=row[10],
        changed=row[11],
        action=row[12],
    )
