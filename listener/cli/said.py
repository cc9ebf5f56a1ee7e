"""Says things on a terminal or to a script: tables, JSON, sentences; whatever the encoding."""

from __future__ import annotations

import json
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import asdict, is_dataclass
from datetime import datetime
from typing import Any, TextIO


def calm_streams() -> None:
    """A letter that the terminal does not have is written as ?, never a fault."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def say(text: str) -> None:
    """A line on standard output."""
    print(text)


def tell(text: str) -> None:
    """Progress, or what went wrong, on standard error."""
    print(text, file=sys.stderr, flush=True)


def give(value: object) -> None:
    """JSON on standard output."""
    json.dump(plain(value), sys.stdout, ensure_ascii=not _unicode(sys.stdout), indent=1)
    sys.stdout.write("\n")


def plain(value: Any) -> Any:
    """A record as JSON can hold it: times in UTC to the second, tuples as lists."""
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%SZ")
    if is_dataclass(value) and not isinstance(value, type):
        return {k: plain(v) for k, v in asdict(value).items()}
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [plain(v) for v in value]
    return value


def _unicode(stream: TextIO) -> bool:
    return (getattr(stream, "encoding", "") or "").lower().startswith("utf")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int]) -> None:
    """A table cut to the terminal. widths: of all but the last column, which takes what is left."""
    whole = shutil.get_terminal_size((80, 24)).columns
    last = max(20, whole - sum(widths) - 2 * len(widths) - 1)
    every = [*widths, last]
    say("  ".join(_fit(h, w) for h, w in zip(heads, every, strict=True)).rstrip())
    say("  ".join("-" * w for w in every))
    for row in rows:
        say("  ".join(_fit(c, w) for c, w in zip(row, every, strict=True)).rstrip())


def _fit(text: str, width: int) -> str:
    """The text in exactly so many columns; wide letters count double."""
    text = " ".join(text.split())
    kept, used = "", 0
    for char in text:
        wide = 2 if unicodedata.east_asian_width(char) in "WF" else 1
        if used + wide > width:
            return kept[:-1] + "…" + " " * (width - used)
        kept, used = kept + char, used + wide
    return kept + " " * (width - used)
