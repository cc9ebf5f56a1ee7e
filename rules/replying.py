"""What stands before a reply: whether we may, who reads it first, what is still to be filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

REPLIES = ("answer", "correct", "join_in", "signpost", "neutral_line")
"""The outcomes that are a reply."""

WATCHED = ("sensitive", "political", "legal")
"""Flags of a service whose every reply is read by a second person."""
DELICATE = (*WATCHED, "safeguarding", "vulnerable", "election", "police", "consultation")
"""Flags of a service where putting somebody right, or a word on house rules, is read twice."""

# waits: for a second reader. back: sent back by them. read: by them, and it may go. copied: on its
# way, not known posted. withdrawn: it never went.
State = Literal["waits", "back", "read", "copied", "posted", "withdrawn"]
OPEN: tuple[State, ...] = ("waits", "back", "read", "copied")
"""The states in which a reply still wants something of somebody."""


@dataclass(frozen=True, slots=True)
class ReplyStep:
    """One thing that was done with a reply: when (UTC) and by whom; a link, or why, where given."""

    state: State
    by: str
    at: datetime
    link: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """What we said, or are about to, in answer to a mention; steps: what was done with it since."""

    key: int
    mention: int
    source: str  # the name of the source where it was said
    text: str
    by: str
    at: datetime
    outcome: str
    service: str
    why: str  # a second person reads it first; "" where none need
    steps: tuple[ReplyStep, ...]

    @property
    def state(self) -> State:
        """Where it stands."""
        return self.steps[-1].state

    @property
    def last(self) -> ReplyStep:
        """What was done with it last."""
        return self.steps[-1]


@dataclass(frozen=True, slots=True)
class Template:
    """A reply to begin with; fields in curly brackets are filled in. tone: of the mention."""

    name: str
    outcomes: tuple[str, ...]
    tone: str  # annoyed, pleased, or any
    text: str


@dataclass(frozen=True, slots=True)
class Consideration:
    """One thing to weigh before a reply. sees: name or link, where a draft shows it; else ""."""

    what: str
    means: str
    sees: str = ""


@dataclass(frozen=True, slots=True)
class Advice:
    """What an officer has before them: the considerations, the house rules, the templates."""

    considerations: tuple[Consideration, ...]
    house_rules: tuple[str, ...]
    templates: tuple[Template, ...]


def may_reply(
    *,
    outcome: str,
    urgent: bool = False,
    flag: str = "normal",
    threat: bool = False,
    hold: str = "",
) -> str:
    """Why no reply is written now, or "" where one may be.

    outcome: what the reply would be. urgent: a possible danger that waits for, or was passed on to,
    whoever deals with it. flag: of the service concerned. hold: what a hold on publicity says of
    this outcome, "" where there is none.
    """
    if urgent:
        return (
            "A possible danger gets no public reply: pass it on first. Whoever deals with it "
            "says what is said."
        )
    if threat:
        return "Threats get no reply. Keep it, and tell the police."
    if flag == "safeguarding":
        return (
            "It may be about somebody's safety: the duty team deals with it, and no case is "
            "spoken of in public. If it is not, correct the service first (C, then S)."
        )
    if hold:
        return hold
    return ""


def second_reader(outcome: str, flag: str) -> str:
    """Why a second person reads this reply before it goes, or "" where none need."""
    if flag in WATCHED:
        return f"the service is marked {flag}"
    if outcome == "neutral_line":
        return "it is party political, or close to an election"
    if outcome in ("correct", "moderate") and flag in DELICATE:
        doing = "corrects somebody" if outcome == "correct" else "is about house rules"
        return f"it {doing}, and the service is marked {flag}"
    return ""


def may_read(reader: str, writer: str, officers: tuple[str, ...]) -> str:
    """Why this person cannot be the second reader, or ""."""
    name = _same(reader)
    if not name:
        return "Please say who has read it."
    if name == _same(writer):
        return f"{writer} wrote it: somebody else has to read it."
    if officers and name not in map(_same, officers):
        return f"{reader.strip()} is not among the officers in Settings."
    return ""


def officers_of(setting: str) -> tuple[str, ...]:
    """The names in a setting that separates them by commas or lines."""
    return tuple(dict.fromkeys(n for part in re.split(r"[,;\n]", setting) if (n := part.strip())))


def _same(name: str) -> str:
    return " ".join(name.split()).casefold()


FIELD = re.compile(r"\{([a-z_]+)\}")
FIELDS: Mapping[str, str] = {
    "service": "the service",
    "place": "the place",
    "link": "the link",
    "officer": "your name",
    "reference": "the reference",
}
"""The fields of templates, and in words."""


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with the fields filled in that have a value; the others stay as they are."""
    return FIELD.sub(lambda m: values.get(m[1], "").strip() or m[0], text)


def unfilled(text: str) -> tuple[str, ...]:
    """The fields that are still to be filled in, in the order they stand."""
    return tuple(dict.fromkeys(FIELD.findall(text)))


def fitting(templates: tuple[Template, ...], outcome: str, tone: str) -> tuple[Template, ...]:
    """All templates, those that fit best first: by outcome, then by how the mention sounds."""
    heard = {"negative": "annoyed", "mixed": "annoyed", "positive": "pleased"}.get(tone, "any")

    def misfit(template: Template) -> tuple[bool, int]:
        sound = 0 if template.tone == heard else 1 if template.tone == "any" else 2
        return outcome not in template.outcomes, sound

    return tuple(sorted(templates, key=misfit))


LINKED = re.compile(r"https?://[^\s]+\.[^\s]+", re.IGNORECASE)


def seen_in(draft: str, sees: str, names: tuple[str, ...]) -> bool:
    """Whether a draft shows what a consideration looks for. names: who writes, and the council."""
    if sees == "link":
        return bool(LINKED.search(draft))
    said = _same(draft)
    return sees == "name" and any(_same(n) in said for n in names if n.strip())
