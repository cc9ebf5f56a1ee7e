"""The same story told many times: who stands under whose row, and what a stack amounts to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from sqlite_utils import Database

from listener.store.asking import Asks

GRADES = ("none", "words", "hazard", "person")
COLUMNS = "mention, grade, places, question, need, view"


@dataclass(frozen=True, slots=True)
class Weight:
    """What a mention brings to its stack."""

    key: int
    grade: int
    places: frozenset[str]
    question: bool
    need: float
    view: str


def _weight(row: tuple[Any, ...]) -> Weight:
    key, grade, places, question, need, view = row
    named = frozenset(p for p in places.split("\x1f") if p)
    return Weight(key, GRADES.index(grade), named, bool(question), need, view)


def adds_nothing(one: Weight, other: Weight) -> bool:
    """Whether all that one member says is said by the other: danger, places and a question."""
    return (
        one.grade <= other.grade and one.places <= other.places and one.question <= other.question
    )


def side(mine: Weight, lead: Weight) -> Literal["apart", "under", "over", "hurries"]:
    """Where a member stands to a row of its stack.

    apart: it adds danger, a place or a question, so it is a row of its own. under: the row speaks
    for it. over: it speaks for the row from now on, being needed sooner. hurries: the row says more
    and goes on speaking, but as soon as this member needs it.
    """
    if not adds_nothing(mine, lead):
        return "apart"
    if (mine.need, mine.key) >= (lead.need, lead.key):
        return "under"
    if adds_nothing(lead, mine):
        return "over"
    return "hurries" if mine.view == lead.view else "apart"


def join(db: Database, key: int, other: int) -> None:
    """Puts a new mention in the stack of another, under a row where it adds nothing."""
    row = db.execute("SELECT stack FROM triage WHERE mention = ?", [other]).fetchone()
    if row is None:
        return
    db.execute("UPDATE triage SET stack = ? WHERE mention = ?", [row[0], key])
    stand(db, key, row[0])


def stand(db: Database, key: int, stack: int) -> None:
    """Puts a mention that stands alone under a row of a stack where it adds nothing, or over it."""
    _stand(db, key, "stack = ? AND lead = mention", stack)


def _stand(db: Database, key: int, where: str, given: int) -> None:
    rows = db.execute(
        f"SELECT {COLUMNS} FROM triage WHERE {where} AND status = 'open' AND mention <> ? "
        "ORDER BY need, mention",
        [given, key],
    ).fetchall()
    mine = _weight(db.execute(f"SELECT {COLUMNS} FROM triage WHERE mention = ?", [key]).fetchone())
    for row in rows:
        lead = _weight(row)
        where_to = side(mine, lead)
        if where_to == "apart":
            continue
        if where_to == "over":
            db.execute("UPDATE triage SET lead = ? WHERE lead = ?", [key, lead.key])
        else:
            db.execute("UPDATE triage SET lead = ? WHERE mention = ?", [lead.key, key])
        if where_to == "hurries":
            db.execute("UPDATE triage SET need = ? WHERE mention = ?", [mine.need, lead.key])
        return


def regroup(db: Database, keys: Iterable[int]) -> None:
    """Looks again at the rows of these mentions, which may read otherwise or be needed sooner now.

    A member that has come to add something is a row of its own; no danger hides under another.
    """
    leads: dict[int, None] = {}
    for key in keys:
        row = db.execute(
            "SELECT lead FROM triage t WHERE mention = ? AND EXISTS (SELECT 1 FROM triage o "
            "WHERE o.lead = t.lead AND o.mention <> o.lead)",
            [key],
        ).fetchone()
        if row is not None:
            leads[row[0]] = None
    for lead in leads:
        _regroup_one(db, lead)


def _regroup_one(db: Database, lead: int) -> None:
    rows = db.execute(
        f"SELECT {COLUMNS} FROM triage WHERE lead = ? AND mention <> lead AND status = 'open' "
        "ORDER BY need, mention",
        [lead],
    ).fetchall()
    first = db.execute(f"SELECT {COLUMNS} FROM triage WHERE mention = ?", [lead]).fetchone()
    if not rows or first is None:
        return
    spoken = _weight(first)
    moved = [m.key for m in map(_weight, rows) if side(m, spoken) != "under"]
    db.conn.executemany("UPDATE triage SET lead = mention WHERE mention = ?", [(k,) for k in moved])
    for key in moved:
        now = db.execute("SELECT lead FROM triage WHERE mention = ?", [lead]).fetchone()[0]
        _stand(db, key, "mention = ?", now)


def leave(db: Database, key: int) -> None:
    """Takes a mention out of its row; those that it spoke for choose the worst among them.

    Whoever says more than that one is a row of its own by then.
    """
    others = db.execute(
        "SELECT mention FROM triage WHERE lead = ? AND mention <> ? ORDER BY need, mention",
        [key, key],
    ).fetchall()
    if others:
        db.execute(
            "UPDATE triage SET lead = ? WHERE lead = ? AND mention <> ?", [others[0][0], key, key]
        )
    db.execute("UPDATE triage SET lead = mention WHERE mention = ?", [key])
    if others:
        _regroup_one(db, others[0][0])


def stack_of(db: Asks, stack: int) -> tuple[int, int]:
    """How many mentions a stack holds and from how many people; all the nameless count as one."""
    size, named, nameless = db.execute(
        "SELECT count(*), count(DISTINCT a.name), sum(a.name IS NULL) FROM triage t "
        "LEFT JOIN author a ON a.mention = t.mention AND a.name <> '' WHERE t.stack = ?",
        [stack],
    ).fetchone()
    return size, named + (1 if nameless else 0)


def open_issue(db: Asks, stack: int) -> str:
    """In words, the open spike or the handoff of this stack that has no finish yet, or "".

    A decision to forward without a service, and one of before handoffs were kept, is such a
    handoff too: nobody has said that it is finished.
    """
    for sql, said in _OPEN:
        row = db.execute(sql, [stack]).fetchone()
        if row is not None:
            return said.format(f" to {row[0]}" if row[0] else "", row[0])
    return ""


_OPEN = (
    (
        "SELECT h.area FROM handoff h JOIN triage t ON t.mention = h.mention WHERE t.stack = ? "
        "AND h.undone = 0 AND h.ended IS NULL AND h.finished = '' AND h.role = 'lead' "
        "ORDER BY h.key DESC LIMIT 1",
        "the same was forwarded{0} already",
    ),
    (
        "SELECT k.title FROM triage t JOIN spike_mention s ON s.mention = t.mention "
        "JOIN spike k ON k.key = s.spike WHERE t.stack = ? "
        "AND k.status IN ('open', 'acknowledged') AND k.absorbed_by IS NULL LIMIT 1",
        "it is part of the spike {1}",
    ),
    (
        "SELECT d.service FROM decision d JOIN triage t ON t.mention = d.mention "
        "WHERE t.stack = ? AND d.undone = 0 AND d.outcome IN ('forward', 'attach') "
        "AND NOT EXISTS (SELECT 1 FROM handoff h WHERE h.mention = d.mention AND h.undone = 0) "
        "ORDER BY d.key DESC LIMIT 1",
        "the same was forwarded{0} already",
    ),
)


class Stacks:
    """What each stack amounts to, asked once: a storm's rows all belong to one."""

    def __init__(self, db: Asks) -> None:
        self._db = db
        self._sizes: dict[int, tuple[int, int]] = {}
        self._issues: dict[int, str] = {}

    def of(self, stack: int) -> tuple[int, int]:
        """How many mentions and from how many people."""
        if stack not in self._sizes:
            self._sizes[stack] = stack_of(self._db, stack)
        return self._sizes[stack]

    def issue(self, stack: int) -> str:
        """In words, its handoff without a finish, or ""."""
        if stack not in self._issues:
            self._issues[stack] = open_issue(self._db, stack)
        return self._issues[stack]
