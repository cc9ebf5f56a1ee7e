"""What officers do about areas: who is told, what goes to further areas, whom they rang."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from listener import commands as c
from listener import contactfile
from listener.bench import Bench
from listener.contactfile import contact_fault, contacts_text, tidy
from listener.counciltables import file_text
from listener.errors import NotFound, NotUnderstood
from listener.events import AreasChanged
from listener.handoff import AreaContact, ContactsRead


class Areas:
    """Lives on the engine's thread."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    def verbs(self) -> dict[type, Callable[[Any], object]]:
        """Each command that is done here."""
        return {
            c.SetArea: self.set_area,
            c.ReadContacts: self.read,
            c.ImportContacts: self.bring_in,
            c.ExportContacts: self.take_out,
        }

    def set_area(self, command: c.SetArea) -> AreaContact:
        """Who is told of an area from now on. Raises NotUnderstood."""
        contact = command.contact
        if contact.area not in {k.area for k in self._contacts()} and contact.body == "ours":
            raise NotUnderstood(
                f"The council has no area called {contact.area}. Nothing was changed."
            )
        made = tidy(contact)
        if fault := contact_fault(made):
            raise NotUnderstood(f"{fault[:1].upper()}{fault[1:]} Nothing was changed.")
        self._keep((made,), command.by, f"who is told of {made.area} is what it was")
        return made

    def read(self, command: c.ReadContacts) -> ContactsRead:
        """What is understood of a table; nothing is kept."""
        return contactfile.contacts_read(
            file_text(command.path),
            command.path.suffix.lower() == ".tsv",
            [k.area for k in self._contacts()],
        )

    def bring_in(self, command: c.ImportContacts) -> ContactsRead:
        """Keeps the rows that are understood; those that are not are told, and change nothing."""
        found = self.read(c.ReadContacts(command.path))
        before = {k.area: k for k in self._contacts()}
        kept = tuple(_with_kept(k, before.get(k.area)) for k in found.contacts)
        found = replace(found, contacts=kept)
        if found.contacts:
            said = f"the contacts of {len(found.contacts)} areas are what they were"
            self._keep(found.contacts, command.by, said)
        return found

    def take_out(self, command: c.ExportContacts) -> int:
        """Writes every area's contact as CSV."""
        contacts = self._contacts()
        try:
            with command.path.open("w", encoding="utf-8-sig", newline="") as out:
                out.write(contacts_text(contacts))
        except OSError as fault:
            raise NotFound(f"{command.path} cannot be written ({fault.strerror}).") from fault
        return len(contacts)

    def _keep(self, contacts: tuple[AreaContact, ...], by: str, said: str) -> None:
        self._bench.store.areas.put(contacts, by or self._bench.settings.officer, said)
        self._bench.publish(AreasChanged())

    def _contacts(self) -> tuple[AreaContact, ...]:
        return self._bench.store.areas.contacts(self._bench.council)


def _with_kept(new: AreaContact, before: AreaContact | None) -> AreaContact:
    """A contact from a table with what no table says: who left, who answers, what is signed."""
    if before is None:
        return new
    signed = "" if new.sensitive else before.standing
    return replace(new, left=before.left, standing=signed, answers_from=before.answers_from)
