"""`sources` and `poll`: what is listened to, and asking it now."""

from __future__ import annotations

import argparse
from pathlib import Path

from listener.cli.said import give, say, table, tell
from listener.commands import AddSource, ImportSources, Poll, RemoveSource
from listener.desk import Desk
from listener.errors import Known, NotFound, ProfileBusy
from listener.mention import PollReport
from listener.sources import opml


def add(desk: Desk, asked: argparse.Namespace) -> int:
    """Adds each address; 1 only where none could be."""
    if asked.name and len(asked.addresses) > 1:
        tell("--name goes with one address.")
        return 2
    added, faults = [], []
    for address in asked.addresses:
        command = AddSource(
            address, asked.name or "", asked.every, asked.allow_private, asked.unchecked
        )
        try:
            added += desk.ask(command).result()
        except Known as fault:
            faults.append(fault.sentence())
            tell(fault.sentence())
    if asked.json:
        give([{"name": a.name, "address": a.address} for a in added])
    else:
        for one in added:
            say(f"Added {one.name}: {one.address}")
    return 0 if added else 1


def list_all(desk: Desk, asked: argparse.Namespace) -> int:
    """Every source and its health in words."""
    reader = desk.reader()
    lines = reader.sources()
    reader.close()
    if asked.json:
        give(list(lines))
    elif not lines:
        say("There are no sources yet. Add one with `council-listener sources add ADDRESS`.")
    else:
        rows = [(s.name, str(s.total), s.health, s.says) for s in lines]
        table(("source", "kept", "health", "in words"), rows, (28, 5, 8))
    return 0


def check(desk: Desk, asked: argparse.Namespace) -> int:
    """Asks one source now; 1 where it failed."""
    reports: tuple[PollReport, ...] = desk.ask(Poll(True, (asked.name,))).result()
    _report(reports, asked.json)
    return 1 if any(r.status in ("error", "stopped") for r in reports) else 0


def remove(desk: Desk, asked: argparse.Namespace) -> int:
    """Stops hearing a source."""
    desk.ask(RemoveSource(asked.name)).result()
    _done(asked, f"{asked.name} is no longer heard. What it said is kept.")
    return 0


def _done(asked: argparse.Namespace, said: str) -> None:
    if asked.json:
        give({"done": said})
    else:
        say(said)


def bring_in(desk: Desk, asked: argparse.Namespace) -> int:
    """The feeds of an OPML file, with a result for each."""
    command = ImportSources(Path(asked.file), asked.allow_private, asked.unchecked)
    results = desk.ask(command).result()
    if asked.json:
        give(list(results))
    else:
        rows = [(r.title or r.address, r.status, r.why) for r in results]
        table(("feed", "result", "why"), rows, (36, 6))
        say(f"{sum(r.status == 'added' for r in results)} of {len(results)} added.")
    return 0


def take_out(desk: Desk, asked: argparse.Namespace) -> int:
    """Writes the feeds as OPML."""
    reader = desk.reader()
    feeds = [opml.OpmlFeed(s.name, s.address) for s in reader.sources() if s.kind == "feed"]
    title = f"Council Listener: {reader.council().short}"
    reader.close()
    target = Path(asked.file)
    try:
        target.write_text(opml.write(title, feeds), encoding="utf-8")
    except OSError as fault:
        raise NotFound(f"{target} cannot be written ({fault.strerror}).") from fault
    _done(asked, f"{len(feeds)} feeds written to {target}.")
    return 0


def poll(desk: Desk, asked: argparse.Namespace) -> int:
    """Asks what is due; a source that failed is listed and is no failure of the command."""
    if not asked.json:
        tell("Asking the sources …")
    _report(desk.ask(Poll(asked.all)).result(), asked.json)
    return 0


def polled_elsewhere(fault: ProfileBusy, asked: argparse.Namespace) -> int:
    """Another program holds the profile, and polls: that is no fault."""
    said = f"{fault.sentence()} is polling; nothing had to be done."
    if asked.json:
        give([])
    tell(said[0].upper() + said[1:])
    return 0


def _report(reports: tuple[PollReport, ...], as_json: bool) -> None:
    if as_json:
        give(list(reports))
        return
    if not reports:
        say("There are no sources yet.")
        return
    table(
        ("source", "status", "new", "why"),
        [(r.source, r.status, str(r.new), r.why) for r in reports],
        (30, 9, 5),
    )
    wrong = sum(r.status == "error" for r in reports)
    new = sum(r.new for r in reports)
    say(f"{new} new from {len(reports) - wrong} of {len(reports)} sources.")
