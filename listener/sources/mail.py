"""Turns one mail file into a mention: what was written, by whom, when."""

from __future__ import annotations

from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from listener.errors import NotUnderstood
from listener.mention import Heard
from listener.sources.plain import from_html, one_line, tidy


def mail_of(data: bytes, now: datetime) -> Heard:
    """The mention that a mail is. Raises NotUnderstood where it holds no words."""
    mail = message_from_bytes(data, policy=policy.default)
    if not isinstance(mail, EmailMessage) or not mail.keys():
        raise NotUnderstood("The file is no mail. Nothing was taken.")
    title, text = one_line(_header(mail, "subject")), _text(mail)
    if not text and not title:
        raise NotUnderstood("The mail holds no words. Nothing was taken.")
    published, fault = _date(mail, now)
    return Heard(
        id=_header(mail, "message-id").strip("<> ")[:500],
        title=title if text else "",
        text=text or title,
        author=one_line(parseaddr(_header(mail, "from"))[0], 120),
        published=published,
        date_fault=fault,
        thread=_header(mail, "in-reply-to").strip("<> ")[:500],
        channel="email_alert",
    )


def _header(mail: EmailMessage, name: str) -> str:
    try:
        return str(mail.get(name, ""))
    except (ValueError, IndexError, AttributeError, TypeError, MessageError):
        return ""  # a header that the parser trips over counts as missing


def _text(mail: EmailMessage) -> str:
    """The plain part where there is one, else the HTML part made plain."""
    for kind in ("plain", "html"):
        try:
            part = mail.get_body(preferencelist=(kind,))
            content = part.get_content() if part is not None else ""
        except (LookupError, ValueError, AttributeError, TypeError, MessageError):
            continue  # a part in an unknown encoding: the other kind may do
        if isinstance(content, str) and content.strip():
            return tidy(content) if kind == "plain" else from_html(content)
    return ""


def _date(mail: EmailMessage, now: datetime) -> tuple[datetime | None, str]:
    try:
        at = parsedate_to_datetime(_header(mail, "date"))
    except (TypeError, ValueError, IndexError):
        return None, "the mail has no date that can be read"
    at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    return (at, "") if at <= now else (None, "the mail's date lies in the future")
