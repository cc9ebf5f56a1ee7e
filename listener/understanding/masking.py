"""Takes handles, links, numbers and names out of what somebody said, before anybody else reads it.

A name that slips through is worse than a word masked for nothing, so it errs towards masking.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape

from listener.council import Council
from listener.reading.people import TITLES
from listener.reading.words import first_names, not_surnames

NAME, NUMBER, ADDRESS = "[name]", "[number]", "[address]"

_LINK = re.compile(r"(?i)\b(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|uk|org|net)/\S*")
_MAIL = re.compile(r"(?<![\w.+@＠-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# A handle may be a name on a server or, on Bluesky, a domain; Reddit writes u/name.
_HANDLE = re.compile(
    r"[@＠]\w[\w-]*(?:\.[a-z\d][\w-]*)*(?:[@＠][\w.-]+)?"
    r"|(?<![\w/])/?[uU]/[\w-]{3,}"
    r"|\b[\w-]+\.bsky\.social\b"
)
_STRAY = re.compile(r"[@＠]")
_PHONE = re.compile(r"(?<![\w£])\+?\d(?:[\s().-]?\d){8,}(?!\w)")
# The plates of 2001 and after, and those with a year letter in front.
_PLATE = re.compile(r"\b(?:[A-Z]{2}\d{2}\s?[A-Z]{3}|[A-Z]\d{1,3}\s?[A-Z]{3})\b")
_POSTCODE = re.compile(r"\b([A-Za-z]{1,2}\d[A-Za-z\d]?)\s?\d[A-Za-z]{2}\b")
_HOUSE = re.compile(
    r"(?i)\b(?:(?:no|number|flat|apartment)\.?\s*)?\d+[a-z]?(?=\s+(?:\w+\s+){1,3}?"
    r"(?:road|rd|street|st|lane|ln|avenue|ave|close|drive|way|crescent|court|grove|terrace)\b)"
)
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u00ad\u2060-\u2069\ufeff\ufe0e\ufe0f]")
_LEFT = re.compile(r"^(?:RT\b)?[\s:,.;)\]-]+|^RT\s+")  # of "RT @somebody: …"
_BEFORE_STOP = re.compile(r" ([,.;!?])(?=\s|$)")
_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")
_NEXT = re.compile(r"\.?\s+")
_TITLED = frozenset(TITLES) - {"miss", "nurse", "father", "sister", "sir", "lady", "lord"}
# First names that are other words, where nothing else makes names of them.
_WORDS = frozenset(
    {"april", "august", "autumn", "bill", "dale", "dawn", "dean", "drew", "faith", "frank", "glen",
     "grace", "grant", "guy", "heath", "holly", "hope", "ivy", "jade", "joy", "june", "jack",
     "lane", "lily", "mark", "mason", "max", "may", "miles", "nick", "olive", "pat", "penny",
     "poppy", "ray", "reed", "rob", "robin", "rose", "rusty", "sandy", "sky", "skip", "sonny",
     "sue", "summer", "violet", "ward", "will", "wren"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of names here: those to mask, and the words of places, which are none."""

    people: re.Pattern[str] | None = None
    places: frozenset[str] = frozenset()
    phrases: re.Pattern[str] | None = None  # whole names of places: they are left as they are


def known_of(council: Council, people: Iterable[str] = ()) -> Known:
    """The members' names and handles, and whoever else is given; the council's places."""
    called = [n for p in council.places for n in (p.name, *p.nicknames)]
    called += [council.name, council.short, *council.neighbours, *council.parties]
    places = frozenset(w.group().casefold() for n in called for w in _WORD.finditer(n))
    names = {n for m in council.members for n in (m.name, *m.handles)} | set(people)
    last = {m.name.split()[-1] for m in council.members if m.name.split()}
    names |= {n for n in last if len(n) >= 5 and n.casefold() not in places}
    return Known(
        people=_whole(n.lstrip("@") for n in names),
        places=places,
        phrases=_whole(called),
    )


