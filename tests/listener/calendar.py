"""An empty calendar: the sample town comes with known works of its own."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from listener.profile import DATABASE


def emptied(profile: Path) -> None:
    """Takes off what is on the calendar of a profile, as if it had never been there."""
    db = sqlite3.connect(profile / DATABASE)
    with db:
        db.execute("DELETE FROM known_work")
    db.close()
