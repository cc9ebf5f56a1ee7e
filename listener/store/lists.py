"""Pages of the lists: by need, the done with today's first, and what a search finds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from listener.clock import LONDON
from listener.mention import SavedSearch, View
from listener.store.asking import Asks
from listener.store.coding import micros
from listener.store.query import parse
from listener.store.records import Cursor, Page
from listener.store.rows import FROM, ROW, row_of
from listener.store.search import MOST, find, sought
from listener.store.stacks import Stacks

COUNTED = 100  # beyond it a saved search says "99+"
_EARLIER, _TODAY = 0.0, 1.0  # which part of the done a page ended in, as its cursor's need
# The row was decided today, and this is its last decision. Decisions are only ever appended to, so
# those of today are the last ones: from the end on, a page is found without sorting.
_STANDS = (
    "d.key > coalesce((SELECT key FROM decision WHERE at < ? ORDER BY at DESC, key DESC LIMIT 1), "
    "0) AND d.undone = 0 AND t.view = 'done' AND t.lead = t.mention AND NOT EXISTS (SELECT 1 FROM "
    "decision o WHERE o.mention = d.mention AND o.undone = 0 AND o.key > d.key)"
)
TODAY_AT_MOST = 2_000  # decisions counted of one day


def midnight(now: datetime) -> datetime:
    """When today began in London."""
    return now.astimezone(LONDON).replace(hour=0, minute=0, second=0, microsecond=0)


def by_need(db: Asks, view: View | None, limit: int, after: Cursor | None, total: int) -> Page:
    """A page of one view in order of need; of all of them the newest first."""
    where, given, order = "t.lead = t.mention", list[object](), "t.need, t.mention"
    if view is None:
        order = "t.mention DESC"
    else:
        where, given = f"{where} AND t.view = ?", [view]
    if after is not None and view is None:
        where, given = f"{where} AND t.mention < ?", [*given, after.key]
    elif after is not None:
        where, given = f"{where} AND (t.need, t.mention) > (?, ?)", [*given, after.need, after.key]
    return _page(db, _rows(db, where, order, given, limit), limit, total)


def done(db: Asks, limit: int, after: Cursor | None, total: int, now: datetime) -> Page:
    """What was decided today first, the last decision on top; then the rest, the newest first."""
    since = micros(midnight(now))
    if after is not None and after.need == _EARLIER:
        return _earlier(db, limit, after.key, total, since)
    found = db.execute(
        "SELECT d.key, d.mention FROM decision d CROSS JOIN triage t ON t.mention = d.mention "
        f"WHERE {_STANDS} AND d.key < ? ORDER BY d.key DESC LIMIT ?",
        [since, after.key if after is not None else 1 << 62, limit],
    ).fetchall()
    stacks = Stacks(db)
    rows = tuple(row_of(stacks, r) for r in _these(db, [m for _, m in found]))
    if len(found) == limit:
        return Page(rows, Cursor(_TODAY, found[-1][0]), total)
    rest = _earlier(db, limit - len(found), 1 << 62, total, since)
    return Page(rows + rest.rows, rest.next, total)


def _earlier(db: Asks, limit: int, below: int, total: int, since: int) -> Page:
    """What was decided before today, the newest first."""
    # Left to itself SQLite takes the index by view and sorts all that is done: 9.5 s of half a
    # million. `main`, for a database of an older version has a view called triage before it.
    keys = db.execute(
        "SELECT mention FROM main.triage t INDEXED BY triage_done WHERE lead = mention "
        "AND view = 'done' AND mention < ? AND NOT EXISTS (SELECT 1 FROM decision d "
        "WHERE d.mention = t.mention AND d.undone = 0 AND d.at >= ?) ORDER BY mention DESC LIMIT ?",
        [below, since, limit],
    ).fetchall()
    stacks = Stacks(db)
    rows = tuple(row_of(stacks, r) for r in _these(db, [k for (k,) in keys]))
    return Page(rows, Cursor(_EARLIER, keys[-1][0]) if len(keys) == limit else None, total)


def done_today(db: Asks, now: datetime) -> int:
    """How many rows were decided today and stand decided, up to TODAY_AT_MOST."""
    row = db.execute(
        "SELECT count(*) FROM (SELECT 1 FROM decision d CROSS JOIN triage t ON t.mention = "
        f"d.mention WHERE {_STANDS} LIMIT ?)",
        [micros(midnight(now)), TODAY_AT_MOST],
    ).fetchone()
    return int(row[0])


def starred(db: Asks) -> int:
    """How many rows are starred, wherever they stand."""
    row = db.execute("SELECT count(*) FROM triage WHERE lead = mention AND starred").fetchone()
    return int(row[0])


def searched(
    db: Asks, typed: str, view: View | None, limit: int, after: Cursor | None, now: datetime,
    me: str,
) -> Page:  # fmt: skip
    """A page of what a search finds, last heard first; the first page counts up to MOST."""
    query = parse(typed, now.astimezone(LONDON))
    before = after.key if after is not None else None
    found = find(db, sought(query, me), view, before, MOST if after is None else limit)
    shown = found.hits[:limit]
    total = len(found.hits) if after is None else after.total
    more = found.more or len(found.hits) > limit
    following = (shown[-1].at if len(found.hits) > limit else found.last) if more else None
    stacks = Stacks(db)
    rows = tuple(row_of(stacks, r) for r in _these(db, [h.row for h in shown]))
    return Page(
        rows,
        None if following is None else Cursor(0.0, following, total),
        total,
        found.more if after is None else False,
        query.told,
    )


def saved_searches(db: Asks) -> tuple[SavedSearch, ...]:
    """The saved searches in the order of the rail."""
    rows = db.execute("SELECT key, name, typed, by, reason FROM saved_search ORDER BY place, key")
    return tuple(SavedSearch(*row) for row in rows)


def _rows(
    db: Asks, where: str, order: str, given: Sequence[object], limit: int
) -> list[tuple[Any, ...]]:
    sql = f"SELECT {ROW} {FROM} WHERE {where} ORDER BY {order} LIMIT ?"
    return db.execute(sql, [*given, limit]).fetchall()


def _these(db: Asks, keys: Sequence[int]) -> list[tuple[Any, ...]]:
    """These rows, in this order."""
    marks = ",".join("?" * len(keys))
    found = db.execute(f"SELECT {ROW} {FROM} WHERE m.key IN ({marks})", keys).fetchall()
    by_key = {row[0]: row for row in found}
    return [by_key[k] for k in keys if k in by_key]


def _page(db: Asks, rows: Sequence[tuple[Any, ...]], limit: int, total: int) -> Page:
    stacks = Stacks(db)
    ready = tuple(row_of(stacks, r) for r in rows)
    more = Cursor(float(rows[-1][-1]), int(rows[-1][0])) if len(rows) == limit else None
    return Page(ready, more, total)
