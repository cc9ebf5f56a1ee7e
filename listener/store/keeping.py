"""Writes a batch of mentions in one go, and finds what is kept that may be like them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from sqlite_utils import Database

from listener.mention import Heard, MentionKey, Reading
from listener.reading.corrected import DANGERS
from listener.reading.likeness import SHARED
from listener.store import correcting
from listener.store.asking import Asks
from listener.store.coding import (
    READ_COLUMNS,
    maybe_micros,
    micros,
    read_columns,
    reading_text,
    verdict_text,
)
from listener.store.identity import seen_rows, source_is_file
from listener.store.records import Candidate, Kept, Seat, StackFacts, Taken
from listener.store.stacks import GRADES, join, leave, open_issue, regroup, stack_of

STACK_SPAN = timedelta(days=14)
MOST = 4  # candidates compared for good
# A band that many share says little; its newest few will do, and a hostile feed costs no more.
SHARING = "SELECT mention FROM band WHERE band = ? ORDER BY mention DESC LIMIT 8"


def keep(db: Database, source: int, items: Sequence[Taken], now: datetime, quiet: bool) -> Kept:
    """Adds the new, and new versions of the changed. The caller holds the transaction."""
    rose = sum(new_version(db, i.version_of, i, now) for i in items if i.version_of is not None)
    fresh = [i for i in items if i.version_of is None]
    first = int(db.execute("SELECT coalesce(max(key), 0) + 1 FROM mention").fetchone()[0])
    keys = range(first, first + len(fresh))
    _insert(db, source, list(zip(keys, fresh, strict=True)), now, quiet)
    for key, item in zip(keys, fresh, strict=True):
        if item.like is not None:
            join(db, key, item.like if item.like >= 0 else first - 1 - item.like)
    db.execute("UPDATE source SET total = total + ? WHERE key = ?", [len(fresh), source])
    urgent = sum(1 for i in fresh if i.view == "urgent")
    return Kept(tuple(MentionKey(k) for k in keys), urgent + rose)


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
    many("INSERT OR IGNORE INTO band VALUES (?, ?)", [(b, k) for k, i in fresh for b in i.bands])
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
    db.execute(
        "INSERT INTO history (mention, at, by, what) VALUES (?, ?, ?, ?)",
        [key, micros(now), "the listener", "opened again: its new text may name a danger"],
    )


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
    chosen: list[tuple[Candidate, ...]] = []
    for many, at in zip(bands, published, strict=True):
        shared: dict[int, int] = {}
        for band in many:
            for (key,) in db.execute(SHARING, [band]):
                shared[key] = shared.get(key, 0) + 1
        best = sorted((k for k, n in shared.items() if n >= SHARED), key=lambda k: (-shared[k], k))
        chosen.append(tuple(c for k in best[:MOST] if (c := _candidate(db, k, at or now))))
    return chosen


def _candidate(db: Database, key: int, at: datetime) -> Candidate | None:
    span = STACK_SPAN // timedelta(microseconds=1)
    row = db.execute(
        "SELECT title, text FROM mention WHERE key = ? "
        "AND abs(coalesce(published, heard) - ?) <= ? AND EXISTS (SELECT 1 FROM triage "
        "WHERE triage.mention = mention.key AND lead > 0)",  # nobody stands with what was withdrawn
        [key, micros(at), span],
    ).fetchone()
    if row is None:
        return None
    return Candidate(MentionKey(key), f"{row[0]}\n{row[1]}" if row[0] else row[1])


def stack_facts(db: Asks, key: MentionKey) -> StackFacts:
    """What the stack of a mention amounts to."""
    stack = db.execute("SELECT stack FROM triage WHERE mention = ?", [key]).fetchone()[0]
    size, people = stack_of(db, stack)
    return StackFacts(size, people, open_issue(db, stack))
