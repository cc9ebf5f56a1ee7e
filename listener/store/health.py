"""A source's health in words: when it was last heard, what is wrong, what happens next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal

from listener.mention import SourceLine
from listener.sources.advice import advice
from listener.sources.manners import clock
from listener.sources.state import SourceState, from_json
from listener.store.coding import maybe_moment
from rules.rhythm import Rhythm

Health = Literal["ok", "new", "waiting", "fault", "stopped", "paused"]


def line(row: Sequence[Any], now: datetime, rhythm: Rhythm, usual: int) -> SourceLine:
    """A row of the source table as its line on the sources page. usual: seconds between polls."""
    name, address, kind, channel, every, paused, status, why, last, following, total, kept = row
    state = from_json(kept)
    health = _health(kind, bool(paused), status, state)
    return SourceLine(
        name=name,
        address=address,
        kind=kind,
        channel=channel,
        health=health,
        says=_says(health, kind, why, maybe_moment(last), maybe_moment(following), total, now),
        last_heard=maybe_moment(last),
        next_at=maybe_moment(following),
        total=total,
        every_seconds=every or usual,
        short=state.short,
        rhythm=rhythm.says if kind == "feed" else "",
        silent=rhythm.silent and kind == "feed",
        advice=advice(health, why, state.short, rhythm.silent) if kind == "feed" else "",
        own_interval=every is not None,
    )


def _health(kind: str, paused: bool, status: str, state: SourceState) -> Health:
    if paused:
        return "paused"
    if kind != "feed":
        return "ok"
    if state.gone:
        return "stopped"
    if status == "":
        return "new"
    # One failure of a source that has worked is no news: it is said once it repeats.
    if status == "error" and (state.failures > 1 or not state.first_done):
        return "waiting" if state.quiet_until else "fault"
    return "ok"


def _says(
    health: Health,
    kind: str,
    why: str,
    last: datetime | None,
    following: datetime | None,
    total: int,
    now: datetime,
) -> str:
    kept = f"{total} kept in all"
    if kind == "by_hand":
        return f"added by hand; {kept}"
    if kind == "files":
        return f"brought in from a file; {kept}"
    if health == "paused":
        return f"paused here; {kept}; nothing is asked until somebody resumes it"
    if health == "new":
        return "not asked yet; it is asked at the next round"
    if health in ("fault", "stopped", "waiting"):
        return f"{why} {kept[0].upper()}{kept[1:]}."
    heard = f"last heard {ago(last, now)}" if last else "not heard yet"
    then = f"; asked again at {clock(following, now)}" if following else ""
    said = f"; {why}" if why else ""
    return f"{heard}; {kept}{said}{then}"


def ago(at: datetime, now: datetime) -> str:
    """A time past, as people say it."""
    minutes = int((now - at).total_seconds() // 60)
    if minutes < 1:
        return "just now"
    if minutes < 60:
        return f"{minutes} min ago"
    return clock(at, now)
