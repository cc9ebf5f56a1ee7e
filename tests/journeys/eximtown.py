"""A real mail server, Exim, by hand on loopback, with a configuration and folders of its own."""

from __future__ import annotations

import mailbox
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.listener.forward.town import certificate

EXIM = shutil.which("exim4", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
BOXES = ("desk1", "desk2", "answers", "comms")
CONFIGURATION = """
spool_directory = {folder}/spool
log_file_path = {folder}/spool/%slog
pid_file_path = {folder}/spool/pid
primary_hostname = mail.highways.example
qualify_domain = highways.example
local_interfaces = 127.0.0.1
daemon_smtp_ports = {port}
tls_advertise_hosts = *
tls_certificate = {folder}/ca.pem
tls_privatekey = {folder}/key.pem
domainlist ours = highways.example : brackenford.example
acl_smtp_rcpt = taken
acl_smtp_data = fit
keep_environment =
never_users =
deliver_drop_privilege = true

begin acl
taken:
  deny    !encrypted = *
          message    = 530 5.7.0 STARTTLS first
  deny    !authenticated = *
          message    = 530 5.7.0 log in first
  deny    local_parts = nobody
          message     = 550 5.1.1 no such desk
  defer   local_parts = full
          message     = 452 4.2.2 mailbox full
  accept  domains = +ours
  deny    message = 550 5.7.1 no relaying
fit:
  accept

begin routers
left:
  driver = redirect
  local_parts = left
  data = :fail: 550 5.2.1 this desk was closed
  allow_fail
kept:
  driver = accept
  local_parts = lsearch;{folder}/boxes
  transport = kept

begin transports
kept:
  driver = appendfile
  directory = {folder}/mail/$local_part_data
  maildir_format
  create_directory

begin retry
* * F,1h,1m

begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_condition = ${{if and{{{{eq{{$auth2}}{{comms}}}}{{eq{{$auth3}}{{a real password}}}}}}}}
  server_set_id = $auth2
"""


@dataclass(frozen=True)
class Town:
    """Where it listens, whom to trust, and what lies in its mailboxes."""

    folder: Path
    port: int
    authority: Path

    def arrived(self, box: str, many: int = 1) -> list[EmailMessage]:
        """The mails in a box, oldest first, once there are so many; deliveries take a moment."""
        ends = time.monotonic() + 20
        while time.monotonic() < ends:
            found = self._read(box)
            if len(found) >= many:
                return found
            time.sleep(0.05)
        raise AssertionError(f"{box} has {len(self._read(box))} of {many}: {self.log()}")

    def log(self) -> str:
        kept = self.folder / "spool" / "mainlog"
        return kept.read_text(encoding="utf-8", errors="replace") if kept.exists() else ""

    def _read(self, box: str) -> list[EmailMessage]:
        path = self.folder / "mail" / box
        if not all((path / part).is_dir() for part in ("new", "cur", "tmp")):
            return []  # Exim makes one after the other
        parser = BytesParser(policy=default)
        kept = mailbox.Maildir(path, create=False)
        raws = [kept.get_bytes(key) for key in sorted(kept.keys())]
        return [parser.parsebytes(raw) for raw in raws]  # type: ignore[misc]


@contextmanager
def exim() -> Iterator[Town]:
    """Starts it, and ends it by its own process alone."""
    if EXIM is None or os.name != "posix":
        pytest.skip("Exim (exim4) is not installed")
    if os.geteuid() != 0:
        pytest.skip("Exim delivers to files of a user of its own, and only root may let it")
    with TemporaryDirectory(prefix="exim-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        trust = certificate(folder)
        (folder / "key.pem").chmod(0o644)  # Exim reads it as a user of its own
        for part in ("spool", "mail"):
            (folder / part).mkdir()
            (folder / part).chmod(0o777)
        # Exim takes no folder's name from a stranger: only those that stand in a file.
        boxes = "".join(f"{box}: {box}\n" for box in BOXES)
        (folder / "boxes").write_text(boxes, encoding="utf-8")
        port = _free_port()
        configuration = folder / "exim.conf"
        configuration.write_text(CONFIGURATION.format(folder=folder, port=port), encoding="utf-8")
        configuration.chmod(0o644)
        town = Town(folder, port, trust.file)
        with _running([EXIM, "-C", str(configuration), "-bdf"], town):
            yield town


@contextmanager
def _running(command: list[str], town: Town) -> Iterator[None]:
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as server:
        try:
            _answers(town, server)
            yield
        finally:
            server.terminate()
            server.wait(20)


def _answers(town: Town, server: subprocess.Popen[bytes]) -> None:
    ends = time.monotonic() + 20
    while time.monotonic() < ends:
        if server.poll() is not None:
            assert server.stderr is not None
            raise AssertionError(f"Exim ended: {server.stderr.read()!r}")
        with suppress(OSError), socket.create_connection(("127.0.0.1", town.port), 1):
            return
        time.sleep(0.05)
    raise AssertionError("Exim does not answer")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
