"""What we said and what became of it, step by step: read, taken back, and erased on request."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import cast

from sqlite_utils import Database

from listener.errors import NotFound
from listener.store.asking import Asks
from listener.store.coding import moment
from listener.store.unsaying import there
from rules.replying import Reply, ReplyStep, State

MOST = 50  # replies that want something of somebody, shown at once
LOOKED_AT = 2_000  # the newest replies: an older one that was never posted is past mending
# The newest step that stands says where a reply stands; one with none was taken back as a whole.
_NOW = (
    "(SELECT s.state FROM reply_step s WHERE s.reply = r.key AND s.undone = 0 "
    "ORDER BY s.key DESC LIMIT 1)"
)
_REPLY = (
    "SELECT r.key, r.mention, coalesce(o.name, ''), r.text, r.by, r.at, r.outcome, r.service, "
    "r.why FROM reply r LEFT JOIN mention m ON m.key = r.mention "
    "LEFT JOIN source o ON o.key = m.source"
)


def of_mention(db: Asks, mention: int) -> tuple[Reply, ...]:
    """What was said in answer to a mention, oldest first."""
    return _replies(db, f"{_REPLY} WHERE r.mention = ? ORDER BY r.key", [mention])


def one(db: Asks, key: int) -> Reply:
    """One reply. Raises NotFound, also where it was taken back."""
    for found in _replies(db, f"{_REPLY} WHERE r.key = ?", [key]):
        return found
    raise NotFound(f"There is no reply {key}; it may have been taken back. Nothing was changed.")


def open_ones(db: Asks) -> tuple[Reply, ...]:
    """Those that still want something of somebody, the newest first, at most 50."""
    newest = f"r.key > (SELECT max(key) - {LOOKED_AT} FROM reply)"
    where = f"WHERE {newest} AND {_NOW} IN ('waits', 'back', 'read', 'copied')"
    return _replies(db, f"{_REPLY} {where} ORDER BY r.key DESC LIMIT ?", [MOST])


def _replies(db: Asks, sql: str, given: Sequence[object]) -> tuple[Reply, ...]:
    found = []
    for key, mention, source, text, by, at, outcome, service, why in db.execute(sql, given):
        steps = _steps(db, key)
        if steps:
            found.append(
                Reply(key, mention, source, text, by, moment(at), outcome, service, why, steps)
            )
    return tuple(found)


def _steps(db: Asks, reply: int) -> tuple[ReplyStep, ...]:
    rows = db.execute(
        "SELECT state, by, at, link, note FROM reply_step WHERE reply = ? AND undone = 0 "
        "ORDER BY key",
        [reply],
    )
    return tuple(
        ReplyStep(cast(State, state), by, moment(at), link, note)
        for state, by, at, link, note in rows
    )


def take_back(db: Database, steps: Iterable[int]) -> list[int]:
    """Takes steps back; which mentions they were about."""
    touched = []
    for step in steps:
        db.execute("UPDATE reply_step SET undone = 1 WHERE key = ?", [step])
        rows = db.execute(
            "SELECT r.mention FROM reply r JOIN reply_step s ON s.reply = r.key WHERE s.key = ?",
            [step],
        )
        touched += [int(mention) for (mention,) in rows.fetchall()]
    return touched


def forget(conn: sqlite3.Connection, mentions: Iterable[tuple[int]]) -> None:
    """Takes what was said to mentions out altogether."""
    of = list(mentions)
    conn.executemany(
        "DELETE FROM reply_step WHERE reply IN (SELECT key FROM reply WHERE mention = ?)", of
    )
    conn.executemany("DELETE FROM reply WHERE mention = ?", of)


def blank(conn: sqlite3.Connection, mention: int) -> None:
    """Words and links may tell of the person who is erased; that we replied, and when, stays."""
    if there(conn, "reply_step"):
        conn.execute("UPDATE reply SET text = '' WHERE mention = ?", [mention])
        conn.execute(
            "UPDATE reply_step SET link = '', note = '' WHERE reply IN "
            "(SELECT key FROM reply WHERE mention = ?)",
            [mention],
        )
