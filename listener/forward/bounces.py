"""Reads what comes back from mail servers: which of our mails did not arrive, where, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage, Message

from listener.forward.codes import enhanced_in, in_words
from listener.forward.mail import TOKEN_HEADER, token_in

FULL = "the mailbox is full"
_ID = re.compile(r"<[^<>\s@]{1,200}@[^<>\s@]{1,200}>")
_ADDRESS = re.compile(r"[^\s<>;,:\"]+@[^\s<>;,:\"]+")
MOST_READ = 200_000  # characters of a returned mail that are looked through


@dataclass(frozen=True, slots=True)
class Bounce:
    """A mail of ours that did not arrive, or not yet."""

    message_id: str  # of the mail that did not arrive, "" where the report does not say
    token: str  # of its digest, "" where the report does not say
    recipients: tuple[str, ...]
    why: str  # in words, with what the server said
    permanent: bool  # False: the server still tries, or tried in vain for a passing reason


def bounce_of(message: EmailMessage) -> Bounce | None:
    """What a report of a mail server says of a mail that did not arrive; None for any other mail.

    A report of success is none. Reads delivery status notifications (RFC 3464) and, where there
    is no such part, the X-Failed-Recipients of Exim and of Gmail.
    """
    blocks = list(_blocks(message))
    failed = [b for b in blocks if b["action"] in ("failed", "delayed")]
    if blocks and not failed:
        return None
    by_header = _failed_recipients(message)
    if not failed and not by_header:
        return None
    message_id, token = _returned(message)
    if not failed:
        return Bounce(message_id, token, by_header, "the address was refused", True)
    first = failed[0]
    recipients = tuple(dict.fromkeys(b["recipient"] for b in failed if b["recipient"]))
    permanent = first["action"] == "failed"
    return Bounce(message_id, token, recipients or by_header, _why(first), permanent)


def _why(block: dict[str, str]) -> str:
    said = block["diagnostic"]
    code = re.match(r"\s*(\d{3})\b[ -]?", said)
    rest = said[code.end() :] if code else said
    if block["status"] and not enhanced_in(rest):
        rest = f"{block['status']} {rest}".strip()
    return in_words(int(code[1]) if code else 0, rest)


def _blocks(message: Message) -> Iterator[dict[str, str]]:
    """What the report says of each recipient. A report within a mail that somebody sent on is not
    looked for: only the mail's own parts are."""
    if message.get_content_type() != "multipart/report":
        return
    for part in _parts(message):
        if part.get_content_type() not in (
            "message/delivery-status",
            "message/global-delivery-status",
        ):
            continue
        for block in _parts(part):
            action = _field(block, "Action").lower()
            if action:
                yield {
                    "action": action,
                    "recipient": _recipient(block),
                    "status": enhanced_in(_field(block, "Status")),
                    "diagnostic": _after_type(_field(block, "Diagnostic-Code")),
                }


def _parts(message: Message) -> list[Message]:
    parts = message.get_payload()
    return [p for p in parts if isinstance(p, Message)] if isinstance(parts, list) else []


def _field(message: Message, name: str) -> str:
    return " ".join(str(message.get(name, "")).split())


def _recipient(block: Message) -> str:
    for name in ("Original-Recipient", "Final-Recipient"):
        found = _ADDRESS.search(_after_type(_field(block, name)))
        if found:
            return found[0]
    return ""


def _after_type(value: str) -> str:
    """`rfc822; desk@x.example` without its first part."""
    kind, semicolon, rest = value.partition(";")
    return rest.strip() if semicolon and " " not in kind.strip() else value


def _failed_recipients(message: Message) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_ADDRESS.findall(_field(message, "X-Failed-Recipients"))))


def _returned(message: Message) -> tuple[str, str]:
    """Message-ID and token of the mail that comes back: from its headers, else from the text."""
    for part in _parts(message):
        kind = part.get_content_type()
        if kind == "message/rfc822":
            for inner in _parts(part):
                return _named(inner)
        if kind in ("text/rfc822-headers", "message/global-headers"):
            return _in_text(_text(part))
    return _in_text(_text(message))


def _named(inner: Message) -> tuple[str, str]:
    token = _field(inner, TOKEN_HEADER) or token_in(_field(inner, "Subject"))
    found = _ID.search(_field(inner, "Message-ID"))
    return found[0] if found else "", token


def _in_text(text: str) -> tuple[str, str]:
    line = re.search(rf"(?im)^\s*Message-ID:\s*({_ID.pattern})", text)
    return line[1] if line else "", token_in(text)


def _text(message: Message) -> str:
    """The text of a part, or of the first plain part within it."""
    parts = _parts(message)
    if parts:
        plain = next((p for p in parts if p.get_content_maintype() == "text"), None)
        return _text(plain) if plain is not None else ""
    held = message.get_payload(decode=True)
    return held[:MOST_READ].decode("utf-8", "replace") if isinstance(held, bytes) else ""
