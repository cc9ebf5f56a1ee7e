"""Counts what is heard into its topics, a chunk at a time; what changed since is counted anew."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from itertools import groupby
from typing import Any

from sqlite_utils import Database

from listener.clock import LONDON
from listener.store.asking import Asks
from listener.store.coding import dumps, moment
from rules.heeding import (
    A_DAY,
    Said,
    counts,
    most_in_a_day,
    name_of,
    nameless,
    people_by_quarter,
    quarter_of,
)
from rules.swelling import Episode, Watch
from rules.topic import Topic, topics_of

MOST_PLACES = 12  # of one mention: a list of every road that is gritted is about none of them
FEWEST = 3  # people in a day: where they were always fewer, no detector is asked
AT_A_TIME = 400  # quarters of one topic gone through in one transaction, some tens of ms
BETWEEN = 32  # counted quarters from one checkpoint to the next
KEPT = 12  # checkpoints of a topic
ROWS = (
    "SELECT m.key, coalesce(m.published, m.heard), "
    "m.published IS NULL AND (m.quiet OR m.date_fault <> ''), m.quiet, t.category, t.kind, "
    "t.grade, t.places, t.stack, t.lead < 0, m.author_is, m.channel, coalesce(a.name, '') "
    "FROM mention m JOIN triage t ON t.mention = m.key LEFT JOIN author a ON a.mention = m.key "
)
PENDING = (
    "SELECT EXISTS (SELECT 1 FROM recount) OR EXISTS (SELECT 1 FROM series WHERE dirty NOT NULL) "
    "OR EXISTS (SELECT 1 FROM episode WHERE fresh > 0) "
    "OR coalesce((SELECT max(key) FROM mention), 0) > (SELECT through FROM counting)"
)


def pending(db: Asks) -> bool:
    """Whether anything is to be counted, gone through or gathered."""
    return bool(db.execute(PENDING).fetchone()[0])


def count_some(db: Database, most: int) -> bool:
    """Counts the next few mentions, those to be counted anew first; whether there were any."""
    through, secret = db.execute("SELECT through, secret FROM counting").fetchone()
    top = db.execute("SELECT coalesce(max(key), 0) FROM mention").fetchone()[0]
    through = min(through, top)  # numbers of what was taken out altogether are given out again
    again = [k for (k,) in db.execute("SELECT mention FROM recount LIMIT ?", [most]).fetchall()]
    dirty: dict[int, int] = {}
    since = heard_since(db)
    _take_out(db, again, dirty)
    asked = f"{ROWS} WHERE m.key IN (SELECT value FROM json_each(?))"
    rows = db.execute(asked, [dumps(again)]).fetchall() if again else []
    known = {r[0] for r in rows}
    asked = f"{ROWS} WHERE m.key > ? ORDER BY m.key LIMIT ?"
    new = db.execute(asked, [through, most - len(again)]).fetchall() if len(again) < most else []
    _put_in(db, rows + [r for r in new if r[0] not in known], secret, dirty)
    db.conn.executemany("DELETE FROM recount WHERE mention = ?", [(k,) for k in again])
    db.execute("UPDATE counting SET through = ?", [new[-1][0] if new else through])
    db.conn.executemany(
        "UPDATE series SET dirty = min(coalesce(dirty, ?2), ?2) WHERE key = ?1", dirty.items()
    )
    if heard_since(db) != since:
        # Every topic is judged from the first that was heard of anything: it was heard earlier.
        db.execute("DELETE FROM checkpoint")
        db.execute("UPDATE series SET dirty = 0")
    return bool(again or new)


def _take_out(db: Database, keys: Sequence[int], dirty: dict[int, int]) -> None:
    for key in keys:
        row = db.execute(
            "SELECT quarter, series FROM counted_as WHERE mention = ?", [key]
        ).fetchone()
        if row is None:
            continue
        stood = json.loads(row[1])
        db.conn.executemany(
            "DELETE FROM heed WHERE series = ? AND quarter = ? AND mention = ?",
            [(s, row[0], key) for s in stood],
        )
        db.execute("DELETE FROM counted_as WHERE mention = ?", [key])
        _soil(dirty, stood, row[0])


def _soil(dirty: dict[int, int], series: Iterable[int], quarter: int) -> None:
    for one in series:
        dirty[one] = min(quarter, dirty.get(one, quarter))


def _put_in(
    db: Database, rows: Sequence[tuple[Any, ...]], secret: bytes, dirty: dict[int, int]
) -> None:
    known: dict[Topic, int] = {}
    heeds, stood = [], []
    for (key, said, untrusted, quiet, category, kind, grade, places, stack, withdrawn, author_is,
         channel, author) in rows:  # fmt: skip
        if untrusted or withdrawn:
            continue
        quarter = quarter_of(moment(said).astimezone(LONDON))
        named = places.split("\x1f")[:MOST_PLACES] if places else ()
        of = [_series(db, topic, known) for topic in topics_of(category, named)]
        name = name_of(author, author_is, channel)
        person = _number(name, secret) if name else nameless(stack)
        counted = counts(kind, grade, author_is)
        heeds += [(s, quarter, key, person, counted, quiet) for s in of]
        stood.append((key, quarter, dumps(of)))
        _soil(dirty, of, quarter)
    db.conn.executemany("INSERT OR REPLACE INTO heed VALUES (?, ?, ?, ?, ?, ?)", heeds)
    db.conn.executemany("INSERT OR REPLACE INTO counted_as VALUES (?, ?, ?)", stood)


def _number(name: str, secret: bytes) -> int:
    """The same number for the same name; no name can be read off it without the profile's key."""
    made = blake2b(name.encode("utf-8", "replace"), digest_size=7, key=secret)
    return int.from_bytes(made.digest(), "big")


