"""What lies around a mention: its thread, the same trouble at the same place, its old texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from listener.mention import MentionKey, Row
from listener.store.asideschema import names_of
from listener.store.asking import Asks
from listener.store.coding import MICROSECOND, moment, verdict_of
from listener.store.rows import FROM, ROW, row_of
from listener.store.stacks import Stacks
from rules.flowchart import Verdict

MOST = 50  # of a thread, on either side of a mention
ALIKE = 20  # of what is alike; there may be more
NEAREST = 100  # of a thread, on either side, among which the nearest in time are found
ALIKE_FOR = timedelta(days=14)
# One category in a storm: the newest so many that name a place are compared, in a few ms.
COMPARED = 5_000
COUNTED = 500  # of them, that are at the same place
PLACES = 5  # of a mention, that are looked for
LAST_DECIDED = 300  # decisions that agreement is counted over

_THERE = "coalesce(m.published, m.heard)"


class OldText(NamedTuple):
    """A text that its author changed since; at: when the new one was heard (UTC)."""

    at: datetime
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Around:
    """before, after: what was said there earlier and later, oldest first, at most 50 each, the
    nearest; in_thread: how many others there are in all, as far as a thousand.

    alike: the same category at the same place, said within 14 days of this one, newest first, the
    stack's own members left out. issues: those of alike, and of the stack, that were
    forwarded and have no finish. open: how many of alike nobody has decided.
    """

    before: tuple[Row, ...]
    after: tuple[Row, ...]
    in_thread: int
    alike: tuple[Row, ...]
    alike_in_all: int
    places: tuple[str, ...]  # where they are alike: those that this mention names
    issues: tuple[Issue, ...]
    open: int
    old_texts: tuple[OldText, ...]  # oldest first


@dataclass(frozen=True, slots=True)
class Issue:
    """A handoff without its finish: how many mentions went by it, to whom, when (UTC), by whom."""

    key: MentionKey
    service: str
    by: str
    at: datetime
    mentions: int


def around(db: Asks, key: MentionKey) -> Around:
    """What lies around a mention; empty where it is not kept."""
    row = db.execute(
        f"SELECT {_THERE}, m.heard, t.stack, t.category, t.places "
        "FROM mention m JOIN triage t ON t.mention = m.key WHERE m.key = ?",
        [key],
    ).fetchone()
    if row is None:
        return Around((), (), 0, (), 0, (), (), 0, ())
    at, heard, stack, category, places = row
    before, after, in_thread = _thread(db, key, at)
    found = _alike(db, heard, at, stack, category, places)
    rows = _rows(db, [k for k, _, _ in found[:ALIKE]])
    return Around(
        before=before,
        after=after,
        in_thread=in_thread,
        alike=rows,
        alike_in_all=len(found),
        places=tuple(p for p in places.split("\x1f") if p),
        issues=_issues(db, stack, [k for k, decided, _ in found if decided]),
        open=sum(1 for _, decided, status in found if status != "done"),
        old_texts=_old_texts(db, key),
    )


def _thread(db: Asks, key: int, at: int) -> tuple[tuple[Row, ...], tuple[Row, ...], int]:
    """What is of the same thread: before, after, and how many in all."""
    there: set[int] = set()
    many = 0
    named = "SELECT mention FROM thread_of WHERE name = ?"
    for name in names_of(db, key):
        # Keys rise as mentions are heard: the nearest by key are the nearest, whatever the size of
        # the thread. Two names may find the same mention.
        for side in ("mention < ? ORDER BY mention DESC", "mention > ? ORDER BY mention"):
            rows = db.execute(f"{named} AND {side} LIMIT ?", [name, key, NEAREST])
            there.update(k for (k,) in rows)
        counted = f"SELECT count(*) FROM ({named} AND mention <> ? LIMIT 1000)"
        many += db.execute(counted, [name, key]).fetchone()[0]
    many = len(there) if len(there) < NEAREST else many
    times: list[tuple[int, int]] = []
    if there:
        marks = ",".join("?" * len(there))
        sql = f"SELECT {_THERE}, m.key FROM mention m WHERE m.key IN ({marks})"
        times = sorted(db.execute(sql, list(there)).fetchall())
    before = [k for said, k in times if (said, k) < (at, key)][-MOST:]
    after = [k for said, k in times if (said, k) > (at, key)][:MOST]
    return _rows(db, before)[::-1], _rows(db, after)[::-1], many


def _alike(
    db: Asks, heard: int, at: int, stack: int, category: str, places: str
) -> list[tuple[int, str, str]]:
    """Key, decision and status of what is of the same category at the same place, newest first.

    heard, at: when this mention was heard, and when it was said. What is near in time was said
    within 14 days of it; what was heard longer ago than that was said earlier still.
    """
    named = [p for p in places.split("\x1f") if p][:PLACES]
    if not category or not named:
        return []
    span = ALIKE_FOR // MICROSECOND
    # Keys rise as mentions are heard, so that the first of a time bounds all that came later.
    first, last = (_first_since(db, t) for t in (min(heard, at) - span, heard + span))
    here = " OR ".join(["instr(char(31) || places || char(31), ?)"] * len(named))
    rows = db.execute(
        "SELECT mention FROM (SELECT mention, places FROM triage WHERE category = ? "
        "AND places <> '' AND category <> '' AND mention BETWEEN ? AND ? "
        "ORDER BY mention DESC LIMIT ?) "
        f"WHERE {here} LIMIT ?",
        [category, first, last, COMPARED, *(f"\x1f{p}\x1f" for p in named), COUNTED],
    )
    near = (
        (said, k, decided, status)
        for k, theirs, decided, status, said in _standing(db, [k for (k,) in rows])
        if theirs != stack and abs(said - at) <= span
    )
    return [(k, decided, status) for _, k, decided, status in sorted(near, reverse=True)]


def _first_since(db: Asks, at: int) -> int:
    """The key of the first mention heard at a time or later; one past all where there is none."""
    row = db.execute(
        "SELECT key FROM mention WHERE heard >= ? ORDER BY heard, key LIMIT 1", [at]
    ).fetchone()
    return int(row[0]) if row is not None else 2**62


def _standing(db: Asks, keys: Sequence[int]) -> list[tuple[int, int, str, str, int]]:
    """Key, stack, decision, status, and when it was said, of mentions."""
    found: list[tuple[int, int, str, str, int]] = []
    for at in range(0, len(keys), 500):
        some = keys[at : at + 500]
        marks = ",".join("?" * len(some))
        found += db.execute(
            f"SELECT t.mention, t.stack, t.decided, t.status, {_THERE} FROM triage t "
            f"JOIN mention m ON m.key = t.mention WHERE t.mention IN ({marks})",
            some,
        )
    return found


def _rows(db: Asks, keys: Sequence[int]) -> tuple[Row, ...]:
    """These mentions, what was said last first."""
    if not keys:
        return ()
    marks = ",".join("?" * len(keys))
    rows = db.execute(
        f"SELECT {ROW} {FROM} WHERE t.mention IN ({marks}) ORDER BY {_THERE} DESC, m.key DESC", keys
    ).fetchall()
    stacks = Stacks(db)
    return tuple(row_of(stacks, r) for r in rows)


def _issues(db: Asks, stack: int, decided: Sequence[int]) -> tuple[Issue, ...]:
    """The handoffs among these mentions and the stack's, one for each time somebody forwarded."""
    own = db.execute(
        "SELECT mention FROM triage WHERE stack = ? AND decided IN ('forward', 'attach') "
        "ORDER BY mention DESC LIMIT ?",
        [stack, MOST],
    )
    keys = [*(k for (k,) in own), *decided[:500]]
    if not keys:
        return ()
    marks = ",".join("?" * len(keys))
    # One verb over many mentions wrote all its decisions at one time.
    rows: Iterable[Any] = db.execute(
        "SELECT min(mention), service, by, at, count(*) FROM decision "
        f"WHERE mention IN ({marks}) AND undone = 0 AND outcome IN ('forward', 'attach') "
        "AND NOT EXISTS (SELECT 1 FROM handoff h WHERE h.mention = decision.mention "
        "AND h.undone = 0 AND h.role = 'lead' AND h.finished <> '') "
        "GROUP BY at, service, by ORDER BY at DESC LIMIT 5",
        keys,
    )
    return tuple(Issue(MentionKey(k), s, by, moment(at), n) for k, s, by, at, n in rows)


def _old_texts(db: Asks, key: int) -> tuple[OldText, ...]:
    rows = db.execute(
        "SELECT at, title, text FROM version WHERE mention = ? ORDER BY key DESC LIMIT 20", [key]
    ).fetchall()
    return tuple(OldText(moment(at), title, text) for at, title, text in reversed(rows))


def lately_decided(db: Asks) -> list[tuple[Verdict, str]]:
    """The verdict and the outcome of the last 300 decisions that stand, a stack counted once."""
    rows = db.execute(
        "SELECT r.verdict, d.outcome FROM (SELECT mention, outcome FROM decision WHERE undone = 0 "
        "ORDER BY key DESC LIMIT ?) d JOIN triage t ON t.mention = d.mention "
        "AND t.lead = t.mention AND t.decided = d.outcome "
        "JOIN reading r ON r.mention = d.mention",
        [LAST_DECIDED],
    ).fetchall()
    return [(verdict_of(verdict), outcome) for verdict, outcome in rows]
