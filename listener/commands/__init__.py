"""What a person may ask for: one frozen record a verb, each saying what comes back."""

from __future__ import annotations

from listener.commands.hearing import (
    AddMention,
    AddSource,
    Discover,
    ExportSources,
    ImportFile,
    ImportSources,
    PauseSource,
    Poll,
    RemoveSource,
)
from listener.commands.house import (
    Backup,
    Change,
    ImportAreas,
    ImportPlaces,
    LogExport,
    UseChart,
    UseCouncil,
)
from listener.commands.replies import (
    CopyReply,
    PostedReply,
    ReadReply,
    WithdrawReply,
    WriteReply,
)
from listener.commands.searches import (
    DropSearch,
    MoveSearch,
    SaveSearch,
)
from listener.commands.triage import (
    AddNote,
    AnswerQuestion,
    Correct,
    Decide,
    DecideAll,
    EndPublicity,
    HoldPublicity,
    Join,
    Mute,
    Snooze,
    Split,
    Star,
    Undo,
    Unmute,
    Wake,
)
from listener.commands.urgent import (
    EndHold,
    GiveToEmergency,
    MakeUrgent,
    NobodyAtRisk,
    NoteUrgent,
    PassOn,
    PutOnHold,
    SetDuty,
)

Command = (
    Poll
    | Discover
    | AddSource
    | RemoveSource
    | PauseSource
    | ImportSources
    | ExportSources
    | ImportFile
    | AddMention
    | Decide
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
    | EndPublicity
    | Star
    | Undo
    | WriteReply
    | ReadReply
    | CopyReply
    | PostedReply
    | WithdrawReply
    | MakeUrgent
    | PassOn
    | NobodyAtRisk
    | NoteUrgent
    | GiveToEmergency
    | PutOnHold
    | EndHold
    | SetDuty
    | SaveSearch
    | DropSearch
    | MoveSearch
    | UseChart
    | UseCouncil
    | ImportPlaces
    | ImportAreas
    | Change
    | Backup
    | LogExport
)

__all__ = [
    "AddMention",
    "AddNote",
    "AddSource",
    "AnswerQuestion",
    "Backup",
    "Change",
    "Command",
    "CopyReply",
    "Correct",
    "Decide",
    "DecideAll",
    "Discover",
    "DropSearch",
    "EndHold",
    "EndPublicity",
    "ExportSources",
    "GiveToEmergency",
    "HoldPublicity",
    "ImportAreas",
    "ImportFile",
    "ImportPlaces",
    "ImportSources",
    "Join",
    "LogExport",
    "MakeUrgent",
    "MoveSearch",
    "Mute",
    "NobodyAtRisk",
    "NoteUrgent",
    "PassOn",
    "PauseSource",
    "Poll",
    "PostedReply",
    "PutOnHold",
    "ReadReply",
    "RemoveSource",
    "SaveSearch",
    "SetDuty",
    "Snooze",
    "Split",
    "Star",
    "Undo",
    "Unmute",
    "UseChart",
    "UseCouncil",
    "Wake",
    "WithdrawReply",
    "WriteReply",
]
