"""A line that answers the many posts of a spike: who may approve it, when it may be used, and
whom it was told to in other words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from rules.publicity import PublicityHold
from rules.replying import may_read

LONGEST = 5_000  # characters: longer is a page on the web, which a line can link to
FURTHEST = timedelta(days=42)
"""A line holds for six weeks at most, so that none is forgotten; it can be set again."""
Stands = Literal["current", "early", "over", "ended"]
Told = Literal["not", "current", "old"]


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a line as far as it matters to whom it was told. same: it says the same."""

    version: int
    same: bool = False


def refusal(
    text: str, approver: str, by: str, officers: tuple[str, ...], starts: datetime, ends: datetime,
    now: datetime,
) -> str:  # fmt: skip
    """Why a line cannot be set so, in words; "" where it can. Times are aware."""
    if not text.strip():
        return "There is nothing in the line. Nothing was kept."
    if len(text) > LONGEST:
        return f"A line has at most {LONGEST:,} characters. Nothing was kept."
    refused = may_read(approver, by, officers)
    if refused:
        return f"A second person approves a line. {refused} Nothing was kept."
    if ends <= starts or ends <= now:
        return "The line would be over before it begins. Nothing was kept."
    if ends - now > FURTHEST:
        days = FURTHEST.days // 7
        return f"A line holds for {days} weeks at most; it can be set again. Nothing was kept."
    return ""


def stopped(
    hold: PublicityHold | None, held_until: str, period: tuple[date, date] | None, today: date,
    names: bool, needed: bool,
) -> str:  # fmt: skip
    """Why no line goes out now, in words; "" where one may.

    period: the pre-election period, first and last day. names: the text names a party, candidate
    or member. needed: an officer says that people need it for their safety or for a service.
    """
    held = period is not None and period[0] <= today <= period[1]
    if held and names:
        return (
            "Not now: it is a pre-election period, and the line names a party, a candidate or a "
            "member."
        )
    if needed:
        return ""
    if hold is not None:
        return (
            f"Not now: all publicity is held until {held_until} ({hold.why}; {hold.by}). Only a "
            "line that people need for their safety or for a service may go."
        )
    if held and period is not None:
        return (
            f"Not now: it is a pre-election period until {period[1]:%d %B}. Only a line that "
            "people need for their safety or for a service may go."
        )
    return ""


def stands(starts: datetime, ends: datetime, ended: bool, now: datetime) -> Stands:
    """Where a version of a line stands now."""
    if ended:
        return "ended"
    if now < starts:
        return "early"
    return "over" if now >= ends else "current"


def told(version: int | None, versions: Sequence[Version]) -> Told:
    """What somebody who was answered with a version knows; None: nobody was answered with one.

    They were told the old line where a later version says something else.
    """
    if version is None:
        return "not"
    later = (v for v in versions if v.version > version)
    return "old" if any(not v.same for v in later) else "current"


def done_draft(title: str, place: str, action: str, changed: str, read: bool, area: str) -> str:
    """“You said, we did”, to be put right and approved: never a word that nobody read.

    changed: as the service wrote it; it stands in the draft only where an officer has read it.
    Curly brackets are blanks.
    """
    where = place or title
    said = f"You told us about {where}"
    if action == "none":
        return (
            f"{said}. We looked into it with {_low(area)}. {{why nothing is changed}} "
            "Thank you for telling us."
        )
    what = " ".join(changed.split()).rstrip(".") if read else ""
    done = f"We have: {what}." if what else "We have {what was changed}."
    return f"{said}. {done} Thank you for telling us. {{link}}"


def _low(area: str) -> str:
    return f"our {area[:1].lower()}{area[1:]} team" if area else "the service"
