"""What officers do with the calendar of known works and events: by hand, and by the table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from listener import commands as c
from listener.bench import Bench
from listener.counciltables import file_text
from listener.errors import NotUnderstood
from listener.events import AreasChanged
from listener.spike import KnownWork, WorksRead
from listener.workfile import works_read

LONGEST = 500  # characters of a field


class Works:
    """Lives on the engine's thread."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    def verbs(self) -> dict[type, Callable[[Any], object]]:
        """Each command that is done here."""
        return {
            c.ReadWorks: self.read,
            c.ImportWorks: self.bring_in,
            c.SetWork: self.set,
            c.RemoveWork: self.remove,
        }

    def read(self, command: c.ReadWorks) -> WorksRead:
        """What is understood of a table, against what is kept; nothing is changed."""
        read = self._read(command)
        return replace(read, rows=self._bench.store.works.judged(read.rows))

    def bring_in(self, command: c.ImportWorks) -> WorksRead:
        """Keeps the rows that are understood; those that are not are told, and change nothing."""
        read = self._read(command)
        rows = self._bench.store.works.keep(read.rows, self._by(command.by))
        self._bench.publish(AreasChanged())
        return replace(read, rows=rows)

    def set(self, command: c.SetWork) -> KnownWork:
        """One by hand. Raises NotUnderstood, NotFound."""
        work = command.work
        made = replace(
            work,
            reference=_line(work.reference),
            promoter=_line(work.promoter),
            street=_line(work.street),
            description=_line(work.description),
            traffic=_line(work.traffic),
        )
        if not made.street:
            raise NotUnderstood("Please give the street or place. Nothing was changed.")
        if made.ends < made.starts:
            raise NotUnderstood("It ends before it begins. Nothing was changed.")
        kept = self._bench.store.works.set(made, self._by(command.by))
        self._bench.publish(AreasChanged())
        return kept

    def remove(self, command: c.RemoveWork) -> None:
        """Off the calendar. Raises NotFound."""
        self._bench.store.works.remove(command.key, self._by(command.by))
        self._bench.publish(AreasChanged())

    def _read(self, command: c.ReadWorks | c.ImportWorks) -> WorksRead:
        tabs = command.path.suffix.lower() == ".tsv"
        return works_read(file_text(command.path), tabs, command.columns, command.kind)

    def _by(self, name: str) -> str:
        return name.strip() or self._bench.settings.officer


def _line(text: str) -> str:
    return " ".join(text.split())[:LONGEST]
