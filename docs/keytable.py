"""The table of keys in the officer's guide, made from `ui/keys.py` so that it is never stale."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from ui.keys import KEYS, PARTS, Key

GUIDE = Path(__file__).parent / "officer-guide.md"
BEGIN = "<!-- keys: made by `make pictures` from ui/keys.py -->"
END = "<!-- end of keys -->"


def table() -> str:
    """Every key, group by group, as Markdown."""
    lines: list[str] = []
    for group, keys in groupby(KEYS, key=lambda k: k.group):
        lines += ["", f"| {group} | |", "|---|---|"]
        for key in keys:
            lines.append(f"| {_caps(key.keys)} | {key.does} |")
            lines += _after(key)
    lines.append("| `Ctrl+1` … `Ctrl+9`, `Ctrl+0` | the lists, from Urgent to Snoozed |")
    return "\n".join((*lines, ""))


def _caps(keys: tuple[str, ...]) -> str:
    return " or ".join(f"`{k}`" for k in keys)


def _after(key: Key) -> list[str]:
    """The letters that may follow a key."""
    if key.verb != "correct":
        return []
    return [f"| `{key.keys[0]}` `{p.letter}` | correct the {p.what} |" for p in PARTS]


def with_table(guide: str) -> str:
    """The guide with the table as it should be. Raises ValueError where its marks are missing."""
    before, begin, rest = guide.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"The guide has no room for the keys: {BEGIN} … {END}")
    return f"{before}{BEGIN}\n{table()}\n{END}{after}"


def write() -> None:
    """Brings the guide up to date."""
    GUIDE.write_text(with_table(GUIDE.read_text(encoding="utf-8")), encoding="utf-8")
