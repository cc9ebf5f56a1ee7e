"""What is erased on request leaves no word behind, and what was done about it stays."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from listener.mention import Correction
from listener.store import Store
from listener.store.backup import restore
from listener.store.erasing import OF_A_MENTION
from listener.store.reading import Reader
from rules.urgent import WayOut
from tests.listener.store.making import START, heard, keep_one, made_older, taken

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


def test_what_officers_typed_about_it_goes_too_and_what_they_did_stays(
    store: Store, source: int, reader: Reader, tmp_path: Path
) -> None:
    url = "http://b.example/1"
    mention = heard(f"{SAID} said so", place=f"{SAID} Farm", thread=url, url=url)
    item = taken(mention, view="urgent", grade="person")
    (key,) = store.keep(source, [item], None, None, quiet=False).keys
    note, us = f"{SAID} laughs", store.urgent
    store.aside.note([key], note, "Amy")
    us.note([key], "rang", "Amy", f"rang {SAID}'s aunt")
    us.note([key], "rang", "Amy", f"rang {SAID}'s uncle")
    store.undo("Amy")
    us.gave(key, "Amy", "gave to the police: the text; basis: their request")
    us.hold([key], f"{SAID} threatens", "Amy")
    us.end_hold([key], f"{SAID} apologised", "Amy")
    way = WayOut("nobody_at_risk", "Amy", START, reason=note, reference=SAID, outcome="answer")
    us.let_out([key], way, f"Read: {note}", "", "answer")
    store.replies.write(key, f"Dear {SAID}", "answer", "", "Amy", "")
    store.aside.mute([key], None, f"{SAID} again", "Amy")
    store.block(key, "asked for")
    store._db.execute("INSERT INTO words (words) VALUES ('optimize')")
    assert SAID not in everything(tmp_path / "listener.db")
    assert [line.what for line in reader.detail(key).history[1:]] == [
        "rang", "rang", "“rang” taken back", "gave to the police: the text; basis: their request",
        "put on hold", "hold ended", "decided: Answer", "reply copied, not known posted",
        "muted this thread until it is unmuted",
    ]  # fmt: skip


@pytest.mark.parametrize("before", ["0002-corrections", "0003-house", "0003-triage"])
def test_in_an_older_backup_it_is_erased_before_it_is_shown(
    store: Store, source: int, tmp_path: Path, before: str
) -> None:
    key = store.keep(source, [taken(heard(SAID, author=SAID))], None, None, quiet=False).keys[0]
    made_older(tmp_path / "listener.db", tmp_path / "old.db", before)
    store.block(key, "asked for")
    store.close()
    restore(tmp_path / "old.db", tmp_path / "listener.db", START)
    with sqlite3.connect(tmp_path / "listener.db") as db:
        assert db.execute("SELECT text, id FROM mention").fetchall() == [("", f"erased-{key}")]
        assert db.execute("SELECT count(*) FROM author").fetchone() == (0,)
    db.close()


def test_a_mail_in_a_backup_is_erased_again_before_it_is_shown(
    store: Store, source: int, tmp_path: Path
) -> None:
    (key,) = store.keep(source, [taken(heard(SAID))], None, None, quiet=False).keys
    store._db.execute(
        "INSERT INTO digest VALUES (1, 't', 'Parking', NULL, 0, 0, '', ?, ?, '', '[]', 'sent', 0, "
        "'Amy')",
        [f"They say: {SAID}", f"<p>{SAID}</p>"],
    )
    store._db.execute("INSERT INTO digest_said VALUES (?, 1, 'quote', ?)", [key, SAID])
    store._db.execute(
        "INSERT INTO delivery (digest, purpose, addressees, subject, message_id, way, state, "
        "says, mail, at) VALUES (1, 'digest', '[]', '', 'm', 'smtp', 'sent', 'It went.', ?, 0)",
        [SAID.encode()],
    )
    backup = store.backup(tmp_path / "backup.db")
    store.block(key, "asked for")
    store.close()
    restore(backup, tmp_path / "listener.db", START)
    with sqlite3.connect(tmp_path / "listener.db") as db:
        (mail, says, plain) = db.execute(
            "SELECT d.mail, d.says, g.plain FROM delivery d JOIN digest g ON g.key = d.digest"
        ).fetchone()
    db.close()
    assert (mail, says) == (b"", "It went. Its copy was erased with a post in it.")
    assert SAID not in plain


def test_a_row_that_speaks_for_others_keeps_the_places_they_name(
    store: Store, source: int, reader: Reader
) -> None:
    lead = keep_one(store, source, "a", places=("Mill Lane",))
    keep_one(store, source, "b", like=lead, places=("Mill Lane",))
    store.block(lead, "asked for")
    assert reader.rows(search="place:mill").total == 1


def test_whatever_is_kept_of_a_mention_goes_with_it(store: Store) -> None:
    names = [n for (n,) in store._db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    of_one = {n for n in names if "mention" in {c.name for c in store._db[n].columns}}
    by_themselves = {"reply", "facet"}  # with its steps; by a trigger
    by_themselves |= {"heed", "counted_as", "recount"}  # when it is counted anew
    assert of_one - by_themselves == set(OF_A_MENTION)
