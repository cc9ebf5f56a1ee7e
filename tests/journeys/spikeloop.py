"""The whole loop of a spike: heard, raised, forwarded, answered by mail, told to residents, ended.

The same steps with stand-ins for the mail servers and with real ones.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.message import EmailMessage
from html.parser import HTMLParser
from typing import Any, Protocol
from urllib.parse import parse_qsl, unquote, urlsplit

from listener import commands as c
from listener.forward.answerlinks import KEEP
from listener.handoff import AreaContact, Digest, MailboxRead, Response
from listener.spike import Spike, SpikeCard, SpikeKey
from tests.journeys.spiketalk import AUTHORS, TALK
from tests.listener.spikes.days import Days, midnight

HIGHWAYS, PARKING = "Highways and transport", "Parking"
BOXES = {HIGHWAYS: "desk1@highways.example", PARKING: "desk2@highways.example"}
RESPONSES = "answers@brackenford.example"


class Mails(Protocol):
    """Where mails arrive and where answers are put."""

    def arrived(self, box: str, many: int) -> list[EmailMessage]:
        """The mails of a service's address, oldest first, once there are so many."""
        ...

    def give(self, mail: bytes) -> None:
        """Puts a service's answer into the responses mailbox."""
        ...


class Links(HTMLParser):
    """The mail links of an HTML mail by their words, and all its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: dict[str, str] = {}
        self.said: list[str] = []
        self._at = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._at = dict(attrs).get("href") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._at = ""

    def handle_data(self, data: str) -> None:
        self.said.append(data)
        if self._at.startswith("mailto:"):
            self.links[self._at] = self.links.get(self._at, "") + data

    def of(self, words: str) -> str:
        """The link of an answer."""
        (found,) = [to for to, said in self.links.items() if said.strip().startswith(words)]
        return found


def answered(link: str, sender: str, *filled: str, n: int = 1) -> bytes:
    """What a mail program sends that opened the link, with its blanks filled in order."""
    whole = urlsplit(link)
    given = dict(parse_qsl(whole.query.replace("+", "%2B")))
    body = given["body"].replace("\r\n", "\n")
    before, *questions = body.removesuffix(f"{KEEP}\n").split("\n\n")
    asked = [q for q in questions if q.strip()]
    text = before + "\n\n"
    for at, question in enumerate(asked):
        text += f"{question}\n{filled[at] if at < len(filled) else ''}\n\n"
    mail = EmailMessage()
    mail["From"], mail["To"] = f"The desk <{sender}>", unquote(whole.path)
    mail["Subject"] = given["subject"]
    mail["Message-ID"] = f"<answer{n}@highways.example>"
    mail.set_content(f"{text}{KEEP}\n\nKind regards,\nThe desk\nTel: 01632 960000\n")
    return mail.as_bytes()


@dataclass
class Loop:
    """The officer's side of it. press: how a spike is forwarded; None asks the desk for it."""

    days: Days
    mails: Mails
    press: Callable[[SpikeKey], None] | None = None
    answers: int = 0
    sent: dict[str, int] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)  # Message-IDs of mails that came before

    def look(self, at: Callable[[Any], Any]) -> Any:
        reader = self.days.desk.reader()
        try:
            return at(reader)
        finally:
            reader.close()

    def ask(self, command: Any) -> Any:
        return self.days.desk.ask(command).result(60)

    def set_up(self, **settings: str | int | bool) -> None:
        """Two services with addresses, and where mail goes."""
        for area, address in BOXES.items():
            self.ask(c.SetArea(AreaContact(area, (address,), deputy="deputy@highways.example")))
        for name, value in settings.items():
            self.ask(c.Change(name, value))
        self.ask(c.SetResponsesPassword("pw"))

    def storm(self, begins: datetime) -> Spike:
        """Residents are held up by roadworks; people are told of it, and not by a whisper."""
        told = len(self.days.told)
        self.days.storm(begins, TALK, 24, 1.5, AUTHORS, 6, "mastodon")
        self.days.count(begins + timedelta(hours=2))
        assert len(self.days.told) > told
        raised = self.days.told[told]
        assert not raised.quiet
        return next(s for s in self.days.spikes() if s.key == raised.key)

    def forward(self, spike: SpikeKey, area: str = "") -> EmailMessage:
        """One verb; the mail that its service got."""
        if self.press is not None and not area:
            self.press(spike)
        else:
            made: Digest = self.ask(c.BuildDigest(area, spike))
            self.ask(c.SendDigest(made.key))
        self.ask(c.PostNow())
        of = area or HIGHWAYS
        self.sent[of] = self.sent.get(of, 0) + 1
        # Two that come in the same second stand in no order: the one that was not there before.
        there = self.mails.arrived(BOXES[of], self.sent[of])
        (fresh,) = (m for m in there if m["Message-ID"] not in self.known)
        self.known.add(str(fresh["Message-ID"]))
        return fresh

    def answer(self, mail: EmailMessage, words: str, *filled: str) -> Response:
        """The service presses a link of the mail, fills it in and sends it; it is read."""
        self.answers += 1
        sender = str(mail["To"])
        link = Links(text_of(mail, "html")).of(words)
        self.mails.give(answered(link, sender, *filled, n=self.answers))
        read: MailboxRead = self.ask(c.ReadResponses())
        assert read.counts.get("counts") == 1, read
        newest: Response = self.look(lambda r: r.answers.responses())[0]
        return newest

    def card(self, spike: SpikeKey) -> SpikeCard:
        found: SpikeCard = self.look(lambda r: r.spike_card(spike))
        return found

    def handoffs(self, spike: SpikeKey) -> list[tuple[str, str]]:
        """Each area that has the spike, and how that ended."""
        found = self.look(lambda r: r.handoffs(waiting=False))
        return [(h.area, h.finished) for h in found if h.spike == spike]


