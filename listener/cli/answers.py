"""`responses`: what the services answered, and reading their mailbox now."""

from __future__ import annotations

import argparse
from typing import Any

from listener.cli.said import give, say, table, tell
from listener.clock import LONDON
from listener.commands import ReadResponses
from listener.desk import Desk
from listener.handoff import RESPONSES, MailTaken, Response

TOLD = {
    "counts": "an answer", "waits": "waits for you", "auto": "automatic", "bounce": "returned",
    "copy": "our own copy", "alone": "left alone", "known": "taken before",
}  # fmt: skip


def listed(desk: Desk, asked: argparse.Namespace) -> int:
    """The answers that stand, the newest first, and what waits for an officer."""
    reader = desk.reader()
    try:
        found, waiting = reader.answers.responses(), reader.answers.waiting()
        unplaced, state = reader.answers.unplaced(), reader.answers.mailbox()
    finally:
        reader.close()
    if asked.json:
        give([_one(r) for r in found])
    elif found:
        table(("when", "area", "answer", "what they wrote"), map(_line, found), (12, 24, 18))
    else:
        say("No service has answered yet.")
    if waiting:
        tell(f"{_mails(len(waiting))} for you: from somebody else, or not clear.")
    if unplaced:
        tell(f"{len(unplaced)} said “not for us”, and nobody has said whose it is.")
    if state.fault:
        tell(state.fault)
    return 0


def read(desk: Desk, asked: argparse.Namespace) -> int:
    """Looks into the responses mailbox now; what became of each mail, in words."""
    found = desk.ask(ReadResponses()).result()
    if asked.json:
        give(found)
        return 0
    if found.mails:
        table(("what", "from", "subject"), map(_mail, found.mails), (14, 30))
        for mail in found.mails:
            if mail.what in ("counts", "waits"):
                say(f"{mail.by}: {mail.says}")
    counts = ", ".join(f"{TOLD[what]} {many}" for what, many in sorted(found.counts.items()))
    say(f"Read: {counts}." if counts else "Nothing new is in the responses mailbox.")
    return 0


def _mails(many: int) -> str:
    return "1 mail waits" if many == 1 else f"{many} mails wait"


def _mail(mail: MailTaken) -> tuple[str, ...]:
    return TOLD[mail.what], mail.by, mail.subject


def _line(of: Response) -> tuple[str, ...]:
    at = of.at.astimezone(LONDON)
    return f"{at:%a} {at.day} {at:%b %H:%M}", of.area, RESPONSES[of.kind], of.said or "-"


def _one(of: Response) -> dict[str, Any]:
    return {
        "key": of.key, "digest": of.digest, "spike": of.spike, "area": of.area, "kind": of.kind,
        "at": of.at, "by": of.by, "said": of.said, "until": of.until, "whose": of.whose,
        "changed": of.changed, "action": of.action or None, "read_by": of.read_by or None,
    }  # fmt: skip
