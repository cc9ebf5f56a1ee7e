"""The mails on the command line: what waits, what went, what the doctor says of them."""

from __future__ import annotations

from pathlib import Path

from listener.commands import Change, SendDigest
from listener.desk import Desk
from tests.listener.cli.conftest import Ask
from tests.listener.forward.making import area_kept, digest_kept
from tests.listener.forward.town import Box, serving


def set_up(profile: Path, **settings: str | int) -> Desk:
    desk = Desk.open(profile, workers=0, polling=False)
    for name, value in settings.items():
        desk.ask(Change(name, value)).result()
    area_kept(profile, "Highways", "desk@highways.example")
    return desk


def test_no_mail_yet(profile: Path, ask: Ask) -> None:
    set_up(profile).close()
    assert ask("outbox").out == "No mail was made yet.\n"


def test_what_waits_is_listed_sent_and_listed_as_sent(profile: Path, ask: Ask) -> None:
    box = Box()
    with serving(box) as port:
        desk = set_up(
            profile, mail_way="smtp", mail_host="127.0.0.1", mail_port=port, mail_security="none",
            mail_from="comms@brackenford.example",
        )  # fmt: skip
        desk.ask(SendDigest(digest_kept(profile))).result()
        desk.close()
        (waiting,) = ask("outbox", "--json").json
        assert (waiting["state"], waiting["to"]) == ("queued", ["desk@highways.example"])
        sent = ask("outbox", "send")
        assert (sent.status, sent.out) == (0, "1 mail went.\n")
        assert " sent " in ask("outbox").out
    assert len(box.mails) == 1


def test_what_could_not_be_sent_is_said(profile: Path, ask: Ask) -> None:
    desk = set_up(
        profile, mail_way="smtp", mail_host="127.0.0.1", mail_port=9, mail_security="none",
        mail_from="comms@brackenford.example",
    )  # fmt: skip
    desk.ask(SendDigest(digest_kept(profile))).result()
    desk.close()
    assert ask("outbox", "send", "--json").json == {
        "sent": 0, "queued": 1, "unknown": 0, "failed": 0,
    }  # fmt: skip
    found = {f["what"]: f for f in ask("doctor", "--json").json}
    assert found["mail"]["says"].startswith("goes by 127.0.0.1:9 with no encryption")
    assert found["mails"]["says"] == "1 waiting"
