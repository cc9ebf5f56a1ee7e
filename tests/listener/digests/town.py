"""A profile in which the roadworks on Wolverton Road are a spike."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from listener.commands import AddMention
from listener.desk import Desk
from listener.handoff import AreaContact
from listener.mention import Heard
from listener.profile import DATABASE
from listener.store.coding import micros
from tests.listener.digests.saying import HIGHWAYS, ROADWORKS, STORM

NOW = datetime(2026, 11, 24, 9, 10, tzinfo=UTC)  # a Tuesday
CONTACT = AreaContact(
    HIGHWAYS, ("highways@brackenford.example",), "Highways duty desk", digest_times=("09:00",)
)


class Clock:
    """A clock that tests move."""

    def __init__(self, at: datetime = NOW) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def move(self, **by: float) -> None:
        self.at += timedelta(**by)


def town(folder: Path, clock: Clock, **contact: object) -> Path:
    """Makes the profile: ten posts of ten people, spike 1 of them; nothing is handed over yet."""
    desk = Desk.open(folder, workers=0, polling=False, clock=clock)
    for n, text in enumerate(STORM):
        said = Heard(f"s{n}", "", text, author=f"lane_ender_{n}", channel="mastodon")
        desk.ask(AddMention(replace(said, published=clock()))).result()
    desk.close()
    with sqlite3.connect(folder / DATABASE) as db:
        now, area = micros(clock()), HIGHWAYS
        db.execute(
            "INSERT INTO spike (key, id, title, category, area, place, status, began, noticed, "
            "posts, people, at_least, usual_low, usual_high, usual_words, sureness) VALUES "
            "(1, 'S1', ?, ?, ?, 'Wolverton Road', 'open', ?, ?, 10, 10, 0, 1, 3, "
            "'a usual Tuesday has 1 to 3 by now', 'busier than 49 of 50 Tuesdays')",
            [f"{ROADWORKS} · Wolverton Road", ROADWORKS, area, now - 90 * 60_000_000, now],
        )
        db.execute(
            "INSERT INTO spike_mention SELECT 1, m.key FROM mention m "
            "JOIN author a ON a.mention = m.key WHERE a.name LIKE 'lane_ender_%'"
        )
        # As read by ten careful readers: what the model makes of them is not what is tested here.
        db.execute(
            "UPDATE triage SET kind = 'complaint', grade = 'none', view = 'forward', "
            "category = ?, area = ? "
            "WHERE mention IN (SELECT mention FROM spike_mention)",
            [ROADWORKS, area],
        )
        made = json.dumps(asdict(replace(CONTACT, **contact)))  # type: ignore[arg-type]
        db.execute("INSERT OR REPLACE INTO area VALUES (?, ?)", [area, made])
    db.close()
    return folder


def hand_over(folder: Path, at: datetime, *, spike: bool = False, grade: str = "none") -> None:
    """What another room does: the spike, or its posts one by one, go to highways."""
    with sqlite3.connect(folder / DATABASE) as db:
        db.execute("UPDATE triage SET grade = ? WHERE mention IN "
                   "(SELECT min(mention) FROM spike_mention)", [grade])  # fmt: skip
        values = "SELECT ?, 'lead', ?, NULL, 1, '', ?, 'Amy'" if spike else (
            "SELECT ?, 'lead', ?, mention, NULL, '', ?, 'Amy' FROM spike_mention"
        )  # fmt: skip
        db.execute(
            "INSERT INTO handoff (area, role, category, mention, spike, because, at, by) " + values,
            [HIGHWAYS, ROADWORKS, micros(at)],
        )
    db.close()


def one(folder: Path, sql: str) -> list[tuple[object, ...]]:
    """What the database holds, asked beside whoever writes."""
    db = sqlite3.connect(folder / DATABASE)
    try:
        return db.execute(sql).fetchall()
    finally:
        db.close()
