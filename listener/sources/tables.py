"""Finds out how a table file is written: its encoding, its separator, which column is which."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from listener.errors import NotUnderstood

csv.field_size_limit(10_000_000)

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "ts": ("ts", "date", "time", "timestamp", "created_at", "published", "datetime", "created",
           "date and time", "date posted", "post date"),
    "author": ("author", "username", "user", "name", "from", "screen_name", "handle", "author name"),
    "title": ("title", "headline", "subject"),
    "text": ("text", "message", "content", "body", "tweet", "comment", "post", "full text", "snippet",
             "description", "hit sentence"),
    "url": ("url", "link", "permalink", "address", "post url"),
    "source": ("source", "network", "platform", "outlet", "source name", "seen at", "where"),
    "channel": ("channel",),
    "id": ("id", "post id", "message id", "tweet id", "guid"),
}  # fmt: skip
"""Our columns, and what other tools' exports call them; our own name wins where both are there."""

LABELS = frozenset(
    ("sentiment", "tone", "kind", "category", "outcome", "label", "labels", "sentiment_2", "kind_2")
)
"""What somebody else thought of a row is never read: we read for ourselves, with reasons."""


def decoded(data: bytes) -> tuple[str, str]:
    """The text of a file and the name of its encoding: UTF-8, UTF-16 by its mark, else Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace"), "UTF-16"
    if data.startswith(b"\xef\xbb\xbf"):
        return data.decode("utf-8-sig", "replace"), "UTF-8"
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), "Windows-1252"


def separator_of(heading: str, suffix: str) -> str:
    """The separator: a .tsv has tabs; in a .csv the commonest in the heading, a comma at first."""
    if suffix == ".tsv":
        return "\t"
    return max(",;\t|", key=heading.count)


def rows_of(text: str, suffix: str) -> tuple[list[str], Iterator[tuple[int, list[str]]], str]:
    """The heading, then each row with the line it begins on. Raises NotUnderstood without either."""
    text = text.replace("\x00", "")
    heading, _, _ = text.partition("\n")
    separator = separator_of(heading, suffix)
    if suffix == ".tsv":
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        names = lines[0].split("\t")
        rows = ((n, line.split("\t")) for n, line in enumerate(lines[1:], 2) if line.strip())
        return names, rows, separator
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=False)
    try:
        names = next(reader)
    except (StopIteration, csv.Error) as fault:
        raise NotUnderstood("The file has no heading. Nothing was taken.") from fault
    return names, _numbered(reader), separator


def _numbered(reader: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    while True:
        line = getattr(reader, "line_num", 0) + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield line, []
            continue
        if any(cell.strip() for cell in row):
            yield line, row


def columns_of(names: list[str]) -> tuple[dict[str, int], tuple[str, ...]]:
    """Which column holds what, and the names of those that mean nothing to us."""
    plain = [n.strip().lower().lstrip("\ufeff") for n in names]
    found: dict[str, int] = {}
    for ours, theirs in COLUMNS.items():
        for name in theirs:
            if name in plain and plain.index(name) not in found.values():
                found[ours] = plain.index(name)
                break
    unknown = tuple(n for at, n in enumerate(names) if at not in found.values() and n.strip())
    return found, unknown