def text_of(mail: EmailMessage, kind: str) -> str:
    part = mail.get_body((kind,))
    assert part is not None
    return str(part.get_content())


def reads_well(mail: EmailMessage, spike: Spike) -> None:
    """The mail says how many, carries all the rest, and names nobody."""
    plain, html = text_of(mail, "plain"), text_of(mail, "html")
    (table,) = mail.iter_attachments()
    rows = list(csv.reader(io.StringIO(str(table.get_content()).lstrip("\ufeff"))))
    assert len(rows) > 5
    assert str(mail["Subject"]).startswith(f"Roadworks on Wolverton Road: {spike.posts} posts in ")
    words = " ".join(plain.split())
    assert f"{spike.posts} posts from " in words
    assert "Known works: Gas main renewal" in words
    seen = Links(html)
    assert len(seen.links) == 4
    assert all(link.startswith(f"mailto:{RESPONSES}?") for link in seen.links)
    assert f"{spike.posts} posts from " in " ".join(" ".join(seen.said).split())
    cells = [cell for row in rows for cell in row]
    bare = "\n".join((str(mail["Subject"]), plain, *seen.said, *cells)).replace(RESPONSES, "")
    assert not re.search(r"(?<!\w)@\w", bare), re.findall(r".{30}@\w.{10}", bare)
    assert not any(name.lstrip("@").casefold() in bare.casefold() for name in AUTHORS)
    assert "Margaret" not in bare and "Ottershaw" not in bare


def whole_loop(loop: Loop) -> None:
    """From the first post to the next spike at the same place."""
    days = loop.days
    spike = loop.storm(midnight(days.now) + timedelta(days=1, hours=7, minutes=40))
    assert (spike.title, spike.area) == ("Roadworks and closures · Wolverton Road", HIGHWAYS)
    mail = loop.forward(spike.key)
    reads_well(mail, spike)
    assert loop.handoffs(spike.key) == [(HIGHWAYS, "")]

    said = loop.answer(mail, "We'll deal with it", "Crew booked for ten")
    assert (said.kind, said.spike, said.by) == ("ours", spike.key, BOXES[HIGHWAYS])
    assert "Crew booked for ten" in said.said and "Tel:" not in said.said, said.said
    assert loop.card(spike.key).history[-1].endswith("answered: We'll deal with it")

    said = loop.answer(mail, "Not for us", PARKING)
    assert (said.kind, said.whose) == ("not_ours", PARKING)
    assert dict(loop.handoffs(spike.key))[PARKING] == ""
    assert dict(loop.handoffs(spike.key))[HIGHWAYS].startswith("not for ")

    second = loop.forward(spike.key, PARKING)
    said = loop.answer(second, "Already in hand", "Friday 5pm")
    assert said.until is not None
    assert f"{said.until:%a %H:%M}" == "Fri 17:00"
    said = loop.answer(second, "Finished", "Fixed", "Signs with an end date, lights retimed")
    assert (said.kind, said.action) == ("finished", "fixed")
    assert said.changed == "Signs with an end date, lights retimed"
    assert dict(loop.handoffs(spike.key))[PARKING].startswith("fixed, Parking says")
    assert "lights retimed" not in loop.look(lambda r: r.answers.done_draft(spike.key))
    loop.ask(c.MarkRead(said.key))
    assert "lights retimed" in loop.look(lambda r: r.answers.done_draft(spike.key))
    loop.ask(c.EndSpike(spike.key))
    tell_residents(loop, spike.key)

    days.ordinary(3, 8)
    again = loop.storm(midnight(days.now) + timedelta(hours=8))
    assert again.key != spike.key
    last = loop.card(again.key).last_time
    assert "Parking finished it: fixed. Changed: Signs with an end date, lights retimed." in last
    third = loop.forward(again.key)
    assert "lights retimed" in " ".join(text_of(third, "plain").split())


def tell_residents(loop: Loop, spike: SpikeKey) -> None:
    """A line that somebody else approved answers two posts; then it changes."""
    ends = loop.days.now + timedelta(days=7)
    first = loop.ask(c.SetLine(spike, "The lights run until Friday.", "Bob", ends, by="Amy"))
    two = [p.key for p in loop.look(lambda r: r.answers.posts(spike))][:2]
    used = loop.ask(c.UseLine(first.key, tuple(two), by="Amy"))
    assert (len(used.replies), used.left_out) == (2, ())
    loop.ask(c.SetLine(spike, "The lights are gone.", "Bob", ends, by="Amy"))
    old = loop.look(lambda r: r.answers.told_old_line(spike))
    assert [p.key for p in old] == two
