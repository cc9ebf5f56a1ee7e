"""What goes to a service and what comes back: areas, handoffs, digests, deliveries, responses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NewType

from listener.mention import MentionKey
from listener.spike import SpikeKey
from rules.replying import Reply
from rules.telling import Told

DigestKey = NewType("DigestKey", int)
DeliveryKey = NewType("DeliveryKey", int)
ResponseKey = NewType("ResponseKey", int)
LineKey = NewType("LineKey", int)

Body = Literal["ours", "other"]
Role = Literal["lead", "information"]
ResponseKind = Literal["ours", "not_ours", "in_hand", "finished"]
RESPONSES: Mapping[ResponseKind, str] = {
    "ours": "We'll deal with it",
    "not_ours": "Not for us",
    "in_hand": "Already in hand",
    "finished": "Finished",
}
"""What a service may answer, as its mail's links and our buttons say it."""


@dataclass(frozen=True, slots=True)
class AreaContact:
    """Who is told of a service area's affairs, where and when. Times are London's."""

    area: str
    addresses: tuple[str, ...] = ()
    name: str = ""  # of the desk, not of a person: "Highways duty desk"
    deputy: str = ""  # an address
    hours: str = ""  # as rules.urgent and Settings write them: "Mon-Fri 08:30-17:00"; "" is always
    out_of_hours: str = ""  # a phone number or an address
    phone: str = ""
    link: str = ""  # the public page where residents report it
    digest_times: tuple[str, ...] = ("09:00",)  # HH:MM, on working days
    at_once: tuple[str, ...] = ("spike",)  # spike, hazard, or names of categories
    answer_within: int = 24  # working hours until a reminder, then the deputy
    sensitive: bool = False  # no one-key forward, no quotes, ward at most, a second reader
    standing: str = ""  # the supervisor's standing instruction: who signed, when; "" is none
    body: Body = "ours"  # other: National Highways, water, a utility, buses
    left: tuple[str, ...] = ()  # addresses of those who have left: nothing goes there
    answers_from: tuple[str, ...] = ()  # answers count from these too; nothing is sent there

    @property
    def answering(self) -> frozenset[str]:
        """Every address that answers for the area, in small letters."""
        gone = {a.strip().casefold() for a in self.left}
        told = (*self.addresses, self.deputy, self.out_of_hours, *self.answers_from)
        return frozenset(c for a in told if "@" in a and (c := a.strip().casefold()) not in gone)


@dataclass(frozen=True, slots=True)
class ContactsRead:
    """What was understood of a table of contacts, and line by line what was not.

    faults: a line as an editor counts it (0 stands for the whole table) and a sentence. columns:
    those not used.
    """

    contacts: tuple[AreaContact, ...] = ()
    faults: tuple[tuple[int, str], ...] = ()
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Handoff:
    """One mention or one spike for one area."""

    key: int
    area: str
    role: Role
    category: str
    mention: MentionKey | None
    spike: SpikeKey | None
    because: str
    at: datetime
    by: str
    finished: str = ""  # how it was finished, "" while it is not
    held: str = ""  # why it is not told yet, in words: it waits for a second reader
    second: str = ""  # who read it besides, where the rule asks for that
    told: bool = False  # it stands in a digest
    moved: str = ""  # to which area an officer moved it; it is not told here any more


@dataclass(frozen=True, slots=True)
class Misroute:
    """How often in a month a rule sent something to an area that it was not for."""

    category: str
    area: str
    reason: str  # "the area said: not for us (water company)", "an officer moved it to Parking"
    many: int


DigestState = Literal["draft", "queued", "opened", "sent", "failed", "dropped"]
"""opened: as a draft in the council's own mail program, not known sent."""


@dataclass(frozen=True, slots=True)
class Digest:
    """Handoffs bundled for an area: what is written, and what became of it."""

    key: DigestKey
    token: str  # what its replies are known by; says nothing about its contents
    area: str
    spike: SpikeKey | None
    since: datetime
    until: datetime
    subject: str
    plain: str
    html: str
    csv: str  # the rest, as an attachment; "" where there is none
    state: DigestState
    at: datetime
    by: str
    to: tuple[str, ...] = ()
    mentions: tuple[MentionKey, ...] = ()
    acts: tuple[tuple[datetime, str, str], ...] = ()  # when, who, what was done with it
    twice: str = ""  # why a second person reads it before it goes


@dataclass(frozen=True, slots=True)
class DueDigest:
    """What an area is to be told now: of a spike, or of its period; and why now, in words."""

    area: str
    spike: SpikeKey | None
    because: str
    at_once: bool
    draft: DigestKey | None = None  # one that waits for an officer already


