"""The rules of who is told besides the lead area, as we ship them."""

from __future__ import annotations

from functools import cache

from listener import resources
from rules.routing import Also

FILE = "services/information.tsv"


@cache
def information() -> tuple[Also, ...]:
    """Every rule of our file, in order."""
    lines = (ln for ln in resources.text(FILE).splitlines() if ln.strip() and ln[0] != "#")
    return tuple(Also(*(cell.strip() for cell in line.split("\t"))) for line in lines)
