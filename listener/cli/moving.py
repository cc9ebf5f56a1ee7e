"""`import` and `export`: mentions by the file, in and out."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from listener.cli.said import give, say, table, tell
from listener.commands import ImportFile, LogExport
from listener.desk import Desk
from listener.errors import NotFound, NotUnderstood
from listener.export import csv_lines, json_lines, object_of
from listener.mention import ImportReport


def bring_in(desk: Desk, asked: argparse.Namespace) -> int:
    """A file's rows, with a result for each; 1 where not one could be taken."""
    report: ImportReport = desk.ask(ImportFile(Path(asked.file), asked.source)).result()
    faults = [r for r in report.rows if r.status == "fault"]
    if asked.json:
        give(report)
    else:
        say(f"{report.source}: {report.new} new, {report.known} known, {len(faults)} faulty rows.")
        for note in report.notes:
            say(f"Note: {note}.")
        if report.unknown_columns:
            say(f"Columns not read: {', '.join(report.unknown_columns)}.")
        if faults:
            table(("line", "why"), [(str(r.line), r.why) for r in faults[:50]], (8,))
    return 0 if report.new or report.known or not report.rows else 1


def take_out(desk: Desk, asked: argparse.Namespace) -> int:
    """Every mention, to .jsonl or .csv; written beside and put in place whole."""
    target = Path(asked.file)
    if target.suffix.lower() not in (".jsonl", ".csv"):
        raise NotUnderstood(f"{target.name} must end in .jsonl or .csv. Nothing was written.")
    named = asked.with_authors is not None
    if named:
        if not asked.with_authors.strip():
            raise NotUnderstood("Say why the names are needed: --with-authors REASON.")
        desk.ask(LogExport(f"exported with names to {target.name}: {asked.with_authors}")).result()
    try:
        written = _write(desk, target, named)
    except OSError as fault:
        raise NotFound(f"{target} cannot be written ({fault.strerror}).") from fault
    if asked.json:
        give({"file": str(target), "mentions": written})
    else:
        tell(f"{written} mentions written to {target}.")
    return 0


def _write(desk: Desk, target: Path, named: bool) -> int:
    reader = desk.reader()
    written = 0

    def objects() -> Iterator[dict[str, object]]:
        nonlocal written
        for exported in reader.exported():
            written += 1
            yield object_of(exported, named)

    beside = target.with_name(target.name + ".part")
    flat = target.suffix.lower() == ".csv"
    try:
        with beside.open("w", encoding="utf-8-sig" if flat else "utf-8", newline="") as out:
            out.writelines(csv_lines(objects(), named) if flat else json_lines(objects()))
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
        reader.close()
    return written
