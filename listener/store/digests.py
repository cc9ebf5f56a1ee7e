"""Keeps what is written to the services: drafts, what stands in them, whose words they are."""

from __future__ import annotations

import json
import re
import secrets
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from html import escape
from typing import Any

from sqlite_utils import Database

from listener.clock import Clock
from listener.errors import Known, NotFound
from listener.handoff import Digest, DigestKey, DigestState
from listener.mention import MentionKey
from listener.spike import SpikeKey
from listener.store import journal
from listener.store.asking import Asks
from listener.store.coding import dumps, micros, moment
from listener.store.digestfacts import FOLDED, Said
from listener.store.unmailed import unmail
from listener.store.unsaying import there

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that is taken for another
ERASED = "[erased on request]"
_DIGEST = (
    "SELECT g.key, g.token, g.area, g.spike, g.since, g.until, g.subject, g.plain, g.html, g.csv, "
    "g.state, g.at, g.by, g.addressees FROM digest g"
)


@dataclass(frozen=True, slots=True)
class DigestShelf:
    """Every verb is one transaction with its way back in the journal; on the engine's thread."""

    _writing: Callable[[], AbstractContextManager[Database]]
    _clock: Clock

    def look(self) -> AbstractContextManager[Database]:
        """The database, for gathering what a digest is made from."""
        return self._writing()

    def keep(self, made: Digest, said: Iterable[Said]) -> Digest:
        """Keeps a draft in place of older ones of the same that nobody edited."""
        with self._writing() as db:
            now = self._clock()
            for (key,) in db.execute(
                f"SELECT g.key FROM digest g WHERE g.area = ? AND g.spike IS ? AND {FOLDED}",
                [made.area, made.spike],
            ).fetchall():
                _drop(db, key)
            row = db.execute(
                "INSERT INTO digest (token, area, spike, since, until, subject, plain, html, csv, "
                "addressees, state, at, by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'draft', ?, ?)",
                [made.token, made.area, made.spike, micros(made.since), micros(made.until),
                 made.subject, made.plain, made.html, made.csv, dumps(made.to), micros(now),
                 made.by],
            )  # fmt: skip
            key = DigestKey(int(row.lastrowid or 0))
            _hold_items(db, key, made.area, made.mentions)
            db.conn.executemany(
                "INSERT OR REPLACE INTO digest_said (mention, digest, form, text) "
                "VALUES (?, ?, ?, ?)",
                [(s.mention, key, s.form, s.text) for s in said],
            )
            act(db, key, now, made.by, "written")
            told = f"the digest for {made.area} dropped"
            journal.write(db, now, made.by, told, also={"digest": {"made": key}})
            return digest(db, key)

    def edit(self, key: DigestKey, subject: str, plain: str, html: str, by: str) -> Digest:
        """A draft says this now. Raises Known where it is none any more, NotFound."""
        with self._writing() as db:
            was = _draft(db, key)
            now = self._clock()
            _say(db, key, subject, plain, html)
            done = act(db, key, now, by, "edited")
            before = {"edited": key, "act": done, "was": [was.subject, was.plain, was.html]}
            told = f"the digest for {was.area} says what it said"
            journal.write(db, now, by, told, also={"digest": before})
            return digest(db, key)

    def drop(self, key: DigestKey, by: str) -> Digest:
        """A draft goes nowhere; what stood in it waits again. Raises Known, NotFound."""
        with self._writing() as db:
            was = _draft(db, key)
            now = self._clock()
            _drop(db, key)
            done = act(db, key, now, by, "dropped")
            before = {"dropped": key, "act": done, "items": [int(m) for m in was.mentions]}
            told = f"the digest for {was.area} is back"
            journal.write(db, now, by, told, also={"digest": before})
            return was

    def one(self, key: DigestKey) -> Digest:
        """A kept digest. Raises NotFound."""
        with self._writing() as db:
            return digest(db, key)

    def draft(self, key: DigestKey) -> Digest:
        """A draft. Raises Known where it is none any more, NotFound."""
        with self._writing() as db:
            return _draft(db, key)

    def waiting_draft(self, area: str, spike: SpikeKey | None) -> Digest | None:
        """A draft of the same that waits for an officer, the newest."""
        with self._writing() as db:
            row = db.execute(
                f"{_DIGEST} WHERE g.area = ? AND g.spike IS ? AND g.state = 'draft' "
                "ORDER BY g.key DESC LIMIT 1",
                [area, spike],
            ).fetchone()
            return None if row is None else digest(db, DigestKey(row[0]))


def new_token() -> str:
    """What the answers to a digest are known by: it says nothing, and is not guessed."""
    return "".join(secrets.choice(LETTERS) for _ in range(8))


def _draft(db: Database, key: DigestKey) -> Digest:
    found = digest(db, key)
    if found.state != "draft":
        raise Known(f"This digest is no draft any more: it is {found.state}. Nothing was changed.")
    return found


def _say(db: Database, key: int, subject: str, plain: str, html: str) -> None:
    db.execute(
        "UPDATE digest SET subject = ?, plain = ?, html = ? WHERE key = ?",
        [subject, plain, html, key],
    )


def _drop(db: Database, key: int) -> None:
    db.execute("UPDATE digest SET state = 'dropped' WHERE key = ?", [key])
    db.execute("DELETE FROM digest_item WHERE digest = ?", [key])


def _hold_items(db: Database, key: int, area: str, mentions: Iterable[int]) -> None:
    db.conn.executemany(
        "INSERT OR IGNORE INTO digest_item (area, mention, digest) VALUES (?, ?, ?)",
        [(area, int(m), key) for m in mentions],
    )


