"""What the services answered: kept, with what followed from it, read, and taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, cast

from sqlite_utils import Database

from listener.clock import LONDON
from listener.errors import NotFound
from listener.handoff import RESPONSES, DigestKey, Response, ResponseKey, ResponseKind
from listener.mention import MentionKey
from listener.spike import SpikeKey
from listener.store import journal
from listener.store.asking import Asks
from listener.store.coding import maybe_micros, maybe_moment, micros, moment
from rules import answering

MOST = 500  # answers shown at once, the newest first
RESPONSE = (
    "SELECT r.key, r.digest, r.spike, r.area, r.kind, r.at, r.by, r.said, r.until, r.whose, "
    "r.changed, r.read_by, r.action FROM response r"
)


@dataclass(frozen=True, slots=True)
class About:
    """What an answer is about: the digest and the spike, where there are such, and the area."""

    digest: DigestKey | None
    spike: SpikeKey | None
    area: str


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as kept, what it was about, and how many handoffs ended with it."""

    response: Response
    mentions: tuple[MentionKey, ...]
    handoffs: int


def responses(
    db: Asks, *, spike: int | None = None, digest: int | None = None, area: str = ""
) -> tuple[Response, ...]:
    """The answers that stand, the newest first, at most 500."""
    where, given = ["r.undone = 0"], []
    for column, value in (("spike", spike), ("digest", digest), ("area", area or None)):
        if value is not None:
            where.append(f"r.{column} = ?")
            given.append(value)
    sql = f"{RESPONSE} WHERE {' AND '.join(where)} ORDER BY r.at DESC, r.key DESC LIMIT ?"
    return tuple(read(row) for row in db.execute(sql, [*given, MOST]))


def one(db: Asks, key: int) -> Response:
    """One answer. Raises NotFound, also where it was taken back."""
    row = db.execute(f"{RESPONSE} WHERE r.key = ? AND r.undone = 0", [key]).fetchone()
    if row is None:
        raise NotFound(f"There is no answer {key}; it may have been taken back.")
    return read(row)


def about(db: Asks, digest: int | None, spike: int | None, area: str) -> About:
    """What a digest or a spike is about; the area given comes first. Raises NotFound."""
    if digest is not None:
        row = db.execute("SELECT spike, area FROM digest WHERE key = ?", [digest]).fetchone()
        if row is None:
            raise NotFound(f"There is no digest {digest}. Nothing was kept.")
        found = spike if row[0] is None else row[0]
        return About(DigestKey(digest), _spike(found), area or row[1])
    if spike is not None:
        row = db.execute(
            "SELECT coalesce((SELECT h.area FROM handoff h WHERE h.spike = s.key AND h.undone = 0 "
            "AND h.role = 'lead' ORDER BY h.key DESC LIMIT 1), s.area) FROM spike s "
            "WHERE s.key = ?",
            [spike],
        ).fetchone()
        if row is None:
            raise NotFound(f"There is no spike {spike}. Nothing was kept.")
        return About(None, _spike(spike), area or row[0])
    return About(None, None, area)


def put(
    db: Database, new: Response, now: datetime, *, to: str = "", message_id: str | None = None,
    undoable: bool = True,
) -> Kept:  # fmt: skip
    """Keeps an answer and what follows from it. to: the area that gets it instead, or "".

    undoable: an officer did it, and can take it back.
    """
    made = db.execute(
        "INSERT INTO response (digest, spike, area, kind, at, by, said, until, whose, changed, "
        "message_id, read_by, action) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [new.digest, new.spike, new.area, new.kind, micros(new.at), new.by, new.said,
         maybe_micros(new.until), new.whose, new.changed, message_id, new.read_by, new.action],
    )  # fmt: skip
    kept = replace(new, key=ResponseKey(int(made.lastrowid or 0)))
    mentions = concerned(db, kept)
    closed: list[list[Any]] = []
    opened: list[int] = []
    if kept.kind == "finished":
        closed = _finish(db, kept, _ended(kept))
    elif kept.kind == "not_ours":
        closed, opened = _reroute(db, kept, to, now)
    note(db, kept.spike, mentions, now, kept.by, told(kept, to))
    if undoable:
        back = {"response": kept.key, "closed": closed, "opened": opened, "reroute": None}
        said = f"the answer of {kept.area} taken back"
        journal.write(db, now, kept.by, said, also={"answered": back})
    return Kept(kept, mentions, len(closed))


def told(of: Response, to: str = "") -> str:
    """Who answered what, in words. to: the area that gets it instead, or ""."""
    until = "" if of.until is None else day(of.until)
    return answering.told(of.area, RESPONSES[of.kind], until, to, of.action)


def mark_read(db: Database, key: int, by: str, now: datetime) -> Response:
    """An officer has read what was written. Raises NotFound."""
    found = one(db, key)
    if not found.read_by:
        db.execute("UPDATE response SET read_by = ? WHERE key = ?", [by, key])
        back = {"read": key}
        journal.write(db, now, by, "“read” taken back", also={"answered": back})
    return one(db, key)


def place(db: Database, key: int, to: str, by: str, now: datetime) -> Kept:
    """Says whose it is that was not for a service. Raises NotFound."""
    found = one(db, key)
    was = db.execute("SELECT area FROM reroute WHERE response = ?", [key]).fetchone()
    before = str(was[0]) if was else ""
    handed = _handed(db, found, "AND finished <> ''")
    opened = _open_for(db, found, handed, to, now, by)
    db.execute("UPDATE reroute SET area = ?, at = ?, by = ? WHERE response = ?",
               [to, micros(now), by, key])  # fmt: skip
    mentions = concerned(db, found)
    note(db, found.spike, mentions, now, by, f"not for {found.area}: it goes to {to}")
    back = {"closed": [], "opened": opened, "reroute": [key, before]}
    journal.write(db, now, by, f"it is not sent to {to} any more", also={"answered": back})
    return Kept(found, mentions, 0)


