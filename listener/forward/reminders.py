"""What a reminder says: what was written when, and the four answers again."""

from __future__ import annotations

from datetime import datetime
from html import escape

from listener.clock import LONDON
from listener.forward.answerlinks import reply_links
from listener.forward.mail import Letter
from rules.chasing import Step

HOW = (
    "Please press reply and write one of these at the top:\n"
    "  We'll deal with it\n"
    "  Not for us, and whose it is\n"
    "  In hand until, and the day\n"
    "  Finished, and what was changed: signs, hours, words\n"
)


def reminder(
    step: Step, *, area: str, to: tuple[str, ...], subject: str, plain: str, token: str,
    mailbox: str, sent: datetime, until: datetime | None, answers: str, automatic: bool,
) -> Letter:  # fmt: skip
    """The reminder about a digest, to its desk or to the deputy, with the digest below it.

    sent, until: aware. answers: the Message-ID of the digest's mail. mailbox: "" for no links.
    """
    says = _says(step, area, subject, sent, until)
    links = "".join(
        f'<p style="margin:8px 0"><a href="{escape(href)}">{escape(words)}</a></p>'
        for words, href in reply_links(mailbox, token, subject)
    )
    begins = "For the deputy" if step == "deputy" else "Reminder"
    return Letter(
        to,
        f"{begins}: {subject}",
        f"{says}\n\n{HOW}\nWhat we wrote:\n\n{plain}",
        _page(says, links or f"<p>{escape(HOW)}</p>", plain),
        token=token,
        answers=answers,
        automatic=automatic,
    )


def _says(step: Step, area: str, subject: str, sent: datetime, until: datetime | None) -> str:
    wrote = f"On {_clock(sent)} we wrote to {area}: {subject}."
    if until is not None:
        local = until.astimezone(LONDON)
        said = f"You said that it was in hand until {local:%A} {local.day} {local:%B}."
        return f"{wrote} {said} Is it finished?"
    if step == "deputy":
        return f"{wrote} We have no answer, and one reminder went. You are named as the deputy."
    return f"{wrote} We have no answer yet."


def _page(says: str, links: str, plain: str) -> str:
    return (
        '<!DOCTYPE html><html lang="en-GB"><body style="font-family:Arial,sans-serif;'
        f'font-size:16px;line-height:1.4"><p>{escape(says)}</p>{links}'
        f'<p>What we wrote:</p><pre style="white-space:pre-wrap;font-family:inherit">'
        f"{escape(plain)}</pre></body></html>"
    )


def _clock(at: datetime) -> str:
    local = at.astimezone(LONDON)
    return f"{local:%A} {local.day} {local:%B at %H:%M}"
