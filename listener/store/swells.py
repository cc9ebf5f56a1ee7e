"""Gathers the busy topics of a time into affairs, as what is kept says."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

from listener.clock import LONDON
from listener.store.asking import Asks
from listener.store.coding import dumps
from listener.store.counting import episode_of, said_of
from rules.heeding import Said, posts_and_people, wall
from rules.raising import Affair, Floors, Sensitivity, Swell, affairs, too_small
from rules.swelling import Episode
from rules.topic import Topic


class Stretch(NamedTuple):
    """A time in which a topic was busy: part of a spike."""

    series: int
    began: int
    last: int


class Window(NamedTuple):
    """From which quarter to which busy times lie over one another; both included."""

    first: int
    last: int


class Gathered(NamedTuple):
    """One affair with the stretch that it is made of."""

    affair: Affair
    stretch: Stretch
    episode: Episode


def utc_of(quarter: int) -> datetime:
    """When a quarter of the wall clock in London begins, in UTC."""
    return wall(quarter).replace(tzinfo=LONDON).astimezone(UTC)


def next_window(db: Asks) -> Window | None:
    """The times around the earliest episode that is new, changed or gone; None: there is none."""
    row = db.execute(
        "SELECT began, last FROM episode WHERE fresh > 0 ORDER BY last LIMIT 1"
    ).fetchone()
    if row is None:
        return None
    window = Window(*row)
    while True:
        wider = db.execute(
            "SELECT min(began), max(last) FROM episode WHERE last >= ? AND began <= ?", window
        ).fetchone()
        if Window(*wider) == window:
            return window
        window = Window(*wider)


def gather(
    db: Asks,
    window: Window,
    floors: Floors,
    sensitivity: Sensitivity,
    from_new: Callable[[Swell], str],
) -> tuple[Gathered, ...]:
    """The affairs of a window, the largest first. from_new: which new source most comes from."""
    rows = db.execute(
        "SELECT e.series, e.data, s.category, s.place FROM episode e "
        "JOIN series s ON s.key = e.series WHERE e.fresh < 2 AND e.last >= ? AND e.began <= ?",
        window,
    ).fetchall()
    known: dict[int, tuple[Stretch, Episode]] = {}
    swells = []
    for number, (series, data, category, place) in enumerate(rows):
        episode = episode_of(data)
        said = said_of(db, series, episode.began, episode.last)
        swell = swell_of(number, Topic(category, place), episode, said)
        if category and not place:
            swell = replace(swell, placed=_placed(db, swell.mentions))
        if too_small(swell, floors, sensitivity):
            continue
        if not too_small(swell, floors, sensitivity, new_source=from_new(swell)):
            swells.append(swell)
            known[number] = Stretch(series, episode.began, episode.last), episode
    return tuple(Gathered(a, *known[a.lead.key]) for a in affairs(swells))


def swell_of(number: int, topic: Topic, episode: Episode, said: Sequence[Said]) -> Swell:
    """An episode with what was said in it."""
    posts, people, _ = posts_and_people(said)
    return Swell(
        topic,
        episode.began,
        episode.last,
        episode.evidence,
        episode.excess,
        frozenset(s.mention for s in said if s.counted),
        posts,
        people,
        number,
    )


def _placed(db: Asks, mentions: Collection[int]) -> int:
    """How many of the mentions name any place of the council's."""
    row = db.execute(
        "SELECT count(*) FROM triage WHERE places <> '' "
        "AND mention IN (SELECT value FROM json_each(?))",
        [dumps(sorted(mentions))],
    ).fetchone()
    return int(row[0])
