"""Who needs to know: the service a mention is handed to, whatever the outcome."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
    if already_routed or outcome == "out_of_scope":
        return None
    ours = [c for c in choices if c.ours]
    if not ours:
        return None
    best = ours[0]
    sure = best.certainty >= SURE_ENOUGH
    because = f"{best.category} fits best" if sure else f"{best.category} is our best guess"
    return Handoff(best.category, best.area, because, sure)