def _series(db: Database, topic: Topic, known: dict[Topic, int]) -> int:
    if topic not in known:
        asked = "SELECT key FROM series WHERE category = ? AND place = ?"
        row = db.execute(asked, topic).fetchone()
        known[topic] = row[0] if row is not None else _made(db, topic)
    return known[topic]


def _made(db: Database, topic: Topic) -> int:
    made = db.execute("INSERT INTO series (category, place) VALUES (?, ?)", topic)
    return int(made.lastrowid or 0)


# Going through a topic


def dirty_series(db: Asks, most: int) -> list[int]:
    """Topics whose counts changed since they were last gone through."""
    asked = "SELECT key FROM series WHERE dirty NOT NULL ORDER BY key LIMIT ?"
    return [k for (k,) in db.execute(asked, [most]).fetchall()]


def said_of(db: Asks, series: int, first: int, last: int | None = None) -> list[Said]:
    """What was said of a topic from one quarter to another, both included, in its order."""
    asked = (
        "SELECT quarter, mention, person, counted, quiet FROM heed WHERE series = ? "
        "AND quarter >= ?"
    )
    given: list[Any] = [series, first]
    if last is not None:
        asked += " AND quarter <= ?"
        given.append(last)
    rows = db.execute(f"{asked} ORDER BY quarter, mention", given)
    return [Said(q, m, p, bool(c), bool(quiet)) for q, m, p, c, quiet in rows]


def heard_since(db: Asks) -> int:
    """The quarter in which the first was said of all that is counted."""
    row = db.execute(
        "SELECT quarter FROM heed WHERE series = (SELECT key FROM series WHERE category = '' "
        "AND place = '') ORDER BY quarter LIMIT 1"
    ).fetchone()
    return 0 if row is None else int(row[0])


