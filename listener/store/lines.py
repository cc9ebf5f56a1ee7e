"""The lines of spikes: their versions, whom they were told to, and who is told otherwise now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from listener.errors import Known, NotFound
from listener.handoff import Line, LineKey, LinePost
from listener.mention import MentionKey
from listener.spike import SpikeKey
from listener.store import journal
from listener.store.asking import Asks
from listener.store.coding import micros, moment
from rules import lines as rules
from rules.lines import Version, stands, told

POSTS = 500  # posts to answer that are shown at once
SNIPPET = 280
_LINE = (
    "SELECT key, spike, version, text, approver, starts, ends, by, at, ended IS NOT NULL, same "
    "FROM line"
)
_POSTS = """
SELECT m.key, m.title, substr(m.text, 1, 600), m.url, s.name, m.channel,
    coalesce(m.published, m.heard), t.kind, t.decided, t.view,
    (SELECT max(l.version) FROM line_use u JOIN line l ON l.key = u.line
        WHERE u.mention = m.key AND l.spike = x.spike)
FROM spike_mention x JOIN mention m ON m.key = x.mention JOIN source s ON s.key = m.source
JOIN triage t ON t.mention = m.key
WHERE x.spike = ? AND t.kind NOT IN ('news', 'notice') ORDER BY 7, m.key LIMIT ?
"""


def lines(db: Asks, spike: int) -> tuple[Line, ...]:
    """The versions of a spike's line, the newest first."""
    rows = db.execute(f"{_LINE} WHERE spike = ? ORDER BY version DESC", [spike]).fetchall()
    return tuple(_of(db, row) for row in rows)


def one(db: Asks, key: int) -> Line:
    """One version. Raises NotFound."""
    row = db.execute(f"{_LINE} WHERE key = ?", [key]).fetchone()
    if row is None:
        raise NotFound("That line is not there any more. Nothing was changed.")
    return _of(db, row)


def line_of(db: Asks, spike: int, now: datetime) -> Line | None:
    """The line that holds now, or None."""
    for found in lines(db, spike):
        if stands(found.starts, found.ends, found.ended, now) == "current":
            return found
    return None


def posts(db: Asks, spike: int) -> tuple[LinePost, ...]:
    """The posts of a spike that a line may answer, oldest first, at most 500; no news."""
    versions = [Version(v.version, v.same) for v in lines(db, spike)]
    rows = db.execute(_POSTS, [spike, POSTS]).fetchall()
    return tuple(_post(row, versions) for row in rows)


def told_old_line(db: Asks, spike: int) -> tuple[LinePost, ...]:
    """The posts that were answered with a line that says something else by now."""
    return tuple(p for p in posts(db, spike) if p.told == "old")


def done_draft(db: Asks, spike: int) -> str:
    """“You said, we did” by the newest answer that says “finished”, or ""."""
    row = db.execute(
        "SELECT s.title, s.place, r.action, r.changed, r.read_by <> '', r.area FROM response r "
        "JOIN spike s ON s.key = r.spike WHERE r.spike = ? AND r.kind = 'finished' "
        "AND r.undone = 0 ORDER BY r.at DESC, r.key DESC LIMIT 1",
        [spike],
    ).fetchone()
    if row is None:
        return ""
    title, place, action, changed, read, area = row
    return rules.done_draft(title, place, action, changed, bool(read), area)


def put(db: Database, new: Line, now: datetime) -> Line:
    """Keeps the next version; the one before ends with it. Raises NotFound."""
    title = spike_title(db, new.spike)
    before = [k for (k,) in db.execute("SELECT key FROM line WHERE spike = ? AND ended IS NULL",
                                       [new.spike]).fetchall()]  # fmt: skip
    version = db.execute("SELECT coalesce(max(version), 0) + 1 FROM line WHERE spike = ?",
                         [new.spike]).fetchone()[0]  # fmt: skip
    db.conn.executemany("UPDATE line SET ended = ? WHERE key = ?",
                        [(micros(now), k) for k in before])  # fmt: skip
    made = db.execute(
        "INSERT INTO line (spike, version, text, approver, starts, ends, by, at, same) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [new.spike, version, new.text, new.approver, micros(new.starts), micros(new.ends), new.by,
         micros(now), new.same],
    )  # fmt: skip
    key = int(made.lastrowid or 0)
    _act(db, new.spike, now, new.by, f"set line {version}, approved by {new.approver}")
    if not new.same:
        _tell_old(db, new.spike, version, now, new.by, title)
    said = f"line {version} for {title} taken back"
    journal.write(db, now, new.by, said, also={"lined": {"made": [key], "ended": before}})
    return one(db, key)


