"""Writes a batch of mentions in one go, and finds what is kept that may be like them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import datetime, timedelta
from typing import Any

from sqlite_utils import Database

from listener.mention import Heard, MentionKey, Reading
from listener.reading.corrected import DANGERS
from listener.reading.likeness import SHARED
from listener.store import correcting, journal
from listener.store.arriving import arrived, remember
from listener.store.asking import Asks
from listener.store.coding import (
    MICROSECOND,
    READ_COLUMNS,
    dumps,
    maybe_micros,
    micros,
    read_columns,
    reading_text,
    verdict_text,
)
from listener.store.holds import start_clock
from listener.store.identity import seen_rows, source_is_file
from listener.store.muting import shelves
from listener.store.records import Candidate, Kept, Seat, StackFacts, Taken
from listener.store.stacks import GRADES, join, leave, open_issue, regroup, stack_of
from listener.store.together import stand_together

STACK_SPAN = timedelta(days=14)
MOST = 4  # candidates compared for good
# A band that many share says little; its newest few will do, and a hostile feed costs no more.
# All of a batch in one question: one for each band cost twice as much, most of it in the asking.
SHARING = (
    "SELECT j.value, (SELECT group_concat(mention) FROM "
    "(SELECT mention FROM band WHERE band = j.value ORDER BY mention DESC LIMIT 8)) AS keys "
    "FROM json_each(?) j WHERE keys IS NOT NULL"
)
TEXTS = (
    "SELECT key, title, text, coalesce(published, heard) FROM mention "
    "WHERE key IN (SELECT value FROM json_each(?)) AND EXISTS (SELECT 1 FROM triage "
    "WHERE triage.mention = mention.key AND lead > 0)"  # nobody stands with what was withdrawn
)


def keep(db: Database, source: int, items: Sequence[Taken], now: datetime, quiet: bool) -> Kept:
    """Adds the new, and new versions of the changed. The caller holds the transaction."""
    rose = sum(new_version(db, i.version_of, i, now) for i in items if i.version_of is not None)
    fresh = [i for i in items if i.version_of is None]
    first = int(db.execute("SELECT coalesce(max(key), 0) + 1 FROM mention").fetchone()[0])
    keys = range(first, first + len(fresh))
    _insert(db, source, list(zip(keys, fresh, strict=True)), now, quiet)
    new = remember(db, source, [(k, i.heard) for k, i in zip(keys, fresh, strict=True)])
    for key, item in zip(keys, fresh, strict=True):
        if item.like is not None:
            join(db, key, item.like if item.like >= 0 else first - 1 - item.like)
        elif item.view == "urgent":
            stand_together(db, key, item.heard, item.reading, now)
    changed = [i.version_of for i in items if i.version_of is not None]
    again = (*arrived(db, new, now), *shelves(db, changed))
    db.execute("UPDATE source SET total = total + ? WHERE key = ?", [len(fresh), source])
    urgent = sum(1 for i in fresh if i.view == "urgent")
    return Kept(tuple(MentionKey(k) for k in keys), urgent + rose, tuple(map(MentionKey, again)))


def _insert(
    db: Database, source: int, fresh: list[tuple[int, Taken]], now: datetime, quiet: bool
) -> None:
    by_row = source_is_file(db, source)
    at = micros(now)
    many = db.conn.executemany
    many(
        f"INSERT INTO mention VALUES ({','.join('?' * 19)})",
        [_mention_row(key, source, i.heard, at, quiet) for key, i in fresh],
    )
    many(
        "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)",
        [(key, i.heard.title, i.heard.text) for key, i in fresh],
    )
    many(
        "INSERT INTO author VALUES (?, ?)",
        [(key, i.heard.author) for key, i in fresh if i.heard.author],
    )
    many(
        "INSERT INTO reading VALUES (?, ?, ?)",
        [(key, reading_text(i.reading), verdict_text(i.verdict)) for key, i in fresh],
    )
    many(
        "INSERT INTO triage (mention, lead, stack, view, need, due, outcome, guess, asks, "
        f"{', '.join(READ_COLUMNS)}) VALUES ({','.join('?' * 16)})",
        [_triage_row(key, i) for key, i in fresh],
    )
    many(
        "INSERT INTO counter VALUES (?, ?) ON CONFLICT (view) DO UPDATE SET n = n + excluded.n",
        list(Counter(i.view for _, i in fresh).items()),  # each is the lead of its own row as yet
    )
    many(
        "INSERT INTO facet VALUES (?, ?, ?, ?)",
        [(key, micros(i.heard.published or now), source, i.reading.tone.score) for key, i in fresh],
    )
    many(  # a step for each band took a third longer, and let go of the interpreter each time
        "INSERT OR IGNORE INTO band SELECT value, ? FROM json_each(?)",
        [(key, dumps(i.bands)) for key, i in fresh],
    )
    many(
        "INSERT OR REPLACE INTO seen VALUES (?, ?, ?, ?, ?)",
        [row for key, i in fresh for row in seen_rows(source, key, i.heard, by_row)],
    )


def _mention_row(key: int, source: int, h: Heard, at: int, quiet: bool) -> tuple[object, ...]:
    return (
        key, source, h.id, h.title, h.text, h.url, maybe_micros(h.published), h.date_fault, at,
        h.thread, h.channel, h.seen_at, h.place, h.category, h.already_routed, h.public, h.tally,
        h.author_is, quiet,
    )  # fmt: skip


def _triage_row(key: int, item: Taken) -> tuple[object, ...]:
    verdict = item.verdict
    return (
        key, key, key, item.view, item.need, maybe_micros(item.due), verdict.outcome,
        verdict.guess, verdict.asks, *read_columns(item.reading),
    )  # fmt: skip


def new_version(db: Database, key: MentionKey, item: Taken, now: datetime) -> bool:
    """A new text of a kept mention: the old one is a version, decisions stand.

    True where the new text names a danger that the old one did not.
    """
    old = db.execute(
        "SELECT m.title, m.text, m.source, t.grade FROM mention m JOIN triage t "
        "ON t.mention = m.key WHERE m.key = ?",
        [key],
    ).fetchone()
    db.execute(
        "INSERT INTO version (mention, at, title, text) VALUES (?, ?, ?, ?)",
        [key, micros(now), old[0], old[1]],
    )
    retext(db, key, (old[0], old[1]), (item.heard.title, item.heard.text))
    by_row = source_is_file(db, old[2])
    db.conn.executemany(
        "INSERT OR REPLACE INTO seen VALUES (?, ?, ?, ?, ?)",
        list(seen_rows(old[2], key, item.heard, by_row)),
    )
    correcting.let_go(db, key, item.reading, now)
    reread(db, key, item.reading)
    grade = correcting.read_now(db, key).danger.grade
    rose = grade in DANGERS and GRADES.index(grade) > GRADES.index(old[3])
    if rose:
        start_clock(db, key, now)
        _open_again(db, key, now)
    seat(db, [Seat(key, item.verdict, item.view, item.need, item.due)])
    return rose


def retext(db: Database, key: int, old: tuple[str, str], new: tuple[str, str]) -> None:
    """Another title and text for a mention, in the index of words too."""
    db.execute(
        "INSERT INTO words (words, rowid, title, text) VALUES ('delete', ?, ?, ?)", [key, *old]
    )
    db.execute("UPDATE mention SET title = ?, text = ? WHERE key = ?", [*new, key])
    db.execute("INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", [key, *new])


def _open_again(db: Database, key: int, now: datetime) -> None:
    """A danger that came into a text after it was put away: what was decided stays on record."""
    row = db.execute("SELECT status FROM triage WHERE mention = ?", [key]).fetchone()
    if row[0] == "open":
        return
    leave(db, key)
    db.execute(
        "UPDATE triage SET status = 'open', decided = '', settled = 0, snoozed_until = NULL "
        "WHERE mention = ?",
        [key],
    )
    journal.tell(db, [key], now, journal.LISTENER, "opened again: its new text may name a danger")


def reread(db: Database, key: MentionKey, reading: Reading) -> None:
    """A kept mention read anew: for a new text, other places or services. Corrections stand."""
    db.execute("UPDATE reading SET data = ? WHERE mention = ?", [reading_text(reading), key])
    correcting.show(db, key)


def seat(db: Database, seats: Iterable[Seat]) -> None:
    """Puts the undecided where a new walk sends them; what people decided stays."""
    many = list(seats)
    db.conn.executemany(
        "UPDATE reading SET verdict = ? WHERE mention = (SELECT mention FROM triage "
        "WHERE mention = ? AND status = 'open')",
        [(verdict_text(s.verdict), s.key) for s in many],
    )
    db.conn.executemany(
        "UPDATE triage SET outcome = ?, guess = ?, asks = ?, view = ?, need = ?, due = ? "
        "WHERE mention = ? AND status = 'open'",
        [
            (s.verdict.outcome, s.verdict.guess, s.verdict.asks, s.view, s.need,
             maybe_micros(s.due), s.key)
            for s in many
        ],
    )  # fmt: skip
    regroup(db, [s.key for s in many])


def likely(
    db: Database,
    bands: Sequence[Sequence[int]],
    published: Sequence[datetime | None],
    now: datetime,
) -> list[tuple[Candidate, ...]]:
    """For each of a batch, kept mentions that share a band and lie within 14 days of it."""
    wanted = sorted({band for many in bands for band in many})
    sharing = {b: keys.split(",") for b, keys in db.execute(SHARING, [dumps(wanted)])}
    # What somebody took out of its stack draws others to it only where nothing else is like them.
    out = {k for (k,) in db.execute("SELECT mention FROM apart")}
    best = [_sharing_most(many, sharing, out) for many in bands]
    rows = db.execute(TEXTS, [dumps(sorted({k for b in best for k in b}))])
    kept = {row[0]: (row[3], _candidate(row)) for row in rows}
    return [
        tuple(kept[k][1] for k in keys if k in kept and _near(kept[k][0], micros(at or now)))
        for keys, at in zip(best, published, strict=True)
    ]


def _sharing_most(
    bands: Sequence[int], sharing: Mapping[int, Sequence[str]], last: Set[int]
) -> list[int]:
    """The few that share the most bands with these, the oldest first among equals."""
    found = [sharing[band] for band in bands if band in sharing]
    if len(found) < SHARED:
        return []
    shared: dict[str, int] = {}
    for keys in found:  # a Counter took three times as long: most share none or few
        for key in keys:
            shared[key] = shared.get(key, 0) + 1
    enough = [(int(key) in last, -n, int(key)) for key, n in shared.items() if n >= SHARED]
    enough.sort()
    return [key for _, _, key in enough[:MOST]]


def _near(one: int, other: int) -> bool:
    return abs(one - other) <= STACK_SPAN // MICROSECOND


def _candidate(row: tuple[Any, ...]) -> Candidate:
    key, title, text, _ = row
    return Candidate(MentionKey(key), f"{title}\n{text}" if title else text)


def stack_facts(db: Asks, key: MentionKey) -> StackFacts:
    """What the stack of a mention amounts to."""
    stack = db.execute("SELECT stack FROM triage WHERE mention = ?", [key]).fetchone()[0]
    size, people = stack_of(db, stack)
    return StackFacts(size, people, open_issue(db, stack))
