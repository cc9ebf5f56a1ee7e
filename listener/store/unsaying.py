"""Takes out what officers typed about a mention that is erased: it may tell of the person too.

Who did what and when stays, and so does whom one told and what was given to whom on what basis:
that is the record of a disclosure, and it repeats none of the words.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

TYPED = (
    ("decision", "note"), ("hold", "why"), ("mute", "why"),
    ("way_out", "reason"), ("way_out", "reference"),
)  # fmt: skip
"""Columns in which officers write what they like."""
BEGIN_SO = ("put on hold", "hold ended", "withdrawn")
"""Lines of history that go on with `: ` and a reason."""
RANG = "rang"


def there(conn: sqlite3.Connection, table: str) -> bool:
    """Whether there is such a table: a backup that is being restored may be older than it."""
    return bool(conn.execute("SELECT 1 FROM sqlite_master WHERE name = ?", [table]).fetchone())


def unsay(conn: sqlite3.Connection, mention: int) -> None:
    """Empties what was typed about a mention, and cuts it off its history and the journal."""
    for old, new in list(_in_lines(conn, mention)):
        conn.execute(
            "UPDATE history SET what = replace(what, ?, ?) WHERE mention = ?", [old, new, mention]
        )
    for begun in BEGIN_SO:
        conn.execute(
            "UPDATE history SET what = ? WHERE mention = ? AND what LIKE ?",
            [begun, mention, f"{begun}: %"],
        )
    for table, column in TYPED:
        if there(conn, table):
            conn.execute(f"UPDATE {table} SET {column} = '' WHERE mention = ?", [mention])
    if there(conn, "note"):
        conn.execute("DELETE FROM note WHERE mention = ?", [mention])
    if there(conn, "urgent_act"):
        _unsay_rang(conn, mention)


def _in_lines(conn: sqlite3.Connection, mention: int) -> Iterator[tuple[str, str]]:
    """What was typed as it stands in lines of history, with what is to stand there."""
    for column, table, shown in (("note", "decision", " ({})"), ("why", "mute", ": {}")):
        if there(conn, table):
            rows = conn.execute(f"SELECT {column} FROM {table} WHERE mention = ?", [mention])
            yield from ((shown.format(typed), "") for (typed,) in rows if typed)


def _unsay_rang(conn: sqlite3.Connection, mention: int) -> None:
    rang = "SELECT what FROM urgent_act WHERE mention = ? AND kind = ?"
    for (what,) in conn.execute(rang, [mention, RANG]).fetchall():
        conn.execute(
            "UPDATE history SET what = replace(what, ?, ?) WHERE mention = ?", [what, RANG, mention]
        )
        conn.execute(
            "UPDATE journal SET said = replace(said, ?, ?) WHERE instr(said, ?)", [what, RANG, what]
        )
    conn.execute(
        "UPDATE urgent_act SET what = ? WHERE mention = ? AND kind = ?", [RANG, mention, RANG]
    )
