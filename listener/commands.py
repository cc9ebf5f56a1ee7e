"""What a person may ask for: one frozen record a verb, each saying what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

# isort: off
from listener.housecommands import (  # one import, not one for each name
    AddSource as AddSource,
    Backup as Backup,
    BringBack as BringBack,
    Change as Change,
    ChangeSource as ChangeSource,
    CorrectAdded as CorrectAdded,
    Discover as Discover,
    ExportSources as ExportSources,
    ImportAreas as ImportAreas,
    ImportFile as ImportFile,
    ImportPlaces as ImportPlaces,
    ImportSources as ImportSources,
    LogExport as LogExport,
    LookOver as LookOver,
    PauseSource as PauseSource,
    PutBackSource as PutBackSource,
    ReadTable as ReadTable,
    RemoveSource as RemoveSource,
    SetUpCouncil as SetUpCouncil,
    UseCouncil as UseCouncil,
    Withdraw as Withdraw,
    WriteTable as WriteTable,
)

# isort: on
from listener.mention import Heard, MentionKey
from rules.urgent import ApprovedReply, Duty


@dataclass(frozen=True, slots=True)
class Poll:
    """-> tuple[PollReport, ...]. everything: ignore interval and back-off, never Retry-After."""

    everything: bool = False
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AddMention:
    """-> MentionKey: one mention added by hand. Without `public` no author is kept."""

    heard: Heard
    where: str = "Added by hand"


@dataclass(frozen=True, slots=True)
class Decide:
    """-> tuple[Decision, ...]: one decision a stack; it covers the members present now."""

    keys: tuple[MentionKey, ...]
    outcome: str
    service: str = ""
    note: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class WriteReply:
    """-> Reply (rules.replying): what we say to a mention, kept with the outcome it decides.

    It waits for a second reader where one is needed; else it counts as copied, and the decision is
    recorded where none stands. Raises Known with the reason where no reply is written.
    """

    key: MentionKey
    text: str
    outcome: str
    service: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class ReadReply:
    """-> Reply: a second person read it, and says that it may go, or sends it back with a note."""

    reply: int
    by: str
    agrees: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class CopyReply:
    """-> Reply: one that may go is on its way, and its decision is recorded where none stands."""

    reply: int
    by: str = ""


@dataclass(frozen=True, slots=True)
class PostedReply:
    """-> Reply: it was posted; link: where (http or https), or "" where that is not known."""

    reply: int
    link: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawReply:
    """-> Reply: it was not sent after all. What was decided stands."""

    reply: int
    by: str = ""


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


@dataclass(frozen=True, slots=True)
class UseChart:
    """-> int: how many undecided mentions were walked again."""

    name: str


@dataclass(frozen=True, slots=True)
class MakeUrgent:
    """-> None: mentions stand in Urgent from now, decided or not, with a quarter of an hour."""

    keys: tuple[MentionKey, ...]
    by: str = ""


@dataclass(frozen=True, slots=True)
class PassOn:
    """-> tuple[Decision, ...]: out of Urgent, passed on. Raises NotUnderstood without `whom`."""

    keys: tuple[MentionKey, ...]
    whom: str
    how: str
    told_at: datetime | None = None  # aware; None is now
    reference: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class NobodyAtRisk:
    """-> tuple[Decision, ...]: out of Urgent, read. Raises NotUnderstood without name or reason."""

    keys: tuple[MentionKey, ...]
    reason: str
    outcome: str
    service: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class NoteUrgent:
    """-> None: keeps what was done about it. kind: looking, rang, replied or silence."""

    keys: tuple[MentionKey, ...]
    kind: str
    what: str = ""  # for "rang": whom, and what they said
    by: str = ""


@dataclass(frozen=True, slots=True)
class GiveToEmergency:
    """-> str: link, platform, handle, time and exact words, to be handed over. It is logged."""

    key: MentionKey
    recipient: str
    basis: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class PutOnHold:
    """-> None: kept as it is, whatever becomes of it elsewhere; reviewed after seven days."""

    keys: tuple[MentionKey, ...]
    why: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class EndHold:
    """-> None. Raises Known where it is not on hold."""

    keys: tuple[MentionKey, ...]
    why: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class SetDuty:
    """-> None: the council's duty contacts and approved replies; nothing is read again for it."""

    contacts: tuple[Duty, ...]
    replies: tuple[ApprovedReply, ...] = ()


Command = (
    Poll
    | Discover
    | AddSource
    | RemoveSource
    | PutBackSource
    | ChangeSource
    | PauseSource
    | ImportSources
    | ExportSources
    | ImportFile
    | AddMention
    | CorrectAdded
    | Withdraw
    | BringBack
    | Decide
    | WriteReply
    | ReadReply
    | CopyReply
    | PostedReply
    | WithdrawReply
    | DecideAll
    | AnswerQuestion
    | Correct
    | Snooze
    | Wake
    | AddNote
    | Mute
    | Unmute
    | Split
    | Join
    | HoldPublicity
    | EndHold
    | Star
    | Undo
    | UseChart
    | UseCouncil
    | SetUpCouncil
    | ReadTable
    | WriteTable
    | LookOver
    | ImportPlaces
    | ImportAreas
    | Change
    | Backup
    | LogExport
    | MakeUrgent
    | PassOn
    | NobodyAtRisk
    | NoteUrgent
    | GiveToEmergency
    | PutOnHold
    | SetDuty
    | EndPublicity
)
