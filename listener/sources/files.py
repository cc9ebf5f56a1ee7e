"""Reads mentions from files: tables, lines of JSON, and mails; a result for every row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from listener.errors import NotFound, NotUnderstood
from listener.mention import Heard
from listener.sources.encoding import decoded
from listener.sources.jsonlines import objects_of
from listener.sources.mail import mail_of
from listener.sources.rows import channel_of, mention_of
from listener.sources.tables import NAMES, Columns, Table, columns_of, table_of

KINDS = (".csv", ".tsv", ".jsonl", ".eml")
CAP = 200_000_000
MAIL_CAP = 50_000_000  # what the largest mail servers let through
SAID = 20  # line numbers that a note spells out


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """One row: a mention, or in words why it is none. line counts from 1 as an editor shows it."""

    line: int
    heard: Heard | None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class FileRead:
    """A whole file as read: its rows, the columns that mean nothing to us, and how it was read."""

    rows: tuple[ImportedRow, ...]
    unknown_columns: tuple[str, ...]
    notes: tuple[str, ...]


def read(path: Path, now: datetime) -> FileRead:
    """Reads a file by its ending. Raises NotFound or NotUnderstood where nothing can be taken."""
    suffix = path.suffix.lower()
    if suffix not in KINDS:
        raise NotUnderstood(
            f"{path.name} is no {', '.join(KINDS)} file. Nothing was taken; "
            "save it as CSV with a column “text”."
        )
    data = _bytes(path, MAIL_CAP if suffix == ".eml" else CAP)
    if suffix == ".eml":
        return FileRead((ImportedRow(1, mail_of(data, now)),), (), ())
    text, encoding = decoded(data)
    if suffix == ".jsonl":
        return _json_lines(text, encoding, now)
    return _table(table_of(text, suffix == ".tsv"), encoding, now, path.name)


def _bytes(path: Path, cap: int) -> bytes:
    try:
        if path.stat().st_size > cap:
            raise NotUnderstood(
                f"{path.name} is larger than {cap // 1_000_000} MB. Nothing was taken; "
                "split it and import the parts."
            )
        return path.read_bytes()
    except OSError as fault:
        raise NotFound(f"{path} cannot be read ({fault.strerror}). Nothing was taken.") from fault


def _table(table: Table, encoding: str, now: datetime, name: str) -> FileRead:
    columns = columns_of(table.names)
    if "text" not in columns.at and "title" not in columns.at:
        has = ", ".join(n.strip() for n in table.names)[:300]
        raise NotUnderstood(f"{name} has no column “text”; it has: {has}. Nothing was taken.")
    notes = [f"read as {encoding} with {NAMES[table.separator]} between"]
    wide: list[int] = []
    strange: Counter[str] = Counter()
    rows = tuple(_rows(table, columns, now, wide, strange))
    if wide:
        notes.append(_wide(wide))
    return FileRead(rows, columns.unknown, (*notes, *_unknown_channels(strange)))


def _rows(
    table: Table, columns: Columns, now: datetime, wide: list[int], strange: Counter[str]
) -> Iterator[ImportedRow]:
    width, last = len(table.names), columns.at.get("text", -1) == len(table.names) - 1
    for line in table.rows:
        if line.fault:
            yield ImportedRow(line.number, None, line.fault)
            continue
        cells = line.cells
        if any(cell.strip() for cell in cells[width:]):
            wide.append(line.number)
            if last:  # an unquoted separator in what was said: all of it was said
                cells = [*cells[: width - 1], table.separator.join(cells[width - 1 :])]
        given = {name: cells[at] for name, at in columns.at.items() if at < len(cells)}
        _, unknown = channel_of(given.get("channel", ""))
        strange.update([unknown] if unknown else [])
        yield ImportedRow(line.number, *mention_of(given, now, columns.utc))


def _json_lines(text: str, encoding: str, now: datetime) -> FileRead:
    unknown: dict[str, None] = {}
    strange: Counter[str] = Counter()
    rows: list[ImportedRow] = []
    for line, given, fault in objects_of(text):
        if given is None:
            rows.append(ImportedRow(line, None, fault))
            continue
        columns = columns_of(tuple(given))
        unknown.update(dict.fromkeys(columns.unknown))
        values = list(given.values())
        row = {name: values[at] for name, at in columns.at.items()}
        strange.update(filter(None, [channel_of(row.get("channel", ""))[1]]))
        rows.append(ImportedRow(line, *mention_of(row, now, columns.utc)))
    if not rows:
        raise NotUnderstood("The file has no rows. Nothing was taken.")
    notes = (f"read as {encoding}, one object a line", *_unknown_channels(strange))
    return FileRead(tuple(rows), tuple(unknown), notes)


def _wide(lines: Sequence[int]) -> str:
    said = ", ".join(str(n) for n in lines[:SAID]) + (" …" if len(lines) > SAID else "")
    return f"more cells than the heading has names for, in line {said}"


def _unknown_channels(strange: Counter[str]) -> Iterable[str]:
    for name, rows in strange.most_common(SAID):
        yield f"the channel “{name}” is not known here; {rows} row(s) are kept as “other”"
