"""Keeps replies and their steps, each with its way back in the journal and a line of history."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime

from sqlite_utils import Database

from listener.clock import Clock
from listener.errors import NotFound
from listener.mention import MentionKey
from listener.store import deciding, journal, replies
from listener.store.answershelf import AnswerShelf
from listener.store.coding import micros
from listener.store.lineshelf import LineShelf
from rules.replying import Reply, State

TOLD: dict[State, str] = {
    "waits": "reply written; it waits for a second reader",
    "back": "reply sent back by its second reader",
    "read": "reply read by a second person: it may go",
    "copied": "reply copied, not known posted",
    "posted": "reply posted",
    "withdrawn": "reply not sent",
}
"""The lines of history. What was said, and a link, are read off the reply itself."""
TAKEN: dict[State, str] = {
    "waits": "the reply that waits for a second reader taken back",
    "back": "“sent back” taken back",
    "read": "the second reader's word taken back",
    "copied": "the reply taken back (what was posted stays posted)",
    "posted": "“posted” taken back",
    "withdrawn": "“not sent” taken back",
}


class ReplyShelf:
    """Lives on the engine's thread with the store that it is a part of."""

    def __init__(
        self, writing: Callable[[], AbstractContextManager[Database]], clock: Clock
    ) -> None:
        self._writing = writing
        self._clock = clock
        self.answers = AnswerShelf(writing, clock)
        self.lines = LineShelf(writing, clock)

    def find(self, key: int) -> Reply:
        """One reply. Raises NotFound."""
        with self._writing() as db:
            return replies.one(db, key)

    def seat_of(self, mention: MentionKey) -> tuple[str, str]:
        """The list that the row of a mention stands in, and the outcome decided or ""."""
        with self._writing() as db:
            row = db.execute(
                "SELECT coalesce(l.view, t.view), t.decided FROM triage t "
                "LEFT JOIN triage l ON l.mention = t.lead WHERE t.mention = ?",
                [mention],
            ).fetchone()
        if row is None:
            raise NotFound(f"There is no mention {mention}. Nothing was changed.")
        return str(row[0]), str(row[1])

    def write(self, mention: MentionKey, text: str, outcome: str, service: str, by: str,
              why: str) -> Reply:  # fmt: skip
        """Keeps a reply: copied, with its decision where none stands; or waiting, for `why`."""
        now = self._clock()
        with self._writing() as db:
            withdrawn = [_put(db, r, "withdrawn", by, now) for r in _superseded(db, mention)]
            made = db.execute(
                "INSERT INTO reply (mention, text, by, at, outcome, service, why) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                [mention, text, by, micros(now), outcome, service, why],
            )
            key = int(made.lastrowid or 0)
            self._step(db, key, "waits" if why else "copied", by, now, also=withdrawn)
            return replies.one(db, key)

    def step(self, key: int, state: State, by: str, link: str = "", note: str = "") -> Reply:
        """Keeps what became of a reply. Raises NotFound."""
        with self._writing() as db:
            replies.one(db, key)
            self._step(db, key, state, by, self._clock(), link, note)
            return replies.one(db, key)

    def _step(self, db: Database, key: int, state: State, by: str, now: datetime, link: str = "",
              note: str = "", also: list[int] | None = None) -> None:  # fmt: skip
        mention, outcome, service = _of(db, key)
        steps = {"reply_steps": [*(also or ()), _put(db, key, state, by, now, link, note)]}
        if state == "copied" and not _decided(db, mention):
            with_it = ", and the reply with it"
            deciding.decide(db, (mention,), outcome, service, "", by, now, steps, with_it)
        else:
            journal.write(db, now, by, TAKEN[state], also=steps)
        journal.tell(db, [mention], now, by, TOLD[state])


def _put(db: Database, reply: int, state: State, by: str, now: datetime, link: str = "",
         note: str = "") -> int:  # fmt: skip
    made = db.execute(
        "INSERT INTO reply_step (reply, state, by, at, link, note) VALUES (?, ?, ?, ?, ?, ?)",
        [reply, state, by, micros(now), link, note],
    )
    return int(made.lastrowid or 0)


def _superseded(db: Database, mention: int) -> list[int]:
    """Replies to the same mention that never went: a new one takes their place."""
    return [r.key for r in replies.of_mention(db, mention) if r.state in ("waits", "back", "read")]


def _of(db: Database, key: int) -> tuple[MentionKey, str, str]:
    row = db.execute("SELECT mention, outcome, service FROM reply WHERE key = ?", [key]).fetchone()
    return MentionKey(row[0]), row[1], row[2]


def _decided(db: Database, mention: int) -> bool:
    row = db.execute("SELECT status FROM triage WHERE mention = ?", [mention]).fetchone()
    if row is None:
        raise NotFound(f"There is no mention {mention}. Nothing was changed.")
    return bool(row[0] == "done")
