"""What an officer says in answer to a mention: kept, read by a second person, copied, posted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from listener import commands as c
from listener.bench import Bench
from listener.errors import Known, NotUnderstood
from listener.events import MentionsChanged
from listener.mention import MentionKey
from rules.replying import Reply, State, may_read, may_reply, officers_of, second_reader

LONGEST = 20_000  # characters: longer is no reply


class Replying:
    """Lives on the engine's thread. needs_to_know: the service that hears of a mention."""

    def __init__(self, bench: Bench, needs_to_know: Callable[[MentionKey, str], str]) -> None:
        self._bench = bench
        self._needs_to_know = needs_to_know

    def verbs(self) -> dict[type, Callable[[Any], object]]:
        """Each command with what does it."""
        return {
            c.WriteReply: self.write,
            c.ReadReply: self.read,
            c.CopyReply: self.copy,
            c.PostedReply: self.posted,
            c.WithdrawReply: self.withdraw,
        }

    def write(self, command: c.WriteReply) -> Reply:
        """Keeps a reply, on its way or waiting. Raises Known where no reply is written."""
        text = command.text.strip()
        if not text:
            raise NotUnderstood("There is nothing in the reply. Nothing was kept.")
        if len(text) > LONGEST:
            raise NotUnderstood(f"A reply has at most {LONGEST:,} characters. Nothing was kept.")
        self._bench.refuse_unknown(command.outcome, command.service, "Nothing was kept.")
        service = command.service or self._needs_to_know(command.key, command.outcome)
        flag = self._flag(service or self._guessed(command.key))
        refused = self._refused(command.key, command.outcome, flag)
        if refused:
            raise Known(f"{refused} Nothing was kept.")
        why = second_reader(command.outcome, flag)
        made = self._bench.store.replies.write(
            command.key, text, command.outcome, service, self._by(command.by), why
        )
        return self._told(made)

    def refused(self, key: MentionKey, outcome: str) -> str:
        """Why no reply is written to a mention now, or ""."""
        service = self._needs_to_know(key, outcome)
        return self._refused(key, outcome, self._flag(service or self._guessed(key)))

    def approved(self, key: MentionKey, text: str, outcome: str, by: str) -> Reply:
        """Keeps a reply whose very words a second person approved before: it is on its way."""
        service = self._needs_to_know(key, outcome)
        return self._told(
            self._bench.store.replies.write(key, text, outcome, service, self._by(by), "")
        )

    def read(self, command: c.ReadReply) -> Reply:
        """The second reader's word. Raises Known where this person cannot be it."""
        reply = self._in(command.reply, "waits")
        officers = officers_of(self._bench.settings.officers)
        refused = may_read(command.by, reply.by, officers)
        if refused:
            raise Known(refused)
        if not command.agrees and not command.note.strip():
            raise NotUnderstood("Please say what should be different.")
        state: State = "read" if command.agrees else "back"
        return self._step(reply.key, state, command.by.strip(), note=command.note.strip())

    def copy(self, command: c.CopyReply) -> Reply:
        """A reply that was read by a second person is on its way."""
        reply = self._in(command.reply, "read")
        refused = self._refused(MentionKey(reply.mention), reply.outcome, self._flag(reply.service))
        if refused:
            raise Known(refused)
        return self._step(reply.key, "copied", command.by)

    def posted(self, command: c.PostedReply) -> Reply:
        """It was posted. Raises Known for a link that is none."""
        reply = self._in(command.reply, "copied", "posted")
        link = command.link.strip()
        if link and not _is_link(link):
            raise NotUnderstood("That is not a link to a page (http or https). Nothing was kept.")
        return self._step(reply.key, "posted", command.by, link=link)

    def withdraw(self, command: c.WithdrawReply) -> Reply:
        """It was not sent after all."""
        reply = self._in(command.reply, "waits", "back", "read", "copied")
        return self._step(reply.key, "withdrawn", command.by)

    def _in(self, key: int, *states: State) -> Reply:
        reply = self._bench.store.replies.find(key)
        if reply.state not in states:
            raise Known(f"{_STANDS[reply.state]} Nothing was changed.")
        return reply

    def _step(self, key: int, state: State, by: str, link: str = "", note: str = "") -> Reply:
        return self._told(self._bench.store.replies.step(key, state, self._by(by), link, note))

    def _told(self, reply: Reply) -> Reply:
        self._bench.publish(MentionsChanged((MentionKey(reply.mention),)))
        return reply

    def _refused(self, key: MentionKey, outcome: str, flag: str) -> str:
        """Why no reply is written to this mention, or ""."""
        store = self._bench.store
        danger = store.standing(key).reading.danger
        view, decided = store.replies.seat_of(key)
        return may_reply(
            outcome=outcome,
            urgent="urgent" in (view, decided),
            flag=flag,
            threat=danger.type == "threat" and danger.grade == "person",
            hold=self._bench.publicity_stops(outcome),
        )

    def _guessed(self, key: MentionKey) -> str:
        best = self._bench.store.standing(key).reading.best
        return best.category if best is not None else ""

    def _flag(self, category: str) -> str:
        services = self._bench.council.services
        return next((s.flag for s in services if s.category == category), "normal")

    def _by(self, name: str) -> str:
        return name.strip() or self._bench.settings.officer


_STANDS: dict[State, str] = {
    "waits": "This reply waits for a second reader.",
    "back": "The second reader sent this reply back.",
    "read": "This reply was read and may go.",
    "copied": "This reply was copied already.",
    "posted": "This reply was posted already.",
    "withdrawn": "This reply was not sent.",
}


def _is_link(link: str) -> bool:
    try:
        parts = urlsplit(link)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in link
    except ValueError:
        return False
