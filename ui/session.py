"""A session at the desk: how long it lasts, what was looked at, and what is left for later."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from listener.mention import MentionKey, View
from ui.tongue import tr
from ui.words import LONDON, TO_DO, count


@dataclass(frozen=True, slots=True)
class Session:
    """Begins with the first look; its clock stands while the window is left. Times are aware.

    of: how many mentions one means to look at. since: when its clock was last set going.
    """

    length: timedelta
    of: int
    looked: frozenset[MentionKey] = frozenset()
    spent: timedelta = timedelta()
    since: datetime | None = None

    @property
    def begun(self) -> bool:
        """Whether anything was looked at in it."""
        return bool(self.looked)

    @property
    def everything(self) -> bool:
        """Whether all that one meant to look at was looked at."""
        return self.begun and len(self.looked) >= self.of


def look(session: Session, key: MentionKey, now: datetime) -> Session:
    """A mention is looked at: the session begins, or goes on."""
    looked = session.looked | {key}
    since = session.since if session.begun else now
    return replace(session, looked=looked, since=since, of=max(session.of, len(looked)))


def pause(session: Session, now: datetime) -> Session:
    """The window is left."""
    if session.since is None:
        return session
    return replace(session, spent=session.spent + (now - session.since), since=None)


def resume(session: Session, now: datetime) -> Session:
    """The window is come back to."""
    if not session.begun or session.since is not None:
        return session
    return replace(session, since=now)


def left(session: Session, now: datetime) -> timedelta:
    """How much of its time is left; never less than nothing."""
    running = now - session.since if session.since is not None else timedelta()
    return max(timedelta(), session.length - session.spent - running)


def over(session: Session, now: datetime) -> bool:
    """Whether its time is up, or all was looked at."""
    return session.begun and (session.everything or not left(session, now))


KEPT_FOR = timedelta(hours=1)  # longer away, or overnight, one sits down anew


def kept_text(session: Session, now: datetime) -> str:
    """The session as a text, to go on with after a restart; "" where none is to be gone on with."""
    if not session.begun or over(session, now):
        return ""
    stands = pause(session, now)
    return json.dumps({
        "at": now.timestamp(), "length": stands.length.total_seconds(), "of": stands.of,
        "spent": stands.spent.total_seconds(), "looked": sorted(stands.looked),
    })  # fmt: skip


def session_of(text: str, now: datetime) -> Session | None:
    """The session that kept_text wrote, its clock standing.

    None where it was left over an hour ago or on another day (in London), or cannot be read.
    """
    try:
        kept = json.loads(text)
        at = datetime.fromtimestamp(kept["at"], UTC)
        looked = frozenset(MentionKey(int(k)) for k in kept["looked"])
        length, spent = (timedelta(seconds=kept[name]) for name in ("length", "spent"))
        session = Session(length, int(kept["of"]), looked, spent)
    except (ValueError, TypeError, KeyError, OverflowError, OSError):
        return None
    same_day = at.astimezone(LONDON).date() == now.astimezone(LONDON).date()
    fits = same_day and timedelta() <= now - at <= KEPT_FOR
    return session if fits and session.begun and not over(session, now) else None


def session_words(session: Session, now: datetime) -> tuple[str, str]:
    """How it goes: time left, and how many of how many were looked at."""
    minutes = int(session.length.total_seconds() // 60)
    looked = tr("{looked:,} of {of:,} looked at", looked=len(session.looked), of=session.of)
    if not session.begun:
        return tr("{minutes} min", minutes=minutes), tr(
            "{of:,} to look at", of=session.of
        ) if session.of else tr("nothing waits")
    if session.everything:
        return tr("Session done"), tr("all {of:,} looked at", of=session.of)
    remains = left(session, now)
    if not remains:
        return tr("{minutes} min are up", minutes=minutes), looked
    whole = -(-int(remains.total_seconds()) // 60)  # the last minute is one minute, not none
    paused = "" if session.since is not None else tr(", paused")
    return tr("{whole} min left{paused}", whole=whole, paused=paused), looked


def later_words(counts: Mapping[View, int]) -> str:
    """What is left when a session ends, in order of need; a possible danger is never left."""
    waiting = [(w, counts.get(w.view, 0)) for w in TO_DO]
    urgent = sum(n for w, n in waiting if w.view == "urgent")
    rest = [f"{n:,} {w.what}" for w, n in waiting if n and w.view != "urgent"]
    said = tr("Left for later: {listed}.", listed=", ".join(rest)) if rest else ""
    if urgent:
        danger = tr(
            "{counted} first: these are never left for later.",
            counted=count(urgent, "possible danger"),
        )
        return f"{danger} {said}".strip()
    return said
