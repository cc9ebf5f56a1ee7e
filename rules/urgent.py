"""Urgent: whose number comes first, how the clock stands, and what a card of danger holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal

from rules.workclock import OFFICE, Office
from rules.worktime import is_working_day

REVIEW = timedelta(days=7)  # after which somebody looks whether a hold is still needed
Way = Literal["passed_on", "nobody_at_risk"]


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty contact. hours: "09:00-17:00", "Mon-Sat 08:00-20:00", "always", or "" (office)."""

    role: str  # an id of the guide's roles
    name: str = ""
    phone: str = ""
    hours: str = ""  # "" stands for the office hours
    out_of_hours: str = ""


@dataclass(frozen=True, slots=True)
class ApprovedReply:
    """A reply to one type of danger that the safeguarding lead approved, and when."""

    type: str
    text: str
    by: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A number that is the same in the whole country. check: look it up before you rely on it."""

    id: str
    who: str
    number: str
    why: str
    check: bool = True


@dataclass(frozen=True, slots=True)
class Role:
    """A duty contact that every council needs, and what for."""

    id: str
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class DangerCard:
    """What to do about one type of possible danger."""

    type: str
    title: str
    grade: str
    ring: tuple[str, ...]  # ids of lines
    duty: tuple[str, ...]  # ids of roles, the nearest first
    do: tuple[str, ...]
    save: tuple[str, ...]
    never: tuple[str, ...]
    distressing: Literal["", "sure", "always"] = ""  # hidden only where we are sure of the type?
    reply: Literal["none", "offered", "threat"] = "none"


@dataclass(frozen=True, slots=True)
class Guide:
    """Everything that we ship about urgent mentions."""

    lines: tuple[Line, ...]
    roles: tuple[Role, ...]
    cards: tuple[DangerCard, ...]
    graphic: tuple[str, ...]  # words that may distress whoever reads them
    allegations: tuple[str, ...]
    staff: tuple[str, ...]
    wellbeing: str

    def card(self, name: str, grade: str = "person") -> DangerCard:
        """The card of a type; for one that is not known, the one for any person or hazard."""
        wanted = name.replace(" ", "_")
        known = {c.type: c for c in self.cards}
        return known.get(wanted) or known["hazard" if grade == "hazard" else "person"]

    def hides(self, name: str, text: str, sure: bool = True) -> bool:
        """Whether a text is kept out of sight until somebody wants to read it.

        sure: whether we are sure of its type. A school bus that is late is no child at risk, and
        hiding it helps nobody; what may be self-harm is hidden all the same.
        """
        known = {c.type: c for c in self.cards}
        card = known.get(name.replace(" ", "_"))
        if card is not None and (card.distressing == "always" or (sure and card.distressing)):
            return True
        said = _flat(text)
        return any(_in(w, said) for w in self.graphic)


@dataclass(frozen=True, slots=True)
class Ring:
    """One number to ring; number is "" where the council has not filled it in."""

    who: str
    number: str
    note: str = ""  # when it answers
    name: str = ""
    why: str = ""
    check: bool = False
    now: bool = True  # False: another number of the same desk answers at this hour

    @property
    def missing(self) -> bool:
        """Whether the council has still to fill it in."""
        return not self.number


@dataclass(frozen=True, slots=True)
class Mark:
    """What a list shows of a possible danger: its type, its clock, who looks at it."""

    type: str
    due: datetime | None  # UTC; None where it has no clock
    looking: str = ""
    looked_at: datetime | None = None
    hidden: bool = False  # its text may distress
    held: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """Something that was done about a possible danger: looking, rang, gave, replied, silence."""

    kind: str
    by: str
    at: datetime
    what: str


@dataclass(frozen=True, slots=True)
class Hold:
    """Why a mention is kept whatever happens to it elsewhere, and when that is reviewed."""

    by: str
    at: datetime
    why: str
    review: datetime


@dataclass(frozen=True, slots=True)
class WayOut:
    """How a mention left Urgent: passed on, or read by somebody who says that nobody is at risk."""

    way: Way
    by: str
    at: datetime
    whom: str = ""
    how: str = ""
    told_at: datetime | None = None
    reference: str = ""
    reason: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that the urgent card of one mention shows."""

    guide: Guide
    mark: Mark
    contacts: tuple[Duty, ...] = ()
    replies: tuple[ApprovedReply, ...] = ()
    acts: tuple[Act, ...] = ()
    hold: Hold | None = None
    ways: tuple[WayOut, ...] = ()
    restricted: str = ""
    own_page: bool = False
    office: Office = OFFICE  # when the council works: who gives no hours keeps these


