"""What people added by hand, as the store keeps it: corrected, withdrawn, brought back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from listener.errors import Known, NotFound
from listener.mention import AddedLine, MentionKey
from listener.reading.corrected import DANGERS
from listener.store import journal, keeping
from listener.store.asking import Asks
from listener.store.coding import micros, moment
from listener.store.records import Taken
from listener.store.stacks import leave

# A withdrawn mention has a lead that nothing has: minus its own key. No list shows it, no counter
# counts it and no stack holds it, and all that was decided about it stays where it was.
# Taken back, it stands as a row of its own: whom it stood under may have moved on since.
OF_WITHDRAWING = ("status", "view", "lead", "stack", "snoozed_until")
OF_CORRECTING = ("status", "view", "decided", "settled", "snoozed_until")
STAYS = (
    "A possible danger leaves Urgent only by being passed on, or read by somebody who says that "
    "nobody is at risk. Nothing was changed."
)
WHY = "withdrawn: "


def correct(
    db: Database, key: MentionKey, item: Taken, by: str, now: datetime, *, url: str, seen_at: str
) -> None:
    """A new text, link and place; the text before is a version. Raises Known, NotFound."""
    title, text, link, where, _, view = _by_hand(db, key)
    if view == "urgent" and item.reading.danger.grade not in DANGERS:
        raise Known(STAYS)
    stood = journal.before(db, [key], OF_CORRECTING)
    if (item.heard.title, item.heard.text) != (title, text):
        keeping.new_version(db, key, item, now)
    db.execute("UPDATE mention SET url = ?, seen_at = ? WHERE key = ?", [url, seen_at, key])
    journal.tell(
        db, [key], now, by, f"corrected what was added{_what(link != url, where != seen_at)}"
    )
    said = "the correction of what was added taken back"
    retold = {"retold": [[key, title, text, link, where]]}
    journal.write(db, now, by, said, stood, also=retold)


def _what(link: bool, where: bool) -> str:
    also = [name for name, is_new in (("its link", link), ("where it was seen", where)) if is_new]
    return f" ({' and '.join(also)})" if also else ""


def put_back(
    db: Database, retold: Sequence[Sequence[Any]], now: datetime
) -> tuple[MentionKey, ...]:
    """Gives corrected mentions the text that they had; the caller reads them anew."""
    for key, title, text, url, seen_at in retold:
        row = db.execute("SELECT title, text FROM mention WHERE key = ?", [key]).fetchone()
        if row is None or row[0] + row[1] == "":
            continue  # erased since: nothing of it comes back
        if tuple(row) != (title, text):
            db.execute(
                "INSERT INTO version (mention, at, title, text) VALUES (?, ?, ?, ?)",
                [key, micros(now), *row],
            )
            keeping.retext(db, key, tuple(row), (title, text))
        db.execute("UPDATE mention SET url = ?, seen_at = ? WHERE key = ?", [url, seen_at, key])
    return tuple(MentionKey(kept[0]) for kept in retold)


def withdraw(db: Database, key: MentionKey, reason: str, by: str, now: datetime) -> None:
    """Off all lists. Raises Known where nobody added it or it is withdrawn, NotFound."""
    *_, lead, view = _by_hand(db, key)
    if lead < 0:
        raise Known("It is withdrawn already. Nothing was changed.")
    if view == "urgent":
        raise Known(STAYS)
    leave(db, key)
    stood = journal.before(db, [key], OF_WITHDRAWING)
    db.execute(
        "UPDATE triage SET status = 'done', view = 'done', lead = -mention, stack = mention, "
        "snoozed_until = NULL WHERE mention = ?",
        [key],
    )
    journal.tell(db, [key], now, by, f"{WHY}{reason}")
    journal.write(db, now, by, "the withdrawal taken back", stood)


def bring_back(db: Database, key: MentionKey, by: str, now: datetime) -> None:
    """On its list again; the caller walks it. Raises Known where it is not withdrawn, NotFound."""
    if _by_hand(db, key)[4] >= 0:
        raise Known("It is not withdrawn. Nothing was changed.")
    stood = journal.before(db, [key], OF_WITHDRAWING)
    db.execute(
        "UPDATE triage SET lead = mention, status = CASE WHEN decided = '' THEN 'open' ELSE 'done' "
        "END, view = CASE WHEN decided = '' THEN 'glance' ELSE 'done' END WHERE mention = ?",
        [key],
    )
    journal.tell(db, [key], now, by, "brought back")
    journal.write(db, now, by, "withdrawn again", stood)


def _by_hand(db: Database, key: MentionKey) -> tuple[Any, ...]:
    row = db.execute(
        "SELECT m.title, m.text, m.url, m.seen_at, t.lead, l.view, s.kind FROM mention m "
        "JOIN triage t ON t.mention = m.key LEFT JOIN triage l ON l.mention = t.lead "
        "JOIN source s ON s.key = m.source WHERE m.key = ?",
        [key],
    ).fetchone()
    if row is None:
        raise NotFound(f"There is no mention {key}. Nothing was changed.")
    if row[6] != "by_hand":
        raise Known(
            "This was heard from a source, and what was heard never changes. Nothing was changed."
        )
    return tuple(row[:6])


def lines(db: Asks, source: str, most: int) -> tuple[AddedLine, ...]:
    """What was added by hand to a source, the newest first."""
    rows = db.execute(
        "SELECT m.key, m.text, m.url, m.seen_at, m.heard, m.public, t.lead < 0, "
        "(SELECT h.what FROM history h WHERE h.mention = m.key AND h.what LIKE ? "
        "ORDER BY h.key DESC LIMIT 1) FROM mention m JOIN triage t ON t.mention = m.key "
        "JOIN source s ON s.key = m.source WHERE s.name = ? AND s.kind = 'by_hand' "
        "AND NOT s.removed ORDER BY m.key DESC LIMIT ?",
        [f"{WHY}%", source, most],
    )
    return tuple(
        AddedLine(
            MentionKey(key), text, url, seen_at, moment(heard), bool(public),
            (why or WHY).removeprefix(WHY) if gone else "", bool(gone),
        )
        for key, text, url, seen_at, heard, public, gone, why in rows
    )  # fmt: skip
