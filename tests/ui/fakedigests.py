"""Digests, mails and answers that a fake desk keeps in memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from listener import commands as c
from listener.errors import Known, NotFound
from listener.events import DeliveriesChanged, DigestsChanged, Event
from listener.handoff import (
    Delivery,
    DeliveryKey,
    Digest,
    DigestKey,
    DueDigest,
    EditedDigest,
    Response,
    ResponseKey,
)
from listener.spike import SpikeKey
from rules.telling import Told
from tests.ui.brackenford import NOW

HTML = (
    '<html><body style="margin:0"><h1 style="font-size:19px">Roadworks: 14 posts</h1>'
    '<p style="font-size:15px"><b>They ask for:</b> signs with an end date (5)</p>'
    '<img src="file:///etc/passwd"><img src="https://spy.example/x.png">'
    '<p><a href="mailto:answers@brackenford.example?subject=x">We\'ll deal with it</a></p>'
    "</body></html>"
)
TO = ("desk@highways.example",)
DUE = DueDigest("Waste", None, "its digest of 09:00 is due", at_once=False)


def digest(key: int = 1, **changed: Any) -> Digest:
    made = Digest(
        DigestKey(key), f"TOK{key:04}", "Highways", SpikeKey(1), NOW - timedelta(hours=2), NOW,
        "Roadworks on Wolverton Road: 14 posts", "Down to one lane.\n\nSigns wanted (5).\n", HTML,
        "When,What\n08:40,one lane\n08:47,signs\n", "draft", NOW, "Officer", TO,
    )  # fmt: skip
    return replace(made, **changed)


def mail(key: int = 1, digest: int | None = 1, **changed: Any) -> Delivery:
    made = Delivery(
        DeliveryKey(key), None if digest is None else DigestKey(digest), "digest", TO,
        "Roadworks [CL-TOK0001]", f"<{key}@b.example>", "eml", "opened",
        "Opened as a draft in your mail program, not known sent.", NOW,
        ((NOW, "Made as a draft by Officer, to desk@highways.example."),),
    )  # fmt: skip
    return replace(made, **changed)


def answer(key: int = 1, **changed: Any) -> Response:
    made = Response(ResponseKey(key), DigestKey(1), None, "Highways", "ours", NOW,
                    "desk@highways.example", "Gang sent <b>out</b>.")  # fmt: skip
    return replace(made, **changed)


@dataclass
class KeptDigests:
    due: tuple[DueDigest, ...] = ()
    digests: tuple[Digest, ...] = ()
    mails: tuple[Delivery, ...] = ()
    responses: tuple[Response, ...] = ()
    told: Told = field(default_factory=lambda: Told(TO, "", "Highways duty desk is told"))
    broken: str = ""


@dataclass(frozen=True)
class FakeOutbox:
    kept: KeptDigests

    def deliveries(self, digest: DigestKey | None = None, most: int = 200) -> tuple[Delivery, ...]:
        return tuple(m for m in self.kept.mails if digest in (None, m.digest))

    def counts(self) -> dict[str, int]:
        states = [m.state for m in self.kept.mails]
        return {state: states.count(state) for state in states}

    def to_whom(self, area: str, at_once: bool = False) -> Told:
        return self.kept.told


@dataclass(frozen=True)
class FakeDigests:
    kept: KeptDigests

    def all(
        self, area: str | None = None, states: Sequence[str] = (), most: int = 200
    ) -> tuple[Digest, ...]:
        if self.kept.broken:
            raise Known(self.kept.broken)
        return self.kept.digests

    def one(self, key: DigestKey) -> Digest:
        for found in self.kept.digests:
            if found.key == key:
                return found
        raise NotFound(f"There is no digest {key}.")

    def due(self) -> tuple[DueDigest, ...]:
        return self.kept.due

    def responses(self, digest: DigestKey | None = None, area: str = "") -> tuple[Response, ...]:
        return tuple(r for r in self.kept.responses if digest in (None, r.digest))


def done(kept: KeptDigests, command: c.Command, tell: Callable[[Event], None]) -> object:
    """What a command about digests and mails comes to."""
    made = _done(kept, command)
    tell(DigestsChanged())
    tell(DeliveriesChanged())
    return made


def _done(kept: KeptDigests, command: c.Command) -> object:
    match command:
        case c.SendDigest(key=key, way=way):
            state = "opened" if way == "eml" else "queued"
            says = "Opened as a draft" if way == "eml" else "In the queue: it is sent next."
            new = mail(len(kept.mails) + 1, key, way=way, state=state, says=says)
            kept.mails = (new, *kept.mails)
            _restate(kept, key, state)
            return replace(new, draft="/tmp/mail.eml" if way == "eml" else "")
        case c.MarkSent(key=key):
            return _change(kept, key, state="sent", says="Officer says that it went.")
        case c.SendAgain(key=key, to=to):
            found = next(m for m in kept.mails if m.key == key)
            state = "opened" if found.way == "eml" else "queued"
            made = _change(kept, key, state=state, to=to or found.to, says="Once more.")
            return replace(made, draft="/tmp/mail.eml" if found.way == "eml" else "")
        case c.StopMail(key=key):
            return _change(kept, key, state="failed", says="Not sent: Officer stopped it.")
        case c.TestMail(to=to):
            if not to:
                raise Known("“” cannot be an e-mail address. Nothing was sent.")
            return mail(99, None, to=(to,), purpose="test", state="sent", says="It went.")
        case c.PostNow():
            return 2
        case c.SetMailPassword():
            return ""
        case c.BuildDigest(area=area):
            kept.digests = (digest(len(kept.digests) + 1, area=area), *kept.digests)
            kept.due = tuple(d for d in kept.due if d.area != area)
            return kept.digests[0]
        case c.EditDigest(key=key, subject=subject, plain=plain):
            (now,) = [d for d in kept.digests if d.key == key]
            now = replace(now, subject=subject, plain=plain)
            kept.digests = tuple(now if d.key == key else d for d in kept.digests)
            return EditedDigest(now, ("“Ada Example” may be a person.",) if "Ada" in plain else ())
        case c.DropDigest(key=key):
            _restate(kept, key, "dropped")
    return None


def _change(kept: KeptDigests, key: DeliveryKey, **changes: Any) -> Delivery:
    (now,) = [m for m in kept.mails if m.key == key]
    now = replace(now, **changes)
    kept.mails = tuple(now if m.key == key else m for m in kept.mails)
    if now.digest is not None:
        _restate(kept, now.digest, now.state)
    return now


def _restate(kept: KeptDigests, key: DigestKey, state: str) -> None:
    kept.digests = tuple(
        replace(d, state=state) if d.key == key else d  # type: ignore[arg-type]
        for d in kept.digests
    )