@dataclass(frozen=True, slots=True)
class Alarms:
    """What waits in Urgent with nobody looking at it; first: the one that is needed soonest."""

    waiting: tuple[datetime, ...] = ()  # when each clock runs out, UTC, the soonest first
    first: int | None = None
    loud: int = 0  # of these, how many came while we listened: a first fetch makes no sound
    missing: tuple[str, ...] = ()  # duty contacts that are not filled in
    reviews: int = 0  # holds whose review is due


_HOURS = re.compile(
    r"(?:(?P<first>mon|tue|wed|thu|fri|sat|sun)[a-z]*\s*[-–]\s*(?P<last>mon|tue|wed|thu|fri|sat|sun)"
    r"[a-z]*\s+)?(?P<opens>\d{1,2}:\d\d)\s*[-–]\s*(?P<shuts>\d{1,2}:\d\d)",
    re.I,
)
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def hours_fault(hours: str) -> str:
    """Why hours cannot be read, in words, or "" where they can."""
    if hours.strip().casefold() in ("", "always") or _times(hours) is not None:
        return ""
    return f"“{hours}” are no hours: write 09:00-17:00, Mon-Sat 08:00-20:00 or always"


def open_now(
    hours: str,
    local: datetime,
    office: Office = OFFICE,
) -> bool:
    """Whether somebody answers now (local, aware). No hours given: the office hours hold.

    Without days they are working days; with days, every such day that is no bank holiday.
    """
    said = hours.strip().casefold()
    if said == "always":
        return True
    times = _times(hours)
    if times is None:
        day = office.hours[local.weekday()]
        open_ = day is not None and day[0] <= local.time() < day[1]
        return open_ and local.date() not in office.holidays
    days, opens, shuts = times
    if not opens <= local.time() < shuts:
        return False
    if not days:
        return is_working_day(local.date(), office.holidays, office.hours)
    return _DAYS[local.weekday()] in days and local.date() not in office.holidays


def _times(hours: str) -> tuple[Sequence[str], time, time] | None:
    found = _HOURS.fullmatch(hours.strip())
    if found is None:
        return None
    try:
        opens, shuts = (_clock(found[end]) for end in ("opens", "shuts"))
    except ValueError:
        return None
    if shuts <= opens:
        return None
    if not found["first"]:
        return (), opens, shuts
    first, last = (_DAYS.index(found[end].lower()) for end in ("first", "last"))
    many = (last - first) % 7 + 1
    return tuple(_DAYS[(first + n) % 7] for n in range(many)), opens, shuts


def _clock(text: str) -> time:
    hour, minute = text.split(":")
    return time(int(hour), int(minute))


def to_ring(
    guide: Guide,
    card: DangerCard,
    contacts: Sequence[Duty],
    local: datetime,
    office: Office = OFFICE,
) -> tuple[Ring, ...]:
    """Whom to ring now, in order: 999, the council's own by the hour, then the other lines."""
    lines = {line.id: line for line in guide.lines}
    national = [_national(lines[name]) for name in card.ring if name in lines]
    first = [r for r in national if r.number == "999"]
    titles = {role.id: role for role in guide.roles}
    own = [
        ring
        for role in card.duty
        if role in titles
        for ring in _own(titles[role], [c for c in contacts if c.role == role], local, office)
    ]
    return (*first, *own, *(r for r in national if r.number != "999"))


def _national(line: Line) -> Ring:
    return Ring(line.who, line.number, why=line.why, check=line.check)


