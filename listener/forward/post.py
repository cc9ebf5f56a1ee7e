"""The one door to SMTP: gives one mail to the council's mail server, and says what came of it."""

from __future__ import annotations

import re
import smtplib
import socket
import ssl
import threading
from base64 import b64encode
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import Literal

from listener.errors import Known
from listener.forward.codes import in_words
from listener.forward.linefaults import line_fault
from rules.posting import Result

Security = Literal["starttls", "tls", "none"]
QUICK = 20.0  # seconds for connecting and for each answer
POLITE = 2.0  # seconds for the answer to our farewell
SLOW = 150.0  # seconds for the answer to a whole mail, while the server looks through it
_ENDS = re.compile(rb"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Route:
    """How the council's mail server is reached."""

    host: str
    port: int
    security: Security
    user: str = ""
    password: str = field(default="", repr=False)
    ca_file: str = ""  # certificates that are trusted besides those of the system


@dataclass(frozen=True, slots=True)
class Came:
    """What came of one try. why: in words, without a full stop."""

    result: Result
    why: str
    went: tuple[str, ...] = ()
    refused: tuple[tuple[str, str], ...] = ()  # for good, each with why


class Halt(Known):
    """Nothing at all can be sent this way until a person changes something."""


class _Refused(Known):
    def __init__(self, code: int, said: bytes) -> None:
        super().__init__(in_words(code, said.decode("utf-8", "replace")))
        self.passing = code < 500


class Post:
    """One mail at a time, on the thread that sends; `stop` and `shut` from any thread.

    The line to the server stays open between mails until `hang_up`.
    """

    def __init__(self, quick: float = QUICK, slow: float = SLOW) -> None:
        self._quick = quick
        self._slow = slow
        self._line: smtplib.SMTP | None = None
        self._route: Route | None = None
        self._giving = False  # the server may take the mail from here on
        self._cut = threading.Event()

    def deliver(
        self, route: Route, sender: str, to: Sequence[str], mail: bytes, copy: Sequence[str] = ()
    ) -> Came:
        """Gives a mail to the server for these addresses. Every fault of the world is in `Came`.

        copy: addresses that get it unseen by the others; that one is refused changes nothing.
        """
        self._giving = False
        try:
            return self._deliver(route, sender, to, mail, copy)
        except Halt as fault:
            self._drop()
            return Came("halt", fault.sentence())
        except _Refused as fault:
            self._drop()
            return Came("later" if fault.passing else "never", fault.sentence())
        except (smtplib.SMTPException, OSError) as fault:
            self._drop()
            why = fault_words(fault, route)
            if self._giving:
                return Came("unknown", f"the server was taking it when {why}")
            return Came("later", why)

    def stop(self) -> None:
        """Cuts the line: what is being sent ends at once, not known sent where it was given."""
        self._cut.set()
        line = self._line
        sock = getattr(line, "sock", None)
        if isinstance(sock, socket.socket):
            with suppress(OSError):  # it was closed already
                sock.shutdown(socket.SHUT_RDWR)

    def hang_up(self) -> None:
        """Ends the line to the server as it is done, where one is open."""
        line = self._line
        if line is not None and line.sock is not None:
            with suppress(smtplib.SMTPException, OSError):  # it hung up before us
                line.sock.settimeout(POLITE)
                line.quit()
        self._drop()

    def _drop(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            line.close()

    def _deliver(
        self, route: Route, sender: str, to: Sequence[str], mail: bytes, copy: Sequence[str]
    ) -> Came:
        line = self._connected(route, sender)
        accepted: list[str] = []
        refused: list[tuple[str, str]] = []
        passing = ""
        for address in to:
            code, said = line.rcpt(address)
            if code in (250, 251):
                accepted.append(address)
            elif code == 421:
                raise _Refused(code, said)
            else:
                why = in_words(code, said.decode("utf-8", "replace"))
                if code >= 500:
                    refused.append((address, why))
                else:
                    passing = f"{address}: {why}"
        if not accepted:
            line.rset()
            if passing:
                return Came("later", passing, (), tuple(refused))
            return Came("never", "; ".join(f"{a}: {w}" for a, w in refused), (), tuple(refused))
        for address in copy:
            line.rcpt(address)
        self._give(line, mail)
        result: Result = "later" if passing else "sent"
        return Came(result, passing, tuple(accepted), tuple(refused))

    def _give(self, line: smtplib.SMTP, mail: bytes) -> None:
        """DATA, and the answer to it. From the first byte on it may have gone, whatever follows."""
        code, said = line.docmd("DATA")
        if code != 354:
            raise _Refused(code, said)
        if self._cut.is_set():
            raise OSError("stopped")
        if line.sock is not None:
            line.sock.settimeout(self._slow)
        self._giving = True
        line.send(_stuffed(mail))
        code, said = line.getreply()
        self._giving = False  # an answer came: now it is known
        if line.sock is not None:
            line.sock.settimeout(self._quick)
        if code != 250:
            raise _Refused(code, said)

    def _connected(self, route: Route, sender: str) -> smtplib.SMTP:
        """A line that has said whom the mail is from; an old one that fell silent is made anew."""
        if self._line is not None and self._route == route:
            try:
                code, said = self._line.mail(sender)
                if code == 250:
                    return self._line
            except (smtplib.SMTPException, OSError):
                pass  # servers close a line that is idle, or after so many mails: no fault
        self._drop()
        self._route = route
        self._line = self._open(route)
        code, said = self._line.mail(sender)
        if code >= 500:
            why = in_words(code, said.decode("utf-8", "replace"))
            raise Halt(f"the server does not let us send as {sender}: {why}")
        if code != 250:
            raise _Refused(code, said)
        return self._line

    def _open(self, route: Route) -> smtplib.SMTP:
        if self._cut.is_set():
            raise OSError("stopped")
        if route.security == "none" and not on_this_computer(route.host):
            raise Halt("without encryption mail is only handed to a server on this computer")
        line = self._dialled(route)
        try:
            self._line = line  # so that `stop` can cut it
            line.local_hostname = _own_name(line)
            if route.security == "starttls":
                self._wrap(line, route)
            line.ehlo_or_helo_if_needed()
            if route.user:
                log_in(line, route.user, route.password)
        except BaseException:
            line.close()
            raise
        return line

    def _dialled(self, route: Route) -> smtplib.SMTP:
        if route.security == "tls":
            trust = trusted(route.ca_file)
            return smtplib.SMTP_SSL(
                route.host, route.port, local_hostname="localhost", timeout=self._quick,
                context=trust,
            )  # fmt: skip
        return smtplib.SMTP(route.host, route.port, local_hostname="localhost", timeout=self._quick)

    def _wrap(self, line: smtplib.SMTP, route: Route) -> None:
        line.ehlo_or_helo_if_needed()
        if not line.has_extn("starttls"):
            raise smtplib.SMTPNotSupportedError("STARTTLS")
        line.starttls(context=trusted(route.ca_file))
        line.ehlo()


def log_in(line: smtplib.SMTP, user: str, password: str) -> None:
    """Logs in, in one way only. Raises Halt.

    smtplib's own `login` tries a wrong password once for each way that the server offers, and so
    locks an account in half the time.
    """
    offered = line.esmtp_features.get("auth", "").upper().split()
    line.user, line.password = user, password
    try:
        if "PLAIN" in offered:
            # smtplib can only say ASCII; PLAIN is UTF-8 (RFC 4616).
            told = b64encode(f"\0{user}\0{password}".encode()).decode()
            code, said = line.docmd("AUTH", f"PLAIN {told}")
            if code not in (235, 503):
                raise smtplib.SMTPAuthenticationError(code, said)
        elif "LOGIN" in offered:
            line.auth("LOGIN", line.auth_login)
        elif "CRAM-MD5" in offered:
            line.auth("CRAM-MD5", line.auth_cram_md5)
        else:
            raise Halt("the server takes no user name and password on this port")
    except UnicodeEncodeError as fault:
        raise Halt("this server takes only passwords of plain English letters") from fault
    except smtplib.SMTPAuthenticationError as fault:
        if fault.smtp_code < 500:
            raise _Refused(fault.smtp_code, _bytes(fault.smtp_error)) from fault
        raise Halt(_not_let_in(user, fault)) from fault


def _not_let_in(user: str, fault: smtplib.SMTPAuthenticationError) -> str:
    said = _bytes(fault.smtp_error).decode("utf-8", "replace")
    why = in_words(fault.smtp_code, said)
    if "5.7.139" in said or "basic authentication is disabled" in said.casefold():
        return (
            f"the server takes no passwords any more ({why}): ask IT for a relay that takes mail "
            "from this computer, or send drafts"
        )
    return f"{user} was not let in: {why}"


def trusted(ca_file: str) -> ssl.SSLContext:
    """The system's certificates, and those of a file. Raises Halt where that cannot be read."""
    context = ssl.create_default_context()
    if ca_file:
        try:
            context.load_verify_locations(cafile=Path(ca_file))
        except (OSError, ssl.SSLError) as fault:
            raise Halt(f"the certificate file {ca_file} cannot be read") from fault
    return context


def on_this_computer(host: str) -> bool:
    """Whether a host's name can only mean this computer."""
    if host.casefold() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def fault_words(fault: Exception, route: Route) -> str:
    """Why a server could not be spoken with, in words, without a full stop."""
    where = f"{route.host}:{route.port}"
    match fault:
        case smtplib.SMTPNotSupportedError():
            return f"{where} offers no STARTTLS, so nothing was said to it"
        case smtplib.SMTPServerDisconnected():
            return f"{where} closed the line"
        case smtplib.SMTPResponseException():
            return in_words(fault.smtp_code, _bytes(fault.smtp_error).decode("utf-8", "replace"))
    return line_fault(fault, route.host, where, f"nobody takes mail at {where}")


def _own_name(line: smtplib.SMTP) -> str:
    """How we greet: our address on this line, as mail programs do; names of desks tell too much."""
    if line.sock is None:
        return "localhost"
    own = line.sock.getsockname()[0]
    return f"[IPv6:{own}]" if ":" in own else f"[{own}]"


def _stuffed(mail: bytes) -> bytes:
    """A mail as DATA wants it: one kind of line end, which no line within can end early."""
    whole = _ENDS.sub(b"\r\n", mail)
    dotted = re.sub(rb"(?m)^\.", b"..", whole)
    return (dotted if dotted.endswith(b"\r\n") else dotted + b"\r\n") + b".\r\n"


def _bytes(said: bytes | str) -> bytes:
    return said if isinstance(said, bytes) else said.encode("utf-8", "replace")
