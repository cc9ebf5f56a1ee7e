"""Opens the database: who wrote it, whether it is too new, what has to be brought up to date."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlite_utils import Database

from listener.errors import DatabaseNewer, NotUnderstood
from listener.store.schema import APPLICATION_ID, VERSION, migrations


def opened(path: Path) -> Database:
    """The database for its one writer. Raises DatabaseNewer or NotUnderstood, in words."""
    conn = sqlite3.connect(path, timeout=5.0)
    try:
        _refuse_strangers(conn, path)
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("PRAGMA synchronous = NORMAL")
        conn.execute("PRAGMA cache_size = -16000")
        db = Database(conn, recursive_triggers=False)
        migrations.apply(db)
        conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        conn.execute(f"PRAGMA user_version = {VERSION}")
    except BaseException:
        conn.close()
        raise
    return db


def _refuse_strangers(conn: sqlite3.Connection, path: Path) -> None:
    version = conn.execute("PRAGMA user_version").fetchone()[0]
    identity = conn.execute("PRAGMA application_id").fetchone()[0]
    tables = conn.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if identity == APPLICATION_ID and version > VERSION:
        raise DatabaseNewer(
            f"{path} was written by a newer version of Council Listener (its data are of version "
            f"{version}, this program knows {VERSION}). Nothing was changed: please update."
        )
    if tables and identity != APPLICATION_ID:
        raise NotUnderstood(f"{path} is a database of another program. Nothing was changed.")


def looked_at(path: Path) -> sqlite3.Connection:
    """A connection that only reads, for the thread that calls; works on a read-only folder too."""
    uri = path.absolute().as_uri()
    try:
        conn = sqlite3.connect(f"{uri}?mode=ro", uri=True, timeout=5.0)
        conn.execute("SELECT 1 FROM setting LIMIT 1")
    except sqlite3.OperationalError:
        # No write-ahead files may be made beside it: read the file as it lies there.
        conn = sqlite3.connect(f"{uri}?mode=ro&immutable=1", uri=True)
        conn.execute("SELECT 1 FROM setting LIMIT 1")
    return conn
