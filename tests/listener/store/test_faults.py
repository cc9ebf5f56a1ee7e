"""Full disks, strangers' files, newer versions, damage, backups: a sentence each, and no loss."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from listener.errors import DatabaseNewer, Known, NotFound, ProfileUnusable
from listener.store import Store
from listener.store.backup import restore
from listener.store.reading import Reader
from tests.listener.store.making import START, FakeClock, heard, keep_one, open_store, poll

FILE = "listener.db"


def test_a_newer_database_is_refused_in_words(tmp_path: Path, clock: FakeClock) -> None:
    open_store(tmp_path, clock).close()
    conn = sqlite3.connect(tmp_path / FILE)
    conn.execute("PRAGMA user_version = 99")
    conn.close()
    with pytest.raises(DatabaseNewer, match="newer version"):
        open_store(tmp_path, clock)
    with pytest.raises(DatabaseNewer, match="newer version"):
        Reader(tmp_path / FILE, clock)


def test_a_database_of_another_program_is_left_alone(tmp_path: Path, clock: FakeClock) -> None:
    conn = sqlite3.connect(tmp_path / FILE)
    conn.execute("CREATE TABLE recipe (name TEXT)")
    conn.commit()
    conn.close()
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(ProfileUnusable, match="another program"):
        open_store(tmp_path, clock)
    assert (tmp_path / FILE).read_bytes() == before


def test_one_killed_before_its_first_table_is_taken_up_again(
    tmp_path: Path, clock: FakeClock
) -> None:
    conn = sqlite3.connect(tmp_path / FILE)
    conn.execute("PRAGMA journal_mode = WAL")
    conn.close()
    store = open_store(tmp_path, clock)
    keep_one(store, store.add_source("Voice", "http://b.example/").key)
    store.close()


def test_a_damaged_file_is_named_and_left_as_it_is(tmp_path: Path, clock: FakeClock) -> None:
    (tmp_path / FILE).write_bytes(b"no database at all" * 400)
    with pytest.raises(ProfileUnusable, match=r"damaged.*restore"):
        open_store(tmp_path, clock)
    assert (tmp_path / FILE).read_bytes().startswith(b"no database")


def test_a_missing_folder_is_said(tmp_path: Path, clock: FakeClock) -> None:
    with pytest.raises(ProfileUnusable, match="cannot be opened"):
        open_store(tmp_path / "none", clock)


def test_a_full_disk_loses_nothing_that_was_kept(store: Store, source: int) -> None:
    kept = keep_one(store, source, "a")
    pages = store._db.execute("PRAGMA page_count").fetchone()[0]
    store._db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(ProfileUnusable, match="full"):
        poll(store, source, [heard("word " * 2000 + str(n), id=f"b{n}", url="") for n in range(50)])
    assert [s.key for s in store.undecided()] == [kept]
    store._db.execute("PRAGMA max_page_count = 100000")
    assert len(poll(store, source, [heard("And on it goes", id="c", title="C", url="")])) == 1


def test_another_writer_is_said(tmp_path: Path, store: Store, source: int) -> None:
    store._db.execute("PRAGMA busy_timeout = 1")
    other = sqlite3.connect(tmp_path / FILE)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(ProfileUnusable, match="Another program holds"):
        store.set_setting("x", "y")
    other.rollback()
    other.close()
    store.set_setting("x", "y")


def test_a_read_only_file_can_be_looked_at_and_not_written(
    tmp_path: Path, clock: FakeClock
) -> None:
    store = open_store(tmp_path, clock)
    keep_one(store, store.add_source("Voice", "http://b.example/").key)
    store.close()
    reader = Reader(tmp_path / FILE, clock)
    with pytest.raises(ProfileUnusable, match="may only be read"):
        reader._db.execute("DELETE FROM mention")
    assert len(list(reader.exported())) == 1
    reader.close()


def test_a_backup_made_at_work_comes_back_and_the_old_one_is_kept_aside(
    tmp_path: Path, store: Store, source: int, clock: FakeClock
) -> None:
    keep_one(store, source, "a")
    copy = store.backup(tmp_path / "copy.db")
    keep_one(store, source, "b")
    store.close()
    aside = restore(copy, tmp_path / FILE, START)
    assert ids(tmp_path / FILE, clock) == ["a"]
    assert aside is not None
    assert ids(aside, clock) == ["a", "b"]


def test_a_backup_writes_over_nothing(tmp_path: Path, store: Store) -> None:
    (tmp_path / "mine.db").write_text("mine")
    with pytest.raises(ProfileUnusable, match="there already"):
        store.backup(tmp_path / "mine.db")
    with pytest.raises(ProfileUnusable, match="cannot be opened"):
        store.backup(tmp_path / "none" / "copy.db")
    assert (tmp_path / "mine.db").read_text() == "mine"


def test_what_was_erased_since_a_backup_stays_erased(
    tmp_path: Path, store: Store, source: int, clock: FakeClock
) -> None:
    gone, nameless = keep_one(store, source, "a"), keep_one(store, source, "b")
    copy = store.backup(tmp_path / "copy.db")
    store.block(gone, "asked for")
    store.blank_author(nameless, "asked for")
    store.close()
    restore(copy, tmp_path / FILE, START)
    store = open_store(tmp_path, clock)
    said = {s.key: (s.heard.text != "", s.heard.author) for s in store.undecided()}
    assert said == {gone: (False, ""), nameless: (True, "")}
    again = [heard(id=i, url=f"http://brackenford.example/{i}") for i in ("a", "b")]
    assert poll(store, source, again) == ()
    store.close()


def test_marks_of_both_profiles_hold_after_a_restore(tmp_path: Path, clock: FakeClock) -> None:
    (tmp_path / "old").mkdir()
    there = open_store(tmp_path / "old", clock)
    source = there.add_source("Voice", "http://b.example/feed").key
    there.block(keep_one(there, source, "a"), "asked for")
    copy = there.backup(tmp_path / "copy.db")
    there.close()
    here = open_store(tmp_path, clock)
    source = here.add_source("Voice", "http://b.example/feed").key
    here.block(keep_one(here, source, "b"), "asked for")
    here.close()
    restore(copy, tmp_path / FILE, START)
    store = open_store(tmp_path, clock)
    again = [heard(id=i, title=i, url="") for i in ("a", "b", "c")]
    assert len(poll(store, source, again)) == 1
    store.close()


def test_a_damaged_database_gives_way_to_a_backup_and_is_kept(
    tmp_path: Path, store: Store, source: int, clock: FakeClock
) -> None:
    keep_one(store, source, "a")
    copy = store.backup(tmp_path / "copy.db")
    store.close()
    (tmp_path / FILE).write_bytes(b"no database at all" * 400)
    aside = restore(copy, tmp_path / FILE, START)
    assert ids(tmp_path / FILE, clock) == ["a"]
    assert aside is not None
    assert aside.read_bytes().startswith(b"no database")


def test_a_restore_refuses_what_is_no_sound_backup(
    tmp_path: Path, store: Store, source: int, clock: FakeClock
) -> None:
    keep_one(store, source, "a")
    copy = store.backup(tmp_path / "copy #1.db")
    newer, broken, other = tmp_path / "newer.db", tmp_path / "broken.db", tmp_path / "other.db"
    shutil.copy(copy, newer)
    conn = sqlite3.connect(newer)
    conn.execute("PRAGMA user_version = 99")
    conn.close()
    broken.write_bytes(copy.read_bytes()[:20_000])
    conn = sqlite3.connect(other)
    conn.execute("CREATE TABLE recipe (name TEXT)")
    conn.commit()
    conn.close()
    store.close()
    for bad in (newer, broken, other):
        with pytest.raises(Known, match="Nothing was changed"):
            restore(bad, tmp_path / FILE, START)
    with pytest.raises(NotFound):
        restore(tmp_path / "none.db", tmp_path / FILE, START)
    assert ids(tmp_path / FILE, clock) == ["a"]
    assert restore(copy, tmp_path / "new" / FILE, START + timedelta(days=1)) is None
    assert ids(tmp_path / "new" / FILE, clock) == ["a"]


def ids(path: Path, clock: FakeClock) -> list[str]:
    reader = Reader(path, clock)
    found = [e.heard.id for e in reader.exported()]
    reader.close()
    return found
