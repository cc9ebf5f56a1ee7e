"""A mail server on loopback that does as it is told, and a keyring in memory."""

from __future__ import annotations

import asyncio
import shutil
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from keyring.backend import KeyringBackend

USER, PASSWORD = "comms", "a proper pâss"


@dataclass
class Box:
    """What the server got, and how it answers. Touched from its own thread."""

    mails: list[tuple[list[str], bytes]] = field(default_factory=list)
    refuses: dict[str, str] = field(default_factory=dict)  # an address -> the answer to RCPT
    answers: list[str] = field(default_factory=list)  # to the next mails; then 250
    hangs_up: bool = False  # once the mail is there, without a word
    waits: threading.Event | None = None  # before it answers
    got: threading.Event = field(default_factory=threading.Event)
    log_ins: int = 0
    lines: int = 0

    async def handle_EHLO(
        self,
        server: SMTP,
        session: Session,
        envelope: Envelope,
        hostname: str,
        responses: list[str],
    ) -> list[str]:
        session.host_name = hostname
        self.lines += 1
        return responses

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refuses:
            return self.refuses[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        answer = self.answers.pop(0) if self.answers else "250 kept"
        if answer.startswith("250"):
            content = envelope.content
            assert isinstance(content, bytes)
            self.mails.append((list(envelope.rcpt_tos), content))
        self.got.set()
        while self.waits is not None and not self.waits.is_set():
            await asyncio.sleep(0.01)
        if self.hangs_up:
            assert server.transport is not None
            server.transport.abort()
        return answer

    def let_in(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
    ) -> AuthResult:
        self.log_ins += 1
        right = isinstance(data, LoginPassword) and (data.login, data.password) == (
            USER.encode(), PASSWORD.encode(),
        )  # fmt: skip
        return AuthResult(success=right, handled=False)

    def read(self) -> list[EmailMessage]:
        parser = BytesParser(policy=default)
        return [parser.parsebytes(raw) for _, raw in self.mails]  # type: ignore[misc]


class Loopback(Controller):
    """On whichever port is free; leaves no line open behind it."""

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self._each: list[SMTP] = []

    def factory(self) -> SMTP:
        self._each.append(super().factory())
        return self._each[-1]

    def stop(self, no_assert: bool = False) -> None:
        asyncio.run_coroutine_threadsafe(self._hang_up(), self.loop).result(10)
        super().stop(no_assert)

    async def _hang_up(self) -> None:
        for one in self._each:
            if one.transport is not None:
                one.transport.abort()
        for _ in range(200):  # until each is really closed, those in a handshake too
            await asyncio.sleep(0.005)
            if not getattr(self.server, "_active_count", 0):
                return

    def _trigger_server(self) -> None:
        assert self.server is not None
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def serving(
    box: Box, *, starttls: ssl.SSLContext | None = None, tls: ssl.SSLContext | None = None,
    log_in: bool = False, port: int = 0,
) -> Iterator[int]:  # fmt: skip
    """Starts the server; the port it has."""
    more: dict[str, Any] = {"tls_context": starttls, "require_starttls": starttls is not None}
    if log_in:
        more |= {"authenticator": box.let_in, "auth_required": True, "auth_require_tls": True}
    controller = Loopback(box, "127.0.0.1", port, ssl_context=tls, **more)
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()


@dataclass(frozen=True)
class Trust:
    """A certificate for loopback, and what a server needs to show it."""

    file: Path
    server: ssl.SSLContext


def certificate(folder: Path) -> Trust:
    """Made by openssl, for nothing is shipped that could be trusted by mistake."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not installed, so no certificate can be made")
    key, file = folder / "key.pem", folder / "ca.pem"
    command = [
        openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
        "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
        "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", str(key), "-out", str(file),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(file, key)
    return Trust(file, context)


class MemoryKeyring(KeyringBackend):
    """Keeps passwords in memory, as a system's keyring does on its disk."""

    priority = 5  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self.kept.pop((service, username), None)
