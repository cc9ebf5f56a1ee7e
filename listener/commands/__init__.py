"""What a person may ask for: one frozen record a verb, each saying what comes back."""

from __future__ import annotations

from listener.commands.hearing import (
    AddMention,
    AddSource,
    BringBack,
    ChangeSource,
    CorrectAdded,
    Discover,
    ExportSources,
    ImportFile,
    ImportSources,
    PauseSource,
    Poll,
    PutBackSource,
    RemoveSource,
    Withdraw,
)
from listener.commands.house import (
    Backup,
    Change,
    ImportAreas,
    ImportPlaces,
    LogExport,
    LookOver,
    ReadTable,
    SetUpCouncil,
    UseChart,
    UseCouncil,
    WriteTable,
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
    AnswerAndDecide,
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
    | PutBackSource
    | PauseSource
    | ChangeSource
    | ImportSources
    | ExportSources
    | ImportFile
    | AddMention
    | CorrectAdded
    | Withdraw
    | BringBack
    | Decide
    | DecideAll
    | AnswerAndDecide
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
    | SetUpCouncil
    | ReadTable
    | WriteTable
    | ImportPlaces
    | ImportAreas
    | LookOver
    | Change
    | Backup
    | LogExport
)

__all__ = [
    "AddMention",
    "AddNote",
    "AddSource",
    "AnswerAndDecide",
    "AnswerQuestion",
    "Backup",
    "BringBack",
    "Change",
    "ChangeSource",
    "Command",
    "CopyReply",
    "Correct",
    "CorrectAdded",
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
    "LookOver",
    "MakeUrgent",
    "MoveSearch",
    "Mute",
    "NobodyAtRisk",
    "NoteUrgent",
    "PassOn",
    "PauseSource",
    "Poll",
    "PostedReply",
    "PutBackSource",
    "PutOnHold",
    "ReadReply",
    "ReadTable",
    "RemoveSource",
    "SaveSearch",
    "SetDuty",
    "SetUpCouncil",
    "Snooze",
    "Split",
    "Star",
    "Undo",
    "Unmute",
    "UseChart",
    "UseCouncil",
    "Wake",
    "Withdraw",
    "WithdrawReply",
    "WriteReply",
    "WriteTable",
]
