"""The store's door for what the services answer: each verb is one transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from listener.clock import Clock
from listener.forward.answers import AnswerMail
from listener.forward.place import Place
from listener.handoff import AreaContact, DeliveryKey, DigestKey, Response, WaitingAnswer
from listener.spike import SpikeKey
from listener.store import answertaking, chases, mailreads, responses, waitinganswers
from listener.store.answertaking import Batch, Judge, Whose
from listener.store.chases import Waiting
from listener.store.handoffread import Office
from listener.store.responses import About, Kept


@dataclass(frozen=True, slots=True)
class AnswerShelf:
    """Lives on the engine's thread with the store that it is a part of."""

    _writing: Callable[[], AbstractContextManager[Database]]
    _clock: Clock

    def about(self, digest: DigestKey | None, spike: SpikeKey | None, area: str) -> About:
        """What an answer is about. Raises NotFound."""
        with self._writing() as db:
            return responses.about(db, digest, spike, area)

    def put(self, new: Response, to: str = "") -> Kept:
        """Keeps what an officer typed, and what follows from it."""
        with self._writing() as db:
            return responses.put(db, new, self._clock(), to=to)

    def one(self, key: int) -> Response:
        """One answer. Raises NotFound."""
        with self._writing() as db:
            return responses.one(db, key)

    def mark_read(self, key: int, by: str) -> Response:
        """An officer has read it. Raises NotFound."""
        with self._writing() as db:
            return responses.mark_read(db, key, by, self._clock())

    def place(self, key: int, to: str, by: str) -> Kept:
        """Says whose it is. Raises NotFound."""
        with self._writing() as db:
            return responses.place(db, key, to, by, self._clock())

    def waiting(self, key: int) -> WaitingAnswer:
        """A mail that waits. Raises NotFound."""
        with self._writing() as db:
            return waitinganswers.one(db, key)

    def accept(self, key: int, new: Response, to: str = "") -> Kept:
        """A mail that waits counts as this answer. Raises NotFound."""
        with self._writing() as db:
            waitinganswers.one(db, key)
            kept = responses.put(db, new, self._clock(), to=to)
            waitinganswers.settle(db, key, str(kept.response.key))
            return kept

    def drop(self, key: int, by: str) -> None:
        """A mail that waits answers nothing. Raises NotFound."""
        with self._writing() as db:
            waitinganswers.drop(db, key, by, self._clock())

    def place_read(self) -> Place:
        """How far the mailbox was read."""
        with self._writing() as db:
            return mailreads.place(db)

    def take(self, mails: Sequence[AnswerMail], place: Place, judge: Judge, whose: Whose) -> Batch:
        """Takes a batch of mails, and keeps how far the mailbox was read with it."""
        with self._writing() as db:
            return answertaking.take(db, mails, place, judge, whose, self._clock())

    def keep_state(self, at: datetime | None, fault: str, alone: int = 0) -> None:
        """Keeps how the mailbox stands."""
        with self._writing() as db:
            mailreads.keep_state(db, at, fault, alone)

    def waiting_for(self, contacts: Mapping[str, AreaContact], work: Office) -> tuple[Waiting, ...]:
        """The digests that wait for an answer, and what follows for each."""
        with self._writing() as db:
            return chases.waiting(db, contacts, work)

    def chased(self, of: Waiting, step: str, because: str) -> bool:
        """Writes a reminder down before it is sent; False where it went already."""
        with self._writing() as db:
            return chases.keep(db, of, step, because, self._clock())

    def chased_by(self, of: Waiting, step: str, delivery: DeliveryKey) -> None:
        """The mail that a reminder goes by."""
        with self._writing() as db:
            chases.note_mail(db, of.digest, step, delivery)

    def not_chased(self, of: Waiting, step: str) -> None:
        """A reminder that could not be written was none."""
        with self._writing() as db:
            chases.drop(db, of.digest, step)
