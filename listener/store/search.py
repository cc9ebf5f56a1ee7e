"""The search box: from the tree of what was typed to SQL, and the rows found, last heard first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from listener.store.asking import Asks
from listener.store.coding import micros
from listener.store.query import (
    All,
    Either,
    Holds,
    Is,
    Node,
    Not,
    Query,
    Score,
    Text,
    Tone,
    When,
    parse,
)

MOST = 1_000  # rows counted; what is beyond is said as "more than"
_IS = {
    "urgent": "t.grade IN ('person', 'hazard')",
    "starred": "t.starred",
    "done": "t.status = 'done'",
    "open": "t.status = 'open'",
    "snoozed": "t.status = 'snoozed'",
    "unsure": "t.asks IS NOT NULL",
    "held": "t.mention IN (SELECT mention FROM hold WHERE ended IS NULL)",
}
# From name to name over their index: a hundred thousand decisions of one officer are one step.
_BY = (
    "t.mention IN (WITH RECURSIVE name (by) AS (SELECT min(by) FROM decision WHERE undone = 0 "
    "UNION ALL SELECT (SELECT min(d.by) FROM decision d WHERE d.undone = 0 AND d.by > name.by) "
    "FROM name WHERE name.by IS NOT NULL) SELECT d.mention FROM decision d WHERE d.undone = 0 "
    "AND d.by IN (SELECT by FROM name WHERE by LIKE ? ESCAPE '\\'))"
)
# Unary plus: the conditions are tried on rows in the order of their keys. An index on one of them
# would give its rows in another order, all of which would have to be sorted first.
_FIELDS = {
    "area": "+t.area LIKE ? ESCAPE '\\'",
    "category": "+t.category LIKE ? ESCAPE '\\'",
    "place": "t.places LIKE ? ESCAPE '\\'",
    "source": "f.source IN (SELECT key FROM source WHERE name LIKE ? ESCAPE '\\')",
    "kind": "t.kind = ?",
    "by": _BY,
    "spike": (
        "t.mention IN (SELECT o.lead FROM spike p JOIN spike_mention s ON s.spike = p.key "
        "JOIN triage o ON o.mention = s.mention WHERE p.id = ?)"
    ),
}
_SAYS = (
    "t.mention IN (SELECT o.lead FROM triage o WHERE o.mention IN "
    "(SELECT rowid FROM words WHERE words MATCH ?))"
)


@dataclass(frozen=True, slots=True)
class Sought:
    """A search in SQL. Nothing typed ever reaches SQL but as a value.

    words: an expression of FTS5 that finds the mentions among which the rows are, or "".
    """

    words: str
    where: tuple[str, ...]
    given: tuple[object, ...]

    @property
    def sql(self) -> str:
        """The conditions, joined."""
        return " AND ".join(self.where) or "1"

    @property
    def facets(self) -> bool:
        """Whether it asks for what stands in the table of facets."""
        return "f." in self.sql


@dataclass(frozen=True, slots=True)
class Hit:
    """A row that was found, and the newest mention in it that was found: the list's order."""

    at: int
    row: int


def sought(query: Query, me: str = "") -> Sought:
    """Compiles a search. me: who by:me is."""
    said: list[str] = []
    unsaid: list[str] = []
    where: list[str] = []
    given: list[object] = []
    for part in query.tree.of:
        if (words := _words(part)) is not None:
            said.append(words)
        elif isinstance(part, Not) and (words := _words(part.of)) is not None:
            unsaid.append(words)
        else:
            sql, values = _sql(part, me)
            where.append(sql)
            given += values
    if unsaid and not said:
        where.append(f"NOT ({_SAYS})")
        given.append(" OR ".join(f"({w})" for w in unsaid))
        unsaid = []
    words = " AND ".join(f"({w})" for w in said)
    if unsaid:
        words = f"({words}) NOT ({' OR '.join(f'({w})' for w in unsaid)})"
    return Sought(words, tuple(where), tuple(given))


def _words(node: Node) -> str | None:
    """The node in FTS5's own language, where it is about words alone and asks for some."""
    if isinstance(node, Text):
        return term(node)
    if isinstance(node, Either | All):
        parts = [_words(n) for n in node.of]
        if all(p is not None for p in parts):
            joint = " OR " if isinstance(node, Either) else " AND "
            return joint.join(f"({p})" for p in parts)
    return None


