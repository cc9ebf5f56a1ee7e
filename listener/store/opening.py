"""Opens the database: who wrote it, whether it is too new, what has to be brought up to date."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlite_utils import Database

from listener.errors import DatabaseNewer, ProfileUnusable
from listener.store import (
    answerschema,
    asideschema,
    countschema,
    handoffschema,
    postschema,
    upgrading,
)
from listener.store.faults import in_words
from listener.store.schema import APPLICATION_ID, VERSION, migrations

T = TypeVar("T")


def opened(path: Path, now: datetime) -> Database:
    """The database for its one writer; one of an older version is copied before it is changed.

    Raises DatabaseNewer or ProfileUnusable, in words.
    """
    conn = sqlite3.connect(path, timeout=5.0)
    try:
        _refuse_strangers(conn, path)
        upgrading.copy_first(conn, path, now)
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("PRAGMA synchronous = NORMAL")
        conn.execute("PRAGMA cache_size = -16000")
        conn.execute("PRAGMA wal_autocheckpoint = 4000")  # pages, 16 MB: a first pass waits less
        # Ours before its first table: one killed while it is made is taken up again, not refused.
        conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db = Database(conn, recursive_triggers=False)
        migrations.apply(db)
        conn.execute(f"PRAGMA user_version = {VERSION}")
        # What each feed of a group might have to take back is noted page by page: in files of its
        # own that was two thirds of all that was written, 110 kB a post. Not before: an upgrade
        # that sorts half a million rows for an index may take the disk.
        conn.execute("PRAGMA temp_store = MEMORY")
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
        raise ProfileUnusable(f"{path} is a database of another program. Nothing was changed.")


# A database of the first version may be looked at before its writer has brought it up to date:
# what came since is then empty, in the temporary database that every connection has of its own.
AS_IF_NEWER = (
    "CREATE TEMP VIEW triage AS SELECT *, '{}' AS corrected FROM main.triage",
    "CREATE TEMP VIEW correction AS SELECT NULL AS key, NULL AS mention, NULL AS what, "
    "NULL AS was, NULL AS value, NULL AS by, NULL AS at, 1 AS undone WHERE 0",
)
# The same for what searches ask of every mention.
AS_IF_QUEUE = (
    "CREATE TEMP VIEW facet AS SELECT key AS mention, coalesce(published, heard) AS said, source, "
    "0.0 AS score FROM main.mention",
)

# The same for whole tables that a later version brought.
LATER_TABLES = (
    {
        "reply": "key mention text by at outcome service why",
        "reply_step": "key reply state by at link note undone",
        "way_out": "key mention way by at whom how told_at reference reason outcome undone",
        "urgent_act": "key mention kind by at what undone",
        "alarm": "mention since",
        "saved_search": "key name typed place by at reason",
        "heard_on": "source day n",
    }
    | asideschema.LATER_TABLES
    | handoffschema.LATER_TABLES
    | postschema.LATER_TABLES
    | answerschema.LATER_TABLES
    | countschema.LATER_TABLES
)


class Looking:
    """A connection that only reads; what it cannot read it says in words."""

    def __init__(self, conn: sqlite3.Connection, path: Path) -> None:
        self._conn = conn
        self._path = path

    def execute(self, sql: str, given: Any = (), /) -> sqlite3.Cursor:
        """Runs a query. Raises ProfileUnusable."""
        with in_words(self._path):
            return self._conn.execute(sql, given)

    def hurried(self, work: Callable[[], T], seconds: float) -> T | None:
        """Does some reading; None where it would have taken longer than this."""
        ends = time.monotonic() + seconds
        self._conn.set_progress_handler(lambda: time.monotonic() > ends, 2_000)
        try:
            return work()
        except (ProfileUnusable, sqlite3.OperationalError):
            if time.monotonic() > ends:
                return None
            raise
        finally:
            self._conn.set_progress_handler(None, 0)

    def close(self) -> None:
        """Closes it."""
        self._conn.close()


def looked_at(path: Path) -> Looking:
    """A connection that only reads, for the thread that calls; works on a read-only folder too."""
    if not path.exists():
        raise ProfileUnusable(f"Nothing is kept in {path.parent} yet: there is no {path.name}.")
    uri = path.absolute().as_uri()
    try:
        conn = _first_look(f"{uri}?mode=ro", path)
    except sqlite3.OperationalError as fault:
        if "unable to open" not in str(fault) and "readonly" not in str(fault):
            raise
        # No write-ahead files may be made beside it: read the file as it lies there.
        conn = _first_look(f"{uri}?mode=ro&immutable=1", path)
    return Looking(conn, path)


def _as_if_there(conn: sqlite3.Connection) -> None:
    """Tables that this database does not have yet are looked at as empty ones."""
    there = {n for (n,) in conn.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")}
    for table, columns in LATER_TABLES.items():
        if table not in there:
            conn.execute("PRAGMA temp_store = MEMORY")
            empty = ", ".join(f"NULL AS {column}" for column in columns.split())
            conn.execute(f"CREATE TEMP VIEW {table} AS SELECT {empty} WHERE 0")


def _first_look(uri: str, path: Path) -> sqlite3.Connection:
    conn = sqlite3.connect(uri, uri=True, timeout=5.0)
    try:
        _refuse_strangers(conn, path)
        conn.execute("SELECT 1 FROM setting LIMIT 1")
        conn.execute("PRAGMA temp_store = MEMORY")
        made = {row[1] for row in conn.execute("PRAGMA table_info(triage)")}
        if "corrected" not in made:
            for statement in AS_IF_NEWER:
                conn.execute(statement)
        _as_if_there(conn)
        if not conn.execute("SELECT 1 FROM sqlite_master WHERE name = 'facet'").fetchone():
            conn.execute("PRAGMA temp_store = MEMORY")
            for statement in AS_IF_QUEUE:
                conn.execute(statement)
    except BaseException:
        conn.close()
        raise
    return conn
