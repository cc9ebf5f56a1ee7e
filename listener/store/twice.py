"""What a list knows of what no one key forwards: texts that may accuse, and sensitive areas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from listener.council import Council
from listener.mention import Row
from listener.store.areas import contacts_of
from listener.store.asking import Asks
from listener.store.coding import dumps
from listener.urgentcards import restriction


def alleging(db: Asks, council: Council, rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows with why their own text may hold an allegation; others stay as they are."""
    if not rows:
        return ()
    texts = dict(
        db.execute(
            "SELECT key, title || ' ' || text FROM mention "
            "WHERE key IN (SELECT value FROM json_each(?))",
            [dumps([int(r.key) for r in rows])],
        ).fetchall()
    )
    why = restriction(council)
    found = {key: why(text, "") for key, text in texts.items()}
    return tuple(
        replace(r, alleged=found[int(r.key)]) if found.get(int(r.key)) else r for r in rows
    )


def sensitive_areas(db: Asks, council: Council) -> tuple[str, ...]:
    """The areas that are marked as sensitive."""
    return tuple(c.area for c in contacts_of(db, council) if c.sensitive)
