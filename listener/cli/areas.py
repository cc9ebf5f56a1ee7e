"""`areas` and `works`: who is told, how that stands, and the calendar of known works and events."""

from __future__ import annotations

import argparse
from pathlib import Path

from listener.cli.said import give, say, table, tell
from listener.clock import LONDON, utc_now
from listener.commands import ExportContacts, ImportContacts, ImportWorks
from listener.desk import Desk
from listener.errors import NotUnderstood
from listener.handoff import AreaState, ContactsRead
from listener.spike import KnownWork, WorksRead


def list_areas(desk: Desk, asked: argparse.Namespace) -> int:
    """Every area: who is told, what waits, and what is wrong with its contact."""
    reader = desk.reader()
    states = reader.areas()
    reader.close()
    if asked.json:
        give([_state(s) for s in states])
        return 0
    rows = [
        (s.contact.area, ", ".join(s.contact.addresses) or s.contact.phone or "nobody",
         str(s.waiting), s.health[0] if s.health else "well")
        for s in states
    ]  # fmt: skip
    table(("area", "who is told", "waits", "how it stands"), rows, (30, 34, 5))
    return 0


def _state(state: AreaState) -> dict[str, object]:
    c = state.contact
    return {
        "area": c.area, "name": c.name, "body": c.body, "addresses": c.addresses,
        "deputy": c.deputy, "hours": c.hours, "out_of_hours": c.out_of_hours, "phone": c.phone,
        "link": c.link, "digest_times": c.digest_times, "at_once": c.at_once,
        "answers_from": c.answers_from, "sensitive": c.sensitive, "standing": c.standing or None,
        "waiting": state.waiting, "due": state.due, "open": state.open, "health": state.health,
    }  # fmt: skip


def bring_contacts(desk: Desk, asked: argparse.Namespace) -> int:
    """A table of contacts, with a result for each row; 1 where not one could be taken."""
    found: ContactsRead = desk.ask(ImportContacts(Path(asked.file))).result()
    if asked.json:
        give(found)
    else:
        say(f"{len(found.contacts)} contacts kept, {len(found.faults)} faulty rows.")
        _unused(found.columns)
        if found.faults:
            table(("line", "why"), [(str(n), why) for n, why in found.faults[:50]], (8,))
    return 0 if found.contacts else 1


def take_contacts(desk: Desk, asked: argparse.Namespace) -> int:
    """Every area's contact, as CSV."""
    many = desk.ask(ExportContacts(Path(asked.file))).result()
    if asked.json:
        give({"file": asked.file, "contacts": many})
    else:
        tell(f"{many} contacts written to {asked.file}.")
    return 0


def bring_works(desk: Desk, asked: argparse.Namespace) -> int:
    """A table of works or events, with a result for each row; 1 where not one could be taken."""
    command = ImportWorks(Path(asked.file), tuple(map(_pair, asked.column)), asked.kind)
    found: WorksRead = desk.ask(command).result()
    taken = len(found.rows) - found.many("fault")
    if asked.json:
        give(found)
        return 0 if taken or not found.rows else 1
    say(
        f"{found.many('new')} new, {found.many('changed')} changed, {found.many('same')} as they "
        f"were, {found.many('fault')} faulty rows."
    )
    say("Columns: " + ", ".join(f"{ours} = {theirs}" for ours, theirs in found.columns) + ".")
    _unused(found.unused)
    faults = [(str(r.line), r.says) for r in found.rows if r.state == "fault"]
    if faults:
        table(("line", "why"), faults[:50], (8,))
    return 0 if taken or not found.rows else 1


def _pair(text: str) -> tuple[str, str]:
    ours, between, theirs = text.partition("=")
    if not between:
        raise NotUnderstood(f"--column takes OURS=THEIRS, such as street=Location, not {text}.")
    return ours.strip().lower(), theirs.strip()


def list_works(desk: Desk, asked: argparse.Namespace) -> int:
    """What is on the calendar and not over."""
    reader = desk.reader()
    works = [w for w in reader.works() if asked.all or w.ends >= utc_now()]
    reader.close()
    if asked.json:
        give(works)
    elif not works:
        say("Nothing is on the calendar. Bring a file in with `works import FILE`.")
    else:
        rows = [(w.street, _when(w), w.reference, w.sentence) for w in works]
        table(("street or place", "when", "reference", "what"), rows, (26, 17, 12))
    return 0


def _when(work: KnownWork) -> str:
    first, last = (at.astimezone(LONDON) for at in (work.starts, work.ends))
    return f"{first.day} {first:%b} to {last.day} {last:%b}"


def _unused(columns: tuple[str, ...]) -> None:
    if columns:
        say(f"Columns not used: {', '.join(columns)}.")
