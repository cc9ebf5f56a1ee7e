"""Finds out how a table file is written: its separator, its heading, which column is which."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from listener.errors import NotUnderstood

CELL = 10_000_000
csv.field_size_limit(CELL)  # Python's own limit of 131,072 is less than some exported threads

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "ts": ("ts", "date", "timestamp", "datetime", "date and time", "date time", "created at",
           "created time", "created", "published", "published at", "publish date", "date posted",
           "posted", "posted at", "post date", "tweet created", "sent", "time"),
    "clock": ("time", "time of day"),
    "author": ("author", "author name", "username", "user name", "screen name", "handle",
               "posted by", "from", "user", "influencer", "name"),
    "title": ("title", "headline", "subject"),
    "text": ("text", "message", "full text", "post message", "content", "body", "tweet", "comment",
             "comment text", "post", "post text", "snippet", "hit sentence", "opening text",
             "description"),
    "url": ("url", "link", "permalink", "post permalink", "post url", "post link", "address"),
    "source": ("source", "source name", "network", "platform", "outlet", "domain", "seen at",
               "where", "group"),
    "channel": ("channel",),
    "id": ("id", "post id", "message id", "tweet id", "comment id", "mention id", "guid"),
}  # fmt: skip
"""Our columns, and what other tools' exports call them; our own name wins where both are there."""

NAMES = {"\t": "tabs", ",": "commas", ";": "semicolons", "|": "bars"}
PREAMBLE = 20  # lines: some tools write what was searched for above the heading
MENDS = 20  # unclosed quotation marks that are stepped over in one file
NEVER_CLOSED = "a quotation mark is opened in this row and never closed"
_END = "\x00end\x00"  # cannot stand in a cell: NULs are taken out first
_QUOTED = re.compile(r'"[^"]*"')


@dataclass(frozen=True, slots=True)
class Columns:
    """Which cell holds what, by our names; what means nothing to us; whether times are UTC."""

    at: Mapping[str, int]
    unknown: tuple[str, ...]
    utc: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One row: the line it begins on, its cells, or in words why it has none."""

    number: int
    cells: Sequence[str]
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table's heading and separator; its rows are read as they are asked for."""

    names: tuple[str, ...]
    rows: Iterator[Line]
    separator: str


def table_of(text: str, tabs: bool) -> Table:
    """Reads a table. tabs: cells are between tabs and nothing is quoted, as in a .tsv.

    Raises NotUnderstood where there is no heading. No row raises: it comes with its fault.
    """
    lines = list(io.StringIO(text.replace("\x00", ""), newline=None if tabs else ""))
    first = next((n for n, line in enumerate(lines) if line.strip()), None)
    if first is None:
        raise NotUnderstood("The file is empty. Nothing was taken.")
    told = re.match(r"sep=([,;|\t])\s*$", lines[first], re.I)  # a line that Excel writes
    first += 1 if told else 0
    for at in range(first, min(first + PREAMBLE, len(lines))):
        separator = "\t" if tabs else told[1] if told else _separator(lines[at])
        names = _heading(lines[at], separator, tabs)
        if _is_heading(columns_of(names), at == first):
            return _from(lines, at, separator, tabs)
    if first >= len(lines):
        raise NotUnderstood("The file has no heading. Nothing was taken.")
    separator = "\t" if tabs else told[1] if told else _separator(lines[first])
    return _from(lines, first, separator, tabs)


def _is_heading(columns: Columns, is_first: bool) -> bool:
    named = "text" in columns.at or "title" in columns.at
    return named and (is_first or len(columns.at) > 1)


def _separator(heading: str) -> str:
    """The commonest separator outside quotation marks; a comma where there is none."""
    bare = _QUOTED.sub("", heading)
    return max(",;\t|", key=bare.count)


def _heading(line: str, separator: str, tabs: bool) -> tuple[str, ...]:
    if tabs:
        return tuple(line.rstrip("\r\n").split("\t"))
    try:
        return tuple(next(csv.reader([line], delimiter=separator), ()))
    except csv.Error:
        return ()


def _from(lines: list[str], heading: int, separator: str, tabs: bool) -> Table:
    """The table whose heading stands in that line; a quoted heading may run over several."""
    if tabs:
        names = _heading(lines[heading], separator, True)
        return Table(names, _unquoted(lines, heading + 1), separator)
    rows = _quoted(lines, heading, separator)
    names = tuple(next(rows, Line(1, ())).cells)
    if not names:
        raise NotUnderstood("The file's heading cannot be read. Nothing was taken.")
    return Table(names, rows, separator)


def _unquoted(lines: list[str], at: int) -> Iterator[Line]:
    for number, line in enumerate(islice(lines, at, None), at + 1):
        if line.strip():
            yield Line(number, line.rstrip("\r\n").split("\t"))


def _quoted(lines: list[str], at: int, separator: str) -> Iterator[Line]:
    """Rows as RFC 4180 has them. After an unclosed quotation mark it goes on with the next line."""
    reader = csv.reader(islice(lines, at, None), delimiter=separator)
    mends = 0
    while True:
        first = at + reader.line_num
        fault, cells = "", []
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            fault = f"a cell is longer than {CELL // 1_000_000} MB, or {NEVER_CLOSED}"
        many = at + reader.line_num - first > 1
        if many and not fault and at + reader.line_num >= len(lines):
            fault = NEVER_CLOSED if _open_ended(lines[first:], separator) else ""
        if fault and mends == MENDS:
            yield Line(first + 1, (), f"{fault}; the rest of the file is not read")
            return
        if fault:
            mends, at = mends + 1, first + 1
            reader = csv.reader(islice(lines, at, None), delimiter=separator)
            yield Line(first + 1, (), fault)
        elif any(cell.strip() for cell in cells):
            yield Line(first + 1, cells)


def _open_ended(lines: list[str], separator: str) -> bool:
    """Whether a row would swallow whatever came after it."""
    try:
        row = next(csv.reader([*lines, f"\n{_END}"], delimiter=separator))
    except (csv.Error, StopIteration):
        return True
    return bool(row) and row[-1].endswith(_END)


@lru_cache(maxsize=64)
def columns_of(names: tuple[str, ...]) -> Columns:
    """Which column holds what, and the names of those that mean nothing to us."""
    plain = [_plain(name) for name in names]
    found: dict[str, int] = {}
    for ours, theirs in COLUMNS.items():
        free = (n for n in theirs if n in plain and plain.index(n) not in found.values())
        name = next(free, None)
        if name is not None:
            found[ours] = plain.index(name)
    taken = set(found.values())
    unknown = tuple(n.strip() for at, n in enumerate(names) if at not in taken and n.strip())
    heading = names[found["ts"]].lower() if "ts" in found else ""
    return Columns(found, unknown, "utc" in heading or "gmt" in heading)


def _plain(name: str) -> str:
    """A column's name as it is compared: small letters, no underscores, nothing in brackets."""
    bare = re.sub(r"\([^)]*\)\s*$", "", name.lower().lstrip("\ufeff")[:200])
    return re.sub(r"[\s_-]+", " ", bare).strip(" :*")
