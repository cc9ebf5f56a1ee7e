"""The one door to IMAP: fetches new mails of the responses mailbox, and changes nothing there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from imaplib import IMAP4
from typing import Any, Protocol

from imap_tools import BaseMailBox, MailBox, MailBoxStartTls, MailBoxUnencrypted
from imap_tools.errors import (
    ImapToolsError,
    MailboxFolderSelectError,
    MailboxLoginError,
    MailboxStarttlsError,
)

from listener.errors import Known
from listener.forward.linefaults import line_fault
from listener.forward.place import Place
from listener.forward.post import on_this_computer, trusted

PATIENCE = 30.0  # seconds that one step with the server may take
MOST = 100  # mails that one look brings: what is more is fetched by the next one, at once
AT_ONCE = 20  # mails that are asked for together
LARGEST = 1_000_000  # bytes of one mail: an answer stands at its beginning, photographs after it
REFUSED = "does not take the user name or the password"
_UID = re.compile(rb"\bUID (\d+)")


@dataclass(frozen=True, slots=True)
class Box:
    """Where the responses mailbox is, and who looks into it."""

    host: str
    port: int
    security: str  # tls, starttls; none only on this computer
    user: str
    folder: str = "INBOX"
    ca: str = ""  # a file of certificates that are trusted besides the system's

    @property
    def name(self) -> str:
        """What progress is kept under: another box or folder is begun from its start."""
        return f"{self.user}@{self.host}/{self.folder}"


@dataclass(frozen=True, slots=True)
class Fetched:
    """New mails by their number, oldest first, where that leaves us, and how many more wait."""

    mails: tuple[tuple[int, bytes], ...]
    place: Place
    more: int = 0


class Fetches(Protocol):
    """Looks into a box; a fake may too."""

    def __call__(self, box: Box, password: str, since: Place) -> Fetched: ...


class NoMailbox(Known):
    """The responses mailbox cannot be read: where, and why, in words.

    halts: nothing changes until a person puts something right, as a wrong password.
    """

    def __init__(self, sentence: str, *, halts: bool = False) -> None:
        super().__init__(sentence)
        self.halts = halts


def fetch(box: Box, password: str, since: Place) -> Fetched:
    """The mails that came since, at most 100. Raises NoMailbox in words.

    The folder is opened for reading alone, so that no mail is marked as seen. Where the server
    numbers its mails anew (UIDVALIDITY), all are looked at again; whoever keeps them knows theirs.
    """
    with _in_words(box), _opened(box, password) as mailbox:
        validity = _validity(mailbox, box.folder)
        known = since.box == box.name and since.validity == validity
        begun = replace(since, uid=since.uid if known else 0, box=box.name, validity=validity)
        # `n:*` names the last mail too, however small its number is.
        found = mailbox.uids(f"UID {begun.uid + 1}:*", charset=None)
        new = sorted(n for n in map(int, found) if n > begun.uid)
        taken = new[:MOST]
        mails = tuple(_mails(mailbox, taken))
        uid = max(taken, default=begun.uid)
        return Fetched(mails, replace(begun, uid=uid), len(new) - len(taken))


@contextmanager
def _opened(box: Box, password: str) -> Iterator[BaseMailBox]:
    mailbox = _connected(box)
    try:
        log_in = mailbox.login if password.isascii() and box.user.isascii() else mailbox.login_utf8
        log_in(box.user, password, initial_folder=None)
        mailbox.folder.set(box.folder, readonly=True)
        yield mailbox
    finally:
        # The line may be gone by then, which changes nothing of what was fetched.
        with suppress(OSError, IMAP4.error, ImapToolsError):
            mailbox.logout()


def _connected(box: Box) -> BaseMailBox:
    if box.security == "tls":
        return MailBox(box.host, box.port, timeout=PATIENCE, ssl_context=trusted(box.ca))
    if box.security == "starttls":
        return MailBoxStartTls(box.host, box.port, timeout=PATIENCE, ssl_context=trusted(box.ca))
    if not on_this_computer(box.host):
        raise NoMailbox(f"{_where(box)}: without encryption only a server on this computer is read")
    return MailBoxUnencrypted(box.host, box.port, timeout=PATIENCE)


def _validity(mailbox: BaseMailBox, folder: str) -> int:
    return int(mailbox.folder.status(folder, ["UIDVALIDITY"])["UIDVALIDITY"])


def _mails(mailbox: BaseMailBox, uids: list[int]) -> Iterator[tuple[int, bytes]]:
    """Each mail's first million bytes. Asked for by hand: the library would take them whole."""
    for at in range(0, len(uids), AT_ONCE):
        some = ",".join(map(str, uids[at : at + AT_ONCE]))
        answer = mailbox.client.uid("FETCH", some, f"(UID BODY.PEEK[]<0.{LARGEST}>)")
        yield from sorted(_parts(answer[1]))


def _parts(data: list[Any]) -> Iterator[tuple[int, bytes]]:
    """Number and mail of each; some servers tell the number after the mail."""
    for at, item in enumerate(data):
        if not isinstance(item, tuple):
            continue
        after = data[at + 1] if at + 1 < len(data) else b""
        told = _UID.search(item[0]) or _UID.search(after if isinstance(after, bytes) else b"")
        if told is not None:
            yield int(told[1]), bytes(item[1])


@contextmanager
def _in_words(box: Box) -> Iterator[None]:
    try:
        yield
    except NoMailbox:
        raise
    except (OSError, IMAP4.error, ImapToolsError, ValueError, Known) as fault:
        why = fault_words(fault, box)
        halts = why.endswith(REFUSED)
        then = "It is not tried again by itself" if halts else "It is tried again"
        raise NoMailbox(f"{_where(box)}: {why}. {then}; nothing was lost.", halts=halts) from fault


def _where(box: Box) -> str:
    return f"The responses mailbox of {box.user or box.host} could not be read"


def fault_words(fault: Exception, box: Box) -> str:
    """Why a mailbox could not be read, in words, without a full stop."""
    where = f"{box.host}:{box.port}"
    match fault:
        case Known():
            return fault.sentence().rstrip(".")
        case MailboxLoginError():
            return f"{where} {REFUSED}"
        case MailboxFolderSelectError():
            return f"it has no folder {box.folder}, or one that may not be read"
        case MailboxStarttlsError():
            return f"{where} offers no STARTTLS, so no password was sent"
        case IMAP4.error() | ImapToolsError():
            return _server_said(fault, where)
    return line_fault(fault, box.host, where, f"nobody answers at {where}")


def _server_said(fault: Exception, where: str) -> str:
    said = " ".join("".join(c if c.isprintable() else " " for c in str(fault)).split())
    if "AUTHENTICATIONFAILED" in said.upper() or "LOGIN failed" in said:
        return f"{where} {REFUSED}"
    if "STARTTLS" in said.upper():
        return f"{where} offers no STARTTLS, so no password was sent"
    return f"{where} says: {said[:200]}" if said else f"{where} broke off"
