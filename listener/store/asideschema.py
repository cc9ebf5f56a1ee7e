"""The tables of what officers put aside: notes, muted threads, sleep, stacks by hand, holds."""

from __future__ import annotations

from typing import Any

from listener.store.asking import Asks
from listener.threads import thread_names

TABLES = """
CREATE TABLE note (
    key INTEGER PRIMARY KEY, mention INTEGER NOT NULL, at INTEGER NOT NULL, by TEXT NOT NULL,
    text TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX note_mention ON note (mention);

-- Which mentions are posts of one thread: those that share a name, by its number.
CREATE TABLE thread_of (
    name INTEGER NOT NULL, mention INTEGER NOT NULL, PRIMARY KEY (name, mention)
) WITHOUT ROWID;

-- It covers the stack in which its mention stands, and the threads of its names.
CREATE TABLE mute (
    key INTEGER PRIMARY KEY, mention INTEGER NOT NULL, at INTEGER NOT NULL, by TEXT NOT NULL,
    why TEXT NOT NULL, until INTEGER, ended INTEGER, ended_by TEXT NOT NULL DEFAULT ''
);
CREATE TABLE mute_name (
    mute INTEGER NOT NULL, name INTEGER NOT NULL, PRIMARY KEY (mute, name)
) WITHOUT ROWID;

-- What wakes a snoozed mention besides its time; it counts while the mention is snoozed.
CREATE TABLE waking (
    mention INTEGER PRIMARY KEY, at INTEGER NOT NULL, grows INTEGER NOT NULL, was INTEGER NOT NULL,
    answer INTEGER NOT NULL
);
-- A later post in a thread that we answered, with the decision that answered it.
CREATE TABLE follow (
    mention INTEGER PRIMARY KEY, answered INTEGER NOT NULL, decision INTEGER NOT NULL,
    at INTEGER NOT NULL
);
CREATE INDEX follow_answered ON follow (answered);
CREATE TABLE apart (
    mention INTEGER PRIMARY KEY, stack INTEGER NOT NULL, at INTEGER NOT NULL, by TEXT NOT NULL
);
CREATE TABLE publicity (
    key INTEGER PRIMARY KEY, at INTEGER NOT NULL, by TEXT NOT NULL, why TEXT NOT NULL,
    until INTEGER NOT NULL, ended INTEGER, ended_by TEXT NOT NULL DEFAULT ''
);
"""

LATER_TABLES = {
    "note": "key mention at by text undone",
    "thread_of": "name mention",
    "mute": "key mention at by why until ended ended_by",
    "mute_name": "mute name",
    "waking": "mention at grows was answer",
    "follow": "mention answered decision at",
    "apart": "mention stack at by",
    "publicity": "key at by why until ended ended_by",
}
"""Their columns, for looking at an older database, where they are empty."""
OF_A_MENTION = ("note", "thread_of", "mute", "waking", "follow", "apart")
"""Tables whose rows go with their mention."""


def remember_threads(db: Any) -> None:
    """Finds the threads of all that was kept before."""
    rows = db.execute("SELECT key, source, id, url, thread FROM mention")
    db.conn.executemany(
        "INSERT OR IGNORE INTO thread_of VALUES (?, ?)",
        ((name, key) for key, *given in rows for name in thread_names(*given)),
    )


def names_of(db: Asks, key: int) -> tuple[int, ...]:
    """The names of a kept mention's thread."""
    row = db.execute("SELECT source, id, url, thread FROM mention WHERE key = ?", [key]).fetchone()
    return () if row is None else thread_names(*row)
