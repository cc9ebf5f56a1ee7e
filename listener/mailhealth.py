"""What the doctor says of mail: how it is sent, where its password lies, what waits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from listener.secrets import keyring_words
from listener.settings import Settings
from listener.store.reading import Reader

Line = tuple[str, Literal["ok", "note", "fault"], str]
"""What was looked at, how it is, and in words what was found."""


def mail_lines(reader: Reader) -> Iterator[Line]:
    """The doctor's lines about mail. No address of a service is named."""
    settings = reader.settings()
    yield _way(settings)
    if settings.mail_way == "smtp" and settings.mail_user:
        yield _keyring()
    yield _queue(reader)


def _way(settings: Settings) -> Line:
    if settings.mail_way != "smtp":
        back = settings.responses_address
        says = "goes out as drafts that a person sends; no reminder goes out by itself"
        return "mail", "ok" if back else "note", says if back else f"{says}; {_NO_BOX}"
    if not settings.mail_host or not settings.mail_from:
        says = "the mail server or the address to send from is not filled in (Settings, Mail)"
        return "mail", "fault", says
    how = {"starttls": "STARTTLS", "tls": "TLS"}.get(settings.mail_security, "no encryption")
    says = f"goes by {settings.mail_host}:{settings.mail_port} with {how}"
    if not settings.responses_address:
        return "mail", "note", f"{says}; {_NO_BOX}"
    return "mail", "ok", says


_NO_BOX = "no responses mailbox is set, so answers and copies cannot be read (Settings, Mail)"


def _keyring() -> Line:
    safe, name = keyring_words()
    if safe:
        return "keyring", "ok", f"{name} keeps the mail password"
    return "keyring", "note", f"none that is safe ({name}): the password is asked for at each start"


def _queue(reader: Reader) -> Line:
    counts = reader.outbox.counts()
    words = {
        "queued": "waiting", "unknown": "not known whether it went", "failed": "not sent",
        "bounced": "came back", "opened": "drafts not known sent", "sent": "went",
    }  # fmt: skip
    told = ", ".join(f"{counts[s]} {w}" for s, w in words.items() if counts.get(s))
    bad = any(counts.get(s) for s in ("unknown", "failed", "bounced"))
    return "mails", "note" if bad else "ok", told or "none was made yet"