def go_through(db: Database, series: int) -> None:
    """Looks for episodes in a topic, from the day on in which its counts changed.

    A long stretch is cut off at a day and gone on with the next time.
    """
    dirty = db.execute("SELECT dirty FROM series WHERE key = ?", [series]).fetchone()[0]
    first = dirty - dirty % A_DAY
    row = db.execute(
        "SELECT quarter, state FROM checkpoint WHERE series = ? AND quarter <= ? "
        "ORDER BY quarter DESC LIMIT 1",
        [series, first],
    ).fetchone()
    begins, kept = (row[0], json.loads(row[1])) if row is not None else (0, None)
    db.execute("DELETE FROM checkpoint WHERE series = ? AND quarter > ?", [series, begins])
    said = said_of(db, series, begins)
    if not said and row is None:
        _forget(db, series)
        return
    opened = kept["open"]["began"] if kept and kept["open"] else None
    found: list[Episode] = []
    upto, rate = None, 0.0
    counted = people_by_quarter(said)
    if kept is not None or most_in_a_day(counted) >= FEWEST:
        watch = Watch(kept, heard_since(db))
        found, upto = _days(db, series, watch, counted)
        standing = watch.standing()
        found += [standing] if standing else []
        rate = watch.a_day()
    _keep_episodes(db, series, (begins, dirty), opened, upto, {e.began: e for e in found})
    db.execute(
        "UPDATE series SET dirty = ?, last = ?, since = coalesce(since, ?), rate = ? WHERE key = ?",
        [upto, said[-1].quarter if said else None, said[0].quarter if said else None,
         rate, series],
    )  # fmt: skip


def _forget(db: Database, series: int) -> None:
    """A topic of which nothing is left goes: its place may have been typed for what was erased."""
    db.execute("DELETE FROM checkpoint WHERE series = ?", [series])
    db.execute("UPDATE episode SET fresh = 2 WHERE series = ?", [series])
    db.execute("DELETE FROM series WHERE key = ?", [series])


def _days(
    db: Database, series: int, watch: Watch, counted: Sequence[tuple[int, int]]
) -> tuple[list[Episode], int | None]:
    """Day by day: the episodes that ended, and the quarter at which it was cut off, or None."""
    ended: list[Episode] = []
    done = since = 0
    for day, of_day in groupby(counted, key=lambda c: c[0] // A_DAY):
        if since >= BETWEEN:
            _checkpoint(db, series, day * A_DAY, watch)
            since = 0
            if done >= AT_A_TIME:
                return ended, day * A_DAY
        of_day_ = list(of_day)
        ended += watch.over(of_day_)
        done += len(of_day_)
        since += len(of_day_)
    return ended, None


def _checkpoint(db: Database, series: int, quarter: int, watch: Watch) -> None:
    db.execute(
        "INSERT OR REPLACE INTO checkpoint VALUES (?, ?, ?)",
        [series, quarter, dumps(watch.state())],
    )
    asked = "SELECT quarter FROM checkpoint WHERE series = ? ORDER BY quarter DESC"
    kept = [q for (q,) in db.execute(asked, [series]).fetchall()]
    # The older, the rarer it is gone back to: of those before the newest every other one goes.
    gone = kept[KEPT // 2 :: 2] if len(kept) > KEPT else []
    db.conn.executemany(
        "DELETE FROM checkpoint WHERE series = ? AND quarter = ?", [(series, q) for q in gone]
    )


def _keep_episodes(
    db: Database,
    series: int,
    since: tuple[int, int],
    opened: int | None,
    upto: int | None,
    found: dict[int, Episode],
) -> None:
    """Keeps what was found instead of what stood there; what is as it was is left alone.

    since: from where it was gone through, and where the first change is. An episode with a change
    within is a changed one, even where as many people are in it: its posts may be others.
    """
    begins, changed = since
    stood = {
        row[1]: row
        for row in db.execute(
            "SELECT key, began, data FROM episode WHERE series = ? AND fresh < 2 "
            "AND (last >= ? OR began = ?)",
            [series, begins, opened],
        )
        if upto is None or row[1] < upto
    }
    for began, episode in found.items():
        data = dumps(episode_text(episode))
        before = stood.pop(began, None)
        if before is not None and before[2] == data and episode.last < changed:
            continue
        db.execute(
            "INSERT OR REPLACE INTO episode VALUES (?, ?, ?, ?, 1, ?)",
            [before[0] if before else None, series, began, episode.last, data],
        )
    db.conn.executemany(
        "UPDATE episode SET fresh = 2 WHERE key = ?", [(row[0],) for row in stood.values()]
    )


def episode_text(episode: Episode) -> list[float]:
    """An episode as a list of its figures, in the order of its fields."""
    return [getattr(episode, name) for name in Episode.__slots__]


def episode_of(data: str) -> Episode:
    """The episode that episode_text wrote."""
    return Episode(*json.loads(data))
