"""Several feeds' results in one transaction: what is in it is told of once it is safe, not before.

Each feed's marks and bands fall all over their tables, so that a transaction of its own writes most
pages of both again: over 500 feeds of 30, a third of the CPU of keeping.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import NamedTuple

from sqlite_utils import Database

from listener.store.faults import in_words

MOST = 16  # members; more gain little, and would be lost together where the disk fails
LONGEST = 0.3  # seconds that the first may wait until it is told of

Tell = Callable[[], None]


class Member(NamedTuple):
    """One feed's part: it writes by the store's verbs, and what it gives back tells of it."""

    work: Callable[[], Tell]
    failed: Callable[[Exception], None]


class Group:
    """Lives on the engine's thread. What a member wrote is kept whole, or not at all."""

    def __init__(self, path: Path, db: Database) -> None:
        self._path = path
        self._db = db
        self.inside = False  # a member is at work: what is written now is its part
        self._members: list[Member] = []
        self._tells: list[Tell] = []
        self._began = 0.0

    def __len__(self) -> int:
        return len(self._members)

    @property
    def due(self) -> bool:
        """Whether it is full, or its first has waited long enough."""
        full = len(self._members) >= MOST
        return full or (bool(self._members) and time.monotonic() - self._began >= LONGEST)

    def join(self, member: Member) -> None:
        """Does a member's work; it is told of once that is settled. A fault is told of at once.

        A fault takes back what this member wrote and leaves the others'.
        """
        try:
            tell = self._do(member)
        except Exception as fault:  # noqa: BLE001 - every fault is this member's, not the engine's
            if not self._db.conn.in_transaction:
                self._each_alone()  # the disk failed so badly that SQLite took all of it back
            elif not self._members:
                self._db.rollback()
            member.failed(fault)
            return
        self._members.append(member)
        self._tells.append(tell)

    def settle(self) -> None:
        """Commits what is open and tells of it; nothing where nothing is, or within a member."""
        if self.inside or not self._members:
            return
        try:
            with in_words(self._path):
                self._db.conn.execute("COMMIT")
        except Exception:  # noqa: BLE001 - whatever it was, each is tried alone and says its own
            self._db.rollback()
            self._each_alone()
            return
        self._members, tells, self._tells = [], self._tells, []
        _tell(tells)

    def _do(self, member: Member) -> Tell:
        with in_words(self._path):
            if not self._db.conn.in_transaction:
                self._db.conn.execute("BEGIN IMMEDIATE")
                self._began = time.monotonic()
            self.inside = True
            try:
                with self._db.atomic():
                    return member.work()
            finally:
                self.inside = False

    def _each_alone(self) -> None:
        """Their common transaction is gone: each is done again in one of its own."""
        members, self._members, self._tells = self._members, [], []
        tells: list[Tell] = []
        for member in members:
            try:
                tell = self._do(member)
                with in_words(self._path):
                    self._db.conn.execute("COMMIT")
            except Exception as fault:  # noqa: BLE001 - told below, as the fault of this one
                self._db.rollback()
                tells.append(partial(member.failed, fault))
            else:
                tells.append(tell)
        _tell(tells)


def _tell(tells: list[Tell]) -> None:
    """Calls them in order; where one raises, the others are told of nevertheless."""
    with ExitStack() as telling:
        for tell in reversed(tells):
            telling.callback(tell)
