"""Who is told of each area, as kept: one row an area, whose every change can be taken back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, fields
from typing import Any

from sqlite_utils import Database

from listener.clock import Clock
from listener.council import Council
from listener.councilfile import shipped_contacts
from listener.handoff import AreaContact, Body
from listener.store import journal
from listener.store.asking import Asks
from listener.store.coding import dumps

_KNOWN = {f.name for f in fields(AreaContact)}


@dataclass(frozen=True, slots=True)
class AreaShelf:
    """Every verb is one transaction with its way back in the journal; on the engine's thread."""

    _writing: Callable[[], AbstractContextManager[Database]]
    _clock: Clock

    def put(self, contacts: Sequence[AreaContact], by: str, said: str) -> None:
        """Keeps contacts. said: what taking it back is called."""
        with self._writing() as db:
            before = [[c.area, _kept(db, c.area)] for c in contacts]
            for c in contacts:
                db.execute("INSERT OR REPLACE INTO area VALUES (?, ?)", [c.area, text_of(c)])
            now = self._clock()
            named = ", ".join(c.area for c in contacts[:3])
            more = "" if len(contacts) <= 3 else f" and {len(contacts) - 3} more"
            journal.tell(db, [0], now, by, f"changed who is told of {named}{more}")
            journal.write(db, now, by, said, also={"areas": before})

    def contacts(self, council: Council) -> tuple[AreaContact, ...]:
        """The contact of every area of a council, empty where none is known."""
        with self._writing() as db:
            return contacts_of(db, council)


def contacts_of(db: Asks, council: Council) -> tuple[AreaContact, ...]:
    """Every area's contact: ours in the order of the services, then the other bodies.

    An area without one has an empty contact. The sample town's are shipped with it.
    """
    found: dict[str, AreaContact] = {}
    for service in council.services:
        body: Body = "ours" if service.ours else "other"
        found.setdefault(service.told, AreaContact(service.told, body=body))
    if council.sample:
        found |= {c.area: c for c in shipped_contacts()}
    for name, data in db.execute("SELECT name, data FROM area ORDER BY name"):
        found[name] = contact_of(data)
    return tuple(sorted(found.values(), key=lambda c: c.body == "other"))


def text_of(contact: AreaContact) -> str:
    """A contact as JSON."""
    return dumps(asdict(contact))


def contact_of(text: str) -> AreaContact:
    """The contact that text_of wrote; what we no longer know is left out."""
    kept: Mapping[str, Any] = json.loads(text)
    made: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in kept.items()
        if name in _KNOWN
    }
    return AreaContact(**made)


def put_back(db: Database, before: Iterable[Sequence[Any]]) -> None:
    """The contacts as they were."""
    for name, data in before:
        db.execute("DELETE FROM area WHERE name = ?", [name])
        if data is not None:
            db.execute("INSERT INTO area VALUES (?, ?)", [name, data])


def _kept(db: Database, name: str) -> str | None:
    row = db.execute("SELECT data FROM area WHERE name = ?", [name]).fetchone()
    return None if row is None else str(row[0])