def unplaced(db: Asks) -> tuple[Response, ...]:
    """What was not for a service, and nobody has said whose it is."""
    rows = db.execute(
        f"{RESPONSE} JOIN reroute o ON o.response = r.key WHERE o.area = '' AND r.undone = 0 "
        "ORDER BY r.key DESC LIMIT ?",
        [MOST],
    )
    return tuple(read(row) for row in rows)


def last_time(db: Asks, place: str, category: str, but: int | None = None) -> str:
    """How the last spike at a place ended, in words, or "". category: "" for any of them."""
    row = db.execute(
        "SELECT r.at, r.area, r.action, r.changed, r.read_by FROM response r "
        "JOIN spike s ON s.key = r.spike WHERE r.kind = 'finished' AND r.undone = 0 "
        "AND s.place = ? AND s.place <> '' AND (? = '' OR s.category = ?) AND s.key <> ? "
        "ORDER BY r.at DESC LIMIT 1",
        [place, category, category, but or 0],
    ).fetchone()
    if row is None:
        return ""
    return answering.last_time(day(moment(row[0])), row[1], row[2], row[3], bool(row[4]))


def concerned(db: Asks, of: Response) -> tuple[MentionKey, ...]:
    """The mentions that an answer is about: those of the digest, else those of the spike."""
    rows: list[tuple[int]] = []
    if of.digest is not None:
        asked = "SELECT mention FROM digest_item WHERE digest = ? ORDER BY mention"
        rows = db.execute(asked, [of.digest]).fetchall()
    if not rows and of.spike is not None:
        asked = "SELECT mention FROM spike_mention WHERE spike = ? ORDER BY mention"
        rows = db.execute(asked, [of.spike]).fetchall()
    return tuple(MentionKey(key) for (key,) in rows)


def _reroute(
    db: Database, of: Response, to: str, now: datetime
) -> tuple[list[list[Any]], list[int]]:
    handed = _handed(db, of, "AND finished = ''")
    closed = _finish(db, of, f"not for {of.area}" + (f": it is for {to}" if to else ""))
    db.execute("INSERT INTO reroute VALUES (?, ?, ?, ?, ?)",
               [of.key, of.area, to, micros(now), of.by])  # fmt: skip
    return closed, _open_for(db, of, handed, to, now, of.by) if to else []


def _handed(db: Asks, of: Response, which: str) -> list[tuple[Any, ...]]:
    """The handoffs to the area that an answer is about: key, role, category, mention, spike."""
    return db.execute(
        "SELECT key, role, category, mention, spike, finished FROM handoff WHERE area = ? "
        f"AND undone = 0 AND ended IS NULL {which} AND (spike = ? OR mention IN "
        "(SELECT mention FROM digest_item WHERE digest = ? AND area = ?)) ORDER BY key",
        [of.area, of.spike, of.digest, of.area],
    ).fetchall()


def _finish(db: Database, of: Response, how: str) -> list[list[Any]]:
    handed = _handed(db, of, "AND finished = ''")
    db.conn.executemany("UPDATE handoff SET finished = ? WHERE key = ?",
                        [(how, row[0]) for row in handed])  # fmt: skip
    return [[row[0], row[5]] for row in handed]


def _open_for(
    db: Database, of: Response, handed: Sequence[tuple[Any, ...]], to: str, now: datetime, by: str
) -> list[int]:
    """A handoff to the other area for each that went the wrong way."""
    because = f"{of.area} says that it is not for them but for {to} (answer of {day(of.at)})"
    rows = [row[1:5] for row in handed] or [
        ("lead", "", None, of.spike) if of.spike is not None else ("lead", "", mention, None)
        for mention in (concerned(db, of) if of.spike is None else [None])
    ]
    made = [
        db.execute(
            "INSERT INTO handoff (area, role, category, mention, spike, because, at, by) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [to, *row, because, micros(now), by],
        ).lastrowid
        for row in rows
    ]
    return [int(key or 0) for key in made]


def note(
    db: Database, spike: int | None, mentions: Sequence[int], now: datetime, by: str, what: str
) -> None:
    """A line in the history of mentions and of their spike."""
    journal.tell(db, mentions, now, by, what)
    act(db, spike, now, by, what)


def act(db: Database, spike: int | None, now: datetime, by: str, what: str) -> None:
    """A line in the history of a spike, where there is one."""
    if spike is not None:
        db.execute("INSERT INTO spike_act (spike, at, by, what) VALUES (?, ?, ?, ?)",
                   [spike, micros(now), by, what])  # fmt: skip


def _ended(of: Response) -> str:
    """How a handoff ended, without a word that the service wrote."""
    how = answering.ACTIONS.get(of.action, "finished")
    return f"{how}, {of.area} says ({day(of.at)})"


def day(at: datetime) -> str:
    """`Tue 24 Nov`, in London."""
    local = at.astimezone(LONDON)
    return f"{local:%a} {local.day} {local:%b}"


def _spike(key: int | None) -> SpikeKey | None:
    return None if key is None else SpikeKey(key)


def read(row: Sequence[Any]) -> Response:
    """The answer that a row of RESPONSE is."""
    return Response(
        key=ResponseKey(row[0]),
        digest=None if row[1] is None else DigestKey(row[1]),
        spike=_spike(row[2]),
        area=row[3],
        kind=cast(ResponseKind, row[4]),
        at=moment(row[5]),
        by=row[6],
        said=row[7],
        until=maybe_moment(row[8]),
        whose=row[9],
        changed=row[10],
        read_by=row[11],
        action=row[12],
    )
