"""Turns what the tables hold into the records that lists, walks and exports want."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, cast

from listener.mention import Heard, MentionKey, Row, Status, View
from listener.store.asking import Asks
from listener.store.coding import maybe_moment, moment, verdict_of
from listener.store.correcting import corrected
from listener.store.deciding import last_decision
from listener.store.muting import shelves
from listener.store.records import Exported, Standing
from listener.store.stacks import Stacks

SNIPPET = 280


HEARD = (
    "m.id, m.title, m.text, m.url, coalesce(a.name, ''), m.published, m.date_fault, m.thread, "
    "m.channel, m.seen_at, m.place, m.category, m.already_routed, m.public, m.tally, m.author_is"
)
ROW = (
    "m.key, m.id, s.name, m.channel, coalesce(a.name, ''), m.title, substr(m.text, 1, 600), "
    "m.published, m.heard, t.view, t.outcome, t.guess, t.asks, t.category, t.area, t.tone, "
    "t.grade, t.stack, m.already_routed, t.starred, t.decided, t.snoozed_until, t.due, t.need"
)
FROM = (
    "FROM triage t JOIN mention m ON m.key = t.mention JOIN source s ON s.key = m.source "
    "LEFT JOIN author a ON a.mention = m.key"
)


def heard_of(row: Sequence[Any]) -> Heard:
    """The columns of HEARD as a record."""
    return Heard(
        id=row[0], title=row[1], text=row[2], url=row[3], author=row[4],
        published=maybe_moment(row[5]), date_fault=row[6], thread=row[7], channel=row[8],
        seen_at=row[9], place=row[10], category=row[11], already_routed=bool(row[12]),
        public=bool(row[13]), tally=row[14], author_is=row[15],
    )  # fmt: skip


def row_of(stacks: Stacks, row: Sequence[Any]) -> Row:
    """The columns of ROW as a line of a list."""
    size, people = stacks.of(row[17])
    words = " ".join(row[6].split())
    return Row(
        key=MentionKey(row[0]), id=row[1], source=row[2], channel=row[3], author=row[4],
        title=row[5], snippet=words if len(words) <= SNIPPET else words[: SNIPPET - 1] + "…",
        published=maybe_moment(row[7]), heard=moment(row[8]), view=cast(View, row[9]),
        outcome=row[10], guess=row[11], asks=row[12], category=row[13], area=row[14],
        tone=row[15], grade=row[16], stack_size=size, people=people, already_routed=bool(row[18]),
        starred=bool(row[19]), decided=row[20], snoozed_until=maybe_moment(row[21]),
        due=maybe_moment(row[22]),
    )  # fmt: skip


def standings(db: Asks, where: str, given: Sequence[Any], after: int = 0) -> Iterator[Standing]:
    """Kept mentions with all that a walk needs, page by page, so that writes may come between."""
    last = after
    while True:
        rows = db.execute(
            "SELECT t.mention, m.heard, r.data, t.answers, t.stack, s.name, t.status, t.corrected, "
            f"l.since, {HEARD} {FROM} JOIN reading r ON r.mention = m.key "
            f"LEFT JOIN alarm l ON l.mention = m.key WHERE {where} AND t.mention > ? "
            "ORDER BY t.mention LIMIT 200",
            [*given, last],
        ).fetchall()
        stacks = Stacks(db)
        shelf = shelves(db, [r[0] for r in rows])
        for row in rows:
            size, people = stacks.of(row[4])
            answers = {q: (bool(yes), str(by)) for q, (yes, by) in json.loads(row[3]).items()}
            yield Standing(
                MentionKey(row[0]), heard_of(row[9:]), moment(row[1]), corrected(row[2], row[7]),
                answers, size, people, stacks.issue(row[4]), row[5], cast(Status, row[6]),
                shelf.get(row[0], ""), maybe_moment(row[8]),
            )  # fmt: skip
        if len(rows) < 200:
            return
        last = rows[-1][0]


def exported(db: Asks, view: str | None, only: int | None = None) -> Iterator[Exported]:
    """Every kept mention (or those of one view, or one alone), in the order they were heard."""
    last = 0
    where = "t.view = ?" if view else "m.key = ?" if only is not None else "1"
    given = [view] if view else [only] if only is not None else []
    while True:
        rows = db.execute(
            "SELECT m.key, s.name, m.heard, r.data, r.verdict, t.status, t.stack, t.corrected, "
            f"{HEARD} {FROM} JOIN reading r ON r.mention = m.key WHERE {where} AND m.key > ? "
            "AND t.lead > 0 ORDER BY m.key LIMIT 200",  # a lead below 0: withdrawn
            [*given, last],
        ).fetchall()
        stacks = Stacks(db)
        for row in rows:
            yield Exported(
                MentionKey(row[0]), row[1], heard_of(row[8:]), moment(row[2]),
                corrected(row[3], row[7]), verdict_of(row[4]), cast(Status, row[5]),
                last_decision(db, row[0]), row[6], stacks.of(row[6])[0],
            )  # fmt: skip
        if len(rows) < 200:
            return
        last = rows[-1][0]
