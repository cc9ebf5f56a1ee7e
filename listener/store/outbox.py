"""Keeps every mail whole before anybody tries to send it, and writes down what became of it.

A mail is marked as being sent, and that mark is on the disk, before the server is given it: what
was interrupted is then "not known", and never sent twice by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from listener.clock import Clock
from listener.council import Council
from listener.errors import Known
from listener.handoff import Delivery, DeliveryKey, DigestKey
from listener.store import Store, journal, outboxread
from listener.store.coding import dumps, maybe_micros, micros
from listener.store.digests import act
from listener.store.handoffread import Office
from listener.store.outboxread import Purpose, Ready, Way
from listener.store.unmailed import NOT_AGAIN, settle
from rules.posting import Next, State, not_known
from rules.telling import Told

AS_DIGEST: dict[State, str] = {
    "queued": "queued", "sending": "queued", "unknown": "queued", "opened": "opened",
    "sent": "sent", "failed": "failed", "bounced": "failed",
}  # fmt: skip
"""What a digest is while its mail is this."""
Fault = tuple[str, str]
"""An address, and in words why the mail did not reach it."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """A mail as it is handed to the server: to whom of its addressees it has still to go."""

    key: DeliveryKey
    purpose: Purpose
    to: tuple[str, ...]
    mail: bytes
    tries: int
    began: datetime  # of these tries


@dataclass(frozen=True, slots=True)
class Outbox:
    """Every verb is one transaction; on the engine's thread."""

    _writing: Callable[[], AbstractContextManager[Database]]
    _settled: Callable[[], Database]  # the database, with nothing open in it
    _clock: Clock

    def queue(
        self,
        purpose: Purpose,
        to: Sequence[str],
        subject: str,
        mail: bytes,
        message_id: str,
        digest: DigestKey | None = None,
        way: Way = "smtp",
        by: str = journal.LISTENER,
        second: str = "",
    ) -> DeliveryKey:
        """Keeps a mail whole; by SMTP it is due now. Its digest is queued, or opened as a draft.

        second: who read its digest besides, as its acts say then. Raises Known where a mail of that
        digest is under way or went.
        """
        with self._writing() as db:
            if digest is not None and purpose == "digest":
                _refuse_second(db, digest)
            now = micros(self._clock())
            state = "queued" if way == "smtp" else "opened"
            said = _queued_words(way)
            made = db.execute(
                "INSERT INTO delivery (digest, purpose, addressees, subject, message_id, way, "
                "state, says, mail, next_at, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [digest, purpose, dumps(list(to)), subject, message_id, way, state, said, mail,
                 now if way == "smtp" else None, now],
            )  # fmt: skip
            key = DeliveryKey(int(made.lastrowid or 0))
            _address(db, key, to, now)
            what = "Put in the queue" if way == "smtp" else "Made as a draft"
            besides = f"; {second} read it besides" if second else ""
            self._step(db, key, f"{what} by {by}, to {', '.join(to)}{besides}.")
            if second and digest is not None:
                act(db, digest, self._clock(), second, "read besides, so that it may go")
            self._digest(db, key)
            return key

    def due(self, now: datetime, most: int = 1) -> tuple[Parcel, ...]:
        """What is to be sent now, the oldest first; test mails before all others."""
        with self._writing() as db:
            return outboxread.due(db, now, most, Parcel)

    def next_at(self) -> datetime | None:
        """When the next mail is due by itself."""
        with self._writing() as db:
            return outboxread.next_at(db)

    def get(self, key: DeliveryKey) -> Delivery:
        """One mail with its log. Raises NotFound."""
        with self._writing() as db:
            return outboxread.delivery(db, key)

    def mail(self, key: DeliveryKey) -> bytes:
        """One mail as it is kept. Raises NotFound."""
        with self._writing() as db:
            return outboxread.mail(db, key)

    def told(self, key: DigestKey) -> Ready:
        """A digest as it is to be sent. Raises NotFound, and Known where it was dropped."""
        with self._writing() as db:
            return outboxread.told(db, key)

    def to_whom(self, area: str, council: Council, office: Office, at_once: bool) -> Told:
        """Who is told of an area's affairs now, and why."""
        with self._writing() as db:
            return outboxread.to_whom(db, area, council, office, at_once)

    def begin(self, key: DeliveryKey) -> None:
        """It is being sent from now: the mark survives a power cut, so that it never goes twice."""
        with self._on_disk() as db:
            db.execute(
                "UPDATE delivery SET state = 'sending', says = ?, tries = tries + 1, "
                "next_at = NULL WHERE key = ?",
                ["It is being sent.", key],
            )
            self._step(db, key, "Handing it to the server.")

    def note(
        self, key: DeliveryKey, so: Next, went: Sequence[str] = (), faults: Sequence[Fault] = ()
    ) -> Delivery:
        """What came of a try. went: the addresses that were accepted; faults: refused for good."""
        with self._on_disk() as db:
            now = micros(self._clock())
            _mark(db, key, now, [(a, "sent", "") for a in went])
            _mark(db, key, now, [(a, "refused", why) for a, why in faults])
            self._put(db, key, so.state, so.says, so.at)
            for address, why in faults:
                self._step(db, key, f"{address} was refused: {why}.")
            self._step(db, key, so.says)
            if so.state == "sent":
                self._tell(db, key)
            return self._settled_copy(db, key)

    def recover(self) -> tuple[DeliveryKey, ...]:
        """What was being sent when the program ended: it is not known whether it went."""
        with self._writing() as db:
            asked = "SELECT key FROM delivery WHERE state = 'sending' ORDER BY key"
            keys = [DeliveryKey(key) for (key,) in db.execute(asked).fetchall()]
            for key in keys:
                says = not_known("the program ended while the server was taking it")
                self._put(db, key, "unknown", says, None)
                self._step(db, key, says)
            return tuple(keys)

    def wait(self, why: str) -> None:
        """All that is queued waits, until a person changes something. why: without a full stop."""
        with self._writing() as db:
            db.execute(
                "UPDATE delivery SET next_at = NULL, says = ? WHERE state = 'queued'",
                [f"Waits: {why}. Nothing is sent until that is put right."],
            )

    def go_on(self) -> int:
        """All that is queued is due now; how many."""
        with self._writing() as db:
            many = db.execute("SELECT count(*) FROM delivery WHERE state = 'queued'").fetchone()[0]
            db.execute(
                "UPDATE delivery SET next_at = ?, says = ? WHERE state = 'queued'",
                [micros(self._clock()), _queued_words("smtp")],
            )
            return int(many)

    def mark_sent(self, key: DeliveryKey, by: str) -> Delivery:
        """A person says that it went. Raises Known where it is in the queue still."""
        with self._writing() as db:
            now = outboxread.delivery(db, key)
            if now.state in ("queued", "sending"):
                raise Known("This mail is in the queue: it is sent by itself. Nothing was changed.")
            if now.state != "sent":
                self._went(db, key, f"{by} says that it went.")
            return outboxread.delivery(db, key)

    def again(
        self, key: DeliveryKey, by: str, to: Sequence[str], mail: bytes, way: Way
    ) -> Delivery:
        """Sends a kept mail again, with its Message-ID. to: whom from now; mail: as it is to be.

        Raises Known where that would send it twice.
        """
        with self._writing() as db:
            now = outboxread.delivery(db, key)
            why = NOT_AGAIN if now.erased else _no_second(now)
            if why:
                raise Known(why)
            at = micros(self._clock())
            db.execute("DELETE FROM delivery_to WHERE delivery = ? AND state <> 'sent'", [key])
            _address(db, key, to, at)
            db.execute(
                "UPDATE delivery SET addressees = ?, mail = ?, way = ?, tries = 0, at = ? "
                "WHERE key = ?",
                [dumps(list(to)), mail, way, at, key],
            )
            state: State = "queued" if way == "smtp" else "opened"
            due = self._clock() if way == "smtp" else None
            self._put(db, key, state, _queued_words(way), due)
            self._step(db, key, f"{by} sends it again, to {', '.join(to)}; same Message-ID.")
            return outboxread.delivery(db, key)

    def stop(self, key: DeliveryKey, by: str) -> Delivery:
        """Takes a mail out of the queue, or gives a draft up. Raises Known where it went."""
        with self._writing() as db:
            now = outboxread.delivery(db, key)
            may = ("queued", "opened", "unknown") if now.erased else ("queued", "opened")
            if now.state not in may:
                raise Known("This mail does not wait any more. Nothing was changed.")
            says = f"Not sent: {by} stopped it."
            self._put(db, key, "failed", says, None)
            self._step(db, key, says)
            return self._settled_copy(db, key)

    def copy_seen(self, message_id: str, subject: str = "") -> DeliveryKey | None:
        """A copy of one of ours lies in the responses mailbox: so it went. Returns which it is.

        By its Message-ID; a draft, to which the mail program gave an id of its own, by its subject,
        which bears the digest's token. Call it for mails that are no answers.
        """
        with self._writing() as db:
            key = outboxread.not_known_sent(db, message_id, subject)
            if key is not None:
                self._went(db, key, "A copy came to the responses mailbox: it went.")
            return key

    def bounced(
        self,
        message_id: str,
        token: str,
        recipients: Sequence[str],
        why: str,
        permanent: bool,
    ) -> DeliveryKey | None:
        """A report came back that a mail did not arrive; the mail that is meant, or None.

        why: without a full stop. Where no address of it is left that it reached, it is bounced.
        """
        with self._writing() as db:
            key = outboxread.meant(db, message_id, token)
            if key is None:
                return None
            stands = outboxread.addresses(db, key)
            struck = [a for a in stands if a.casefold() in {r.casefold() for r in recipients}]
            who = ", ".join(struck or recipients) or "one of its addresses"
            if outboxread.delivery(db, key).state in ("opened", "unknown"):
                self._went(db, key, "A report about it came back: it went.")
            if not permanent:
                self._step(db, key, f"Not with {who} yet: {why}. Their server goes on trying.")
                return key
            now = micros(self._clock())
            _mark(db, key, now, [(a, "bounced", why) for a in struck or stands])
            self._step(db, key, f"It came back from {who}: {why}.")
            if all(s != "sent" for s in outboxread.addresses(db, key).values()):
                self._put(db, key, "bounced", f"It came back: {why}. Nobody has it.", None)
            else:
                db.execute(
                    "UPDATE delivery SET says = ? WHERE key = ?",
                    [f"It went, but not to {who}: {why}.", key],
                )
            self._settled_copy(db, key)
            return key

    def _settled_copy(self, db: Database, key: DeliveryKey) -> Delivery:
        """How a mail stands now; one whose copy was erased meanwhile is not tried again."""
        if outboxread.delivery(db, key).erased:
            settle(db.conn, key)
        return outboxread.delivery(db, key)

    def _went(self, db: Database, key: DeliveryKey, says: str) -> None:
        waiting = [a for a, s in outboxread.addresses(db, key).items() if s == "waiting"]
        _mark(db, key, micros(self._clock()), [(a, "sent", "") for a in waiting])
        self._put(db, key, "sent", says, None)
        self._step(db, key, says)
        self._tell(db, key)

    def _put(
        self, db: Database, key: DeliveryKey, state: State, says: str, at: datetime | None
    ) -> None:
        db.execute(
            "UPDATE delivery SET state = ?, says = ?, next_at = ? WHERE key = ?",
            [state, says, maybe_micros(at), key],
        )
        self._digest(db, key)

    def _digest(self, db: Database, key: DeliveryKey) -> None:
        """Its digest stands as its mail does; a reminder's does not change."""
        row = db.execute(
            "SELECT digest, state FROM delivery WHERE key = ? AND purpose = 'digest'", [key]
        ).fetchone()
        if row is not None and row[0] is not None:
            db.execute("UPDATE digest SET state = ? WHERE key = ?", [AS_DIGEST[row[1]], row[0]])

    def _tell(self, db: Database, key: DeliveryKey) -> None:
        """A line in the history of what the digest told."""
        rows = db.execute(
            "SELECT i.mention, i.area FROM delivery d JOIN digest_item i ON i.digest = d.digest "
            "WHERE d.key = ? AND d.purpose = 'digest'",
            [key],
        ).fetchall()
        for area in {area for _, area in rows}:
            told = [mention for mention, whose in rows if whose == area]
            what = f"told {area}: its digest went"
            journal.tell(db, told, self._clock(), journal.LISTENER, what)

    def _step(self, db: Database, key: DeliveryKey, what: str) -> None:
        db.execute(
            "INSERT INTO delivery_step (delivery, at, what) VALUES (?, ?, ?)",
            [key, micros(self._clock()), what],
        )

    @contextmanager
    def _on_disk(self) -> Iterator[Database]:
        """A transaction that a power cut does not take back, unlike the store's others."""
        whole = self._settled()
        whole.execute("PRAGMA synchronous = FULL")
        try:
            with self._writing() as db:
                yield db
        finally:
            whole.execute("PRAGMA synchronous = NORMAL")