@dataclass(frozen=True, slots=True)
class EditedDigest:
    """A digest as an officer wrote it, and what to look at before it goes, in sentences."""

    digest: Digest
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Delivery:
    """One mail on its way, with its log in words, oldest first.

    unknown: the program or the line broke while the server may have been taking it. It is not
    sent again by itself.
    """

    key: DeliveryKey
    digest: DigestKey | None
    purpose: Literal["digest", "reminder", "line", "test"]
    to: tuple[str, ...]
    subject: str
    message_id: str
    way: Literal["smtp", "eml"]
    state: Literal["queued", "sending", "unknown", "sent", "opened", "failed", "bounced"]
    says: str  # what is so now and what happens next
    at: datetime
    log: tuple[tuple[datetime, str], ...] = ()
    faults: tuple[tuple[str, str], ...] = ()  # addresses that it did not reach, each with why
    next_at: datetime | None = None  # when it is tried again by itself
    draft: str = ""  # where its .eml lies, where this answer made one
    erased: bool = False  # its copy was erased with a post in it, so that it is not sent again


@dataclass(frozen=True, slots=True)
class Response:
    """What a service said about a digest."""

    key: ResponseKey
    digest: DigestKey | None
    spike: SpikeKey | None
    area: str
    kind: ResponseKind
    at: datetime
    by: str  # the address it came from, or the officer who typed it
    said: str = ""  # free text, for comms alone until somebody read it
    until: datetime | None = None
    whose: str = ""
    changed: str = ""  # signs, hours, words: what was changed
    read_by: str = ""
    action: Literal["", "fixed", "none"] = ""  # of what is finished: fixed, or no action


@dataclass(frozen=True, slots=True)
class Line:
    """One text that answers the many posts of a spike, by version."""

    key: LineKey
    spike: SpikeKey
    version: int
    text: str
    approver: str
    starts: datetime
    ends: datetime
    by: str
    at: datetime
    ended: bool = False
    used: tuple[MentionKey, ...] = ()
    same: bool = False  # it says what the version before said: nobody need be told again


@dataclass(frozen=True, slots=True)
class AreaState:
    """How an area stands: its contact's health and what waits for it, in words."""

    contact: AreaContact
    waiting: int  # handoffs not told yet
    due: datetime | None  # the next digest
    health: tuple[str, ...] = ()  # bounced, silent for 30 days, no deputy …
    open: int = 0  # told and not finished
    counts: Mapping[str, int] = field(default_factory=dict)
    told: Told = field(default_factory=lambda: Told((), "", ""))
    """Who is told now of what cannot wait, with the reason."""

    @property
    def unreached(self) -> bool:
        """Whether something waits for it that nobody can be written to about."""
        return bool(self.waiting and self.health and self.health[0].startswith("No address"))


@dataclass(frozen=True, slots=True)
class Recorded:
    """A response as kept, and what followed from it, in words."""

    response: Response
    follows: str
    waits: bool = False  # for the officer to say whose it is


@dataclass(frozen=True, slots=True)
class WaitingAnswer:
    """A mail about a digest that counts once the officer says so. why: in words."""

    key: int
    digest: DigestKey | None
    spike: SpikeKey | None
    area: str
    kind: ResponseKind | None  # None: which answer it is cannot be read
    by: str  # the address that it came from
    at: datetime
    said: str
    why: str
    until: datetime | None = None
    whose: str = ""
    changed: str = ""
    action: Literal["", "fixed", "none"] = ""


@dataclass(frozen=True, slots=True)
class MailTaken:
    """What became of one mail of the responses mailbox, in words.

    counts: an answer of a service. waits: for the officer. alone: not ours, it stays where it is.
    """

    subject: str
    by: str
    what: Literal["counts", "waits", "auto", "bounce", "copy", "alone", "known"]
    says: str


@dataclass(frozen=True, slots=True)
class MailboxRead:
    """One look into the responses mailbox: mails oldest first, and how many of each kind."""

    mails: tuple[MailTaken, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MailboxState:
    """How the responses mailbox stands: when it was last read, and why it cannot be, or ""."""

    read_at: datetime | None = None
    fault: str = ""
    alone: int = 0  # mails that were left alone since it is read


@dataclass(frozen=True, slots=True)
class Overdue:
    """A digest without the answer that it should have by now, and what is done about it.

    step: as rules.chasing has it. sent, due: UTC; sent is None where it is not known to have gone.
    """

    digest: DigestKey
    area: str
    spike: SpikeKey | None
    subject: str
    sent: datetime | None
    due: datetime | None
    step: str
    says: str


@dataclass(frozen=True, slots=True)
class LinePost:
    """One post of a spike that a line may answer. told: not, current, or old: it changed since."""

    key: MentionKey
    text: str  # shortened
    url: str
    source: str
    channel: str
    said: datetime  # when it was published, else heard; UTC
    told: Literal["not", "current", "old"]
    version: int  # of the line that it was answered with last; 0 for none
    decided: str  # the outcome that stands decided, or ""
    urgent: bool = False  # a possible danger gets no line


@dataclass(frozen=True, slots=True)
class LineUsed:
    """What came of answering posts with a line. left_out: which were not answered, and why.

    told: the mail to the contact centre, sent when the line is first used; fault: why there is none
    where there should be.
    """

    line: Line
    replies: tuple[Reply, ...]
    left_out: tuple[tuple[MentionKey, str], ...] = ()
    told: Delivery | None = None
    fault: str = ""
