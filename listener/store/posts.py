"""Kept mentions as spikes and digests need them, each with why it may not be quoted."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from listener import councilfile
from listener.council import Council
from listener.mention import Grade, MentionKey, ToneLabel
from listener.reading.normal import levelled, plain_of
from listener.reading.phrases import Phrases
from listener.reading.words import private
from listener.spike import Post
from listener.store.asking import Asks
from listener.store.coding import council_of, moment
from listener.store.correcting import corrected
from listener.urgentcards import SENSITIVE, restriction

AT_ONCE = 500  # keys in one query
GROUPS = frozenset({"facebook_group", "nextdoor"})
BESIDE = frozenset({"news", "notice"})
CLOSE = frozenset({"vulnerable"})  # flags of services whose posts tell of somebody's own life
ERASED, ALLEGATION = "it was erased on request", "it may hold an allegation about somebody"
UNTOLD = frozenset({ERASED, ALLEGATION})
"""Why a post stands in no digest, and be it as a number."""
_OF_CHILDREN = frozenset({"child"})  # types of danger
_LETTERS = 6  # of a name in one word, for it to be looked for in what others say
_COLUMNS = (
    "m.key, m.title, m.text, m.url, s.name, m.channel, coalesce(m.published, m.heard), t.kind, "
    "t.tone, t.grade, t.category, t.area, r.data, t.corrected, t.stack, m.already_routed, "
    "m.tally, m.public, m.id, coalesce(a.name, ''), h.mention IS NOT NULL"
)
_SQL = (
    f"SELECT {_COLUMNS} FROM json_each(?) k JOIN mention m ON m.key = k.value "
    "JOIN source s ON s.key = m.source JOIN triage t ON t.mention = m.key "
    "JOIN reading r ON r.mention = m.key LEFT JOIN author a ON a.mention = m.key "
    "LEFT JOIN (SELECT DISTINCT mention FROM hold WHERE ended IS NULL) h ON h.mention = m.key "
    "WHERE t.lead > 0"  # a lead below 0: withdrawn
)


def posts_of(db: Asks, keys: Iterable[MentionKey]) -> tuple[Post, ...]:
    """The mentions of these keys that are there and not withdrawn, oldest first.

    A person's number is the same as long as the program runs, and another the next time: nothing
    is to be kept by it.
    """
    wanted = list(dict.fromkeys(int(k) for k in keys))
    rows: list[_Row] = []
    for at in range(0, len(wanted), AT_ONCE):
        found = db.execute(_SQL, [json.dumps(wanted[at : at + AT_ONCE])])
        rows += map(_Row._make, found)
    judge = _Judge(kept_council(db), rows)
    made = [judge.post(row) for row in rows]
    return tuple(sorted(made, key=lambda p: (p.said, p.key)))


class _Row(NamedTuple):
    """The columns of a post."""

    key: int
    title: str
    text: str
    url: str
    source: str
    channel: str
    said: int
    kind: str
    tone: ToneLabel
    grade: Grade
    category: str
    area: str
    data: str
    corrections: str
    stack: int
    routed: int
    tally: int
    public: int
    identity: str
    author: str
    held: int


class _Judge:
    """Says of each post whether it names somebody and why it may not be quoted."""

    def __init__(self, council: Council, rows: Sequence[_Row]) -> None:
        self._restriction = restriction(council)
        self._flags = {s.category: s.flag for s in council.services}
        self._names = _named_by_others(rows, council)

    def post(self, row: _Row) -> Post:
        """A row as a post."""
        read = json.loads(row.data)
        named = read[6].get("names_person", (False,))[0] or self._names(row.title, row.text)
        return Post(
            key=MentionKey(row.key), title=row.title, text=row.text, url=row.url,
            source=row.source, channel=row.channel, said=moment(row.said), kind=row.kind,
            tone=row.tone, grade=row.grade, category=row.category, area=row.area,
            places=_places(row, read), person=person_number(row.author, row.stack),
            stack=row.stack, counted=row.kind not in BESIDE, names_person=bool(named),
            private=self._private(row, read, bool(named)), already_routed=bool(row.routed),
            tally=row.tally,
        )  # fmt: skip

    def _private(self, row: _Row, read: Sequence[Any], named: bool) -> str:
        if not row.text and not row.title and row.identity.startswith("erased-"):
            return ERASED
        if not row.public or row.channel in GROUPS:
            return "it was not said in public"
        if row.held:
            return "it is on hold"
        if row.grade != "none":
            return "it may be about danger"
        if row.kind == "abuse" or _leans(read, "abusive"):
            return "it may be abuse"
        if named:
            return "it seems to name a person"
        return self._about(f"{row.title} {row.text}", row.category, read)

    def _about(self, words: str, category: str, read: Sequence[Any]) -> str:
        flag = self._flags.get(category, "normal")
        if flag in SENSITIVE or flag in CLOSE:
            return f"{category} is a sensitive matter"
        if read[3][2] in _OF_CHILDREN:
            return "it may be about a child"
        found = _private_phrases().find(plain_of("", words))
        if found:
            return "it tells of a child" if "children" in found else "it tells of somebody's health"
        restricted = self._restriction(words, category if flag in SENSITIVE else "")
        return ALLEGATION if restricted else ""


def person_number(author: str, stack: int) -> int:
    """The same for the same name; the nameless of one stack are one, else each is one of its own.

    Python's own hash has a key that no other run knows, so that it stands for nobody elsewhere.
    """
    name = author.strip().lstrip("@").casefold()
    return hash(name) & 0x3FFFFFFFFFFFFFFF if name else -stack


def _leans(read: Sequence[Any], signal: str) -> bool:
    said = read[6].get(signal)
    return bool(said) and (said[0] is True or (len(said) > 2 and said[2] is True))


def _places(row: _Row, read: Sequence[Any]) -> tuple[str, ...]:
    """Its own places: a row that speaks for a stack has those of the others in `triage`."""
    if row.corrections != "{}":
        return tuple(dict.fromkeys(p.name for p in corrected(row.data, row.corrections).places))
    return tuple(dict.fromkeys(p[0] for p in read[2]))


@cache
def _private_phrases() -> Phrases:
    return Phrases(private(), endings=private())


def _named_by_others(rows: Sequence[_Row], council: Council) -> Callable[[str, str], bool]:
    """Tells whether a text names an author of these rows: "cheers quarryman_67"."""
    ours = {n.lstrip("@").casefold() for n in (*council.handles, *council.own_accounts)}
    ours |= {row.source.casefold() for row in rows}
    names = {row.author.strip().lstrip("@") for row in rows}
    long = [n for n in names if len(n) >= _LETTERS or " " in n]
    looked = [levelled(n).lower() for n in long if n.casefold() not in ours]
    if not looked:
        return lambda title, text: False
    found = Phrases({"author": looked})
    return lambda title, text: bool(found.find(plain_of(title, text)))


def kept_council(db: Asks) -> Council:
    """The council as it is kept, or the sample."""
    row = db.execute("SELECT value FROM setting WHERE name = 'council'").fetchone()
    return councilfile.shipped_council() if row is None else _council_of(str(row[0]))


@lru_cache(maxsize=2)  # thousands of places take long to read anew
def _council_of(kept: str) -> Council:
    return council_of(kept)
