"""What lies around a mention: its thread, the same trouble at the same place, its old texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from listener.mention import MentionKey, Row
from listener.store.asking import Asks
from listener.store.coding import MICROSECOND, moment, verdict_of
from listener.store.rows import FROM, ROW, row_of
from listener.store.stacks import Stacks
from rules.flowchart import Verdict

MOST = 50  # of a thread, and of what is alike
ALIKE_FOR = timedelta(days=14)
# One category in a storm: the newest so many that name a place are compared, in some 10 ms.
COMPARED = 10_000
LAST_DECIDED = 400  # decisions that agreement is counted over

_THERE = "coalesce(m.published, m.heard)"


class OldText(NamedTuple):
    """A text that its author changed since; at: when the new one was heard (UTC)."""

    at: datetime
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Around:
    """before, after: what was said there earlier and later, oldest first, the nearest 50.

    alike: the same category at the same place in the 14 days up to this one and since, newest
    first, the stack's own members left out. issues: those of alike, and of the stack, that were
    forwarded and have no finish. open: how many of alike nobody has decided.
    """

    before: tuple[Row, ...]
    before_in_all: int
    after: tuple[Row, ...]
    alike: tuple[Row, ...]
    alike_in_all: int
    place: str  # where they are alike: the places that this mention names
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
        f"SELECT m.thread, m.url, {_THERE}, m.heard, t.stack, t.category, t.places "
        "FROM mention m JOIN triage t ON t.mention = m.key WHERE m.key = ?",
        [key],
    ).fetchone()
    if row is None:
        return Around((), 0, (), (), 0, "", (), 0, ())
    thread, url, at, heard, stack, category, places = row
    before, in_all, after = _thread(db, key, (thread, url), at)
    found = _alike(db, heard, stack, category, places)
    rows = _rows(db, [k for k, _, _ in found[:MOST]], "t.mention DESC")
    return Around(
        before=before,
        before_in_all=in_all,
        after=after,
        alike=rows,
        alike_in_all=len(found),
        place=", ".join(p for p in places.split("\x1f") if p),
        issues=_issues(db, stack, [k for k, decided, _ in found if decided]),
        open=sum(1 for _, decided, status in found if status != "done"),
        old_texts=_old_texts(db, key),
    )


def _thread(
    db: Asks, key: int, names: tuple[str, str], at: int
) -> tuple[tuple[Row, ...], int, tuple[Row, ...]]:
    """What shares a thread or is the post that it answers: before (how many in all), and after."""
    known = [n for n in names if n]
    if not known:
        return (), 0, ()
    marks = ",".join("?" * len(known))
    # One walk of each index; a mention may be found by both.
    there = (
        f"SELECT key FROM mention WHERE thread <> '' AND thread IN ({marks}) "
        f"UNION SELECT key FROM mention WHERE url <> '' AND url IN ({marks})"
    )
    given: list[object] = [*known, *known, key]
    where = f"m.key IN ({there}) AND m.key <> ?"
    earlier = f"({_THERE}, m.key) < (?, ?)"
    in_all = db.execute(
        f"SELECT count(*) FROM mention m WHERE {where} AND {earlier}", [*given, at, key]
    ).fetchone()[0]
    stacks = Stacks(db)
    found = db.execute(
        f"SELECT {ROW} {FROM} WHERE {where} AND {earlier} ORDER BY {_THERE} DESC, m.key DESC "
        "LIMIT ?",
        [*given, at, key, MOST],
    ).fetchall()
    since = db.execute(
        f"SELECT {ROW} {FROM} WHERE {where} AND NOT {earlier} ORDER BY {_THERE}, m.key LIMIT ?",
        [*given, at, key, MOST],
    ).fetchall()
    told = tuple(row_of(stacks, r) for r in reversed(found))
    return told, in_all, tuple(row_of(stacks, r) for r in since)


def _alike(
    db: Asks, heard: int, stack: int, category: str, places: str
) -> list[tuple[int, str, str]]:
    """Key, decision and status of what is of the same category at the same place, newest first."""
    named = {p for p in places.split("\x1f") if p}
    if not category or not named:
        return []
    since = heard - ALIKE_FOR // MICROSECOND
    # Keys rise as mentions are heard, so that the first of the last 14 days bounds them all.
    first = db.execute("SELECT min(key) FROM mention WHERE heard >= ?", [since]).fetchone()[0]
    rows = db.execute(
        "SELECT mention, places FROM triage WHERE category = ? "
        "AND places <> '' AND category <> '' AND mention >= ? ORDER BY mention DESC LIMIT ?",
        [category, first or 0, COMPARED],
    )
    there = [k for k, at in rows if not named.isdisjoint(at.split("\x1f"))]
    return [
        (k, decided, status)
        for k, theirs, decided, status in _standing(db, there)
        if theirs != stack
    ]


def _standing(db: Asks, keys: Sequence[int]) -> list[tuple[int, int, str, str]]:
    """Key, stack, decision and status of mentions, in their order."""
    found: dict[int, tuple[int, int, str, str]] = {}
    for at in range(0, len(keys), 500):
        some = keys[at : at + 500]
        marks = ",".join("?" * len(some))
        sql = f"SELECT mention, stack, decided, status FROM triage WHERE mention IN ({marks})"
        found.update((r[0], r) for r in db.execute(sql, some))
    return [found[k] for k in keys if k in found]


def _rows(db: Asks, keys: Sequence[int], order: str) -> tuple[Row, ...]:
    if not keys:
        return ()
    marks = ",".join("?" * len(keys))
    rows = db.execute(
        f"SELECT {ROW} {FROM} WHERE t.mention IN ({marks}) ORDER BY {order}", keys
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
    """The verdict and the outcome of the last 400 decisions that stand, a stack counted once."""
    rows = db.execute(
        "SELECT r.verdict, d.outcome FROM (SELECT mention, outcome FROM decision WHERE undone = 0 "
        "ORDER BY key DESC LIMIT ?) d JOIN triage t ON t.mention = d.mention "
        "AND t.lead = t.mention AND t.decided = d.outcome "
        "JOIN reading r ON r.mention = d.mention",
        [LAST_DECIDED],
    ).fetchall()
    return [(verdict_of(verdict), outcome) for verdict, outcome in rows]
