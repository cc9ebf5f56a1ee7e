"""Says of each spike which known works or event explain it, and whether it calls somebody."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from sqlite_utils import Database

from listener.spike import KnownWork
from listener.store.asking import Asks
from listener.store.coding import maybe_moment, micros, moment
from listener.store.posts import kept_council
from listener.store.spikes import tell
from listener.store.works import works_near
from rules.works import AFTER, BEFORE, About, Explains, calmer, explained

PLACES = 5
NAMED = 3  # posts that name a place before it counts as named too: one slip is no second trouble
TEXTS = 200  # posts whose words are compared with the words of works and events


def explaining(db: Asks, key: int, now: datetime) -> tuple[tuple[KnownWork, Explains], ...]:
    """What is known to go on where and when a spike is, those that explain most of it first."""
    row = db.execute(
        "SELECT category, place, began, ended FROM spike WHERE key = ?", [key]
    ).fetchone()
    if row is None:
        return ()
    category, place, since, ended = row
    began, until = moment(since), maybe_moment(ended) or now
    if not _any(db, began, until):
        return ()
    words = db.execute(
        "SELECT m.title || ' ' || m.text FROM spike_mention s JOIN mention m ON m.key = s.mention "
        "WHERE s.spike = ? ORDER BY m.key LIMIT ?",
        [key, TEXTS],
    ).fetchall()
    about = About(_places(db, key, place), category, began, until, [said for (said,) in words])
    return works_near(db, kept_council(db), about)


def _any(db: Asks, since: datetime, until: datetime) -> bool:
    """Whether anything at all is on the calendar then: mostly nothing is."""
    row = db.execute(
        "SELECT EXISTS (SELECT 1 FROM known_work WHERE NOT removed AND starts <= ? AND ends >= ?)",
        [micros(until + BEFORE), micros(since - AFTER)],
    ).fetchone()
    return bool(row[0])


def _places(db: Asks, key: int, place: str) -> tuple[str, ...]:
    """The spike's own place, and those that several name besides, the most named first."""
    rows = db.execute(
        "SELECT t.places FROM spike_mention s JOIN triage t ON t.mention = s.mention "
        "WHERE s.spike = ? AND t.places <> ''",
        [key],
    ).fetchall()
    many = Counter(one for (named,) in rows for one in dict.fromkeys(named.split("\x1f")))
    several = sorted((p for p, n in many.items() if n >= NAMED), key=lambda p: (-many[p], p))
    return tuple(dict.fromkeys(p for p in (place, *several[:PLACES]) if p))


def explain(db: Database, works_calm: bool, now: datetime) -> tuple[int, ...]:
    """Keeps at each spike that goes on, or is new, what explains it, and why it calls nobody.

    Gives those for which that changed. works_calm: the supervisor's setting.
    """
    rows = db.execute(
        "SELECT key, json_extract(data, '$.explained'), json_extract(data, '$.calm') FROM spike "
        "WHERE absorbed_by IS NULL AND (status IN ('open', 'acknowledged') "
        "OR json_extract(data, '$.explained') IS NULL)"
    ).fetchall()
    changed = []
    for key, *before in rows:
        found = explaining(db, key, now)
        says = explained([(work.sentence, e) for work, e in found])
        calm = calmer([e for _, e in found], works_calm)
        if [says, calm] == before:
            continue
        db.execute(
            "UPDATE spike SET data = json_set(data, '$.explained', ?, '$.calm', ?) WHERE key = ?",
            [says, calm, key],
        )
        if calm and not before[1]:
            tell(db, key, now, "", f"calls nobody, as is set: {calm}")
        changed.append(key)
    return tuple(changed)
