"""What an officer does with mentions. Each says what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from listener.mention import MentionKey


@dataclass(frozen=True, slots=True)
class Decide:
    """-> tuple[Decision, ...]: one decision a stack; it covers the members present now.

    The service hears of it whatever the outcome. second: who read it besides, where
    rules.forwarding asks for that; without it what goes to the service waits for one.
    """

    keys: tuple[MentionKey, ...]
    outcome: str
    service: str = ""
    note: str = ""
    by: str = ""
    second: str = ""


@dataclass(frozen=True, slots=True)
class DecideAll:
    """-> tuple[Decision, ...]: several outcomes in one step, which is taken back as one."""

    decisions: tuple[Decide, ...]


@dataclass(frozen=True, slots=True)
class AnswerQuestion:
    """-> Verdict: the officer answers the question that the chart asks; the walk goes on."""

    key: MentionKey
    yes: bool
    by: str = ""


@dataclass(frozen=True, slots=True)
class AnswerAndDecide:
    """-> Decision | None: answers, and decides as the chart then says; taken back as one step.

    expected: the outcome that the officer saw the answer lead to. Where the chart says another
    by then, asks on, or says what nobody may decide at one stroke (a possible danger, officer
    decides, publicity that is held), it is only answered, and None comes back. service: as in
    Decide. Raises NotFound where nothing is asked or it is decided already.
    """

    key: MentionKey
    yes: bool
    expected: str
    service: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Correct:
    """-> Verdict: one part of the reading is put right, and the mention is walked again.

    what: tone, service, place, kind or danger. value: an id of listener.mention.CHOICES or its
    words, a category, or any place. Raises NotUnderstood with what is known, and Known where a
    possible danger would leave Urgent by it.
    """

    key: MentionKey
    what: str
    value: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Snooze:
    """-> None: out of the way until a time (UTC), at the latest.

    grows: wakes once so many more people tell it, or twice as many; 0: not. answer: wakes at a
    later post in its thread. Raises NotUnderstood for a time that is past or too far away.
    """

    keys: tuple[MentionKey, ...]
    until: datetime
    by: str = ""
    grows: int = 0
    answer: bool = False


@dataclass(frozen=True, slots=True)
class Wake:
    """-> None: what is snoozed comes back now."""

    keys: tuple[MentionKey, ...]
    by: str = ""


@dataclass(frozen=True, slots=True)
class AddNote:
    """-> None: a note at each of these mentions, shown in their history."""

    keys: tuple[MentionKey, ...]
    text: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Mute:
    """-> int: how many undecided mentions the muted threads hold; their later posts are watched.

    until: UTC, or None until unmuted. Danger words pass a mute.
    """

    keys: tuple[MentionKey, ...]
    until: datetime | None = None
    why: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Unmute:
    """-> None: ends every mute that covers these mentions."""

    keys: tuple[MentionKey, ...]
    by: str = ""


@dataclass(frozen=True, slots=True)
class Split:
    """-> None: takes one mention out of its stack; it stays out."""

    key: MentionKey
    by: str = ""


@dataclass(frozen=True, slots=True)
class Join:
    """-> None: the stories of these mentions become one with that of another."""

    keys: tuple[MentionKey, ...]
    other: MentionKey
    by: str = ""


@dataclass(frozen=True, slots=True)
class HoldPublicity:
    """-> None: until then (UTC) nothing that thanks, joins in or states a line is decided."""

    why: str
    until: datetime
    by: str = ""


@dataclass(frozen=True, slots=True)
class EndPublicity:
    """-> None: publicity is held no longer."""

    by: str = ""


@dataclass(frozen=True, slots=True)
class Star:
    """-> None."""

    keys: tuple[MentionKey, ...]
    on: bool
    by: str = ""


@dataclass(frozen=True, slots=True)
class Undo:
    """-> str: what was taken back, in words. Raises NothingToUndo."""

    by: str = ""
