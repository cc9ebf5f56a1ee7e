"""The council itself: its name, places, accounts, members and services, as one frozen record."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from rules.urgent import ApprovedReply, Duty


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A road, place, ward or junction on the council's list, with the names people use for it."""

    name: str
    kind: str  # road, place, ward, junction, postcode
    nicknames: tuple[str, ...] = ()
    ward: str = ""


@dataclass(frozen=True, slots=True)
class Service:
    """A category of service, as a row of the services table."""

    area: str
    category: str
    tier: str  # county/unitary, district/unitary, all, or "other: who"
    phrases: tuple[str, ...]
    flag: str = "normal"
    note: str = ""
    not_phrases: tuple[str, ...] = ()
    lgsl_id: str = ""

    @property
    def ours(self) -> bool:
        """False where another body does it and we only signpost."""
        return not self.tier.startswith("other")

    @property
    def told(self) -> str:
        """Who is told of it: our area, or the other body by its name."""
        return self.area if self.ours else self.tier.removeprefix("other").strip(" :") or self.area


@dataclass(frozen=True, slots=True)
class Member:
    """An elected member: name, handles, party. Their mentions are marked, never left out."""

    name: str
    handles: tuple[str, ...] = ()
    party: str = ""


@dataclass(frozen=True, slots=True)
class Consultation:
    """A named consultation, with the words that name it and its dates."""

    name: str
    words: tuple[str, ...]
    opens: date | None = None
    closes: date | None = None


@dataclass(frozen=True, slots=True)
class FalseClaim:
    """A claim known to be false, with the council's answer, its link, owner and review date."""

    claim: str
    words: tuple[str, ...]
    answer: str = ""
    link: str = ""
    owner: str = ""
    review: date | None = None


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day on which the council is shut, and why."""

    day: date
    name: str


@dataclass(frozen=True, slots=True)
class TableRead:
    """What was understood of a table, and line by line what was not; nothing is kept yet.

    places, services or members: as asked for, the others are empty. faults: a line as an editor
    counts it (from 1; 0 stands for the whole table) and a sentence. columns: those not used.
    """

    places: tuple[NamedPlace, ...] = ()
    services: tuple[Service, ...] = ()
    members: tuple[Member, ...] = ()
    faults: tuple[tuple[int, str], ...] = ()
    columns: tuple[str, ...] = ()

    @property
    def many(self) -> int:
        """How many rows were understood."""
        return len(self.places) + len(self.services) + len(self.members)


@dataclass(frozen=True, slots=True)
class Council:
    """What reading and routing need of one council. Picklable: it goes to the worker."""

    name: str
    short: str
    tier: str = "unitary"
    site: str = ""
    contact: str = ""  # an address for the user-agent, entered by the council
    handles: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    own_accounts: tuple[str, ...] = ()  # our own posts are not mentions
    members: tuple[Member, ...] = ()
    staff_words: tuple[str, ...] = ()
    neighbours: tuple[str, ...] = ()  # other towns and councils nearby
    parties: tuple[str, ...] = ()
    places: tuple[NamedPlace, ...] = ()
    services: tuple[Service, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    false_claims: tuple[FalseClaim, ...] = ()
    pre_election: tuple[date, date] | None = None  # first and last day, inclusive
    sample: bool = False
    duty: tuple[Duty, ...] = ()  # whom to ring about a possible danger
    approved_replies: tuple[ApprovedReply, ...] = ()


TIERS = ("unitary", "district", "county", "parish or town")
"""A unitary council may be called a city, a metropolitan or a London borough."""
_BEFORE = re.compile(r"^(?:(?:london|royal|metropolitan) )*(?:borough|city|county) of ", re.I)
_AFTER = re.compile(
    r"(?: (?:royal|metropolitan|borough|district|city|county|unitary|town|parish|council|authority"
    r"))+$",
    re.I,
)


def short_of(name: str) -> str:
    """The name that people most likely use: Larkford for Larkford District Council."""
    plain = " ".join(name.split())
    return _AFTER.sub("", _BEFORE.sub("", plain)) or plain


_DONE_BY = {"county/unitary": "the county council", "district/unitary": "the district council"}
_OTHERS = {
    "district": ("county/unitary",),
    "county": ("district/unitary",),
    "parish or town": tuple(_DONE_BY),
}


def for_tier(services: tuple[Service, ...], tier: str) -> tuple[Service, ...]:
    """The services as a council of this tier sees them: what another tier does is signposted."""
    others = _OTHERS.get(tier, ())
    return tuple(
        replace(s, tier=f"other: {_DONE_BY[s.tier]}") if s.tier in others else s for s in services
    )


def faults_of(council: Council) -> tuple[tuple[str, str], ...]:
    """What is wrong with a council's own fields: the field's name and a sentence, for each."""
    found: list[tuple[str, str]] = []
    if not council.name.strip():
        found.append(("name", "Please give the council's name."))
    if not council.short.strip():
        found.append(("short", "Please give the short name that people use."))
    if council.tier not in TIERS:
        found.append(("tier", f"“{council.tier}” is none of: {', '.join(TIERS)}."))
    if council.site and not council.site.startswith(("https://", "http://")):
        found.append(("site", "The site's address begins with https://."))
    if council.contact and not _mail_or_page(council.contact):
        found.append(("contact", "The contact is an e-mail address or begins with https://."))
    for field in ("handles", "hashtags"):
        spaced = [w for w in getattr(council, field) if " " in w]
        if spaced:
            found.append((field, f"“{spaced[0]}” holds a space: put one on each line."))
    return tuple(found)


def _mail_or_page(text: str) -> bool:
    before, at, after = text.partition("@")
    mail = bool(at and before and "." in after and " " not in text)
    return mail or text.startswith(("https://", "http://"))
