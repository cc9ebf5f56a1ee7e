"""Databases from before there were replies: brought up to date, and looked at as they lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from listener.mention import MentionKey
from listener.store import Store
from listener.store.reading import Reader
from tests.listener.store.making import (
    START,
    FakeClock,
    heard,
    keep_one,
    made_older,
    open_store,
    taken,
)


@pytest.fixture(params=["0002-corrections", "0003-replies"])
def older(request: pytest.FixtureRequest, tmp_path: Path, clock: FakeClock) -> MentionKey:
    """A database as an older version made it, with one mention; its key."""
    now = tmp_path / "now.db"
    store = Store.open(now, clock=clock)
    source = store.add_source("Voice", "http://b.example/feed").key
    keep_one(store, source, "a0", places=["Mill Lane"])
    key = keep_one(store, source, places=["Mill Lane"])
    store.close()
    made_older(now, tmp_path / "listener.db", request.param)
    return key


def test_an_older_database_can_be_looked_at_as_it_lies(
    tmp_path: Path, clock: FakeClock, older: MentionKey
) -> None:
    reader = Reader(tmp_path / "listener.db", clock)
    assert reader.replies(older) == reader.open_replies() == ()
    assert len(reader.around(older).alike) == 1
    assert reader.walked()[0] == {}
    reader.close()


def test_an_older_database_keeps_replies_once_it_is_up_to_date(
    tmp_path: Path, clock: FakeClock, older: MentionKey
) -> None:
    store = open_store(tmp_path, clock)
    made = store.replies.write(older, "Thank you.", "join_in", "", "Amy", "")
    assert (made.state, made.at, made.source) == ("copied", START, "Voice")
    assert store.standing(older).status == "done"
    store.close()
    again = open_store(tmp_path, clock)  # taken back after a restart too
    assert "reply" in again.undo("Amy").said
    assert again.standing(older).status == "open"
    again.close()


def test_forgetting_a_mention_forgets_what_was_said_to_it(
    store: Store, reader: Reader, clock: FakeClock
) -> None:
    source = store.add_source("Sample", "http://s.example/feed", sample=True).key
    key = store.keep(source, [taken(heard())], None, None, quiet=True).keys[0]
    store.replies.write(key, "Hello.", "answer", "", "Amy", "")
    store.forget_sample()
    assert reader.replies(key) == reader.open_replies() == ()


def test_every_open_reply_is_told_newest_first(
    store: Store, source: int, reader: Reader, clock: FakeClock
) -> None:
    keys = [keep_one(store, source, f"a{n}") for n in range(4)]
    made = [store.replies.write(k, "Hello.", "answer", "", "Amy", "") for k in keys]
    store.replies.step(made[1].key, "posted", "Amy", "http://b.example/r")
    store.replies.step(made[2].key, "withdrawn", "Amy")
    assert [r.key for r in reader.open_replies()] == [made[3].key, made[0].key]
