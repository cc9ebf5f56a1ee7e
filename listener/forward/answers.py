"""Reads what a mail from the responses mailbox says: which digest it answers, and how.

Pure: it knows neither the digests nor the addresses of an area; listener.forward.taken weighs it.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from functools import partial
from typing import Literal

from listener.clock import LONDON
from listener.forward.answerlinks import CHANGED, HOW, KEEP, MORE, TAGS, UNTIL, WHOSE
from listener.forward.autoreplies import auto_reply, is_bounce
from listener.forward.quoted import is_forward, without_quotes, written
from listener.handoff import RESPONSES, ResponseKind
from listener.sources.mail import BROKEN, header, words_of
from rules.answerwords import action_of, first_words, kind_of
from rules.until import until_of

LONGEST = 4_000  # characters of free text that are kept
MOST_IDS = 40  # ids of earlier mails that are looked at
FALLBACK = datetime(1970, 1, 1, tzinfo=UTC)

_KINDS = {tag: kind for kind, tag in TAGS.items()}
_TOKEN = r"[A-Za-z0-9_-]{4,40}"
# Brackets get lost on the way, hyphens change, and a folded subject has blanks where it was folded.
_DASH = r"\s*[-‐‑–—]\s*"
_ANSWERED = re.compile(
    rf"\bCL{_DASH}(?P<token>{_TOKEN}?){_DASH}(?P<kind>not\W?ours|in\W?hand|ours|finished)\b",
    re.I,
)
_TAGGED = re.compile(rf"\[\s*(?:CL{_DASH}|ref\s+)(?P<token>{_TOKEN})\s*\]", re.I)
_PLUS = re.compile(rf"\+(?P<token>{_TOKEN})@", re.I)
_ID = re.compile(r"<([^<>\s]{3,250})>")
_REPLIED = re.compile(
    r"^\W*(?:\[?ext(?:ernal)?\]?\W+)*(?:re|aw|antw|sv|ref|atb|rif)\s*(?:\[\d+\])?\s*:", re.I
)
_PASSED_ON = re.compile(r"^\W*(?:\[?ext(?:ernal)?\]?\W+)*(?:fw|fwd|wg|tr|rv|enc|yml)\s*:", re.I)
_BLANKS = {WHOSE: "whose", UNTIL: "until", HOW: "how", CHANGED: "changed", MORE: "more"}
_BLANK = re.compile("|".join(re.escape(q).replace(r"\ ", r"\s+") for q in _BLANKS), re.I)
_BY_LEAD = {re.sub(r"\W+", "", q).casefold(): name for q, name in _BLANKS.items()}

Passed = Literal["", "auto", "bounce", "broken"]


@dataclass(frozen=True, slots=True)
class AnswerMail:
    """One mail as read. passed: why it answers nothing, "" where a person wrote it.

    why: in words, of what is passed over, or of an answer whose kind cannot be read.
    """

    message_id: str
    sender: str = ""  # the address, in small letters
    subject: str = ""
    at: datetime = FALLBACK  # when it says that it was written, UTC
    token: str = ""
    refs: tuple[str, ...] = ()  # the mails that it answers, newest first
    kind: ResponseKind | None = None
    said: str = ""  # what the sender wrote, without quotes and signatures
    until: datetime | None = None
    whose: str = ""
    changed: str = ""
    action: Literal["", "fixed", "none"] = ""
    passed: Passed = ""
    why: str = ""


def read(raw: bytes, now: datetime) -> AnswerMail:
    """Reads one mail whole. Never raises. now: aware; times in the mail are London's."""
    try:
        mail = message_from_bytes(raw, policy=policy.default)
    except (*BROKEN, RecursionError):
        mail = None
    if not isinstance(mail, EmailMessage) or not mail.keys():
        return AnswerMail(_made_id(raw), passed="broken", why="it is no mail that can be read")
    try:
        return _read(mail, raw, now)
    except (*BROKEN, RecursionError, OverflowError):
        return AnswerMail(_made_id(raw), passed="broken", why="it is too broken to read")


def parsed(raw: bytes) -> EmailMessage | None:
    """The mail as Python reads it, for whoever looks into a bounce; None where it cannot."""
    try:
        mail = message_from_bytes(raw, policy=policy.default)
    except (*BROKEN, RecursionError):
        return None
    return mail if isinstance(mail, EmailMessage) else None


