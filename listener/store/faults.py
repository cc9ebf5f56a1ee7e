"""Turns what SQLite and the disk complain of into sentences."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from listener.errors import ProfileUnusable


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Raises ProfileUnusable, in words, for whatever the database or the disk refuses."""
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
        raise  # ours: a rule of the schema broken, or a closed database used: a bug
    except (sqlite3.OperationalError, sqlite3.DatabaseError, OSError) as fault:
        raise ProfileUnusable(_sentence(path, str(fault))) from fault


def _sentence(path: Path, fault: str) -> str:
    said = fault.lower()
    if "full" in said or "no space" in said:
        return (
            f"The disk that holds {path} is full. Nothing of this batch was kept and nothing "
            "that was kept before is lost; it is tried again once there is room."
        )
    if "readonly" in said or "read-only" in said or "permission" in said:
        return (
            f"{path} may only be read. Nothing was changed; what it holds can still be looked at."
        )
    if "not a database" in said or "malformed" in said:
        return (
            f"{path} is damaged or is no database of ours. It was left as it is; "
            "a backup can be restored with `council-listener restore FILE`."
        )
    if "locked" in said or "busy" in said:
        return f"Another program holds {path}. Nothing was changed; try again in a moment."
    if "unable to open" in said:
        return f"{path} cannot be opened. Is the folder there, and may we write in it?"
    return f"{path} could not be used ({fault}). Nothing of this step was kept."
