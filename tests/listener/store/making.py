"""Plain mentions, readings and verdicts for tests of the store, and a clock that obeys."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from listener.mention import (
    Danger,
    Grade,
    Heard,
    MentionKey,
    Place,
    Reading,
    Said,
    ServiceGuess,
    Tone,
    View,
)
from listener.sources.state import SourceState
from listener.store import Seat, Store, Taken
from listener.store.schema import APPLICATION_ID, migrations
from rules.flowchart import Answer, Step, Verdict

START = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


class FakeClock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def later(self, **by: float) -> datetime:
        self.now += timedelta(**by)
        return self.now


def open_store(folder: Path, clock: FakeClock) -> Store:
    return Store.open(folder / "listener.db", clock=clock)


def heard(text: str = "The bins were missed again in Mill Lane", **more: object) -> Heard:
    given: dict[str, object] = {
        "id": "a1", "title": "Bins", "url": "http://brackenford.example/1",
        "author": "Jo Resident", "published": START - timedelta(hours=1),
    } | more  # fmt: skip
    return Heard(text=text, **given)  # type: ignore[arg-type]


def reading(
    *, grade: Grade = "none", places: Sequence[str] = (), question: bool = False
) -> Reading:
    return Reading(
        tone=Tone(-0.4, "negative", "“missed”"),
        services=(ServiceGuess("Missed bin", "Waste", 0.8, "“bins”"),),
        places=tuple(Place(p, "road", "named") for p in places),
        danger=Danger(grade, "“trapped”" if grade != "none" else "nothing of the kind"),
        language=Said("en", "its words"),
        kind=Said("complaint", "“again”"),
        signals={"question": Said(question, "a question mark" if question else "no question")},
    )


def verdict(outcome: str | None = "forward", asks: str | None = None) -> Verdict:
    step = Step("ask", "Does it ask anything?", Answer.NO, "no question mark", "service", "answer")
    return Verdict(outcome, outcome or "forward", asks, (step,), chart="council")


def taken(
    mention: Heard,
    *,
    view: View = "forward",
    need: float = 3.0,
    like: MentionKey | int | None = None,
    bands: tuple[int, ...] = (),
    version_of: MentionKey | None = None,
    grade: Grade = "none",
    places: Sequence[str] = (),
    question: bool = False,
) -> Taken:
    return Taken(
        heard=mention,
        reading=reading(grade=grade, places=places, question=question),
        verdict=verdict(),
        view=view,
        need=need,
        due=None,
        bands=bands,
        like=like,
        version_of=version_of,
    )


def poll(store: Store, source: int, mentions: Sequence[Heard]) -> tuple[MentionKey, ...]:
    """What a poll does: sifts, keeps what is new and what has changed; the keys of the new."""
    sifted = store.sift(source, mentions)
    new = [taken(m) for m in sifted.fresh]
    changed = [taken(m, version_of=key) for key, m in sifted.changed]
    return store.keep(source, new + changed, None, None, quiet=False).keys


def keep_one(store: Store, source: int, identity: str = "a1", **more: object) -> MentionKey:
    """Keeps one mention of its own and gives its key."""
    mention = heard(id=identity, url=f"http://brackenford.example/{identity}")
    return store.keep(
        source, [taken(mention, **more)], None, None, quiet=False  # type: ignore[arg-type]
    ).keys[0]  # fmt: skip


def seat(key: MentionKey, view: View, need: float = 3.0) -> Seat:
    return Seat(key, verdict(), view, need, None)


EMPTY = SourceState()


def made_older(now: Path, then: Path, before: str) -> None:
    """Copies what a database of today holds into one as it was before a step of the schema."""
    conn = sqlite3.connect(then)
    migrations.apply(Database(conn, recursive_triggers=False), stop_before=before)
    conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    conn.execute(f"PRAGMA user_version = {1 if before < '0003' else 2}")
    conn.execute("ATTACH ? AS now", [str(now)])
    for table in ("source", "mention", "author", "reading", "triage", "seen", "history", "journal"):
        columns = ", ".join(c[1] for c in conn.execute(f"PRAGMA main.table_info({table})"))
        conn.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM now.{table}")
    conn.execute("INSERT INTO words (words) VALUES ('rebuild')")
    if before < "0003":
        conn.execute("UPDATE journal SET inverse = json_remove(inverse, '$.corrected')")
    conn.commit()
    conn.close()
