"""Holds all publicity: who, why, until when; it ends by itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlite_utils import Database

from listener.errors import Known
from listener.store import journal
from listener.store.asking import Asks
from listener.store.coding import micros, moment
from rules.publicity import PublicityHold

PROFILE = 0  # whose history it is: the whole profile's


def hold(db: Database, why: str, until: datetime, by: str, now: datetime) -> None:
    """Holds all publicity until then; a hold before it gives way to this one."""
    before = _holding(db)
    _end(db, before, by, now)
    row = db.execute(
        "INSERT INTO publicity (at, by, why, until) VALUES (?, ?, ?, ?)",
        [micros(now), by, why, micros(until)],
    )
    what = f"held all publicity until {journal.clock_words(until)}: {why}"
    journal.tell(db, [PROFILE], now, by, what)
    also = {"held": [int(row.lastrowid or 0)], "unheld": before}
    journal.write(db, now, by, "the hold on publicity taken back", also=also)


def end(db: Database, by: str, now: datetime) -> None:
    """Ends the hold before its time. Raises Known where none holds."""
    held = _holding(db)
    if not held:
        raise Known("Publicity is not held. Nothing was changed.")
    _end(db, held, by, now)
    journal.tell(db, [PROFILE], now, by, "ended the hold on publicity")
    journal.write(db, now, by, "publicity held again", also={"unheld": held})


def expire(db: Database, now: datetime) -> bool:
    """Ends the hold whose time has come; whether there was one."""
    over = [
        k
        for (k,) in db.execute(
            "SELECT key FROM publicity WHERE ended IS NULL AND until <= ?", [micros(now)]
        ).fetchall()
    ]
    _end(db, over, journal.LISTENER, now)
    if over:
        said = "the hold on publicity ended: its time had come"
        journal.tell(db, [PROFILE], now, journal.LISTENER, said)
    return bool(over)


def standing(db: Asks, now: datetime) -> PublicityHold | None:
    """What holds publicity now, or None."""
    row = db.execute(
        "SELECT by, why, at, until FROM publicity WHERE ended IS NULL AND until > ? "
        "ORDER BY key DESC LIMIT 1",
        [micros(now)],
    ).fetchone()
    return None if row is None else PublicityHold(row[0], row[1], moment(row[2]), moment(row[3]))


def put_back(
    db: Database, held: Sequence[int], unheld: Sequence[int], by: str, now: datetime
) -> None:
    """Ends what was held, and holds again what was ended; what is past by now ends at once."""
    _end(db, held, by, now)
    db.conn.executemany(
        "UPDATE publicity SET ended = NULL, ended_by = '' WHERE key = ?", [(k,) for k in unheld]
    )


def _holding(db: Asks) -> list[int]:
    return [k for (k,) in db.execute("SELECT key FROM publicity WHERE ended IS NULL").fetchall()]


def _end(db: Database, keys: Sequence[int], by: str, now: datetime) -> None:
    db.conn.executemany(
        "UPDATE publicity SET ended = ?, ended_by = ? WHERE key = ?",
        [(micros(now), by, k) for k in keys],
    )
