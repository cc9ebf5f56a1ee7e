"""Writes one mail whole, as it will travel: plain text and HTML, the rest attached as a table."""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import SMTP
from email.utils import format_datetime

from listener.clock import LONDON
from listener.errors import NotUnderstood
from listener.mailbox import addressees, domain_of, sent_as

TOKEN_HEADER = "X-Council-Listener-Digest"
"""Carries the digest's token. Mail programs may drop it from a draft, so the subject has it too."""
NOWHERE = "council-listener.invalid"
"""The domain of our Message-IDs where no sender's address is set."""
LONGEST_SUBJECT = 200

_TOKEN = re.compile(r"[A-Za-z0-9]{4,40}")
_TAG = re.compile(r"\[CL-\s*([A-Za-z0-9]{4,40})(-\w+)?\]")
# Line ends of every kind, and what turns the direction of writing: neither belongs in a header.
_NO_HEADER = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")


@dataclass(frozen=True, slots=True)
class Sender:
    """Whom a mail is from, and where its answers go. The address may be "" in a draft alone."""

    address: str
    name: str = ""
    reply_to: str = ""  # the responses mailbox, "" where there is none
    plus: bool = False  # that mailbox takes box+token@ too, so that answers name their digest


@dataclass(frozen=True, slots=True)
class Letter:
    """What a mail says, and to whom."""

    to: tuple[str, ...]
    subject: str
    plain: str
    html: str = ""
    csv: str = ""
    csv_name: str = "posts.csv"
    token: str = ""  # of the digest that it is, or that it is about
    answers: str = ""  # the Message-ID of the mail that it follows up, as a reminder does
    automatic: bool = False  # no person pressed a button for it: asks for no holiday notice


def written(
    letter: Letter, sender: Sender, message_id: str, at: datetime, *, draft: bool = False
) -> bytes:
    """One MIME mail, ASCII only, lines ended by CRLF; at is aware.

    draft: an .eml that a mail program opens ready to send, with a hidden copy to the responses
    mailbox. Raises NotUnderstood, in words, for an address that cannot be one.
    """
    mail = EmailMessage(policy=SMTP)
    if sender.address:
        mail["From"] = _address(sender.address, sender.name)
    elif not draft:
        raise NotUnderstood("No address to send from is set (Settings, Mail). Nothing was sent.")
    mail["To"] = [_address(to) for to in addressees(letter.to)]
    if sender.reply_to:
        mail["Reply-To"] = _address(_reply_to(sender, letter.token))
        if draft:
            mail["Bcc"] = _address(sender.reply_to)
    mail["Subject"] = tagged(letter.subject, letter.token)
    mail["Date"] = format_datetime(at.astimezone(LONDON))
    mail["Message-ID"] = message_id
    _say_more(mail, letter, draft)
    mail.set_content(_lines(letter.plain), cte="quoted-printable")
    if letter.html:
        mail.add_alternative(_lines(letter.html), subtype="html", cte="quoted-printable")
    if letter.csv:
        # With a mark in front, or Excel reads UTF-8 as the letters of old Windows.
        mail.add_attachment(
            letter.csv.encode("utf-8-sig", "replace"), maintype="text", subtype="csv",
            filename=_file_name(letter.csv_name), params={"charset": "utf-8"}, cte="base64",
        )  # fmt: skip
    return mail.as_bytes()


def _say_more(mail: EmailMessage, letter: Letter, draft: bool) -> None:
    if letter.answers:
        mail["In-Reply-To"] = mail["References"] = _header(letter.answers)
    if letter.token:
        mail[TOKEN_HEADER] = _token(letter.token)
    if letter.automatic:
        mail["Auto-Submitted"] = "auto-generated"
    if draft:
        mail["X-Unsent"] = "1"


def readdressed(mail: bytes, to: Sequence[str]) -> bytes:
    """The same mail, with its Message-ID, to other addresses. Raises NotUnderstood."""
    read = BytesParser(policy=SMTP).parsebytes(mail)
    del read["To"]
    read["To"] = [_address(one) for one in addressees(to)]
    return read.as_bytes()


def new_message_id(address: str) -> str:
    """A Message-ID that nobody can guess and nobody else has."""
    return f"<{secrets.token_hex(16)}@{domain_of(address) or NOWHERE}>"


def tagged(subject: str, token: str) -> str:
    """The subject on one line with the digest's token at its end: `… [CL-K7F3Q2]`."""
    text = _header(subject)
    if not token:
        return _cut(text, LONGEST_SUBJECT)
    tag = f" [CL-{_token(token)}]"
    if tag.strip() in text:
        return text
    return _cut(text, LONGEST_SUBJECT - len(tag)) + tag


def token_in(subject: str) -> str:
    """The token of a subject that `tagged` made, also of an answer to it; "" where none is."""
    found = _TAG.search(subject)
    return found[1] if found else ""


def _address(address: str, name: str = "") -> Address:
    return Address(_header(name), addr_spec=sent_as(address))


def _reply_to(sender: Sender, token: str) -> str:
    local, _, domain = sender.reply_to.strip().rpartition("@")
    return f"{local}+{token}@{domain}" if sender.plus and token else sender.reply_to


def _header(text: str) -> str:
    """A text that can stand in a header: one line, and nothing that would begin another."""
    return " ".join(_NO_HEADER.sub(" ", text).split())


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _token(token: str) -> str:
    if not _TOKEN.fullmatch(token):
        raise ValueError(f"no token: {token!r}")
    return token


def _lines(text: str) -> str:
    """Text with one kind of line end, and no half letters, which no mail can carry."""
    return "\n".join(text.encode("utf-8", "replace").decode().splitlines()) + "\n"


def _file_name(name: str) -> str:
    kept = re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip("-.") or "posts"
    return kept if kept.endswith(".csv") else f"{kept}.csv"
