"""Which of what a source sent is new: identities that survive new texts, new ids and purges."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sqlite_utils import Database

from listener.mention import Heard, MentionKey
from listener.store.records import Sifted

HASHED = 20  # characters of an id that we made


@dataclass(frozen=True, slots=True)
class Marks:
    """What a mention is known by: its id in its source, or its link, title and date."""

    by_id: int
    by_content: int
    link: int
    title: int
    words: int


@lru_cache(maxsize=2048)  # what was sifted is numbered again when it is kept
def number(*parts: str) -> int:
    """A signed 64-bit number for some words, the same on every machine."""
    joined = "\x1f".join(parts).encode("utf-8", "replace")
    return int.from_bytes(hashlib.blake2b(joined, digest_size=8).digest(), "big", signed=True)


def marks_of(source: int, heard: Heard, by_row: bool) -> Marks:
    """The marks of a mention.

    by_row: rows of files and what a person adds are known by their id, else by all they say. In a
    feed, the same link, title and date is the same mention, for some feeds give new ids at every
    poll; where one of the three is missing the text must be the same too.
    """
    if by_row:
        row = (heard.id, heard.url, heard.title) if heard.id else (hashed_id(heard),)
        content = number(str(source), "row", *row)
    else:
        date = heard.published.isoformat() if heard.published else ""
        whole = heard.url and heard.title and date
        told = heard.title if whole else f"{heard.title}\n{heard.text}"
        author = "" if heard.url else heard.author
        content = number(str(source), "content", heard.url, told, date, author)
    return Marks(
        by_id=number(str(source), "id", heard.id) if heard.id else content,
        by_content=content,
        link=number(heard.url) if heard.url else 0,
        title=number(heard.title or heard.text[:200]),
        words=number(heard.title, heard.text),
    )


def hashed_id(heard: Heard) -> str:
    """An id for a mention that came without: a hash of when, who, title, text and link."""
    date = heard.published.isoformat() if heard.published else ""
    parts = "\x1f".join((date, heard.author, heard.title, heard.text, heard.url))
    return hashlib.sha256(parts.encode("utf-8", "replace")).hexdigest()[:HASHED]


def block_mark(key: str, source: str, identity: str) -> str:
    """The keyed fingerprint of something that was erased: it names nothing to who lacks the key."""
    return hmac.new(key.encode(), f"{source}\x1f{identity}".encode(), hashlib.sha256).hexdigest()


@dataclass(slots=True)
class _Known:
    mention: int
    link: int
    title: int
    words: int


Erased = Callable[[int, str], tuple[bool, bool]]
"""Whether a mention of a source was erased, by its id, and whether its author's name was."""


def sift(db: Database, source: int, heard: Sequence[Heard], erased: Erased | None = None) -> Sifted:
    """Splits a batch into new, changed and known. Ids come out unique within the source."""
    by_row = source_is_file(db, source)
    marks = [marks_of(source, h, by_row) for h in heard]
    known = _known(db, marks)
    fresh: list[Heard] = []
    changed: dict[int, Heard] = {}
    unchanged: set[int] = set()
    here: dict[int, list[_Known]] = {}
    for mention, mark in zip(heard, marks, strict=True):
        if erased is not None:
            gone, nameless = erased(source, mention.id or hashed_id(mention))
            if gone:
                continue
            mention = replace(mention, author="") if nameless else mention
        same = _same(mark, known, here, by_row)
        if same is None:
            fresh.append(_named(mention, mark, known, here))
            _remember(here, mark)
        elif same.words == mark.words:
            unchanged.add(same.mention)
        elif mention.id and same.mention > 0:
            changed[same.mention] = mention
    # A feed that shows one item twice, old text and new, would change it back at every poll.
    new_texts = tuple((MentionKey(k), h) for k, h in changed.items() if k not in unchanged)
    return Sifted(tuple(fresh), new_texts, len(heard) - len(fresh) - len(new_texts))


def source_is_file(db: Database, source: int) -> bool:
    """Rows of files are told apart by everything they say, not by link and title alone."""
    row = db.execute("SELECT kind FROM source WHERE key = ?", [source]).fetchone()
    return row is not None and row[0] != "feed"


def _known(db: Database, marks: Sequence[Marks]) -> dict[int, list[_Known]]:
    wanted = list({m for mark in marks for m in (mark.by_id, mark.by_content)})
    found: dict[int, list[_Known]] = {}
    for n in range(0, len(wanted), 500):
        part = wanted[n : n + 500]
        places = ",".join("?" * len(part))
        rows = db.execute(
            f"SELECT mark, mention, link, title, words FROM seen WHERE mark IN ({places})", part
        )
        for mark, mention, link, title, words in rows:
            found.setdefault(mark, []).append(_Known(mention, link, title, words))
    return found


def _same(
    mark: Marks, known: dict[int, list[_Known]], here: dict[int, list[_Known]], by_row: bool
) -> _Known | None:
    """The mention that this one is, among those kept and those earlier in this batch."""
    kept = _alike(mark, known)
    # Each row of a file stands for itself: N distinct rows are N mentions, whatever their ids.
    came = [k for m in (mark.by_id, mark.by_content) for k in here.get(m, ())]
    kept += [k for k in came if k.words == mark.words] if by_row else _alike(mark, here)
    exact = (k for k in kept if k.words == mark.words)
    return next(exact, kept[0] if kept else None)


def _alike(mark: Marks, among: dict[int, list[_Known]]) -> list[_Known]:
    """The same id with the same link or title; else the same link, title and date."""
    found = [
        k
        for k in among.get(mark.by_id, ())
        if (k.link and k.link == mark.link) or k.title == mark.title
    ]
    return found + among.get(mark.by_content, [])


def _named(
    heard: Heard, mark: Marks, known: dict[int, list[_Known]], here: dict[int, list[_Known]]
) -> Heard:
    """The mention with an id that is its own: one guid on two different items is two."""
    if not heard.id:
        return replace(heard, id=hashed_id(heard))
    if mark.by_id in known or mark.by_id in here:
        return replace(heard, id=f"{heard.id}~{hashed_id(heard)[:8]}")
    return heard


def _remember(here: dict[int, list[_Known]], mark: Marks) -> None:
    kept = _Known(0, mark.link, mark.title, mark.words)
    here.setdefault(mark.by_id, []).append(kept)
    here.setdefault(mark.by_content, []).append(kept)


def seen_rows(
    source: int, key: int, heard: Heard, by_row: bool
) -> Iterator[tuple[int, int, int, int, int]]:
    """The rows of `seen` for a mention that is now kept."""
    hashed = len(heard.id) == HASHED and heard.id == hashed_id(heard)
    given = replace(heard, id="") if hashed else heard
    mark = marks_of(source, given, by_row)
    known_by = {mark.by_id, mark.by_content}
    guid, _, tail = given.id.rpartition("~")
    if guid and len(tail) == 8:
        known_by.add(number(str(source), "id", guid))  # it and its twin came under one name
    for one in sorted(known_by):
        yield one, key, mark.link, mark.title, mark.words
