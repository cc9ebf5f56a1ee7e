"""What a mail server's number means, in words: in its answers, and in what comes back."""

from __future__ import annotations

import re

# The enhanced codes are those of RFC 3463; the class (first digit) is left out: it says only
# whether it is for good.
_ENHANCED = {
    "1.1": "there is no such address",
    "1.2": "there is no such mail domain",
    "1.3": "the address is not written as it should be",
    "1.6": "the mailbox has moved",
    "1.8": "our sender’s address is not known",
    "1.10": "that address takes no mail",
    "2.0": "something is wrong with the mailbox",
    "2.1": "the mailbox is switched off",
    "2.2": "the mailbox is full",
    "2.3": "the mail is too big for the mailbox",
    "3.1": "the server’s disk is full",
    "3.4": "the mail is too big for the server",
    "4.1": "the server of the address did not answer",
    "4.4": "no server is known for the address",
    "4.7": "it was tried for too long",
    "7.0": "it was refused by a rule of the server",
    "7.1": "the server does not let us send to that address",
    "7.60": "the server does not let this account send in the sender’s name",
}
_PLAIN = {
    421: "the server is busy or closing",
    450: "the mailbox is busy",
    451: "the server had a fault of its own",
    452: "the mailbox or the server is full",
    530: "the server wants a log-in first",
    534: "the server wants another kind of log-in",
    535: "the user name or the password was not accepted",
    550: "the address was refused",
    551: "the mailbox is not on that server",
    552: "the mailbox is full",
    553: "the address was not accepted",
    554: "the mail was refused",
}
_CODE = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
LONGEST = 160


def enhanced_in(text: str) -> str:
    """The enhanced code in a server's answer, as `5.1.1`, or ""."""
    found = _CODE.search(text)
    return found[0] if found else ""


def in_words(code: int, said: str) -> str:
    """What an answer means, with what the server said in brackets, on one line."""
    enhanced = enhanced_in(said)
    _, _, detail = enhanced.partition(".")
    known = _ENHANCED.get(detail) or _PLAIN.get(code) or _PLAIN.get(_whole(enhanced))
    told = one_line(said)
    answer = f"{code} {told}".strip() if code else told
    if known is None:
        return f"the server said: {answer}" if answer else "the server gave no reason"
    return f"{known} ({answer})" if answer else known


def one_line(said: str) -> str:
    """What a stranger's server said, harmless on one line and not too long."""
    text = " ".join("".join(c if c.isprintable() else " " for c in said).split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _whole(enhanced: str) -> int:
    """The plain answer that is nearest to an enhanced code of which no words are known."""
    return {"5": 554, "4": 451}.get(enhanced[:1], 0)
