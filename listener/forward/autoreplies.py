"""Why a mail was written by a program and not by a person: such a mail answers nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from email.message import EmailMessage

Head = Callable[[str], str]
_SUBJECTS = re.compile(
    r"^\W*(?:(?:re|fw|fwd|sv|aw|ext)\W+)*(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response|"
    r"matic)|automated (?:reply|response)|out[- ]of[- ](?:the[- ])?office|away from (?:the|"
    r"my) office|"
    r"on (?:annual |maternity |sick )?leave\b|i am (?:on leave|away|out)|atebiad awtomatig|"
    r"allan o[’']r "
    r"swyddfa|abwesenheit|réponse automatique|respuesta automática)",
    re.I,
)
_TRACKED = re.compile(
    r"^\W*(?:read|not read|delivered|recall|accepted|declined|tentative|cancell?ed)\s*:\s", re.I
)
_THANKED = re.compile(
    r"\b(?:your (?:enquiry|email|e-mail|message|request) has been (?:received|logged)|ticket (?:id|"
    r"number|#)|(?:this|the) (?:mailbox|inbox) is (?:not monitored|no longer))\b",
    re.I,
)
_AWAY = re.compile(
    r"^\W*(?:[^.\n]{0,40}[,!]\s*)?(?:thank you for (?:your|getting)[^.\n]{0,80}\.\s*)?(?:i am|"
    r"i[’']m|i "
    r"will be) (?:currently |now )?(?:out of (?:the )?office|on (?:annual |maternity |sick |"
    r"paternity |"
    r"study )?leave|away (?:from|until)|not in the office)",
    re.I,
)


def auto_reply(head: Head, mail: EmailMessage, said: str) -> str:
    """Why a mail counts as an automatic one, in words; "" where a person wrote it.

    head: a header by its name. said: what stands in it. Headers as RFC 3834 and Exchange set them;
    X-Auto-Response-Suppress is left alone, for Exchange sets it on people's mails too.
    """
    submitted = head("auto-submitted").strip().lower()
    if submitted and not submitted.startswith("no"):
        return f"it says that a program sent it (Auto-Submitted: {submitted[:40]})"
    for name in ("x-autoreply", "x-autorespond", "x-auto-reply", "x-ms-exchange-inbox-rules-loop"):
        if head(name).strip() and head(name).strip().lower() not in ("no", "false"):
            return f"it is marked as automatic ({name})"
    precedence = head("precedence").strip().lower()
    if precedence in ("bulk", "junk", "auto_reply", "list"):
        return f"it was sent to many at once, or by a program (Precedence: {precedence})"
    if head("return-path").replace(" ", "") == "<>":
        return "it has no sender that a mail could go back to"
    subject = head("subject")
    if _SUBJECTS.match(subject):
        return "its subject says that somebody is away"
    if _TRACKED.match(subject) or _calendar(mail):
        return "it is a receipt, or an answer to an invitation"
    if _AWAY.match(said):
        return "it says that somebody is away"
    return "it is a ticket system's receipt" if _THANKED.search(said[:600]) else ""


def is_bounce(head: Head, mail: EmailMessage) -> bool:
    """Whether a mail program reports that a mail did not arrive, or did."""
    if mail.get_content_type() == "multipart/report":
        return "delivery-status" in head("content-type").lower()
    if head("x-failed-recipients"):
        return True
    daemon = re.search(r"\b(?:mailer-daemon|postmaster|microsoftexchange[0-9a-f]*)\b", head("from"),
                       re.I)  # fmt: skip
    return bool(daemon) and bool(
        re.search(r"undeliver|delivery (?:status|failure|has failed)|returned mail|mail delivery|"
                  r"failure notice|delivery delayed", head("subject"), re.I)
    )  # fmt: skip


def _calendar(mail: EmailMessage) -> bool:
    return any(part.get_content_type() == "text/calendar" for part in mail.walk())