def _own(role: Role, contacts: Sequence[Duty], local: datetime, office: Office) -> list[Ring]:
    rings: list[Ring] = []
    for c in contacts:
        day = Ring(role.title, c.phone, f"in hours: {c.hours or 'office hours'}", c.name, role.why)
        night = Ring(role.title, c.out_of_hours, "out of hours", c.name, role.why)
        both = (day, night) if open_now(c.hours, local, office) else (night, day)
        if c.phone == c.out_of_hours or c.hours.strip().casefold() == "always":
            both = (replace(day, note="at any hour"),) * 2
        filled = [ring for ring in dict.fromkeys(both) if ring.number]
        rings += [replace(ring, now=at == 0) for at, ring in enumerate(filled)]
    return rings or [Ring(role.title, "", why=role.why)]


def missing_contacts(roles: Iterable[Role], contacts: Sequence[Duty]) -> tuple[str, ...]:
    """The duty contacts that have no number in hours or out of hours, in words."""
    found: list[str] = []
    for role in roles:
        mine = [c for c in contacts if c.role == role.id]
        always = any(c.hours.strip().casefold() == "always" and c.phone for c in mine)
        if not any(c.phone or c.out_of_hours for c in mine):
            found.append(role.title)
        elif not any(c.phone for c in mine):
            found.append(f"{role.title} (in hours)")
        elif not always and not any(c.out_of_hours for c in mine):
            found.append(f"{role.title} (out of hours)")
    return tuple(found)


def clock_words(due: datetime, now: datetime) -> str:
    """How an urgent clock stands, in real time: `11 min left`, `late 4 min`, `late 2 h 5 min`."""
    if now >= due:
        late = span_words(now - due)
        return f"late {late}" if late else "due now"
    # Rounded up: with 30 seconds to go there is still "1 min left".
    return f"{span_words(due - now + timedelta(seconds=59))} left"


def span_words(span: timedelta) -> str:
    """A span in whole minutes: `4 min`, `2 h 5 min`, `3 days`; "" under a minute."""
    minutes = int(span.total_seconds() // 60)
    if minutes < 1:
        return ""
    if minutes < 60:
        return f"{minutes} min"
    if minutes < 48 * 60:
        rest = f" {minutes % 60} min" if minutes % 60 else ""
        return f"{minutes // 60} h{rest}"
    return f"{minutes // (24 * 60)} days"


def review_words(hold: Hold, now: datetime) -> str:
    """What becomes of a hold, in words."""
    if now >= hold.review:
        days = max(1, (now - hold.at) // timedelta(days=1))
        return f"On hold for {days} days: look whether it is still needed, then keep or end it."
    days = -((now - hold.review) // timedelta(days=1))
    return f"Reviewed in {days} day{'s' if days != 1 else ''}."


def way_words(way: WayOut, when: str) -> str:
    """A way out as the history and the decision's note have it. when: the time told, in words."""
    if way.way == "nobody_at_risk":
        return f"Read, nobody at risk{f': {way.reason}' if way.reason else ''}"
    said = f"Passed on to {way.whom} by {way.how}, {when}"
    return f"{said}, reference {way.reference}" if way.reference else said


def restricted_because(
    guide: Guide, text: str, members: Mapping[str, str], staff: Iterable[str], sensitive: str
) -> str:
    """Why a mention may hold an allegation about somebody identifiable, or "".

    members: words that name one (name, handle), each with who that is. staff: the council's words
    for its people. sensitive: the name of a sensitive service it was read as, or "".
    """
    said = _flat(text)
    named = next((w for w in (*members, *staff) if _in(w, said)), "")
    alleged = next((w for w in guide.allegations if _in(w, said)), "")
    if not named and alleged:  # "my carer" names nobody by itself: it takes an allegation
        named = next((w for w in guide.staff if _in(w, said)), "")
    if not named or not (alleged or sensitive):
        return ""
    about = f"says “{alleged}”" if alleged else f"was read as {sensitive}"
    return f"Restricted: not for service digests. It names “{named}” and {about}; you judge."


def _flat(text: str) -> str:
    """Words in small letters with one space around each, so that whole words are found."""
    return f" {re.sub(r'[^a-z0-9@_]+', ' ', text.casefold()).strip()} "


def _in(words: str, said: str) -> bool:
    flat = _word(words)
    return bool(flat.strip()) and flat in said


@lru_cache(maxsize=4096)  # a council with all its members has some hundreds
def _word(words: str) -> str:
    return _flat(words)
