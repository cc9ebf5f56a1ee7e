"""Turns one mail file into a mention: what was written, by whom, when."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from listener.errors import NotUnderstood
from listener.mention import Heard
from listener.sources.dates import UNREAD, judged, read_date
from listener.sources.encoding import decoded
from listener.sources.plain import from_html, plain_line, verbatim

BROKEN = (LookupError, ValueError, AttributeError, TypeError, MessageError, AssertionError)
"""What Python's mail reader raises over broken mails (seen in its own test mails)."""


def mail_of(data: bytes, now: datetime) -> Heard:
    """The mention that a mail is. Raises NotUnderstood where it holds no words."""
    try:
        mail = message_from_bytes(data, policy=policy.default)
    except (*BROKEN, RecursionError) as fault:
        raise NotUnderstood("The mail is too broken to read. Nothing was taken.") from fault
    if not isinstance(mail, EmailMessage) or not mail.keys():
        raise NotUnderstood("The file is no mail. Nothing was taken.")
    title, text = plain_line(header(mail, "subject")), words_of(mail)
    if not text and not title:
        raise NotUnderstood("The mail holds no words. Nothing was taken.")
    published, doubt = _date(_raw_date(mail), now)
    return Heard(
        id=plain_line(header(mail, "message-id"), 500).strip("<> "),
        title=title if text else "",
        text=text or title,
        author=plain_line(parseaddr(header(mail, "from"))[0], 120),
        published=published,
        date_fault=doubt,
        thread=plain_line(header(mail, "in-reply-to"), 500).strip("<> "),
        channel="email_alert",
    )


def header(mail: EmailMessage, name: str) -> str:
    """A header as people read it, or "" where there is none that can be read."""
    try:
        return str(mail.get(name, ""))
    except (*BROKEN, RecursionError):
        return ""  # a header that the parser trips over counts as missing


def words_of(mail: EmailMessage, html: Callable[[str], str] = str) -> str:
    """The plain part where there is one, else the HTML part made plain. html: changes it before."""
    for kind in ("plain", "html"):
        try:
            part = mail.get_body(preferencelist=(kind,))
        except (*BROKEN, RecursionError):
            continue
        content = _content(part) if isinstance(part, EmailMessage) else ""
        said = verbatim(content) if kind == "plain" else from_html(html(content))
        if said:
            return said
    return ""


def _content(part: EmailMessage) -> str:
    try:
        content = part.get_content()
    except BROKEN:
        raw = part.get_payload(decode=True)  # a charset that nobody knows: the bytes may tell
        content = decoded(raw)[0] if isinstance(raw, bytes) else ""
    return content if isinstance(content, str) else ""


def _raw_date(mail: EmailMessage) -> str:
    """The date as sent: Python's own header writes -0000 where there was no zone."""
    return next((str(v) for k, v in mail.raw_items() if k.lower() == "date"), "")


def _date(said: str, now: datetime) -> tuple[datetime | None, str]:
    """The mail's date as our sources' dates are read; Python's reader second."""
    raw = re.sub(r"\([^()]*\)", "", said)  # "+0100 (BST)"
    found, fault = read_date(raw, now)
    if found is not None or not fault.endswith(UNREAD):
        return found, fault
    try:
        at = parsedate_to_datetime(raw)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None, fault
    return (None, fault) if at.tzinfo is None else judged(at, "", now)
