"""What officers corrected in a reading: kept beside it, laid over it, and taken back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from listener.errors import NotFound
from listener.mention import Correction, Reading
from listener.reading.corrected import laid_over, still, was
from listener.store import journal
from listener.store.asking import Asks
from listener.store.coding import (
    READ_COLUMNS,
    corrections_of,
    corrections_text,
    micros,
    moment,
    read_columns,
    reading_of,
)
from listener.store.records import Put, Taught

SETS = ", ".join(f"{column} = ?" for column in READ_COLUMNS)


def corrected(data: str, corrections: str) -> Reading:
    """A reading as kept, with what stands corrected laid over it."""
    return laid_over(reading_of(data), corrections_of(corrections))


def read_now(db: Asks, key: int) -> Reading:
    """The reading of a mention as it stands. Raises NotFound."""
    data, corrections = _kept(db, key)
    return corrected(data, corrections)


def standing(db: Asks, key: int) -> tuple[Correction, ...]:
    """What stands corrected of a mention. Raises NotFound."""
    return corrections_of(_kept(db, key)[1])


def for_new_text(db: Asks, key: int, reading: Reading) -> tuple[Correction, ...]:
    """What would stand of it if a new text were read as this. Raises NotFound."""
    data, corrections = _kept(db, key)
    return still(corrections_of(corrections), reading_of(data).danger.grade, reading.danger.grade)


def put(db: Database, key: int, correction: Correction, now: datetime) -> Put:
    """Keeps a correction; a place is added to the others, anything else takes its part's place."""
    before = was(read_now(db, key), correction.what)
    stood = standing(db, key)
    made = db.execute(
        "INSERT INTO correction (mention, what, was, value, by, at) VALUES (?, ?, ?, ?, ?, ?)",
        [key, correction.what, before, correction.value, correction.by, micros(now)],
    )
    others = [c for c in stood if c.what != correction.what or c.what == "place"]
    _stand(db, key, [*others, correction])
    replaced = [c for c in stood if c.what == correction.what]
    return Put(int(made.lastrowid or 0), key, correction.what, before, corrections_text(replaced))


def take_back(db: Database, correction: int, key: int, what: str, before: str) -> None:
    """Takes a correction back; before: what stood of that part, as JSON."""
    row = db.execute("SELECT undone FROM correction WHERE key = ?", [correction]).fetchone()
    if row is None or row[0]:
        return  # its text is another one by now, and it stands no longer
    db.execute("UPDATE correction SET undone = 1 WHERE key = ?", [correction])
    others = [c for c in standing(db, key) if c.what != what]
    _stand(db, key, [*others, *corrections_of(before)])


def let_go(db: Database, key: int, reading: Reading, now: datetime) -> None:
    """A new text is here: what was said of the danger in the old one may stand no longer."""
    stood, stays = standing(db, key), for_new_text(db, key, reading)
    for what in {c.what for c in stood} - {c.what for c in stays}:
        db.execute("UPDATE correction SET undone = 1 WHERE mention = ? AND what = ?", [key, what])
        said = f"the correction of the {what} was of its old text"
        journal.tell(db, [key], now, journal.LISTENER, said)
    if len(stays) < len(stood):
        _stand(db, key, stays)


def show(db: Database, key: int) -> None:
    """Puts what lists, searches and stacks ask of the reading where they find it."""
    reading = read_now(db, key)
    db.execute(f"UPDATE triage SET {SETS} WHERE mention = ?", [*read_columns(reading), key])
    db.execute("UPDATE facet SET score = ? WHERE mention = ?", [reading.tone.score, key])


def taught(db: Asks) -> Iterator[Taught]:
    """Every correction that stands, in the order made; nothing is learned of the erased."""
    rows = db.execute(
        "SELECT s.name, m.id, c.what, c.was, c.value, c.by, c.at FROM correction c "
        "JOIN mention m ON m.key = c.mention JOIN source s ON s.key = m.source "
        "WHERE c.undone = 0 AND m.title || m.text <> '' AND (c.what = 'place' OR c.key = "
        "(SELECT max(o.key) FROM correction o WHERE o.mention = c.mention AND o.what = c.what "
        "AND o.undone = 0)) ORDER BY c.key"
    )
    for source, identity, what, before, value, by, at in rows:
        yield Taught(f"{source}:{identity}", what, before, value, by, moment(at))


def _kept(db: Asks, key: int) -> tuple[Any, ...]:
    row = db.execute(
        "SELECT r.data, t.corrected FROM triage t JOIN reading r ON r.mention = t.mention "
        "WHERE t.mention = ?",
        [key],
    ).fetchone()
    if row is None:
        raise NotFound(f"There is no mention {key}. Nothing was changed.")
    return tuple(row)


def _stand(db: Database, key: int, corrections: Sequence[Correction]) -> None:
    db.execute(
        "UPDATE triage SET corrected = ? WHERE mention = ?", [corrections_text(corrections), key]
    )
    show(db, key)
