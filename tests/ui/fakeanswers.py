"""What services answered, and a line for residents, as a fake desk keeps them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta

from listener import commands as c
from listener.errors import Known, NotUnderstood
from listener.handoff import (
    DigestKey,
    Line,
    LineKey,
    LinePost,
    LineUsed,
    MailboxState,
    Overdue,
    Recorded,
    Response,
    ResponseKey,
    WaitingAnswer,
)
from listener.mention import MentionKey
from listener.spike import SpikeKey
from tests.ui.brackenford import NOW

SAYS = "The lights on Wolverton Road run until 5 pm today; longer green times are asked for."


def post(key: int, **changed: object) -> LinePost:
    """A post of the storm; changed: what is otherwise."""
    usual = LinePost(
        MentionKey(key), f"Stuck on Wolverton Road again, number {key}", "https://x.example/1",
        "Brackenford chat", "facebook_group", NOW - timedelta(minutes=key), "not", 0, "",
    )  # fmt: skip
    return replace(usual, **changed)  # type: ignore[arg-type]


def line(version: int = 1, **changed: object) -> Line:
    """A line of spike 1."""
    usual = Line(
        LineKey(version), SpikeKey(1), version, SAYS, "Bob", NOW, NOW + timedelta(days=7), "Amy",
        NOW,
    )  # fmt: skip
    return replace(usual, **changed)  # type: ignore[arg-type]


def mail(**changed: object) -> WaitingAnswer:
    """A mail from somebody else that waits."""
    usual = WaitingAnswer(
        1, DigestKey(1), SpikeKey(1), "Highways", "finished", "dave@brackenford.example", NOW,
        "Done, signs turned", "somebody else answered: dave@brackenford.example is no address",
        changed="signs", action="fixed",
    )  # fmt: skip
    return replace(usual, **changed)  # type: ignore[arg-type]


@dataclass
class FakeAnswers:
    """Keeps lines and posts of one spike; refuses: why nothing is taken."""

    kept_lines: list[Line] = field(default_factory=list)
    kept_posts: list[LinePost] = field(default_factory=list)
    draft: str = ""
    refuses: str = ""

    def do(self, command: c.Command) -> object:
        if self.refuses:
            raise NotUnderstood(self.refuses)
        match command:
            case c.RecordResponse(kind=kind, by=by) | c.AcceptAnswer(kind=kind, by=by):
                made = Response(ResponseKey(1), None, SpikeKey(1), "Highways", kind, NOW, by)
                return Recorded(made, "It stays open until they say that it is finished.")
            case c.SetLine(text=text, approver=approver, same=same):
                version = len(self.kept_lines) + 1
                self.kept_lines.insert(0, line(version, text=text, approver=approver, same=same))
                return self.kept_lines[0]
            case c.UseLine(line=key, keys=keys):
                return self._use(key, keys[0])
        raise Known("That is not known here.")

    def _use(self, key: LineKey, mention: MentionKey) -> LineUsed:
        used = next(kept for kept in self.kept_lines if kept.key == key)
        if mention == 9:
            return LineUsed(used, (), ((mention, "Threats get no reply."),))
        self.kept_posts = [
            replace(p, told="current", version=used.version) if p.key == mention else p
            for p in self.kept_posts
        ]
        return LineUsed(used, ())

    def responses(self, digest: DigestKey | None = None, area: str = "") -> tuple[Response, ...]:
        return ()

    def of_spike(self, key: SpikeKey) -> tuple[Response, ...]:
        return ()

    def unplaced(self) -> tuple[Response, ...]:
        return ()

    def waiting(self) -> tuple[WaitingAnswer, ...]:
        return ()

    def overdue(self) -> tuple[Overdue, ...]:
        return ()

    def line_of(self, key: SpikeKey) -> Line | None:
        return self.kept_lines[0] if self.kept_lines else None

    def lines(self, key: SpikeKey) -> tuple[Line, ...]:
        return tuple(self.kept_lines)

    def posts(self, key: SpikeKey) -> tuple[LinePost, ...]:
        return tuple(self.kept_posts)

    def told_old_line(self, key: SpikeKey) -> tuple[LinePost, ...]:
        return tuple(p for p in self.kept_posts if p.told == "old")

    def done_draft(self, key: SpikeKey) -> str:
        return self.draft

    def mailbox(self) -> MailboxState:
        return MailboxState()

    def last_time(self, place: str, category: str = "", but: SpikeKey | None = None) -> str:
        return ""
