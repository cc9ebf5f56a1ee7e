"""Reads mentions from files: tables, lines of JSON, and mails; a result for every row."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from listener.errors import NotFound, NotUnderstood
from listener.mention import CHANNELS, Heard
from listener.sources.dates import read_date
from listener.sources.mail import mail_of
from listener.sources.plain import one_line, safe_link, tidy
from listener.sources.tables import columns_of, decoded, rows_of

KINDS = (".csv", ".tsv", ".jsonl", ".eml")
CAP = 200_000_000


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """One row: a mention, or in words why it is none."""

    line: int
    heard: Heard | None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class FileRead:
    """A whole file as read."""

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
    try:
        if path.stat().st_size > CAP:
            raise NotUnderstood(f"{path.name} is larger than 200 MB. Nothing was taken.")
        data = path.read_bytes()
    except OSError as fault:
        raise NotFound(f"{path} cannot be read ({fault.strerror}). Nothing was taken.") from fault
    if suffix == ".eml":
        return FileRead((ImportedRow(1, mail_of(data, now)),), (), ())
    text, encoding = decoded(data)
    if suffix == ".jsonl":
        return _json_lines(text, encoding, now)
    return _table(text, suffix, encoding, now, path.name)


def _table(text: str, suffix: str, encoding: str, now: datetime, name: str) -> FileRead:
    names, rows, separator = rows_of(text, suffix)
    columns, unknown = columns_of(names)
    if "text" not in columns and "title" not in columns:
        raise NotUnderstood(
            f"{name} has no column “text”; it has: {', '.join(names)[:300]}. Nothing was taken."
        )
    said = {"\t": "tabs", ",": "commas", ";": "semicolons", "|": "bars"}[separator]
    taken = tuple(_row(line, cells, columns, len(names), now) for line, cells in rows)
    return FileRead(taken, unknown, (f"read as {encoding} with {said} between",))


def _row(
    line: int, cells: list[str], columns: Mapping[str, int], width: int, now: datetime
) -> ImportedRow:
    if not cells:
        return ImportedRow(line, None, "the row cannot be read")
    given = {name: cells[at] for name, at in columns.items() if at < len(cells)}
    return _mention(line, given, now)


def _json_lines(text: str, encoding: str, now: datetime) -> FileRead:
    unknown: dict[str, None] = {}
    rows = tuple(_json_rows(text, now, unknown))
    if not rows:
        raise NotUnderstood("The file has no rows. Nothing was taken.")
    return FileRead(rows, tuple(unknown), (f"read as {encoding}, one object a line",))


def _json_rows(text: str, now: datetime, unknown: dict[str, None]) -> Iterator[ImportedRow]:
    for line, raw in enumerate(text.split("\n"), 1):
        if not raw.strip():
            continue
        try:
            given = json.loads(raw)
        except (ValueError, RecursionError):
            yield ImportedRow(line, None, "the line is no JSON")
            continue
        if not isinstance(given, dict):
            yield ImportedRow(line, None, "the line is no JSON object")
            continue
        names = [str(name) for name in given]
        columns, strange = columns_of(names)
        unknown.update(dict.fromkeys(strange))
        values = list(given.values())
        yield _mention(line, {n: _said(values[at]) for n, at in columns.items()}, now)


def _said(value: object) -> str:
    if value is None or isinstance(value, dict | list | bool):
        return ""
    return str(value)


def _mention(line: int, given: Mapping[str, str], now: datetime) -> ImportedRow:
    """A mention of what a row gives; only text is needed, and a title will do for it."""
    text, title = tidy(given.get("text", "")), one_line(given.get("title", ""))
    if not text and not title:
        return ImportedRow(line, None, "the row has no text")
    raw = given.get("ts", "").strip()
    published, fault = read_date(raw, now)
    channel = given.get("channel", "").strip().lower().replace(" ", "_")
    return ImportedRow(
        line,
        Heard(
            id=given.get("id", "").strip()[:500],
            title=title if text else "",
            text=text or title,
            url=safe_link(given.get("url", "")),
            author=one_line(given.get("author", ""), 120),
            published=published,
            date_fault=fault,
            channel=channel if channel in CHANNELS else "other",
            seen_at=one_line(given.get("source", ""), 200),
        ),
    )
