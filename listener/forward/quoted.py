"""What somebody wrote in a mail, without what they answer to, their signature and disclaimers.

Small and our own: libraries for it (mail-parser-reply, email-reply-parser) know plain text alone,
and what a reply is taken from here is mostly Outlook's, where the quote is a block of headers.
"""

from __future__ import annotations

import re

LINES = 2_000  # lines that are looked at
WRITES = re.compile(
    r"^(?:on|ar|le|am)\b.{4,300}\b(?:wrote|ysgrifennodd|a écrit|schrieb)\s*:\s*$", re.I | re.S
)
_BEGINS = re.compile(r"^\W{0,4}(?:on|ar|le|am)\b.{4,}", re.I)
_RULED = re.compile(
    r"^\s*(?:-{2,}\s*(?:original|forwarded) (?:message|appointment)|begin forwarded message:|"
    r"_{20,}\s*$)",
    re.I,
)
_FROM = re.compile(r"^\W{0,3}(?:from|oddi wrth|o|von|de)\s*:\W{0,3}\s*\S", re.I)
_HEADS = re.compile(r"^\W{0,3}(?:sent|date|to|cc|subject|anfonwyd|dyddiad|at|pwnc)\s*:", re.I)
_SIGNED = re.compile(
    r"^\s*(?:--\s*|—\s*|-\s*-\s*|sent from (?:my|outlook|mail|yahoo|samsung|a mobile)\b.*|"
    r"get outlook "
    r"for (?:ios|android).*|sent via .{0,40}|(?:kind(?:est)?|best|warm|with|many)? ?(?:regards|"
    r"wishes|"
    r"thanks)[,.! ]*|yours (?:sincerely|faithfully)[,. ]*|cheers[,.! ]*|thanks[,.! ]*|"
    r"(?:cofion|diolch)(?: gorau| cynnes)?[,.! ]*)$",
    re.I,
)
_SMALL_PRINT = re.compile(
    r"^\W*(?:this (?:e-?mail|message|communication)\b.{0,80}(?:confidential|intended|attachments|"
    r"virus|scanned)|disclaimer\b|confidentiality notice|the information (?:in|contained)|please "
    r"consider the environment|if you (?:are not|have received))",
    re.I,
)
_BANNER = re.compile(
    r"^\W*(?:caution\b\W|\[?external(?: (?:e-?mail|sender|message))?\]?(?:\W|$)|"
    r"warning\W+(?:this|ext)|"
    r"you don[’']t often (?:get|receive) e?mail from|this (?:e?-?mail|message) (?:originated|"
    r"came|was "
    r"sent) from (?:outside|an? ext)|(?:do not|don[’']t) click (?:on )?(?:any )?links|"
    r"learn (?:more|why this is important))",
    re.I,
)
_QUOTE_TAG = re.compile(r"<(/?)blockquote\b[^>]{0,500}>", re.I)


def written(text: str) -> str:
    """What the sender wrote themselves: above the quote, or where nothing stands there, below it.

    Promises: never raises, looks at 2,000 lines at most.
    """
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").split("\n")[:LINES]]
    cut = _quote_at(lines)
    above = _own(lines if cut is None else lines[:cut])
    if above or cut is None:
        return above
    return _own(_below(lines[cut:]))


def is_forward(text: str) -> bool:
    """Whether a mail passes another one on."""
    return bool(re.search(r"^\W{0,10}(?:begin )?forwarded message", text, re.I | re.M))


def without_quotes(markup: str) -> str:
    """HTML without what stands in its blockquotes, in one pass; an open one lasts to the end."""
    kept, depth, at = [], 0, 0
    for tag in _QUOTE_TAG.finditer(markup):
        if depth == 0:
            kept.append(markup[at : tag.start()])
        depth = max(0, depth + (-1 if tag[1] else 1))
        at = tag.end()
    if depth == 0:
        kept.append(markup[at:])
    return "\n".join(kept)


def _quote_at(lines: list[str]) -> int | None:
    """The line at which a block of what is answered begins; lines with > are no block."""
    for n, line in enumerate(lines):
        if _RULED.match(line) and (line.strip(" _-") or _heads(lines, n + 1)):
            return n
        if _FROM.match(line) and _heads(lines, n + 1):
            return n
        if _BEGINS.match(line) and any(
            WRITES.match(" ".join(lines[n : n + many]).strip(" >*")) for many in (1, 2, 3)
        ):
            return n
    return None


def _heads(lines: list[str], n: int) -> bool:
    """Whether headers of a mail follow within five lines."""
    near = [line for line in lines[n : n + 8] if line.strip()][:5]
    return sum(bool(_HEADS.match(line)) for line in near) >= 2 or (
        bool(near) and bool(_FROM.match(near[0])) and any(map(_HEADS.match, near[1:]))
    )


def _below(lines: list[str]) -> list[str]:
    """What stands under a quote whose lines begin with >, where somebody answers there."""
    quoted = [n for n, line in enumerate(lines) if line.lstrip().startswith(">")]
    return lines[quoted[-1] + 1 :] if quoted else []


def _own(lines: list[str]) -> str:
    kept: list[str] = []
    for line in lines:
        if line.lstrip().startswith(">") or _BANNER.match(line):
            continue
        if _SMALL_PRINT.match(line) or (_SIGNED.match(line) and any(k.strip() for k in kept)):
            break
        kept.append(line)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()