def masked(text: str, known: Known = Known()) -> str:
    """The text in one line without handles, links, addresses, numbers and names."""
    text = _INVISIBLE.sub("", unescape(text) if "&" in text else text)
    text = _LINK.sub(" ", text)
    text = _MAIL.sub(ADDRESS, text)
    text = _STRAY.sub(" ", _HANDLE.sub(" ", text))
    text = _PHONE.sub(NUMBER, text)
    text = _PLATE.sub(NUMBER, text)
    text = _POSTCODE.sub(lambda m: m.group(1).upper(), text)
    text = _HOUSE.sub(NUMBER, text)
    if known.people is not None:
        text = known.people.sub(NAME, text)
    text = _SPACES.sub(" ", _unnamed(text, known))
    return _LEFT.sub("", _BEFORE_STOP.sub(r"\1", text)).strip()


def without_handles(line: str) -> str:
    """One line without handles; mail addresses stay, and so does how far it is indented."""
    mails = [m.span() for m in _MAIL.finditer(line)]

    def gone(found: re.Match[str]) -> str:
        return found.group() if any(a <= found.start() < b for a, b in mails) else ""

    return _HANDLE.sub(gone, line).rstrip()


def doubtful(text: str, known: Known = Known()) -> bool:
    """Whether a masked text may hold a name still: a first name in small letters and a word."""
    words = [w.group() for w in _WORD.finditer(text)]
    for at, word in enumerate(words):
        low = word.casefold()
        if low in _TITLED and low != "ms":
            return True
        if low in first_names() and low not in _WORDS and low not in known.places:
            after = words[at + 1].casefold() if at + 1 < len(words) else ""
            if after not in not_surnames():
                return True
    return False


def names_left(text: str, known: Known = Known()) -> tuple[str, ...]:
    """What of a text looks like a handle, an address, a number of a person or a name still."""
    found = [m.group().strip() for p in (_MAIL, _HANDLE, _PHONE) for m in p.finditer(text)]
    if known.people is not None:
        found += [m.group() for m in known.people.finditer(text)]
    found += [text[start:end] for start, end in _named(text, known)]
    return tuple(dict.fromkeys(found))


def _unnamed(text: str, known: Known) -> str:
    for start, end in reversed(_named(text, known)):
        text = f"{text[:start]}{NAME}{text[end:]}"
    return text


def _named(text: str, known: Known) -> list[tuple[int, int]]:
    """Where names seem to stand: a title with what follows, a first name with or without one."""
    kept = [m.span() for m in known.phrases.finditer(text)] if known.phrases is not None else []
    words = list(_WORD.finditer(text))
    found: list[tuple[int, int]] = []
    for at, word in enumerate(words):
        start = word.start()
        if (found and start < found[-1][1]) or any(a <= start < b for a, b in kept):
            continue
        after = words[at + 1] if at + 1 < len(words) else None
        if after is not None and not _NEXT.fullmatch(text[word.end() : after.start()]):
            after = None
        end = _titled(word, after) or _first(word, after, known)
        if end:
            found.append((start, end))
    return found


def _titled(word: re.Match[str], after: re.Match[str] | None) -> int:
    """Where a title and a surname end, or 0."""
    low = word.group().casefold()
    if low not in TITLES or after is None or not after.group()[0].isupper():
        return 0
    return after.end() if word.group()[0].isupper() or low in _TITLED else 0


def _first(word: re.Match[str], after: re.Match[str] | None, known: Known) -> int:
    """Where a first name ends, with the surname that follows it if one does, or 0."""
    low = _bare(word.group())
    if low not in first_names() or not word.group()[0].isupper():
        return 0
    last = _bare(after.group()) if after is not None else ""
    if last in not_surnames():
        return 0
    if after is not None and after.group()[0].isupper() and last not in known.places:
        return after.end()
    return 0 if low in _WORDS or low in known.places else word.end()


def _bare(word: str) -> str:
    return word.casefold().removesuffix("'s").removesuffix("’s")


def _whole(names: Iterable[str]) -> re.Pattern[str] | None:
    """One pattern of whole names, the longest first; None where there are none."""
    said = sorted({n.strip() for n in names if len(n.strip()) > 2}, key=len, reverse=True)
    if not said:
        return None
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, said)) + r")(?:'s|’s)?(?!\w)", re.I)
