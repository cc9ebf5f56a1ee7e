"""Takes kept mails away in which an erased mention stands: that one went, and to whom, stays."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from listener.forward import drafts
from listener.store.coding import micros
from listener.store.unsaying import there

COPY = "its copy was erased with a post in it"
GONE = b""  # a mail without a byte is one that was erased
STOPPED = f"Not sent: {COPY}. Its digest is a draft again."
NOT_AGAIN = f"This mail is not sent again, for {COPY}. Write its digest anew. Nothing was changed."
PARTLY = f"It went, but not to all of its addresses: {COPY}."
WAITS = {
    "opened": f"{COPY.capitalize()}. If you have not sent the draft, delete it and choose “Do not "
    "send”: its digest is a draft again. If you have, say “It went”.",
    "unknown": f"Not known whether it went, and {COPY}. Say “It went” if you know that it did, "
    "else “Do not send”: its digest is a draft again.",
}
"""What a mail says that a person has to judge."""


def unmail(conn: sqlite3.Connection, digests: Iterable[int]) -> None:
    """Erases the mails of digests, those that remind of them too, and the drafts made of them."""
    if not there(conn, "delivery"):
        return
    for digest in dict.fromkeys(digests):
        mails = conn.execute(
            "SELECT key FROM delivery WHERE digest = ? AND length(mail) > 0", [digest]
        ).fetchall()
        for (key,) in mails:
            conn.execute("UPDATE delivery SET mail = ? WHERE key = ?", [GONE, key])
            conn.execute(
                "INSERT INTO delivery_step (delivery, at, what) VALUES (?, ?, ?)",
                [key, micros(datetime.now(UTC)), f"{COPY.capitalize()}."],
            )
            lies = conn.execute("PRAGMA database_list").fetchone()[2]
            if lies:
                drafts.remove(Path(lies).parent, key)
            settle(conn, key)


def settle(conn: sqlite3.Connection, key: int) -> None:
    """An erased mail that nobody has is given up, and its digest is a draft again."""
    state, says, purpose, digest = conn.execute(
        "SELECT state, says, purpose, digest FROM delivery WHERE key = ?", [key]
    ).fetchone()
    if state == "sending":
        return  # what comes of it is noted, and settled then
    if state in ("queued", "failed", "bounced"):
        reached = _reached(conn, key)
        ended = "bounced" if state == "bounced" else "failed"
        state, says = ("sent", PARTLY) if reached else (ended, STOPPED)
        if purpose == "digest" and digest is not None:
            stands = "sent" if reached else "draft"
            conn.execute("UPDATE digest SET state = ? WHERE key = ?", [stands, digest])
    elif state in WAITS:
        says = WAITS[state]
    elif COPY not in says:
        says = f"{says} {COPY.capitalize()}."
    conn.execute(
        "UPDATE delivery SET state = ?, says = ?, next_at = NULL WHERE key = ?", [state, says, key]
    )


def _reached(conn: sqlite3.Connection, key: int) -> bool:
    """Whether one of its addresses has it; those that have not will not get it."""
    if not there(conn, "delivery_to"):
        return False
    sent = "SELECT 1 FROM delivery_to WHERE delivery = ? AND state = 'sent'"
    if conn.execute(sent, [key]).fetchone() is None:
        return False
    conn.execute(
        "UPDATE delivery_to SET state = 'refused', why = ? "
        "WHERE delivery = ? AND state = 'waiting'",
        [COPY, key],
    )
    return True
