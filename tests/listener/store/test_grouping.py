"""Several feeds' results in one transaction: told of once kept, and one's fault is its own."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from listener.errors import ProfileUnusable
from listener.store import Member, Store
from listener.store.grouping import MOST
from listener.store.reading import Reader
from tests.listener.store.making import FakeClock, heard, keep_one, open_store, taken

Look = Callable[[], Reader]


class Feeds:
    """Feeds that join the group, what was told of them, and what they were told of as failed."""

    def __init__(self, store: Store, source: int) -> None:
        self.store = store
        self.source = source
        self.told: list[str] = []
        self.failed: list[tuple[str, Exception]] = []

    def join(self, name: str, then: Callable[[], object] = lambda: None, size: int = 1) -> None:
        def work() -> Callable[[], None]:
            words = "word " * size
            batch = [taken(heard(words, id=name, title=name, url=""))]
            self.store.keep(self.source, batch, None, None, quiet=True)
            then()
            return lambda: self.told.append(name)

        self.store.group.join(Member(work, lambda fault: self.failed.append((name, fault))))


@pytest.fixture
def feeds(store: Store, source: int) -> Feeds:
    return Feeds(store, source)


def kept(look: Look) -> list[str]:
    return [e.heard.id for e in look().exported()]


def test_nothing_is_told_of_before_it_is_kept(feeds: Feeds, look: Look) -> None:
    feeds.join("a")
    feeds.join("b")
    assert (feeds.told, kept(look)) == ([], [])
    feeds.store.group.settle()
    assert (feeds.told, kept(look)) == (["a", "b"], ["a", "b"])


def test_what_was_not_told_of_is_not_there_after_a_crash(
    tmp_path: Path, feeds: Feeds, clock: FakeClock
) -> None:
    keep_one(feeds.store, feeds.source, "before")
    feeds.join("a")
    (tmp_path / "crashed").mkdir()
    for file in tmp_path.glob("listener.db*"):
        shutil.copy(file, tmp_path / "crashed" / file.name)
    crashed = open_store(tmp_path / "crashed", clock)
    assert [s.heard.id for s in crashed.undecided()] == ["before"]
    crashed.close()


def test_any_other_verb_settles_it_first(feeds: Feeds, look: Look) -> None:
    feeds.join("a")
    feeds.store.set_setting("x", "y")
    assert feeds.told == ["a"]
    feeds.join("b")
    keep_one(feeds.store, feeds.source, "c")
    assert feeds.told == ["a", "b"]
    assert kept(look) == ["a", "b", "c"]


def test_a_backup_and_closing_settle_it(
    tmp_path: Path, feeds: Feeds, clock: FakeClock, look: Look
) -> None:
    feeds.join("a")
    feeds.store.backup(tmp_path / "copy.db")
    assert feeds.told == ["a"]
    feeds.join("b")
    feeds.store.close()
    assert feeds.told == ["a", "b"]
    assert kept(look) == ["a", "b"]


def test_a_fault_takes_back_its_own_and_nothing_else(feeds: Feeds, look: Look) -> None:
    def fault() -> None:
        raise ValueError("ours")

    feeds.join("a")
    feeds.join("b", fault)
    feeds.join("c")
    feeds.store.group.settle()
    assert [(n, str(f)) for n, f in feeds.failed] == [("b", "ours")]
    assert (feeds.told, kept(look)) == (["a", "c"], ["a", "c"])


def test_a_fault_of_the_first_holds_nothing_open(feeds: Feeds) -> None:
    feeds.join("a", lambda: 1 / 0)
    assert not feeds.store._db.conn.in_transaction
    assert len(feeds.store.group) == 0


def test_a_full_disk_is_the_fault_of_who_met_it(feeds: Feeds, look: Look) -> None:
    feeds.join("a")
    pages = feeds.store._db.execute("PRAGMA page_count").fetchone()[0]
    feeds.store._db.execute(f"PRAGMA max_page_count = {pages + 20}")
    feeds.join("b", size=100_000)
    feeds.join("c")
    feeds.store.group.settle()
    ((name, fault),) = feeds.failed
    assert (name, isinstance(fault, ProfileUnusable), "full" in str(fault)) == ("b", True, True)
    assert (feeds.told, kept(look)) == (["a", "c"], ["a", "c"])


def test_where_sqlite_takes_all_of_it_back_the_others_are_done_again(
    feeds: Feeds, look: Look
) -> None:
    def torn() -> None:
        feeds.store._db.conn.execute("ROLLBACK")
        raise sqlite3.OperationalError("disk I/O error")

    feeds.join("a")
    feeds.join("b")
    feeds.join("c", torn)
    assert [n for n, _ in feeds.failed] == ["c"]
    assert (feeds.told, kept(look)) == (["a", "b"], ["a", "b"])


def test_where_the_commit_fails_each_is_tried_alone(feeds: Feeds, look: Look) -> None:
    db = feeds.store._db

    def orphan() -> None:
        db.execute("INSERT INTO author VALUES (-1, 'nobody')")  # whose mention is not there

    db.execute("PRAGMA foreign_keys = ON")
    feeds.join("a", lambda: db.execute("PRAGMA defer_foreign_keys = ON"))
    feeds.join("b", lambda: (db.execute("PRAGMA defer_foreign_keys = ON"), orphan()))
    feeds.join("c")
    feeds.store.group.settle()
    assert [n for n, _ in feeds.failed] == ["b"]
    assert (feeds.told, kept(look)) == (["a", "c"], ["a", "c"])


def test_one_telling_that_fails_silences_no_other(feeds: Feeds) -> None:
    def loud() -> None:
        raise ValueError("a listener's")

    feeds.store.group.join(Member(lambda: loud, lambda fault: None))
    feeds.join("b")
    with pytest.raises(ValueError, match="a listener's"):
        feeds.store.group.settle()
    assert feeds.told == ["b"]


def test_it_is_due_once_full(feeds: Feeds) -> None:
    for n in range(MOST):
        feeds.join(f"f{n}")
    assert feeds.store.group.due
    feeds.store.group.settle()
    assert not feeds.store.group.due
