"""Keeps everything: the only writer, used on the engine's thread alone."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlite_utils import Database

from listener.clock import Clock
from listener.council import Council
from listener.errors import Known, NotFound
from listener.mention import Correction, Decision, Heard, MentionKey, PollReport, Reading
from listener.sources.state import SourceRecord, SourceState
from listener.store import (
    backup,
    backwards,
    correcting,
    deciding,
    erasing,
    journal,
    keeping,
    sleeping,
    sources,
)
from listener.store.areas import AreaShelf
from listener.store.aside import Aside
from listener.store.coding import council_of, council_text, micros
from listener.store.digests import DigestShelf
from listener.store.faults import in_words
from listener.store.grouping import LONGEST, Group, Member
from listener.store.handing import HandoffShelf
from listener.store.holds import why_kept
from listener.store.identity import block_mark, sift
from listener.store.opening import opened
from listener.store.records import (
    Candidate,
    Kept,
    Seat,
    Sifted,
    StackFacts,
    Standing,
    Taken,
    Undone,
)
from listener.store.replying import ReplyShelf
from listener.store.rows import standings
from listener.store.saving import SearchShelf
from listener.store.shelf import Shelf
from listener.store.spikeshelf import SpikeShelf
from listener.store.urgent import UrgentShelf
from listener.store.works import WorkShelf
from rules.flowchart import Answers

__all__ = [
    "LONGEST", "Candidate", "Kept", "Member", "Seat", "Sifted", "Standing", "Store", "Taken",
    "Undone",
]  # fmt: skip


class Store:
    """Open with Store.open. Every verb is one transaction; faults of the disk come in words.

    Only what is done by `group.join` shares one: any other that writes settles the group first.
    """

    def __init__(self, path: Path, db: Database, clock: Clock) -> None:
        self._path = path
        self._db = db
        self._clock = clock
        self.group = Group(path, db)
        self.shelf = Shelf(self._writing, clock)
        self.replies = ReplyShelf(self._writing, clock)
        self.aside = Aside(self._writing, clock)
        self.searches = SearchShelf(self._writing, clock)
        self.areas = AreaShelf(self._writing, clock)
        self.handoffs = HandoffShelf(self._writing, clock)
        self.works = WorkShelf(self._writing, clock)
        self.digests = DigestShelf(self._writing, clock)
        self.urgent = UrgentShelf(self._writing, clock)
        self.spikes = SpikeShelf(self._writing, clock, db)

    @classmethod
    def open(cls, path: Path, *, clock: Clock) -> Store:
        """Opens the database, made or brought up to date. Raises DatabaseNewer, ProfileUnusable."""
        with in_words(path):
            return cls(path, opened(path, clock()), clock)

    @contextmanager
    def _writing(self) -> Iterator[Database]:
        if self.group.inside:  # which takes back all that its member wrote, where there is a fault
            with in_words(self._path):
                yield self._db
            return
        self.group.settle()
        with in_words(self._path), self._db.atomic():
            yield self._db

    def close(self) -> None:
        """Closes the database, once what is open in it is kept."""
        self.group.settle()
        self._db.close()

    # Sources

    def add_source(
        self,
        name: str,
        address: str,
        *,
        kind: str = "feed",
        channel: str = "",
        every: int | None = None,
        allow_private: bool = False,
        sample: bool = False,
    ) -> SourceRecord:
        """Adds a source. Raises Known where its name or address is there already."""
        with self._writing() as db:
            return sources.add(
                db, name, address, kind=kind, channel=channel, every=every,
                allow_private=allow_private, sample=sample,
            )  # fmt: skip

    def remove_source(self, name: str) -> None:
        """Stops hearing a source; what it said is kept. Raises NotFound."""
        with self._writing() as db:
            record = sources.by_name(db, name)
            db.execute("UPDATE source SET removed = 1 WHERE key = ?", [record.key])
            said = f"the source {name} is heard again"
            deciding.note_source(db, record.key, "removed", said, self._clock())

    def pause_source(self, name: str, paused: bool) -> None:
        """Pauses or resumes a source. Raises NotFound."""
        with self._writing() as db:
            record = sources.by_name(db, name)
            db.execute("UPDATE source SET paused = ? WHERE key = ?", [paused, record.key])
            said = f"the source {name} is {'heard again' if paused else 'paused again'}"
            deciding.note_source(db, record.key, "paused", said, self._clock(), not paused)

    def readdress(self, key: int, address: str) -> None:
        """A source has moved."""
        with self._writing() as db:
            db.execute("UPDATE source SET address = ? WHERE key = ?", [address, key])

    def source_records(self) -> list[SourceRecord]:
        """Every source that was not removed."""
        with in_words(self._path):
            return sources.all_records(self._db)

    def source_for(self, name: str, kind: str) -> SourceRecord:
        """The source of a file or of what is added by hand, made when first needed."""
        with self._writing() as db:
            return sources.for_name(db, name, kind)

    def state(self, key: int) -> SourceState:
        """What is remembered of a source between polls."""
        with in_words(self._path):
            return sources.state(self._db, key)

    def keep_state(self, key: int, state: SourceState, report: PollReport) -> None:
        """Keeps a source's state with the words of its last report."""
        with self._writing() as db:
            sources.keep_state(db, key, state, report)

    # Mentions

    def sift(self, source: int, heard: Sequence[Heard]) -> Sifted:
        """Splits a batch into new ones (ids settled), changed texts, and those known."""
        with in_words(self._path):
            marks, keys = erasing.marks(self._db), erasing.block_keys(self._db)
            if not marks:
                return sift(self._db, source, heard)
            return sift(self._db, source, heard, partial(erasing.is_erased, marks, keys))

    def likely(
        self, bands: Sequence[Sequence[int]], published: Sequence[datetime | None]
    ) -> list[tuple[Candidate, ...]]:
        """For each of a batch, what is kept that may be like it, within 14 days."""
        with in_words(self._path):
            return keeping.likely(self._db, bands, published, self._clock())

    def stack_facts(self, key: MentionKey) -> StackFacts:
        """What the stack of a mention amounts to."""
        return keeping.stack_facts(self._db, key)

    def corrections_for(self, key: MentionKey, reading: Reading) -> tuple[Correction, ...]:
        """What officers corrected in a mention that would stand for a new text, read like this."""
        return correcting.for_new_text(self._db, key, reading)

    def answers_to(self, key: MentionKey) -> Answers:
        """What officers told the chart about a mention. Raises NotFound."""
        return self.standing(key).answers

    def keep(
        self,
        source: int,
        items: Sequence[Taken],
        state: SourceState | None,
        report: PollReport | None,
        *,
        quiet: bool,
        again: Callable[[Standing], Seat] | None = None,
    ) -> Kept:
        """Keeps a batch and its source's state in one transaction.

        again: walks anew what the batch woke, and what of it belongs to muted or answered threads.
        """
        with self._writing() as db:
            kept = keeping.keep(db, source, items, self._clock(), quiet)
            if again is not None:
                keeping.seat(db, [again(self.standing(k)) for k in kept.again])
            if kept.keys and sources.by_key(db, source).kind == "by_hand":
                deciding.note_added(db, kept.keys, "", self._clock())
            if state is not None and report is not None:
                sources.keep_state(db, source, state, report)
            return kept

    def undecided(self, after: int = 0) -> Iterator[Standing]:
        """Every mention that no person has decided, the snoozed too, in the order of hearing.

        after: only those with a greater key.
        """
        return standings(self._db, "t.status <> 'done'", [], after)

    def undecided_many(self, after: int = 0) -> int:
        """How many those are."""
        with in_words(self._path):
            asked = "SELECT count(*) FROM triage WHERE status <> 'done' AND mention > ?"
            return int(self._db.execute(asked, [after]).fetchone()[0])

    def standing(self, key: MentionKey) -> Standing:
        """One mention with all that a walk needs. Raises NotFound."""
        for found in standings(self._db, "t.mention = ?", [key]):
            return found
        raise NotFound(f"There is no mention {key}. Nothing was changed.")

    def seat(self, seats: Iterable[Seat]) -> None:
        """Puts the undecided where a new walk sends them."""
        with self._writing() as db:
            keeping.seat(db, seats)

    def reread(self, key: MentionKey, reading: Reading) -> None:
        """Keeps a new reading of a mention."""
        with self._writing() as db:
            keeping.reread(db, key, reading)

    # What people do

    def decide(
        self,
        keys: Sequence[MentionKey],
        outcome: str,
        service: str | Mapping[MentionKey, str],
        note: str,
        by: str,
    ) -> tuple[Decision, ...]:
        """One decision a row, with the service that needs to know; it covers the members now."""
        with self._writing() as db:
            return deciding.decide(db, keys, outcome, service, note, by, self._clock())

    def answer(self, key: MentionKey, question: str, yes: bool, by: str) -> None:
        """Keeps the officer's answer to a question of the chart."""
        with self._writing() as db:
            deciding.answer(db, key, question, yes, by, self._clock())

    def correct(self, key: MentionKey, correction: Correction) -> None:
        """Keeps what an officer put right in a reading; the caller walks the mention again."""
        with self._writing() as db:
            deciding.correct(db, key, correction, self._clock())

    def snooze(
        self,
        keys: Sequence[MentionKey],
        until: datetime,
        by: str,
        grows: int = 0,
        answer: bool = False,
    ) -> None:
        """Puts rows away until a time (UTC), or until they grow or are answered. Raises Known."""
        with self._writing() as db:
            touched = deciding.members(db, [k for k in keys if sleeping.may_wait(db, k)])
            sleeping.snooze(db, keys, touched, until, by, self._clock(), grows, answer)

    def wake(self, now: datetime) -> tuple[MentionKey, ...]:
        """Opens the snoozed whose time has come."""
        with self._writing() as db:
            return sleeping.wake(db, now)

    def star(self, keys: Sequence[MentionKey], on: bool, by: str) -> None:
        """Stars rows or takes the star away."""
        with self._writing() as db:
            deciding.star(db, keys, on, by, self._clock())

    def undo(self, by: str) -> Undone:
        """Takes the last thing back. Raises NothingToUndo."""
        with self._writing() as db:
            return backwards.undo(db, by, self._clock())

    # The council and the house

    def setting(self, name: str) -> str | None:
        """A setting as kept, or None."""
        with in_words(self._path):
            row = self._db.execute("SELECT value FROM setting WHERE name = ?", [name]).fetchone()
        return None if row is None else str(row[0])

    def set_setting(self, name: str, value: str) -> None:
        """Keeps a setting."""
        with self._writing() as db:
            db.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", [name, value])

    def council(self) -> Council | None:
        """The council as kept, or None in a new profile."""
        kept = self.setting("council")
        return None if kept is None else council_of(kept)

    def set_council(self, council: Council) -> None:
        """Keeps the council."""
        self.set_setting("council", council_text(council))

    def keep_chart(self, name: str, text: str) -> int:
        """Keeps a version of a chart, unless it is the last one of that name; its number."""
        with self._writing() as db:
            row = db.execute(
                "SELECT key, text FROM chart WHERE name = ? ORDER BY key DESC LIMIT 1", [name]
            ).fetchone()
            if row is not None and row[1] == text:
                return int(row[0])
            made = db.execute(
                "INSERT INTO chart (name, text, at) VALUES (?, ?, ?)",
                [name, text, micros(self._clock())],
            )
            return int(made.lastrowid or 0)

    def begin_listening(self, now: datetime) -> None:
        """Listening begins: what lies since the last heartbeat was missed."""
        with self._writing() as db:
            db.execute("INSERT INTO span (began, ended) VALUES (?, ?)", [micros(now), micros(now)])

    def heartbeat(self, now: datetime) -> None:
        """Listening goes on."""
        with self._writing() as db:
            newest = "SELECT max(key) FROM span"
            db.execute(f"UPDATE span SET ended = ? WHERE key = ({newest})", [micros(now)])

    def log(self, what: str, by: str) -> None:
        """Notes something that was done to the whole profile, such as an export with names."""
        with self._writing() as db:
            journal.tell(db, [0], self._clock(), by, what)

    def block(self, key: MentionKey, why: str) -> None:
        """Erases a mention and sees to it that no poll, import or backup brings it back."""
        self._erase(key, why, "", erasing.blank)

    def blank_author(self, key: MentionKey, why: str) -> None:
        """Erases an author's name alone, from this mention, for good."""
        self._erase(key, why, erasing.NAME_ONLY, erasing.blank_author)

    def _erase(
        self,
        key: MentionKey,
        why: str,
        kind: str,
        blank: Callable[[sqlite3.Connection, int], None],
    ) -> None:
        with self._writing() as db:
            row = db.execute("SELECT source, id FROM mention WHERE key = ?", [key]).fetchone()
            if row is None:
                raise NotFound(f"There is no mention {key}. Nothing was changed.")
            kept = why_kept(db.conn, key)
            if kept:
                raise Known(f"This mention is kept: {kept}. Nothing was erased.")
            mark = kind + block_mark(self._block_key(), str(row[0]), row[1])
            db.execute(
                "INSERT OR IGNORE INTO blocked VALUES (?, ?, ?)", [mark, micros(self._clock()), why]
            )
            blank(db.conn, key)

    def forget_sample(self) -> None:
        """Takes the sample town's sources and mentions away; a real council begins empty."""
        with self._writing() as db:
            erasing.forget_sample(db)

    def backup(self, path: Path) -> Path:
        """A whole copy of the database, made while we work."""
        self.group.settle()
        return backup.back_up(self._db.conn, path)

    def _block_key(self) -> str:
        """The key of fingerprints made now."""
        keys = erasing.block_keys(self._db)
        if not keys:
            keys = (secrets.token_hex(16),)
            self.set_setting("block_key", keys[0])
        return keys[0]
