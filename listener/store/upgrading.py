"""Copies the database before a newer version of the app changes it, and keeps the last copies."""

from __future__ import annotations

import logging
import shutil
import sqlite3
from datetime import datetime
from pathlib import Path

from listener.errors import ProfileUnusable
from listener.store.backup import back_up
from listener.store.schema import VERSION

log = logging.getLogger(__name__)
KEPT = 3  # copies from before an upgrade; each is as large as the database was
SPARE = 20_000_000  # bytes that must stay free beside the copy, for the upgrade itself


def copy_first(conn: sqlite3.Connection, path: Path, now: datetime) -> Path | None:
    """Copies a database of an older version beside it; None where there is nothing to upgrade.

    Raises ProfileUnusable in words where there is no room: then the upgrade is not begun.
    """
    version = conn.execute("PRAGMA user_version").fetchone()[0]
    if not 0 < version < VERSION:
        return None  # this version's, or one that was never wholly made
    _refuse_without_room(path)
    target = _free_name(path, version, now)
    try:
        back_up(conn, target)
    except (ProfileUnusable, OSError) as fault:
        raise ProfileUnusable(
            f"The data are of an older version ({version}), and no copy of them could be made "
            f"before the upgrade: {fault} The upgrade was not begun and nothing was changed. "
            "Make room in that folder, or let IT do it, and start again."
        ) from fault
    log.warning("the data are upgraded from version %s to %s; before: %s", version, VERSION, target)
    for old in copies(path)[:-KEPT]:
        old.unlink(missing_ok=True)
    return target


def copies(path: Path) -> tuple[Path, ...]:
    """The copies from before upgrades that lie beside a database, the oldest first."""
    found = path.parent.glob(f"{path.stem}-before-upgrade-v*{path.suffix}")
    return tuple(sorted(found, key=lambda p: (p.stat().st_mtime_ns, p.name)))


def _free_name(path: Path, version: int, now: datetime) -> Path:
    stem = f"{path.stem}-before-upgrade-v{version}-{now:%Y%m%d-%H%M%S}"
    names = (stem if n == 1 else f"{stem}-{n}" for n in range(1, 100))
    return next(p for n in names if not (p := path.with_name(n + path.suffix)).exists())


def _refuse_without_room(path: Path) -> None:
    wal = Path(f"{path}-wal")
    needed = path.stat().st_size + (wal.stat().st_size if wal.exists() else 0) + SPARE
    free = shutil.disk_usage(path.parent).free
    if free < needed:
        raise ProfileUnusable(
            f"The data in {path} are of an older version. Before they are upgraded a copy is made, "
            f"and the disk has no room for it: {needed // 1_000_000} MB are needed, "
            f"{free // 1_000_000} MB are free. The upgrade was not begun and nothing was changed. "
            "Free some space and start again."
        )
