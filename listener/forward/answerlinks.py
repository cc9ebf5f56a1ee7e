"""The four answers of a service as links that open a ready reply: no server and no log-in.

Nothing counts until a mail is sent, so that a scanner which opens every link answers nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote

from listener.handoff import RESPONSES, ResponseKind

TAGS: Mapping[ResponseKind, str] = {
    "ours": "ours",
    "not_ours": "notours",
    "in_hand": "inhand",
    "finished": "finished",
}
"""How the subject of a ready reply names its answer: one plain word, for mail programs fold."""

WHOSE = "Whose is it?"
UNTIL = "Until when?"
HOW = "Fixed, or no action and why?"
CHANGED = "What was changed: signs, hours, words?"
MORE = "Anything comms should know?"
BLANKS: Mapping[ResponseKind, tuple[str, ...]] = {
    "ours": (MORE,),
    "not_ours": (WHOSE, MORE),
    "in_hand": (UNTIL, MORE),
    "finished": (HOW, CHANGED, MORE),
}
"""The questions of a ready reply, each with a blank after it; listener.forward.answers reads it."""
KEEP = "Please leave the subject as it is: it says which message you answer."

LONGEST = 2_000
"""Characters of a link: Windows hands at most some 2,080 to a mail program."""
_OWN_TAG = re.compile(r"\[CL-[^\]\s]*\]")
SUBJECT = 120  # characters of the digest's own subject that a reply repeats


def subject_tag(token: str, kind: ResponseKind | None = None) -> str:
    """`[CL-7F3K2-ours]`; without an answer `[CL-7F3K2]`, as the subject of a digest may bear it."""
    return f"[CL-{token}-{TAGS[kind]}]" if kind else f"[CL-{token}]"


def reply_links(mailbox: str, token: str, subject: str) -> tuple[tuple[str, str], ...]:
    """Each answer's words and its `mailto:` link, at most 2,000 characters long; () for no mailbox.

    As RFC 6068 writes it: UTF-8 in per cent, a blank as %20 (a + stays a + in Outlook and iOS),
    lines ended by %0D%0A. The caller escapes `&` where it stands in HTML.
    """
    if not mailbox.strip():
        return ()
    return tuple((words, _link(mailbox, token, kind, subject)) for kind, words in RESPONSES.items())


def _link(mailbox: str, token: str, kind: ResponseKind, subject: str) -> str:
    body = quote(ready_text(kind), safe="")
    begun = f"mailto:{quote(mailbox.strip(), safe='@')}?subject="
    tag = f"{subject_tag(token, kind)} {RESPONSES[kind]}"
    words = " ".join(_OWN_TAG.sub(" ", subject).split())[:SUBJECT]
    while True:
        link = f"{begun}{quote(f'{tag}: {words}' if words else tag, safe='')}&body={body}"
        if len(link) <= LONGEST or not words:
            return link
        words = words[: len(words) * 2 // 3]


def ready_text(kind: ResponseKind) -> str:
    """What stands in the ready reply: the answer, its blanks, and why the subject stays."""
    blanks = "".join(f"{question}\r\n\r\n" for question in BLANKS[kind])
    return f"{RESPONSES[kind]}.\r\n\r\n{blanks}{KEEP}\r\n"
