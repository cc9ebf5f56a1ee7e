"""One text that answers the many posts of a spike: set, approved, used, and changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from listener import commands as c
from listener.bench import Bench
from listener.clock import LONDON
from listener.errors import Known, NotUnderstood
from listener.events import MentionsChanged, ResponsesChanged
from listener.forward.mail import Letter
from listener.handoff import Delivery, Line, LineKey, LineUsed
from listener.mention import Heard
from listener.posting import Posting
from listener.replying import Replying
from listener.store.journal import clock_words
from rules import lines as rules
from rules.replying import officers_of, unfilled

AT_ONCE = 200  # posts that are answered by one command
OUTCOME = "answer"


class Lines:
    """Lives on the engine's thread. replying: keeps the reply that each post gets."""

    def __init__(self, bench: Bench, replying: Replying, posting: Posting) -> None:
        self._bench = bench
        self._replying = replying
        self._posting = posting

    def verbs(self) -> dict[type, Callable[[Any], object]]:
        """Each command with what does it."""
        return {c.SetLine: self.set_line, c.EndLine: self.end_line, c.UseLine: self.use}

    def set_line(self, command: c.SetLine) -> Line:
        """Keeps the next version. Raises NotUnderstood, in words."""
        now, by = self._bench.clock(), self._by(command.by)
        starts, text = command.starts or now, command.text.strip()
        refused = rules.refusal(
            text, command.approver, by, officers_of(self._bench.settings.officers), starts,
            command.ends, now,
        ) or self._unfilled(text)  # fmt: skip
        stopped = refused or self._stopped(text, command.needed)
        if stopped:
            raise NotUnderstood(stopped)
        made = self._bench.store.replies.lines.put(
            Line(LineKey(0), command.spike, 0, text, command.approver.strip(), starts,
                 command.ends, by, now, same=command.same)
        )  # fmt: skip
        self._bench.publish(ResponsesChanged((command.spike,)))
        self._bench.publish(MentionsChanged(()))
        return made

    def end_line(self, command: c.EndLine) -> Line:
        """The line is not used any more."""
        made = self._bench.store.replies.lines.end(command.spike, self._by(command.by))
        self._bench.publish(ResponsesChanged((command.spike,)))
        return made

    def use(self, command: c.UseLine) -> LineUsed:
        """Answers posts with a line; those that get no public reply are left out, with why."""
        if len(command.keys) > AT_ONCE:
            raise NotUnderstood(f"At most {AT_ONCE} posts are answered at once. Nothing was kept.")
        shelf, by = self._bench.store.replies.lines, self._by(command.by)
        line = shelf.one(command.line)
        self._refuse(line, command.needed)
        replies, left_out = [], []
        with self._bench.store.aside.one_step():
            for key in command.keys:
                refused = self._replying.refused(key, OUTCOME)
                if refused:
                    left_out.append((key, refused))
                    continue
                replies.append(self._replying.approved(key, line.text, OUTCOME, by))
                shelf.use(line, key, by)
        told, fault = self._tell_contact_centre(line, by) if replies else (None, "")
        self._bench.publish(ResponsesChanged((line.spike,)))
        return LineUsed(shelf.one(line.key), tuple(replies), tuple(left_out), told, fault)

    def _refuse(self, line: Line, needed: bool) -> None:
        now = self._bench.clock()
        stands = rules.stands(line.starts, line.ends, line.ended, now)
        if stands != "current":
            raise Known(f"{_STANDS[stands]} Nothing was kept.")
        stopped = self._stopped(line.text, needed)
        if stopped:
            raise Known(f"{stopped} Nothing was kept.")

    def _stopped(self, text: str, needed: bool) -> str:
        """Why no line goes out now: publicity is held, or it is a pre-election period."""
        hold = self._bench.store.aside.publicity()
        return rules.stopped(
            hold,
            clock_words(hold.until) if hold is not None else "",
            self._bench.dated_council().pre_election,
            self._bench.clock().astimezone(LONDON).date(),
            self._names(text),
            needed,
        )

    def _names(self, text: str) -> bool:
        read = self._bench.read_here([Heard("", "", text)])[0].reading
        return bool(read.signals["names_politician"].value)

    def _unfilled(self, text: str) -> str:
        blanks = unfilled(text) or (("a blank",) if "{" in text else ())
        return f"Not filled in yet: {', '.join(blanks)}. Nothing was kept." if blanks else ""

    def _tell_contact_centre(self, line: Line, by: str) -> tuple[Delivery | None, str]:
        """Sends a version to the contact centre when it is first used; what went, or why not."""
        to = self._bench.settings.contact_centre
        shelf = self._bench.store.replies.lines
        if not to or not shelf.first_told(line.key):
            return None, "" if to else "No address of the contact centre is set."
        try:
            made = self._posting.send("line", self._letter(line, to), by=by)
        except Known as fault:
            shelf.note_told(line.key, None)
            return None, fault.sentence()
        shelf.note_told(line.key, made.key)
        return made, ""

    def _letter(self, line: Line, to: str) -> Letter:
        title = self._bench.store.replies.lines.title(line.spike)
        now = "" if line.version == 1 else " It replaces the line before."
        return Letter(
            (to,),
            f"What we tell residents: {title} (line {line.version})",
            f"From now until {clock_words(line.ends)} we tell residents who ask:{now}\n\n"
            f"{line.text}\n\nWritten by {line.by}, approved by {line.approver}.\n",
        )

    def _by(self, name: str) -> str:
        return name.strip() or self._bench.settings.officer


_STANDS: dict[rules.Stands, str] = {
    "early": "This line does not hold yet.",
    "over": "This line is over: set it again, or end it.",
    "ended": "This line was replaced or ended.",
}