def outbox_of(store: Store) -> Outbox:
    """The outbox of a store. Like its other shelves it writes by the store's own transactions."""

    def settled() -> Database:
        store.group.settle()
        return store._db

    return Outbox(store._writing, settled, store._clock)


def _refuse_second(db: Database, digest: DigestKey) -> None:
    row = db.execute(
        "SELECT state FROM delivery WHERE digest = ? AND purpose = 'digest' "
        "AND state NOT IN ('failed', 'bounced')",
        [digest],
    ).fetchone()
    if row is not None:
        raise Known(
            "A mail of this digest is there already, and nothing is sent twice. Look at its "
            "delivery: it can be sent again from there."
        )


def _no_second(now: Delivery) -> str:
    """Why a mail is not sent again, or ""."""
    if now.state == "sending":
        return "This mail is being sent at this moment. Nothing was changed."
    if now.state == "sent" and not now.faults:
        return "This mail went, and nothing is sent twice. Nothing was changed."
    return ""


def _queued_words(way: Way) -> str:
    if way == "smtp":
        return "In the queue: it is sent next."
    return (
        "Opened as a draft in your mail program, not known sent. Say “It went” once you have "
        "sent it. No reminder goes out by itself."
    )


def _address(db: Database, key: DeliveryKey, to: Sequence[str], at: int) -> None:
    db.conn.executemany(
        "INSERT OR IGNORE INTO delivery_to VALUES (?, ?, 'waiting', '', ?)",
        [(key, address, at) for address in to],
    )


def _mark(db: Database, key: DeliveryKey, at: int, marks: Sequence[tuple[str, str, str]]) -> None:
    db.conn.executemany(
        "UPDATE delivery_to SET state = ?, why = ?, at = ? WHERE delivery = ? AND address = ?",
        [(state, why, at, key, address) for address, state, why in marks],
    )
