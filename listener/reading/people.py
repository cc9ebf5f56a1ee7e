"""Whether a mention seems to name a person: such posts are masked or left out when quoted."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from listener.mention import Place
from listener.reading.normal import Plain
from listener.reading.phrases import Hit
from listener.reading.words import first_names, not_surnames

TITLES = (
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "rev", "reverend", "sir", "dame",
    "lord", "lady", "cllr", "councillor", "pc", "pcso", "sgt", "sergeant", "nurse", "father",
    "sister", "pastor", "imam",
)  # fmt: skip
_LOOKS = 600  # characters in which names are looked for
_AFTER = re.compile(r"\.? ([A-Z][\w'-]+)")
# As r"\b([A-Z][a-z]+) …"; a capital first lets the search skip to one: 6 µs a post, not 10.
_PAIR = re.compile(r"([A-Z](?<!\w[A-Z])[a-z]+) ([A-Z][\w'-]+)")
_BEGINS = re.compile(r"(?:^|[.!?:]\s|\n)\s*$")
# First names that are other words where a sentence begins: "Will Labour", "Grant Money".
_WORDS = frozenset({"dean", "grace", "grant", "mark", "mason", "max", "pat", "rob", "sue", "will"})


def person_named(plain: Plain, hits: Mapping[str, list[Hit]], places: Sequence[Place]) -> str:
    """Why it seems to name a person, or "": a member, staff, a title and surname, or a likely pair.

    Pairs that are places of the council are none. It errs towards saying so: a name that is
    quoted is worse than a quote left out.
    """
    for label in ("member", "staff"):
        if hits.get(label):
            return f"names “{hits[label][0].phrase}”"
    for hit in hits.get("title", ()):
        after = _AFTER.match(plain.text, hit.end)
        if after and plain.text[hit.start].isupper():
            return f"names “{plain.text[hit.start : after.end()]}”"
    known = {word for p in places for w in p.words for word in w.word.lower().split()}
    for pair in _PAIR.finditer(plain.text[:_LOOKS]):
        first, last = pair.group(1).lower(), pair.group(2).lower()
        if first in _WORDS and _BEGINS.search(plain.text[: pair.start()][-4:]):
            continue
        if first in first_names() and last not in known and last not in not_surnames():
            return f"may name “{pair.group()}”"
    return ""
