"""A profile in which a spike was noticed and a digest about it went to a service."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

from listener.commands import AddMention
from listener.desk import Desk
from listener.handoff import AreaContact
from listener.mention import Heard
from listener.profile import DATABASE
from listener.store.coding import micros

NOW = datetime(2026, 11, 24, 9, 5, tzinfo=UTC)  # a Tuesday
HIGHWAYS = AreaContact(
    "Roads, pavements and lights",
    ("highways@brackenford.example", "duty@brackenford.example"),
    "Highways duty desk",
    deputy="deputy@brackenford.example",
)
POSTS = (
    "Roadworks on Wolverton Road again, queues past the bridge. Please sort the lights.",
    "20 minutes at the Wolverton Road lights this morning, why are they on all day?",
    "Wolverton Road roadworks: when does this end?",
)


class Clock:
    """A clock that tests move."""

    def __init__(self, at: datetime = NOW) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def move(self, **by: float) -> None:
        self.at += timedelta(**by)


def town(folder: Path, clock: Clock) -> Path:
    """Makes the profile: three posts, spike 1, digest 1 (token 7F3K2) with two of the posts."""
    desk = Desk.open(folder, workers=0, polling=False, clock=clock)
    for post in POSTS:
        desk.ask(AddMention(Heard("", "", post, channel="facebook_group"))).result()
    desk.close()
    with sqlite3.connect(folder / DATABASE) as db:
        _fill(db, micros(clock()))
    db.close()
    return folder


def _fill(db: sqlite3.Connection, now: int) -> None:
    area = HIGHWAYS.area
    db.execute(
        "INSERT INTO spike (key, id, title, category, area, place, status, began, noticed, posts, "
        "people, at_least, usual_low, usual_high, usual_words, sureness) VALUES (1, 'S1', "
        "'Roadworks and closures · Wolverton Road', 'Roadworks and closures', ?, 'Wolverton Road', "
        "'open', ?, ?, 3, 3, 0, 0, 1, '', '')",
        [area, now, now],
    )
    keys = [k for (k,) in db.execute("SELECT key FROM mention ORDER BY key DESC LIMIT 3")]
    for key in keys:
        db.execute("INSERT INTO spike_mention VALUES (1, ?)", [key])
    db.execute("INSERT OR REPLACE INTO area VALUES (?, ?)", [area, json.dumps(asdict(HIGHWAYS))])
    db.execute(
        "INSERT INTO handoff (area, role, category, spike, because, at, by) "
        "VALUES (?, 'lead', 'Roadworks and closures', 1, 'the category', ?, 'Amy')",
        [area, now],
    )
    db.execute(
        "INSERT INTO digest VALUES (1, '7F3K2', ?, 1, ?, ?, 'Roadworks · Wolverton Road', 'plain', "
        "'<p>html</p>', '', ?, 'sent', ?, 'Amy')",
        [area, now, now, json.dumps(HIGHWAYS.addresses), now],
    )
    for key in keys[:2]:
        db.execute("INSERT INTO digest_item VALUES (?, ?, 1)", [area, key])
    db.execute(
        "INSERT INTO delivery (digest, purpose, addressees, subject, message_id, way, state, says, "
        "mail, at) VALUES (1, 'digest', ?, 'Roadworks · Wolverton Road', "
        "'<d1.7F3K2@brackenford.example>', 'smtp', 'sent', 'sent', X'', ?)",
        [json.dumps(HIGHWAYS.addresses), now],
    )
