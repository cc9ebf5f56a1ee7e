"""In which list a mention stands: each stands in exactly one."""

from __future__ import annotations

from typing import Literal

View = Literal[
    "urgent", "unsure", "answer", "forward", "decide",
    "glance", "watching", "news", "snoozed", "done",
]  # fmt: skip

BY_OUTCOME: dict[str, View] = {
    "urgent": "urgent",
    "answer": "answer", "correct": "answer", "join_in": "answer", "signpost": "answer",
    "neutral_line": "answer",
    "forward": "forward", "attach": "forward", "complaint_route": "forward", "rights": "forward",
    "consultation": "forward",
    "evaluate": "decide", "moderate": "decide",
    "no_reply": "glance", "monitor": "glance", "out_of_scope": "glance",
    "watch": "watching",
}  # fmt: skip


def view_of(
    *,
    status: str,
    outcome: str | None,
    guess: str,
    asks: str | None,
    grade: str,
    kind: str,
    faulty: bool,
    settled: bool,
    already_routed: bool = False,
) -> View:
    """The list for a mention.

    status: open, snoozed or done. grade: its danger. settled: passed on, or read and nobody at
    risk. faulty: the chart failed on it. A possible danger stands in urgent until it is settled,
    whatever else is true of it, snoozed too.
    """
    if status == "done":
        return "done"
    if grade in ("person", "hazard") and not settled:
        return "urgent"
    if status == "snoozed":
        return "snoozed"
    if faulty:
        return "decide"
    if asks is not None:
        return "unsure"
    if already_routed and outcome in ("attach", "forward"):
        return "glance"  # to-do lists hold only things to do; the service has this one already
    if kind in ("news", "notice") and outcome in ("no_reply", "join_in"):
        return "news"
    return BY_OUTCOME.get(outcome or guess, "decide")
