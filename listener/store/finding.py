"""Finds a mention by its id."""

from __future__ import annotations

from listener.errors import NotFound
from listener.mention import MentionKey
from listener.store.asking import Asks


def find(db: Asks, identity: str) -> MentionKey:
    """The mention of an id, or of `source:id`. Raises NotFound for none and for several."""
    identity = identity.encode("utf-8", "replace").decode()
    found = db.execute(
        "SELECT m.key, s.name FROM mention m JOIN source s ON s.key = m.source WHERE m.id = ?",
        [identity],
    ).fetchall()
    if len(found) > 1:
        names = ", ".join(f"{name}:{identity}" for _, name in found)
        raise NotFound(f"Several sources have a mention {identity}. Say which: {names}.")
    if found:
        return MentionKey(found[0][0])
    for at in (n for n, c in enumerate(identity) if c == ":"):
        row = db.execute(
            "SELECT m.key FROM mention m JOIN source s ON s.key = m.source "
            "WHERE s.name = ? AND m.id = ?",
            [identity[:at], identity[at + 1 :]],
        ).fetchone()
        if row is not None:
            return MentionKey(row[0])
    raise NotFound(f"There is no mention {identity}.")
