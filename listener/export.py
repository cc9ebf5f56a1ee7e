"""A mention as others get it: an object a line, or flat for a spreadsheet; no name unasked."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from listener.guarding import guarded
from listener.mention import Decision, Explained, Heard, Reading
from listener.store.records import Exported
from rules.flowchart import Verdict

FLAT = (
    "id", "source", "channel", "published", "heard", "title", "text", "url", "language",
    "tone_score", "tone_label", "tone_words", "kind", "category", "service_area", "categories",
    "places", "danger", "danger_grade", "stack_id", "stack_size", "outcome", "guess", "asks",
    "steps", "status", "decision_outcome", "decision_service", "decision_by", "decision_at",
    "decision_note",
)  # fmt: skip


def object_of(exported: Exported, with_authors: bool = False) -> dict[str, Any]:
    """One export object, as the contract of the command line has it."""
    made = _head(exported.heard, exported.source_name, exported.heard_at)
    if with_authors:
        made["author"] = exported.heard.author
    made |= _read(exported.reading)
    made["stack"] = {"id": exported.stack_id, "size": exported.stack_size}
    made |= _walked(exported.verdict)
    made["status"] = exported.status
    made["decision"] = _decided(exported.decision)
    return made


def object_of_text(explained: Explained) -> dict[str, Any]:
    """The same object for a text that is not kept: what only a kept mention has is null."""
    made = _head(explained.heard, None, None)
    made["id"] = None
    made |= _read(explained.reading)
    made["stack"] = None
    made |= _walked(explained.verdict)
    made["status"] = None
    made["decision"] = None
    return made


def _head(heard: Heard, source: str | None, at: datetime | None) -> dict[str, Any]:
    return {
        "id": heard.id,
        "source": source,
        "channel": heard.channel,
        "published": _time(heard.published),
        "heard": _time(at),
        "title": heard.title,
        "text": heard.text,
        "url": heard.url,
    }


def _read(reading: Reading) -> dict[str, Any]:
    tone, danger = reading.tone, reading.danger
    best = reading.best
    return {
        "language": reading.language.value or None,
        "tone": {
            "score": tone.score,
            "label": tone.label,
            "words": [{"word": w.word, "weight": w.weight} for w in tone.words],
        },
        "kind": reading.kind.value,
        "category": best.category if best else None,
        "service_area": best.area if best else None,
        "categories": [
            {"category": s.category, "area": s.area, "certainty": s.certainty, "because": s.because}
            for s in reading.services
        ],
        "places": [{"name": p.name, "kind": p.kind, "because": p.because} for p in reading.places],
        "danger": danger.grade in ("person", "hazard"),
        "danger_grade": danger.grade,
    }


def _walked(verdict: Verdict) -> dict[str, Any]:
    return {
        "outcome": verdict.outcome,
        "guess": verdict.guess,
        "asks": verdict.asks,
        "steps": [
            {"question": s.question, "answer": s.answer.value, "because": s.because}
            for s in verdict.steps
        ],
    }


def _decided(decision: Decision | None) -> dict[str, Any] | None:
    if decision is None:
        return None
    return {
        "outcome": decision.outcome,
        "service": decision.service or None,
        "by": decision.by,
        "at": _time(decision.at),
        "note": decision.note,
    }


def _time(at: datetime | None) -> str | None:
    """UTC, to the second, with a Z."""
    return None if at is None else at.strftime("%Y-%m-%dT%H:%M:%SZ")


def json_lines(objects: Iterable[dict[str, Any]]) -> Iterator[str]:
    """One object a line."""
    for made in objects:
        yield json.dumps(made, ensure_ascii=False) + "\n"


def csv_lines(objects: Iterable[dict[str, Any]], with_authors: bool = False) -> Iterator[str]:
    """The same, flat; a cell that a spreadsheet would run has an apostrophe before it."""
    columns = (*FLAT[:4], "author", *FLAT[4:]) if with_authors else FLAT
    yield _line(columns)
    for made in objects:
        flat = flattened(made)
        yield _line([guarded(_cell(flat.get(name))) for name in columns])


def flattened(made: dict[str, Any]) -> dict[str, Any]:
    """An export object without objects inside: lists become one JSON text each."""
    flat = {k: v for k, v in made.items() if not isinstance(v, dict)}
    flat |= {f"tone_{k}": v for k, v in (made["tone"] or {}).items()}
    flat |= {f"stack_{k}": v for k, v in (made["stack"] or {}).items()}
    flat |= {f"decision_{k}": v for k, v in (made["decision"] or {}).items()}
    return flat


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()
