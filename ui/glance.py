"""Where everything stands at one moment, read in one go for rail, banners and foot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from listener.council import Council
from listener.mention import SavedSearch, View
from listener.settings import Settings
from rules.publicity import PublicityHold
from rules.workclock import OFFICE, Office
from ui import words
from ui.doors import MissedDoor, ReaderDoor
from ui.tongue import said_later, tr
from ui.words import TO_DO, TO_DO_VIEWS


@dataclass(frozen=True, slots=True)
class Glance:
    """One moment."""

    counts: Mapping[View, int]
    heard: int  # sources that could be heard, of
    every: int
    last: datetime | None
    following: datetime | None
    looked_at: int
    council: Council | None
    settings: Settings
    missed: MissedDoor | None
    hold: PublicityHold | None = None
    starred: int = 0
    done_today: int = 0
    saved: tuple[SavedSearch, ...] = ()
    spikes: int = 0  # open ones
    digests: int = 0  # due ones
    mail_trouble: bool = False  # a mail that a person has to look at
    office: Office = OFFICE
    unreached: tuple[str, ...] = ()  # areas that something waits for and nobody can be written to
    sensitive: tuple[str, ...] = ()  # areas whose affairs no one key forwards

    @property
    def to_do(self) -> int:
        """How many wait for an officer."""
        return sum(self.counts.get(v, 0) for v in TO_DO_VIEWS)


def glance(reader: ReaderDoor) -> Glance:
    """Reads it."""
    heard, every = reader.hearing()
    last, following = reader.last_heard()
    return Glance(
        counts=reader.counts(),
        heard=heard,
        every=every,
        last=last,
        following=following,
        looked_at=reader.looked_at(),
        council=reader.council(),
        settings=reader.settings(),
        missed=reader.missed(),
        hold=reader.publicity(),
        starred=reader.starred(),
        done_today=reader.done_today(),
        saved=reader.saved_searches(),
        spikes=len(reader.spikes("open")),
        digests=len(reader.due_digests()),
        mail_trouble=any(reader.outbox.counts().get(s) for s in ("unknown", "failed", "bounced")),
        office=reader.office(),
        unreached=reader.unreached(),
        sensitive=reader.sensitive_areas(),
    )


def first_view(now: Glance) -> View:
    """The list to open with: the first in which something waits."""
    return next((w.view for w in TO_DO if now.counts.get(w.view)), "forward")


OFFLINE = said_later("This computer seems to be offline: nothing new is heard until it is back.")


def end_words(view: View, now: Glance, offline: bool = False) -> tuple[str, str]:
    """What an empty list says: what is still to do, or that all that could be heard was read."""
    title, more = _end(view, now)
    return title, f"{more} {tr(OFFLINE)}".strip() if offline else more


def _end(view: View, now: Glance) -> tuple[str, str]:
    own = words.VIEW_WORDS[view].empty
    if view not in TO_DO_VIEWS:
        return own, ""
    left = [w for w in TO_DO if now.counts.get(w.view)]
    if left:
        waiting = ", ".join(f"{now.counts[w.view]:,} {w.what}" for w in left)
        return own, tr("Still waiting: {waiting}.", waiting=waiting)
    sources = tr(
        "{heard} of {counted}; groups are not heard",
        heard=now.heard,
        counted=words.count(now.every, "source"),
    )
    if not now.every:
        return tr("Nothing is heard yet."), tr(
            "Add a source (Sources), or add a mention by hand (A)."
        )
    if now.looked_at:
        return tr(
            "You have read all {looked_at:,} that we could hear ({sources}).",
            looked_at=now.looked_at,
            sources=sources,
        ), ""
    return tr("Nothing waits that we could hear ({sources}).", sources=sources), ""


def missed_words(missed: MissedDoor, now: datetime) -> str:
    """What came in while nobody listened."""
    until = words.short_when(missed.until, missed.since)
    span = tr("Not listening {since} to {until}", since=words.when(missed.since, now), until=until)
    if not missed.came_in:
        return tr("{span}: nothing was found afterwards.", span=span)
    danger = (
        tr(", {counted} first", counted=words.count(missed.urgent, "possible danger"))
        if missed.urgent
        else ""
    )
    return tr(
        "{span}: {came_in:,} came in{danger}.", span=span, came_in=missed.came_in, danger=danger
    )


def pre_election(now: Glance, today: date) -> str:
    """The banner for a pre-election period, or "" outside one."""
    first, last = now.settings.pre_election_from, now.settings.pre_election_to
    if first is None and now.council is not None and now.council.pre_election:
        first, last = now.council.pre_election
    if first is None or not first <= today <= (last or today):
        return ""
    until = tr(" until {last:%a} {day} {last:%b}", last=last, day=last.day) if last else ""
    return tr(
        "Pre-election period{until}: publish nothing that could favour a party or candidate.",
        until=until,
    )


def foot_words(now: Glance, at: datetime, progress: str, saving: int) -> str:
    """When it last heard, what comes next, whether all is saved."""
    heard = tr("Heard {ago}", ago=words.ago(now.last, at)) if now.last else tr("Nothing heard yet")
    following = ""
    if now.following:
        late = now.following <= at
        following = (
            tr("next now")
            if late
            else tr("next {following}", following=words.short_when(now.following, at))
        )
        # In a narrow rail the line breaks at the dot, not between a word and its time.
        following = " · " + following.replace(" ", "\N{NO-BREAK SPACE}")
    saved = tr("Saving …") if saving else tr("Everything saved")
    return f"{progress or heard + following}\n{saved}"
