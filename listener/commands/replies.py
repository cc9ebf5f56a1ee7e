"""What we say in answer, step by step. Each says what comes back."""

from __future__ import annotations

from dataclasses import dataclass

from listener.mention import MentionKey


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
