"""Takes words and names away for good, and remembers by fingerprint that they stay away."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from listener.store import (
    answerschema,
    asideschema,
    countschema,
    digests,
    handoffschema,
    replies,
)
from listener.store.asking import Asks
from listener.store.coding import dumps, wordless_reading, wordless_verdict
from listener.store.identity import block_mark
from listener.store.stacks import leave
from listener.store.unsaying import there, unsay

NAME_ONLY = "name:"  # before the mark of a mention whose author alone was erased
OF_A_MENTION = (
    "triage", "reading", "author", "band", "seen", "version", "decision", "history", "hold",
    "correction", "way_out", "urgent_act", "alarm", *asideschema.OF_A_MENTION,
    *handoffschema.OF_A_MENTION,
)  # fmt: skip


def forget(db: Database, keys: Sequence[int]) -> None:
    """Takes mentions out altogether, as if they had never been heard."""
    for key in keys:
        leave(db, key)
    one = [(k,) for k in keys]
    replies.forget(db.conn, one)
    # Numbers are given out again: whatever is left would belong to the next that bears them.
    for rows in (
        "mute_name WHERE mute IN (SELECT key FROM mute WHERE mention = ?)",
        "follow WHERE answered = ?",
        "seen WHERE mention = -?",
    ):
        db.conn.executemany(f"DELETE FROM {rows}", one)
    for table in OF_A_MENTION:
        db.conn.executemany(f"DELETE FROM {table} WHERE mention = ?", one)
    db.conn.executemany(
        "UPDATE source SET total = total - 1 WHERE key = "
        "(SELECT source FROM mention WHERE key = ?)",
        one,
    )
    db.conn.executemany("DELETE FROM mention WHERE key = ?", one)


def forget_sample(db: Database) -> None:
    """Takes the sample town out, with whatever was tried on it."""
    chosen = "(SELECT key FROM source WHERE sample)"
    rows = db.execute(f"SELECT key FROM mention WHERE source IN {chosen}").fetchall()
    forget(db, [k for (k,) in rows])
    for gone in (f"heard_on WHERE source IN {chosen}", "source WHERE sample",
                 "publicity", "journal", "delivery_to", *handoffschema.OF_A_TOWN,
                 *answerschema.LATER_TABLES, *countschema.OF_A_TOWN):  # fmt: skip
        db.execute(f"DELETE FROM {gone}")
    db.execute("UPDATE counting SET through = 0")


def marks(conn: Asks) -> frozenset[str]:
    """The fingerprints of all that was erased."""
    return frozenset(m for (m,) in conn.execute("SELECT mark FROM blocked"))


def block_keys(conn: Asks) -> tuple[str, ...]:
    """The keys of the fingerprints, the newest first; several where a backup brought its own."""
    row = conn.execute("SELECT value FROM setting WHERE name = 'block_key'").fetchone()
    return tuple(str(row[0]).split()) if row else ()


def is_erased(
    erased: frozenset[str], keys: Iterable[str], source: int, identity: str
) -> tuple[bool, bool]:
    """Whether a mention was erased, and whether its author's name was."""
    made = [block_mark(k, str(source), identity) for k in keys]
    return any(m in erased for m in made), any(NAME_ONLY + m in erased for m in made)


def erase_again(conn: sqlite3.Connection) -> int:
    """Blanks whatever is kept that was erased elsewhere; returns how many mentions were touched."""
    erased, keys = marks(conn), block_keys(conn)
    touched = 0
    if not erased:
        return touched
    for key, source, identity in conn.execute("SELECT key, source, id FROM mention").fetchall():
        whole, name = is_erased(erased, keys, source, identity)
        touched += whole or name
        if whole:
            blank(conn, key)
        elif name:
            blank_author(conn, key)
    return touched


def blank_author(conn: sqlite3.Connection, mention: int) -> None:
    """Takes the name away; the words stay."""
    conn.execute("DELETE FROM author WHERE mention = ?", [mention])


def _blank_reading(conn: sqlite3.Connection, mention: int) -> None:
    """Reasons quote words, and places were read off them or typed for them: these go too."""
    for data, verdict in conn.execute(
        "SELECT data, verdict FROM reading WHERE mention = ?", [mention]
    ).fetchall():
        conn.execute(
            "UPDATE reading SET data = ?, verdict = ? WHERE mention = ?",
            [wordless_reading(data), wordless_verdict(verdict), mention],
        )
    # A row that speaks for others keeps the places that they name too.
    conn.execute(
        "UPDATE triage SET places = '' WHERE mention = ? AND (lead <> mention OR NOT EXISTS "
        "(SELECT 1 FROM triage o WHERE o.lead = triage.mention AND o.mention <> o.lead))",
        [mention],
    )
    conn.execute(
        "UPDATE history SET what = 'corrected the place' "
        "WHERE mention = ? AND what LIKE 'corrected the place:%'",
        [mention],
    )
    if there(conn, "correction"):
        conn.execute("DELETE FROM correction WHERE mention = ?", [mention])
        conn.execute("UPDATE triage SET corrected = '{}' WHERE mention = ?", [mention])
        _blank_journal(conn, mention)


def _blank_journal(conn: sqlite3.Connection, mention: int) -> None:
    """What a correction was before stands in the journal too: it can no longer be taken back."""
    for key, text in conn.execute(
        "SELECT key, inverse FROM journal WHERE inverse LIKE '%\"corrected\":[[%'"
    ).fetchall():
        inverse = json.loads(text)
        if any(kept[1] == mention for kept in inverse["corrected"]):
            inverse["corrected"] = [c for c in inverse["corrected"] if c[1] != mention]
            said = "a correction of what was erased since"
            conn.execute(
                "UPDATE journal SET inverse = ?, said = ? WHERE key = ?",
                [dumps(inverse), said, key],
            )


def _blank_retold(conn: sqlite3.Connection, mention: int) -> None:
    """The text that a correction by hand replaced stands in the journal too."""
    for key, text in conn.execute(
        "SELECT key, inverse FROM journal WHERE inverse LIKE '%\"retold\":[[%'"
    ).fetchall():
        inverse = json.loads(text)
        if any(kept[0] == mention for kept in inverse["retold"]):
            inverse["retold"] = []
            conn.execute("UPDATE journal SET inverse = ? WHERE key = ?", [dumps(inverse), key])


def blank(conn: sqlite3.Connection, mention: int) -> None:
    """Takes words, name and address away; that it was there, and what was decided, stays."""
    old = conn.execute("SELECT title, text FROM mention WHERE key = ?", [mention]).fetchone()
    conn.execute(
        "INSERT INTO words (words, rowid, title, text) VALUES ('delete', ?, ?, ?)", [mention, *old]
    )
    conn.execute(
        "UPDATE mention SET title = '', text = '', url = '', thread = '', id = 'erased-' || key, "
        "seen_at = '', place = '' WHERE key = ?",
        [mention],
    )
    conn.execute("INSERT INTO words (rowid, title, text) VALUES (?, '', '')", [mention])
    replies.blank(conn, mention)
    digests.blank(conn, mention)
    for table in ("version", "author", "band"):
        conn.execute(f"DELETE FROM {table} WHERE mention = ?", [mention])
    if there(conn, "thread_of"):
        conn.execute("DELETE FROM thread_of WHERE mention = ?", [mention])
    unsay(conn, mention)
    _blank_reading(conn, mention)
    _blank_retold(conn, mention)
    # Known still, but no new text of it is ever taken for a version.
    conn.execute("UPDATE OR REPLACE seen SET mention = -mention WHERE mention = ?", [mention])
