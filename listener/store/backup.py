"""A whole copy while we work, and the way back from one."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from pathlib import Path

from listener.errors import DatabaseNewer, NotFound, NotUnderstood, ProfileUnusable
from listener.store.faults import in_words
from listener.store.schema import APPLICATION_ID, VERSION


def back_up(conn: sqlite3.Connection, target: Path) -> Path:
    """Copies the database, as it stands, to a file. Raises ProfileUnusable in words."""
    if target.exists():
        raise ProfileUnusable(f"{target} is there already. Nothing was written over it.")
    with in_words(target):
        copy = sqlite3.connect(target)
        try:
            conn.backup(copy)
        except BaseException:
            copy.close()
            target.unlink(missing_ok=True)
            raise
        copy.close()
    return target


def check(path: Path) -> None:
    """Raises in words unless the file is a sound database of ours, of this version or older."""
    if not path.is_file():
        raise NotFound(f"There is no file {path}. Nothing was changed.")
    with in_words(path):
        conn = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        try:
            identity = conn.execute("PRAGMA application_id").fetchone()[0]
            version = conn.execute("PRAGMA user_version").fetchone()[0]
            sound = conn.execute("PRAGMA integrity_check(1)").fetchone()[0]
        finally:
            conn.close()
    if identity != APPLICATION_ID:
        raise NotUnderstood(f"{path} is no backup of Council Listener. Nothing was changed.")
    if version > VERSION:
        raise DatabaseNewer(
            f"{path} was written by a newer version of Council Listener. Nothing was changed; "
            "install the newer version to use it."
        )
    if sound != "ok":
        raise ProfileUnusable(f"{path} is damaged ({sound}). Nothing was changed.")


def restore(backup: Path, target: Path, now: datetime) -> Path | None:
    """Puts a backup in the database's place; the old one is kept aside and its path returned.

    What was erased or blocked since the backup stays erased: the newer marks are carried over
    before anything is shown.
    """
    check(backup)
    fresh = target.with_suffix(".restoring")
    with in_words(target):
        _copy(backup, fresh)
        aside = None
        if target.exists():
            _carry_over(target, fresh)
            aside = target.with_name(f"{target.stem}-before-{now:%Y%m%d-%H%M%S}{target.suffix}")
            _copy(target, aside)
        for tail in ("-wal", "-shm"):
            Path(f"{target}{tail}").unlink(missing_ok=True)
        fresh.replace(target)
    return aside


def _copy(source: Path, target: Path) -> None:
    """A whole copy by SQLite itself, so that what lies in the write-ahead log comes too."""
    target.unlink(missing_ok=True)
    read = sqlite3.connect(source)
    write = sqlite3.connect(target)
    try:
        read.backup(write)
    finally:
        write.close()
        read.close()


def _carry_over(old: Path, fresh: Path) -> None:
    conn = sqlite3.connect(fresh)
    try:
        conn.execute("ATTACH ? AS old", [str(old)])
        conn.execute("INSERT OR IGNORE INTO main.blocked SELECT * FROM old.blocked")
        key = conn.execute("SELECT value FROM old.setting WHERE name = 'block_key'").fetchone()
        if key is not None:
            conn.execute("INSERT OR REPLACE INTO main.setting VALUES ('block_key', ?)", key)
            erase_blocked(conn, key[0])
        conn.commit()
    except sqlite3.DatabaseError as fault:
        if "no such table" not in str(fault) and "not a database" not in str(fault):
            raise
        conn.rollback()  # the old file was beyond reading: there is nothing to carry over
    finally:
        conn.close()


def erase_blocked(conn: sqlite3.Connection, key: str) -> int:
    """Blanks every kept mention whose fingerprint is blocked; returns how many."""
    from listener.store.identity import block_mark

    marks = {m for (m,) in conn.execute("SELECT mark FROM blocked")}
    if not marks:
        return 0
    rows = conn.execute("SELECT key, source, id FROM mention").fetchall()
    found = [k for k, source, identity in rows if block_mark(key, str(source), identity) in marks]
    for mention in found:
        blank(conn, mention)
    return len(found)


def blank(conn: sqlite3.Connection, mention: int) -> None:
    """Takes the words and the name of a mention away; that it was there, and decided, stays."""
    old = conn.execute("SELECT title, text FROM mention WHERE key = ?", [mention]).fetchone()
    conn.execute(
        "INSERT INTO words (words, rowid, title, text) VALUES ('delete', ?, ?, ?)", [mention, *old]
    )
    conn.execute(
        "UPDATE mention SET title = '', text = '', url = '', thread = '' WHERE key = ?", [mention]
    )
    conn.execute("INSERT INTO words (rowid, title, text) VALUES (?, '', '')", [mention])
    conn.execute("DELETE FROM version WHERE mention = ?", [mention])
    conn.execute("DELETE FROM author WHERE mention = ?", [mention])
    conn.execute("DELETE FROM band WHERE mention = ?", [mention])
