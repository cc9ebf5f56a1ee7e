"""How far the responses mailbox was read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """How far a box was read: the validity of its numbers, and the highest number taken."""

    box: str = ""
    validity: int = 0
    uid: int = 0
