"""Searches that are kept. Each says what comes back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SaveSearch:
    """-> Saving: a search kept under a name; or, where it seems to be for a person and no reason
    is given, why it wants one. key: an existing one to be changed. Raises Known."""

    name: str
    typed: str
    by: str = ""
    reason: str = ""
    key: int = 0


@dataclass(frozen=True, slots=True)
class DropSearch:
    """-> None: a saved search is taken away."""

    key: int
    by: str = ""


@dataclass(frozen=True, slots=True)
class MoveSearch:
    """-> None: a saved search moves by so many places, negative towards the top."""

    key: int
    steps: int
    by: str = ""
