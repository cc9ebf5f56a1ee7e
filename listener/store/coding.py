"""Turns readings, verdicts, councils and times into what a database can hold, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from msgspec.json import Encoder

from listener.council import Consultation, Council, FalseClaim, Member, NamedPlace, Service
from listener.mention import (
    Correction,
    Danger,
    Place,
    Reading,
    Said,
    ServiceGuess,
    Tone,
    Word,
)
from rules.flowchart import Answer, Step, Verdict
from rules.urgent import ApprovedReply, Duty

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


def micros(at: datetime) -> int:
    """A time as whole microseconds since 1970 in UTC: exact, small, and sorts by itself."""
    return (at - EPOCH) // MICROSECOND


def maybe_micros(at: datetime | None) -> int | None:
    """The same, where there may be no time."""
    return None if at is None else micros(at)


def moment(kept: int) -> datetime:
    """The aware UTC time of microseconds."""
    return EPOCH + timedelta(microseconds=kept)


def maybe_moment(kept: int | None) -> datetime | None:
    """The same, where there may be no time."""
    return None if kept is None else moment(kept)


_encode = Encoder().encode


def dumps(value: object) -> str:
    """Compact JSON, readable characters kept; named tuples as lists, dates as ISO writes them.

    By msgspec: the standard library took 24 µs for a reading and 11 for a verdict, of 1.1 ms that
    a post takes in all; this takes 7 and 2.
    """
    try:
        return _encode(value).decode()
    except UnicodeEncodeError:  # half a character, which only the standard library can write
        return json.dumps(value, separators=(",", ":"), default=_other)


def _other(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def _words_of(kept: list[list[Any]]) -> tuple[Word, ...]:
    return tuple(Word(*w) for w in kept)


def _said(said: Said) -> tuple[object, ...]:
    return said[:2] if said[2] is None else said


def reading_text(reading: Reading) -> str:
    """A reading as JSON; lists instead of names, for there are many."""
    tone, danger = reading.tone, reading.danger
    return dumps(
        [
            [tone.score, tone.label, tone.because, tone.words],
            [
                [s.category, s.area, s.certainty, s.because, s.words, s.ours]
                for s in reading.services
            ],
            [[p.name, p.kind, p.because, p.words] for p in reading.places],
            [
                danger.grade,
                danger.because,
                danger.type,
                danger.words,
                danger.sure,
                danger.likely,
            ],
            reading.language[:2],
            reading.kind[:2],
            {name: _said(said) for name, said in reading.signals.items()},
            reading.no_service,
        ]
    )


def _danger_of(kept: list[Any]) -> Danger:
    grade, because, name, words, *doubts = kept
    sure, likely = doubts or (True, True)  # kept with a reading since the model reads
    return Danger(grade, because, name, _words_of(words), sure, likely)


def reading_of(text: str) -> Reading:
    """The reading that reading_text wrote."""
    tone, services, places, danger, language, kind, signals, *more = json.loads(text)
    return Reading(
        tone=Tone(tone[0], tone[1], tone[2], _words_of(tone[3])),
        services=tuple(
            ServiceGuess(s[0], s[1], s[2], s[3], _words_of(s[4]), s[5]) for s in services
        ),
        places=tuple(Place(p[0], p[1], p[2], _words_of(p[3])) for p in places),
        danger=_danger_of(danger),
        language=Said(*language),
        kind=Said(*kind),
        signals={name: Said(*said) for name, said in signals.items()},
        no_service=more[0] if more else 0.0,  # kept since the model reads
    )


ERASED = "erased on request"  # what stands for every reason of an erased mention


def wordless_reading(text: str) -> str:
    """A kept reading without a word of what was said, or a place: what it was judged as stays."""
    read = reading_of(text)
    kept = replace(
        read,
        tone=Tone(read.tone.score, read.tone.label, ERASED),
        services=tuple(replace(s, because=ERASED, words=()) for s in read.services),
        places=(),
        danger=replace(read.danger, because=ERASED, words=()),
        kind=read.kind._replace(because=ERASED),
        signals={name: said._replace(because=ERASED) for name, said in read.signals.items()},
    )
    return reading_text(kept)


def wordless_verdict(text: str) -> str:
    """A kept verdict with its path, and without the words that led along it."""
    verdict = verdict_of(text)
    steps = tuple(step._replace(because=ERASED) for step in verdict.steps)
    return verdict_text(replace(verdict, steps=steps))


READ_COLUMNS = ("category", "area", "tone", "grade", "kind", "places", "question")


def read_columns(reading: Reading) -> tuple[object, ...]:
    """What lists, searches and stacks ask of a reading, in the order of READ_COLUMNS."""
    best, asked = reading.best, reading.signals.get("question")
    places = "\x1f".join(sorted({p.name for p in reading.places}))
    return (
        best.category if best else "", best.area if best else "", reading.tone.label,
        reading.danger.grade, str(reading.kind.value), places, bool(asked and asked.value),
    )  # fmt: skip


def corrections_text(corrections: Sequence[Correction]) -> str:
    """What stands corrected, as JSON: by part, for there may be several places."""
    kept: dict[str, list[list[Any]]] = {}
    for c in corrections:
        kept.setdefault(c.what, []).append([c.value, c.by, c.more, c.ours])
    return dumps(kept)


def corrections_of(text: str) -> tuple[Correction, ...]:
    """The corrections that corrections_text wrote."""
    kept = json.loads(text)
    return tuple(Correction(what, *values) for what, many in kept.items() for values in many)


def verdict_text(verdict: Verdict) -> str:
    """A verdict as JSON; a step is a list of its fields in their order."""
    return dumps(
        [verdict.outcome, verdict.guess, verdict.asks, verdict.steps, verdict.yes_leads,
         verdict.no_leads, verdict.chart, verdict.fault]
    )  # fmt: skip


def verdict_of(text: str) -> Verdict:
    """The verdict that verdict_text wrote."""
    outcome, guess, asks, steps, yes, no, chart, fault = json.loads(text)
    walked = tuple(Step(s[0], s[1], Answer(s[2]), *s[3:]) for s in steps)
    return Verdict(outcome, guess, asks, walked, yes, no, chart, fault)


def council_text(council: Council) -> str:
    """A council as JSON."""
    return dumps(asdict(council))


def council_of(text: str) -> Council:
    """The council that council_text wrote; what we no longer know is left out."""
    kept: dict[str, Any] = json.loads(text)
    known = {f.name for f in fields(Council)}
    made = {name: _tupled(value) for name, value in kept.items() if name in known}
    made["places"] = tuple(NamedPlace(**_named(p)) for p in kept.get("places", ()))
    made["services"] = tuple(Service(**_named(s)) for s in kept.get("services", ()))
    made["members"] = tuple(Member(**_named(m)) for m in kept.get("members", ()))
    made["consultations"] = tuple(
        Consultation(**_dated(c, "opens", "closes")) for c in kept.get("consultations", ())
    )
    made["false_claims"] = tuple(
        FalseClaim(**_dated(c, "review")) for c in kept.get("false_claims", ())
    )
    made["duty"] = tuple(Duty(**_named(d)) for d in kept.get("duty", ()))
    made["approved_replies"] = tuple(
        ApprovedReply(**_dated(r, "on")) for r in kept.get("approved_replies", ())
    )
    period = kept.get("pre_election")
    made["pre_election"] = (_date(period[0]), _date(period[1])) if period else None
    return Council(**made)


def _tupled(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _named(kept: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _tupled(value) for name, value in kept.items()}


def _dated(kept: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return _named(kept) | {n: _date(kept[n]) if kept.get(n) else None for n in names}


def _date(text: str) -> date:
    return date.fromisoformat(text)
