"""`spikes`: what residents talk about much more than is usual, in a terminal."""

from __future__ import annotations

import argparse
from datetime import datetime
from typing import Any, get_args

from listener.cli.said import give, say, table, tell
from listener.clock import LONDON, utc_now
from listener.desk import Desk
from listener.spike import Drop, Spike, SpikeStatus
from listener.store.journal import many
from listener.store.reading import Reader

STATUSES: tuple[SpikeStatus, ...] = get_args(SpikeStatus)
STANDING: tuple[SpikeStatus, ...] = ("open", "acknowledged")


def spikes(desk: Desk, asked: argparse.Namespace) -> int:
    """The spikes that stand, those of one status, or all."""
    statuses: tuple[SpikeStatus, ...] = STANDING
    if asked.all:
        statuses = STATUSES
    elif asked.status:
        statuses = (asked.status,)
    reader = desk.reader()
    try:
        found = reader.spikes(*statuses)
        silent = [_silent(drop) for drop in reader.drops()]
        if asked.json:
            give([_object(reader, s) for s in found])
            for line in silent:
                tell(line)
            return 0
    finally:
        reader.close()
    if found:
        heads = ("id", "status", "since", "posts", "people", "usual", "what")
        table(heads, [_line(s) for s in found], (4, 12, 16, 5, 6, 8))
        say(f"{len(found)} {'spike' if len(found) == 1 else 'spikes'}.")
    else:
        say("Nothing is talked about more than is usual." if statuses == STANDING else "No spikes.")
    for line in silent:
        say(line)
    return 0


def _silent(drop: Drop) -> str:
    days = many(max(1, (utc_now() - drop.since).days), "day")
    return f"Strangely silent: {drop.title}, usually {round(drop.a_day):,} a day, none for {days}."


def _object(reader: Reader, spike: Spike) -> dict[str, Any]:
    """One spike as scripts read it; mentions by their ids, in the order in which they were said."""
    identities = reader.identities(reader.spike_keys(spike.key))
    return {
        "id": spike.id, "title": spike.title, "category": spike.category or None,
        "area": spike.area or None, "place": spike.place or None, "began": spike.began,
        "noticed": spike.noticed, "ended": spike.ended, "posts": spike.posts,
        "people": spike.people, "at_least": spike.at_least, "usual": list(spike.usual),
        "sureness": spike.sureness, "status": spike.status, "mentions": identities,
    }  # fmt: skip


def _line(spike: Spike) -> tuple[str, ...]:
    people = f"{spike.people}{'+' if spike.at_least else ''}"  # there may be more
    low, high = spike.usual
    usual = str(high) if low == high else f"{low} to {high}"
    more = f" ({spike.sureness})"
    return spike.id, spike.status, _when(spike.began), str(spike.posts), people, usual, (
        spike.title + more
    )  # fmt: skip


def _when(at: datetime) -> str:
    local = at.astimezone(LONDON)
    return f"{local:%a} {local.day} {local:%b %H:%M}"