def end(db: Database, spike: int, by: str, now: datetime) -> Line:
    """Ends the newest version. Raises Known where none holds."""
    found = next((line for line in lines(db, spike) if not line.ended), None)
    if found is None:
        raise Known("This spike has no line that holds. Nothing was changed.")
    db.execute("UPDATE line SET ended = ? WHERE key = ?", [micros(now), found.key])
    _act(db, spike, now, by, f"ended line {found.version}")
    said = f"line {found.version} holds again"
    journal.write(db, now, by, said, also={"lined": {"made": [], "ended": [found.key]}})
    return one(db, found.key)


def use(db: Database, line: Line, mention: MentionKey, by: str, now: datetime) -> None:
    """Notes on a mention that it was answered with a line."""
    made = db.execute("INSERT OR IGNORE INTO line_use VALUES (?, ?, ?, ?)",
                      [line.key, mention, micros(now), by])  # fmt: skip
    what = f"answered with line {line.version} for {spike_title(db, line.spike)}"
    journal.tell(db, [mention], now, by, what)
    if made.rowcount > 0:
        used = {"line_uses": [[line.key, mention]]}
        journal.write(db, now, by, f"“{what}” taken back", also=used)


def first_told(db: Database, line: int, now: datetime) -> bool:
    """Whether the contact centre is to be told of a version: once, when it is first used."""
    made = db.execute("INSERT OR IGNORE INTO line_told VALUES (?, ?, NULL)", [line, micros(now)])
    return bool(made.rowcount > 0)


def note_told(db: Database, line: int, delivery: int | None) -> None:
    """The mail by which the contact centre is told; None: it could not be written."""
    if delivery is None:
        db.execute("DELETE FROM line_told WHERE line = ? AND delivery IS NULL", [line])
    else:
        db.execute("UPDATE line_told SET delivery = ? WHERE line = ?", [delivery, line])


def take_back(db: Database, done: Mapping[str, Sequence[int]], by: str, now: datetime) -> None:
    """Takes a version back, or lets one hold again; one that was used ends instead."""
    for key in done["made"]:
        row = db.execute("SELECT spike, version FROM line WHERE key = ?", [key]).fetchone()
        if row is None:
            continue
        if db.execute("SELECT 1 FROM line_use WHERE line = ?", [key]).fetchone():
            db.execute("UPDATE line SET ended = ? WHERE key = ?", [micros(now), key])
        else:
            db.execute("DELETE FROM line WHERE key = ?", [key])
        _act(db, row[0], now, by, f"line {row[1]} taken back")
    db.conn.executemany("UPDATE line SET ended = NULL WHERE key = ?",
                        [(k,) for k in done["ended"]])  # fmt: skip


def take_back_uses(db: Database, uses: Sequence[Sequence[int]]) -> list[int]:
    """Posts were not answered with a line after all; which."""
    db.conn.executemany("DELETE FROM line_use WHERE line = ? AND mention = ?",
                        [tuple(u) for u in uses])  # fmt: skip
    return [int(mention) for _, mention in uses]


def spike_title(db: Asks, spike: int) -> str:
    """What a spike is called. Raises NotFound."""
    row = db.execute("SELECT title FROM spike WHERE key = ?", [spike]).fetchone()
    if row is None:
        raise NotFound(f"There is no spike {spike}. Nothing was kept.")
    return str(row[0])


def _tell_old(db: Database, spike: int, version: int, now: datetime, by: str, title: str) -> None:
    """Whoever was answered with an older version is marked: they stay decided, and are listed.

    Opening them again would put hundreds of posts back into the lists for a word that changed.
    """
    rows = db.execute(
        "SELECT DISTINCT u.mention FROM line_use u JOIN line l ON l.key = u.line "
        "WHERE l.spike = ? AND l.version < ?",
        [spike, version],
    ).fetchall()
    what = f"was told the old line: line {version} for {title} says something else"
    journal.tell(db, [k for (k,) in rows], now, by, what)


def _act(db: Database, spike: int, now: datetime, by: str, what: str) -> None:
    db.execute("INSERT INTO spike_act (spike, at, by, what) VALUES (?, ?, ?, ?)",
               [spike, micros(now), by, what])  # fmt: skip


def _of(db: Asks, row: Sequence[Any]) -> Line:
    used = db.execute("SELECT mention FROM line_use WHERE line = ? ORDER BY mention", [row[0]])
    return Line(
        LineKey(row[0]), SpikeKey(row[1]), row[2], row[3], row[4], moment(row[5]), moment(row[6]),
        row[7], moment(row[8]), bool(row[9]), tuple(MentionKey(k) for (k,) in used), bool(row[10]),
    )  # fmt: skip


def _post(row: Sequence[Any], versions: Sequence[Version]) -> LinePost:
    key, title, text, url, source, channel, said, _, decided, view, version = row
    words = " ".join((text or title).split())
    return LinePost(
        MentionKey(key), words if len(words) <= SNIPPET else words[: SNIPPET - 1] + "…", url,
        source, channel, moment(said), told(version, versions), version or 0, decided,
        view == "urgent",
    )  # fmt: skip
