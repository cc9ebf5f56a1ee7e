"""The sources and what is remembered of each between polls."""

from __future__ import annotations

from sqlite_utils import Database

from listener.errors import Known, NotFound
from listener.mention import PollReport
from listener.sources.state import SourceRecord, SourceState, from_json
from listener.store.coding import maybe_micros

COLUMNS = "key, name, address, every, allow_private, channel, kind, paused"


def record(row: tuple[object, ...]) -> SourceRecord:
    """A row of COLUMNS as a record."""
    key, name, address, every, allow, channel, kind, paused = row
    assert isinstance(key, int)
    return SourceRecord(
        key, str(name), str(address), every if isinstance(every, int) else None, bool(allow),
        str(channel), str(kind), bool(paused),
    )  # fmt: skip


def all_records(db: Database) -> list[SourceRecord]:
    """Every source that was not removed, in the order they were added."""
    rows = db.execute(f"SELECT {COLUMNS} FROM source WHERE NOT removed ORDER BY key")
    return [record(r) for r in rows]


def add(
    db: Database,
    name: str,
    address: str,
    *,
    kind: str,
    channel: str,
    every: int | None,
    allow_private: bool,
    sample: bool,
) -> SourceRecord:
    """Adds a source. Raises Known where its name or address is there already."""
    row = db.execute(
        "SELECT name FROM source WHERE NOT removed "
        "AND (name = ? OR (address = ? AND address <> ''))",
        [name, address],
    ).fetchone()
    if row is not None:
        raise Known(f"{row[0]} is there already. Nothing was added.")
    again = db.execute(
        "SELECT key FROM source WHERE removed AND kind = ? AND address = ? "
        "AND (address <> '' OR name = ?) ORDER BY key DESC LIMIT 1",
        [kind, address, name],
    ).fetchone()
    if again is not None:
        db.execute(
            # What it said stays known; how polls went is forgotten: one gone is asked again.
            "UPDATE source SET name = ?, channel = ?, every = ?, allow_private = ?, removed = 0, "
            "paused = 0, state = '{}', status = '', why = '', next_at = NULL WHERE key = ?",
            [name, channel, every, allow_private, again[0]],
        )
        return by_key(db, again[0])
    made = db.execute(
        "INSERT INTO source (name, address, kind, channel, every, allow_private, paused, sample) "
        "VALUES (?, ?, ?, ?, ?, ?, 0, ?)",
        [name, address, kind, channel, every, allow_private, sample],
    )
    assert made.lastrowid is not None
    return by_key(db, made.lastrowid)


def by_key(db: Database, key: int) -> SourceRecord:
    """One source. Raises NotFound."""
    row = db.execute(f"SELECT {COLUMNS} FROM source WHERE key = ?", [key]).fetchone()
    if row is None:
        raise NotFound(f"There is no source {key}.")
    return record(row)


def by_name(db: Database, name: str) -> SourceRecord:
    """One source by its name. Raises NotFound, naming those there are."""
    row = db.execute(
        f"SELECT {COLUMNS} FROM source WHERE name = ? AND NOT removed", [name]
    ).fetchone()
    if row is None:
        names = ", ".join(r.name for r in all_records(db)[:20]) or "none"
        raise NotFound(f"There is no source called {name}. There are: {names}.")
    return record(row)


def put_back(db: Database, name: str) -> None:
    """The source of that name that was removed last is heard again, as it was set."""
    row = db.execute(
        "SELECT key FROM source WHERE removed AND name = ? ORDER BY key DESC LIMIT 1", [name]
    ).fetchone()
    if row is None:
        raise NotFound(f"No source called {name} was removed. Nothing was changed.")
    _free(db, name)
    db.execute("UPDATE source SET removed = 0 WHERE key = ?", row)


def change(db: Database, name: str, new: str, every: int | None) -> None:
    """Another name or interval (seconds; None: the usual one)."""
    record = by_name(db, name)
    if new != name:
        _free(db, new)
    db.execute("UPDATE source SET name = ?, every = ? WHERE key = ?", [new, every, record.key])
    # A shorter interval counts from now on; what a site asked us to wait for stays.
    db.execute(
        "UPDATE source SET state = json_remove(state, '$.next_at'), next_at = NULL WHERE key = ? "
        "AND every IS NOT ?",
        [record.key, record.every],
    )


def hasten(db: Database, latest: int) -> None:
    """Sources of the usual interval that would be asked later than that (microseconds) are due."""
    db.execute(
        "UPDATE source SET state = json_remove(state, '$.next_at'), next_at = NULL "
        "WHERE every IS NULL AND next_at > ?",
        [latest],
    )


def _free(db: Database, name: str) -> None:
    row = db.execute("SELECT 1 FROM source WHERE NOT removed AND name = ?", [name]).fetchone()
    if row is not None:
        raise Known(f"There is a source called {name} already. Nothing was changed.")


def for_name(db: Database, name: str, kind: str) -> SourceRecord:
    """The source of a file or of what is added by hand, made when first needed."""
    row = db.execute(
        f"SELECT {COLUMNS} FROM source WHERE name = ? AND NOT removed", [name]
    ).fetchone()
    if row is not None:
        return record(row)
    return add(db, name, "", kind=kind, channel="", every=None, allow_private=False, sample=False)


def state(db: Database, key: int) -> SourceState:
    """What is remembered of a source."""
    row = db.execute("SELECT state FROM source WHERE key = ?", [key]).fetchone()
    return from_json(row[0]) if row else SourceState()


def keep_state(db: Database, key: int, kept: SourceState, report: PollReport) -> None:
    """Keeps a source's state with the words of its last report."""
    db.execute(
        "UPDATE source SET state = ?, status = ?, why = ?, last_heard = ?, next_at = ? "
        "WHERE key = ?",
        [
            kept.to_json(), report.status, report.why, maybe_micros(kept.last_ok),
            maybe_micros(kept.next_at), key,
        ],
    )  # fmt: skip
