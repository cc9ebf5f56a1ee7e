"""What a person may ask for: one frozen record a verb, each saying what comes back."""

from __future__ import annotations

from listener.commands.areas import (
    ExportContacts,
    ForwardTo,
    ImportContacts,
    Rang,
    ReadContacts,
    ReadSecond,
    SetArea,
)
from listener.commands.digests import (
    BuildDigest,
    DropDigest,
    EditDigest,
)
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
from listener.commands.lines import EndLine, SetLine, UseLine
from listener.commands.mail import (
    MarkSent,
    PostNow,
    SendAgain,
    SendDigest,
    SetMailPassword,
    StopMail,
    TestMail,
)
from listener.commands.replies import (
    CopyReply,
    PostedReply,
    ReadReply,
    WithdrawReply,
    WriteReply,
)
from listener.commands.responses import (
    AcceptAnswer,
    DropAnswer,
    MarkRead,
    PlaceResponse,
    ReadResponses,
    RecordResponse,
    Remind,
    SetResponsesPassword,
)
from listener.commands.searches import (
    DropSearch,
    MoveSearch,
    SaveSearch,
)
from listener.commands.spikes import (
    AcknowledgeSpike,
    CountNow,
    EndSilence,
    EndSpike,
    NotASpike,
    SilenceTopic,
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
from listener.commands.works import ImportWorks, ReadWorks, RemoveWork, SetWork

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
    | RecordResponse
    | MarkRead
    | PlaceResponse
    | AcceptAnswer
    | DropAnswer
    | BuildDigest
    | EditDigest
    | DropDigest
    | ReadResponses
    | SetLine
    | EndLine
    | UseLine
    | Remind
    | SetResponsesPassword
    | SaveSearch
    | DropSearch
    | MoveSearch
    | AcknowledgeSpike
    | NotASpike
    | EndSpike
    | SilenceTopic
    | EndSilence
    | CountNow
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
    | SendDigest
    | MarkSent
    | SendAgain
    | StopMail
    | TestMail
    | PostNow
    | SetMailPassword
    | SetArea
    | ReadContacts
    | ImportContacts
    | ExportContacts
    | ForwardTo
    | ReadSecond
    | Rang
    | ReadWorks
    | ImportWorks
    | SetWork
    | RemoveWork
)

__all__ = [
    "AcceptAnswer",
    "AcknowledgeSpike",
    "AddMention",
    "AddNote",
    "AddSource",
    "AnswerAndDecide",
    "AnswerQuestion",
    "Backup",
    "BringBack",
    "BuildDigest",
    "Change",
    "ChangeSource",
    "Command",
    "CopyReply",
    "Correct",
    "CorrectAdded",
    "CountNow",
    "Decide",
    "DecideAll",
    "Discover",
    "DropAnswer",
    "DropDigest",
    "DropSearch",
    "EditDigest",
    "EndHold",
    "EndLine",
    "EndPublicity",
    "EndSilence",
    "EndSpike",
    "ExportContacts",
    "ExportSources",
    "ForwardTo",
    "GiveToEmergency",
    "HoldPublicity",
    "ImportAreas",
    "ImportContacts",
    "ImportFile",
    "ImportPlaces",
    "ImportSources",
    "ImportWorks",
    "Join",
    "LogExport",
    "LookOver",
    "MakeUrgent",
    "MarkRead",
    "MarkSent",
    "MoveSearch",
    "Mute",
    "NobodyAtRisk",
    "NotASpike",
    "NoteUrgent",
    "PassOn",
    "PauseSource",
    "PlaceResponse",
    "Poll",
    "PostNow",
    "PostedReply",
    "PutBackSource",
    "PutOnHold",
    "Rang",
    "ReadContacts",
    "ReadReply",
    "ReadResponses",
    "ReadSecond",
    "ReadTable",
    "ReadWorks",
    "RecordResponse",
    "Remind",
    "RemoveSource",
    "RemoveWork",
    "SaveSearch",
    "SendAgain",
    "SendDigest",
    "SetArea",
    "SetDuty",
    "SetLine",
    "SetMailPassword",
    "SetResponsesPassword",
    "SetUpCouncil",
    "SetWork",
    "SilenceTopic",
    "Snooze",
    "Split",
    "Star",
    "StopMail",
    "TestMail",
    "Undo",
    "Unmute",
    "UseChart",
    "UseCouncil",
    "UseLine",
    "Wake",
    "Withdraw",
    "WithdrawReply",
    "WriteReply",
    "WriteTable",
]
