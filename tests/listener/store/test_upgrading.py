"""A database of an older version is copied before it is changed."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections import namedtuple
from pathlib import Path

import pytest

from listener import doctor
from listener.errors import ProfileUnusable
from listener.store.opening import looked_at
from listener.store.schema import VERSION
from listener.store.upgrading import KEPT, copies
from tests.listener.store.making import FakeClock, keep_one, made_older, open_store

FILE = "listener.db"
Usage = namedtuple("Usage", "total used free")


def older(folder: Path, clock: FakeClock) -> Path:
    """A database that says it is of the version before this one."""
    store = open_store(folder, clock)
    keep_one(store, store.add_source("Voice", "http://b.example/feed").key)
    store.close()
    conn = sqlite3.connect(folder / FILE)
    conn.execute(f"PRAGMA user_version = {VERSION - 1}")
    conn.close()
    return folder / FILE


def test_the_data_are_copied_before_an_upgrade(
    tmp_path: Path, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    path = older(tmp_path, clock)
    open_store(tmp_path, clock).close()
    (copy,) = copies(path)
    assert copy.name == f"listener-before-upgrade-v{VERSION - 1}-20261120-090000.db"
    conn = sqlite3.connect(copy)
    assert conn.execute("PRAGMA user_version").fetchone() == (VERSION - 1,)
    assert conn.execute("SELECT count(*) FROM mention").fetchone() == (1,)
    conn.close()
    assert copy.name in caplog.text
    says = {f.what: f.says for f in doctor.examine(tmp_path)}
    assert copy.name in says["copies before upgrades"]


def test_a_database_of_this_version_is_not_copied(tmp_path: Path, clock: FakeClock) -> None:
    open_store(tmp_path, clock).close()
    open_store(tmp_path, clock).close()
    assert copies(tmp_path / FILE) == ()


def test_the_last_three_copies_are_kept(tmp_path: Path, clock: FakeClock) -> None:
    path = older(tmp_path, clock)
    for n in range(KEPT + 2):
        old = tmp_path / f"listener-before-upgrade-v1-2026010{n}-090000.db"
        old.write_bytes(b"old")
        os.utime(old, (1000 + n, 1000 + n))
    open_store(tmp_path, clock).close()
    kept = [c.name for c in copies(path)]
    assert len(kept) == KEPT
    assert kept[-1].startswith(f"listener-before-upgrade-v{VERSION - 1}-")


def test_without_room_the_upgrade_is_not_begun(
    tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = older(tmp_path, clock)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**9, 10**9, 1_000_000))
    with pytest.raises(ProfileUnusable, match=r"1 MB are free\. The upgrade was not begun"):
        open_store(tmp_path, clock)
    conn = sqlite3.connect(path)
    assert conn.execute("PRAGMA user_version").fetchone() == (VERSION - 1,)
    conn.close()
    assert copies(path) == ()


@pytest.mark.parametrize("before", ["0002-corrections", "0003-house"])
def test_an_older_database_is_looked_at_with_every_table_and_column_of_this_one(
    tmp_path: Path, clock: FakeClock, before: str
) -> None:
    store = open_store(tmp_path, clock)
    store.close()
    made_older(tmp_path / FILE, tmp_path / "older.db", before)
    old = looked_at(tmp_path / "older.db")
    now = sqlite3.connect(tmp_path / FILE)
    tables = [n for (n,) in now.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in tables:
        columns = [{c[0] for c in db.execute(f"SELECT * FROM {table} LIMIT 0").description}
                   for db in (now, old)]  # fmt: skip
        assert columns[0] == columns[1], table
    now.close()
    old.close()
