"""A whole copy while we work, and the way back from one."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import datetime
from pathlib import Path

from listener.errors import DatabaseNewer, NotFound, NotUnderstood, ProfileUnusable
from listener.store.erasing import block_keys, erase_again
from listener.store.faults import in_words
from listener.store.schema import APPLICATION_ID, VERSION
from rules.posting import not_known


def back_up(conn: sqlite3.Connection, target: Path) -> Path:
    """Copies the database, as it stands, to a file. Raises ProfileUnusable in words."""
    if target.exists():
        raise ProfileUnusable(f"{target} is there already. Nothing was written over it.")
    part = target.with_name(target.name + ".part")  # half a copy never bears a backup's name
    with in_words(target):
        copy = sqlite3.connect(part)
        try:
            conn.backup(copy)
            _queue_nothing(copy)
        except BaseException:
            copy.close()
            part.unlink(missing_ok=True)
            raise
        copy.close()
        part.replace(target)
    return target


def _queue_nothing(copy: sqlite3.Connection) -> None:
    """By the time that a copy is put back, what was queued in it went long ago."""
    if not copy.execute("SELECT 1 FROM sqlite_master WHERE name = 'delivery'").fetchone():
        return  # of an older version, copied before it is brought up to date
    says = not_known("it was queued in a copy of the database that was put back")
    copy.execute(
        "UPDATE delivery SET state = 'unknown', next_at = NULL, says = ? "
        "WHERE state IN ('queued', 'sending')",
        [says],
    )
    copy.commit()


def check(path: Path) -> None:
    """Raises in words unless the file is a sound database of ours, of this version or older."""
    if not path.is_file():
        raise NotFound(f"There is no file {path}. Nothing was changed.")
    try:
        identity, version, sound = _identity(path)
    except sqlite3.Error as fault:
        raise ProfileUnusable(
            f"{path} is damaged or is no backup of Council Listener ({fault}). Nothing was changed."
        ) from fault
    if identity != APPLICATION_ID:
        raise NotUnderstood(f"{path} is no backup of Council Listener. Nothing was changed.")
    if version > VERSION:
        raise DatabaseNewer(
            f"{path} was written by a newer version of Council Listener. Nothing was changed; "
            "install the newer version to use it."
        )
    if sound != "ok":
        raise ProfileUnusable(f"{path} is damaged ({sound}). Nothing was changed.")


def _identity(path: Path) -> tuple[int, int, str]:
    # immutable: a backup may lie on a medium that takes no write-ahead files beside it.
    alone = "" if Path(f"{path}-wal").exists() else "&immutable=1"
    conn = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro{alone}", uri=True)
    try:
        asked = ("application_id", "user_version", "integrity_check(1)")
        identity, version, sound = (conn.execute(f"PRAGMA {a}").fetchone()[0] for a in asked)
        return int(identity), int(version), str(sound)
    finally:
        conn.close()


def restore(backup: Path, target: Path, now: datetime) -> Path | None:
    """Puts a backup in the database's place; the old one is kept aside and its path returned.

    What was erased or blocked since the backup stays erased: the newer marks are carried over
    before anything is shown. A damaged database is kept aside too, as it lies.
    """
    check(backup)
    fresh = target.with_suffix(".restoring")
    with in_words(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        _copy(backup, fresh)
        aside = None
        if target.exists():
            aside = target.with_name(f"{target.stem}-before-{now:%Y%m%d-%H%M%S}{target.suffix}")
            _keep_aside(target, fresh, aside)
        for tail in ("-wal", "-shm"):
            Path(f"{target}{tail}").unlink(missing_ok=True)
        fresh.replace(target)
    return aside


def _keep_aside(target: Path, fresh: Path, aside: Path) -> None:
    """Carries what was erased over from the old database, and keeps a copy of it."""
    try:
        _carry_over(target, fresh)
        _copy(target, aside)
    except sqlite3.DatabaseError as fault:
        if isinstance(fault, sqlite3.OperationalError) and "no such table" not in str(fault):
            raise  # a full disk or a lock: better try again than lose what was erased
        for tail in ("", "-wal"):
            lies = Path(f"{target}{tail}")
            if lies.exists():
                shutil.copyfile(lies, f"{aside}{tail}")


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
        theirs = conn.execute("SELECT value FROM old.setting WHERE name = 'block_key'").fetchone()
        if theirs is not None:
            keys = dict.fromkeys((*str(theirs[0]).split(), *block_keys(conn)))
            conn.execute(
                "INSERT OR REPLACE INTO main.setting VALUES ('block_key', ?)", [" ".join(keys)]
            )
        erase_again(conn)
        conn.commit()
    finally:
        conn.close()
