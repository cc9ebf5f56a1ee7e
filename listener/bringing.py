"""Brings mentions in by file and by hand, and reads a text that a person asks about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from listener.bench import Bench
from listener.commands import AddMention, ImportFile
from listener.errors import Known
from listener.events import MentionsArrived
from listener.intake import Read, ours_left_out, take
from listener.mention import Heard, ImportReport, MentionKey, RowResult
from listener.polling import versions
from listener.sources import byhand, files
from listener.sources.state import SourceRecord
from listener.store import Kept, Sifted

CHUNK = 200  # rows read and kept at a time, so that decisions are never behind a whole file


@dataclass
class _Import:
    """A file on its way in."""

    source: SourceRecord
    rows: list[files.ImportedRow]
    read: files.FileRead
    done: Future[Any]
    results: list[RowResult] = field(default_factory=list)
    new: int = 0
    known: int = 0


class Bringing:
    """Lives on the engine's thread."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    def bring_in(self, command: ImportFile, done: Future[Any]) -> None:
        """Reads a file row by row; the future gets an ImportReport."""
        read = files.read(command.path, self._bench.clock())
        source = self._bench.store.source_for(command.source or command.path.name, "files")
        self._next(_Import(source, list(read.rows), read, done))

    def _next(self, coming: _Import) -> None:
        if not coming.rows:
            self._report(coming)
            return
        now, coming.rows = coming.rows[:CHUNK], coming.rows[CHUNK:]
        coming.results += [RowResult(r.line, "fault", r.fault) for r in now if r.heard is None]
        rows = [r for r in now if r.heard is not None]
        heard = ours_left_out([r.heard for r in rows if r.heard], self._bench.council)
        sifted = self._bench.store.sift(coming.source.key, heard)
        coming.results += _row_results(rows, sifted)
        coming.known += len(rows) - len(sifted.fresh)
        fresh = sifted.fresh + tuple(h for _, h in sifted.changed)
        self._bench.fetchers.read(fresh, partial(self._keep, coming, sifted))

    def _keep(self, coming: _Import, sifted: Sifted, came: list[Read] | Known) -> None:
        if isinstance(came, Known):
            coming.done.set_exception(came)
            return
        kept = self._kept(coming.source, versions(came, sifted), quiet=True)
        coming.new += len(sifted.fresh)
        self._bench.publish(MentionsArrived(coming.source.name, len(kept.keys), kept.urgent, True))
        self._next(coming)

    def _report(self, coming: _Import) -> None:
        read = coming.read
        coming.done.set_result(
            ImportReport(
                source=coming.source.name,
                new=coming.new,
                known=coming.known,
                rows=tuple(sorted(coming.results, key=lambda r: r.line)),
                unknown_columns=read.unknown_columns,
                notes=read.notes,
            )
        )

    def add(self, command: AddMention) -> MentionKey:
        """Keeps one mention that a person added, read at once."""
        heard = byhand.checked(command.heard)
        source = self._bench.store.source_for(command.where, "by_hand")
        sifted = self._bench.store.sift(source.key, [heard])
        if not sifted.fresh:
            raise Known(_there_already(source))
        kept = self._kept(source, self._bench.read_here(sifted.fresh), quiet=False)
        self._bench.publish(MentionsArrived(source.name, 1, kept.urgent, quiet=True))
        return kept.keys[0]

    def _kept(self, source: SourceRecord, batch: Sequence[Read], quiet: bool) -> Kept:
        store = self._bench.store
        likely = store.likely([r.bands for r in batch], [r.heard.published for r in batch])
        ground = self._bench.ground(source.name)
        taken = take(
            batch, likely, ground, store.stack_facts, store.corrections_for, store.answers_to
        )
        return store.keep(source.key, taken, None, None, quiet=quiet, again=self._bench.walk)


def _row_results(rows: Sequence[files.ImportedRow], sifted: Sifted) -> list[RowResult]:
    """What became of each row of a chunk that held a mention."""
    fresh = Counter(_words(h) for h in sifted.fresh)
    changed = Counter(_words(h) for _, h in sifted.changed)
    results = []
    for row in rows:
        words = _words(row.heard) if row.heard else ("", "", "")
        if fresh[words]:
            fresh[words] -= 1
            doubt = row.heard.date_fault if row.heard else ""
            results.append(RowResult(row.line, "new", doubt))
        elif changed[words]:
            results.append(
                RowResult(row.line, "known", "kept already; this text is its new version")
            )
        else:
            results.append(RowResult(row.line, "known", "kept already, or the council's own post"))
    return results


def _there_already(source: SourceRecord) -> str:
    return (
        f"This is there already: {source.name} has a mention with the same words and link. "
        "Nothing was added. If it was withdrawn, it can be brought back (Sources, What was added)."
    )


def _words(heard: Heard) -> tuple[str, str, str]:
    return heard.title, heard.text, heard.url
