"""Reads what is known about possible dangers, for lists, cards and the alarm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from listener import settings
from listener.clock import LONDON
from listener.council import Council
from listener.mention import Detail, MentionKey, Row
from listener.settings import clocks_of
from listener.store.asking import Asks
from listener.store.coding import maybe_moment, micros, moment
from listener.urgentcards import guide, own_page, restricted
from rules.need import Clocks, due_at
from rules.urgent import Act, Alarms, Hold, Mark, Sheet, WayOut, missing_contacts
from rules.workclock import Office

SET_BY = "urgent_minutes"  # the setting of how long an urgent clock runs
DANGERS = ("person", "hazard")
MOST = 200  # possible dangers whose clocks the alarm counts; a storm has some forty
LOOKING = (
    "(SELECT max(a.key) FROM urgent_act a WHERE a.mention = t.mention AND a.kind = 'looking' "
    "AND a.undone = 0 AND a.at >= coalesce(l.since, 0))"
)


def marked(db: Asks, rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows with what a list shows of a possible danger; others stay as they are."""
    keys = [int(r.key) for r in rows if r.grade != "none" or r.view == "urgent"]
    marks = _marks(db, keys, {int(r.key): r for r in rows})
    held = _held(db, [int(r.key) for r in rows])
    return tuple(
        replace(r, urgent=replace(marks.get(int(r.key), _NO_MARK), held=int(r.key) in held))
        if int(r.key) in marks or int(r.key) in held
        else r
        for r in rows
    )


_NO_MARK = Mark("", None)


def _marks(db: Asks, keys: Sequence[int], rows: dict[int, Row]) -> dict[int, Mark]:
    if not keys:
        return {}
    found: dict[int, Mark] = {}
    runs = _clock(db)
    # [3][2] is the type of danger in a kept reading, [3][4] whether we are sure of it
    # (coding.reading_text).
    sql = (
        "SELECT t.mention, json_extract(r.data, '$[3][2]'), json_extract(r.data, '$[3][4]'), "
        "l.since, w.by, w.at FROM triage t "
        "JOIN reading r ON r.mention = t.mention LEFT JOIN alarm l ON l.mention = t.mention "
        f"LEFT JOIN urgent_act w ON w.key = {LOOKING} "
        f"WHERE t.mention IN ({','.join('?' * len(keys))})"
    )
    for key, name, sure, since, by, at in db.execute(sql, list(keys)):
        row, name = rows[key], name or ""
        text = f"{row.title} {row.snippet}"
        hidden = row.grade != "none" and guide().hides(name, text, sure != 0)
        due = _due(row.published, row.heard, since, runs) if row.view == "urgent" else None
        found[key] = Mark(name, due, by or "", maybe_moment(at), hidden)
    return found


def _clock(db: Asks) -> Clocks:
    """The clocks with the urgent one as the council set it."""
    row = db.execute("SELECT value FROM setting WHERE name = ?", [SET_BY]).fetchone()
    return clocks_of(settings.read(lambda name: row[0] if row and name == SET_BY else None))


def _due(
    published: datetime | None, heard: datetime, since: int | None, clocks: Clocks
) -> datetime | None:
    """When the clock of an urgent mention runs out (UTC); since: when it was made urgent."""
    raised = None if since is None else moment(since).astimezone(LONDON)
    due = due_at("urgent", published, heard.astimezone(LONDON), clocks=clocks, raised=raised)
    return None if due is None else due.astimezone(UTC)


def _held(db: Asks, keys: Sequence[int]) -> frozenset[int]:
    # The few that are held are asked for, not the many that are shown.
    held = db.execute("SELECT mention FROM hold WHERE ended IS NULL").fetchall()
    return frozenset(m for (m,) in held) & frozenset(keys)


def sheeted(db: Asks, detail: Detail, council: Council, office: Office) -> Detail:
    """A mention with all that its urgent card shows; office: when the council works."""
    (row,) = marked(db, (detail.row,))
    key = row.key
    danger = detail.reading.danger
    mark = replace(row.urgent or _NO_MARK, type=danger.type)
    if row.grade != "none" and not mark.hidden:
        text = f"{detail.heard.title} {detail.heard.text}"
        mark = replace(mark, hidden=guide().hides(danger.type, text, danger.sure))
    row = replace(row, urgent=mark) if row.urgent else row
    sheet = Sheet(
        guide=guide(),
        mark=mark,
        contacts=council.duty,
        replies=council.approved_replies,
        acts=_acts(db, key),
        hold=_hold(db, key),
        ways=_ways(db, key),
        restricted=restricted(detail.heard, detail.reading, council),
        own_page=own_page(detail.heard, row.source, council),
        office=office,
    )
    stack = marked(db, detail.stack)
    return replace(detail, row=row, stack=stack, urgent=sheet)


def _acts(db: Asks, key: MentionKey) -> tuple[Act, ...]:
    rows = db.execute(
        "SELECT kind, by, at, what FROM urgent_act WHERE mention = ? AND undone = 0 ORDER BY key",
        [key],
    )
    return tuple(Act(kind, by, moment(at), what) for kind, by, at, what in rows)


def _hold(db: Asks, key: MentionKey) -> Hold | None:
    row = db.execute(
        "SELECT by, at, why, review FROM hold WHERE mention = ? AND ended IS NULL "
        "ORDER BY key DESC LIMIT 1",
        [key],
    ).fetchone()
    if row is None:
        return None
    review = maybe_moment(row[3]) or moment(row[1]) + timedelta(days=7)
    return Hold(row[0], moment(row[1]), row[2], review)


def _ways(db: Asks, key: MentionKey) -> tuple[WayOut, ...]:
    rows = db.execute(
        "SELECT way, by, at, whom, how, told_at, reference, reason, outcome FROM way_out "
        "WHERE mention = ? AND undone = 0 ORDER BY key",
        [key],
    ).fetchall()
    return tuple(_way(row) for row in rows)


def _way(row: Sequence[Any]) -> WayOut:
    return WayOut(
        row[0], row[1], moment(row[2]), row[3], row[4], maybe_moment(row[5]), row[6], row[7], row[8]
    )


def alarms(db: Asks, council: Council, now: datetime) -> Alarms:
    """What waits in Urgent with a clock and nobody looking; empty contacts; holds to review."""
    rows = db.execute(
        "SELECT t.mention, m.published, m.heard, l.since, m.quiet FROM triage t "
        "JOIN mention m ON m.key = t.mention LEFT JOIN alarm l ON l.mention = t.mention "
        f"WHERE t.view = 'urgent' AND t.lead = t.mention AND {LOOKING} IS NULL "
        "ORDER BY t.need, t.mention LIMIT ?",
        [MOST],
    ).fetchall()
    runs = _clock(db)
    dues = [
        (key, due, quiet)
        for key, published, heard, since, quiet in rows
        if (due := _due(maybe_moment(published), moment(heard), since, runs)) is not None
    ]
    reviews = db.execute(
        "SELECT count(*) FROM hold WHERE ended IS NULL AND review <= ?", [micros(now)]
    ).fetchone()[0]
    return Alarms(
        waiting=tuple(sorted(due for _, due, _ in dues)),
        first=dues[0][0] if dues else None,
        loud=sum(not quiet for _, _, quiet in dues),
        missing=missing_contacts(guide().roles, council.duty),
        reviews=reviews,
    )
