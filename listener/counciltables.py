"""Reads a council's places, services and members from tables, line by line, and writes them."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Literal

from listener.council import Council, Member, NamedPlace, Service, TableRead
from listener.errors import NotFound, NotUnderstood
from listener.reading.table import services_table
from listener.sources.encoding import decoded
from listener.sources.plain import plain_line
from listener.sources.tables import Line, table_of

Which = Literal["places", "services", "members"]
KINDS = ("road", "place", "ward", "junction", "postcode")
PLACE_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "place", "place name", "street", "street name", "road", "road name", "name1"),
    "kind": ("kind", "type", "place type", "local type"),
    "nicknames": ("nicknames", "nickname", "also", "also known as", "aliases", "other names",
                  "name2"),
    "ward": ("ward", "ward name", "area", "town", "locality", "populated place"),
}  # fmt: skip
MEMBER_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "member", "councillor", "councillor name", "full name"),
    "handles": ("handles", "handle", "account", "accounts", "x", "twitter", "username"),
    "party": ("party", "group", "political party", "political group"),
}
SERVICE_COLUMNS = ("service_area", "category", "tier", "typical_phrases")
NO_NAME = "it gives no name."
_ROADS = re.compile(
    r"\b(?:road|rd|street|st|lane|way|avenue|ave|close|drive|crescent|grove|terrace|hill|place|row"
    r"|bypass|mews|parade|gardens|walk)$|^[abm]\d{1,4}(?:\(m\))?$",
    re.I,
)
_JUNCTIONS = re.compile(r"\b(?:roundabout|island|junction|interchange|crossroads)\b", re.I)


def table_read(which: Which, text: str, tabs: bool) -> TableRead:
    """What is understood of a table, and each line that is not. Never raises for what it says.

    tabs: cells are between tabs and nothing is quoted, as in a .tsv.
    """
    readers = {"places": _places, "services": _services, "members": _members}
    try:
        return readers[which](text, tabs)
    except NotUnderstood as fault:
        return TableRead(faults=((0, fault.sentence().removesuffix(" Nothing was changed.")),))


def read_places(path: Path) -> tuple[NamedPlace, ...]:
    """Places from a table with a heading: name, and if it has them kind, nicknames, ward.

    Nicknames have | or ; between. Without a kind the name tells (Road, island …). Raises
    NotFound or NotUnderstood, and then nothing is changed.
    """
    read = _places(file_text(path), path.suffix.lower() == ".tsv", path.name)
    for line, why in (f for f in read.faults if f[1] != NO_NAME):  # left out, as an empty row is
        where = f", line {line}" if line else ""
        raise NotUnderstood(f"{path.name}{where}: {why} Nothing was changed.")
    if not read.places:
        raise NotUnderstood(f"{path.name} names no places. Nothing was changed.")
    return read.places


def read_areas(path: Path) -> tuple[Service, ...]:
    """Services from a table with the columns service_area, category, tier and typical_phrases."""
    try:
        services = services_table(file_text(path))
    except csv.Error as fault:
        raise NotUnderstood(f"{path.name} is no table ({fault}). Nothing was changed.") from fault
    if not services:
        raise NotUnderstood(
            f"{path.name} holds no services; it needs the columns {', '.join(SERVICE_COLUMNS)}. "
            "Nothing was changed."
        )
    return services


def file_text(path: Path) -> str:
    """The text of a file in whatever encoding. Raises NotFound in words."""
    try:
        return decoded(path.read_bytes())[0].replace("\x00", "")
    except OSError as fault:
        raise NotFound(f"{path} cannot be read ({fault.strerror}). Nothing was changed.") from fault


def _places(text: str, tabs: bool, named: str = "The table") -> TableRead:
    table = table_of(text, tabs)
    column, unused = _columns(table.names, PLACE_COLUMNS)
    if column["name"] is None:
        has = ", ".join(table.names)[:200]
        raise NotUnderstood(f"{named} has no column “name”; it has: {has}. Nothing was changed.")
    places: dict[NamedPlace, None] = {}
    faults: list[tuple[int, str]] = []
    for line in table.rows:
        given = _given(line, column)
        if line.fault:
            faults.append((line.number, f"{line.fault}."))
        elif given["name"]:
            places[_place(given)] = None
        elif any(given.values()):
            faults.append((line.number, NO_NAME))
    if not places and not faults:
        raise NotUnderstood(f"{named} names no places. Nothing was changed.")
    return TableRead(places=tuple(places), faults=tuple(faults), columns=unused)


def _services(text: str, tabs: bool) -> TableRead:
    table = table_of(text, tabs)
    names = [_plain(n).replace(" ", "_") for n in table.names]
    missing = [n for n in SERVICE_COLUMNS[:2] if n not in names]
    if missing:
        raise NotUnderstood(
            f"The table has no column {' and none '.join(missing)}; it needs "
            f"{', '.join(SERVICE_COLUMNS)}."
        )
    faults = [(ln.number, why) for ln in table.rows if (why := _no_service(ln, names))]
    try:
        services = services_table(text)
    except csv.Error as fault:
        raise NotUnderstood(f"This is no table ({fault}).") from fault
    twice = {s.category for s in services if sum(o.category == s.category for o in services) > 1}
    faults += [(0, f"“{c}” stands in it more than once.") for c in sorted(twice)]
    return TableRead(services=services, faults=tuple(faults))


def _no_service(line: Line, names: Sequence[str]) -> str:
    """Why a row is no service, or ""."""
    if line.fault:
        return f"{line.fault}."
    empty = [
        name
        for name in SERVICE_COLUMNS[:2]
        if names.index(name) >= len(line.cells) or not line.cells[names.index(name)].strip()
    ]
    return f"it gives no {' and no '.join(e.replace('_', ' ') for e in empty)}." if empty else ""


def _members(text: str, tabs: bool) -> TableRead:
    first = text.strip().partition("\n")[0]
    headed = any(_plain(c) in MEMBER_COLUMNS["name"] for c in re.split(r"[,;\t|]", first))
    if headed:
        table = table_of(text, tabs)
        column, unused = _columns(table.names, MEMBER_COLUMNS)
        rows: Iterable[Line] = table.rows
    else:
        column, unused = {"name": 0, "handles": 1, "party": 2}, ()
        rows = _bare(text)
    members: dict[Member, None] = {}
    faults: list[tuple[int, str]] = []
    for line in rows:
        given = _given(line, column)
        name = re.sub(r"^(?:cllr|councillor)\.?\s+", "", given["name"], flags=re.I)
        if line.fault or not name or name.startswith("@"):
            faults.append((line.number, f"{line.fault}." if line.fault else NO_NAME))
        else:
            members[Member(name, _handles(given["handles"]), given["party"])] = None
    return TableRead(members=tuple(members), faults=tuple(faults), columns=unused)


def _bare(text: str) -> Iterable[Line]:
    """A list without a heading: name, then handles (they begin with @), then the party."""
    for number, line in enumerate(text.splitlines(), 1):
        cells = [c.strip() for c in re.split(r"[,;\t|]", line)]
        if not any(cells):
            continue
        handles = [c for c in cells[1:] if c.startswith("@")]
        others = [c for c in cells[1:] if c and c not in handles]
        yield Line(number, [cells[0], " ".join(handles), ", ".join(others)])


def _handles(text: str) -> tuple[str, ...]:
    names = (h.strip().lstrip("@") for h in re.split(r"[\s,;|]+", text) if h.strip(" @"))
    return tuple(dict.fromkeys(f"@{name}" for name in names))


def _columns(
    names: Sequence[str], known: Mapping[str, tuple[str, ...]]
) -> tuple[Mapping[str, int | None], tuple[str, ...]]:
    """Where each of ours stands in a table, and the columns that are not used."""
    plain = [_plain(n) for n in names]
    column = {
        ours: next((plain.index(n) for n in theirs if n in plain), None)
        for ours, theirs in known.items()
    }
    used = set(column.values())
    return column, tuple(n.strip() for at, n in enumerate(names) if at not in used and n.strip())


def _plain(name: str) -> str:
    return re.sub(r"[\s_]+", " ", name.strip().lower().lstrip("\ufeff"))


def _given(line: Line, column: Mapping[str, int | None]) -> dict[str, str]:
    cells = line.cells
    return {
        name: plain_line(cells[at]) if at is not None and at < len(cells) else ""
        for name, at in column.items()
    }


def _place(given: Mapping[str, str]) -> NamedPlace:
    also = tuple(n.strip() for n in re.split(r"[|;]", given["nicknames"]) if n.strip())
    return NamedPlace(given["name"], _kind(given["kind"], given["name"]), also, given["ward"])


def _kind(said: str, name: str) -> str:
    """One of our kinds, from what the table calls it or else from the name."""
    said = said.lower()
    for kind in KINDS:
        if kind in said:
            return kind
    if _JUNCTIONS.search(said) or (not said and _JUNCTIONS.search(name)):
        return "junction"
    return "road" if "street" in said or (not said and _ROADS.search(name)) else "place"


def written(which: Which, council: Council) -> str:
    """The council's places, services or members as a table that we read again, with tabs."""
    rows: dict[Which, Callable[[Council], list[tuple[str, ...]]]] = {
        "places": _place_rows, "services": _service_rows, "members": _member_rows,
    }  # fmt: skip
    return "".join("\t".join(_cell(c) for c in row) + "\n" for row in rows[which](council))


def _cell(text: str) -> str:
    return re.sub(r"\s", " ", text)


def _place_rows(council: Council) -> list[tuple[str, ...]]:
    heading = ("name", "kind", "nicknames", "ward")
    return [heading, *((p.name, p.kind, "|".join(p.nicknames), p.ward) for p in council.places)]


def _service_rows(council: Council) -> list[tuple[str, ...]]:
    heading = (*SERVICE_COLUMNS, "not_phrases", "default_flag", "lgsl_id", "note")
    return [
        heading,
        *(
            (s.area, s.category, s.tier, "|".join(s.phrases), "|".join(s.not_phrases), s.flag,
             s.lgsl_id, s.note)
            for s in council.services
        ),
    ]  # fmt: skip


def _member_rows(council: Council) -> list[tuple[str, ...]]:
    heading = ("name", "handles", "party")
    return [heading, *((m.name, " ".join(m.handles), m.party) for m in council.members)]