def _read(mail: EmailMessage, raw: bytes, now: datetime) -> AnswerMail:
    head = partial(header, mail)
    subject = " ".join(head("subject").split())[:1_000]
    own = written(words_of(mail, without_quotes))
    token, tagged = _tag(subject, f"{head('to')} {head('cc')} {head('delivered-to')}")
    passed: Passed = "bounce" if is_bounce(head, mail) else ""
    why = "a mail server reports on a mail of ours" if passed else auto_reply(head, mail, own)
    found = _ids(head("message-id"))
    plain = AnswerMail(
        message_id=found[0] if found else _made_id(raw),
        sender=parseaddr(head("from"))[1].strip().casefold(),
        subject=subject,
        at=_written_at(head("date"), now),
        token=token or head("x-council-listener-digest").strip(),
        refs=tuple(
            dict.fromkeys((*_ids(head("in-reply-to")), *reversed(_ids(head("references")))))
        ),
        passed=passed or ("auto" if why else ""),
        why=why,
    )
    return plain if why else _answered(plain, own, tagged, now)


def _answered(mail: AnswerMail, own: str, tagged: ResponseKind | None, now: datetime) -> AnswerMail:
    """What a person's mail says: by the link that was used, else by its first words."""
    blanks, free = _filled_in(own)
    if _PASSED_ON.match(mail.subject) or is_forward(own):
        return _with(mail, None, own, blanks, now, "it passes the mail on to somebody")
    words = "\n".join(p for p in (free, *blanks.values()) if p)
    fresh = tagged if not _REPLIED.match(mail.subject) and not mail.refs else None
    spoken = kind_of(_plain_words(free, tagged))
    if fresh and spoken == "not_ours" != fresh:
        why = f"its link says “{RESPONSES[fresh]}” and its words say that it is not for them"
        return _with(mail, None, words, blanks, now, why)
    kind = fresh or spoken or (tagged if _untouched(own, tagged) else None)
    why = "" if kind else "which of the four answers it is cannot be read off its first words"
    return _with(mail, kind, words, blanks, now, why)


def _with(
    mail: AnswerMail, kind: ResponseKind | None, said: str, blanks: dict[str, str], now: datetime,
    why: str,
) -> AnswerMail:  # fmt: skip
    how = blanks.get("how", "")
    local = now.astimezone(LONDON)
    until = until_of(blanks.get("until", ""), local) or (
        until_of(said, local) if kind in (None, "in_hand") else None
    )
    named = first_words(_plain_words(said, "not_ours")) if kind == "not_ours" else ""
    whose = blanks.get("whose", "") or named
    return AnswerMail(
        mail.message_id, mail.sender, mail.subject, mail.at, mail.token, mail.refs, kind,
        said[:LONGEST],
        None if until is None else until.astimezone(UTC),
        whose[:LONGEST] if kind in (None, "not_ours") else "",
        blanks.get("changed", "")[:LONGEST],
        action_of(how or said) if kind == "finished" else "",
        why=why,
    )  # fmt: skip


def _tag(subject: str, to: str) -> tuple[str, ResponseKind | None]:
    """The token and the answer that stand in the subject, or the token in our address."""
    found = _ANSWERED.search(subject)
    if found is not None:
        tag = re.sub(r"[^a-z]", "", found["kind"].lower())
        return found["token"], _KINDS.get(tag)
    found = _TAGGED.search(subject) or _PLUS.search(to)
    return (found["token"], None) if found else ("", None)


def _filled_in(own: str) -> tuple[dict[str, str], str]:
    """What was filled into the blanks of a ready reply, and what was written beside them."""
    body = re.sub(re.escape(KEEP).replace(r"\ ", r"\s+"), "\n", own)
    places = list(_BLANK.finditer(body))
    if not places:
        return {}, body.strip()
    filled: dict[str, str] = {}
    for at, place in enumerate(places):
        ends = places[at + 1].start() if at + 1 < len(places) else len(body)
        name = _BY_LEAD.get(re.sub(r"\W+", "", place[0]).casefold(), "more")
        said = body[place.end() : ends].strip(" \t\r\n:_-.…")
        if said:
            filled[name] = said
    return filled, body[: places[0].start()].strip()


def _plain_words(free: str, tagged: ResponseKind | None) -> str:
    """What was written, without the answer's own words, which stand in every ready reply."""
    own = RESPONSES[tagged] if tagged else ""
    return free.replace(f"{own}.", "", 1).strip() if own else free


def _untouched(own: str, tagged: ResponseKind | None) -> bool:
    """Whether the answer's own words stand first, as the ready reply has them."""
    return tagged is not None and own.lstrip().startswith(RESPONSES[tagged])


def _ids(said: str) -> tuple[str, ...]:
    return tuple(f"<{found}>" for found in _ID.findall(said[:20_000])[-MOST_IDS:])


def _made_id(raw: bytes) -> str:
    """An id for a mail without one: the same mail has the same."""
    return f"<sha256-{hashlib.sha256(raw).hexdigest()}@no.message.id>"


def _written_at(said: str, now: datetime) -> datetime:
    """When it was written; now, where it does not say or says a time to come."""
    try:
        at = parsedate_to_datetime(said)
    except (ValueError, TypeError, IndexError, OverflowError):
        return now
    try:
        at = at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    except (OverflowError, ValueError):
        return now
    return at if FALLBACK < at <= now else now