def act(db: Database, key: int, now: datetime, by: str, what: str) -> int:
    """Notes what somebody did with a digest; the key of that note."""
    row = db.execute(
        "INSERT INTO digest_act (digest, at, by, act) VALUES (?, ?, ?, ?)",
        [key, micros(now), by, what],
    )
    return int(row.lastrowid or 0)


def take_back(db: Database, done: Mapping[str, Any], by: str, now: datetime) -> None:
    """Undoes a verb on a draft. Raises Known where the digest went meanwhile."""
    key = done.get("made") or done.get("edited") or done.get("dropped")
    found = digest(db, DigestKey(int(key or 0)))
    if found.state not in ("draft", "dropped"):
        raise Known("The digest went out meanwhile. What was sent is not taken back.")
    if "made" in done:
        _drop(db, found.key)
        return
    db.execute("DELETE FROM digest_act WHERE key = ?", [done["act"]])
    if "edited" in done:
        _say(db, found.key, *done["was"])
        return
    db.execute("UPDATE digest SET state = 'draft' WHERE key = ?", [found.key])
    _hold_items(db, found.key, found.area, done["items"])


# Erasing


def blank(conn: sqlite3.Connection, mention: int) -> None:
    """Takes what somebody said out of every kept digest, quote and row; that it was told stays."""
    if not there(conn, "digest_said"):
        return
    rows = conn.execute(
        "SELECT s.digest, s.form, s.text, g.plain, g.html, g.csv FROM digest_said s "
        "JOIN digest g ON g.key = s.digest WHERE s.mention = ?",
        [mention],
    ).fetchall()
    for key, form, text, plain, html, table in rows:
        if form == "quote":
            plain, html = unsaid(plain, text), unsaid(html, escape(text))
            conn.execute("UPDATE digest SET plain = ?, html = ? WHERE key = ?", [plain, html, key])
        else:
            conn.execute(
                "UPDATE digest SET csv = ? WHERE key = ?", [table.replace(text, "", 1), key]
            )
        if form == "quote":
            _blank_answers(conn, key, text)
    unmail(conn, [key for key, *_ in rows])
    conn.execute("DELETE FROM digest_said WHERE mention = ?", [mention])
    _blank_journal(conn, [(text, form) for _, form, text, *_ in rows])


def _blank_answers(conn: sqlite3.Connection, key: int, text: str) -> None:
    """A service may quote a post in its answer, and an officer in a line."""
    spike = "(SELECT spike FROM digest WHERE key = ?)"
    for table, columns, of in (
        ("response", ("said", "changed"), "digest = ?"),
        ("waiting_answer", ("said", "changed"), "digest = ?"),
        ("line", ("text",), f"spike = {spike}"),
    ):
        if not there(conn, table):
            continue
        rows = conn.execute(f"SELECT key, {', '.join(columns)} FROM {table} WHERE {of}", [key])
        for one, *kept in rows.fetchall():
            for column, words in zip(columns, kept, strict=True):
                left = unsaid(words, text)
                if left != words:
                    conn.execute(f"UPDATE {table} SET {column} = ? WHERE key = ?", [left, one])


def _blank_journal(conn: sqlite3.Connection, said: Sequence[tuple[str, str]]) -> None:
    """What a digest said before it was edited stands in the journal too."""
    quotes = [text for text, form in said if form == "quote"]
    if not quotes:
        return
    for key, kept in conn.execute(
        'SELECT key, inverse FROM journal WHERE inverse LIKE \'%"digest":{"edited"%\''
    ).fetchall():
        inverse = json.loads(kept)
        was = inverse["digest"]["was"]
        for text in quotes:
            was = [was[0], unsaid(was[1], text), unsaid(was[2], escape(text))]
        inverse["digest"]["was"] = was
        conn.execute("UPDATE journal SET inverse = ? WHERE key = ?", [dumps(inverse), key])


def unsaid(whole: str, words: str) -> str:
    """A text without these words, wherever its lines break."""
    parts = words.split()
    if not parts:
        return whole
    return re.sub(r"\s+".join(map(re.escape, parts)), ERASED, whole)


# Reading


def digests(
    db: Asks, area: str | None = None, states: Sequence[DigestState] = (), most: int = 200
) -> tuple[Digest, ...]:
    """Kept digests, the newest first; of one area, and of some states, where these are given."""
    where, given = ["1"], list[object]()
    if area is not None:
        where.append("g.area = ?")
        given.append(area)
    if states:
        where.append(f"g.state IN ({', '.join('?' * len(states))})")
        given += states
    sql = f"{_DIGEST} WHERE {' AND '.join(where)} ORDER BY g.key DESC LIMIT ?"
    return tuple(_read(row) for row in db.execute(sql, [*given, most]).fetchall())


def digest(db: Asks, key: DigestKey) -> Digest:
    """One with the mentions that stand in it, and what was done with it. Raises NotFound."""
    row = db.execute(f"{_DIGEST} WHERE g.key = ?", [key]).fetchone()
    if row is None:
        raise NotFound(f"There is no digest {key}.")
    items = db.execute("SELECT mention FROM digest_item WHERE digest = ? ORDER BY mention", [key])
    mentions = tuple(MentionKey(m) for (m,) in items.fetchall())
    acts = db.execute("SELECT at, by, act FROM digest_act WHERE digest = ? ORDER BY key", [key])
    return replace(
        _read(row),
        mentions=mentions,
        acts=tuple((moment(at), by, act) for at, by, act in acts.fetchall()),
    )


def _read(row: Sequence[Any]) -> Digest:
    key, token, area, spike, since, until, subject, plain, html, table, state, at, by, to = row
    return Digest(
        DigestKey(key), token, area, None if spike is None else SpikeKey(spike), moment(since),
        moment(until), subject, plain, html, table, state, moment(at), by, tuple(json.loads(to)),
    )  # fmt: skip
