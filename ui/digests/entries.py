"""What stands in the list of digests: due, written, on their way, and those that went."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from listener.handoff import Delivery, Digest, DigestKey, DueDigest
from ui import words
from ui.doors import ReaderDoor
from ui.tongue import said_later, tr

Part = Literal["due", "draft", "way", "done"]
PARTS: Mapping[Part, str] = dict(said_later((
    ("due", "Due now"), ("draft", "Written, not due"), ("way", "On their way"), ("done", "Went"),
)))  # fmt: skip
TROUBLE = ("unknown", "failed", "bounced")
"""Mails that a person has to look at."""
NEWEST = 60  # of those that went
STATES: Mapping[str, tuple[str, str, str]] = {
    name: (shape, word, colour)
    for name, shape, word, colour in said_later((
        ("draft", "✎", "draft", "grey"), ("queued", "◷", "in the queue", "blue"),
        ("sending", "◷", "being sent", "blue"),
        ("unknown", "?", "not known whether it went", "amber"),
        ("opened", "◇", "opened as a draft, not known sent", "amber"),
        ("sent", "✓", "went", "green"), ("failed", "!", "not sent", "red"),
        ("bounced", "!", "came back", "red"), ("dropped", "×", "dropped", "grey"),
        ("due", "●", "not written yet", "amber"),
    ))
}  # fmt: skip
"""For each state its shape, its word and the colour of its chip."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list: a digest that is due and not written, a digest, or another mail."""

    part: Part
    due: DueDigest | None = None
    digest: Digest | None = None
    mails: tuple[Delivery, ...] = ()  # the newest first

    @property
    def name(self) -> tuple[str, object]:
        """What it is known by when the list is read again."""
        if self.digest is not None:
            return "digest", self.digest.key
        if self.due is not None:
            return "due", (self.due.area, self.due.spike)
        return "mail", self.mails[0].key

    @property
    def mail(self) -> Delivery | None:
        """Its own mail, the newest; a digest's reminders are others."""
        own = (m for m in self.mails if self.digest is None or m.purpose == "digest")
        return next(own, None)

    @property
    def state(self) -> str:
        """How it stands: as its mail does, where it has one."""
        if self.mail is not None and (self.digest is None or self.digest.state != "draft"):
            return self.mail.state
        return self.digest.state if self.digest is not None else "due"

    @property
    def area(self) -> str:
        """Whose it is."""
        if self.digest is not None:
            return self.digest.area
        return self.due.area if self.due is not None else ", ".join(self.mails[0].to)

    @property
    def title(self) -> str:
        """What it says it is about."""
        if self.digest is not None:
            return self.digest.subject
        return self.due.because if self.due is not None else self.mails[0].subject

    @property
    def troubled(self) -> bool:
        """Whether a person has to look at a mail of it."""
        return any(m.state in TROUBLE for m in self.mails)


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the list is made of, read in one go."""

    due: tuple[DueDigest, ...]
    digests: tuple[Digest, ...]
    mails: tuple[Delivery, ...]
    way: str  # eml or smtp, as the settings say
    server: bool  # whether a mail server is set

    def entries(self) -> tuple[Entry, ...]:
        """In the order of the list."""
        return entries(self.due, self.digests, self.mails)


def shelf(reader: ReaderDoor) -> Shelf:
    """Reads it."""
    kept = reader.settings()
    return Shelf(
        reader.due_digests(), reader.digests(most=300), reader.outbox.deliveries(most=300),
        kept.mail_way, bool(kept.mail_host and kept.mail_from),
    )  # fmt: skip


def entries(
    due: Sequence[DueDigest], digests: Sequence[Digest], mails: Sequence[Delivery]
) -> tuple[Entry, ...]:
    """What is due first, then what waits for a person, then what went, the newest first."""
    of: dict[DigestKey, list[Delivery]] = {}
    for mail in mails:
        if mail.digest is not None:
            of.setdefault(mail.digest, []).append(mail)
    why = {d.draft: d for d in due if d.draft is not None}
    made = [Entry("due", d) for d in due if d.draft is None]
    for digest in digests:
        entry = Entry("due", why.get(digest.key), digest, tuple(of.get(digest.key, ())))
        made.append(Entry(_part(entry), entry.due, digest, entry.mails))
    others = [Entry("way", mails=(m,)) for m in mails if m.digest is None]
    made += [e if e.state != "sent" else Entry("done", mails=e.mails) for e in others]
    order: tuple[Part, ...] = ("due", "draft", "way", "done")
    done = [e for e in made if e.part == "done"][:NEWEST]
    return tuple(e for p in order for e in (done if p == "done" else made) if e.part == p)


def _part(entry: Entry) -> Part:
    assert entry.digest is not None
    if entry.digest.state == "draft":
        return "due" if entry.due is not None else "draft"
    if entry.digest.state in ("sent", "dropped") and not entry.troubled:
        return "done"
    return "way"


def due_words(many: int, troubled: bool) -> str:
    """What stands at the rail: `2 due`, with a mark where a mail did not go."""
    told = tr("{many} due", many=many) if many else ""
    return f"{told} !".strip() if troubled else told


def row(entry: Entry) -> tuple[str, str]:
    """The two lines of an entry: whose and how it stands; what it is about."""
    shape, word, _ = STATES[entry.state]
    return f"{shape} {words.line(entry.area)} · {tr(word)}", words.line(entry.title)


def sentence(entry: Entry, now: datetime) -> str:
    """The same for a screen reader, with when."""
    at = entry.digest.at if entry.digest is not None else None
    told = [entry.area, tr(STATES[entry.state][1]), words.line(entry.title)]
    if at is not None:
        told.append(words.when(at, now))
    if entry.due is not None and entry.digest is not None:
        told.append(words.line(entry.due.because))
    return ". ".join(told)


def log_lines(entry: Entry, now: datetime) -> list[str]:
    """What became of a digest and its mails, in words, oldest first."""
    steps: list[tuple[datetime, str]] = []
    if entry.digest is not None:
        steps += [(at, f"{by}: {what}") for at, by, what in entry.digest.acts]
    for mail in entry.mails:
        kind = tr("Reminder: ") if mail.purpose == "reminder" else ""
        steps += [(at, kind + what) for at, what in mail.log]
    return [f"{words.when(at, now)} · {what}" for at, what in sorted(steps, key=lambda s: s[0])]
