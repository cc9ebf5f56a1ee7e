"""What is erased on request leaves no word behind, and what was done about it stays."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from listener.mention import Correction
from listener.store import Store
from listener.store.reading import Reader
from tests.listener.store.making import heard, keep_one, taken

SAID = "Quetzal"


def everything(path: Path) -> str:
    """Every text in every table, as a thief would look for it."""
    with sqlite3.connect(path) as db:
        tables = [n for (n,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = " ".join(str(row) for t in tables for row in db.execute(f'SELECT * FROM "{t}"'))
    db.close()
    return found


def test_no_word_of_an_erased_mention_is_left_anywhere(
    store: Store, source: int, reader: Reader, tmp_path: Path
) -> None:
    mention = heard(f"{SAID} said so", id=SAID, title=SAID, url=f"http://b.example/{SAID}")
    item = taken(mention, places=(f"{SAID} Lane",))
    (key,) = store.keep(source, [item], None, None, quiet=False).keys
    store.correct(key, Correction("place", f"{SAID} Road", "Amy"))
    store.decide([key], "forward", "", "", "Amy")
    store.block(key, "asked for")
    store._db.execute("INSERT INTO words (words) VALUES ('optimize')")
    assert SAID not in everything(tmp_path / "listener.db")
    detail = reader.detail(key)
    assert detail.decision is not None
    assert detail.reading.tone.label == item.reading.tone.label
    assert detail.reading.tone.because == "erased on request"
    assert detail.verdict.outcome == "forward"
    assert [s.because for s in detail.verdict.steps] == ["erased on request"]


def test_a_row_that_speaks_for_others_keeps_the_places_they_name(
    store: Store, source: int, reader: Reader
) -> None:
    lead = keep_one(store, source, "a", places=("Mill Lane",))
    keep_one(store, source, "b", like=lead, places=("Mill Lane",))
    store.block(lead, "asked for")
    assert reader.rows(search="place:mill").total == 1
