"""Who needs to know: the service a mention is handed to, whatever the outcome, and who besides."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

SURE_ENOUGH = 0.35
"""Below this the service is a guess that a person must confirm (judgement, to be measured)."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One candidate service: category, area, certainty from 0 to 1, and whether it is ours."""

    category: str
    area: str
    certainty: float
    ours: bool = True


@dataclass(frozen=True, slots=True)
class Handoff:
    """The area that needs to know, and why; sure: False where a person must confirm it."""

    category: str
    area: str
    because: str
    sure: bool


def handoff_for(
    outcome: str, choices: Sequence[Choice], already_routed: bool = False
) -> Handoff | None:
    """The service that a mention goes to, best first; None where nobody is to be told.

    The outcome decides whether we reply, never whether the service hears of it: an abusive post
    about a missed bin is still a missed bin. What the service has already is not sent again, and
    what is another body's to do is signposted, not handed over.
    """
    if already_routed or outcome == "out_of_scope" or not choices:
        return None
    ours = next((c for c in choices if c.ours), None)
    if ours is None:
        return None
    if ours is not choices[0]:  # another body's by the look of it: ours only if that is sure too
        because = f"{choices[0].category} fits best, {ours.category} may be concerned too"
        second = Handoff(ours.category, ours.area, because, sure=False)
        return second if ours.certainty >= SURE_ENOUGH else None
    sure = ours.certainty >= SURE_ENOUGH
    because = f"{ours.category} {'fits best' if sure else 'is our best guess'}"
    return Handoff(ours.category, ours.area, because, sure)


@dataclass(frozen=True, slots=True)
class Also:
    """A rule: a category's mentions go to one more area, for information.

    where: the kind of place that has to be named (road, junction, ward …), or "" for any mention.
    """

    category: str
    where: str
    area: str
    because: str


@dataclass(frozen=True, slots=True)
class Destination:
    """One area that a mention goes to, and why; held: what it waits for before it is told."""

    area: str
    role: Literal["lead", "information"]
    category: str
    because: str
    held: str = ""


def destinations(
    lead: Destination | None,
    also: Iterable[Also],
    place_kinds: Collection[str],
    ours: Collection[str],
    already_routed: bool = False,
) -> tuple[Destination, ...]:
    """Every area that hears of a mention: its lead, and by the rules others for information.

    ours: the areas of the council; other bodies are signposted, nothing is sent to them. What the
    service has already is not sent again, but others may still have to know of it.
    """
    if lead is None:
        return ()
    made = [] if already_routed or lead.area not in ours else [lead]
    for rule in also:
        fits = rule.category == lead.category and (not rule.where or rule.where in place_kinds)
        if fits and rule.area in ours and rule.area not in (lead.area, *(d.area for d in made)):
            made.append(
                Destination(rule.area, "information", lead.category, rule.because, lead.held)
            )
    return tuple(made)
