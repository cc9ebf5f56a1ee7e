"""What was read and what stands around it, as the facts that a flowchart may ask of."""

from __future__ import annotations

from dataclasses import dataclass

from listener.mention import Danger, Heard, Reading
from rules.facts import Fact, Facts


@dataclass(frozen=True, slots=True)
class Around:
    """What a mention alone cannot tell: its stack, open issues, the calendar, its source."""

    stack_size: int = 1
    people: int = 1
    open_issue: str = ""  # in words, or ""
    pre_election: str = ""  # in words, or ""
    source: str = ""


def _danger(danger: Danger) -> Fact:
    if danger.sure:
        return Fact(danger.grade, danger.because)
    return Fact(None, danger.because, danger.grade if danger.likely else "words")


def facts_of(heard: Heard, reading: Reading, around: Around) -> Facts:
    """The facts of one mention, each with its reason."""
    tone, danger = reading.tone, reading.danger
    best = reading.best
    known: dict[str, Fact] = {
        **reading.signals,
        "text": Fact(f"{heard.title}\n{heard.text}", "its words"),
        "tone": Fact(None if tone.label == "not_read" else tone.score, tone.because),
        "tone_label": Fact(tone.label, tone.because),
        "danger": _danger(danger),
        "danger_type": Fact(danger.type, danger.because),
        "kind": Fact(reading.kind.value, reading.kind.because),
        "category": Fact(best.category if best else None, best.because if best else "none found"),
        "area": Fact(best.area if best else None, best.because if best else "none found"),
        "certainty": Fact(best.certainty if best else 0.0, best.because if best else "none found"),
        "places": Fact(
            tuple(p.name for p in reading.places),
            "; ".join(p.because for p in reading.places) or "names no place",
        ),
        "source": Fact(around.source, f"heard from {around.source}"),
        "channel": Fact(heard.channel, f"said in: {heard.channel.replace('_', ' ')}"),
        "language": Fact(reading.language.value, reading.language.because),
        "author_is": Fact(heard.author_is, f"written by a {heard.author_is}"),
        "already_routed": Fact(
            heard.already_routed,
            "the service has it already" if heard.already_routed else "not reported there yet",
        ),
        "open_issue": Fact(bool(around.open_issue), around.open_issue or "no open issue covers it"),
        "stack_size": Fact(float(around.stack_size), f"{around.stack_size} tell the same story"),
        "people": Fact(float(around.people), f"told by {around.people}"),
        "pre_election": Fact(
            bool(around.pre_election), around.pre_election or "no pre-election period today"
        ),
    }
    return Facts(known)
