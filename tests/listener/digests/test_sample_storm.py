"""The storm of the sample town reads as its card and its digest are meant to."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from pathlib import Path

from listener.commands import Poll
from listener.councilfile import shipped_council
from listener.desk import Desk
from listener.mention import MentionKey
from listener.profile import DATABASE
from listener.store.posts import posts_of
from listener.understanding import understood


def test_the_roadworks_storm_is_understood(tmp_path: Path) -> None:
    desk = Desk.open(tmp_path, workers=0, polling=False)
    desk.ask(Poll(True, ())).result()
    desk.close()
    db = sqlite3.connect(tmp_path / DATABASE)
    keys = db.execute(
        "SELECT mention FROM triage WHERE category = 'Roadworks and closures' "
        "OR places LIKE '%Wolverton%' OR places LIKE '%Tollgate%'"
    )
    posts = posts_of(db, [MentionKey(k) for (k,) in keys])
    db.close()
    began = next(p.said for p in posts if "not even seven" in p.text)
    storm = [p for p in posts if began <= p.said <= began + timedelta(hours=3.2)]
    found = understood(storm, [p for p in posts if p.said < began], shipped_council())
    assert {"nobody working", "one lane"} <= set(found.words)
    assert found.places[0][0] == "Wolverton Road"
    assert {a.words for a in found.asks} >= {
        "a diversion", "work outside rush hour", "signs with an end date",
    }  # fmt: skip
    assert found.says[0].startswith("Residents say nobody is working on it (")
    assert "down to one lane" in found.says[0]
    assert len({q.source for q in found.quotes}) >= 2
    told = " ".join(q.text for q in found.quotes).casefold()
    assert "@" not in told
    assert "diversion" in told
    assert "end date" in told
    assert "overnight" in told or "rush hour" in told
