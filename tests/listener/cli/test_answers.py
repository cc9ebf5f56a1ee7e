"""`responses`: what the services answered, by script."""

from __future__ import annotations

import json
from pathlib import Path

from listener.commands import RecordResponse
from listener.desk import Desk
from listener.handoff import DigestKey
from tests.listener.answers.town import Clock, town
from tests.listener.cli.conftest import Ask


def test_answers_are_listed_for_people_and_for_scripts(ask: Ask, tmp_path: Path) -> None:
    folder = town(tmp_path / "p", Clock())
    assert "No service has answered yet" in ask("responses", "--profile", str(folder)).out
    desk = Desk.open(folder, workers=0, polling=False, clock=Clock())
    desk.ask(RecordResponse("in_hand", digest=DigestKey(1), said="crew on site")).result()
    desk.ask(RecordResponse("not_ours", digest=DigestKey(1), whose="no idea")).result()
    desk.close()
    told = ask("responses", "--profile", str(folder))
    assert "Already in hand" in told.out
    assert "nobody has said whose it is" in told.err
    made = json.loads(ask("responses", "--json", "--profile", str(folder)).out)
    assert {r["kind"] for r in made} == {"in_hand", "not_ours"}


def test_reading_without_a_mailbox_says_what_is_missing(ask: Ask, tmp_path: Path) -> None:
    told = ask("responses", "read", "--profile", str(tmp_path / "new"))
    assert told.status == 1
    assert "does not say where the responses mailbox is" in told.err
