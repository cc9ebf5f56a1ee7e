"""A real Dovecot on loopback for one test run, with its own certificate; skipped where absent."""

from __future__ import annotations

import imaplib
import os
import pwd
import shutil
import socket
import ssl
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

USER, PASSWORD = "replies@brackenford.example", "pässword 1"


@dataclass(frozen=True)
class Server:
    """Where it answers; ca: the certificate that it is trusted by."""

    imap: int
    imaps: int
    ca: Path

    def give(self, *mails: bytes) -> None:
        """Puts mails into the mailbox."""
        context = ssl.create_default_context(cafile=self.ca)
        with imaplib.IMAP4_SSL("localhost", self.imaps, ssl_context=context) as line:
            line.authenticate("PLAIN", lambda _: f"\0{USER}\0{PASSWORD}".encode())
            for mail in mails:
                line.append("INBOX", None, None, mail)  # type: ignore[arg-type]

    def seen(self) -> int:
        """How many mails are marked as seen."""
        context = ssl.create_default_context(cafile=self.ca)
        with imaplib.IMAP4_SSL("localhost", self.imaps, ssl_context=context) as line:
            line.authenticate("PLAIN", lambda _: f"\0{USER}\0{PASSWORD}".encode())
            line.select("INBOX", readonly=True)
            return len(line.search(None, "SEEN")[1][0].split())


def _port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


@contextmanager
def running() -> Iterator[Server]:
    """Starts one, and ends it."""
    wanted = ("dovecot", "openssl")
    if os.name != "posix" or os.geteuid() != 0 or not all(map(shutil.which, wanted)):
        pytest.skip("no Dovecot can be started here")
    root = Path(tempfile.mkdtemp(prefix="listener-dovecot-"))
    root.chmod(0o755)
    server = Server(_port(), _port(), root / "c.pem")
    process = subprocess.Popen(["dovecot", "-F", "-c", str(_config(root, server))])
    try:
        _wait(server.imap)
        yield server
    finally:
        process.terminate()
        process.wait(20)
        shutil.rmtree(root, ignore_errors=True)


def _config(root: Path, server: Server) -> Path:
    nobody = pwd.getpwnam("nobody")
    (root / "run").mkdir()
    (root / "mail").mkdir()
    os.chown(root / "mail", nobody.pw_uid, nobody.pw_gid)
    (root / "users").write_text(
        f"{USER}:{{PLAIN}}{PASSWORD}:{nobody.pw_uid}:{nobody.pw_gid}::{root}/mail::\n"
    )
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
         "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", str(root / "k.pem"),
         "-out", str(root / "c.pem")],
        check=True, capture_output=True,
    )  # fmt: skip
    made = root / "dovecot.conf"
    made.write_text(f"""
base_dir = {root}/run
state_dir = {root}/run
log_path = {root}/log
protocols = imap
listen = 127.0.0.1
mail_location = maildir:~/Maildir
first_valid_uid = 1
ssl = yes
ssl_cert = <{root}/c.pem
ssl_key = <{root}/k.pem
disable_plaintext_auth = no
auth_mechanisms = plain login
passdb {{
 driver = passwd-file
 args = {root}/users
}}
userdb {{
 driver = passwd-file
 args = {root}/users
}}
service imap-login {{
 inet_listener imap {{
  port = {server.imap}
 }}
 inet_listener imaps {{
  port = {server.imaps}
  ssl = yes
 }}
}}
""")
    return made


def _wait(port: int) -> None:
    ends = time.monotonic() + 10
    while time.monotonic() < ends:
        with socket.socket() as sock:
            if sock.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.skip("Dovecot did not start")
