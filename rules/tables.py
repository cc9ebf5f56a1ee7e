"""Tables put together without one of them silently taking the place of another's line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

_Name = TypeVar("_Name")
_What = TypeVar("_What")


def joined(*tables: Mapping[_Name, _What]) -> dict[_Name, _What]:
    """All tables as one, in their order. Raises ValueError where two of them have the same name."""
    whole: dict[_Name, _What] = {}
    for table in tables:
        twice = [str(name) for name in table if name in whole]
        if twice:
            raise ValueError(f"given twice: {', '.join(twice)}")
        whole.update(table)
    return whole
