"""Adds, finds, removes and lists sources, and brings in lists of them."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from listener.bench import Bench
from listener.commands import AddSource, ChangeSource, Discover, ImportSources
from listener.errors import Known, NotFound, NotUnderstood
from listener.events import SourcesChanged
from listener.mention import ImportedFeed
from listener.sources import opml, presets
from listener.sources.discovery import Candidate, Found, find_feeds
from listener.sources.state import SourceRecord
from listener.web import Answer, Web


class Sourcing:
    """Lives on the engine's thread; what needs the web runs on a fetching thread."""

    def __init__(self, bench: Bench, web: Web, changed: Callable[[], None]) -> None:
        self._bench = bench
        self._web = web
        self._changed = changed

    def discover(self, command: Discover, done: Future[Any]) -> None:
        """Finds the feeds at an address, with sample titles."""
        if command.allow_private:
            self._allow(command.address)
        look = partial(find_feeds, command.address, self._probe, self._bench.fetchers.parse)
        self._bench.fetchers.browse(look, partial(_settle, done))

    def add(self, command: AddSource, done: Future[Any]) -> None:
        """Adds a feed, or every feed that a site names; raises Known where there is none."""
        preset = presets.address_of(command.address)
        if preset is not None:
            name = command.name or preset.name
            command = replace(
                command,
                address=preset.address,
                name=name,
                channel=command.channel or preset.channel,
            )
        if command.unchecked:
            done.set_result(self._kept(command, [Candidate(command.address, "", "posts", "", ())]))
            return
        self.discover(
            Discover(command.address, command.allow_private),
            _then(done, partial(self._add, command)),
        )

    def _add(self, command: AddSource, found: Found) -> object:
        if not found.feeds:
            raise NotUnderstood(f"{command.address} was not added: {found.because}")
        return self._kept(command, found.feeds)

    def _kept(self, command: AddSource, feeds: list[Candidate] | tuple[Candidate, ...]) -> object:
        added: list[SourceRecord] = []
        try:
            for feed in feeds:
                added.append(self._keep(command, feed, len(feeds) > 1))
        finally:
            self._bench.store.shelf.note_new(added)
        self._changed()
        self._bench.publish(SourcesChanged())
        return tuple(added)

    def _keep(self, command: AddSource, feed: Candidate, several: bool) -> SourceRecord:
        name = command.name or feed.title or urlsplit(feed.address).netloc or feed.address
        if several and command.name and feed.kind == "comments":
            name = f"{command.name} (comments)"
        if command.allow_private:
            self._allow(feed.address)
        return self._bench.store.add_source(
            self._free(name),
            feed.address,
            channel=command.channel or feed.channel,
            every=command.every,
            allow_private=command.allow_private,
        )

    def _free(self, name: str) -> str:
        """The name, with a number behind it where another source has it already."""
        taken = {r.name for r in self._bench.store.source_records()}
        names = (name if n == 1 else f"{name} {n}" for n in range(1, len(taken) + 2))
        return next(n for n in names if n not in taken)

    def remove(self, name: str) -> None:
        """Stops hearing a source; what it said is kept. Raises NotFound."""
        self._bench.store.remove_source(name)
        self._changed()
        self._bench.publish(SourcesChanged())

    def put_back(self, name: str) -> None:
        """Hears a removed source again, as it was set. Raises NotFound, and Known for a clash."""
        self._bench.store.shelf.put_back_source(name)
        self._changed()
        self._bench.publish(SourcesChanged())

    def change(self, command: ChangeSource) -> None:
        """Another name or interval. Raises NotFound, NotUnderstood, and Known for a clash."""
        name = command.new_name.strip()
        if not name:
            raise NotUnderstood("A source needs a name. Nothing was changed.")
        if command.every is not None and not 60 <= command.every <= 86_400:
            raise NotUnderstood(
                "A source is asked at most once a minute and at least once a day. "
                "Nothing was changed."
            )
        self._bench.store.shelf.change_source(command.name, name, command.every)
        self._changed()
        self._bench.publish(SourcesChanged())

    def pause(self, name: str, paused: bool) -> None:
        """Stops or resumes polling a source. Raises NotFound."""
        self._bench.store.pause_source(name, paused)
        self._changed()
        self._bench.publish(SourcesChanged())

    def bring_in(self, command: ImportSources) -> tuple[ImportedFeed, ...]:
        """Adds every feed of an OPML file unasked; the first poll says what each one is."""
        try:
            listed = opml.read(command.path.read_bytes())
        except OSError as fault:
            raise NotFound(f"{command.path} cannot be read ({fault.strerror}).") from fault
        known = {r.address for r in self._bench.store.source_records()}
        results: list[ImportedFeed] = []
        made: list[SourceRecord] = []
        for feed in listed.feeds:
            results.append(self._bring(feed, command, known, made))
            known.add(feed.address)
        self._bench.store.shelf.note_new(made)
        self._changed()
        self._bench.publish(SourcesChanged())
        return (*results, *(ImportedFeed("", "", "fault", why) for why in listed.faults))

    def take_out(self, path: Path) -> int:
        """Writes the feeds to an OPML file; returns how many. Raises NotFound in words."""
        records = [r for r in self._bench.store.source_records() if r.kind == "feed"]
        feeds = [opml.OpmlFeed(r.name, r.address) for r in records]
        listed = opml.write(f"Council Listener: {self._bench.council.short}", feeds)
        try:
            path.write_text(listed, encoding="utf-8")
        except OSError as fault:
            raise NotFound(f"{path} cannot be written ({fault.strerror}).") from fault
        return len(feeds)

    def _bring(
        self, feed: opml.OpmlFeed, command: ImportSources, known: set[str], made: list[SourceRecord]
    ) -> ImportedFeed:
        if feed.address in known:
            return ImportedFeed(feed.title, feed.address, "known", "it was there already")
        add = AddSource(feed.address, feed.title, None, command.allow_private, True)
        try:
            made.append(
                self._keep(add, Candidate(feed.address, feed.title, "posts", "", ()), False)
            )
        except Known as fault:
            return ImportedFeed(feed.title, feed.address, "fault", fault.sentence())
        return ImportedFeed(feed.title, feed.address, "added", "heard from the next poll on")

    def _probe(self, address: str) -> Answer:
        return self._web.fetch(address, accept="any")

    def _allow(self, address: str) -> None:
        allow_private(self._web, address)


def allow_private(web: Web, address: str) -> None:
    """Lets one loopback or private host and port be fetched."""
    parts = urlsplit(address if "://" in address else f"http://{address}")
    if parts.hostname:
        web.allow_also(parts.hostname, parts.port or (443 if parts.scheme == "https" else 80))


def _settle(done: Future[Any], came: object) -> None:
    if isinstance(came, Known):
        done.set_exception(came)
    else:
        done.set_result(came)


def _then(done: Future[Any], follow: Callable[[Any], object]) -> Future[Any]:
    """A future whose result, once followed up, settles `done`."""
    first: Future[Any] = Future()

    def settle(future: Future[Any]) -> None:
        try:
            done.set_result(follow(future.result()))
        except Known as fault:
            done.set_exception(fault)

    first.add_done_callback(settle)
    return first