def term(text: Text) -> str:
    """Words in FTS5's own quoting."""
    calm = text.words.encode("utf-8", "replace").decode()
    quoted = '"' + calm.replace('"', " ").replace("\x00", " ") + '"'
    return quoted if text.whole else quoted + " *"


def _sql(node: Node, me: str) -> tuple[str, list[object]]:
    match node:
        case Text():
            return _SAYS, [term(node)]
        case Holds(name=name, value=value):
            return _FIELDS[name], [_like(name, value, me)]
        case Is(what=what):
            return _IS[what], []
        case Tone(label=label):
            return "t.tone = ?", [label]
        case Score(sign=sign, number=number):
            return f"(t.tone <> 'not_read' AND f.score {sign} ?)", [number]
        case When(before=before, at=at):
            return f"f.said {'<' if before else '>='} ?", [micros(at)]
        case Not(of=inner):
            sql, given = _sql(inner, me)
            return f"NOT ({sql})", given
        case All(of=parts) | Either(of=parts):
            made = [_sql(p, me) for p in parts]
            joint = " AND " if isinstance(node, All) else " OR "
            return f"({joint.join(m[0] for m in made)})", [g for m in made for g in m[1]]


def _like(name: str, value: str, me: str) -> str:
    if name == "kind":
        return value
    if name == "spike":
        return value.upper()
    whole = name == "by" and value.lower() == "me"
    calm = (me if whole else value).encode("utf-8", "replace").decode()
    calm = re.sub(r"([%_\\])", r"\\\1", calm)
    return calm if whole else f"%{calm}%"


@dataclass(frozen=True, slots=True)
class Found:
    """The rows found, whether there are more, and the last mention that was looked at."""

    hits: tuple[Hit, ...]
    more: bool
    last: int


def find(
    db: Asks, asked: Sought, view: str | None = None, before: int | None = None, most: int = MOST
) -> Found:
    """Finds up to so many rows, last heard first; before: only what was heard before this hit."""
    conditions, given = list(asked.where), list(asked.given)
    if view is not None:
        conditions.append("+t.view = ?")
        given.append(view)
    facet = "CROSS JOIN facet f ON f.mention = t.mention " if asked.facets else ""
    if asked.words:
        key = "w.rowid"
        tables = (
            "words w CROSS JOIN triage o ON o.mention = w.rowid "
            f"CROSS JOIN triage t ON t.mention = o.lead {facet}"
        )
        conditions.insert(0, "words MATCH ?")
        given.insert(0, asked.words)
    elif facet:
        key, tables = "f.mention", "facet f CROSS JOIN triage t ON t.mention = f.mention "
        conditions.append("t.lead = t.mention")
    else:
        key, tables = "t.mention", "triage t "
        conditions.append("t.lead = t.mention")
    if before is not None:
        conditions.append(f"{key} < ?")
        given.append(before)
    rows = db.execute(
        f"SELECT {key}, t.mention FROM {tables} WHERE {' AND '.join(conditions)} "
        f"ORDER BY {key} DESC LIMIT ?",
        [*given, most + 1],
    ).fetchall()
    hits = _once(db, asked, [Hit(at, row) for at, row in rows[:most]], before)
    return Found(hits, len(rows) > most, rows[:most][-1][0] if rows else 0)


def _once(db: Asks, asked: Sought, found: Sequence[Hit], before: int | None) -> tuple[Hit, ...]:
    """Each row where it was found first; a page has no row that an earlier page has shown."""
    first: dict[int, Hit] = {}
    for hit in found:
        first.setdefault(hit.row, hit)
    if not asked.words or before is None:
        return tuple(first.values())
    return tuple(h for h in first.values() if not _shown(db, asked, h.row, before))


def _shown(db: Asks, asked: Sought, row: int, before: int) -> bool:
    """Whether a newer mention that the row speaks for was found too."""
    newer = db.execute(
        "SELECT mention FROM triage WHERE lead = ? AND mention >= ? LIMIT 500", [row, before]
    ).fetchall()
    if not newer:
        return False
    marks = ",".join("?" * len(newer))
    sql = f"SELECT 1 FROM words WHERE words MATCH ? AND rowid IN ({marks}) LIMIT 1"
    return db.execute(sql, [asked.words, *(m for (m,) in newer)]).fetchone() is not None


def waiting(db: Asks, typed: str, now: datetime, me: str, most: int) -> int:
    """How many undecided rows a search finds, counted up to `most` mentions."""
    query = parse(typed, now)
    asked = sought(Query(All((*query.tree.of, Not(Is("done"))))), me)
    return len(find(db, asked, most=most).hits)
