"""Keeps the house: the council and its tables, its settings, and what IT wants to know."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from listener import commands as c
from listener import councilfile, counciltables, doctor
from listener.bench import Bench
from listener.council import Council, TableRead, faults_of
from listener.errors import Known, NotFound, NotUnderstood
from listener.events import AreasChanged, MentionsChanged, SourcesChanged
from listener.handoff import AreaContact
from listener.holidays import changes
from listener.rereading import Again
from listener.settings import CLOCKED


class House:
    """Lives on the engine's thread. leave_sample: what stops the sample town."""

    def __init__(
        self,
        bench: Bench,
        profile: Path,
        reschedule: Callable[[], None],
        leave_sample: Callable[[], None],
        walk_again: Callable[[], int],
    ) -> None:
        self._bench = bench
        self._profile = profile
        self._reschedule = reschedule
        self._leave_sample = leave_sample
        self._walk_again = walk_again
        self._again = Again(bench)

    def open(self) -> None:
        """Goes on with what a closed program left half done."""
        self._again.resume()

    def set_up(self, command: c.SetUpCouncil) -> str:
        """The council as typed in; at once. What is undecided is read again behind it."""
        wrong = faults_of(command.council)
        if wrong:
            raise NotUnderstood(f"{wrong[0][1]} Nothing was changed.")
        self._use(command.council, lambda _: None)
        return command.council.name

    def use_file(self, command: c.UseCouncil, done: Future[Any]) -> None:
        """The council of a file; `done` gets its name when all that is undecided was read again."""
        text = _text(command.path)
        council, contacts = councilfile.read(text), councilfile.read_contacts(text)
        if not council.services:
            council = replace(council, services=self._bench.council.services)
        if not council.duty and not self._bench.council.sample:
            council = replace(council, duty=self._bench.council.duty)
        self._use(council, lambda _: done.set_result(council.name), contacts)

    def import_places(self, command: c.ImportPlaces, done: Future[Any]) -> None:
        """Other places; `done` gets how many when all that is undecided was read again."""
        places = councilfile.read_places(command.path)
        council = replace(self._bench.council, places=places)
        self._use(council, lambda _: done.set_result(len(places)))

    def import_areas(self, command: c.ImportAreas, done: Future[Any]) -> None:
        """Other services; `done` gets how many when all that is undecided was read again."""
        services = councilfile.read_areas(command.path)
        council = replace(self._bench.council, services=services)
        self._use(council, lambda _: done.set_result(len(services)))

    def _use(
        self,
        council: Council,
        done: Callable[[int], None],
        contacts: tuple[AreaContact, ...] = (),
    ) -> None:
        bench = self._bench
        leaves = bench.council.sample and not council.sample
        if leaves:
            self._leave_sample()
            bench.store.forget_sample()
        same = council == bench.council
        bench.use_council(council)
        if contacts:
            said = "who is told of each area is what it was"
            bench.store.areas.put(contacts, bench.settings.officer, said)
            bench.publish(AreasChanged())
        if leaves:
            self._reschedule()
            for event in (SourcesChanged(), MentionsChanged(())):
                bench.publish(event)
        if same:
            done(0)
        else:
            self._again.begin(done)

    def read_table(self, command: c.ReadTable) -> TableRead:
        """What is understood of a table or a pasted list; nothing is kept."""
        if command.path is None:
            return counciltables.table_read(command.which, command.text, False)
        text = counciltables.file_text(command.path)
        return counciltables.table_read(command.which, text, command.path.suffix.lower() == ".tsv")

    def write_table(self, command: c.WriteTable) -> int:
        """Writes places, services or members; returns how many."""
        council = self._bench.council
        try:
            command.path.write_text(
                counciltables.written(command.which, council), encoding="utf-8", newline="\n"
            )
        except OSError as fault:
            raise NotFound(f"{command.path} cannot be written ({fault.strerror}).") from fault
        return len(getattr(council, command.which))

    def change(self, command: c.Change) -> None:
        """One setting; where the clocks move, the undecided are seated anew."""
        bench, before = self._bench, self._bench.settings
        if command.name == "holidays":
            changes(str(command.value or ""))
        bench.set(command.name, command.value)
        if bench.settings == before:
            return
        if command.name in CLOCKED:
            self._walk_again()
        elif command.name == "interval":
            bench.store.shelf.hasten(bench.clock() + timedelta(seconds=bench.settings.interval))
            self._reschedule()

    def look_over(self, _: c.LookOver, done: Future[Any]) -> None:
        """What `doctor` says and where everything lies, as text; looked at apart."""
        work = partial(doctor.for_it, self._profile)
        self._bench.fetchers.browse(work, partial(_settle, done))


def _settle(done: Future[Any], came: str | Known) -> None:
    if isinstance(came, Known):
        done.set_exception(came)
    else:
        done.set_result(came)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise NotFound(f"{path} cannot be read ({fault}). Nothing was changed.") from fault
