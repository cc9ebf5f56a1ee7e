"""Reads known works and events from a table, whatever its columns are called, row by row."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from listener.clock import LONDON
from listener.errors import NotUnderstood
from listener.guarding import unguarded
from listener.sources.dates import read_date
from listener.sources.plain import plain_line
from listener.sources.tables import Line, table_of
from listener.spike import KnownWork, WorkKey, WorkKind, WorkRow, WorksRead

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "reference": ("reference", "ref", "permit reference number", "permit reference",
                  "works reference", "work reference number", "works ref", "permit", "permit no",
                  "permit number", "event reference", "event id", "id"),
    "promoter": ("promoter", "promoter organisation", "promoter name", "undertaker", "organiser",
                 "organisation", "contractor", "responsible", "works promoter", "who"),
    "street": ("street", "street name", "road", "road name", "location", "venue", "place",
               "address", "works location", "where", "location description", "site"),
    "description": ("description", "description of work", "works description",
                    "description of works", "activity", "activity type", "work type", "event",
                    "event name", "event title", "title", "details", "name", "what"),
    "starts": ("actual start date time", "actual start date", "start", "starts", "start date",
               "from", "proposed start date", "proposed start date time", "planned start",
               "start date time", "begins", "date", "date from"),
    "ends": ("actual end date time", "actual end date", "end", "ends", "end date", "to", "until",
             "proposed end date", "proposed end date time", "planned end", "end date time",
             "finish", "finishes", "date to", "estimated end date"),
    "traffic": ("traffic management", "traffic management type", "traffic", "tm",
                "traffic control", "closure type"),
    "kind": ("kind", "type"),
}  # fmt: skip
"""Our columns and what others call them, among these those of Street Manager's exports."""
OURS = tuple(COLUMNS)
_FAR = datetime(2200, 1, 1, tzinfo=UTC)
_EVENT = re.compile(r"event|fair|festival|market|parade|match", re.I)


def works_read(
    text: str, tabs: bool, mapped: Sequence[tuple[str, str]] = (), kind: WorkKind = "works"
) -> WorksRead:
    """What a table says of works and events, row by row. Never raises for what it says.

    mapped: our column and theirs, for what is not matched by itself; it goes before what is.
    kind: of the rows that do not say.
    """
    try:
        table = table_of(text, tabs)
    except (NotUnderstood, csv.Error) as fault:
        says = (
            fault.sentence() if isinstance(fault, NotUnderstood) else f"This is no table: {fault}."
        )
        return WorksRead((WorkRow(0, "fault", says),))
    at, wrong = _columns(table.names, mapped)
    names = tuple(n.strip().lstrip("\ufeff") for n in table.names)
    chosen = tuple((ours, names[n]) for ours, where in at.items() for n in where)
    used = {n for where in at.values() for n in where}
    unused = tuple(n for i, n in enumerate(names) if i not in used and n)
    missing = [ours for ours in ("street", "starts") if not at.get(ours)]
    if wrong or missing:
        says = wrong or f"No column was found for {' and '.join(missing)}: please say which it is."
        return WorksRead((WorkRow(0, "fault", says),), chosen, unused, names)
    rows = tuple(r for line in table.rows if (r := _row(line, at, kind)) is not None)
    return WorksRead(rows, chosen, unused, names)


def _columns(
    names: Sequence[str], mapped: Sequence[tuple[str, str]]
) -> tuple[Mapping[str, tuple[int, ...]], str]:
    """Where each of ours may stand, the likeliest first; and what is wrong with a mapping."""
    said = [_plain(n) for n in names]
    at: dict[str, tuple[int, ...]] = {}
    taken: set[int] = set()
    for ours, theirs in mapped:
        if ours not in COLUMNS:
            return at, f"There is no column {ours} of ours. There are: {', '.join(OURS)}."
        if not theirs:
            at[ours] = ()  # the person says that there is none
        elif _plain(theirs) not in said:
            has = ", ".join(n.strip() for n in names)[:200]
            return at, f"The table has no column {theirs}; it has: {has}."
        else:
            at[ours] = (said.index(_plain(theirs)),)
            taken.add(said.index(_plain(theirs)))
    for ours, known in COLUMNS.items():
        if ours in at:
            continue
        found = [said.index(t) for t in known if t in said and said.index(t) not in taken]
        # What really happened goes before what was planned; only dates have both.
        at[ours] = tuple(found if ours in ("starts", "ends") else found[:1])
        taken |= set(at[ours])
    return at, ""


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", " ", name.casefold()).strip()


def _row(line: Line, at: Mapping[str, tuple[int, ...]], kind: WorkKind) -> WorkRow | None:
    """What a row says, why it says nothing, or None for an empty one."""
    if line.fault:
        return WorkRow(line.number, "fault", f"{line.fault}.")
    given = {ours: _cell(line, where) for ours, where in at.items()}
    if not any(given.values()):
        return None
    if not given["street"]:
        return WorkRow(line.number, "fault", "it names no street or place.")
    if said := given["kind"]:
        kind = "event" if _EVENT.search(said) else "works"
    starts, why = _moment(given["starts"], "start")
    ends, end_why = _moment(given["ends"] or (given["starts"] if kind == "event" else ""), "end")
    if starts is None or ends is None:
        return WorkRow(line.number, "fault", why or end_why)
    if ends < starts:
        return WorkRow(line.number, "fault", "it ends before it begins.")
    work = KnownWork(
        WorkKey(0), kind, given["reference"], given["promoter"], given["street"],
        given["description"], starts, ends, _traffic(given["traffic"]),
    )  # fmt: skip
    return WorkRow(line.number, "new", "", work)


def _cell(line: Line, where: Sequence[int]) -> str:
    cells = (unguarded(plain_line(line.cells[n])) for n in where if n < len(line.cells))
    return next((c for c in cells if c), "")[:500]


def _moment(text: str, which: str) -> tuple[datetime | None, str]:
    """A date as people in Britain write it; a day without a time ends when it is over."""
    if not text:
        return None, f"it gives no {which}."
    text = re.sub(r"(?<![:.\d])(\d{1,2})\s?([ap]\.?m\.?)$", r"\1:00 \2", text, flags=re.I)
    found, why = read_date(text, _FAR)
    if found is None:
        return None, f"its {which}: {why}."
    if which == "end" and ":" not in text:
        local = found.astimezone(LONDON)
        over = datetime.combine(local.date() + timedelta(days=1), local.timetz())
        found = (over - timedelta(minutes=1)).astimezone(UTC)
    return found, ""


def _traffic(text: str) -> str:
    """`two_way_signals` as people say it."""
    said = text.replace("_", " ")
    return said.lower() if said.isupper() else said
