"""What runs a query: the writer's database, or a reader's connection."""

from __future__ import annotations

import sqlite3
from typing import Any, Protocol


class Asks(Protocol):
    """Both kinds answer a query alike."""

    def execute(self, sql: str, given: Any = ..., /) -> sqlite3.Cursor:
        """Runs a query."""
