"""Reads who is told of each area from a table or a council's file, and writes the table."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from listener.errors import NotUnderstood
from listener.guarding import guarded, unguarded
from listener.handoff import AreaContact, ContactsRead
from listener.sources.plain import plain_line
from listener.sources.tables import Line, table_of
from rules.telling import clock_of, is_address
from rules.urgent import hours_fault

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "area": ("area", "service area", "service", "team", "department", "body", "who"),
    "name": ("desk", "name", "desk name", "contact", "contact name", "called"),
    "addresses": ("addresses", "address", "email", "e mail", "mail", "email address",
                  "email addresses", "mailbox", "to"),
    "deputy": ("deputy", "deputy address", "deputy email", "stands in", "backup", "escalation"),
    "hours": ("hours", "office hours", "opening hours", "open", "times open"),
    "out_of_hours": ("out of hours", "out of hours contact", "out of hours phone", "ooh",
                     "after hours", "emergency contact"),
    "phone": ("phone", "telephone", "tel", "number", "phone number"),
    "link": ("link", "url", "page", "web page", "public link", "report at", "website"),
    "digest_times": ("digest times", "digest time", "digests", "digest", "sent at"),
    "at_once": ("at once", "immediately", "straight away", "urgent categories"),
    "answer_within": ("answer within", "answer within hours", "reminder after", "sla hours"),
    "sensitive": ("sensitive", "second reader"),
    "other": ("other body", "another body", "not ours", "external"),
}  # fmt: skip
HEADING = (
    "area", "desk", "addresses", "deputy", "hours", "out of hours", "phone", "link",
    "digest times", "at once", "answer within", "sensitive", "other body",
)  # fmt: skip


def contacts_read(text: str, tabs: bool, areas: Iterable[str]) -> ContactsRead:
    """What a table says of contacts. Never raises for what it says.

    areas: those that there are; a row for another one is a fault, unless it says that it is
    another body's. Several addresses have a comma or a semicolon between them.
    """
    known = {a.casefold(): a for a in areas}
    try:
        table = table_of(text, tabs)
    except NotUnderstood as fault:
        return ContactsRead(faults=((0, fault.sentence()),))
    column, unused = _columns(table.names)
    if "area" not in column:
        has = ", ".join(n.strip() for n in table.names)[:200]
        return ContactsRead(faults=((0, f"The table has no column “area”; it has: {has}."),))
    made: dict[str, AreaContact] = {}
    faults: list[tuple[int, str]] = []
    for line in table.rows:
        found = _row(line, column, known)
        if isinstance(found, str):
            faults.append((line.number, found))
        elif found is not None and found.area in made:
            faults.append((line.number, f"{found.area} stands in the table twice."))
        elif found is not None:
            made[found.area] = found
    return ContactsRead(tuple(made.values()), tuple(faults), unused)


def _columns(names: Sequence[str]) -> tuple[Mapping[str, int], tuple[str, ...]]:
    plain = [re.sub(r"[^a-z]+", " ", n.lower()).strip() for n in names]
    at = {
        ours: plain.index(name)
        for ours, theirs in COLUMNS.items()
        if (name := next((t for t in theirs if t in plain), None)) is not None
    }
    used = set(at.values())
    return at, tuple(n.strip() for i, n in enumerate(names) if i not in used and n.strip())


def _row(
    line: Line, column: Mapping[str, int], known: Mapping[str, str]
) -> AreaContact | str | None:
    """A contact, why there is none, or None for an empty row."""
    if line.fault:
        return f"{line.fault}."
    given = {
        ours: unguarded(plain_line(line.cells[at])) if at < len(line.cells) else ""
        for ours, at in column.items()
    }
    if not any(given.values()):
        return None
    if not given["area"]:
        return "it gives no area."
    other = _yes(given.get("other", ""))
    area = known.get(given["area"].casefold(), given["area"] if other else "")
    if not area:
        return f"the council has no area called {given['area']}."
    times = _listed(given.get("digest_times", ""))
    within = given.get("answer_within", "")
    if within and not (within.isdigit() and 0 < int(within) <= 999):
        return f"“{within}” is no number of working hours."
    made = AreaContact(
        area,
        addresses=_listed(given.get("addresses", "")),
        name=given.get("name", ""),
        deputy=given.get("deputy", ""),
        hours=given.get("hours", ""),
        out_of_hours=given.get("out_of_hours", ""),
        phone=given.get("phone", ""),
        link=given.get("link", ""),
        digest_times=times or AreaContact(area).digest_times,
        at_once=_listed(given.get("at_once", ""), "[;|]") or AreaContact(area).at_once,
        answer_within=int(within) if within else AreaContact(area).answer_within,
        sensitive=_yes(given.get("sensitive", "")),
        body="other" if other else "ours",
    )
    return contact_fault(made) or tidy(made)


def contact_fault(contact: AreaContact) -> str:
    """What is wrong with a contact, in a sentence, or ""."""
    for address in (*contact.addresses, *contact.answers_from, *filter(None, (contact.deputy,))):
        if not is_address(address):
            return f"“{address}” is no mail address."
    if fault := hours_fault(contact.hours):
        return f"{fault}."
    for at in contact.digest_times:
        if clock_of(at) is None:
            return f"“{at}” is no time of a digest: write 09:00."
    if contact.link and not contact.link.startswith(("https://", "http://")):
        return "the public link begins with https://."
    if contact.standing and contact.sensitive:
        return "it has no standing instruction: two people read what goes to a sensitive area."
    if contact.answer_within < 1:
        return "an answer takes at least one working hour."
    return ""


def tidy(contact: AreaContact) -> AreaContact:
    """The same without spaces at the ends and nothing twice; times that can be read as HH:MM."""
    clocks = {t: clock_of(t) for t in contact.digest_times if t.strip()}
    times = sorted(f"{at:%H:%M}" if at else t for t, at in clocks.items())
    return replace(
        contact,
        addresses=_each(contact.addresses),
        name=" ".join(contact.name.split()),
        deputy=contact.deputy.strip(),
        hours=contact.hours.strip(),
        out_of_hours=contact.out_of_hours.strip(),
        phone=contact.phone.strip(),
        link=contact.link.strip(),
        digest_times=tuple(dict.fromkeys(times)),
        at_once=_each(contact.at_once),
        left=_each(contact.left),
        answers_from=_each(contact.answers_from),
        standing=" ".join(contact.standing.split()),
    )


def _each(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(w.strip() for w in words if w.strip()))


def contacts_text(contacts: Iterable[AreaContact]) -> str:
    """The contacts as a table that contacts_read reads again: RFC 4180, formula cells guarded."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADING)
    writer.writerows(_cells(c) for c in contacts)
    return out.getvalue()


def _cells(c: AreaContact) -> Iterator[str]:
    yield from map(
        guarded,
        (
            c.area, c.name, "; ".join(c.addresses), c.deputy, c.hours, c.out_of_hours, c.phone,
            c.link, "; ".join(c.digest_times), "; ".join(c.at_once), str(c.answer_within),
            "yes" if c.sensitive else "", "yes" if c.body == "other" else "",
        ),
    )  # fmt: skip


def _listed(text: str, between: str = "[;,|]") -> tuple[str, ...]:
    return tuple(dict.fromkeys(w.strip() for w in re.split(between, text) if w.strip()))


def _yes(text: str) -> bool:
    return text.strip().casefold() in ("yes", "y", "true", "1", "x", "other")
