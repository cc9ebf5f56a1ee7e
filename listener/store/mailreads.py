"""What a mail of the responses mailbox is about, and how far the mailbox was read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from sqlite_utils import Database

from listener.forward.place import Place
from listener.handoff import DigestKey, MailboxState
from listener.store.asking import Asks
from listener.store.coding import dumps, maybe_micros, maybe_moment

PLACE = "responses_place"
STATE = "responses_state"


def meant(db: Asks, token: str, refs: Sequence[str]) -> DigestKey | None:
    """Which digest a mail is about: by its token, else by the mails that it answers."""
    if token:
        row = db.execute(
            "SELECT key FROM digest WHERE token = ? COLLATE NOCASE ORDER BY token = ? DESC LIMIT 1",
            [token, token],
        ).fetchone()
        if row is not None:
            return DigestKey(row[0])
    for ref in refs:
        row = db.execute(
            "SELECT digest FROM delivery WHERE message_id = ? AND digest IS NOT NULL", [ref]
        ).fetchone()
        if row is not None:
            return DigestKey(row[0])
    return None


def state(db: Asks) -> MailboxState:
    """When the mailbox was last read, and why it cannot be."""
    row = db.execute("SELECT value FROM setting WHERE name = ?", [STATE]).fetchone()
    if row is None:
        return MailboxState()
    kept = json.loads(row[0])
    return MailboxState(maybe_moment(kept["at"]), kept["fault"], kept["alone"])


def keep_state(db: Database, at: datetime | None, fault: str, alone: int) -> None:
    """Keeps how the mailbox stands. alone: how many more mails were left alone."""
    before = state(db)
    kept = {
        "at": maybe_micros(at or before.read_at), "fault": fault, "alone": before.alone + alone,
    }  # fmt: skip
    db.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", [STATE, dumps(kept)])


def place(db: Asks) -> Place:
    """How far the mailbox was read."""
    row = db.execute("SELECT value FROM setting WHERE name = ?", [PLACE]).fetchone()
    return Place(**json.loads(row[0])) if row else Place()


def keep_place(db: Database, where: Place) -> None:
    """Keeps how far it was read, with what was taken up to there."""
    db.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", [PLACE, dumps(asdict(where))])
