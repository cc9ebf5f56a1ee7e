"""How often officers decided as the chart suggested, question by question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rules.flowchart import Answer, Verdict

FEWEST = 10  # decided mentions below which a share says nothing


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of so many decided mentions that took this way at a question, so many were as suggested."""

    agreed: int
    of: int

    @property
    def percent(self) -> int:
        """The share in whole per cent."""
        return round(100 * self.agreed / self.of)


Way = tuple[str, str, str]
"""A chart's id, a question's id, and the answer that was given: yes or no."""


def agreements(decided: Iterable[tuple[Verdict, str]]) -> Mapping[Way, Agreement]:
    """From verdicts and the outcomes decided; only ways that at least FEWEST took.

    A step that an officer answered says nothing of the chart, and is left out.
    """
    took: dict[Way, list[int]] = {}
    for verdict, outcome in decided:
        agreed = outcome == (verdict.outcome or verdict.guess)
        for step in verdict.steps:
            if step.answer is not Answer.UNSURE and step.by == "chart":
                counts = took.setdefault((verdict.chart, step.question, str(step.answer)), [0, 0])
                counts[0] += agreed
                counts[1] += 1
    return {way: Agreement(a, n) for way, (a, n) in took.items() if n >= FEWEST}
