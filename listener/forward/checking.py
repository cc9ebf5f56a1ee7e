"""Looks an officer's own text over before it goes to a service: handles go, names are warned of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from listener.forward.letter import MASKED
from listener.understanding.masking import Known, names_left, without_handles

_TAKEN = re.compile(r"[@＠]\w[\w.-]*")


@dataclass(frozen=True, slots=True)
class Checked:
    """The text as it may go, and what to look at, in sentences."""

    subject: str
    plain: str
    warnings: tuple[str, ...]


def checked(subject: str, plain: str, known: Known) -> Checked:
    """Takes handles out line by line, and says so; says what looks like a name or a number."""
    lines = plain.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = [without_handles(line) for line in lines]
    titled = without_handles(subject)
    warnings = []
    taken = [h for line in (subject, *lines) for h in _handles(line)]
    if taken:
        warnings.append(f"Taken out, for handles do not go to services: {', '.join(taken[:5])}.")
    for name in names_left("\n".join((titled, *kept)), known)[:10]:
        warnings.append(f"“{name}” may name or identify somebody. Please look at it again.")
    if MASKED.casefold() not in " ".join(" ".join(kept).split()).casefold():
        warnings.append(f"It no longer says “{MASKED}”.")
    return Checked(titled, "\n".join(kept), tuple(warnings))


def _handles(line: str) -> list[str]:
    return [h for h in _TAKEN.findall(line) if h not in without_handles(line)]
