"""Reads a file of one JSON object a line; a bad line is a fault of that line alone."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping


def objects_of(text: str) -> Iterator[tuple[int, Mapping[str, str] | None, str]]:
    """(line, the object's values as text, "") or (line, None, why); empty lines are passed by."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            given = json.loads(line)
        except (ValueError, RecursionError):
            yield number, None, "the line is no JSON"
            continue
        if isinstance(given, dict):
            yield number, {str(name): _said(value) for name, value in given.items()}, ""
        else:
            yield number, None, "the line is no JSON object"


def _said(value: object) -> str:
    """A value as a cell would hold it: lists, objects and yes-or-no say nothing here."""
    if value is None or isinstance(value, dict | list | bool):
        return ""
    return str(value)
