"""What the services answer, as the officer types it or a mail says it, and what follows from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from listener import commands as c
from listener.bench import Bench
from listener.errors import Known, NotUnderstood
from listener.events import AreasChanged, MentionsChanged, ResponsesChanged
from listener.handoff import Recorded, Response, ResponseKey
from listener.store.journal import clock_words
from listener.store.responses import About, Kept
from rules import answering
from rules.telling import is_address
from rules.whose import whose_area


class Answering:
    """Lives on the engine's thread."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    def verbs(self) -> dict[type, Callable[[Any], object]]:
        """Each command with what does it."""
        return {
            c.RecordResponse: self.record,
            c.MarkRead: self.mark_read,
            c.PlaceResponse: self.place,
            c.AcceptAnswer: self.accept,
            c.DropAnswer: self.drop,
        }

    def record(self, command: c.RecordResponse) -> Recorded:
        """Keeps what an officer typed, who has thereby read it. Raises NotUnderstood in words."""
        about = self._bench.store.replies.answers.about(
            command.digest, command.spike, " ".join(command.area.split())
        )
        new = self._new(command, about, self._by(command.by))
        to = self._to(new)
        return self._told(self._bench.store.replies.answers.put(new, to), to)

    def mark_read(self, command: c.MarkRead) -> Response:
        """An officer has read what a service wrote."""
        found = self._bench.store.replies.answers.mark_read(command.key, self._by(command.by))
        self._bench.publish(ResponsesChanged((found.spike,) if found.spike else ()))
        return found

    def place(self, command: c.PlaceResponse) -> Recorded:
        """Sends what was not for a service to the area whose it is. Raises Known."""
        answers = self._bench.store.replies.answers
        found = answers.one(command.key)
        if found.kind != "not_ours":
            raise Known("That answer does not say “not for us”. Nothing was changed.")
        area = whose_area(command.area, self._bench.area_names())
        if not area or area == found.area:
            raise NotUnderstood(
                f"“{command.area}” is no other service area of ours. Nothing was changed."
            )
        return self._told(answers.place(command.key, area, self._by(command.by)), area)

    def accept(self, command: c.AcceptAnswer) -> Recorded:
        """Lets a mail that waited count, as the officer reads it."""
        answers = self._bench.store.replies.answers
        mail = answers.waiting(command.key)
        by = self._by(command.by)
        new = self._new(command, About(mail.digest, mail.spike, mail.area), mail.by, mail.said, by)
        to = self._to(new)
        with self._bench.store.aside.one_step():
            kept = answers.accept(command.key, new, to)
            if command.trust:
                self._trust(mail.area, mail.by, by)
        return self._told(kept, to)

    def _trust(self, area: str, address: str, by: str) -> None:
        """Answers of an area count from an address from now on, where they did not already."""
        areas = self._bench.store.areas
        contact = next((k for k in areas.contacts(self._bench.council) if k.area == area), None)
        if contact is None or not is_address(address) or address.casefold() in contact.answering:
            return
        left = tuple(a for a in contact.left if a.strip().casefold() != address.casefold())
        made = replace(contact, answers_from=(*contact.answers_from, address), left=left)
        areas.put((made,), by, f"answers of {area} from {address} wait for you again")
        self._bench.publish(AreasChanged())

    def drop(self, command: c.DropAnswer) -> None:
        """A mail that waited answers nothing."""
        self._bench.store.replies.answers.drop(command.key, self._by(command.by))
        self._bench.publish(ResponsesChanged())

    def _new(
        self, command: c.RecordResponse | c.AcceptAnswer, about: About, by: str, said: str = "",
        read_by: str = "",
    ) -> Response:  # fmt: skip
        """The answer as it will be kept. Raises NotUnderstood."""
        now = self._bench.clock()
        typed = command.said if isinstance(command, c.RecordResponse) else said
        refused = answering.refusal(
            command.kind, command.until, now, about=bool(about.digest or about.spike),
            area=about.area, longest=max(len(typed), len(command.whose), len(command.changed)),
        )  # fmt: skip
        if refused:
            raise NotUnderstood(refused)
        return Response(
            ResponseKey(0), about.digest, about.spike, about.area, command.kind, now, by,
            typed.strip(), command.until, command.whose.strip(), command.changed.strip(),
            read_by or by, command.action if command.kind == "finished" else "",
        )  # fmt: skip

    def _to(self, new: Response) -> str:
        """The area that gets what is not for this one, or ""."""
        if new.kind != "not_ours":
            return ""
        area = whose_area(new.whose, self._bench.area_names())
        return "" if area == new.area else area

    def _told(self, kept: Kept, to: str) -> Recorded:
        new = kept.response
        until = clock_words(new.until) if new.until else ""
        says = answering.follows(
            new.kind, to=to, whose=new.whose, until=until, handoffs=kept.handoffs
        )
        self._bench.publish(ResponsesChanged((new.spike,) if new.spike else ()))
        if kept.mentions:
            self._bench.publish(MentionsChanged(kept.mentions))
        return Recorded(new, says, waits=new.kind == "not_ours" and not to)

    def _by(self, name: str) -> str:
        return name.strip() or self._bench.settings.officer
