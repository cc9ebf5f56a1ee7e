"""Sends a digest and is killed while the server takes it. Run by test_killed_while_sending."""

from __future__ import annotations

import sys
from pathlib import Path

from listener import commands as c
from listener.desk import Desk
from listener.handoff import DigestKey

if __name__ == "__main__":
    desk = Desk.open(Path(sys.argv[1]), workers=0, polling=False)
    desk.ask(c.SendDigest(DigestKey(1))).result()
    sys.stdout.write("queued\n")
    sys.stdout.flush()
    desk.ask(c.PostNow()).result()
    sys.stdout.write("sent\n")
    sys.stdout.flush()
